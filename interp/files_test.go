package interp_test

import (
	"io/fs"
	"strings"
	"testing"

	"gex/interp"
)

// learnerFiles are files as learners have them; what IEx 1.14 printed for them
// is in the tests.
var learnerFiles = map[string]string{
	"kv.exs": "defmodule KV do\n  use GenServer\n  def init(x), do: {:ok, x}\n  def handle_call(:boom, _from, state) do\n" +
		"    {:reply, state.missing, state}\n  end\n  def f(x) do\n    1 + x\n  end\nend\n",
	"syn.exs":   "defmodule A do\n  def f do\n    {1, ]\n  end\nend\n",
	"comp.exs":  "defmodule A do\n  def f do\n    g(1)\n  end\nend\n",
	"inc.exs":   "defmodule A do\n  def f do\n    1\n",
	"undef.exs": ":erlang.error(:a)\nfoo()\n",
	"wrong.go":  "type A struct{}\n\nfunc (A) F() Term { return x }\n",
}

func readLearnerFile(name string) ([]byte, error) {
	if text, ok := learnerFiles[strings.TrimPrefix(name, "sub/")]; ok {
		return []byte(text), nil
	}
	return nil, fs.ErrNotExist
}

const parallel = "    (elixir 1.14.0) lib/kernel/parallel_compiler.ex:347: anonymous fn/5 in Kernel.ParallelCompiler.spawn_workers/7\n"
const compileError = "** (CompileError)  compile error\n    (iex 1.14.0) lib/iex/helpers.ex:204: IEx.Helpers.c/2\n"

// TestFiles compares the errors of files with what real IEx prints: which
// file and which line.
func TestFiles(t *testing.T) {
	const bracket = "** (SyntaxError) syn.exs:3:9: unexpected token: ]. The \"{\" at line 3 is missing terminator \"}\"\n"
	for _, c := range []struct {
		inputs []string
		want   string
	}{
		{[]string{`import_file "syn.exs"`},
			bracket + "    (iex 1.14.0) expanding macro: IEx.Helpers.import_file/1\n    iex:1: (file)\n"},
		{[]string{`import_file "inc.exs"`},
			"** (TokenMissingError) inc.exs:4:1: missing terminator: end (for \"do\" starting at line 2)\n" +
				"    (iex 1.14.0) expanding macro: IEx.Helpers.import_file/1\n    iex:1: (file)\n"},
		{[]string{`import_file "comp.exs"`}, "** (CompileError) iex:3: undefined function g/1 "},
		{[]string{`import_file "kv.exs"`, "KV.f(:a)"}, "** (ArithmeticError) bad argument in arithmetic expression\n    iex:8: KV.f/1\n"},
		{[]string{`import_file "none.exs"`},
			"** (File.Error) could not read file \"/home/gex/none.exs\": no such file or directory\n    (elixir 1.14.0) lib/file.ex:358: File.read!/1\n" +
				"    (iex 1.14.0) lib/iex/helpers.ex:1126: IEx.Helpers.import_file_if_available/2\n" +
				"    (iex 1.14.0) expanding macro: IEx.Helpers.import_file/1\n    iex:1: (file)\n"},
		{[]string{`c "kv.exs"`, "KV.f(:a)"}, "[KV]\n** (ArithmeticError) bad argument in arithmetic expression\n    kv.exs:8: KV.f/1\n"},
		{[]string{`c "sub/kv.exs"`, "KV.f(:a)"}, "    sub/kv.exs:8: KV.f/1\n"},
		{[]string{`c "kv.exs"`, "{:ok, p} = GenServer.start(KV, %{})", "GenServer.call(p, :boom)"},
			"        ** (KeyError) key :missing not found in: %{}\n            kv.exs:5: KV.handle_call/3\n"},
		{[]string{`c "syn.exs"`}, "\n== Compilation error in file syn.exs ==\n" + bracket + parallel + compileError},
		{[]string{`c "comp.exs"`}, "\n== Compilation error in file comp.exs ==\n** (CompileError) comp.exs:3: undefined function g/1 " +
			"(expected A to define such a function or for it to be imported, but none are available)\n\n" + compileError},
		{[]string{`c "undef.exs"`}, "\n== Compilation error in file undef.exs ==\n** (CompileError) undef.exs:2: undefined function foo/0 " +
			"(there is no such import)\n" + parallel + compileError},
		{[]string{`c ["kv.exs", "syn.exs"]`}, "\n== Compilation error in file syn.exs ==\n" + bracket + parallel + compileError},
		{[]string{`c ["kv.exs", "none.exs", "no.exs"]`},
			"** (ArgumentError) could not find files none.exs, no.exs\n    (iex 1.14.0) lib/iex/helpers.ex:184: IEx.Helpers.c/2\n"},
		{[]string{`c "wrong.go"`}, "** (CompileError) wrong.go:3:28: undefined: x\n"},
		{[]string{`import_file "wrong.go"`}, "** (CompileError) wrong.go:3:28: undefined: x\n"},
	} {
		got := play(t, interp.Options{Strict: true, ReadFile: readLearnerFile}, c.inputs...)
		if !strings.Contains(got, c.want) {
			t.Errorf("%q printed\n%s\nwant in it\n%s", c.inputs, got, c.want)
		}
	}
}
