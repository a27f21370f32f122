package hint

import (
	"regexp"
	"slices"
	"strings"
)

// word is a rule about what was typed: it holds if the input matches, and the
// error as it is printed. $1 in the sentence is the first group of the input.
type word struct {
	about       string
	input, text *regexp.Regexp
	sentence    string
}

func (w word) say(f *Failure) string {
	m := w.input.FindStringSubmatchIndex(f.Input)
	if m == nil || !w.text.MatchString(f.Text) {
		return ""
	}
	return string(w.input.ExpandString(nil, w.sentence, f.Input, m))
}

func re(text string) *regexp.Regexp { return regexp.MustCompile(text) }

var (
	anyError  = re(``)
	noSyntax  = re(`SyntaxError|TokenMissingError`)
	undefined = re(`undefined (function|variable)`)
)

// unknown is the rule about a function of another language.
func unknown(name, sentence string) word {
	return word{name + " of another language", re(`\b` + name + `\b`), re(`undefined (?:function|variable) "?` + name + `\b`), sentence}
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
	{"else if", re(`\belse\s+if\b`), re(`SyntaxError|TokenMissingError|undefined`),
		"there is no else if: use cond do ... -> ... end, or one if inside the other, each with its own end"},
	{"a block without do", re(`(?m)^\s*(if|unless|case|cond|for|def|defp|defmodule|receive|try)\b(?:[^\n]*[^\n:o]|[^\n]*[^d:]o)?\s*\n(?s:.*)\bend\b`),
		re(`unexpected reserved word: end|undefined function (?:if|unless|case|cond|for|defmodule)/1`),
		"a block begins with do: $1 ... do, and end closes it"},
	{"end without do", re(`^\s*end\s*$`), re(`unexpected reserved word: end`),
		"nothing is open for this end to close: the do of its block is missing, or the block was complete before"},
	{"the conditional operator", re(`\S\s+\?\s+\S[^\n]*\s:\s`), noSyntax,
		"there is no a ? b : c: write if(a, do: b, else: c)"},
	{"a for loop", re(`\bfor\s*\(\s*\w+\s*:?=`), anyError,
		"loops go over collections: for i <- 0..9, do: ..., or Enum.each(0..9, fn i -> ... end)"},
	{"a function literal of Go", re(`^\s*func\s*\([^)]*\)[^{]*\{`), noSyntax, "a function without a name is fn x -> ... end, and is called with a dot: f.(x)"},
	{"err != nil", re(`\berr\s*[!=]=\s*nil`), undefined,
		"failures are values: case call() do {:ok, value} -> ...; {:error, reason} -> ... end"},
	{"strings with +", re(`"\s*\+|\+\s*"`), re(`ArithmeticError`), `strings are joined with <>, or by writing "#{x} and #{y}"`},
	{"strings of single quotes", re(`'([^'\n]*)'`), re(`FunctionClauseError.* in (?:String|IO|File|Path|URI)\.|expected binary argument in <>`),
		`'$1' is a list of characters; a string has double quotes: "$1"`},
	{"= in a condition", re(`\b(?:if|unless|when|while|cond)\b[^\n]*[^=!<>~+*/&|-]=[^=~>]`), re(`MatchError|CompileError|SyntaxError`),
		"= matches and binds; == compares"},
	{"a function outside a module", re(`^\s*(?:def|defp)\b`), re(`cannot invoke defp?/2 outside module`),
		"put it into defmodule Name do ... end, or bind a function: f = fn x -> ... end"},
	{"an index", re(`\w\]?\[\d+\]`), re(`Access calls for keywords expect|does not support accessing`),
		"the elements of a list are found with Enum.at(list, 0), those of a tuple with elem(tuple, 0)"},
	{"self without parentheses", re(`\bself\.`), re(`KeyError`), "self() is a pid and has no fields"},
	{"self as a variable", re(`\bself\b[^(]|\bself$`), re(`undefined variable "self"|undefined function self/1`), "the pid of this process is self(), with parentheses"},
	{"a command of gex", re(`^\s*(?:gex\s+)?(` + terminalCommands + `)\b`), re(`undefined function (?:gex|` + terminalCommands + `)/`),
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
