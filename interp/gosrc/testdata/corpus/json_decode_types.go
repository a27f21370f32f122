package main

import (
	"bytes"
	"encoding/json"
	"errors"
	"fmt"
	"io"
	"strings"
)

type Point struct{ X, Y int }

type Shape struct {
	Kind   string  `json:"kind"`
	Points []Point `json:"points"`
	Color  *string `json:"color"`
	Attr   map[string]float64
	Nested struct {
		Deep [2]bool `json:"deep"`
	} `json:"nested"`
	When json.RawMessage `json:"when"`
	N    json.Number
}

func main() {
	src := `{"kind":"poly","points":[{"X":1,"Y":2},{"x":3,"y":4}],"color":"red","Attr":{"w":1.5},"nested":{"deep":[true,false]},"when":{"a":1},"N":12}`
	var s Shape
	if err := json.Unmarshal([]byte(src), &s); err != nil {
		fmt.Println("error", err)
	}
	fmt.Println(s.Kind, s.Points, *s.Color, s.Attr, s.Nested, string(s.When), s.N)
	dec := json.NewDecoder(strings.NewReader(`{"X":1,"Y":2} {"X":3} 5 {"X":"bad"}`))
	for {
		var p Point
		err := dec.Decode(&p)
		if err == io.EOF {
			fmt.Println("eof")
			break
		}
		var te *json.UnmarshalTypeError
		if errors.As(err, &te) {
			fmt.Println("type error", te.Value, te.Field)
			if te.Value == "string" {
				break
			}
			continue
		}
		fmt.Println(p, err)
	}
	strict := json.NewDecoder(strings.NewReader(`{"X":1,"Z":2}`))
	strict.DisallowUnknownFields()
	var p Point
	fmt.Println(strict.Decode(&p), p)
	var ps map[string]*Point
	fmt.Println(json.Unmarshal([]byte(`{"a":{"X":9},"b":null}`), &ps), *ps["a"], ps["b"] == nil)
	var se *json.SyntaxError
	err := json.Unmarshal([]byte(`{"a" 1}`), &ps)
	fmt.Println(errors.As(err, &se), se.Offset, err)
	var buf bytes.Buffer
	enc := json.NewEncoder(&buf)
	enc.SetIndent(">", " ")
	enc.Encode(s.Points)
	fmt.Print(buf.String())
	json.Compact(&buf, []byte(`{ "a" : [ 1 , 2 ] }`))
	fmt.Println(buf.Len(), json.Valid([]byte(`[1,]`)))
}
