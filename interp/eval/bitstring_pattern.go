package eval

import (
	"math"
	"strings"
	"unicode/utf16"
	"unicode/utf8"

	"gex/interp/syntax"
	"gex/runtime/term"
)

// reader is a compiled segment of a pattern: it reads from r and matches.
type reader func(m *machine, r *bitReader) bool

// bitstring compiles the pattern <<...>>.
func (p *patternScope) bitstring(n *syntax.Bitstring) pattern {
	readers := p.readers(n.Segments)
	return func(m *machine, value term.Term) bool {
		r, ok := newBitReader(value)
		if !ok {
			return false
		}
		for _, read := range readers {
			if !read(m, r) {
				return false
			}
		}
		return r.rest() == 0
	}
}

func (p *patternScope) readers(segments []syntax.Node) []reader {
	readers := make([]reader, len(segments))
	for i, node := range segments {
		value, s := p.c.segment(node, p.spelled, p.size)
		if s.size == nil && (s.kind == "binary" || s.kind == "bits") && !isText(value) && i < len(segments)-1 {
			p.c.fail(node.Position(), "a binary field without size is only allowed at the end of a binary pattern, "+
				"at the right side of binary concatenation and and never allowed in binary generators. "+
				"The following examples are invalid:\n\n    rest <> \"foo\"\n    <<rest::binary, \"foo\">>\n\n"+
				"They are invalid because there is a bits/bitstring component not at the end. "+
				"However, the \"reverse\" would work:\n\n    \"foo\" <> rest\n    <<\"foo\", rest::binary>>\n\n")
		}
		readers[i] = p.reader(value, s)
	}
	return readers
}

func isText(n syntax.Node) bool {
	_, ok := n.(*syntax.String)
	return ok
}

// size compiles a size, which may use variables bound earlier in the pattern.
func (p *patternScope) size(n syntax.Node) thunk {
	scope := p.c.scope
	p.c.scope = scope.inner()
	for _, v := range p.order {
		p.c.scope.declare(&variable{name: v.name, slot: v.slot, used: true})
		if sizeUses(n, v.name) {
			v.used = true
		}
	}
	if v, ok := n.(*syntax.Var); ok && p.c.scope.lookup(v.Name) == nil {
		if _, bound := p.c.env.Lookup(v.Name); !bound || p.c.module != nil {
			p.c.failBelow(v.Pos, "undefined variable %q", v.Name)
		}
	}
	size := p.c.expr(n, false)
	p.c.scope = scope
	return size
}

func sizeUses(n syntax.Node, name string) bool {
	uses := false
	syntax.Visit(n, func(n syntax.Node) {
		v, ok := n.(*syntax.Var)
		uses = uses || ok && v.Name == name
	})
	return uses
}

func (p *patternScope) reader(value syntax.Node, s segment) reader {
	if text, ok := value.(*syntax.String); ok {
		return p.textReader(text, s)
	}
	match := p.compile(value)
	switch s.kind {
	case "integer":
		return s.integerReader(match)
	case "float":
		return s.floatReader(match)
	case "binary", "bits":
		return s.bitsReader(match)
	}
	return s.pointReader(match)
}

func (p *patternScope) textReader(text *syntax.String, s segment) reader {
	value, ok := syntax.Constant(text.Parts)
	if !ok {
		p.c.fail(text.Pos, "interpolation is not allowed in patterns")
	}
	var w bitWriter
	switch s.kind {
	case "utf16", "utf32":
		for _, r := range value {
			writePoint(&w, s.kind, r, s.little)
		}
	default:
		w.bytes(value, 8*len(value))
	}
	want, size := string(w.data), w.size
	return func(_ *machine, r *bitReader) bool {
		if r.rest() < size {
			return false
		}
		if r.at%8 == 0 {
			found := strings.HasPrefix(r.data[r.at/8:], want)
			r.at += size
			return found
		}
		return r.take(size) == term.Term(term.Binary(want))
	}
}

