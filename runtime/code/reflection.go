package code

import (
	"crypto/md5"
	"fmt"
	"math/big"
	"slices"
	"strings"

	"gex/runtime/exception"
	"gex/runtime/process"
	"gex/runtime/term"
)

// macroPrefix begins the name of the function that a macro is compiled to.
const macroPrefix = "MACRO-"

// reflections are the functions by which a module tells about itself.
var reflections = map[string]bool{"__info__": true, "module_info": true}

// Reflect adds to a module what every one has: module_info/0 and module_info/1,
// and __info__/1 to those of Elixir. They tell what the module has when they are
// called.
func Reflect(m *Module) {
	hidden := func(name string, arity int, call process.Func) {
		m.Functions[Key{Name: name, Arity: arity}] = &Function{Name: name, Arity: arity, Call: call, Hidden: true}
	}
	if strings.HasPrefix(string(m.Name), "Elixir.") {
		hidden("__info__", 1, func(_ *process.Process, args []term.Term) (term.Term, error) { return m.info(args[0]) })
	}
	hidden("module_info", 1, func(_ *process.Process, args []term.Term) (term.Term, error) { return m.moduleInfo(args[0]) })
	hidden("module_info", 0, func(*process.Process, []term.Term) (term.Term, error) {
		var all []term.Pair
		for _, key := range []term.Atom{"module", "exports", "attributes", "compile", "md5"} {
			value, _ := m.moduleInfo(key)
			all = append(all, term.Pair{Key: key, Value: value})
		}
		return term.Keyword(all...), nil
	})
}

// info is __info__/1.
func (m *Module) info(what term.Term) (term.Term, error) {
	switch what {
	case term.Term(term.Atom("module")):
		return m.Name, nil
	case term.Term(term.Atom("functions")):
		return m.named(func(f *Function) (string, int, bool) {
			hidden := f.Hidden && m.Language == Builtin
			return f.Name, f.Arity, !hidden && !reflections[f.Name] && !strings.HasPrefix(f.Name, macroPrefix) && !m.Macros[Key{f.Name, f.Arity}]
		}), nil
	case term.Term(term.Atom("macros")):
		return m.named(func(f *Function) (string, int, bool) {
			if m.Macros[Key{f.Name, f.Arity}] {
				return f.Name, f.Arity, true
			}
			name, isMacro := strings.CutPrefix(f.Name, macroPrefix)
			return name, f.Arity - 1, isMacro
		}), nil
	case term.Term(term.Atom("attributes")):
		return m.attributes(), nil
	case term.Term(term.Atom("struct")):
		return m.fields(), nil
	case term.Term(term.Atom("deprecated")):
		return m.deprecated(), nil
	case term.Term(term.Atom("compile")):
		return m.compiled(), nil
	case term.Term(term.Atom("md5")):
		sum := m.sum()
		return term.Binary(sum[:]), nil
	}
	return nil, exception.Raise(term.Atom("function_clause")).In(exception.Frame{
		Module: m.Name, Function: "__info__", Arity: 1, Args: []term.Term{what}, HasArgs: true})
}

// fields are those of the struct, nil for none.
func (m *Module) fields() term.Term {
	if m.Struct == nil {
		return term.Nil
	}
	var fields []term.Term
	for _, f := range m.Struct {
		fields = append(fields, term.NewMap(term.Pair{Key: term.Atom("field"), Value: f.Key},
			term.Pair{Key: term.Atom("required"), Value: term.Bool(m.enforces(f.Key))}))
	}
	return term.List(fields...)
}

func (m *Module) enforces(field term.Term) bool {
	return slices.ContainsFunc(m.Enforced, func(key term.Atom) bool { return field == term.Term(key) })
}

// named are the public functions that pick wants, in order, with the names it
// gives them.
func (m *Module) named(pick func(*Function) (name string, arity int, ok bool)) term.Term {
	var names []term.Term
	for _, f := range m.Functions {
		if name, arity, ok := pick(f); ok && !f.Private {
			names = append(names, term.Tuple{term.Atom(name), term.Int(arity)})
		}
	}
	slices.SortFunc(names, term.Compare)
	return term.List(names...)
}

// moduleInfo is module_info/1.
func (m *Module) moduleInfo(what term.Term) (term.Term, error) {
	switch what {
	case term.Term(term.Atom("exports")), term.Term(term.Atom("functions")):
		return m.exports(), nil
	case term.Term(term.Atom("module")), term.Term(term.Atom("attributes")), term.Term(term.Atom("compile")), term.Term(term.Atom("md5")):
		return m.info(what)
	}
	return nil, exception.Raise(term.Atom("badarg")).In(exception.Frame{Module: "erlang", Function: "get_module_info", Arity: 2,
		Args: []term.Term{m.Name, what}, HasArgs: true},
		exception.Frame{Module: m.Name, Function: "module_info", Arity: 1})
}

// exports are the public functions in the order of the compiler: its own
// __info__ comes first and module_info last.
func (m *Module) exports() term.Term {
	all, _ := term.Slice(m.named(func(f *Function) (string, int, bool) { return f.Name, f.Arity, true }))
	place := func(e term.Term) int {
		switch e.(term.Tuple)[0] {
		case term.Term(term.Atom("__info__")):
			return 0
		case term.Term(term.Atom("module_info")):
			return 2
		}
		return 1
	}
	slices.SortStableFunc(all, func(a, b term.Term) int { return place(a) - place(b) })
	return term.List(all...)
}

func (m *Module) deprecated() term.Term {
	var list []term.Term
	for key, advice := range m.Deprecated {
		list = append(list, term.Tuple{term.Tuple{term.Atom(key.Name), term.Int(key.Arity)}, term.Binary(advice)})
	}
	slices.SortFunc(list, term.Compare)
	return term.List(list...)
}

func (m *Module) attributes() term.Term {
	var pairs []term.Pair
	for _, b := range m.Behaviours {
		pairs = append(pairs, term.Pair{Key: term.Atom("behaviour"), Value: term.List(b)})
	}
	pairs = append(pairs, m.Persisted...)
	versioned := func(p term.Pair) bool { return p.Key == term.Term(term.Atom("vsn")) }
	if !slices.ContainsFunc(pairs, versioned) {
		sum := m.sum()
		pairs = append(pairs, term.Pair{Key: term.Atom("vsn"), Value: term.List(term.Integer(new(big.Int).SetBytes(sum[:])))})
	}
	return term.Keyword(pairs...)
}

// sum stands for the module where OTP has the MD5 sum of its code: that of its
// name and of those of its functions.
func (m *Module) sum() [md5.Size]byte {
	exports, _ := m.moduleInfo(term.Atom("exports"))
	return md5.Sum([]byte(fmt.Sprint(m.Name, exports)))
}

// compiled is what OTP's compiler says about its run: its version, options,
// and where the source is.
func (m *Module) compiled() term.Term {
	return term.Keyword(
		term.Pair{Key: term.Atom("version"), Value: term.Charlist("8.2.3")},
		term.Pair{Key: term.Atom("options"), Value: term.List(term.Atom("no_spawn_compiler_process"),
			term.Atom("from_core"), term.Atom("no_core_prepare"), term.Atom("no_auto_import"))},
		term.Pair{Key: term.Atom("source"), Value: term.Charlist(m.File)},
	)
}
