package main

import (
	"bytes"
	"encoding/json"
	"errors"
	"fmt"
	"strings"
	"time"
)

type Priority int

const (
	Low Priority = iota + 1
	High
)

func (p Priority) MarshalText() ([]byte, error) {
	switch p {
	case Low:
		return []byte("low"), nil
	case High:
		return []byte("high"), nil
	}
	return nil, fmt.Errorf("bad priority %d", int(p))
}
func (p *Priority) UnmarshalText(b []byte) error {
	switch string(b) {
	case "low":
		*p = Low
	case "high":
		*p = High
	default:
		return fmt.Errorf("unknown priority %q", b)
	}
	return nil
}

type Date struct{ time.Time }

func (d Date) MarshalJSON() ([]byte, error) { return json.Marshal(d.Format("2006-01-02")) }
func (d *Date) UnmarshalJSON(b []byte) error {
	var s string
	if err := json.Unmarshal(b, &s); err != nil {
		return err
	}
	t, err := time.Parse("2006-01-02", s)
	d.Time = t
	return err
}

type Meta struct {
	Created Date           `json:"created"`
	Labels  map[string]any `json:"labels,omitempty"`
}

type Task struct {
	ID       int      `json:"id"`
	Title    string   `json:"title"`
	Done     bool     `json:"done,omitempty"`
	Priority Priority `json:"priority"`
	Parent   *Task    `json:"parent,omitempty"`
	Tags     []string `json:"tags"`
	secret   string
	Skip     int             `json:"-"`
	Score    float64         `json:"score,string"`
	Raw      json.RawMessage `json:"raw,omitempty"`
	Meta
}

type Shape interface{ Area() float64 }
type Sq struct{ Side float64 }
type Ci struct{ R float64 }

func (s Sq) Area() float64 { return s.Side * s.Side }
func (c Ci) Area() float64 { return 3 * c.R * c.R }

type Shapes []Shape

func (s *Shapes) UnmarshalJSON(b []byte) error {
	var raws []struct {
		Type string          `json:"type"`
		Data json.RawMessage `json:"data"`
	}
	if err := json.Unmarshal(b, &raws); err != nil {
		return err
	}
	for i, r := range raws {
		var sh Shape
		switch r.Type {
		case "sq":
			var q Sq
			if err := json.Unmarshal(r.Data, &q); err != nil {
				return fmt.Errorf("shape %d: %w", i, err)
			}
			sh = q
		case "ci":
			c := new(Ci)
			if err := json.Unmarshal(r.Data, c); err != nil {
				return err
			}
			sh = *c
		default:
			return fmt.Errorf("shape %d: unknown type %q", i, r.Type)
		}
		*s = append(*s, sh)
	}
	return nil
}

func main() {
	d := Date{time.Date(2023, 5, 6, 7, 8, 9, 0, time.UTC)}
	t := Task{ID: 1, Title: "a <b> & \"c\"", Priority: High, Tags: nil, secret: "s", Score: 1.5,
		Meta: Meta{d, map[string]any{"z": 1, "a": []int{1}, "n": nil}}}
	b, err := json.Marshal(t)
	fmt.Println(string(b), err)
	t2 := Task{ID: 2, Parent: &t, Tags: []string{}, Priority: Low, Raw: json.RawMessage(`{"k": [1, 2]}`)}
	b, err = json.MarshalIndent(t2, ">", "  ")
	fmt.Println(string(b), err)
	var back Task
	err = json.Unmarshal(b[0:], &back)
	fmt.Println(err, back.Parent.Title, back.Parent.Created.Year(), back.Tags == nil, len(back.Tags), string(back.Raw), back.Parent.Labels["a"])
	_, err = json.Marshal(Task{})
	fmt.Println(err)
	var se *json.SyntaxError
	var te *json.UnmarshalTypeError
	for _, s := range []string{`{"id": "x"}`, `{"id": 1,}`, `{"priority": "mid"}`, `{"created": 5}`, `{"created":"x"}`, `[]`, ``, `{"tags": [1]}`, `{"ID": 7, "TITLE": "case"}`, `{"score": "2.5", "done": null}`} {
		var t Task
		err := json.Unmarshal([]byte(s), &t)
		fmt.Println(t.ID, t.Title, t.Score, err, errors.As(err, &se), errors.As(err, &te))
	}
	var shapes Shapes
	err = json.Unmarshal([]byte(`[{"type":"sq","data":{"Side":2}},{"type":"ci","data":{"R":1}}]`), &shapes)
	fmt.Printf("%v %+v %v\n", err, shapes, shapes[0].Area()+shapes[1].Area())
	fmt.Println(json.Unmarshal([]byte(`[{"type":"x"}]`), &shapes))
	var v any
	json.Unmarshal([]byte(`{"n": 1.0, "big": 12345678901, "s": ["a", true, null, {"x": -0.5e3}]}`), &v)
	fmt.Println(v)
	m := v.(map[string]any)
	switch x := m["s"].([]any)[3].(map[string]any)["x"].(type) {
	case float64:
		fmt.Println("float", x)
	}
	dec := json.NewDecoder(strings.NewReader(`{"a":1} {"a":2} {"b":3}`))
	dec.DisallowUnknownFields()
	for {
		var s struct{ A int }
		if err := dec.Decode(&s); err != nil {
			fmt.Println(err)
			break
		}
		fmt.Println(s)
	}
	var buf bytes.Buffer
	enc := json.NewEncoder(&buf)
	enc.SetIndent("", " ")
	enc.SetEscapeHTML(false)
	fmt.Println(enc.Encode(map[Priority][]byte{Low: []byte("hi"), High: nil}), buf.String())
	b, err = json.Marshal(map[int]struct {
		X, y int
		Z    *float64 `json:"z"`
	}{2: {1, 2, nil}, 1: {}})
	fmt.Println(string(b), err)
	_, err = json.Marshal(map[string]any{"c": make(chan int)})
	fmt.Println(err)
	b, _ = json.Marshal([]any{1, 2.0, 1e30, "é\u2028", nil, [2]bool{true}, struct{}{}, &t.ID, time.Second, d})
	fmt.Println(string(b))
	fmt.Println(json.Valid([]byte(`{}`)), json.Valid([]byte(`{`)))
}
