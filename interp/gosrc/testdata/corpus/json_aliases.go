package main

import (
	"bytes"
	"encoding/json"
	"errors"
	"fmt"
	"strconv"
	"strings"
	"time"
)

type User struct {
	ID   int    `json:"id"`
	Name string `json:"name"`
	Pass string `json:"-"`
	Html string `json:"html"`
}

func (u User) MarshalJSON() ([]byte, error) {
	type Alias User
	return json.Marshal(&struct {
		Alias
		Extra string `json:"extra"`
	}{Alias(u), strings.ToUpper(u.Name)})
}

func (u *User) UnmarshalJSON(b []byte) error {
	type Alias User
	aux := &struct {
		*Alias
		ID string `json:"id"`
	}{Alias: (*Alias)(u)}
	if err := json.Unmarshal(b, aux); err != nil {
		return err
	}
	n, err := strconv.Atoi(aux.ID)
	u.ID = n
	return err
}

type A struct{ X, Y int }
type B struct{ X, Z int }
type C struct {
	A
	B
	Y string
	W any `json:",omitempty"`
}
type Bad struct{}

func (Bad) MarshalJSON() ([]byte, error) { return nil, errors.New("nope") }

type Bad2 struct{}

func (Bad2) MarshalText() ([]byte, error) { return nil, errors.New("no text") }

type Bad3 int

func (Bad3) MarshalJSON() ([]byte, error) { return []byte("{oops"), nil }

type Tree struct {
	Val  int     `json:"v"`
	Kids []*Tree `json:"kids,omitempty"`
	Next *Tree   `json:"next,omitempty"`
}

type Shape interface{ Area() float64 }
type Sq struct{ S float64 }

func (s Sq) Area() float64 { return s.S * s.S }

func main() {
	b, err := json.Marshal(User{1, "ann", "p", "<b>&"})
	fmt.Println(string(b), err)
	var u User
	fmt.Println(json.Unmarshal([]byte(`{"id":"42","name":"bob"}`), &u), u)
	b, err = json.Marshal(C{A: A{1, 2}, B: B{3, 4}, Y: "y"})
	fmt.Println(string(b), err)
	var c C
	fmt.Println(json.Unmarshal([]byte(`{"X":5,"Y":"q","Z":7,"W":{"a":[1]}}`), &c), c)
	for _, v := range []any{Bad{}, []Bad{{}}, map[string]any{"k": Bad{}}, Bad2{}, &Bad{}, Bad3(1), map[Bad3]int{1: 2}, struct{ F func() }{}, struct{ C chan int }{}, make(chan int), map[bool]int{true: 1}, []any{1, Bad3(2)}} {
		b, err := json.Marshal(v)
		fmt.Println(string(b), err)
		var me *json.MarshalerError
		fmt.Println(errors.As(err, &me))
	}
	var buf bytes.Buffer
	enc := json.NewEncoder(&buf)
	enc.SetEscapeHTML(false)
	enc.SetIndent("", " ")
	fmt.Println(enc.Encode(A{1, 2}), enc.Encode(struct{ H string }{"<x>&"}))
	fmt.Print(buf.String())
	var t Tree
	fmt.Println(json.Unmarshal([]byte(`{"v":1,"kids":[{"v":2},{"v":3,"kids":[{"v":4}]}],"next":{"v":9}}`), &t))
	fmt.Println(t.Val, len(t.Kids), t.Kids[1].Kids[0].Val, t.Next.Val)
	b, _ = json.Marshal(t)
	fmt.Println(string(b))
	var sh struct{ S Shape }
	fmt.Println(json.Unmarshal([]byte(`{"S":{"S":1}}`), &sh))
	b, err = json.Marshal([]Shape{Sq{2}, &Sq{3}, nil})
	fmt.Println(string(b), err)
	b, _ = json.Marshal(map[A]int{})
	fmt.Println(string(b))
	_, err = json.Marshal(map[A]int{{1, 2}: 3})
	fmt.Println(err)
	b, _ = json.Marshal(struct {
		T time.Time
		D time.Duration
		B []byte
		R rune
		F float64
		P *int
		M map[int]string
		E error
	}{time.Date(2024, 1, 2, 3, 4, 5, 0, time.UTC), time.Second, []byte("hi"), 'x', 1e21, nil, map[int]string{10: "a", 9: "b"}, errors.New("x")})
	fmt.Println(string(b))
}
