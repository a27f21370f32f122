package inspect

import (
	"strconv"
	"strings"
	"unicode/utf8"

	"gex/runtime/term"
)

// This file prepares terms for Erlang's layout, as far as a depth and a number
// of characters allow. In its methods depth counts down with every level and
// every further element of a list, tuple or map, and at 1 nothing more is
// shown; chars is how many characters are left. Less than 0 is no limit.

// piece is a term prepared for Erlang's layout: what it is, how long it is on
// one line, and its elements.
type piece struct {
	kind     pieceKind
	text     string // of a word
	length   int
	elements []*piece
	tail     *piece   // of an improper list, or the dots for what is left out
	segments []string // of a bitstring
	// cut says that dots stand for a part of it; what can show more of itself
	// alone, and not by its elements, does so with again.
	cut   bool
	again func(chars, deeper int) *piece
	rest  func(chars, deeper int) sequence // of dots in the place of elements
}

// sequence is what stands between brackets.
type sequence struct {
	elements []*piece
	tail     *piece
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
	dotsPiece // in the place of the elements that are left out
)

const (
	dotsText = "..."
	arrow    = " => "
)

func newWord(text string) *piece {
	return &piece{kind: word, text: text, length: utf8.RuneCountInString(text)}
}

// cutWord is a word for something of which more could be shown.
func cutWord(text string, again func(chars, deeper int) *piece) *piece {
	p := newWord(text)
	p.cut, p.again = true, again
	return p
}

func cutElements(rest func(chars, deeper int) sequence) *piece {
	return &piece{kind: dotsPiece, text: dotsText, length: len(dotsText), cut: true, rest: rest}
}

// without returns how many characters are left after some; a limit stays one.
func without(chars, used int) int {
	if chars < 0 {
		return chars
	}
	return max(chars-used, 0)
}

// spend is without for an element that a comma may follow.
func spend(chars int, last bool) int {
	if last {
		return chars
	}
	return without(chars, 1)
}

// piece is the term as far as the depth and the characters go.
func (s ErlangStyle) piece(t term.Term, depth, chars int) *piece {
	switch t := t.(type) {
	case term.Tuple:
		return s.tuple(t, depth, chars)
	case *term.Cons:
		return s.list(t, depth, chars)
	case *term.Map:
		return s.mapping(t, depth, chars)
	case *term.Native:
		if m, ok := term.AsMap(t); ok {
			return s.mapping(m, depth, chars)
		}
	case term.Binary:
		return s.binary(string(t), depth, chars)
	case *term.Bits:
		return bits(t.Bytes, t.Size, depth, chars, func(chars, deeper int) *piece { return s.piece(t, depth+deeper, chars) })
	}
	return newWord(erlangWord(t))
}

// between makes a piece of what stands between brackets of a length.
func (q sequence) between(kind pieceKind, brackets int) *piece {
	p := &piece{kind: kind, elements: q.elements, tail: q.tail, length: brackets}
	for i, e := range q.elements {
		p.add(e, i == 0)
	}
	if q.tail != nil {
		p.add(q.tail, len(q.elements) == 0)
	}
	return p
}

func (p *piece) add(element *piece, first bool) {
	p.length += element.length
	if !first {
		p.length++
	}
	p.cut = p.cut || element.cut
}

// beforeTail is what separates the tail from the elements.
func (p *piece) beforeTail() string {
	switch {
	case len(p.elements) == 0:
		return ""
	case p.kind == listPiece:
		return "|"
	}
	return ","
}

func (s ErlangStyle) tuple(t term.Tuple, depth, chars int) *piece {
	switch {
	case len(t) == 0:
		return newWord("{}")
	case depth == 1:
		return cutWord("{...}", func(chars, deeper int) *piece { return s.tuple(t, 1+deeper, chars) })
	}
	kind := tuplePiece
	if _, tagged := t[0].(term.Atom); tagged && len(t) > 1 {
		kind = taggedPiece
	}
	return s.fields(t, depth, without(chars, len("{}"))).between(kind, len("{}"))
}

func (s ErlangStyle) fields(t term.Tuple, depth, chars int) (q sequence) {
	for i, field := range t {
		if depth == 1 || chars == 0 {
			rest := t[i:]
			q.tail = cutElements(func(chars, deeper int) sequence { return s.fields(rest, depth+deeper, chars) })
			return q
		}
		depth--
		chars = spend(chars, i == len(t)-1)
		q.elements = append(q.elements, s.piece(field, depth, chars))
		chars = without(chars, q.elements[i].length)
	}
	return q
}

func (s ErlangStyle) list(cell *term.Cons, depth, chars int) *piece {
	if !s.Raw && !s.NoStrings && depth != 1 {
		if text, ok := s.string(cell, chars); ok {
			return newWord(text)
		}
	}
	p := s.items(cell, depth, without(chars, len("[]"))).between(listPiece, len("[]"))
	if p.cut {
		p.again = func(chars, deeper int) *piece { return s.list(cell, depth+deeper, chars) }
	}
	return p
}

