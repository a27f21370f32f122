package exception

import (
	_ "embed"
	"slices"
	"strconv"
	"strings"
	"sync"

	"gex/runtime/inspect"
	"gex/runtime/term"
)

// MaxDepth is the number of frames that the Erlang machine keeps of a stack.
const MaxDepth = 8

// FormatStack returns the frames, a line each and four columns to the right,
// or one empty line when there are none.
func FormatStack(stack []Frame, o Options) string {
	if len(stack) == 0 {
		return "\n"
	}
	var b strings.Builder
	for _, f := range stack[:min(len(stack), MaxDepth)] {
		b.WriteString(indentation)
		b.WriteString(FormatStackFrame(f, o))
		b.WriteByte('\n')
	}
	return b.String()
}

// FormatStackFrame returns a frame as a stack trace shows it:
// (elixir 1.14.0) lib/gen_server.ex:1038: GenServer.call/3
func FormatStackFrame(f Frame, o Options) string {
	location := fileLine(f.File, f.Line, " ")
	switch {
	case f.Function == "__MODULE__" && f.arity() == 0:
		return location + inspect.AtomText(f.Module) + " (module)"
	case f.Function == "__MODULE__" && f.arity() == 1:
		return location + "(module)"
	case f.Function == "__FILE__" && f.arity() == 1:
		return location + "(file)"
	}
	application := ""
	if a := Application(f.Module); a != "" && !o.PlainFrames {
		application = "(" + a + ") "
	}
	if f.HasArgs {
		return application + location + FormatCall(f.Module, f.Function, f.Args, o)
	}
	return application + location + FormatMFA(f.Module, f.Function, f.Arity)
}

func fileLine(file string, line int, suffix string) string {
	if file == "" {
		return ""
	}
	if line == 0 {
		return file + ":" + suffix
	}
	return file + ":" + strconv.Itoa(line) + ":" + suffix
}

// FormatMFA returns Enum.map/2, or "anonymous fn/1 in KV.put/3" for the name
// that the compiler gives to an anonymous function.
func FormatMFA(module term.Atom, function string, arity int) string {
	return formatFunction(module, function, "/"+strconv.Itoa(arity))
}

// FormatCall returns a call with its arguments: Enum.map([1], :x).
func FormatCall(module term.Atom, function string, args []term.Term, o Options) string {
	return formatFunction(module, function, "("+o.inspectAll(args)+")")
}

func (o Options) inspectAll(terms []term.Term) string {
	texts := make([]string, len(terms))
	for i, t := range terms {
		texts[i] = o.inspect(t)
	}
	return strings.Join(texts, ", ")
}

func formatFunction(module term.Atom, function, arity string) string {
	if outer, outerArity, ok := anonymousParent(function); ok {
		return "anonymous fn" + arity + " in " +
			inspect.AtomText(module) + "." + inspect.CallText(term.Atom(outer)) + "/" + outerArity
	}
	return inspect.AtomText(module) + "." + inspect.CallText(term.Atom(function)) + arity
}

// anonymousParent takes a name as -put/3-fun-0- apart.
func anonymousParent(function string) (name, arity string, ok bool) {
	rest, ok := strings.CutPrefix(function, "-")
	slash := strings.LastIndexByte(rest, '/')
	if !ok || slash < 0 {
		return "", "", false
	}
	parts := strings.Split(rest[slash+1:], "-")
	if len(parts) != 4 || parts[3] != "" {
		return "", "", false
	}
	return rest[:slash], parts[0], true
}

//go:embed modules.txt
var modulesText string

var applications = sync.OnceValue(func() map[term.Atom]string { return parseApplications(modulesText) })

// parseApplications reads lines of an application, its version, a colon and
// its modules.
func parseApplications(text string) map[term.Atom]string {
	table := make(map[term.Atom]string)
	for line := range strings.Lines(text) {
		application, modules, _ := strings.Cut(line, ":")
		for module := range strings.FieldsSeq(modules) {
			table[term.Atom(module)] = application
		}
	}
	return table
}

// Application returns the name and version of the application that a module
// of Elixir or OTP belongs to, "stdlib 4.2", or "".
func Application(module term.Atom) string { return applications()[module] }

func (f Frame) arity() int {
	if f.HasArgs {
		return len(f.Args)
	}
	return f.Arity
}

// key is the full name of the frame's function.
func (f Frame) key() string {
	return string(f.Module) + "." + f.Function + "/" + strconv.Itoa(f.arity())
}

// ParseStack is the reverse of StackTerm; it reports false if t is no stack.
func ParseStack(t term.Term) ([]Frame, bool) {
	entries, proper := term.Slice(t)
	if !proper {
		return nil, false
	}
	frames := make([]Frame, len(entries))
	for i, entry := range entries {
		tuple, ok := entry.(term.Tuple)
		if !ok || len(tuple) != 4 {
			return nil, false
		}
		if frames[i], ok = parseFrame(tuple); !ok {
			return nil, false
		}
	}
	return frames, true
}

func parseFrame(t term.Tuple) (Frame, bool) {
	module, ok1 := t[0].(term.Atom)
	function, ok2 := t[1].(term.Atom)
	if !ok1 || !ok2 || !term.IsList(t[3]) {
		return Frame{}, false
	}
	f := Frame{Module: module, Function: string(function)}
	switch arity := t[2].(type) {
	case term.Int:
		f.Arity = int(arity)
	case term.EmptyList, *term.Cons:
		f.Args, f.HasArgs = term.Slice(arity)
		if !f.HasArgs {
			return Frame{}, false
		}
	default:
		return Frame{}, false
	}
	f.locate(t[3])
	return f, true
}

// locate fills in the file, the line and the error info of a location.
func (f *Frame) locate(location term.Term) {
	if file, ok := term.KeywordGet(location, "file"); ok {
		f.File = text(file)
	}
	if line, ok := term.KeywordGet(location, "line"); ok {
		if n, ok := line.(term.Int); ok {
			f.Line = int(n)
		}
	}
	f.Info, _ = term.KeywordGet(location, "error_info")
}

// text returns the characters of a charlist or binary, and "" for anything else.
func text(t term.Term) string {
	if b, ok := t.(term.Binary); ok {
		return string(b)
	}
	var b strings.Builder
	for e := range term.Elements(t) {
		r, ok := e.(term.Int)
		if !ok {
			return ""
		}
		b.WriteRune(rune(r))
	}
	return b.String()
}

// internal are the modules that carry out what is typed at the prompt. IEx
// drops their frames from the end of a stack, in this order.
var internal = [][]term.Atom{
	{"proc_lib"},
	{"Elixir.IEx.Evaluator"},
	{"Elixir.Code", "Elixir.Module.ParallelChecker", "elixir"},
	{"erl_eval", "eval_bits"},
}

// compiler are the modules whose frames IEx never shows.
var compiler = []term.Atom{
	"elixir", "elixir_expand", "elixir_compiler", "elixir_module", "elixir_clauses", "elixir_lexical",
	"elixir_def", "elixir_map", "elixir_erl", "elixir_erl_clauses", "elixir_erl_pass",
	"Elixir.Kernel.ErrorHandler", "Elixir.Module.ParallelChecker",
}

// Prune returns the frames of a stack that concern the learner.
func Prune(stack []Frame) []Frame {
	for _, modules := range internal {
		for len(stack) > 0 && slices.Contains(modules, stack[len(stack)-1].Module) {
			stack = stack[:len(stack)-1]
		}
	}
	return slices.DeleteFunc(slices.Clone(stack), func(f Frame) bool { return slices.Contains(compiler, f.Module) })
}
