package tutorials

import (
	"slices"
	"strings"

	"gex/interp/syntax"
	"gex/tutorials/transcript"
)

// statement is what one expression of an input does with names.
type statement struct{ binds, uses []string }

// bound lists the names that an input binds by pattern = value.
func bound(input string) []string {
	var names []string
	for _, s := range statements(input) {
		names = append(names, s.binds...)
	}
	return names
}

// needed lists the names that a step binds and a later one uses, before any
// binds them anew.
func (p *player) needed(s *transcript.Step) []string {
	return slices.DeleteFunc(bound(s.Text()), func(name string) bool {
		for _, b := range p.beats[min(p.at+1, len(p.beats)):] {
			if b.step == nil || b.step.Block.Use == transcript.Program {
				continue
			}
			for _, s := range statements(b.step.Text()) {
				if slices.Contains(s.uses, name) {
					return false
				}
				if slices.Contains(s.binds, name) {
					return true
				}
			}
		}
		return true
	})
}

// statements splits an input at the semicolons and line ends that are in no
// brackets and no block.
func statements(input string) []statement {
	var all []statement
	tokens := syntax.Tokens(input)
	depth, start := 0, 0
	for i, t := range tokens {
		if depth == 0 && i > start && (t.Text == ";" || t.Line > tokens[i-1].Line) {
			all, start = append(all, readStatement(tokens[start:i])), i
		}
		depth = max(0, depth+nesting(t))
	}
	return append(all, readStatement(tokens[start:]))
}

// nesting is 1 for what opens brackets or a block, -1 for what closes them.
func nesting(t syntax.Token) int {
	switch {
	case strings.ContainsAny(t.Text[:1], "([{"), t.Text == "%{", t.Text == "<<", t.Text == "fn", t.Text == "do":
		return 1
	case strings.ContainsAny(t.Text[:1], ")]}"), t.Text == ">>", t.Text == "end":
		return -1
	}
	return 0
}

// readStatement tells the names of a pattern from those that are used.
func readStatement(tokens []syntax.Token) statement {
	var s statement
	for depth, i := 0, 0; i < len(tokens); i++ {
		if tokens[i].Text == "=" && depth == 0 {
			s.binds, s.uses = s.uses, pinned(tokens[:i])
			if !pattern(tokens[:i]) {
				s.binds = nil
			}
		}
		depth += nesting(tokens[i])
		name := tokens[i]
		if pin(tokens, i) || name.Kind == syntax.Word && name.Text[0] != '_' && variable(name.Text) && !called(tokens, i) {
			s.uses = append(s.uses, name.Text)
		}
	}
	s.binds = slices.DeleteFunc(s.binds, func(name string) bool { return slices.Contains(pinned(tokens), name) })
	return s
}

// pinned lists the names behind a ^.
func pinned(tokens []syntax.Token) []string {
	var names []string
	for i, t := range tokens {
		if pin(tokens, i) {
			names = append(names, t.Text)
		}
	}
	return names
}

func pin(tokens []syntax.Token, i int) bool { return i > 0 && tokens[i-1].Text == "^" }

// called reports whether the word at i is the name of a function.
func called(tokens []syntax.Token, i int) bool {
	return i > 0 && tokens[i-1].Text == "." || i+1 < len(tokens) && tokens[i+1].Text == "("
}

// pattern reports whether tokens can stand left of a =.
func pattern(tokens []syntax.Token) bool {
	for i, t := range tokens {
		if slices.Contains([]string{"<-", "->", "|>", "fn", "do", "do:"}, t.Text) || t.Kind == syntax.Word && called(tokens, i) {
			return false
		}
	}
	return true
}
