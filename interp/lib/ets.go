package lib

import (
	"errors"

	"gex/runtime/ets"
	"gex/runtime/exception"
	"gex/runtime/process"
	"gex/runtime/term"
)

func etsTable() Module {
	return Module{
		Name: "ets",
		Doc:  "Tables of tuples that belong to a process and that others can read. `:ets.new(:name, [:named_table])` makes one.",
		Functions: []Function{
			{"new", "name, options", "Makes a table. Options are a type (`:set`, `:ordered_set`, `:bag`, `:duplicate_bag`), a protection (`:public`, `:protected`, `:private`), `:named_table` and `{:keypos, n}`.", etsNew},
			{"delete", "table", "Deletes a table.", onTable("delete", ets.Write, func(self *process.Process, t *ets.Table, _ args) (term.Term, error) {
				t.Delete(self.Node())
				return term.True, nil
			})},
			{"delete", "table, key", "Deletes the objects with a key.", onTable("delete", ets.Write, func(_ *process.Process, t *ets.Table, a args) (term.Term, error) {
				t.Take(a[1])
				return term.True, nil
			})},
			{"delete_object", "table, object", "Deletes an object.", onTable("delete_object", ets.Write, etsDeleteObject)},
			{"delete_all_objects", "table", "Deletes all objects.", etsClear},
			{"insert", "table, objects", "Inserts a tuple or a list of tuples; in a set it replaces the one with the same key.", onTable("insert", ets.Write, etsInsert)},
			{"insert_new", "table, objects", "As `insert/2`, if none of the keys is there.", onTable("insert_new", ets.Write, etsInsertNew)},
			{"lookup", "table, key", "The objects with a key.", onTable("lookup", ets.Read, func(_ *process.Process, t *ets.Table, a args) (term.Term, error) {
				return tuples(t.Lookup(a[1])), nil
			})},
			{"lookup_element", "table, key, position", "One element of the object with a key.", onTable("lookup_element", ets.Read, etsLookupElement)},
			{"member", "table, key", "Whether there is an object with a key.", onTable("member", ets.Read, func(_ *process.Process, t *ets.Table, a args) (term.Term, error) {
				return term.Bool(t.Lookup(a[1]) != nil), nil
			})},
			{"take", "table, key", "Deletes the objects with a key and returns them.", onTable("take", ets.Write, func(_ *process.Process, t *ets.Table, a args) (term.Term, error) {
				return tuples(t.Take(a[1])), nil
			})},
			{"tab2list", "table", "All objects.", etsToList},
			{"first", "table", "The first key, or `:\"$end_of_table\"`.", onTable("first", ets.Read, func(_ *process.Process, t *ets.Table, _ args) (term.Term, error) {
				key, ok := t.First()
				return keyOrEnd(key, ok, nil)
			})},
			{"last", "table", "The last key, or `:\"$end_of_table\"`.", onTable("last", ets.Read, func(_ *process.Process, t *ets.Table, _ args) (term.Term, error) {
				key, ok := t.Last()
				return keyOrEnd(key, ok, nil)
			})},
			{"next", "table, key", "The key behind another one.", onTable("next", ets.Read, func(_ *process.Process, t *ets.Table, a args) (term.Term, error) {
				return keyOrEnd(t.Next(a[1]))
			})},
			{"prev", "table, key", "The key before another one.", onTable("prev", ets.Read, func(_ *process.Process, t *ets.Table, a args) (term.Term, error) {
				return keyOrEnd(t.Previous(a[1]))
			})},
			{"update_counter", "table, key, operation", "Adds to an element of an object and returns the new value. `operation` is a number, `{position, number}`, `{position, number, threshold, value}` or a list of these.", onTable("update_counter", ets.Write, etsUpdateCounter)},
			{"update_counter", "table, key, operation, default", "As `update_counter/3`; `default` is inserted if the key is not there.", onTable("update_counter", ets.Write, etsUpdateCounter)},
			{"update_element", "table, key, element", "Changes elements of an object: `{position, value}` or a list of these.", onTable("update_element", ets.Write, etsUpdateElement)},
			{"match", "table, pattern", "What the variables `:\"$1\"`, `:\"$2\"` of a pattern are in each object that matches.", onTable("match", ets.Read, etsMatch)},
			{"match", "table, pattern, limit", "As `match/2`, so many at a time: `{matches, continuation}`.", onTable("match", ets.Read, limited(etsMatch))},
			{"match", "continuation", "The next ones.", etsContinue("match")},
			{"match_object", "table, pattern", "The objects that match a pattern.", onTable("match_object", ets.Read, etsMatchObject)},
			{"match_object", "table, pattern, limit", "As `match_object/2`, so many at a time.", onTable("match_object", ets.Read, limited(etsMatchObject))},
			{"match_object", "continuation", "The next ones.", etsContinue("match_object")},
			{"match_delete", "table, pattern", "Deletes the objects that match a pattern.", deleting(true, etsMatchDelete)},
			{"select", "table, match_spec", "What a match specification `[{pattern, guards, [result]}]` makes of the objects.", onTable("select", ets.Read, etsSelect)},
			{"select", "table, match_spec, limit", "As `select/2`, so many at a time.", onTable("select", ets.Read, limited(etsSelect))},
			{"select", "continuation", "The next ones.", etsContinue("select")},
			{"select_count", "table, match_spec", "For how many objects the result is true.", onTable("select_count", ets.Read, etsSelectCount)},
			{"select_delete", "table, match_spec", "Deletes the objects for which the result is true.", deleting(false, etsSelectDelete)},
			{"foldl", "function, acc, table", "Calls `function.(object, acc)` with each object, from the first.", etsFold(false)},
			{"foldr", "function, acc, table", "As `foldl/3`, from the last.", etsFold(true)},
			{"info", "table", "What is known about a table.", etsInfo},
			{"info", "table, item", "One item of what is known about a table.", etsInfoItem},
			{"whereis", "name", "The reference of a named table, or `:undefined`.", etsWhereis},
			{"rename", "table, name", "Gives a table another name.", onTable("rename", ets.Write, etsRename)},
			{"give_away", "table, pid, gift", "Makes another process the owner.", onTable("give_away", ets.Write, etsGiveAway)},
			{"safe_fixtable", "table, fix", "Makes it safe to go through a table that is being changed, which it always is.", onTable("safe_fixtable", ets.Read, func(self *process.Process, t *ets.Table, a args) (term.Term, error) {
				if a[1] != term.Term(term.True) && a[1] != term.Term(term.False) {
					return nil, wrongArgument(2, "not a boolean value")
				}
				t.Fix(self, a[1] == term.Term(term.True))
				return term.True, nil
			})},
			{"all", "", "All tables.", func(self *process.Process, _ []term.Term) (term.Term, error) {
				var ids []term.Term
				for _, t := range ets.All(self.Node()) {
					ids = append(ids, t.Identifier())
				}
				return term.List(ids...), nil
			}},
		},
	}
}

