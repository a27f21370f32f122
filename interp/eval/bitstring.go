package eval

import (
	"math"
	"math/big"
	"unicode/utf16"
	"unicode/utf8"

	"gex/interp/syntax"
	"gex/runtime/exception"
	"gex/runtime/term"
)

// segment is the specification of one part of <<...>>.
type segment struct {
	kind   string // integer, float, binary, bits, utf8, utf16, utf32
	size   thunk  // nil if it follows from the kind
	unit   int
	signed bool
	little bool
	line   int
	index  int // among the segments, from 0
	// inPrompt tells code that real IEx interprets, whose errors differ.
	inPrompt bool
}

// segment takes value::specification apart. spell puts a literal in the place of the
// value, compileSize compiles a size.
func (c *compiler) segment(n syntax.Node, spell func(syntax.Node) syntax.Node, compileSize func(syntax.Node) thunk) (syntax.Node, segment) {
	value, spec := c.specificationOf(n)
	value = spell(value)
	c.checkSegment(value)
	kind := c.kindOf(spec, value)
	c.checkSpecification(spec, kind, value)
	s := segment{
		kind: kind, unit: spec.unit, signed: spec.sign == "signed", line: n.Position().Line, inPrompt: c.scope.fn.inPrompt,
		little: spec.endianness == "little" || spec.endianness == "native",
	}
	if kind == "bitstring" {
		s.kind = "bits"
	}
	if spec.size != nil {
		s.size = compileSize(spec.size)
	}
	switch {
	case s.unit != 0:
	case s.kind == "binary":
		s.unit = 8
	default:
		s.unit = 1
	}
	return value, s
}

// bitstring compiles the expression <<...>>.
func (c *compiler) bitstring(n *syntax.Bitstring) thunk {
	type part struct {
		value thunk
		segment
	}
	parts := make([]part, len(n.Segments))
	beside := c.siblings()
	for i, node := range n.Segments {
		value, s := c.segment(node, c.spelled, func(size syntax.Node) thunk { return beside.expr(size) })
		s.index = i
		parts[i] = part{beside.expr(value), s}
		if _, text := value.(*syntax.String); text && (s.kind == "integer" || s.kind[0] == 'u') {
			parts[i].kind = "text " + s.kind
		}
	}
	beside.done()
	return func(m *machine) (term.Term, error) {
		var w bitWriter
		for i := range parts {
			value, err := parts[i].value(m)
			if err != nil {
				return nil, err
			}
			if err := parts[i].write(m, &w, i, value); err != nil {
				if parts[i].inPrompt {
					err = interpretedSegment(err, parts[i].kind)
				}
				return m.fail(parts[i].line, err)
			}
		}
		return w.term(), nil
	}
}

// bits returns the size of the segment in bits; otherwise is the number of
// units if the source gives none.
func (s *segment) bits(m *machine, otherwise int) (int, error) {
	if s.size == nil {
		return otherwise * s.unit, nil
	}
	value, err := s.size(m)
	if err != nil {
		return 0, err
	}
	size, ok := value.(term.Int)
	if !ok || size < 0 || size > math.MaxInt32 {
		return 0, s.badSize(value)
	}
	return int(size) * s.unit, nil
}

// badSize is the exception of a size that is none.
func (s *segment) badSize(value term.Term) error {
	if s.inPrompt && !term.IsInteger(value) {
		return exception.Raise(term.Atom("badarg")).In(exception.Frame{
			Module: "erlang", Function: "*", Args: []term.Term{value, term.Int(s.unit)}, HasArgs: true,
		})
	}
	return exception.ArgumentError("construction of binary failed: segment %d of type '%s': "+
		"expected a non-negative integer as size but got: %s", s.index+1, s.kind, show(value))
}

