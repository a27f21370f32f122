package eval

import (
	"slices"
	"strconv"
	"strings"

	"gex/interp/syntax"
	"gex/runtime/exception"
	"gex/runtime/term"
)

// specification is what stands behind the :: of a segment, in the words of the
// source: "" and 0 for what is not given.
type specification struct {
	pos                    syntax.Pos
	kind, sign, endianness string
	size                   syntax.Node
	unit                   int
}

// specificationOf takes value::specification apart.
func (c *compiler) specificationOf(n syntax.Node) (value syntax.Node, spec specification) {
	spec.pos = n.Position()
	typed, ok := n.(*syntax.Binary)
	if !ok || typed.Op != "::" {
		return n, spec
	}
	c.specify(&spec, typed.Right)
	return typed.Left, spec
}

// specify reads specifiers that are joined by - and size*unit.
func (c *compiler) specify(spec *specification, n syntax.Node) {
	switch n := n.(type) {
	case *syntax.Binary:
		if n.Op == "-" {
			c.specify(spec, n.Left)
			c.specify(spec, n.Right)
			return
		}
		if unit, ok := n.Right.(*syntax.Int); ok && n.Op == "*" {
			c.specify(spec, n.Left)
			c.setUnit(spec, unit)
			return
		}
	case *syntax.Int:
		c.setSize(spec, n)
		return
	case *syntax.Unary:
		if _, number := n.X.(*syntax.Int); number && n.Op == "-" {
			c.setSize(spec, n)
			return
		}
	case *syntax.Var:
		if c.specifier(spec, plainName(n.Name)) {
			return
		}
		if c.scope.lookup(n.Name) == nil {
			c.fail(spec.pos, "unknown bitstring specifier: %s()", n.Name)
		}
		c.setSize(spec, n)
		return
	case *syntax.Call:
		if c.specifierCall(spec, n) {
			return
		}
	}
	c.fail(spec.pos, "unknown bitstring specifier: %s", syntaxText(n))
}

func (c *compiler) specifierCall(spec *specification, n *syntax.Call) bool {
	switch {
	case n.Target != nil || len(n.Args) > 1:
		return false
	case len(n.Args) == 0:
		return c.specifier(spec, n.Name)
	case n.Name == "size":
		c.setSize(spec, n.Args[0])
		return true
	}
	if n.Name != "unit" {
		return false
	}
	unit, ok := n.Args[0].(*syntax.Int)
	if !ok {
		c.expr(n.Args[0], false)
		return false
	}
	c.setUnit(spec, unit)
	return true
}

// specifier reads a specifier without arguments.
func (c *compiler) specifier(spec *specification, name string) bool {
	switch name {
	case "integer", "float", "binary", "bitstring", "utf8", "utf16", "utf32":
		c.setOnce(spec, "type", &spec.kind, name)
	case "bytes":
		c.setOnce(spec, "type", &spec.kind, "binary")
	case "bits":
		c.setOnce(spec, "type", &spec.kind, "bitstring")
	case "signed", "unsigned":
		c.setOnce(spec, "sign", &spec.sign, name)
	case "little", "big", "native":
		c.setOnce(spec, "endianness", &spec.endianness, name)
	default:
		return false
	}
	return true
}

func (c *compiler) setOnce(spec *specification, what string, field *string, value string) {
	if *field != "" && *field != value {
		c.failConflict(spec, what, value, *field)
	}
	*field = value
}

func (c *compiler) setSize(spec *specification, n syntax.Node) {
	if spec.size != nil && syntaxText(spec.size) != syntaxText(n) {
		c.failConflict(spec, "size", syntaxText(n), syntaxText(spec.size))
	}
	spec.size = n
}

// maxUnit is the greatest unit of a segment.
const maxUnit = 256

func (c *compiler) setUnit(spec *specification, n *syntax.Int) {
	unit := int(n.Value)
	if unit < 1 || unit > maxUnit {
		panic(bail{err: exception.Raise(term.Tuple{term.Atom("undefined_bittype"), term.Tuple{term.Atom("unit"), term.Int(n.Value)}})})
	}
	if spec.unit != 0 && spec.unit != unit {
		c.failConflict(spec, "unit", strconv.Itoa(unit), strconv.Itoa(spec.unit))
	}
	spec.unit = unit
}