func (s ErlangStyle) items(t term.Term, depth, chars int) (q sequence) {
	for t != term.Empty {
		if depth == 1 || chars == 0 {
			q.tail = cutElements(func(chars, deeper int) sequence { return s.items(t, depth+deeper, chars) })
			return q
		}
		depth--
		cell, ok := t.(*term.Cons)
		if !ok {
			q.tail = s.piece(t, depth, chars)
			return q
		}
		chars = spend(chars, cell.Tail == term.Empty)
		item := s.piece(cell.Head, depth, chars)
		q.elements = append(q.elements, item)
		chars, t = without(chars, item.length), cell.Tail
	}
	return q
}

func (s ErlangStyle) mapping(m *term.Map, depth, chars int) *piece {
	switch {
	case m.Len() == 0:
		return newWord("#{}")
	case s.plain():
		return s.plainMap(m.Pairs(), depth)
	case depth == 1:
		return cutWord("#{...}", func(chars, deeper int) *piece { return s.mapping(m, 1+deeper, chars) })
	}
	return s.pairs(m.Pairs(), depth, depth-1, without(chars, len("#{}"))).between(mapPiece, len("#{}"))
}

// pairs are those of a map whose elements are shown down to a depth.
func (s ErlangStyle) pairs(pairs []term.Pair, depth, inside, chars int) (q sequence) {
	for i, pair := range pairs {
		if depth == 1 || chars == 0 {
			rest := pairs[i:]
			q.tail = cutElements(func(chars, deeper int) sequence { return s.pairs(rest, depth+deeper, inside, chars) })
			return q
		}
		depth--
		chars = spend(chars, i == len(pairs)-1)
		key := s.piece(pair.Key, inside, chars)
		value := s.piece(pair.Value, inside, without(chars, key.length+len(arrow)))
		q.elements = append(q.elements, newPair(key, value))
		chars = without(chars, q.elements[i].length)
	}
	return q
}

func newPair(key, value *piece) *piece {
	return &piece{
		kind:     pairPiece,
		length:   key.length + len(arrow) + value.length,
		elements: []*piece{key, value},
		cut:      key.cut || value.cut,
	}
}

// plain reports whether it is ~W without a limit of characters, which goes
// through maps in a way of its own.
func (s ErlangStyle) plain() bool { return s.Raw && s.chars == 0 }

// plainMap shows nothing of a map where there is no depth left, and at the end
// of the depth says that there is more even when there is not.
func (s ErlangStyle) plainMap(pairs []term.Pair, depth int) *piece {
	if depth == 1 {
		return newWord("#{}")
	}
	var q sequence
	for i, pair := range pairs {
		if i > 0 && depth-i == 1 {
			break
		}
		q.elements = append(q.elements, newPair(s.piece(pair.Key, depth-1, -1), s.piece(pair.Value, depth-1, -1)))
	}
	if depth > 1 && len(pairs) >= depth-1 {
		q.tail = cutElements(nil)
	}
	return q.between(mapPiece, len("#{}"))
}

// binary is text where it may be.
func (s ErlangStyle) binary(bytes string, depth, chars int) *piece {
	again := func(chars, deeper int) *piece { return s.binary(bytes, depth+deeper, chars) }
	switch {
	case bytes == "":
		return newWord("<<>>")
	case depth == 1:
		return cutWord("<<...>>", again)
	case s.Raw || s.NoStrings:
		return bits(bytes, 8*len(bytes), depth, chars, again)
	}
	text, ok := s.bytesText(bytes, depth-1, without(chars, len(`<<"">>`)))
	switch {
	case !ok:
		return bits(bytes, 8*len(bytes), depth, chars, again)
	case text.cut:
		return cutWord(text.quoted(dotsText+">>"), again)
	}
	return newWord(text.quoted(">>"))
}

// bits are the bytes of a bitstring as numbers.
func bits(bytes string, size, depth, chars int, again func(chars, deeper int) *piece) *piece {
	if depth == 1 {
		return cutWord("<<...>>", again)
	}
	p := &piece{kind: bitsPiece, length: len("<<>>")}
	for left := without(chars, len("<<>>")); len(p.segments) < len(bytes); depth-- {
		if depth == 1 || left == 0 {
			p.cut, p.again = true, again
			p.segments = append(p.segments, dotsText)
			break
		}
		p.segments = append(p.segments, segment(bytes, len(p.segments), size))
		left = without(left, len(p.segments[len(p.segments)-1])+1)
	}
	p.length += len(strings.Join(p.segments, ","))
	return p
}

// segment is a byte of a bitstring, or the bits behind the last.
func segment(bytes string, i, size int) string {
	if left := size - 8*i; left < 8 {
		return strconv.Itoa(int(bytes[i]>>(8-left))) + ":" + strconv.Itoa(left)
	}
	return strconv.Itoa(int(bytes[i]))
}
