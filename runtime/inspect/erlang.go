package inspect

import (
	"fmt"
	"strconv"
	"strings"
	"unicode"
	"unicode/utf8"

	"gex/runtime/term"
)

// Erlang returns t in Erlang's notation as ~tp of io:format prints it at the
// begin of a line of 80 columns.
func Erlang(t term.Term) string { return ErlangAt(t, 0) }

// ErlangAt is Erlang for a term that begins behind column characters of its
// line. Lines after the first are indented by as much.
func ErlangAt(t term.Term, column int) string { return ErlangStyle{}.At(t, column, defaultWidth) }

// ErlangStyle says what Erlang's notation takes for text; the zero value is
// ~tp, which shows binaries of UTF-8 and lists of characters as texts.
type ErlangStyle struct {
	Raw       bool // nothing is text, as ~w
	Latin1    bool // the bytes of a binary are characters, as ~p
	NoStrings bool // lists are no texts, as ~lp
}

// At is ErlangAt for lines of a width.
func (s ErlangStyle) At(t term.Term, column, width int) string {
	p := s.piece(t)
	l := erlangLayout{width: width, longest: p.length}
	return l.print(p, column+1)
}

// Line returns t on one line.
func (s ErlangStyle) Line(t term.Term) string {
	var b strings.Builder
	s.piece(t).write(&b)
	return b.String()
}

// ErlangLine returns t in Erlang's notation on one line, however long.
func ErlangLine(t term.Term) string {
	return ErlangStyle{}.Line(t)
}

// piece is a term prepared for Erlang's layout: what it is, how long it is on
// one line, and its elements.
type piece struct {
	kind     pieceKind
	text     string // of a word
	length   int
	elements []*piece
	tail     *piece   // of an improper list
	segments []string // of a bitstring
}

type pieceKind uint8

const (
	word pieceKind = iota
	listPiece
	tuplePiece
	taggedPiece // a tuple whose first element of several is an atom
	mapPiece
	pairPiece // a key and a value of a map
	bitsPiece
)

func newWord(text string) *piece {
	return &piece{kind: word, text: text, length: utf8.RuneCountInString(text)}
}

func (s ErlangStyle) piece(t term.Term) *piece {
	switch t := t.(type) {
	case term.Tuple:
		return s.tuple(t)
	case *term.Cons:
		return s.list(t)
	case *term.Map:
		return s.mapping(t)
	case *term.Native:
		if t.Fields != nil {
			return s.mapping(structMap(t))
		}
	case term.Binary:
		if text, ok := s.binary(string(t)); ok {
			return newWord(text)
		}
		return bitsOf(string(t), 8*len(t))
	case *term.Bits:
		return bitsOf(t.Bytes, t.Size)
	}
	return newWord(erlangWord(t))
}

// structMap is a Go struct as the map that a struct of Elixir is.
func structMap(n *term.Native) *term.Map {
	name := term.Atom(n.Name) // of a type that could not be a module
	if n.Name != "" && unicode.IsUpper(rune(n.Name[0])) {
		name = term.Alias(n.Name)
	}
	pairs := []term.Pair{{Key: term.Atom("__struct__"), Value: name}}
	for _, f := range n.Fields() {
		pairs = append(pairs, term.Pair{Key: term.Atom(f.Name), Value: f.Value})
	}
	return term.NewMap(pairs...)
}

func (s ErlangStyle) tuple(t term.Tuple) *piece {
	if len(t) == 0 {
		return newWord("{}")
	}
	p := &piece{kind: tuplePiece}
	if _, tagged := t[0].(term.Atom); tagged && len(t) > 1 {
		p.kind = taggedPiece
	}
	p.add(s, t...)
	p.length += len("{}")
	return p
}

func (p *piece) add(s ErlangStyle, terms ...term.Term) {
	for _, t := range terms {
		p.append(s.piece(t))
	}
}

// append adds an element and the comma before it.
func (p *piece) append(element *piece) {
	if len(p.elements) > 0 {
		p.length++
	}
	p.length += element.length
	p.elements = append(p.elements, element)
}

