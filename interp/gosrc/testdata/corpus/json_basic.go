package main

import (
	"encoding/json"
	"fmt"
)

type Address struct {
	Street string `json:"street"`
	Zip    string `json:"zip,omitempty"`
}

type Person struct {
	Name   string         `json:"name"`
	Age    int            `json:"age"`
	Emails []string       `json:"emails"`
	Addr   *Address       `json:"addr,omitempty"`
	Meta   map[string]any `json:"meta"`
	secret string
	Skip   string            `json:"-"`
	Tags   map[string]string `json:"tags,omitempty"`
}

func Main() {
	p := Person{Name: "Ann", Age: 30, Emails: []string{"a@b.c"}, Addr: &Address{Street: "Main"}, Meta: map[string]any{"k": 1.5, "a": []int{1}}, secret: "x", Skip: "y"}
	b, err := json.Marshal(p)
	fmt.Println(string(b), err)
	b, _ = json.MarshalIndent(map[string]any{"x": 1, "y": []string{"a"}, "n": nil}, "", "  ")
	fmt.Println(string(b))
	var q Person
	err = json.Unmarshal([]byte(`{"name":"Bob","age":5,"emails":["x","y"],"addr":{"street":"S","zip":"1"},"meta":{"z":[1,"two",true,null]}}`), &q)
	fmt.Println(q.Name, q.Age, q.Emails, q.Addr.Street, q.Addr.Zip, q.Meta, err)
	var anyv any
	json.Unmarshal([]byte(`{"a":[1,2,{"b":null}],"c":"d"}`), &anyv)
	m := anyv.(map[string]any)
	fmt.Println(m["c"], m["a"].([]any)[0].(float64))
	err = json.Unmarshal([]byte(`{bad`), &q)
	fmt.Println(err)
	err = json.Unmarshal([]byte(`{"age":"x"}`), &q)
	fmt.Println(err != nil)
	ps := []Person{}
	json.Unmarshal([]byte(`[{"name":"A"},{"name":"B","age":2}]`), &ps)
	fmt.Println(len(ps), ps[1].Name, ps[1].Age)
	s, _ := json.Marshal([]any{1, "a", nil, true, 2.5, map[string]int{"z": 1, "a": 2}})
	fmt.Println(string(s))
}

func main() { Main() }
