package lib

import (
	"gex/runtime/code"
	"gex/runtime/ets"
	"gex/runtime/exception"
	"gex/runtime/process"
	"gex/runtime/term"
)

// This file holds what ets does beside storing: counters, patterns, folding
// and what is known about tables.

const badOperation = "not a valid update operation"

func etsUpdateCounter(_ *process.Process, t *ets.Table, a args) (term.Term, error) {
	changes, many, ok := counterChanges(t, a[2])
	if !ok {
		return nil, wrongArgument(3, badOperation)
	}
	var initial term.Tuple
	if len(a) == 4 {
		if initial, ok = a[3].(term.Tuple); !ok {
			return nil, wrongArgument(4, "not a tuple")
		}
	}
	values, err := t.UpdateCounter(a[1], initial, changes...)
	switch {
	case err != nil:
		return nil, err
	case many:
		return term.List(values...), nil
	}
	return values[0], nil
}

// counterChanges reads an operation of update_counter, or a list of them.
func counterChanges(t *ets.Table, operation term.Term) (changes []ets.Change, many, ok bool) {
	if term.IsInteger(operation) {
		return []ets.Change{{Position: t.KeyPosition + 1, By: operation}}, false, true
	}
	list, many := term.Slice(operation)
	if !many {
		list = []term.Term{operation}
	}
	for _, element := range list {
		c, ok := counterChange(element)
		if !ok {
			return nil, many, false
		}
		changes = append(changes, c)
	}
	return changes, many, true
}

func counterChange(t term.Term) (ets.Change, bool) {
	op, ok := t.(term.Tuple)
	if !ok || len(op) != 2 && len(op) != 4 {
		return ets.Change{}, false
	}
	for _, part := range op {
		if !term.IsInteger(part) {
			return ets.Change{}, false
		}
	}
	position, ok := op[0].(term.Int)
	c := ets.Change{Position: int(position), By: op[1]}
	if len(op) == 4 {
		c.Threshold, c.Reset = op[2], op[3]
	}
	return c, ok
}

func etsUpdateElement(_ *process.Process, t *ets.Table, a args) (term.Term, error) {
	list, ok := term.Slice(a[2])
	if !ok {
		list = []term.Term{a[2]}
	}
	var changes []ets.Change
	for _, element := range list {
		pair, _ := element.(term.Tuple)
		if len(pair) != 2 {
			return nil, wrongArgument(3, "is not a valid element specification")
		}
		position, ok := pair[0].(term.Int)
		if !ok {
			return nil, wrongArgument(3, "is not a valid element specification")
		}
		changes = append(changes, ets.Change{Position: int(position), Value: pair[1]})
	}
	there, err := t.UpdateElement(a[1], changes...)
	return term.Bool(there), err
}

func etsMatch(_ *process.Process, t *ets.Table, a args) (term.Term, error) {
	return term.List(t.Match(a[1])...), nil
}

func etsMatchObject(_ *process.Process, t *ets.Table, a args) (term.Term, error) {
	return term.List(t.MatchObject(a[1])...), nil
}

func etsMatchDelete(_ *process.Process, t *ets.Table, a args) (term.Term, error) {
	for _, o := range t.MatchObject(a[1]) {
		t.Remove(o.(term.Tuple))
	}
	return term.True, nil
}

// spec reads a match specification, the second argument.
func specOf(self *process.Process, a args) (ets.Spec, error) {
	if spec, ok := ets.ParseSpec(self, a[1]); ok {
		return spec, nil
	}
	return nil, wrongArgument(2, "not a valid match specification")
}

func etsSelect(self *process.Process, t *ets.Table, a args) (term.Term, error) {
	spec, err := specOf(self, a)
	if err != nil {
		return nil, err
	}
	return term.List(t.Select(spec)...), nil
}

func etsSelectCount(self *process.Process, t *ets.Table, a args) (term.Term, error) {
	spec, err := specOf(self, a)
	if err != nil {
		return nil, err
	}
	n := 0
	for _, result := range t.Select(spec) {
		if result == term.Term(term.True) {
			n++
		}
	}
	return term.Int(n), nil
}

func etsSelectDelete(self *process.Process, t *ets.Table, a args) (term.Term, error) {
	spec, err := specOf(self, a)
	if err != nil {
		return nil, err
	}
	return term.Int(t.SelectDelete(spec)), nil
}

type etsFunction = func(*process.Process, *ets.Table, args) (term.Term, error)

// limited returns the results of f so many at a time. What is left is kept in
// the continuation, as it was at the first call.
func limited(f etsFunction) etsFunction {
	return func(self *process.Process, t *ets.Table, a args) (term.Term, error) {
		n, ok := a[2].(term.Int)
		switch {
		case !ok:
			return nil, wrongArgument(3, "not an integer")
		case n < 1:
			return nil, wrongArgument(3, "out of range")
		}
		results, err := f(self, t, a)
		if err != nil {
			return nil, err
		}
		return portion(t.ID, results, n, t.Type == ets.OrderedSet), nil
	}
}

// portion is the first n results and a continuation for the rest. Tables that
// are not ordered have theirs at the end, because they are gone through from
// the first slot on.
func portion(id term.Ref, results term.Term, n term.Int, ordered bool) term.Term {
	list, _ := term.Slice(results)
	if len(list) == 0 {
		return endOfTable
	}
	if len(list) <= int(n) {
		return term.Tuple{results, endOfTable}
	}
	first, rest := list[:n], list[n:]
	if !ordered {
		first, rest = list[len(list)-int(n):], list[:len(list)-int(n)]
	}
	return term.Tuple{term.List(first...), term.Tuple{id, term.List(rest...), n, term.Bool(ordered)}}
}

