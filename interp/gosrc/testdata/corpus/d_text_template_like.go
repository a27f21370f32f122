package main

import (
	"errors"
	"fmt"
	"strconv"
	"strings"
)

type Vars map[string]any
type Func func(args ...any) (any, error)
type Template struct {
	parts []part
	funcs map[string]Func
}
type part interface {
	render(w *strings.Builder, v Vars, fs map[string]Func) error
}
type (
	lit  string
	expr struct {
		path  []string
		pipes []string
	}
)

func (l lit) render(w *strings.Builder, _ Vars, _ map[string]Func) error {
	_, err := w.WriteString(string(l))
	return err
}
func (e *expr) render(w *strings.Builder, v Vars, fs map[string]Func) error {
	var cur any = v
	for i, p := range e.path {
		switch c := cur.(type) {
		case Vars:
			cur = c[p]
		case map[string]any:
			cur = c[p]
		case []any:
			n, err := strconv.Atoi(p)
			if err != nil {
				return fmt.Errorf("index %q: %w", p, err)
			}
			cur = c[n]
		case interface{ Field(string) (any, bool) }:
			f, ok := c.Field(p)
			if !ok {
				return fmt.Errorf("%T has no field %s", c, p)
			}
			cur = f
		default:
			return fmt.Errorf("cannot go into %T at %s", cur, strings.Join(e.path[:i+1], "."))
		}
	}
	for _, p := range e.pipes {
		f, ok := fs[p]
		if !ok {
			return fmt.Errorf("no function %s", p)
		}
		var err error
		if cur, err = f(cur); err != nil {
			return fmt.Errorf("%s: %w", p, err)
		}
	}
	fmt.Fprint(w, cur)
	return nil
}

func Parse(s string) (*Template, error) {
	t := &Template{}
	for {
		before, rest, found := strings.Cut(s, "{{")
		if before != "" {
			t.parts = append(t.parts, lit(before))
		}
		if !found {
			return t, nil
		}
		inner, after, closed := strings.Cut(rest, "}}")
		if !closed {
			return nil, errors.New("unclosed action")
		}
		fields := strings.Split(inner, "|")
		for i := range fields {
			fields[i] = strings.TrimSpace(fields[i])
		}
		t.parts = append(t.parts, &expr{strings.Split(fields[0], "."), fields[1:]})
		s = after
	}
}
func (t *Template) Execute(v Vars) (out string, err error) {
	defer func() {
		if r := recover(); r != nil {
			err = fmt.Errorf("template: %v", r)
		}
	}()
	var sb strings.Builder
	for _, p := range t.parts {
		if err := p.render(&sb, v, t.funcs); err != nil {
			return sb.String(), err
		}
	}
	return sb.String(), nil
}

type User struct {
	name string
	age  int
}

func (u User) Field(n string) (any, bool) {
	switch n {
	case "name":
		return u.name, true
	case "age":
		return u.age, true
	}
	return nil, false
}
func (u User) String() string { return "@" + u.name }

func main() {
	fs := map[string]Func{
		"upper": func(a ...any) (any, error) { return strings.ToUpper(fmt.Sprint(a...)), nil },
		"len": func(a ...any) (any, error) {
			switch x := a[0].(type) {
			case string:
				return len(x), nil
			case []any:
				return len(x), nil
			}
			return nil, fmt.Errorf("len of %T", a[0])
		},
	}
	vars := Vars{"u": User{"ann", 30}, "list": []any{1, "two", Vars{"deep": true}}, "m": map[string]any{"k": 2.5}, "nil": nil}
	for _, s := range []string{"Hi {{u.name | upper}}, {{u.age}} {{u}}!", "{{list.1}} {{list | len}} {{list.2.deep}}", "{{m.k}}{{m.none}}", "{{u.zip}}", "{{list.9}}", "{{list.x}}", "{{nil.a}}", "{{u | nope}}", "{{m | len}}", "{{open", "plain"} {
		t, err := Parse(s)
		if err != nil {
			fmt.Println("parse:", err)
			continue
		}
		t.funcs = fs
		out, err := t.Execute(vars)
		fmt.Printf("%q %v\n", out, err)
	}
}
