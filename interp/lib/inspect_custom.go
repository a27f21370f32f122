package lib

import (
	"strings"

	"gex/runtime/code"
	"gex/runtime/exception"
	"gex/runtime/inspect"
	"gex/runtime/process"
	"gex/runtime/term"
)

// customs has the structs shown whose modules implement Inspect. frame is the
// function that asked; trapped tells that what is shown is a struct that
// could not be shown: another one in there is shown as a map then.
type customs struct {
	node    *process.Node
	frame   exception.Frame
	trapped bool
}

// Doc implements inspect.Customs.
func (c customs) Doc(q inspect.Custom) (term.Term, bool, error) {
	self := c.node.Current()
	m, isMap := q.Term.(*term.Map)
	if self == nil || !isMap {
		return nil, false, nil
	}
	impl, ok := ownImpl(self, "Inspect", m)
	if !ok || !code.Of(c.node).Exports(impl, "inspect", 2) {
		return nil, false, nil
	}
	doc, err := code.Apply(self, impl, "inspect", m, inspectOpts(q.Options))
	return c.answer(self, q, doc, err)
}

// Apply implements inspect.Customs.
func (c customs) Apply(q inspect.Custom) (term.Term, bool, error) {
	self := c.node.Current()
	if self == nil {
		return nil, false, nil
	}
	doc, err := code.Call(self, q.Options.InspectFun, q.Term, inspectOpts(q.Options))
	if m, ok := q.Term.(*term.Map); err == nil || ok && inMap(m, structKey) {
		return c.answer(self, q, doc, err)
	}
	return nil, false, err
}

// answer is a document that was made for a struct, or that of the failure to
// make it.
func (c customs) answer(self *process.Process, q inspect.Custom, doc term.Term, err error) (term.Term, bool, error) {
	switch {
	case err != nil:
		return c.failed(self, q, exception.As(err))
	case !inspect.IsDoc(doc) && len(q.Path) == 0:
		return nil, false, noClause(self, "Elixir.Inspect.Algebra", "group", args{doc, term.Atom("self")})
	case !inspect.IsDoc(doc):
		wrong := noClause(self, "Elixir.Inspect.Algebra", "concat", args{algebraBreak("", "strict"), doc})
		return nil, false, exception.In(wrong, algebraFrame("glue", 3, 821), algebraFrame("container_doc", 6, 456))
	}
	return doc, true, nil
}

// failed is the document of a struct whose implementation of Inspect failed:
// the error, which is raised instead if the option safe is false.
func (c customs) failed(self *process.Process, q inspect.Custom, x *exception.Error) (term.Term, bool, error) {
	if x.Class != exception.ClassError {
		return nil, false, x.In(algebraFrame("to_doc", 2, 341)).In(layerFrames(q.Path)...)
	}
	o := q.Options
	m := q.Term.(*term.Map)
	o.Customs, o.InspectFun = customs{c.node, c.frame, true}, nil
	if c.trapped {
		doc, err := inspect.MapDoc(m, o)
		return doc, true, err
	}
	o.Colors, o.SyntaxColors, o.Pretty = nil, nil, true
	asMap, err := inspect.MapText(m, o)
	if err != nil {
		return nil, false, err
	}
	raised := exception.Normalize(x.Reason, x.Stack, exception.Options{})
	// A struct in the message is shown as a map, as it may be the one that cannot be shown.
	text := exception.MessageOf(raised, exception.Options{Message: ExceptionOptions(c.node).Message})
	name, _ := structName(raised)
	wrong := raise("Inspect.Error", "exception_module", name, "exception_message", term.Binary(strings.TrimRight(text, "\n")),
		"stacktrace", term.Nil, "inspected_struct", term.Binary(asMap))
	wrong.Stack = x.Stack
	wrong.In(algebraFrame("to_doc", 2, 341))
	wrong.In(layerFrames(q.Path)...)
	if q.Options.Unsafe {
		return nil, false, wrong
	}
	if c.frame.Function != "" {
		wrong.In(c.frame)
	}
	return term.Binary(inspectErrorText(wrong)), true, nil
}

// inspectErrorText is how an Inspect.Error is shown, with the stack where it
// was raised.
func inspectErrorText(x *exception.Error) string {
	text := exception.MessageOf(x.Reason.(*term.Map), exception.Options{})
	return "#Inspect.Error<\n" + indented(text, 2) + "\n\n  Stacktrace:\n\n" + exception.FormatStack(x.Stack, exception.Options{}) + "\n>"
}

// indented puts n spaces before the lines that are not empty.
func indented(text string, n int) string {
	lines := strings.Split(strings.TrimRight(text, "\n"), "\n")
	for i, line := range lines {
		if line != "" {
			lines[i] = strings.Repeat(" ", n) + line
		}
	}
	return strings.Join(lines, "\n")
}

// Malformed implements inspect.Customs: as an implementation of the library
// fails that is given a struct which lacks something.
func (c customs) Malformed(q inspect.Custom) (term.Term, bool, error) {
	self := c.node.Current()
	m := q.Term.(*term.Map)
	if self == nil {
		return nil, false, nil
	}
	module, _ := structName(m)
	return c.failed(self, q, malformed(self, module, m, q.Options))
}

func malformed(self *process.Process, module term.Atom, m *term.Map, o inspect.Options) *exception.Error {
	name := strings.TrimPrefix(string(module), "Elixir.")
	impl := "Elixir.Inspect." + term.Atom(name)
	fails := func(file string, line int) *exception.Error {
		x := exception.As(noClause(self, impl, "inspect", args{m, inspectOpts(o)}))
		x.Stack[0].File, x.Stack[0].Line = "lib/"+file, line
		return x
	}
	mismatch := func(file string, line int) *exception.Error {
		return exception.Raise(term.Tuple{term.Atom("badmatch"), m}).In(at("Inspect."+name, "inspect", 2, file, line))
	}
	switch module {
	case rangeModule:
		return fails("range.ex", 436)
	case dateModule:
		return fails("calendar/date.ex", 1037)
	case "Elixir.Date.Range":
		return fails("calendar/date_range.ex", 213)
	case streamModule:
		return fails("stream.ex", 1839)
	case timeModule:
		return mismatch("calendar/time.ex", 824)
	case naiveModule:
		return mismatch("calendar/naive_datetime.ex", 1100)
	case zonedModule:
		return mismatch("calendar/datetime.ex", 1791)
	case mapSetModule:
		return malformedSet(self, m)
	}
	return fails("inspect.ex", 142)
}

func malformedSet(self *process.Process, m *term.Map) *exception.Error {
	if set, ok := m.Get(term.Atom("map")); ok {
		return badmap(set).In(exception.Frame{Module: "maps", Function: "keys", Args: args{set}, HasArgs: true},
			at("MapSet", "to_list", 1, "map_set.ex", 373), at("Inspect.MapSet", "inspect", 2, "map_set.ex", 511))
	}
	x := exception.As(noClause(self, mapSetModule, "to_list", args{m}))
	x.Stack[0].File, x.Stack[0].Line = "lib/map_set.ex", 372
	return x.In(at("Inspect.MapSet", "inspect", 2, "map_set.ex", 511))
}
