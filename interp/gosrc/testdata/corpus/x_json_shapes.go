package main

import (
	"bytes"
	"encoding/json"
	"errors"
	"fmt"
	"strings"
	"time"
)

type Status int

const (
	Active Status = iota
	Blocked
)

func (s Status) MarshalText() ([]byte, error) { return []byte(s.String()), nil }
func (s Status) String() string               { return [...]string{"active", "blocked"}[s] }

type Address struct {
	Street string `json:"street"`
	Zip    *int   `json:"zip,omitempty"`
}

type Person struct {
	ID      int            `json:"id"`
	Name    string         `json:"name"`
	Email   string         `json:"email,omitempty"`
	Age     int            `json:"-"`
	Tags    []string       `json:"tags"`
	Addr    *Address       `json:"addr,omitempty"`
	Meta    map[string]any `json:"meta,omitempty"`
	Status  Status         `json:"status"`
	Scores  [2]float64     `json:"scores"`
	secret  string
	Nested  struct{ A, B int } `json:"nested"`
	Raw     json.RawMessage    `json:"raw,omitempty"`
	Links   map[Status]string  `json:"links,omitempty"`
	Timeout time.Duration
}

type Base struct {
	Kind string `json:"kind"`
}
type Event struct {
	Base
	Payload any `json:"payload"`
}

type Temp float64

func (t Temp) MarshalJSON() ([]byte, error) { return []byte(fmt.Sprintf(`"%.1fC"`, float64(t))), nil }

type In struct {
	Name  string   `json:"name"`
	Count int      `json:"count"`
	List  []int    `json:"list"`
	Opt   *float64 `json:"opt"`
	Sub   struct {
		X string
	} `json:"sub"`
	M map[string]bool `json:"m"`
}

func show(v any) {
	b, err := json.Marshal(v)
	fmt.Println(string(b), err)
}

func Main() {
	zip := 123
	show(Person{ID: 1, Name: "Ann <&>", Tags: nil, Age: 3, secret: "s"})
	show(&Person{ID: 2, Email: "e", Tags: []string{"x"}, Addr: &Address{"Main", &zip}, Meta: map[string]any{"z": 1, "a": []int{1}, "n": nil}, Status: Blocked, Links: map[Status]string{Active: "l"}, Raw: json.RawMessage(`{"r":1}`)})
	show(Event{Base{"k"}, map[string]Status{"s": Blocked}})
	show([]any{1, "a", nil, true, 2.5, Temp(36.62), []Temp{1, 2}, map[string]Temp{"t": 3}})
	show(struct {
		X int `json:"x"`
		y int
	}{1, 2})
	b, _ := json.MarshalIndent(Event{Payload: []Address{{Street: "s"}}}, "", "  ")
	fmt.Println(string(b))
	var in In
	err := json.Unmarshal([]byte(`{"name":"n","count":3,"list":[1,2],"opt":1.5,"sub":{"x":"y"},"m":{"a":true},"extra":0}`), &in)
	fmt.Println(in.Name, in.Count, in.List, *in.Opt, in.Sub.X, in.M, err)
	var any1 any
	fmt.Println(json.Unmarshal([]byte(`{"a":[1,"x",null,{"b":false}]}`), &any1), any1)
	m := any1.(map[string]any)["a"].([]any)
	fmt.Printf("%T %T %v\n", m[0], m[3], m[2] == nil)
	err = json.Unmarshal([]byte(`{"count":"no"}`), &in)
	var te *json.UnmarshalTypeError
	fmt.Println(errors.As(err, &te), te.Field, te.Value)
	err = json.Unmarshal([]byte(`{bad`), &in)
	var se *json.SyntaxError
	fmt.Println(errors.As(err, &se), err)
	var list []In
	fmt.Println(json.Unmarshal([]byte(`[{"name":"a"},{"name":"b","count":2}]`), &list), len(list), list[1].Count)
	dec := json.NewDecoder(strings.NewReader(`{"name":"s1"} {"name":"s2"}`))
	for dec.More() {
		var x In
		if err := dec.Decode(&x); err != nil {
			fmt.Println(err)
			break
		}
		fmt.Print(x.Name, " ")
	}
	var buf bytes.Buffer
	enc := json.NewEncoder(&buf)
	enc.SetIndent(">", " ")
	enc.Encode(map[string]int{"b": 1, "a": 2})
	fmt.Print(buf.String())
	_, err = json.Marshal(map[string]any{"f": func() {}})
	fmt.Println(err)
	fmt.Println(json.Valid([]byte(`{"a":1}`)), json.Valid([]byte(`{`)))
}

func main() { Main() }