const endOfTable = term.Atom("$end_of_table")

// etsProblem turns what is wrong with an argument into the exception.
func etsProblem(function string, a args, err error) error {
	var wrong *ets.ArgumentError
	if !errors.As(err, &wrong) {
		return err
	}
	problems, _ := exception.KindProblems("ets", function, a)
	problems[wrong.Position-1] = wrong.Text
	err = refused("ets", function, a, problems...)
	if wrong.Cause != "" {
		exception.As(err).Stack[0].Info = errorInfo("ets").(*term.Map).Put(term.Atom("cause"), wrong.Cause)
	}
	return err
}

func wrongArgument(position int, text string) error {
	return &ets.ArgumentError{Position: position, Text: text}
}

// onTable is a function whose first argument is a table that the caller may
// access so.
func onTable(name string, access ets.Access, f func(*process.Process, *ets.Table, args) (term.Term, error)) process.Func {
	return func(self *process.Process, a []term.Term) (term.Term, error) {
		t, err := ets.Find(self, a[0], access)
		if err != nil {
			return nil, etsProblem(name, a, err)
		}
		result, err := f(self, t, a)
		return result, etsProblem(name, a, err)
	}
}

func etsNew(self *process.Process, a []term.Term) (term.Term, error) {
	name, ok := a[0].(term.Atom)
	if !ok {
		return nil, etsProblem("new", a, wrongArgument(1, "not an atom"))
	}
	list, ok := term.Slice(a[1])
	if !ok {
		return nil, refused("ets", "new", a, "", "not a list")
	}
	o := ets.Options{ReadConcurrency: term.False, WriteConcurrency: term.False, Compressed: term.False}
	for _, option := range list {
		if !etsOption(&o, option) {
			return nil, refused("ets", "new", a, "", "invalid options")
		}
	}
	t, err := ets.New(self, name, o)
	if err != nil {
		return nil, etsProblem("new", a, err)
	}
	return t.Identifier(), nil
}

