package exunit

import (
	"maps"
	"slices"

	"gex/interp/eval"
	"gex/interp/lib"
	"gex/runtime/code"
	"gex/runtime/exception"
	"gex/runtime/process"
	"gex/runtime/term"
)

// Names of the modules of ExUnit.
const (
	exUnit     = term.Atom("Elixir.ExUnit")
	caseModule = term.Atom("Elixir.ExUnit.Case")
	assertions = term.Atom("Elixir.ExUnit.Assertions")
	callbacks  = term.Atom("Elixir.ExUnit.Callbacks")
	docTest    = term.Atom("Elixir.ExUnit.DocTest")
)

// Config is what a session gives to its tests.
type Config struct {
	// Exception says how errors are worded.
	Exception func() exception.Options
	// ReadFile finds the sources whose lines reports show.
	ReadFile func(name string) (string, error)
}

// Unit holds the tests of a session. It belongs to the goroutine that owns the
// node.
type Unit struct {
	config Config
	table  *code.Table
	cases  []*testCase
	// compiling are the groups whose bodies are compiled, by module.
	compiling map[term.Atom]string
	left      map[term.PID]*leavings
}

// testCase is a module of tests.
type testCase struct {
	module   term.Atom
	async    bool
	ran      bool
	tests    []*test
	setups   []callback
	setupAll []callback
}

// callback is a function that runs before the tests of a group, or of all
// groups.
type callback struct {
	function string
	group    string
}

type test struct {
	name, group string
	function    string
	file        string
	line        int
	kind        term.Atom
	tags        *term.Map
}

// leavings are what a test process leaves to be done when it has ended.
type leavings struct {
	onExit     []term.Term
	supervisor term.Term
}

// New returns the tests of a session, and defines the modules of ExUnit.
func New(node *process.Node, c Config) *Unit {
	u := &Unit{config: c, table: code.Of(node), compiling: make(map[term.Atom]string), left: make(map[term.PID]*leavings)}
	for _, m := range u.modules() {
		lib.DefineModule(node, m)
	}
	return u
}

// Macros are the macros of the modules of ExUnit, for eval.Options.
func (u *Unit) Macros() map[term.Atom]map[code.Key]eval.Macro {
	return map[term.Atom]map[code.Key]eval.Macro{
		assertions: maps.Collect(u.assertionMacros()),
		caseModule: {
			{Name: "test", Arity: 1}: u.test, {Name: "test", Arity: 2}: u.test, {Name: "test", Arity: 3}: u.test,
			{Name: "describe", Arity: 2}: u.describe,
		},
		callbacks: {
			{Name: "setup", Arity: 1}: u.setup("setup"), {Name: "setup", Arity: 2}: u.setup("setup"),
			{Name: "setup_all", Arity: 1}: u.setup("setup_all"), {Name: "setup_all", Arity: 2}: u.setup("setup_all"),
		},
		docTest: {
			{Name: "doctest", Arity: 1}: u.doctest, {Name: "doctest", Arity: 2}: u.doctest,
			{Name: exampleMacro, Arity: 3}: u.example,
		},
	}
}

// Use is what `use ExUnit.Case` does.
func (u *Unit) Use() eval.Use {
	return eval.Use{
		Imports:     []term.Atom{caseModule, assertions, callbacks, docTest},
		Accumulates: []string{"tag", "describetag", "moduletag"},
		Functions: func(module term.Atom, options term.Term) []*code.Function {
			async, _ := term.KeywordGet(options, "async")
			u.cases = slices.DeleteFunc(u.cases, func(c *testCase) bool { return c.module == module })
			u.cases = append(u.cases, &testCase{module: module, async: async == term.Term(term.True)})
			return nil
		},
	}
}

// caseOf returns the tests of a module, nil if it uses no ExUnit.Case.
func (u *Unit) caseOf(module term.Atom) *testCase {
	i := slices.IndexFunc(u.cases, func(c *testCase) bool { return c.module == module })
	if i < 0 {
		return nil
	}
	return u.cases[i]
}

// modules are the tables of ExUnit: what can be called as a function.
func (u *Unit) modules() []lib.Module {
	return []lib.Module{
		{Name: exUnit, Doc: "Tests. `ExUnit.start`, then modules with `use ExUnit.Case`, then `ExUnit.run`.\n\n" +
			"In gex tests run in the order in which they were defined, when `ExUnit.run` is called.",
			Functions: []lib.Function{
				{Name: "start", Params: `options \\ []`, Doc: "Gets ready for tests.", Call: always(term.OK)},
				{Name: "configure", Params: "options", Doc: "Takes the options of a run and leaves them alone.", Call: always(term.OK)},
				{Name: "run", Params: `modules \\ []`, Doc: "Runs the tests of the modules that were not run yet, and of `modules`; returns how many there were and how many failed.", Call: u.run},
			}},
		{Name: caseModule, Doc: "What `use ExUnit.Case` brings: `test \"name\", context do ... end` and `describe \"group\" do ... end`, " +
			"with `@tag`, `@describetag` and `@moduletag` for their context.",
			Functions: []lib.Function{
				{Name: noteTest, Params: "module, file, line, group, test, tags", Doc: "Notes a test of a module.", Call: u.noteTest},
				{Name: noteCallback, Params: "module, kind, group, name", Doc: "Notes a callback of a module.", Call: u.noteCallback},
			}},
		{Name: assertions, Doc: "What tests claim: `assert`, `refute`, `assert_raise`, `assert_receive` and the rest.", Functions: assertionFunctions},
		{Name: callbacks, Doc: "What runs before and after tests: `setup`, `setup_all`, `on_exit`, `start_supervised`.", Functions: u.callbackFunctions()},
		{Name: docTest, Doc: "Tests from the examples after `iex>` in the documentation of a module: `doctest KV`."},
	}
}

func always(t term.Term) process.Func {
	return func(*process.Process, []term.Term) (term.Term, error) { return t, nil }
}