func (c *compiler) failConflict(spec *specification, what, given, other string) {
	c.fail(spec.pos, "conflicting %s specification for bit field: \"%s\" and \"%s\"", what, given, other)
}

// kindsOf are the kinds that a value may be given as, by what it is in the
// source; the first is the one it has by itself.
var kindsOf = map[string][]string{
	"binary":    {"binary", "bitstring", "utf8", "utf16", "utf32"},
	"bitstring": {"bitstring", "binary"},
	"integer":   {"integer", "float", "utf8", "utf16", "utf32"},
	"float":     {"float"},
}

// literalKind is what a value is as far as its source tells, or "".
func literalKind(value syntax.Node) string {
	switch value := value.(type) {
	case *syntax.String:
		return "binary"
	case *syntax.Sigil:
		if value.Name == 's' {
			return "binary"
		}
	case *syntax.Bitstring:
		return "bitstring"
	case *syntax.Float:
		return "float"
	case *syntax.Int:
		return "integer"
	case *syntax.Binary:
		if value.Op == "<>" {
			return "bitstring"
		}
	}
	return ""
}

// kindOf is the kind of a segment: the one that is specified, if the value can
// be that, or the one the value has by itself.
func (c *compiler) kindOf(spec specification, value syntax.Node) string {
	is := literalKind(value)
	switch {
	case spec.kind == "" && is == "":
		return "integer"
	case spec.kind == "":
		return is
	case is != "" && !slices.Contains(kindsOf[is], spec.kind):
		c.failConflict(&spec, "type", spec.kind, is)
	}
	return spec.kind
}

// checkSpecification fails for what does not go together.
func (c *compiler) checkSpecification(spec specification, kind string, value syntax.Node) {
	sized := spec.size != nil || spec.unit != 0
	_, isText := value.(*syntax.String)
	_, isBits := value.(*syntax.Bitstring)
	number := kind == "integer" || kind == "float"
	switch {
	case isText && sized:
		c.fail(spec.pos, "literal string in bitstring supports only endianness and type specifiers, which must be one of: "+
			"little, big, native, utf8, utf16, utf32, bits, bytes, binary or bitstring")
	case isBits && sized:
		c.fail(spec.pos, "literal <<>> in bitstring supports only type specifiers, which must be one of: binary or bitstring")
	case kind[0] == 'u' && sized:
		c.fail(spec.pos, "size and unit are not supported on utf types")
	case spec.sign != "" && !number:
		c.fail(spec.pos, "signed and unsigned specifiers are supported only on integer and float types")
	case number && spec.unit != 0 && spec.size == nil:
		c.fail(spec.pos, "integer and float types require a size specifier if the unit specifier is given")
	case kind == "float":
		c.checkFloatSize(spec)
	}
}

func (c *compiler) checkFloatSize(spec specification) {
	size, ok := spec.size.(*syntax.Int)
	if !ok {
		return
	}
	switch bits := int(size.Value) * max(spec.unit, 1); bits {
	case 16, 32, 64:
	default:
		c.fail(spec.pos, "float requires size*unit to be 16, 32, or 64 (default), got: %d", bits)
	}
}

// checkSegment fails for a literal that no segment can hold.
func (c *compiler) checkSegment(value syntax.Node) {
	switch value.(type) {
	case *syntax.List, *syntax.Charlist, *syntax.Atom, *syntax.Alias, *literalNode:
		c.failSegment(value.Position(), "invalid literal %s in <<>>", syntaxText(value))
	}
}

// checkWhole fails for a literal <<...>> that is no binary: an operand of <>
// must be one.
func (c *compiler) checkWhole(n syntax.Node) {
	literal, ok := n.(*syntax.Bitstring)
	if !ok {
		return
	}
	bits := 0
	segments := make([]string, len(literal.Segments))
	for i, node := range literal.Segments {
		value, spec := c.specificationOf(node)
		size, ok := spec.size.(*syntax.Int)
		if !ok || c.kindOf(spec, value) != "integer" {
			return
		}
		bits += int(size.Value) * max(spec.unit, 1)
		segments[i] = syntaxText(value) + "::integer-size(" + strconv.Itoa(int(size.Value)) + ")"
	}
	if bits%8 != 0 {
		c.fail(literal.Pos, "expected <<%s>> to be a binary but its number of bits is not divisible by 8", strings.Join(segments, ", "))
	}
}
