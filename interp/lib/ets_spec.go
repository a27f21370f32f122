package lib

import (
	"slices"

	"gex/runtime/ets"
	"gex/runtime/exception"
	"gex/runtime/process"
	"gex/runtime/term"
)

// etsMore are the functions of ets that few programs use.
func etsMore() []Function {
	return []Function{
		{"setopts", "table, options", "Changes the heir of a table: `{:heir, pid, data}` or `{:heir, :none}`.", onTable("setopts", ets.Write, etsSetOptions)},
		{"select_replace", "table, match_spec", "Replaces objects by what a match specification makes of them; the key must stay.", onTable("select_replace", ets.Write, etsSelectReplace)},
		{"select_reverse", "table, match_spec", "As `select/2`, from the last object.", onTable("select_reverse", ets.Read, etsSelectReverse)},
		{"select_reverse", "table, match_spec, limit", "As `select_reverse/2`, so many at a time.", onTable("select_reverse", ets.Read, limited(etsSelectReverse))},
		{"select_reverse", "continuation", "The next ones.", etsContinue("select_reverse")},
		{"slot", "table, index", "The objects of one slot of the table.", onTable("slot", ets.Read, etsSlot)},
		{"match_spec_compile", "match_spec", "A match specification for `match_spec_run/2`.", etsCompileSpec},
		{"is_compiled_ms", "term", "Whether a term is a match specification for `match_spec_run/2`.", func(self *process.Process, a []term.Term) (term.Term, error) {
			_, ok := compiledSpec(self, a[0])
			return term.Bool(ok), nil
		}},
		{"match_spec_run", "list, compiled", "What a match specification makes of the tuples of a list.", etsRunSpec},
		{"test_ms", "tuple, match_spec", "What a match specification makes of a tuple: `{:ok, result}`, or `{:ok, false}` if it does not match.", etsTestSpec},
	}
}

// etsClear is delete_all_objects/1, which asks the emulator in its own way.
func etsClear(self *process.Process, a []term.Term) (term.Term, error) {
	t, err := ets.Find(self, a[0], ets.Write)
	if err != nil {
		inner := etsProblem("internal_delete_all", args{a[0], term.Undefined}, err)
		return nil, exception.In(inner, in("ets", "delete_all_objects", 1, 126))
	}
	t.Clear()
	return term.True, nil
}

// deleting is a function that deletes what a specification, or a pattern if
// pattern is true, matches: in OTP others do it.
func deleting(pattern bool, f func(*process.Process, *ets.Table, args) (term.Term, error)) process.Func {
	name, frames := "select_delete", []exception.Frame{}
	if pattern {
		name, frames = "match_delete", []exception.Frame{in("ets", "match_delete", 2, 761)}
	}
	found := onTable(name, ets.Write, f)
	return func(self *process.Process, a []term.Term) (term.Term, error) {
		_, err := ets.Find(self, a[0], ets.Write)
		if err == nil {
			return found(self, a)
		}
		spec, anything := a[1], term.List(term.Tuple{term.Atom("_"), term.Empty, term.List(term.True)})
		if pattern {
			spec = term.List(term.Tuple{a[1], term.Empty, term.List(term.True)})
		}
		if term.Same(spec, anything) {
			return nil, exception.In(etsProblem("internal_delete_all", args{a[0], term.Undefined}, err), append([]exception.Frame{in("ets", "select_delete", 2, 399)}, frames...)...)
		}
		return nil, exception.In(etsProblem("internal_select_delete", args{a[0], spec}, err), append([]exception.Frame{in("ets", "select_delete", 2, 401)}, frames...)...)
	}
}

func etsSetOptions(self *process.Process, t *ets.Table, a args) (term.Term, error) {
	options, ok := term.Slice(a[1])
	if !ok {
		options = args{a[1]}
	}
	var changes []func()
	for _, option := range options {
		tuple, _ := option.(term.Tuple)
		if heir, data, ok := heirOption(tuple); ok && t.Owner == self.PID() {
			changes = append(changes, func() { t.SetHeir(self, heir, data) })
			continue
		}
		protection, _ := second(tuple, "protection").(term.Atom)
		if protection != ets.Public && protection != ets.Protected && protection != ets.Private {
			return nil, wrongArgument(2, "invalid options")
		}
		changes = append(changes, func() { t.Protection = protection })
	}
	for _, change := range changes {
		change()
	}
	return term.True, nil
}

// second returns the second element of a pair with this tag, else nil.
func second(t term.Tuple, tag term.Atom) term.Term {
	if term.Tag(t, 2) != tag {
		return nil
	}
	return t[1]
}

func etsSelectReplace(self *process.Process, t *ets.Table, a args) (term.Term, error) {
	spec, err := specOf(self, a)
	if err != nil {
		return nil, err
	}
	n, err := t.SelectReplace(spec)
	return term.Int(n), err
}

func etsSelectReverse(self *process.Process, t *ets.Table, a args) (term.Term, error) {
	spec, err := specOf(self, a)
	if err != nil {
		return nil, err
	}
	results := t.Select(spec)
	if t.Type == ets.OrderedSet {
		slices.Reverse(results)
	}
	return term.List(results...), nil
}

func etsSlot(_ *process.Process, t *ets.Table, a args) (term.Term, error) {
	n, ok := a[1].(term.Int)
	slots := t.Slots()
	switch {
	case !ok:
		return nil, wrongArgument(2, "not an integer")
	case n < 0 || int(n) > len(slots):
		return nil, wrongArgument(2, "out of range")
	case int(n) == len(slots):
		return endOfTable, nil
	}
	return tuples(slots[n]), nil
}

// A compiled match specification is a reference in OTP; here it is the
// specification under a tag, which need not be kept anywhere.
const compiledTag = term.Atom("$match_spec")

func etsCompileSpec(self *process.Process, a []term.Term) (term.Term, error) {
	if len(ets.Faults(a[0])) > 0 {
		return nil, refused("ets", "match_spec_compile", a, "not a valid match specification")
	}
	return term.Tuple{compiledTag, a[0]}, nil
}

func compiledSpec(self *process.Process, t term.Term) (ets.Spec, bool) {
	if term.Tag(t, 2) != compiledTag {
		return nil, false
	}
	return ets.ParseSpec(self, t.(term.Tuple)[1])
}

func etsRunSpec(self *process.Process, a []term.Term) (term.Term, error) {
	list, ok1 := term.Slice(a[0])
	spec, ok2 := compiledSpec(self, a[1])
	switch {
	case !ok1:
		return nil, refused("ets", "match_spec_run_r", args{a[0], a[1], term.Empty}, "not a list")
	case !ok2:
		return nil, refused("ets", "match_spec_run_r", args{a[0], a[1], term.Empty}, "", "not a valid compiled match specification")
	}
	var results []term.Term
	for _, element := range list {
		if result, ok := spec.Run(element); ok {
			results = append(results, result)
		}
	}
	return term.List(results...), nil
}

func etsTestSpec(self *process.Process, a []term.Term) (term.Term, error) {
	if faults := ets.Faults(a[1]); len(faults) > 0 {
		var wrong []term.Term
		for _, text := range faults {
			wrong = append(wrong, term.Tuple{term.ErrorAtom, term.Charlist(text)})
		}
		return term.Tuple{term.ErrorAtom, term.List(wrong...)}, nil
	}
	spec, _ := ets.ParseSpec(self, a[1])
	if result, ok := spec.Run(a[0]); ok {
		return okTuple(result), nil
	}
	return okTuple(term.False), nil
}