func etsOption(o *ets.Options, option term.Term) bool {
	switch option {
	case term.Term(ets.Set), term.Term(ets.OrderedSet), term.Term(ets.Bag), term.Term(ets.DuplicateBag):
		o.Type = option.(term.Atom)
		return true
	case term.Term(ets.Public), term.Term(ets.Protected), term.Term(ets.Private):
		o.Protection = option.(term.Atom)
		return true
	case term.Term(term.Atom("named_table")):
		o.Named = true
		return true
	case term.Term(term.Atom("compressed")):
		o.Compressed = term.True
		return true
	}
	pair, _ := option.(term.Tuple)
	if heir, data, ok := heirOption(pair); ok {
		o.Heir, o.HeirData = heir, data
		return true
	}
	if len(pair) != 2 {
		return false
	}
	flag := pair[1] == term.Term(term.True) || pair[1] == term.Term(term.False)
	switch pair[0] {
	case term.Term(term.Atom("keypos")):
		n, ok := pair[1].(term.Int)
		o.KeyPosition = int(n)
		return ok && n >= 1
	case term.Term(term.Atom("read_concurrency")):
		o.ReadConcurrency = pair[1]
		return flag
	case term.Term(term.Atom("write_concurrency")):
		o.WriteConcurrency = pair[1]
		return flag || pair[1] == term.Term(term.Atom("auto"))
	case term.Term(term.Atom("decentralized_counters")):
		return flag
	}
	return false
}

// heirOption reads {:heir, pid, data} and {:heir, :none}.
func heirOption(option term.Tuple) (heir term.PID, data term.Term, ok bool) {
	switch {
	case term.Tag(option, 2) == "heir":
		return heir, nil, option[1] == term.Term(term.Atom("none"))
	case term.Tag(option, 3) == "heir":
		heir, ok = option[1].(term.PID)
		return heir, option[2], ok
	}
	return heir, nil, false
}

// tuples is a list of objects.
func tuples(objects []term.Tuple) term.Term {
	list := make([]term.Term, len(objects))
	for i, o := range objects {
		list[i] = o
	}
	return term.List(list...)
}

func keyOrEnd(key term.Term, ok bool, err error) (term.Term, error) {
	if err == nil && !ok {
		return endOfTable, nil
	}
	return key, err
}

// objectsOf reads an object or a list of objects.
func objectsOf(t *ets.Table, given term.Term) ([]term.Tuple, error) {
	if o, ok := given.(term.Tuple); ok {
		switch {
		case len(o) == 0:
			return nil, wrongArgument(2, "is an empty tuple")
		case !t.Fits(o):
			return nil, errTooShort
		}
		return []term.Tuple{o}, nil
	}
	list, ok := term.Slice(given)
	if !ok {
		return nil, wrongArgument(2, "not a tuple")
	}
	objects := make([]term.Tuple, len(list))
	for i, element := range list {
		o, ok := element.(term.Tuple)
		switch {
		case !ok || len(o) == 0:
			return nil, wrongArgument(2, "not a non-empty tuple or a list of non-empty tuples")
		case !t.Fits(o):
			return nil, errTooShort
		}
		objects[i] = o
	}
	return objects, nil
}

// errTooShort is the error of an object without a key, which OTP does not
// explain.
var errTooShort = errors.New("the object has no key")

// unexplained is badarg without words about the arguments.
func unexplained(function string, a args) error {
	return exception.Raise(term.Atom("badarg")).In(exception.Frame{Module: "ets", Function: function, Args: a, HasArgs: true})
}

func etsInsert(_ *process.Process, t *ets.Table, a args) (term.Term, error) {
	objects, err := objectsOf(t, a[1])
	switch {
	case err == errTooShort:
		return nil, unexplained("insert", a)
	case err != nil:
		return nil, err
	}
	t.Insert(objects...)
	return term.True, nil
}

func etsInsertNew(_ *process.Process, t *ets.Table, a args) (term.Term, error) {
	objects, err := objectsOf(t, a[1])
	switch {
	case err == errTooShort:
		return nil, unexplained("insert_new", a)
	case err != nil:
		return nil, err
	}
	return term.Bool(t.InsertNew(objects...)), nil
}

func etsDeleteObject(_ *process.Process, t *ets.Table, a args) (term.Term, error) {
	o, ok := a[1].(term.Tuple)
	if !ok {
		return nil, wrongArgument(2, "not a tuple")
	}
	t.Remove(o)
	return term.True, nil
}

func etsLookupElement(_ *process.Process, t *ets.Table, a args) (term.Term, error) {
	n, ok := a[2].(term.Int)
	switch {
	case !ok:
		return nil, wrongArgument(3, "not an integer")
	case n < 1:
		return nil, wrongArgument(3, "out of range")
	}
	elements, err := t.LookupElement(a[1], int(n))
	if err != nil {
		return nil, err
	}
	if t.Type == ets.Set || t.Type == ets.OrderedSet {
		return elements[0], nil
	}
	return term.List(elements...), nil
}
