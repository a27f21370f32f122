package eval_test

import (
	"testing"

	"gex/interp/eval"
	"gex/interp/syntax"
	"gex/runtime/process"
)

// A tree that went through a quoted expression means what it meant before.
func TestQuotedTree(t *testing.T) {
	for _, text := range []string{
		"1 + 2 * x", "foo(1, :a, \"b\")", "Foo.Bar.baz(x)", "x.y", "f.(1)", "fn x when x > 1 -> x end", "[1, {2, 3}, {1, 2, 3}]",
		"%{a: 1}", "%{x | a: 1}", "%Foo{a: 1}", "<<1, x::8>>", "case x do\n  1 -> 2\n  _ -> 3\nend", "@foo", "&(&1 + 1)", "^x",
		"1..2", "-x", "not x", "x[:a]", "[h | t]", "a |> b()", "a; b", "&foo/1", "if x do\n  1\nelse\n  2\nend", "x in [1]",
	} {
		file, err := syntax.Parse(text, syntax.Options{})
		if err != nil {
			t.Fatal(err)
		}
		s := newSession(eval.Options{})
		s.inProcess(func(self *process.Process) {
			quoted, err := s.ev.Quoted(self, file.Body)
			if err != nil {
				t.Errorf("%s: %v", text, err)
				return
			}
			tree, err := eval.Tree(quoted)
			if err != nil {
				t.Errorf("%s: %v", text, err)
				return
			}
			if got, want := syntax.Quoted(tree), syntax.Quoted(file.Body); got != want {
				t.Errorf("%s\n got %s\nwant %s", text, got, want)
			}
		})
	}
}

// What is no quoted expression is an error and no panic.
func TestTreeOfNonsense(t *testing.T) {
	for _, text := range []string{
		"{:fn, [], []}", "{{:., [], []}, [], []}", "{{:., [], [1, 2]}, [], []}", "[{:|, [], [1]}]", "{:%{}, [], [{:|, [], []}]}",
		"{:->, [], []}", "[{:->, [], [1]}]", "[{:->, [], [[{:when, [], []}], 1]}]", "{1, 2, 3}", "{:a, [], 1}", "{:__aliases__, [], []}",
		"{:@, [], [1]}", "{:^, [], []}", "{:%, [], [1, 2]}", "{:<<>>, [], 1}", "{:sigil_w, [], [1, 2]}", "{:.., [], [1]}",
	} {
		s := newSession(eval.Options{})
		value, err := s.eval(text)
		if err != nil {
			t.Fatal(err)
		}
		tree, err := eval.Tree(value)
		if err == nil {
			evalBounded(t, tree)
		}
	}
}