// etsContinue returns the next portion of a continuation.
func etsContinue(name string) process.Func {
	return func(_ *process.Process, a []term.Term) (term.Term, error) {
		if a[0] == term.Term(endOfTable) {
			return endOfTable, nil
		}
		c, _ := a[0].(term.Tuple)
		if len(c) == 4 {
			id, ok1 := c[0].(term.Ref)
			n, ok2 := c[2].(term.Int)
			if ok1 && ok2 && n > 0 {
				return portion(id, c[1], n, c[3] == term.Term(term.True)), nil
			}
		}
		return nil, refused("ets", name, a, "invalid continuation")
	}
}

func etsToList(self *process.Process, a []term.Term) (term.Term, error) {
	t, err := ets.Find(self, a[0], ets.Read)
	if err != nil {
		return nil, exception.In(etsProblem("match_object", args{a[0], term.Atom("_")}, err), in("ets", "tab2list", 1, 771))
	}
	return tuples(t.Objects()), nil
}

// etsFold calls a function with each object and what it returned before.
func etsFold(backwards bool) process.Func {
	return func(self *process.Process, a []term.Term) (term.Term, error) {
		t, err := ets.Find(self, a[2], ets.Read)
		if err != nil {
			function, line := "foldl", 632
			if backwards {
				function, line = "foldr", 659
			}
			return nil, exception.In(etsProblem("safe_fixtable", args{a[2], term.True}, err), in("ets", function, 3, line))
		}
		acc := a[1]
		for _, o := range t.Walk(backwards) {
			if acc, err = code.Call(self, a[0], o, acc); err != nil {
				return nil, err
			}
		}
		return acc, nil
	}
}

// etsItems are the items of info in their order.
func etsItems(self *process.Process, t *ets.Table) []term.Pair {
	return []term.Pair{
		pair("id", t.ID), pair("decentralized_counters", term.False),
		pair("read_concurrency", t.ReadConcurrency), pair("write_concurrency", t.WriteConcurrency),
		pair("compressed", t.Compressed), pair("memory", term.Int(t.Memory())), pair("owner", t.Owner),
		pair("heir", heirOf(t)), pair("name", t.Name), pair("size", term.Int(t.Len())),
		pair("node", self.Node().Name()), pair("named_table", term.Bool(t.Named)), pair("type", t.Type),
		pair("keypos", term.Int(t.KeyPosition)), pair("protection", t.Protection),
	}
}

func heirOf(t *ets.Table) term.Term {
	if t.Heir == (term.PID{}) {
		return term.Atom("none")
	}
	return t.Heir
}

// inspected returns the table that info is asked about, nil for none.
func inspected(self *process.Process, a args) (*ets.Table, error) {
	switch a[0].(type) {
	case term.Atom, term.Ref:
		t, err := ets.Find(self, a[0], ets.Look)
		if ref, ok := a[0].(term.Ref); ok && ref.ID&term.MagicRef == 0 {
			return nil, etsProblem("info", a, err)
		}
		if err != nil {
			return nil, nil
		}
		return t, nil
	}
	return nil, refused("ets", "info", a, "not an atom or a table identifier")
}

func etsInfo(self *process.Process, a []term.Term) (term.Term, error) {
	t, err := inspected(self, a)
	if t == nil || err != nil {
		return term.Undefined, err
	}
	var items []term.Term
	for _, p := range etsItems(self, t) {
		items = append(items, term.Tuple{p.Key, p.Value})
	}
	return term.List(items...), nil
}

func etsInfoItem(self *process.Process, a []term.Term) (term.Term, error) {
	t, err := inspected(self, a)
	if t == nil || err != nil {
		return term.Undefined, err
	}
	for _, p := range append(etsItems(self, t), etsMoreItems(self, t)...) {
		if p.Key == a[1] {
			return p.Value, nil
		}
	}
	return nil, refused("ets", "info", a, "", "not a valid info item")
}

// etsMoreItems are the items that only info/2 knows.
func etsMoreItems(self *process.Process, t *ets.Table) []term.Pair {
	fixed, monotonic := term.Term(term.False), term.Term(term.False)
	if since, by := t.Fixing(); len(by) > 0 {
		us := since.Time.UnixMicro()
		fixed = term.Tuple{term.Tuple{term.Int(us / 1e12), term.Int(us / 1e6 % 1e6), term.Int(us % 1e6)}, term.List(by...)}
		monotonic = term.Tuple{term.Int(since.Monotonic), term.List(by...)}
	}
	return []term.Pair{
		pair("fixed", term.Bool(t.Fixed())), pair("safe_fixed", fixed), pair("safe_fixed_monotonic_time", monotonic),
		pair("binary", term.Empty),
	}
}

func etsWhereis(self *process.Process, a []term.Term) (term.Term, error) {
	name, ok := a[0].(term.Atom)
	if !ok {
		return nil, refused("ets", "whereis", a, "invalid table name (must be an atom)")
	}
	if t := ets.Named(self.Node(), name); t != nil {
		return t.ID, nil
	}
	return term.Undefined, nil
}

func etsRename(self *process.Process, t *ets.Table, a args) (term.Term, error) {
	name, ok := a[1].(term.Atom)
	if !ok {
		return nil, wrongArgument(2, "invalid table name (must be an atom)")
	}
	if err := t.Rename(self.Node(), name); err != nil {
		return nil, err
	}
	return t.Identifier(), nil
}

func etsGiveAway(self *process.Process, t *ets.Table, a args) (term.Term, error) {
	to, ok := a[1].(term.PID)
	if !ok {
		return nil, wrongArgument(2, "not a pid")
	}
	return term.True, t.GiveAway(self, to, a[2])
}
