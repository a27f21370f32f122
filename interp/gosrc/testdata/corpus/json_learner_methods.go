package main

import (
	"encoding/json"
	"fmt"
	"math"
)

type Level int

const (
	Low Level = iota
	High
)

func (l Level) MarshalText() ([]byte, error) {
	return []byte([]string{"low", "high"}[l]), nil
}

type Money struct{ cents int64 }

func (m Money) MarshalJSON() ([]byte, error) {
	return []byte(fmt.Sprintf("%d.%02d", m.cents/100, m.cents%100)), nil
}

type Item struct {
	Name   string         `json:"name"`
	Price  Money          `json:"price"`
	Level  Level          `json:"level"`
	Tags   []string       `json:"tags,omitempty"`
	Meta   map[string]any `json:"meta,omitempty"`
	Levels map[Level]int  `json:"levels,omitempty"`
	Parent *Item          `json:"parent"`
	secret string
	Skip   string `json:"-"`
	Count  int    `json:",string"`
}

type Base struct {
	ID int `json:"id"`
}
type Derived struct {
	Base
	Name string
}

func main() {
	it := Item{Name: "pen", Price: Money{1299}, Level: High, Tags: []string{"a", "<b>"}, Levels: map[Level]int{Low: 1, High: 2}, Count: 3, secret: "s", Skip: "k"}
	b, err := json.Marshal(it)
	fmt.Println(string(b), err)
	b, _ = json.MarshalIndent(map[string]any{"z": Money{5}, "a": []Level{Low, High}, "n": nil, "d": Derived{Base{7}, "x"}}, "", "  ")
	fmt.Println(string(b))
	var back struct {
		Name  string
		Price float64
		Tags  []string
		Count string
	}
	err = json.Unmarshal([]byte(`{"name":"ink","price":2.5,"tags":["q"],"count":"8","zzz":1}`), &back)
	fmt.Printf("%+v %v\n", back, err)
	var anyv any
	json.Unmarshal([]byte(`{"a":[1,2.5,"x",null,true],"b":{"c":-1e3}}`), &anyv)
	fmt.Println(anyv)
	for _, bad := range []string{`{"name":5}`, `{`, `[1,2`, `nope`, `{"tags":[1]}`} {
		fmt.Println(json.Unmarshal([]byte(bad), &back))
	}
	_, err = json.Marshal(map[string]any{"f": func() {}})
	fmt.Println(err)
	_, err = json.Marshal(math.Inf(1))
	fmt.Println(err)
}
