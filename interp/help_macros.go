package interp

import (
	"strings"

	"gex/runtime/term"
)

const kernelModule = term.Atom("Elixir.Kernel")

// macroDoc is the documentation of what is no function: a macro or a special
// form, which the evaluator knows and no table of functions has.
type macroDoc struct {
	module         term.Atom
	signature, doc string
}

func (m macroDoc) name() string {
	name, _, _ := strings.Cut(m.signature, "(")
	return name
}

// arities reports whether the macro can be called with so many arguments.
func (m macroDoc) takes(arity int) bool {
	_, params, _ := strings.Cut(strings.TrimSuffix(m.signature, ")"), "(")
	if params == "" {
		return arity == 0
	}
	n := strings.Count(params, ", ") + 1
	return arity <= n && arity >= n-strings.Count(params, `\\`)
}

// helpMacros writes the documentation of the macros that are meant.
func helpMacros(d *document, what subject) {
	for _, m := range documentedMacros {
		special := m.module == "Elixir.Kernel.SpecialForms" && what.module == kernelModule
		if m.module != what.module && !special || m.name() != what.function || what.arity >= 0 && !m.takes(what.arity) {
			continue
		}
		d.title("defmacro " + m.signature)
		d.markdown(m.doc)
	}
}

const specialForms = term.Atom("Elixir.Kernel.SpecialForms")

var documentedMacros = []macroDoc{
	{helpersModule, "b(term)", "Shows the callbacks of a behaviour, in Elixir and in Go."},
	{helpersModule, "import_file(path)", "Runs a file as if it were typed here, so that its variables stay. A file that ends in `.go` is defined as Go."},
	{helpersModule, "import_file_if_available(path)", "As `import_file/1` if there is such a file, else `nil`."},
	{helpersModule, "open(module)", "Opens the source of a module, or of a function of it, in the editor of `VISUAL` or `EDITOR`, and takes what it leaves as if it were typed: the module is defined anew. `open {file, line}` opens a file."},
	{helpersModule, `import_if_available(module, opts \\ [])`, "As `import/2` if there is such a module, else `nil`."},
	{helpersModule, `use_if_available(module, opts \\ [])`, "As `use/2` if there is such a module, else `nil`."},
	{helpersModule, `assert_receive(pattern, timeout \\ 500)`, "Waits for a message that matches, takes it and returns it; fails without one."},
	{helpersModule, "assert_received(pattern)", "Takes a message that matches out of the mailbox; fails if there is none."},
	{helpersModule, `refute_receive(pattern, timeout \\ 100)`, "Fails if a message comes that matches."},
	{helpersModule, "refute_received(pattern)", "Fails if a message in the mailbox matches."},

	{kernelModule, "if(condition, clauses)", "Evaluates the `do` block if the condition is neither `false` nor `nil`, else the `else` block.\n\n    if x > 0 do\n      :positive\n    else\n      :other\n    end"},
	{kernelModule, "unless(condition, clauses)", "Evaluates the `do` block if the condition is `false` or `nil`, else the `else` block."},
	{kernelModule, "defmodule(alias, do_block)", "Defines a module.\n\n    defmodule Forwarder do\n      use GenEvent\n\n      def handle_event(event, parent) do\n        send parent, event\n        {:ok, parent}\n      end\n    end\n\nIn Go it is a type: `type Forwarder struct{ UseGenEvent }`."},
	{kernelModule, `def(call, expr \\ nil)`, "Defines a function of a module that others may call."},
	{kernelModule, `defp(call, expr \\ nil)`, "Defines a function that only its own module may call."},
	{kernelModule, `defmacro(call, expr \\ nil)`, "Defines a macro: a function from source to source."},
	{kernelModule, `defmacrop(call, expr \\ nil)`, "Defines a macro for its own module."},
	{kernelModule, "defstruct(fields)", "Defines the struct of a module: its keys and their defaults."},
	{kernelModule, "defexception(fields)", "Defines an exception: a struct that can be raised."},
	{kernelModule, "defguard(guard)", "Defines a condition for guards."},
	{kernelModule, `defdelegate(funs, opts)`, "Defines functions that call those of another module."},
	{kernelModule, "defprotocol(name, do_block)", "Defines a protocol: functions that each data type implements in its own way."},
	{kernelModule, `defimpl(name, opts, do_block \\ [])`, "Implements a protocol for a data type."},
	{kernelModule, `use(module, opts \\ [])`, "Lets a module add to the one that is being defined. `use GenEvent` and `use GenServer` add the default callbacks."},
	{kernelModule, `raise(message)`, "Raises an exception: a RuntimeError with the message, or the exception that is given."},
	{kernelModule, `raise(exception, attributes)`, "Raises an exception with these fields."},
	{kernelModule, "left |> right", "Puts the value on the left in as the first argument of the call on the right.\n\n    [1, 2, 3] |> Enum.map(&(&1 * 2)) |> Enum.sum()"},
	{kernelModule, "match?(pattern, expr)", "Whether the value of an expression matches a pattern."},
	{kernelModule, "is_nil(term)", "Whether `term` is `nil`."},
	{kernelModule, "to_string(term)", "The term as a string, as interpolation shows it."},
	{kernelModule, "dbg(code)", "Prints an expression with its value and returns the value."},
	{kernelModule, `tap(value, fun)`, "Calls the function with the value and returns the value."},
	{kernelModule, `then(value, fun)`, "Calls the function with the value and returns what it returns."},

	{specialForms, "case(condition, clauses)", "Evaluates the first clause whose pattern the value matches.\n\n    case GenEvent.start_link() do\n      {:ok, pid} -> pid\n      {:error, reason} -> reason\n    end"},
	{specialForms, "cond(clauses)", "Evaluates the first clause whose condition is neither `false` nor `nil`."},
	{specialForms, "fn(clauses)", "An anonymous function; it is called with a dot: `fun.(1)`."},
	{specialForms, "for(args)", "Builds a list from the elements of a collection.\n\n    for x <- 1..3, do: x * x"},
	{specialForms, "receive(args)", "Waits for a message that matches one of the patterns; after `after` milliseconds it goes on without.\n\n    receive do\n      {:hello, name} -> name\n    after\n      1000 -> :nothing\n    end"},
	{specialForms, "try(args)", "Evaluates a block and rescues or catches what goes wrong in it."},
	{specialForms, "with(args)", "Goes on as long as each pattern matches."},
	{specialForms, "quote(opts, block)", "The source of an expression as data."},
	{specialForms, "unquote(expr)", "Puts a value into quoted source."},
	{specialForms, "alias(module, opts)", "Lets a module be called by the last part of its name."},
	{specialForms, "import(module, opts)", "Lets the functions of a module be called without its name."},
	{specialForms, "require(module, opts)", "Makes the macros of a module known."},
	{specialForms, "super(args)", "Calls the function that the one being defined replaces."},
}
