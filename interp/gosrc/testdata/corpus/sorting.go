package main

import (
	"bytes"
	"container/list"
	"encoding/json"
	"fmt"
	"math"
	"sort"
	"strings"
	"time"
	"unicode"
)

type Person struct {
	Name string
	Age  int
}
type ByAge []Person

func (a ByAge) Len() int           { return len(a) }
func (a ByAge) Swap(i, j int)      { a[i], a[j] = a[j], a[i] }
func (a ByAge) Less(i, j int) bool { return a[i].Age < a[j].Age }

type Item struct {
	Name string `json:"name"`
	Qty  int    `json:"qty,omitempty"`
	tag  string
}

func Main() {
	people := []Person{{"Al", 30}, {"Bo", 20}, {"Cy", 25}}
	sort.Sort(ByAge(people))
	fmt.Println(people)
	sort.Slice(people, func(i, j int) bool { return people[i].Name > people[j].Name })
	fmt.Println(people)
	b, err := json.Marshal(Item{"apple", 3, "t"})
	fmt.Println(string(b), err)
	var it Item
	fmt.Println(json.Unmarshal([]byte(`{"name":"pear","qty":7}`), &it), it.Name, it.Qty)
	b, _ = json.Marshal(map[string]any{"a": 1, "b": []int{1, 2}, "c": nil})
	fmt.Println(string(b))
	var v any
	_ = json.Unmarshal([]byte(`{"x":[1,"a",null,true]}`), &v)
	fmt.Println(v)
	var sb strings.Builder
	for i := range 3 {
		fmt.Fprintf(&sb, "%d-", i)
	}
	sb.WriteString("end")
	fmt.Println(sb.String(), sb.Len())
	l := list.New()
	l.PushBack(Person{"Di", 1})
	l.PushFront("first")
	for e := l.Front(); e != nil; e = e.Next() {
		switch v := e.Value.(type) {
		case Person:
			fmt.Println("person", v.Name)
		case string:
			fmt.Println("string", v)
		}
	}
	fmt.Println(strings.Map(func(r rune) rune {
		if unicode.IsUpper(r) {
			return -1
		}
		return r
	}, "aBcD"), strings.FieldsFunc("a1b2c", unicode.IsDigit))
	fmt.Println(math.Sqrt(16), math.Pi, math.MaxInt64, math.Inf(1))
	d := 90 * time.Minute
	fmt.Println(d, d.Hours(), time.Duration(1500)*time.Millisecond)
	words := strings.Split("b c a", " ")
	sort.Sort(sort.Reverse(sort.StringSlice(words)))
	fmt.Println(words)
	var buf bytes.Buffer
	buf.WriteString("hi")
	fmt.Println(buf.String())
}

func main() { Main() }
