package hint

import (
	"regexp"
	"slices"
	"strings"

	"gex/runtime/late"
)

// word is a rule about what was typed: it holds if the input matches, and the
// error as it is printed. $1 in the sentence is the first group of the input.
type word struct {
	about       string
	input, text func() *regexp.Regexp
	sentence    string
}

func (w word) say(f *Failure) string {
	input := w.input()
	m := input.FindStringSubmatchIndex(f.Input)
	if m == nil || !w.text().MatchString(f.Text) {
		return ""
	}
	return string(input.ExpandString(nil, w.sentence, f.Input, m))
}

var (
	anyError  = late.Regexp(``)
	noSyntax  = late.Regexp(`SyntaxError|TokenMissingError`)
	undefined = late.Regexp(`undefined (function|variable)`)
)

// unknown is the rule about a function of another language.
func unknown(name, sentence string) word {
	return word{name + " of another language", late.Regexp(`\b` + name + `\b`), late.Regexp(`undefined (?:function|variable) "?` + name + `\b`), sentence}
}

// Commands that are given to a terminal, as alternatives of an expression, and
// what is said of one that was typed at the prompt.
const (
	terminalCommands = `learn|replay|test|trace|export|lint`
	terminalSentence = "gex $1 is a command of its own: leave with exit, and give it to your terminal"
)

// TerminalCommand returns what there is to say of a command of gex that is none
// of the prompt's, "" if the name is none.
func TerminalCommand(name string) string {
	if !slices.Contains(strings.Split(terminalCommands, "|"), name) {
		return ""
	}
	return strings.ReplaceAll(terminalSentence, "$1", name)
}

var words = []word{
	{"else if", late.Regexp(`\belse\s+if\b`), late.Regexp(`SyntaxError|TokenMissingError|undefined`),
		"there is no else if: use cond do ... -> ... end, or one if inside the other, each with its own end"},
	{"a block without do", late.Regexp(`(?m)^\s*(if|unless|case|cond|for|def|defp|defmodule|receive|try)\b(?:[^\n]*[^\n:o]|[^\n]*[^d:]o)?\s*\n(?s:.*)\bend\b`),
		late.Regexp(`unexpected reserved word: end|undefined function (?:if|unless|case|cond|for|defmodule)/1`),
		"a block begins with do: $1 ... do, and end closes it"},
	{"end without do", late.Regexp(`^\s*end\s*$`), late.Regexp(`unexpected reserved word: end`),
		"nothing is open for this end to close: the do of its block is missing, or the block was complete before"},
	{"the conditional operator", late.Regexp(`\S\s+\?\s+\S[^\n]*\s:\s`), noSyntax,
		"there is no a ? b : c: write if(a, do: b, else: c)"},
	{"a for loop", late.Regexp(`\bfor\s*\(\s*\w+\s*:?=`), anyError,
		"loops go over collections: for i <- 0..9, do: ..., or Enum.each(0..9, fn i -> ... end)"},
	{"a function literal of Go", late.Regexp(`^\s*func\s*\([^)]*\)[^{]*\{`), noSyntax, "a function without a name is fn x -> ... end, and is called with a dot: f.(x)"},
	{"err != nil", late.Regexp(`\berr\s*[!=]=\s*nil`), undefined,
		"failures are values: case call() do {:ok, value} -> ...; {:error, reason} -> ... end"},
	{"strings with +", late.Regexp(`"\s*\+|\+\s*"`), late.Regexp(`ArithmeticError`), `strings are joined with <>, or by writing "#{x} and #{y}"`},
	{"strings of single quotes", late.Regexp(`'([^'\n]*)'`), late.Regexp(`FunctionClauseError.* in (?:String|IO|File|Path|URI)\.|expected binary argument in <>`),
		`'$1' is a list of characters; a string has double quotes: "$1"`},
	{"= in a condition", late.Regexp(`\b(?:if|unless|when|while|cond)\b[^\n]*[^=!<>~+*/&|-]=[^=~>]`), late.Regexp(`MatchError|CompileError|SyntaxError`),
		"= matches and binds; == compares"},
	{"a function outside a module", late.Regexp(`^\s*(?:def|defp)\b`), late.Regexp(`cannot invoke defp?/2 outside module`),
		"put it into defmodule Name do ... end, or bind a function: f = fn x -> ... end"},
	{"an index", late.Regexp(`\w\]?\[\d+\]`), late.Regexp(`Access calls for keywords expect|does not support accessing`),
		"the elements of a list are found with Enum.at(list, 0), those of a tuple with elem(tuple, 0)"},
	{"self without parentheses", late.Regexp(`\bself\.`), late.Regexp(`KeyError`), "self() is a pid and has no fields"},
	{"self as a variable", late.Regexp(`\bself\b[^(]|\bself$`), late.Regexp(`undefined variable "self"|undefined function self/1`), "the pid of this process is self(), with parentheses"},
	{"a command of gex", late.Regexp(`^\s*(?:gex\s+)?(` + terminalCommands + `)\b`), late.Regexp(`undefined function (?:gex|` + terminalCommands + `)/`),
		terminalSentence},
	unknown("null", "what is not there is nil"), unknown("None", "what is not there is nil"), unknown("undefined", "what is not there is nil"),
	unknown("print", `print with IO.puts("text")`),
	unknown("printf", `print with IO.puts("#{x}"), or :io.format("~p~n", [x])`), unknown("echo", `print with IO.puts("text")`),
	unknown("len", "length(list), map_size(map), tuple_size(tuple) or String.length(string)"),
	unknown("append", "list ++ [x] appends; [x | list] puts in front, which is cheaper"),
	unknown("elif", "use cond do ... -> ... end"), unknown("elsif", "use cond do ... -> ... end"),
	unknown("switch", "use case value do pattern -> ... end"), unknown("while", "there is no while: use recursion, Enum.each or Stream"),
	unknown("sleep", "Process.sleep(milliseconds)"),
	unknown("typeof", "i(value) says what a value is; is_list(x) and its kin ask"),
}

// oneLine keeps a hint on one line.
func oneLine(text string) string { return strings.Join(strings.Fields(text), " ") }
