package main

import (
	"errors"
	"fmt"
	"slices"
	"strconv"
	"strings"
	"unicode"
)

type Kind int

const (
	Null Kind = iota
	Bool
	Number
	String
	Array
	Object
)

var kindNames = map[Kind]string{Null: "null", Bool: "bool", Number: "number", String: "string", Array: "array", Object: "object"}

func (k Kind) String() string { return kindNames[k] }

type Value interface {
	Kind() Kind
	fmt.Stringer
}
type (
	nullV struct{}
	boolV bool
	numV  float64
	strV  string
	arrV  []Value
	pair  struct {
		Key string
		Val Value
	}
	objV []pair
)

func (nullV) Kind() Kind { return Null }
func (boolV) Kind() Kind { return Bool }
func (numV) Kind() Kind  { return Number }
func (strV) Kind() Kind  { return String }
func (arrV) Kind() Kind  { return Array }
func (objV) Kind() Kind  { return Object }

func (nullV) String() string   { return "null" }
func (b boolV) String() string { return strconv.FormatBool(bool(b)) }
func (n numV) String() string  { return strconv.FormatFloat(float64(n), 'g', -1, 64) }
func (s strV) String() string  { return strconv.Quote(string(s)) }
func (a arrV) String() string {
	parts := make([]string, len(a))
	for i, v := range a {
		parts[i] = v.String()
	}
	return "[" + strings.Join(parts, ",") + "]"
}
func (o objV) String() string {
	var b strings.Builder
	b.WriteByte('{')
	for i, p := range o {
		if i > 0 {
			b.WriteByte(',')
		}
		fmt.Fprintf(&b, "%q:%v", p.Key, p.Val)
	}
	return b.String() + "}"
}
func (o objV) Get(key string) (Value, bool) {
	i := slices.IndexFunc(o, func(p pair) bool { return p.Key == key })
	if i < 0 {
		return nil, false
	}
	return o[i].Val, true
}

type SyntaxErr struct {
	Pos  int
	Want string
	Got  rune
}

func (e *SyntaxErr) Error() string {
	if e.Got == -1 {
		return fmt.Sprintf("pos %d: want %s, got end", e.Pos, e.Want)
	}
	return fmt.Sprintf("pos %d: want %s, got %q", e.Pos, e.Want, e.Got)
}

type parser struct {
	in    []rune
	pos   int
	depth int
}

func (p *parser) peek() rune {
	if p.pos < len(p.in) {
		return p.in[p.pos]
	}
	return -1
}
func (p *parser) next() rune { r := p.peek(); p.pos++; return r }
func (p *parser) ws() *parser {
	for unicode.IsSpace(p.peek()) {
		p.pos++
	}
	return p
}
func (p *parser) fail(want string) { panic(&SyntaxErr{p.pos, want, p.peek()}) }
func (p *parser) expect(r rune) {
	if p.ws().peek() != r {
		p.fail(strconv.QuoteRune(r))
	}
	p.pos++
}
func (p *parser) value() (v Value) {
	p.depth++
	defer func() { p.depth-- }()
	switch r := p.ws().peek(); {
	case r == '{':
		return p.object()
	case r == '[':
		p.next()
		a := arrV{}
		for p.ws().peek() != ']' {
			if len(a) > 0 {
				p.expect(',')
			}
			a = append(a, p.value())
		}
		p.next()
		return a
	case r == '"':
		return strV(p.str())
	case r == '-' || unicode.IsDigit(r):
		start := p.pos
		for strings.ContainsRune("+-.eE0123456789", p.peek()) {
			p.pos++
		}
		f, err := strconv.ParseFloat(string(p.in[start:p.pos]), 64)
		if err != nil {
			panic(fmt.Errorf("bad number: %w", err))
		}
		return numV(f)
	}
	for word, v := range map[string]Value{"null": nullV{}, "true": boolV(true), "false": boolV(false)} {
		if strings.HasPrefix(string(p.in[p.pos:]), word) {
			p.pos += len(word)
			return v
		}
	}
	p.fail("a value")
	return nil
}
func (p *parser) object() objV {
	p.expect('{')
	o := objV(nil)
	for p.ws().peek() != '}' {
		if o != nil {
			p.expect(',')
			p.ws()
		}
		k := p.str()
		p.expect(':')
		o = append(o, pair{k, p.value()})
	}
	p.next()
	return o
}
func (p *parser) str() string {
	if p.peek() != '"' {
		p.fail("a string")
	}
	var sb strings.Builder
	for p.next(); ; {
		switch r := p.next(); r {
		case -1:
			p.pos--
			p.fail("a quote")
		case '"':
			return sb.String()
		case '\\':
			switch e := p.next(); e {
			case 'n':
				sb.WriteByte('\n')
			case 'u':
				n, err := strconv.ParseUint(string(p.in[p.pos:p.pos+4]), 16, 32)
				if err != nil {
					panic(err)
				}
				sb.WriteRune(rune(n))
				p.pos += 4
			default:
				sb.WriteRune(e)
			}
		default:
			sb.WriteRune(r)
		}
	}
}
func Parse(s string) (v Value, err error) {
	p := &parser{in: []rune(s)}
	defer func() {
		switch r := recover().(type) {
		case nil:
		case error:
			v, err = nil, r
		default:
			panic(r)
		}
	}()
	v = p.value()
	if p.ws().peek() != -1 {
		p.fail("end")
	}
	return
}
func walk(v Value, path string, f func(string, Value)) {
	f(path, v)
	switch v := v.(type) {
	case arrV:
		for i, e := range v {
			walk(e, fmt.Sprintf("%s[%d]", path, i), f)
		}
	case objV:
		for _, p := range v {
			walk(p.Val, path+"."+p.Key, f)
		}
	}
}

func main() {
	for _, s := range []string{
		`{"a": [1, -2.5e3, {"b": null}], "s": "q\"\u00e9\n", "t": true}`, `[]`, `{}`, `[1,2`, `{"a" 1}`, `"abc`, `nul`, `[1] x`, `-`, `{"a":[{"b":[]}]}`,
	} {
		v, err := Parse(s)
		var se *SyntaxErr
		switch {
		case errors.As(err, &se):
			fmt.Println("syntax:", se, "at", se.Pos)
		case errors.Is(err, strconv.ErrSyntax):
			fmt.Println("number:", err)
		default:
			fmt.Printf("%v %s %T\n", v.Kind(), v, v)
			walk(v, "$", func(p string, v Value) { fmt.Print(p, "=", v.Kind(), " ") })
			fmt.Println()
			if o, ok := v.(objV); ok {
				fmt.Println(o.Get("s"))
				fmt.Println(o.Get("zz"))
			}
		}
	}
}
