package main

import (
	"bytes"
	"encoding/json"
	"errors"
	"fmt"
	"io"
	"strings"
	"time"
)

type Status string

const (
	Active   Status = "active"
	Inactive Status = "inactive"
)

type Address struct {
	Street string `json:"street"`
	Zip    string `json:"zip,omitempty"`
}
type User struct {
	ID      int                `json:"id"`
	Name    string             `json:"name"`
	Email   *string            `json:"email"`
	Status  Status             `json:"status"`
	Tags    []string           `json:"tags,omitempty"`
	Addr    Address            `json:"addr"`
	Meta    map[string]any     `json:"meta,omitempty"`
	Scores  map[string]float64 `json:"scores"`
	secret  string
	Skip    string          `json:"-"`
	Raw     json.RawMessage `json:"raw,omitempty"`
	Created time.Time       `json:"created"`
	Dur     time.Duration   `json:"dur"`
}

func ptr[T any](v T) *T { return &v }

type Shape interface{ Area() float64 }
type Sq struct{ S float64 }

func (s Sq) Area() float64 { return s.S * s.S }

type Color int

func (c Color) MarshalText() ([]byte, error) { return []byte(fmt.Sprintf("color-%d", int(c))), nil }
func Main() {
	u := User{ID: 1, Name: "Zoë <b>", Email: ptr("z@x"), Status: Active, Addr: Address{"Main", ""}, secret: "s", Skip: "k", Raw: json.RawMessage(`{"a":1}`), Created: time.Date(2024, 5, 6, 7, 8, 9, 0, time.UTC), Dur: time.Second}
	b, err := json.Marshal(u)
	fmt.Println(string(b), err)
	b, _ = json.MarshalIndent(struct {
		Shapes []Shape       `json:"shapes"`
		C      Color         `json:"c"`
		ByC    map[Color]int `json:"byc"`
		Any    any           `json:"any"`
		Bytes  []byte        `json:"bytes"`
		Arr    [2]bool       `json:"arr"`
		F      float64
		Nil    []int
	}{[]Shape{Sq{2}, nil}, 3, map[Color]int{1: 2}, Sq{1}, []byte("hi"), [2]bool{true}, 1e21, nil}, "", " ")
	fmt.Println(string(b))
	var in User
	err = json.Unmarshal([]byte(`{"id": 5, "NAME": "case", "email": null, "status": "inactive", "tags": ["x"], "addr": {"street": "S", "zip": "1"}, "meta": {"n": 1, "l": [1, "a"]}, "scores": {"a": 1.5}, "unknown": 1, "created": "2024-05-06T07:08:09Z", "dur": 5}`), &in)
	fmt.Println(err, in.ID, in.Name, in.Email == nil, in.Status == Inactive, in.Tags, in.Addr, in.Meta, in.Scores, in.Created.Year(), in.Dur)
	for _, bad := range []string{`{"id": "x"}`, `{`, `[1]`, `{"tags": [1]}`} {
		var u User
		err := json.Unmarshal([]byte(bad), &u)
		var te *json.UnmarshalTypeError
		var se *json.SyntaxError
		fmt.Println(errors.As(err, &te), errors.As(err, &se))
	}
	var list []map[string]int
	fmt.Println(json.Unmarshal([]byte(`[{"a":1},{"b":2}]`), &list), list)
	dec := json.NewDecoder(strings.NewReader(`{"S":2} {"S":3}`))
	for {
		var s Sq
		if err := dec.Decode(&s); err == io.EOF {
			break
		} else if err != nil {
			fmt.Println(err)
			break
		}
		fmt.Println(s.Area())
	}
	var buf bytes.Buffer
	enc := json.NewEncoder(&buf)
	enc.SetIndent("", "  ")
	enc.Encode(map[string]any{"x": Sq{1}, "y": []Shape{Sq{2}}})
	fmt.Print(buf.String())
	fmt.Println(json.Valid([]byte(`{"a":1}`)), json.Valid([]byte(`{a}`)))
	_, err = json.Marshal(make(chan int))
	fmt.Println(err)
}

func main() { Main() }
