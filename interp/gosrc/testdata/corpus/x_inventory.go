package main

import (
	"bufio"
	"encoding/json"
	"fmt"
	"maps"
	"os"
	"slices"
	"strconv"
	"strings"
	"time"
)

type SKU string
type Qty uint16

type Item struct {
	SKU   SKU            `json:"sku"`
	Name  string         `json:"name"`
	Price float64        `json:"price,omitempty"`
	Qty   Qty            `json:"qty"`
	Tags  []string       `json:"tags"`
	Extra map[string]any `json:"extra,omitempty"`
	TTL   time.Duration  `json:"-"`
	next  *Item
}

type Dim struct{ W, H, D int }

func (d Dim) MarshalText() ([]byte, error) {
	return []byte(fmt.Sprintf("%dx%dx%d", d.W, d.H, d.D)), nil
}

func (d *Dim) UnmarshalText(b []byte) error {
	parts := strings.Split(string(b), "x")
	if len(parts) != 3 {
		return fmt.Errorf("bad dim %q", b)
	}
	for i, p := range []*int{&d.W, &d.H, &d.D} {
		n, err := strconv.Atoi(parts[i])
		if err != nil {
			return fmt.Errorf("dim %q: %w", b, err)
		}
		*p = n
	}
	return nil
}

type Box struct {
	Item
	Dim   *Dim        `json:"dim"`
	Inner map[Dim]int `json:"inner"`
}

type Inventory struct {
	items map[SKU]*Item
	head  *Item
}

const data = `# sku,name,price,qty,tags
a-1, Anvil, 99.5, 3, heavy;iron
b-2, Bolt, 0.05, 65535, small

c-3, Crate, x, 1,
d-4, Drum, 10
e-5, "Egg", 0.25, 70000, food
a-1, Anvil again, 1, 1, dup
`

type LineError struct {
	Line int
	Err  error
}

func (e LineError) Error() string { return "line " + strconv.Itoa(e.Line) + ": " + e.Err.Error() }
func (e LineError) Unwrap() error { return e.Err }

func (inv *Inventory) Load(src string) (errs []error) {
	sc := bufio.NewScanner(strings.NewReader(src))
	for n := 1; sc.Scan(); n++ {
		line := strings.TrimSpace(sc.Text())
		if line == "" || strings.HasPrefix(line, "#") {
			continue
		}
		it, err := parse(strings.Split(line, ","))
		if err == nil {
			if _, dup := inv.items[it.SKU]; dup {
				err = fmt.Errorf("duplicate %s", it.SKU)
			}
		}
		if err != nil {
			errs = append(errs, LineError{n, err})
			continue
		}
		it.next, inv.head = inv.head, it
		inv.items[it.SKU] = it
	}
	return errs
}

func parse(f []string) (*Item, error) {
	if len(f) != 5 {
		return nil, fmt.Errorf("%d fields", len(f))
	}
	for i := range f {
		f[i] = strings.Trim(f[i], ` "`)
	}
	price, err := strconv.ParseFloat(f[2], 64)
	if err != nil {
		return nil, err
	}
	q, err := strconv.ParseUint(f[3], 10, 16)
	if err != nil {
		return nil, err
	}
	it := &Item{SKU: SKU(f[0]), Name: f[1], Price: price, Qty: Qty(q)}
	if f[4] != "" {
		it.Tags = strings.Split(f[4], ";")
	}
	return it, nil
}

func main() {
	inv := &Inventory{items: map[SKU]*Item{}}
	for _, err := range inv.Load(data) {
		fmt.Println(err)
	}
	for it := inv.head; it != nil; it = it.next {
		fmt.Printf("%-4s %-6s %8.2f %5d %q\n", it.SKU, it.Name, it.Price, it.Qty, it.Tags)
	}
	keys := slices.Sorted(maps.Keys(inv.items))
	fmt.Println(keys)
	b, err := json.Marshal(inv.items["a-1"])
	fmt.Println(string(b), err)
	inv.items["b-2"].Qty++
	inv.items["b-2"].Qty -= 2
	fmt.Println(inv.items["b-2"].Qty)
	b, _ = json.MarshalIndent(map[string]any{"z": []int{1, 2}, "a": nil, "m": inv.items["b-2"], "f": 1e21, "g": 1.0, "h": "<é\n>"}, "", " ")
	fmt.Println(string(b))
	box := Box{Item: Item{Name: "box"}, Dim: &Dim{1, 2, 3}, Inner: map[Dim]int{{1, 1, 1}: 5}}
	b, err = json.Marshal(box)
	fmt.Println(string(b), err)
	var back Box
	err = json.Unmarshal([]byte(`{"sku":"q","qty":12,"dim":"4x5x6","inner":{"1x2x3":7},"extra":{"a":[1,"b",null,{"c":true}]},"tags":null,"unknown":1,"NAME":"ci"}`), &back)
	fmt.Printf("%+v %v %v\n", back.Item, *back.Dim, err)
	fmt.Println(back.Inner, back.Extra["a"].([]any)[3].(map[string]any)["c"])
	for _, bad := range []string{`{"qty":-1}`, `{"qty":"x"}`, `{"dim":"1x2"}`, `{"sku":1}`, `{`, `[1]`, `{"price":1e999}`, `{"qty":70000}`, `{"dim":"axbxc"}`} {
		var x Box
		err := json.Unmarshal([]byte(bad), &x)
		fmt.Printf("%-16s %v\n", bad, err)
		switch e := err.(type) {
		case *json.UnmarshalTypeError:
			fmt.Println("   type", e.Field, e.Value, e.Type, e.Offset)
		case *json.SyntaxError:
			fmt.Println("   syntax", e.Offset)
		}
	}
	dec := json.NewDecoder(strings.NewReader(`{"sku":"s1"} {"sku":"s2"} nonsense`))
	for {
		var it Item
		if err := dec.Decode(&it); err != nil {
			fmt.Println(err)
			break
		}
		fmt.Println(it.SKU)
	}
	enc := json.NewEncoder(os.Stdout)
	enc.SetEscapeHTML(false)
	enc.Encode(struct {
		A int `json:",string"`
		B *int
		C []byte
		D [2]bool
		e int
		F any `json:"f,omitempty"`
	}{A: 1, C: []byte("hi"), e: 2})
	var anyv any
	json.Unmarshal([]byte(`[1, 2.5, "s", true, null, {"k": []}]`), &anyv)
	fmt.Printf("%v %T\n", anyv, anyv.([]any)[0])
}
