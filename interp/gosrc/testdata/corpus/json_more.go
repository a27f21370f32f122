package main

import (
	"encoding/json"
	"errors"
	"fmt"
	"time"
)

type Kind int

func (k Kind) MarshalJSON() ([]byte, error) { return json.Marshal(fmt.Sprintf("kind-%d", int(k))) }

type Base struct {
	ID int `json:"id"`
}
type Doc struct {
	Base
	Title string `json:"title"`
	Tags  []Tag  `json:"tags"`
	Inner struct {
		A, B int
	} `json:"inner"`
	P   *float64 `json:"p"`
	T   map[string]Tag
	K   Kind
	low int
	E   []byte `json:",omitempty"`
	At  time.Duration
}
type Tag struct {
	Name string `json:"name"`
	W    int    `json:"w,string"`
}
type Level int

func (l Level) String() string { return "level" }

type Multi struct{ errs []error }

func (m Multi) Error() string   { return fmt.Sprint(len(m.errs), " errors") }
func (m Multi) Unwrap() []error { return m.errs }

var ErrA = errors.New("a")

func Main() {
	d := Doc{Base: Base{7}, Title: "x<y>", Tags: []Tag{{"a", 1}}, T: map[string]Tag{"k": {"z", 2}}, K: 3, At: time.Second}
	b, err := json.Marshal(d)
	fmt.Println(string(b), err)
	b, err = json.Marshal([]any{Tag{"q", 3}, &Tag{"r", 4}, Level(2), nil, Kind(1)})
	fmt.Println(string(b), err)
	b, err = json.Marshal(map[string]any{"d": Base{1}, "l": []Level{1}, "m": map[Level]string{2: "b", 1: "a"}})
	fmt.Println(string(b), err)
	b, err = json.MarshalIndent(&d, "", " ")
	fmt.Println(string(b), err)
	var nilDoc *Doc
	b, err = json.Marshal(nilDoc)
	fmt.Println(string(b), err)
	var e error = Multi{[]error{errors.New("x"), fmt.Errorf("w: %w", ErrA)}}
	fmt.Println(errors.Is(e, ErrA), errors.Is(e, errors.New("x")), e)
	var m Multi
	fmt.Println(errors.As(fmt.Errorf("o: %w", e), &m), len(m.errs))
}

func main() { Main() }
