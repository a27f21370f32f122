package interp

import (
	"regexp"
	"slices"
	"strings"

	"gex/runtime/code"
	"gex/runtime/genevent"
	"gex/runtime/term"
)

// completable is the word before the cursor that can be completed.
var completable = regexp.MustCompile(`:?[\pL_][\pL\d_.]*[?!]?$|:$`)

// Complete returns what the word before the cursor can become: full words
// that replace text from start, sorted, each once. Where no word has begun it
// returns what a learner may want to do next. Cursor counts bytes.
func (s *Session) Complete(text string, cursor int) (start int, candidates []string) {
	if before := text[:cursor]; insideString(before) || keyBehind.MatchString(before) {
		return cursor, nil
	}
	at := completable.FindStringIndex(text[:cursor])
	if at == nil {
		at = []int{cursor, cursor}
	}
	word := text[at[0]:cursor]
	switch dot := strings.LastIndexByte(word, '.'); {
	case word == "":
		candidates = s.nextSteps()
	case dot > 0:
		candidates = s.completeMember(word[:dot], word[dot+1:])
	case word[0] == ':':
		candidates = s.completeErlang(word)
	case word[0] >= 'A' && word[0] <= 'Z':
		candidates = s.completeModule("", word)
	default:
		candidates = s.completeName(word)
	}
	slices.Sort(candidates)
	return at[0], slices.Compact(candidates)
}

// keyBehind matches a key of a keyword list whose value is to come.
var keyBehind = regexp.MustCompile(`[\pL\d_?!]:\s*$`)

// insideString reports whether text ends inside of a string.
func insideString(text string) bool {
	inside := false
	for i := 0; i < len(text); i++ {
		switch {
		case text[i] == '\\' && inside:
			i++
		case text[i] == '"':
			inside = !inside
		}
	}
	return inside
}

// nextSteps are the variables there are and the commands that make sense now:
// those for managers when there is one.
func (s *Session) nextSteps() []string {
	steps := []string{"h", "start_link", "defmodule"}
	for _, p := range s.node.Processes() {
		if _, manager := genevent.Handlers(p); manager && !p.System() {
			steps = []string{"h", "flush"}
			for _, c := range managerCommands {
				steps = append(steps, c.name)
			}
			break
		}
	}
	for _, b := range s.env.Bindings() {
		steps = append(steps, b.Name)
	}
	return steps
}

// completeName completes a variable or a function with a bare name.
func (s *Session) completeName(prefix string) []string {
	var found []string
	for _, b := range s.env.Bindings() {
		if strings.HasPrefix(b.Name, prefix) {
			found = append(found, b.Name)
		}
	}
	for _, m := range documentedMacros {
		if name := m.name(); strings.HasPrefix(name, prefix) && isWordStart(name) && !strings.Contains(name, " ") {
			found = append(found, name)
		}
	}
	for _, module := range s.env.Imports() {
		if m := s.table.Module(module); m != nil && !strings.HasPrefix(string(module), "Elixir.ExUnit.") {
			found = appendFunctions(found, m, "", prefix)
		}
	}
	return found
}

// completeMember completes what stands behind a dot: a function of a module, a
// module below it, or a key of a map in a variable.
func (s *Session) completeMember(target, prefix string) []string {
	if value, ok := s.env.Lookup(target); ok {
		return mapKeys(value, target, prefix)
	}
	name := term.Atom(strings.TrimPrefix(target, ":"))
	if target[0] != ':' {
		name = s.env.Resolve(strings.Split(target, "."))
	}
	found := s.completeModule(target+".", prefix)
	if m := s.table.Module(name); m != nil {
		found = appendFunctions(found, m, target+".", prefix)
	}
	return found
}

func appendFunctions(found []string, m *code.Module, before, prefix string) []string {
	for _, f := range m.Exports() {
		if strings.HasPrefix(f.Name, prefix) && isWordStart(f.Name) {
			found = append(found, before+f.Name)
		}
	}
	return found
}

// completeModule completes the next part of an alias.
func (s *Session) completeModule(before, prefix string) []string {
	var found []string
	for _, m := range s.table.Modules() {
		name, ok := m.Name.AliasName()
		rest, below := strings.CutPrefix(name, before)
		if ok && below && strings.HasPrefix(rest, prefix) {
			part, _, _ := strings.Cut(rest, ".")
			found = append(found, before+part)
		}
	}
	return found
}

// completeErlang completes an atom: a module of Erlang or the name of a
// process.
func (s *Session) completeErlang(word string) []string {
	names := s.node.Registered()
	for _, m := range s.table.Modules() {
		names = append(names, m.Name)
	}
	var found []string
	for _, name := range names {
		if text := ":" + string(name); strings.HasPrefix(text, word) && isWordStart(string(name)) && !strings.Contains(text, ".") {
			found = append(found, text)
		}
	}
	return found
}

func mapKeys(value term.Term, target, prefix string) []string {
	m, ok := value.(*term.Map)
	if !ok {
		return nil
	}
	var found []string
	for _, pair := range m.Pairs() {
		if key, ok := pair.Key.(term.Atom); ok && strings.HasPrefix(string(key), prefix) {
			found = append(found, target+"."+string(key))
		}
	}
	return found
}
