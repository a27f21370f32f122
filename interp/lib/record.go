package lib

import (
	"gex/runtime/code"
	"gex/runtime/exception"
	"gex/runtime/process"
	"gex/runtime/term"
)

// recordTable is Record: tuples with a tag whose elements have names. The
// evaluator defines the macros of a record; the functions here make what these
// expand to, of quoted expressions.
func recordTable() Module {
	return Module{
		Name: "Elixir.Record",
		Doc:  "Tuples that begin with a tag and whose elements have names while code is compiled, as Erlang's records do. `require` it first.",
		Functions: []Function{
			{"defrecord", `name, tag \\ nil, kv`, "Defines the macros `name/0`, `name/1` and `name/2` that make, read, change and match a record with the fields of `kv`.", recordMacro},
			{"defrecordp", `name, tag \\ nil, kv`, "As `defrecord/3`, for macros that only the module sees.", recordMacro},
			{"is_record", `data, kind \\ nil`, "Whether a term is a record, of that kind if one is given. May be used in guards.", recordMacro},
			{"extract", "name, opts", "The fields of a record of Erlang, from a header file of the library; there are none in gex.", recordExtract},
			{"extract_all", "opts", "The records of a header file of the library; there are none in gex.", recordExtractAll},
			{"__fields__", "kv", "The fields of a definition with their defaults.", recordFields},
			{"__access__", "tag, fields, args, caller", "What `name(args)` expands to.", recordAccess},
			{"__access__", "tag, fields, record, args, caller", "What `name(record, args)` expands to.", recordAccessOf},
			{"__keyword__", "tag, fields, record", "The fields of a record as a keyword list.", recordKeyword},
		},
		Macros: []code.Key{{Name: "defrecord", Arity: 2}, {Name: "defrecord", Arity: 3}, {Name: "defrecordp", Arity: 2},
			{Name: "defrecordp", Arity: 3}, {Name: "is_record", Arity: 1}, {Name: "is_record", Arity: 2}},
	}
}

// recordMacro is what a macro of Record is if it is called as a function.
func recordMacro(*process.Process, []term.Term) (term.Term, error) { return nil, errClause }

func recordExtract(_ *process.Process, a []term.Term) (term.Term, error) {
	file, _ := option(a[1], "from_lib")
	if file == nil {
		file, _ = option(a[1], "from")
	}
	name, isName := a[0].(term.Atom)
	if file == nil || !isName {
		return nil, errClause
	}
	text, err := ToString(file)
	if err != nil {
		return nil, errClause
	}
	return nil, exception.ArgumentError("no record %s found at %s. Or the record does not exist or its entry is malformed or depends on other "+
		"include files", string(name), text).In(at("Record.Extractor", "extract_record", 2, "record/extractor.ex", 56))
}

func recordExtractAll(*process.Process, []term.Term) (term.Term, error) { return term.Empty, nil }

// recordFields makes pairs of the fields: names alone have nil for a default.
func recordFields(_ *process.Process, a []term.Term) (term.Term, error) {
	elements, ok := term.Slice(a[0])
	if !ok {
		return nil, errClause
	}
	var pairs []term.Pair
	for _, e := range elements {
		field := term.Pair{Key: e, Value: term.Nil}
		if p, ok := e.(term.Tuple); ok && len(p) == 2 {
			field = term.Pair{Key: p[0], Value: p[1]}
		}
		if _, ok := field.Key.(term.Atom); !ok {
			return nil, exception.ArgumentError("defrecord fields must be atoms, got: %s", show(field.Key))
		}
		pairs = append(pairs, field)
	}
	return term.Keyword(pairs...), nil
}

// record is what is known of a record where a macro of it is expanded.
type record struct {
	tag    term.Term
	fields []term.Pair
	match  bool // the macro stands in a pattern
}

func newRecord(tag, fields, caller term.Term) (record, bool) {
	pairs, ok := keywordPairs(fields)
	env, isMap := caller.(*term.Map)
	if !ok || !isMap {
		return record{}, false
	}
	context, _ := env.Get(term.Atom("context"))
	return record{tag, pairs, context == term.Term(term.Atom("match"))}, true
}

// keywordPairs are the pairs of a keyword list.
func keywordPairs(t term.Term) ([]term.Pair, bool) {
	elements, ok := term.Slice(t)
	pairs := make([]term.Pair, len(elements))
	for i, e := range elements {
		p, isPair := e.(term.Tuple)
		if !isPair || len(p) != 2 {
			return nil, false
		}
		if _, isAtom := p[0].(term.Atom); !isAtom {
			return nil, false
		}
		pairs[i] = term.Pair{Key: p[0], Value: p[1]}
	}
	return pairs, ok
}

