package interp

import (
	"slices"
	"strings"

	"gex/runtime/code"
	"gex/runtime/late"
	"gex/runtime/term"
)

// mapText is a map or a struct whose pairs are being typed: %URI{path: "a", ho
// or %{page | ho. The name and what is updated are "" if there is none.
type mapText struct {
	name, updated string
	pairs         []string // the last is the one at the cursor
}

// mapHead matches what stands before the brace, and updateHead what does behind it.
var (
	mapHead    = late.Regexp(`%([\pL\d_.]*)$`)
	updateHead = late.Regexp(`^\s*([\pL_][\pL\d_.]*)\s*\|`)
)

// enclosingMap finds the map at the end of text.
func enclosingMap(text string) (mapText, bool) {
	open := innermostOpen(text)
	if open < 0 || text[open] != '{' {
		return mapText{}, false
	}
	head := mapHead().FindStringSubmatch(text[:open])
	if head == nil {
		return mapText{}, false
	}
	m, inside := mapText{name: head[1]}, text[open+1:]
	if update := updateHead().FindStringSubmatch(inside); update != nil {
		m.updated, inside = update[1], inside[len(update[0]):]
	}
	m.pairs = arguments(inside)
	return m, true
}

// completeKey completes a key of the map at the end of text by the fields of its
// struct, or by what is updated. Keys that are there are not offered again.
func (s *Session) completeKey(m mapText) []Candidate {
	var keys []term.Atom
	switch {
	case m.name != "":
		if module := s.table.Module(s.env.Resolve(strings.Split(m.name, "."))); module != nil {
			for _, field := range module.Struct {
				keys = append(keys, field.Key.(term.Atom))
			}
		}
	case m.updated != "":
		path := strings.Split(m.updated, ".")
		value, _ := s.env.Lookup(path[0])
		if of, ok := term.AsMap(walk(value, path[1:])); ok {
			for _, pair := range of.Pairs() {
				if key, isAtom := pair.Key.(term.Atom); isAtom {
					keys = append(keys, key)
				}
			}
		}
	}
	last := len(m.pairs) - 1
	var found []Candidate
	for _, key := range keys {
		word := string(key) + ": "
		given := slices.ContainsFunc(m.pairs[:last], func(p string) bool { return strings.HasPrefix(p, string(key)+":") })
		if isWordStart(string(key)) && !strings.HasPrefix(word, "__") && !given && strings.HasPrefix(word, m.pairs[last]) {
			found = append(found, Candidate{Word: word, Label: strings.TrimSpace(word)})
		}
	}
	return found
}

// completeSigil completes a tilde by the sigils there are, and one with its
// letter by what can open it.
func (s *Session) completeSigil(word string) []Candidate {
	var found []Candidate
	if letter := word[1:]; letter != "" {
		for _, open := range []string{`"`, `"""`, "'", "'''", "(", "/", "<", "[", "{", "|"} {
			found = append(found, Candidate{Word: word + open, Label: open})
		}
		return found
	}
	for _, module := range s.env.Imports() {
		m := s.table.Module(module)
		if m == nil {
			continue
		}
		for key := range m.Functions {
			found = appendSigil(found, key)
		}
		for key := range m.Macros {
			found = appendSigil(found, key)
		}
	}
	return found
}

func appendSigil(found []Candidate, key code.Key) []Candidate {
	letter, ok := strings.CutPrefix(key.Name, "sigil_")
	if !ok || key.Arity != 2 {
		return found
	}
	return append(found, Candidate{Word: "~" + letter, Label: "~" + letter + " (" + key.Name + ")"})
}
