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
	// inPrompt tells code that real IEx interprets, whose errors differ.
	inPrompt bool
}

// segment takes value::specification apart. compileSize compiles a size.
func (c *compiler) segment(n syntax.Node, compileSize func(syntax.Node) thunk) (syntax.Node, segment) {
	s := segment{line: n.Position().Line, inPrompt: c.scope.fn.inPrompt}
	value := n
	if typed, ok := n.(*syntax.Binary); ok && typed.Op == "::" {
		value = typed.Left
		c.modifiers(&s, typed.Right, compileSize)
	}
	if s.kind == "" {
		s.kind = defaultKind(value)
	}
	if s.unit == 0 {
		s.unit = map[string]int{"binary": 8}[s.kind]
		if s.unit == 0 {
			s.unit = 1
		}
	}
	return value, s
}

// defaultKind is the kind of a segment whose specification names none.
func defaultKind(value syntax.Node) string {
	switch value.(type) {
	case *syntax.String, *syntax.Sigil:
		return "binary"
	case *syntax.Bitstring:
		return "bits"
	case *syntax.Float:
		return "float"
	}
	if concat, ok := value.(*syntax.Binary); ok && concat.Op == "<>" {
		return "bits"
	}
	return "integer"
}

func (c *compiler) modifiers(s *segment, n syntax.Node, compileSize func(syntax.Node) thunk) {
	switch n := n.(type) {
	case *syntax.Binary:
		if n.Op == "-" || n.Op == "*" {
			c.modifiers(s, n.Left, compileSize)
			if unit, ok := n.Right.(*syntax.Int); ok && n.Op == "*" {
				s.unit = int(unit.Value)
				return
			}
			c.modifiers(s, n.Right, compileSize)
			return
		}
	case *syntax.Int:
		s.size = compileSize(n)
		return
	case *syntax.Var:
		if s.modifier(n.Name) {
			return
		}
		if c.scope.lookup(n.Name) != nil {
			s.size = compileSize(n)
			return
		}
		c.fail(n.Pos, "unknown bitstring specifier: %s()", n.Name)
	case *syntax.Call:
		if c.sizedModifier(s, n, compileSize) {
			return
		}
	}
	c.fail(n.Position(), "unknown bitstring specifier: %s", syntaxText(n))
}

func (s *segment) modifier(name string) bool {
	switch name {
	case "integer", "float", "binary", "bits", "utf8", "utf16", "utf32":
		s.kind = name
	case "bytes":
		s.kind = "binary"
	case "bitstring":
		s.kind = "bits"
	case "signed":
		s.signed = true
	case "little":
		s.little = true
	case "unsigned", "big", "native":
		s.little = s.little || name == "native"
	default:
		return false
	}
	return true
}

func (c *compiler) sizedModifier(s *segment, n *syntax.Call, compileSize func(syntax.Node) thunk) bool {
	if n.Target != nil || len(n.Args) > 1 {
		return false
	}
	if len(n.Args) == 0 {
		return s.modifier(n.Name)
	}
	switch n.Name {
	case "size":
		s.size = compileSize(n.Args[0])
		return true
	case "unit":
		unit, ok := n.Args[0].(*syntax.Int)
		if ok {
			s.unit = int(unit.Value)
		}
		return ok
	}
	return false
}

// bitstring compiles the expression <<...>>.
func (c *compiler) bitstring(n *syntax.Bitstring) thunk {
	type part struct {
		value thunk
		segment
	}
	parts := make([]part, len(n.Segments))
	for i, node := range n.Segments {
		value, s := c.segment(node, func(size syntax.Node) thunk { return c.expr(size, false) })
		if literal, ok := c.literal(value); ok {
			c.checkLiteral(value.Position(), literal)
		}
		parts[i] = part{c.expr(value, false), s}
		if _, text := value.(*syntax.String); text && (s.kind == "integer" || s.kind[0] == 'u') {
			parts[i].kind = "text " + s.kind
		}
	}
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

// checkLiteral fails for a literal that no segment can hold.
func (c *compiler) checkLiteral(pos syntax.Pos, value term.Term) {
	switch value.(type) {
	case term.Int, *term.Big, term.Float, term.Binary, *term.Bits:
		return
	case *term.Cons, term.EmptyList:
		return
	}
	c.fail(pos, "invalid literal %s in <<>>", show(value))
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
		return 0, exception.Raise(term.Atom("badarg"))
	}
	return int(size) * s.unit, nil
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
