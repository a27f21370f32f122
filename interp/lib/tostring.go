package lib

import (
	"strings"

	"gex/runtime/calendar"
	"gex/runtime/code"
	"gex/runtime/exception"
	"gex/runtime/inspect"
	"gex/runtime/process"
	"gex/runtime/term"
)

// ToString returns t as to_string/1 and interpolation do.
func ToString(t term.Term) (string, error) {
	switch t := t.(type) {
	case term.Binary:
		return string(t), nil
	case term.Atom:
		if t == term.Nil {
			return "", nil
		}
		return string(t), nil
	case term.Int, *term.Big, term.Float:
		return inspect.Inspect(t, inspect.Options{}), nil
	case term.EmptyList, *term.Cons:
		return charsToString(nil, t)
	case *term.Map:
		if text, ok := structText(t); ok {
			return text, nil
		}
	}
	return "", noProtocol("String.Chars", t).In(
		at("String.Chars", "impl_for!", 1, "string/chars.ex", 3),
		at("String.Chars", "to_string", 1, "string/chars.ex", 22),
	)
}

// stringOf is ToString for terms that may be structs of one's own, which
// implement String.Chars.
func stringOf(self *process.Process, t term.Term) (string, error) {
	impl, ok := ownImpl(self, "String.Chars", t)
	if !ok {
		return ToString(t)
	}
	made, err := code.Apply(self, impl, "to_string", t)
	if err != nil {
		return "", err
	}
	text, ok := made.(term.Binary)
	if !ok {
		return charsToString(self, term.List(made))
	}
	return string(text), nil
}

// structText is the text of a struct of the library that has one.
func structText(m *term.Map) (string, bool) {
	switch module, _ := structName(m); module {
	case dateModule:
		d, ok := dateOf(m)
		return d.Text(calendar.Extended), ok
	case timeModule:
		t, ok := timeOf(m)
		return t.Text(calendar.Extended), ok
	case naiveModule:
		n, ok := naiveOf(m)
		return n.Text(calendar.Extended, " "), ok
	case uriModule:
		return addressText(m), true
	case versionModule:
		return versionText(m), true
	case requirementModule:
		source, _ := m.Get(term.Atom("source"))
		text, ok := source.(term.Binary)
		return string(text), ok
	case zonedModule:
		z, ok := zonedOf(m)
		return z.Text(calendar.Extended), ok
	}
	return "", false
}

// charsToString joins nested lists of code points and strings; self is who asks,
// nil if its error need not know the structs of a session.
func charsToString(self *process.Process, t term.Term) (string, error) {
	c, ok := readChardata(t)
	switch {
	case !ok:
		return "", exception.ArgumentError("cannot convert the given list to a string.\n\n"+
			"To be converted to a string, a list must either be empty or only\n"+
			"contain the following elements:\n\n"+
			"  * strings\n"+
			"  * integers representing Unicode code points\n"+
			"  * a list containing one of these three elements\n\n"+
			"Please check the given list or call inspect/1 to get the list representation, got:\n\n%s\n", shown(self, t)).
			In(at("List", "to_string", 1, "list.ex", 1084))
	case c.fault != nil:
		return "", conversionError(c).In(at("List", "to_string", 1, "list.ex", 1103))
	}
	return c.text, nil
}

// conversionError is the exception of characters that cannot be encoded.
func conversionError(c chardata) *exception.Error {
	words := "invalid code point "
	if c.incomplete {
		words = "incomplete encoding starting at "
	} else if _, text := c.fault.(term.Binary); text {
		words = "invalid encoding starting at "
	}
	return raise("UnicodeConversionError", "encoded", term.Binary(c.text), "message", term.Binary(words+show(c.fault)))
}

// writeChars joins nested lists of code points and strings.
func writeChars(b *strings.Builder, t term.Term) bool {
	c, ok := readChardata(t)
	b.WriteString(c.text)
	return ok && c.fault == nil
}

// writeBytes joins iodata: a binary, or a list whose integers are bytes.
func writeBytes(b *strings.Builder, t term.Term) bool {
	for {
		switch x := t.(type) {
		case term.EmptyList:
			return true
		case term.Binary:
			b.WriteString(string(x))
			return true
		case *term.Cons:
			if n, ok := x.Head.(term.Int); ok && n >= 0 && n <= 255 {
				b.WriteByte(byte(n))
			} else if !writeBytes(b, x.Head) {
				return false
			}
			t = x.Tail
		default:
			return false
		}
	}
}

// shown is inspect/1 with its defaults for terms that may have structs of a
// session in them.
func shown(self *process.Process, t term.Term) string {
	if self == nil {
		return show(t)
	}
	return inspect.Inspect(t, InspectOptions(self.Node()))
}

// show is shown for terms without such structs.
func show(t term.Term) string { return inspect.Inspect(t, inspect.Options{}) }
