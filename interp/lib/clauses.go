package lib

import (
	_ "embed" // the tables in data
	"slices"
	"strconv"
	"strings"
	"sync"

	"gex/runtime/code"
	"gex/runtime/term"
)

//go:embed data/clauses.txt
var clausesText string

//go:embed data/names.txt
var namesText string

// clauses are the heads of a function and the place of the first.
type clauses struct {
	file  string
	line  int
	heads []string
}

type functionName struct {
	module term.Atom
	name   string
	arity  int
}

// clauseTable and knownNames read the recorded tables when they are first
// needed, which is when something went wrong.
var (
	clauseTable = sync.OnceValue(func() map[functionName]clauses { return parseClauses(clausesText) })
	knownNames  = sync.OnceValue(func() map[term.Atom]map[string][]int { return parseNames(namesText) })
)

// ClauseHeads returns the heads of the clauses of a function of the library, none
// if they are not known, and the line of the first.
func ClauseHeads(module term.Atom, name string, arity int) (heads []string, line int) {
	known := clausesOf(module, name, arity)
	return known.heads, known.line
}

func clausesOf(module term.Atom, name string, arity int) clauses {
	return clauseTable()[functionName{module, name, arity}]
}

// parseClauses reads lines "Elixir.List first/2 lib/list.ex:293 2", each
// followed by its heads, which are indented.
func parseClauses(text string) map[functionName]clauses {
	table := make(map[functionName]clauses)
	var key functionName
	var entry clauses
	for line := range strings.Lines(text) {
		line = strings.TrimSuffix(line, "\n")
		if head, ok := strings.CutPrefix(line, "\t"); ok {
			entry.heads = append(entry.heads, strings.ReplaceAll(head, "⏎", "\n"))
			table[key] = entry
			continue
		}
		fields := strings.Split(line, " ")
		name, arity := splitArity(fields[1])
		file, number, _ := strings.Cut(fields[2], ":")
		key = functionName{term.Atom(fields[0]), name, arity}
		entry = clauses{file: file}
		entry.line, _ = strconv.Atoi(number)
		table[key] = entry
	}
	return table
}

// splitArity splits at the last slash, since a name may be one.
func splitArity(text string) (string, int) {
	i := strings.LastIndexByte(text, '/')
	arity, _ := strconv.Atoi(text[i+1:])
	return text[:i], arity
}

// parseNames reads lines "Elixir.Atom to_string/1 ...", with the arities of a
// name separated by commas.
func parseNames(text string) map[term.Atom]map[string][]int {
	table := make(map[term.Atom]map[string][]int)
	for line := range strings.Lines(text) {
		fields := strings.Fields(line)
		functions := make(map[string][]int)
		for _, f := range fields[1:] {
			i := strings.LastIndexByte(f, '/')
			for _, n := range strings.Split(f[i+1:], ",") {
				arity, _ := strconv.Atoi(n)
				functions[f[:i]] = append(functions[f[:i]], arity)
			}
		}
		table[term.Atom(fields[0])] = functions
	}
	return table
}

// Absent says what a module or function that gex does not define is.
type Absent uint8

const (
	// Unknown is a name that Elixir 1.14 and OTP 25 do not have either.
	Unknown Absent = iota
	// AbsentModule is a module of theirs that gex leaves out.
	AbsentModule
	// AbsentFunction is a function of theirs that gex leaves out.
	AbsentFunction
)

// Missing tells whether a function that is not in the table is one that
// Elixir 1.14 and OTP 25 have.
func Missing(table *code.Table, module term.Atom, name string, arity int) Absent {
	functions, ok := knownNames()[module]
	switch {
	case !ok:
		return Unknown
	case table.Module(module) == nil:
		return AbsentModule
	case table.Module(module).Macros[code.Key{Name: name, Arity: arity}]:
		return Unknown // it is there, for those who require the module
	case slices.Contains(functions[name], arity):
		return AbsentFunction
	}
	return Unknown
}