// write appends a value as the segment, the i-th, says.
func (s *segment) write(m *machine, w *bitWriter, i int, value term.Term) error {
	switch s.kind {
	case "integer":
		return s.writeInteger(m, w, i, value)
	case "float":
		return s.writeFloat(m, w, i, value)
	case "binary", "bits":
		return s.writeBits(m, w, i, value)
	}
	if text, ok := value.(term.Binary); ok && len(s.kind) > 5 && s.kind[:5] == "text " {
		return s.writeText(w, string(text))
	}
	point, ok := value.(term.Int)
	if !ok || !utf8.ValidRune(rune(point)) || point > utf8.MaxRune {
		return badSegment(i, s.kind, value)
	}
	writePoint(w, s.kind, rune(point), s.little)
	return nil
}

// badSegment is the exception of a value that does not fit its segment.
func badSegment(i int, kind string, value term.Term) error {
	expected := map[string]string{
		"integer": "an integer", "float": "a float or an integer", "binary": "a binary", "bits": "a bitstring",
		"utf8": "a non-negative integer encodable as utf8", "utf16": "a non-negative integer encodable as utf16",
		"utf32": "a non-negative integer encodable as utf32",
	}[kind]
	return exception.ArgumentError("construction of binary failed: segment %d of type '%s': expected %s but got: %s",
		i+1, kind, expected, show(value))
}

func (s *segment) writeInteger(m *machine, w *bitWriter, i int, value term.Term) error {
	size, err := s.bits(m, 8)
	if err != nil {
		return err
	}
	if small, ok := value.(term.Int); ok && size == 8 && w.size%8 == 0 {
		w.data = append(w.data, byte(small))
		w.size += 8
		return nil
	}
	n, ok := term.BigInt(value)
	if !ok {
		return badSegment(i, s.kind, value)
	}
	w.integer(n, size, s.little)
	return nil
}

func (s *segment) writeFloat(m *machine, w *bitWriter, i int, value term.Term) error {
	size, err := s.bits(m, 64)
	if err != nil {
		return err
	}
	f, ok := term.ToFloat(value)
	if !ok {
		return badSegment(i, s.kind, value)
	}
	var pattern uint64
	switch size {
	case 64:
		pattern = math.Float64bits(f)
	case 32:
		pattern = uint64(math.Float32bits(float32(f)))
	default:
		return exception.Raise(term.Atom("badarg"))
	}
	w.integer(new(big.Int).SetUint64(pattern), size, s.little)
	return nil
}

func (s *segment) writeBits(m *machine, w *bitWriter, i int, value term.Term) error {
	r, ok := newBitReader(value)
	if !ok || s.kind == "binary" && r.size%8 != 0 {
		if s.inPrompt && s.size == nil && ok {
			return exception.Raise(term.Atom("badarg"))
		}
		if s.inPrompt && s.size == nil {
			return badArg("bit_size", value)
		}
		return badSegment(i, s.kind, value)
	}
	size := r.size
	if s.size != nil {
		var err error
		if size, err = s.bits(m, 0); err != nil {
			return err
		}
		if size > r.size {
			return exception.ArgumentError("construction of binary failed: segment %d of type '%s': the value %s is "+
				"shorter than the size of the segment", i+1, s.kind, show(value))
		}
	}
	w.bytes(r.data, size)
	return nil
}

// writeText writes a literal string with the size or encoding of each of its
// characters given.
func (s *segment) writeText(w *bitWriter, text string) error {
	for _, r := range text {
		if s.kind == "text integer" {
			w.integer(big.NewInt(int64(r)), 8, false)
			continue
		}
		writePoint(w, s.kind[5:], r, s.little)
	}
	return nil
}

func writePoint(w *bitWriter, kind string, r rune, little bool) {
	switch kind {
	case "utf8":
		text := string(r)
		w.bytes(text, 8*len(text))
	case "utf16":
		for _, unit := range utf16.Encode([]rune{r}) {
			w.integer(big.NewInt(int64(unit)), 16, little)
		}
	default:
		w.integer(big.NewInt(int64(r)), 32, little)
	}
}