func (s ErlangStyle) list(cell *term.Cons) *piece {
	if text, ok := erlangString(cell); ok && !s.Raw && !s.NoStrings {
		return newWord(text)
	}
	elements, tail := term.SliceWithTail(cell)
	p := &piece{kind: listPiece}
	p.add(s, elements...)
	if _, proper := tail.(term.EmptyList); !proper {
		p.tail = s.piece(tail)
		p.length += 1 + p.tail.length
	}
	p.length += len("[]")
	return p
}

const arrow = " => "

func (s ErlangStyle) mapping(m *term.Map) *piece {
	if m.Len() == 0 {
		return newWord("#{}")
	}
	p := &piece{kind: mapPiece}
	for _, pair := range m.Pairs() {
		key, value := s.piece(pair.Key), s.piece(pair.Value)
		p.append(&piece{
			kind:     pairPiece,
			length:   key.length + len(arrow) + value.length,
			elements: []*piece{key, value},
		})
	}
	p.length += len("#{}")
	return p
}

func bitsOf(bytes string, size int) *piece {
	p := &piece{kind: bitsPiece}
	for i := range len(bytes) {
		text := strconv.Itoa(int(bytes[i]))
		if left := size - 8*i; left < 8 {
			text = strconv.Itoa(int(bytes[i]>>(8-left))) + ":" + strconv.Itoa(left)
		}
		p.segments = append(p.segments, text)
		p.length += len(text) + 1
	}
	if len(bytes) > 0 {
		p.length--
	}
	p.length += len("<<>>")
	return p
}

// write appends the form on one line.
func (p *piece) write(b *strings.Builder) {
	switch p.kind {
	case word:
		b.WriteString(p.text)
	case listPiece:
		p.writeBetween(b, "[", ",", "]")
	case tuplePiece, taggedPiece:
		p.writeBetween(b, "{", ",", "}")
	case mapPiece:
		p.writeBetween(b, "#{", ",", "}")
	case pairPiece:
		p.writeBetween(b, "", arrow, "")
	case bitsPiece:
		b.WriteString("<<" + strings.Join(p.segments, ",") + ">>")
	}
}

func (p *piece) writeBetween(b *strings.Builder, open, separator, close string) {
	b.WriteString(open)
	for i, e := range p.elements {
		if i > 0 {
			b.WriteString(separator)
		}
		e.write(b)
	}
	if p.tail != nil {
		b.WriteByte('|')
		p.tail.write(b)
	}
	b.WriteString(close)
}

func erlangWord(t term.Term) string {
	switch t := t.(type) {
	case term.Atom:
		return ErlangAtom(t)
	case term.Int, *term.Big:
		return integerText(t, Decimal)
	case term.Float:
		return ErlangFloat(float64(t))
	case term.EmptyList:
		return "[]"
	case term.PID:
		return string(append(appendPID([]byte{'<'}, t), '>'))
	case term.Ref:
		return string(append(appendRef([]byte("#Ref<"), t), '>'))
	case *term.Fun:
		return erlangFun(t)
	case *term.Native:
		return "#" + t.Name + "<>"
	}
	return fmt.Sprint(t)
}

// erlangFun returns fun lists:map/2 or #Fun<erl_eval.42.3316493>.
func erlangFun(f *term.Fun) string {
	if f.External {
		return "fun " + ErlangAtom(f.Module) + ":" + ErlangAtom(term.Atom(f.Name)) + "/" + strconv.Itoa(f.Arity)
	}
	module := f.Module
	if dot := strings.LastIndexByte(f.Place, '.'); module == "" && dot >= 0 {
		module = term.Alias(f.Place[:dot])
		if name, erlang := strings.CutPrefix(f.Place[:dot], ":"); erlang {
			module = term.Atom(name)
		}
	}
	return "#Fun<" + string(module) + "." + strconv.Itoa(f.Index) + "." + strconv.Itoa(f.Unique) + ">"
}

// ErlangQuoted returns characters in quotes as Erlang writes them.
func ErlangQuoted(s string, quote rune) string {
	return string(utf8.AppendRune(appendErlang(utf8.AppendRune(nil, quote), s, quote), quote))
}

