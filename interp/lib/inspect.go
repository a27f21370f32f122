package lib

import (
	"errors"
	"iter"
	"slices"

	"gex/runtime/code"
	"gex/runtime/exception"
	"gex/runtime/inspect"
	"gex/runtime/process"
	"gex/runtime/term"
)

// InspectOptions returns how the node's structs are printed, without limits
// of their own.
func InspectOptions(node *process.Node) inspect.Options {
	table := code.Of(node)
	return inspect.Options{
		StructFields: func(module term.Atom) ([]string, bool) { return structFields(table.Module(module)) },
		Derived:      func(module term.Atom) (inspect.Derived, bool) { return derivedInspect(table.Module(module)) },
		Customs:      customs{node: node},
	}
}

// structFields are the fields that a module declares for its struct.
func structFields(m *code.Module) ([]string, bool) {
	if m == nil || m.Struct == nil {
		return nil, false
	}
	fields := make([]string, 0, len(m.Struct))
	for _, p := range m.Struct {
		if name, ok := p.Key.(term.Atom); ok && name != "__exception__" {
			fields = append(fields, string(name))
		}
	}
	return fields, true
}

// derivedInspect is what @derive {Inspect, only: ..., except: ..., optional: ...}
// says.
func derivedInspect(m *code.Module) (inspect.Derived, bool) {
	if m == nil || m.Struct == nil {
		return inspect.Derived{}, false
	}
	for _, a := range m.Attributes {
		if a.Key != term.Term(term.Atom("derive")) {
			continue
		}
		for derived := range flattened(a.Value) {
			pair, ok := derived.(term.Tuple)
			if ok && len(pair) == 2 && pair[0] == term.Term(term.Alias("Inspect")) {
				return derivedBy(m, pair[1]), true
			}
		}
	}
	return inspect.Derived{}, false
}

// derivedBy reads the options. All fields shown in an order of their own count
// as hiding some, too.
func derivedBy(m *code.Module, options term.Term) inspect.Derived {
	fields, _ := structFields(m)
	slices.Sort(fields)
	var d inspect.Derived
	if only, ok := term.KeywordGet(options, "only"); ok {
		d.Only = append([]string{}, atomNames(only)...)
		d.Hides = !slices.Equal(d.Only, fields)
	}
	except, _ := term.KeywordGet(options, "except")
	d.Except = atomNames(except)
	d.Hides = d.Hides || len(d.Except) > 0
	optional, _ := term.KeywordGet(options, "optional")
	d.Optional = make(map[string]term.Term)
	for _, name := range atomNames(optional) {
		i := slices.IndexFunc(m.Struct, func(p term.Pair) bool { return p.Key == term.Term(term.Atom(name)) })
		if i >= 0 {
			d.Optional[name] = m.Struct[i].Value
		}
	}
	return d
}

// atomNames are the atoms of a list.
func atomNames(list term.Term) []string {
	var names []string
	for e := range term.Elements(list) {
		if a, ok := e.(term.Atom); ok {
			names = append(names, string(a))
		}
	}
	return names
}

// flattened yields what is in a list and in the lists in it, and t itself if
// it is no list.
func flattened(t term.Term) iter.Seq[term.Term] {
	return func(yield func(term.Term) bool) {
		if !term.IsList(t) {
			yield(t)
			return
		}
		for e := range term.Elements(t) {
			for x := range flattened(e) {
				if !yield(x) {
					return
				}
			}
		}
	}
}

// contains reports whether a list has the element; what is no list has none.
func contains(list term.Term, element term.Term) bool {
	for e := range term.Elements(list) {
		if e == element {
			return true
		}
	}
	return false
}

func kernelInspect(self *process.Process, a []term.Term) (term.Term, error) {
	o, err := inspectWith(InspectOptions(self.Node()), a[1])
	if err != nil {
		return nil, err
	}
	frame := at("Kernel", "inspect", 2, "kernel.ex", 2254)
	if err := warnCharLists(self, a[0], a[1], frame); err != nil {
		return nil, err
	}
	text, err := inspectedIn(a[0], o, frame)
	return term.Binary(text), err
}

// warnCharLists warns of the old name of an option, which only lists look at.
func warnCharLists(self *process.Process, t, options term.Term, frame exception.Frame) error {
	if _, given := option(options, "char_lists"); !given || !term.IsList(t) {
		return nil
	}
	return warning(self, "the :char_lists inspect option is deprecated, use :charlists instead",
		at("Inspect.List", "inspect", 2, "inspect.ex", 246), frame)
}

// Shown is the text of a value at the prompt, which is that of inspect/2.
func Shown(t term.Term, o inspect.Options) (string, error) {
	return inspectedIn(t, o, at("Kernel", "inspect", 2, "kernel.ex", 2254))
}

// inspectedIn is the text of a term in a function whose frame is behind those
// of what fails in there.
func inspectedIn(t term.Term, o inspect.Options, frame exception.Frame) (string, error) {
	if c, ok := o.Customs.(customs); ok {
		c.frame = frame
		o.Customs = c
	}
	text, err := inspect.Text(t, o)
	return text, exception.In(inspectFailure(err), frame)
}

// inspectFailure is the exception of a term that cannot be shown.
func inspectFailure(err error) error {
	var wrong *inspect.CharlistError
	if !errors.As(err, &wrong) {
		return err
	}
	_, err = charsToString(nil, wrong.List)
	return exception.In(exception.In(err, at("Inspect.List", "inspect", 2, "inspect.ex", 260)), layerFrames(wrong.Path)...)
}

// layerFrames are the frames of the layers around what fails.
func layerFrames(path []inspect.Layer) []exception.Frame {
	var frames []exception.Frame
	for _, layer := range slices.Backward(path) {
		switch layer {
		case inspect.InContainer, inspect.BeforeTail, inspect.InTail:
			line := 472
			if layer != inspect.InContainer {
				line = 478 + int(layer)
			}
			frames = append(frames, algebraFrame("container_each", 6, line), algebraFrame("container_doc", 6, 449))
		case inspect.InKeyword:
			frames = append(frames, at("Inspect.List", "keyword", 2, "inspect.ex", 278))
		case inspect.InAssociation:
			frames = append(frames, at("Inspect.Map", "to_assoc", 3, "inspect.ex", 324))
		case inspect.InMapSet:
			frames = append(frames, at("Inspect.MapSet", "inspect", 2, "map_set.ex", 511), algebraFrame("to_doc", 2, 341))
		case inspect.InStruct:
			frames = append(frames, algebraFrame("to_doc", 2, 341))
		}
	}
	return frames
}

func algebraFrame(name string, arity, line int) exception.Frame {
	return at("Inspect.Algebra", name, arity, "inspect/algebra.ex", line)
}

// inspectWith adds the options of inspect/2, a keyword list, to o.
func inspectWith(o inspect.Options, options term.Term) (inspect.Options, error) {
	if !isKeyword(options) {
		return o, errClause
	}
	return o.WithKeyword(options), nil
}