func (s segment) integerReader(match pattern) reader {
	return func(m *machine, r *bitReader) bool {
		size, err := s.bits(m, 8)
		if err != nil || r.rest() < size {
			return false
		}
		return match(m, r.integer(size, s.little, s.signed))
	}
}

func (s segment) floatReader(match pattern) reader {
	return func(m *machine, r *bitReader) bool {
		size, err := s.bits(m, 64)
		if err != nil || r.rest() < size {
			return false
		}
		n, _ := term.BigInt(r.integer(size, s.little, false))
		f := math.NaN()
		switch size {
		case 64:
			f = math.Float64frombits(n.Uint64())
		case 32:
			f = float64(math.Float32frombits(uint32(n.Uint64())))
		}
		return !math.IsNaN(f) && !math.IsInf(f, 0) && match(m, term.Float(f))
	}
}

func (s segment) bitsReader(match pattern) reader {
	return func(m *machine, r *bitReader) bool {
		size := r.rest()
		if s.size != nil {
			var err error
			if size, err = s.bits(m, 0); err != nil {
				return false
			}
		}
		if size > r.rest() || s.kind == "binary" && size%8 != 0 {
			return false
		}
		return match(m, r.take(size))
	}
}

func (s segment) pointReader(match pattern) reader {
	return func(m *machine, r *bitReader) bool {
		point, ok := s.point(r)
		return ok && match(m, integer(term.Int(point)))
	}
}

// point reads one code point in the encoding of the segment.
func (s segment) point(r *bitReader) (rune, bool) {
	switch s.kind {
	case "utf8":
		if r.at%8 != 0 {
			return 0, false
		}
		point, size := utf8.DecodeRuneInString(r.data[r.at/8:])
		r.at += 8 * size
		return point, size > 0 && (point != utf8.RuneError || size > 1)
	case "utf16":
		return s.surrogates(r)
	}
	if r.rest() < 32 {
		return 0, false
	}
	value, _ := r.integer(32, s.little, false).(term.Int)
	return rune(value), value <= utf8.MaxRune && utf8.ValidRune(rune(value))
}

func (s segment) surrogates(r *bitReader) (rune, bool) {
	if r.rest() < 16 {
		return 0, false
	}
	first, _ := r.integer(16, s.little, false).(term.Int)
	if !utf16.IsSurrogate(rune(first)) {
		return rune(first), true
	}
	if r.rest() < 16 {
		return 0, false
	}
	second, _ := r.integer(16, s.little, false).(term.Int)
	point := utf16.DecodeRune(rune(first), rune(second))
	return point, point != utf8.RuneError
}

// bitGenerator is <<pattern <- bits>> in a for.
type bitGenerator struct{ readers []reader }

// bitQualifier compiles <<a, b <- bits>>.
func (c *compiler) bitQualifier(n *syntax.Bitstring) (qualifier, bool) {
	last := len(n.Segments) - 1
	if last < 0 {
		return qualifier{}, false
	}
	arrow, ok := n.Segments[last].(*syntax.Binary)
	if !ok || arrow.Op != "<-" {
		return qualifier{}, false
	}
	value := c.apart(arrow.Right)
	p := c.newPattern()
	segments := append(n.Segments[:last:last], arrow.Left)
	generator := &bitGenerator{p.readers(segments)}
	p.declare()
	return qualifier{value: value, bits: generator, line: n.Line}, true
}

// eachBits runs the qualifiers after i for each part of the bits that matches.
func (c *collector) eachBits(q *qualifier, value term.Term, i int) error {
	r, ok := newBitReader(value)
	if !ok {
		c.m.line = q.line
		return badGenerator(value)
	}
	for {
		c.m.self.Checkpoint()
		at := r.at
		matched := true
		for _, read := range q.bits.readers {
			if matched = read(c.m, r); !matched {
				break
			}
		}
		if !matched || r.at == at {
			return nil
		}
		if err := c.from(i + 1); err != nil {
			return err
		}
	}
}