// index is the place of a field in the tuple, counting from 0.
func (r record) index(field term.Term, frames ...exception.Frame) (int, error) {
	for i, f := range r.fields {
		if f.Key == field {
			return i + 1, nil
		}
	}
	return 0, exception.ArgumentError("record %s does not have the key: %s", show(r.tag), show(field)).In(frames...)
}

func recordFrame(name string, arity, line int) exception.Frame {
	return at("Record", name, arity, "record.ex", line)
}

func recordAccess(_ *process.Process, a []term.Term) (term.Term, error) {
	r, ok := newRecord(a[0], a[1], a[3])
	if !ok {
		return nil, errClause
	}
	if field, ok := a[2].(term.Atom); ok {
		i, err := r.index(field, recordFrame("index", 3, 466))
		return term.Int(i), err
	}
	if pairs, ok := keywordPairs(a[2]); ok {
		return r.create(pairs)
	}
	return remoteQuoted("Elixir.Record", "__keyword__", r.tag, quotedPairs(r.fields), a[2]), nil
}

// create is the tuple that a record with some of its fields expands to.
func (r record) create(given []term.Pair) (term.Term, error) {
	elements := make([]term.Term, len(r.fields)+1)
	elements[0] = r.tag
	for i, f := range r.fields {
		elements[i+1] = f.Value
		if r.match {
			elements[i+1] = term.Tuple{term.Atom("_"), term.Empty, term.Nil}
		}
	}
	for _, p := range given {
		if p.Key == term.Term(term.Atom("_")) {
			for i := range r.fields {
				elements[i+1] = p.Value
			}
		}
	}
	for _, p := range given {
		if p.Key == term.Term(term.Atom("_")) {
			continue
		}
		i, err := r.index(p.Key, recordFrame("create", 4, 423))
		if err != nil {
			return nil, err
		}
		elements[i] = p.Value
	}
	return quotedTuple(elements), nil
}

func recordAccessOf(_ *process.Process, a []term.Term) (term.Term, error) {
	r, ok := newRecord(a[0], a[1], a[4])
	if !ok {
		return nil, errClause
	}
	if field, ok := a[3].(term.Atom); ok {
		i, err := r.index(field, recordFrame("get", 4, 487))
		return remoteQuoted("erlang", "element", term.Int(i+1), a[2]), err
	}
	pairs, ok := keywordPairs(a[3])
	if !ok {
		return nil, exception.ArgumentError("expected arguments to be a compile time atom or a keyword list, got: %s", show(a[3]))
	}
	if r.match {
		return nil, exception.ArgumentError("cannot invoke update style macro inside match")
	}
	made := a[2]
	for _, p := range pairs {
		i, err := r.index(p.Key, recordFrame("-update/5-fun-0-", 3, 445), at("Enum", "-map/2-lists^map/1-0-", 2, "enum.ex", 1658),
			recordFrame("update", 5, 441))
		if err != nil {
			return nil, err
		}
		made = remoteQuoted("erlang", "setelement", term.Int(i+1), made, p.Value)
	}
	return made, nil
}

func recordKeyword(_ *process.Process, a []term.Term) (term.Term, error) {
	pairs, ok := keywordPairs(a[1])
	if !ok {
		return nil, errClause
	}
	t, ok := a[2].(term.Tuple)
	switch {
	case !ok || len(t) == 0 || t[0] != a[0]:
		return nil, exception.ArgumentError("expected argument to be a literal atom, literal keyword or a %s record, got runtime: %s",
			show(a[0]), show(a[2])).In(recordFrame("__keyword__", 3, 514))
	case len(t) != len(pairs)+1:
		return nil, exception.ArgumentError("expected argument to be a %s record with %d fields, got: %s", show(a[0]), len(pairs), show(a[2]))
	}
	for i := range pairs {
		pairs[i].Value = t[i+1]
	}
	return term.Keyword(pairs...), nil
}

// remoteQuoted is the quoted call of a function of a module.
func remoteQuoted(module, name term.Atom, arguments ...term.Term) term.Term {
	function := term.Tuple{term.Atom("."), term.Empty, term.List(module, name)}
	return term.Tuple{function, term.Empty, term.List(arguments...)}
}

func quotedTuple(elements []term.Term) term.Term {
	if len(elements) == 2 {
		return term.Tuple{elements[0], elements[1]}
	}
	return term.Tuple{term.Atom("{}"), term.Empty, term.List(elements...)}
}

// quotedPairs are fields without their defaults, which may be expressions.
func quotedPairs(fields []term.Pair) term.Term {
	names := make([]term.Pair, len(fields))
	for i, f := range fields {
		names[i] = term.Pair{Key: f.Key, Value: term.Nil}
	}
	return term.Keyword(names...)
}
