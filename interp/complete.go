package interp

import (
	"regexp"
	"slices"
	"strings"

	"gex/runtime/code"
	"gex/runtime/term"
)

// completable is the word before the cursor that can be completed.
var completable = regexp.MustCompile(`:?[\pL_][\pL\d_.]*[?!]?$|:$`)

// Complete returns what the word before the cursor can become: full words
// that replace text from start, sorted. Cursor counts bytes.
func (s *Session) Complete(text string, cursor int) (start int, candidates []string) {
	at := completable.FindStringIndex(text[:cursor])
	if at == nil {
		return cursor, s.completeName("")
	}
	word := text[at[0]:cursor]
	switch dot := strings.LastIndexByte(word, '.'); {
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

// completeName completes a variable or a function with a bare name.
func (s *Session) completeName(prefix string) []string {
	var found []string
	for _, b := range s.env.Bindings() {
		if strings.HasPrefix(b.Name, prefix) {
			found = append(found, b.Name)
		}
	}
	for _, module := range s.env.Imports() {
		if m := s.table.Module(module); m != nil {
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

func (s *Session) completeErlang(word string) []string {
	var found []string
	for _, m := range s.table.Modules() {
		if _, elixir := m.Name.AliasName(); !elixir && strings.HasPrefix(":"+string(m.Name), word) {
			found = append(found, ":"+string(m.Name))
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