// ErlangAtom returns an atom as Erlang writes it: ok, 'Elixir.KV', 'foo bar'.
func ErlangAtom(a term.Atom) string {
	if name := string(a); bareInErlang(name) {
		return name
	}
	return string(appendErlang([]byte{'\''}, string(a), '\'')) + "'"
}

func bareInErlang(name string) bool {
	if reservedInErlang[name] {
		return false
	}
	for i, r := range name {
		lower := r >= 'a' && r <= 'z' || r >= 'ß' && r <= 'ÿ' && r != '÷'
		upper := r >= 'A' && r <= 'Z' || r >= 'À' && r <= 'Þ' && r != '×'
		other := upper || r >= '0' && r <= '9' || r == '_' || r == '@'
		if !lower && (i == 0 || !other) {
			return false
		}
	}
	return name != ""
}

var reservedInErlang = map[string]bool{
	"after": true, "and": true, "andalso": true, "band": true, "begin": true, "bnot": true, "bor": true,
	"bsl": true, "bsr": true, "bxor": true, "case": true, "catch": true, "cond": true, "div": true,
	"end": true, "fun": true, "if": true, "let": true, "not": true, "of": true, "or": true, "orelse": true,
	"receive": true, "rem": true, "try": true, "when": true, "xor": true,
}

func (s ErlangStyle) binary(text string) (string, bool) {
	switch {
	case text == "":
		return "<<>>", true
	case s.Raw:
		return "", false
	case s.Latin1:
		return latin1Binary(text)
	}
	return erlangBinary(text)
}

// erlangBinary returns a binary of printable characters as <<"text">>.
func erlangBinary(s string) (string, bool) {
	if !utf8.ValidString(s) {
		return latin1Binary(s)
	}
	ascii := true
	for _, r := range s {
		if !printableInErlang(r) {
			return "", false
		}
		ascii = ascii && r < utf8.RuneSelf
	}
	b := append(appendErlang([]byte(`<<"`), s, '"'), '"')
	if !ascii {
		b = append(b, "/utf8"...)
	}
	return string(append(b, ">>"...)), true
}

// latin1Binary is erlangBinary for bytes that are not UTF-8.
func latin1Binary(s string) (string, bool) {
	text := make([]rune, len(s))
	for i := range len(s) {
		text[i] = rune(s[i])
		if !printableInErlang(text[i]) {
			return "", false
		}
	}
	return string(appendErlang([]byte(`<<"`), string(text), '"')) + `">>`, true
}

// erlangString returns a list of printable characters as "text".
func erlangString(cell *term.Cons) (string, bool) {
	elements, proper := term.Slice(cell)
	if !proper {
		return "", false
	}
	text := make([]rune, len(elements))
	for i, e := range elements {
		r, ok := e.(term.Int)
		if !ok || r < 0 || r > utf8.MaxRune || !printableInErlang(rune(r)) {
			return "", false
		}
		text[i] = rune(r)
	}
	return string(appendErlang([]byte{'"'}, string(text), '"')) + `"`, true
}

// printableInErlang is io_lib:printable_latin1_list for one character: the
// range of characters that Erlang takes for text unless told otherwise.
func printableInErlang(r rune) bool {
	return r >= ' ' && r <= '~' || r >= 0xA0 && r <= 0xFF || erlangEscape(r) != 0 && r != 0x7f
}

func erlangEscape(r rune) byte {
	if r == '\a' {
		return 0
	}
	return escapes(r)
}

// appendErlang appends the characters of s, escaped.
func appendErlang(b []byte, s string, quote rune) []byte {
	for _, r := range s {
		switch letter := erlangEscape(r); {
		case r == quote, r == '\\':
			b = append(b, '\\', byte(r))
		case letter != 0:
			b = append(b, '\\', letter)
		case r < ' ', r > '~' && r < 0xA0:
			b = fmt.Appendf(b, `\%03o`, r)
		default:
			b = utf8.AppendRune(b, r)
		}
	}
	return b
}
