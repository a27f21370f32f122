package main

import (
	"encoding/json"
	"errors"
	"fmt"
	"io"
	"strings"
)

type Address struct {
	Street string `json:"street"`
	Zip    string `json:"zip,omitempty"`
}
type Person struct {
	Name    string            `json:"name"`
	Age     int               `json:"age"`
	Emails  []string          `json:"emails"`
	Addr    *Address          `json:"addr,omitempty"`
	secret  string
	Tags    map[string]string `json:"tags,omitempty"`
	Skip    int               `json:"-"`
	Score   float64           `json:",string"`
	Any     any
}

func main() {
	p := Person{Name: "Ann", Age: 30, Emails: nil, secret: "x", Score: 1.5, Any: []any{1, "a", nil}}
	b, err := json.Marshal(p)
	fmt.Println(string(b), err)
	p.Addr = &Address{Street: "Main <1>"}
	p.Tags = map[string]string{"b": "2", "a": "1"}
	p.Emails = []string{}
	b, _ = json.MarshalIndent(p, "", "  ")
	fmt.Println(string(b))
	var q Person
	err = json.Unmarshal([]byte(`{"name":"Bob","AGE":5,"emails":["x@y"],"addr":{"street":"S"},"unknown":1,"Score":"2.25","Any":{"k":[1,2.5,true,null]}}`), &q)
	fmt.Printf("%+v %v %+v\n", q.Name, err, *q.Addr)
	fmt.Println(q.Age, q.Emails, q.Score, q.Any)
	var anyv any
	json.Unmarshal([]byte(`{"a":[1,"2",{"b":null}],"c":1e3}`), &anyv)
	m := anyv.(map[string]any)
	fmt.Println(m["a"].([]any)[0].(float64), m["c"], m)
	err = json.Unmarshal([]byte(`{"name": 5}`), &q)
	fmt.Println(err)
	var te *json.UnmarshalTypeError
	fmt.Println(errors.As(err, &te))
	err = json.Unmarshal([]byte(`{bad}`), &q)
	fmt.Println(err)
	var se *json.SyntaxError
	if errors.As(err, &se) {
		fmt.Println(se.Offset)
	}
	fmt.Println(json.Valid([]byte(`[1,2]`)))
	var ns []int
	fmt.Println(json.Unmarshal([]byte("[3,1,2]"), &ns), ns)
	mm := map[int]bool{3: true, 1: false}
	b, _ = json.Marshal(mm)
	fmt.Println(string(b))
	dec := json.NewDecoder(strings.NewReader(`{"street":"a"} {"street":"b"}`))
	for {
		var a Address
		if err := dec.Decode(&a); err == io.EOF {
			break
		} else if err != nil {
			fmt.Println(err)
			break
		}
		fmt.Println(a)
	}
	_, err = json.Marshal(map[string]any{"f": func() {}})
	fmt.Println(err)
}
