package main

import (
	"errors"
	"fmt"
	"io"
	"maps"
	"slices"
	"strconv"
	"strings"
	"time"
)

type Temp float64
type Unit struct {
	name  string
	conv  func(Temp) Temp
	alias []string
}
type Table [2][3]Temp
type Visitor interface {
	Leaf(int) Visitor
	Enter(string) Visitor
	Exit()
}
type depthVisitor struct {
	depth, max int
	path       []string
	sums       map[string]int
}

func (v *depthVisitor) Leaf(n int) Visitor {
	v.sums[strings.Join(v.path, "/")] += n
	return v
}
func (v *depthVisitor) Enter(s string) Visitor {
	v.path = append(v.path, s)
	if v.depth++; v.depth > v.max {
		v.max = v.depth
	}
	return v
}
func (v *depthVisitor) Exit() { v.depth--; v.path = v.path[:len(v.path)-1] }

type tree any

func visit(t tree, v Visitor) {
	switch t := t.(type) {
	case int:
		v.Leaf(t)
	case []tree:
		for _, s := range t {
			visit(s, v)
		}
	case map[string]tree:
		for _, k := range slices.Sorted(maps.Keys(t)) {
			func() {
				defer v.Enter(k).Exit()
				visit(t[k], v)
			}()
		}
	case nil:
	default:
		panic(fmt.Sprintf("unexpected %T", t))
	}
}

type once[T any] func() T

func (o *once[T]) get() T {
	v := (*o)()
	*o = func() T { return v }
	return v
}

type Celsius = Temp
type errs []error

func (e errs) Error() string   { return fmt.Sprintf("%d errors", len(e)) }
func (e errs) Unwrap() []error { return e }

var table = Table{{1, 2, 3}, {4, 5, 6}}

func (t Table) T() (r [3][2]Temp) {
	for i := range t {
		for j := range t[i] {
			r[j][i] = t[i][j]
		}
	}
	return
}
func (t *Table) Scale(k Temp) *Table {
	for i := range t {
		for j := range t[i] {
			t[i][j] *= k
		}
	}
	return t
}
func multi() (int, string, error) { return 1, "two", io.EOF }
func take(n int, s string, e error) string { return fmt.Sprint(n, s, e) }
func variadic(pre string, xs ...any) int { return len(xs) }

func main() {
	units := []Unit{{"F", func(t Temp) Temp { return t*9/5 + 32 }, nil}, {name: "K", conv: func(t Celsius) Celsius { return t + 273.15 }}}
	for _, u := range units {
		fmt.Printf("%s %.2f %v\n", u.name, u.conv(36.6), u.alias == nil)
	}
	before := table
	table.Scale(2).Scale(0.5).Scale(3)
	fmt.Println(before, table, before == table, table.T(), len(table.T()))
	v := &depthVisitor{sums: map[string]int{}}
	visit(map[string]tree{"a": 1, "b": []tree{2, 3, map[string]tree{"c": 4, "d": nil}}}, v)
	fmt.Println(v.sums, v.max, v.depth, len(v.path))
	func() {
		defer func() { fmt.Println("rec", recover(), v.path) }()
		visit([]tree{map[string]tree{"z": "str"}}, v)
	}()
	calls := 0
	o := once[string](func() string { calls++; return strings.Repeat("x", calls) })
	fmt.Println(o.get(), o.get(), o.get(), calls)
	fmt.Println(take(multi()))
	fmt.Println(multi())
	fmt.Println(variadic("a"), variadic("a", nil), variadic("a", []any{1, 2}...), variadic("a", []any{1, 2}), variadic("a", nil...))
	var err error = errs{io.EOF, fmt.Errorf("x: %w", strconv.ErrRange)}
	fmt.Println(err, errors.Is(err, strconv.ErrRange), errors.Is(err, io.ErrUnexpectedEOF))
	w := fmt.Errorf("%w; %w", err, errors.New("last"))
	var es errs
	fmt.Println(errors.As(w, &es), len(es), w)
	x := []int{1, 2, 3, 4, 5, 6}
	a, b := x[:3:3], x[3:]
	a = append(a, 100)
	b[0] = -4
	fmt.Println(x, a, b, len(a), cap(a) >= 4)
	arr := [5]int{1, 2, 3}
	sl := arr[1:4]
	sl = append(sl, 9)
	fmt.Println(arr, sl, cap(sl))
	sl = append(sl, 10)
	sl[0] = 77
	fmt.Println(arr, sl)
	type kv struct {
		k string
		v *int
	}
	n := 1
	m := map[kv]bool{{"a", &n}: true, {"a", nil}: false}
	fmt.Println(m[kv{"a", &n}], m[kv{"a", new(int)}], len(m))
	var iface interface {
		fmt.Stringer
		Round(time.Duration) time.Duration
	} = 1500 * time.Millisecond
	fmt.Println(iface, iface.Round(time.Second))
	c := make(chan func() string, 1)
	c <- iface.String
	fmt.Println((<-c)())
	lbl := 0
loop:
	for i := range 4 {
		switch {
		case i == 1:
			continue loop
		case i == 3:
			break loop
		}
		for {
			lbl += i + 1
			break
		}
	}
	fmt.Println(lbl)
	s := "日本"
	for i := range s {
		fmt.Print(i, ":", string(s[i:i+3]), " ")
	}
	fmt.Println(len(s), []byte(s)[0], s[1:2] == "\x97")
	z := struct {
		Temp
		*strings.Builder
		error
	}{3, new(strings.Builder), io.EOF}
	z.WriteString("emb")
	fmt.Println(z.Temp, z.String(), z.Error(), z.Len())
}
