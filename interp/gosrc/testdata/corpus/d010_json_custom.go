package main

import (
	"bytes"
	"encoding/json"
	"fmt"
	"strings"
	"time"
)

type Status int

const (
	Active Status = iota
	Banned
)

func (s Status) MarshalJSON() ([]byte, error) { return json.Marshal(s.String()) }
func (s *Status) UnmarshalJSON(b []byte) error {
	var str string
	if err := json.Unmarshal(b, &str); err != nil {
		return err
	}
	switch str {
	case "active":
		*s = Active
	case "banned":
		*s = Banned
	default:
		return fmt.Errorf("bad status %q", str)
	}
	return nil
}
func (s Status) String() string { return [...]string{"active", "banned"}[s] }

type Level uint8

func (l Level) MarshalText() ([]byte, error) { return []byte(fmt.Sprintf("L%d", l)), nil }
func (l *Level) UnmarshalText(b []byte) error {
	_, err := fmt.Sscanf(string(b), "L%d", (*uint8)(l))
	return err
}

type Base struct {
	ID      int       `json:"id"`
	Created time.Time `json:"created"`
}
type User struct {
	Base
	Name   string          `json:"name"`
	Status Status          `json:"status"`
	Levels map[Level]int   `json:"levels,omitempty"`
	Raw    json.RawMessage `json:"raw,omitempty"`
	Opt    *int            `json:"opt"`
	Nums   [2]float64      `json:"nums"`
	Bytes  []byte          `json:"bytes"`
	Any    interface{}     `json:"any,omitempty"`
	inner  int
}
type Shape interface{ Area() float64 }
type Sq struct{ Side float64 }

func (s Sq) Area() float64 { return s.Side * s.Side }

func main() {
	u := User{Base: Base{7, time.Date(2020, 1, 1, 0, 0, 0, 0, time.UTC)}, Name: "A&B", Status: Banned, Levels: map[Level]int{2: 20, 1: 10}, Raw: json.RawMessage(`{"x":[1, 2]}`), Bytes: []byte("hi"), Nums: [2]float64{1, 2.5}}
	b, err := json.Marshal(u)
	fmt.Println(string(b), err)
	var v User
	err = json.Unmarshal(b, &v)
	fmt.Println(err, v.ID, v.Status, v.Levels, string(v.Raw), v.Opt == nil, v.Nums, string(v.Bytes), v.Created.Year())
	err = json.Unmarshal([]byte(`{"status":"weird"}`), &v)
	fmt.Println(err)
	shapes := []Shape{Sq{2}, &Sq{3}}
	b, _ = json.Marshal(shapes)
	fmt.Println(string(b))
	b, _ = json.Marshal(map[string]Shape{"a": Sq{1}, "n": nil})
	fmt.Println(string(b))
	b, err = json.Marshal(struct {
		A int    `json:"a,string"`
		B string `json:"b,omitempty"`
		C any
		D func() `json:"-"`
		E error
	}{A: 5, C: []Status{0, 1}})
	fmt.Println(string(b), err)
	var dst struct {
		Items []struct{ K string }
		M     map[string]*Sq
		I     interface{}
	}
	err = json.Unmarshal([]byte(`{"items":[{"k":"a"},{"K":"b"}],"m":{"x":{"Side":2}},"I":[null,{"z":1.5}]}`), &dst)
	fmt.Printf("%+v %v %v %v\n", dst.Items, dst.M["x"].Area(), dst.I, err)
	for _, bad := range []string{`{"a":}`, `[1,2`, `{"items":5}`, `nul`, `{"items":[{"k":1}]}`, ``} {
		fmt.Println(json.Unmarshal([]byte(bad), &dst))
	}
	dec := json.NewDecoder(strings.NewReader(`{"a":1,"b":2}`))
	dec.DisallowUnknownFields()
	var small struct{ A int }
	fmt.Println(dec.Decode(&small), small)
	var n json.Number
	fmt.Println(json.Unmarshal([]byte("12.50"), &n), n)
	var out bytes.Buffer
	json.Indent(&out, []byte(`{"a":[1,2],"b":{}}`), ">", "\t")
	fmt.Println(out.String())
	enc := json.NewEncoder(&out)
	enc.SetEscapeHTML(false)
	out.Reset()
	enc.Encode("<x>")
	fmt.Print(out.String())
}
