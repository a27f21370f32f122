package inspect

import (
	"fmt"
	"strconv"
	"strings"
	"unicode/utf8"

	"gex/runtime/term"
)

// Erlang returns t in Erlang's notation as ~tp of io:format prints it at the
// begin of a line of 80 columns.
func Erlang(t term.Term) string { return ErlangAt(t, 0) }

// ErlangAt is Erlang for a term that begins behind column characters of its
// line. Lines after the first are indented by as much.
func ErlangAt(t term.Term, column int) string { return ErlangStyle{}.At(t, column, defaultWidth) }

// ErlangStyle says what Erlang's notation takes for text, and how much of a
// term it shows; the zero value is ~tp, which shows all of it, binaries of
// UTF-8 and lists of characters as texts.
type ErlangStyle struct {
	Raw       bool // nothing is text, as ~w
	Latin1    bool // the bytes of a binary are characters, as ~p
	NoStrings bool // neither lists nor binaries are texts, as ~lp
	// more than the depth and the characters that are shown, 0 for all
	depth, chars int
}

// Within is the style for terms that are shown down to a depth, as ~P, and in
// about so many characters, as with the option chars_limit; less than 0 is no
// limit. What is left out is shown as three dots.
func (s ErlangStyle) Within(depth, chars int) ErlangStyle {
	s.depth, s.chars = max(depth, -1)+1, max(chars, -1)+1
	return s
}

// At is ErlangAt for lines of a width; in a width of 0 nothing is broken.
func (s ErlangStyle) At(t term.Term, column, width int) string {
	p := s.limited(t)
	l := erlangLayout{width: width, longest: p.length}
	return l.print(p, max(column, 0)+1)
}

// Line returns t on one line.
func (s ErlangStyle) Line(t term.Term) string {
	var b strings.Builder
	s.limited(t).write(&b)
	return b.String()
}

// ErlangLine returns t in Erlang's notation on one line, however long.
func ErlangLine(t term.Term) string {
	return ErlangStyle{}.Line(t)
}

// write appends the form on one line.
func (p *piece) write(b *strings.Builder) {
	switch p.kind {
	case word, dotsPiece:
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
		b.WriteString(p.beforeTail())
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
