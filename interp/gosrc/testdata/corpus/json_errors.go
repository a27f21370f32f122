package main

import (
	"encoding/json"
	"errors"
	"fmt"
)

type Point struct{ X, Y int }
type Line struct {
	A, B Point
	Tags []string `json:"tags"`
	M    map[string]Point
}
type Celsius float64
type Ids []int

func main() {
	var p Point
	var l Line
	var c Celsius
	var ids Ids
	var arr [2]bool
	cases := []struct {
		in  string
		dst any
	}{
		{`{"X":"a"}`, &p}, {`{"X":1.5}`, &p}, {`{"X":99999999999999999999}`, &p}, {`[1]`, &p}, {`"s"`, &l},
		{`{"A":{"X":"q"}}`, &l}, {`{"tags":[1]}`, &l}, {`{"tags":"x"}`, &l}, {`{"M":{"k":{"Y":true}}}`, &l}, {`{"M":5}`, &l},
		{`"hot"`, &c}, {`[1,"x"]`, &ids}, {`{}`, &ids}, {`[1,2]`, &arr}, {`[true,true,true]`, &arr}, {`{"A":null,"B":{"X":3}}`, &l}, {``, &p}, {`{"X":1`, &p}, {`{"X":1}x`, &p}, {`nul`, &p}, {`{X:1}`, &p},
	}
	for _, c := range cases {
		err := json.Unmarshal([]byte(c.in), c.dst)
		fmt.Println(c.in, "=>", err)
		var te *json.UnmarshalTypeError
		if errors.As(err, &te) {
			fmt.Println("   ", te.Value, te.Type, te.Offset, te.Struct, te.Field)
		}
	}
	fmt.Println(p, l, c, ids, arr)
	fmt.Println(json.Unmarshal([]byte("1"), p))
	fmt.Println(json.Unmarshal([]byte("1"), nil))
	fmt.Println(json.Unmarshal([]byte("1"), (*Point)(nil)))
}
