package inspect

import (
	"strings"

	"gex/runtime/term"
)

// standardStructs lists the fields of the structs of the standard library in
// the order of their declaration.
var standardStructs = declare(`
ArgumentError message
ArithmeticError message
BadArityError function args
BadBooleanError term operator
BadFunctionError term
BadMapError term
BadStructError struct term
CaseClauseError term
Code.LoadError file message reason
CompileError file line description
CondClauseError
Duration year month week day hour minute second microsecond
DynamicSupervisor args extra_arguments mod name strategy max_children max_restarts max_seconds children restarts
Enum.EmptyError message
Enum.OutOfBoundsError message
ErlangError original reason
ExUnit.AssertionError left right message expr args doctest context
File.CopyError reason source destination on action
File.Error reason path action
File.LinkError reason existing new action
File.RenameError reason source destination on action
File.Stat size type access atime mtime ctime mode links major_device minor_device inode uid gid
File.Stream path modes line_or_bytes raw
FunctionClauseError module function arity kind args clauses
GenEvent.Stream manager timeout
IO.Stream device raw line_or_bytes
IO.StreamError reason message
Inspect.Error exception_module exception_message stacktrace inspected_struct
Inspect.Opts base binaries char_lists charlists custom_options inspect_fun limit pretty printable_limit safe structs syntax_colors width
KeyError key term message
MatchError term
OptionParser.ParseError message
Protocol.UndefinedError protocol value description
Regex.CompileError message
RuntimeError message
SyntaxError file line column snippet description
System.EnvError env
SystemLimitError message
Task mfa owner pid ref
TokenMissingError file line snippet column description
TryClauseError term
URI scheme authority userinfo host port path query fragment
URI.Error action reason part
UndefinedFunctionError module function arity reason message
UnicodeConversionError encoded message
Version major minor patch pre build
Version.InvalidRequirementError requirement
Version.InvalidVersionError version
WithClauseError term
MapSet map version
`)

func declare(table string) map[term.Atom][]string {
	structs := make(map[term.Atom][]string)
	for line := range strings.Lines(table) {
		if words := strings.Fields(line); len(words) > 0 {
			structs[term.Alias(words[0])] = words[1:]
		}
	}
	return structs
}

// StandardFields returns the names of the fields of a struct of the standard
// library in the order of its declaration. The caller must not change them.
func StandardFields(module term.Atom) ([]string, bool) {
	fields, ok := standardStructs[module]
	return fields, ok
}

// optionalFields are what the structs of the library that derive Inspect say.
// Unlike others they need not have all fields.
var optionalFields = map[term.Atom]Derived{
	"Elixir.URI": {Optional: map[string]term.Term{"authority": term.Nil}},
	"Elixir.Duration": {Optional: map[string]term.Term{
		"year": term.Int(0), "month": term.Int(0), "week": term.Int(0), "day": term.Int(0), "hour": term.Int(0), "minute": term.Int(0),
		"second": term.Int(0), "microsecond": term.Tuple{term.Int(0), term.Int(0)},
	}},
	"Elixir.Version": {Optional: map[string]term.Term{"pre": term.Empty, "build": term.Nil}},
}
