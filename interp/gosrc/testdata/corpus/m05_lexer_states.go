package main

import (
	"errors"
	"fmt"
	"strconv"
	"strings"
	"unicode"
	"unicode/utf8"
)

type item struct {
	typ itemType
	val string
	ln  int
}
type itemType int

const (
	itemErr itemType = iota
	itemText
	itemOpen
	itemClose
	itemWord
	itemNum
	itemEOF
)

var typeNames = [...]string{itemErr: "ERR", itemText: "text", itemOpen: "{{", itemClose: "}}", itemWord: "word", itemNum: "num", itemEOF: "EOF"}

func (t itemType) String() string {
	if int(t) < len(typeNames) {
		return typeNames[t]
	}
	return "itemType(" + strconv.Itoa(int(t)) + ")"
}
func (i item) String() string {
	switch {
	case i.typ == itemEOF:
		return "EOF"
	case i.typ == itemErr:
		return i.val
	case len(i.val) > 8:
		return fmt.Sprintf("%.8q...", i.val)
	}
	return fmt.Sprintf("%q", i.val)
}

type stateFn func(*lexer) stateFn
type lexer struct {
	input      string
	start, pos int
	line       int
	items      chan item
}

func lex(in string) *lexer {
	l := &lexer{input: in, items: make(chan item, 2), line: 1}
	go func() {
		for st := lexText; st != nil; {
			st = st(l)
		}
		close(l.items)
	}()
	return l
}
func (l *lexer) emit(t itemType) {
	l.items <- item{t, l.input[l.start:l.pos], l.line}
	l.line += strings.Count(l.input[l.start:l.pos], "\n")
	l.start = l.pos
}
func (l *lexer) errorf(f string, args ...any) stateFn {
	l.items <- item{itemErr, fmt.Sprintf(f, args...), l.line}
	return nil
}
func (l *lexer) next() (r rune) {
	if l.pos >= len(l.input) {
		return -1
	}
	r, w := utf8.DecodeRuneInString(l.input[l.pos:])
	l.pos += w
	return r
}
func (l *lexer) acceptRun(ok func(rune) bool) {
	for l.pos < len(l.input) {
		r, w := utf8.DecodeRuneInString(l.input[l.pos:])
		if !ok(r) {
			return
		}
		l.pos += w
	}
}

var lexText stateFn

func init() {
	lexText = func(l *lexer) stateFn {
		i := strings.Index(l.input[l.pos:], "{{")
		if i < 0 {
			l.pos = len(l.input)
			if l.pos > l.start {
				l.emit(itemText)
			}
			l.emit(itemEOF)
			return nil
		}
		if l.pos += i; l.pos > l.start {
			l.emit(itemText)
		}
		l.pos += 2
		l.emit(itemOpen)
		return lexInside
	}
}
func lexInside(l *lexer) stateFn {
	for {
		if strings.HasPrefix(l.input[l.pos:], "}}") {
			l.pos += 2
			l.emit(itemClose)
			return lexText
		}
		switch r := l.next(); {
		case r == -1:
			return l.errorf("unclosed action at line %d", l.line)
		case unicode.IsSpace(r):
			l.start = l.pos
		case unicode.IsDigit(r) || r == '-':
			l.acceptRun(unicode.IsDigit)
			l.emit(itemNum)
		case unicode.IsLetter(r) || r == '.':
			l.acceptRun(func(r rune) bool { return unicode.IsLetter(r) || r == '.' || r == '_' })
			l.emit(itemWord)
		default:
			return l.errorf("bad character %#U", r)
		}
	}
}

type scope struct {
	vars   map[string]any
	parent *scope
}

func (s *scope) lookup(name string) (v any, ok bool) {
	for ; s != nil; s = s.parent {
		if v, ok = s.vars[name]; ok {
			return
		}
	}
	return nil, false
}
func render(tpl string, s *scope) (out string, err error) {
	var sb strings.Builder
	defer func() { out = sb.String() }()
	inside := false
	for it := range lex(tpl).items {
		switch it.typ {
		case itemErr:
			return "", errors.New(it.val)
		case itemText:
			sb.WriteString(it.val)
		case itemOpen, itemClose:
			inside = it.typ == itemOpen
		case itemWord, itemNum:
			if !inside {
				panic("outside")
			}
			v, ok := s.lookup(strings.TrimPrefix(it.val, "."))
			if n, e := strconv.Atoi(it.val); e == nil {
				v, ok = n, true
			}
			if !ok {
				return "", fmt.Errorf("line %d: undefined %v", it.ln, it)
			}
			if f, isF := v.(func() string); isF {
				v = f()
			}
			fmt.Fprint(&sb, v)
		}
	}
	return
}

func main() {
	for it := range lex("héllo {{ .Name }} x\n{{12 -3}}longer text here").items {
		fmt.Printf("%v:%v@%d ", it.typ, it, it.ln)
	}
	fmt.Println()
	root := &scope{vars: map[string]any{"Name": "Ann", "n": 3, "up": func() string { return "UP" }, "list": []string{"a"}}}
	inner := &scope{map[string]any{"Name": "Inner", "nil": nil}, root}
	for _, t := range []string{"Hi {{.Name}} {{n}}!", "{{up}}-{{list}}-{{nil}}-{{7}}", "a\n\n{{.missing}}", "open {{ .Name", "{{ $x }}", "", "no actions"} {
		for _, s := range []*scope{root, inner} {
			out, err := render(t, s)
			fmt.Printf("%q %v|", out, err)
		}
		fmt.Println()
	}
	fmt.Println(itemType(42), []itemType{itemWord, itemEOF}, item{itemErr, "e", 0}, item{itemText, "0123456789", 1})
}
