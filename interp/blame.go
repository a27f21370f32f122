package interp

import (
	"slices"
	"strconv"
	"strings"

	"gex/interp/eval"
	"gex/interp/lib"
	"gex/interp/syntax"
	"gex/runtime/code"
	"gex/runtime/exception"
	"gex/runtime/late"
	"gex/runtime/process"
	"gex/runtime/term"
)

// blameClause marks the parts of the head of a library function's clause that
// do not match the arguments, as Exception.blame does: patterns, and the
// conditions of guards one by one.
func (s *Session) blameClause(self *process.Process, head string, args []term.Term) string {
	open := strings.IndexByte(head, '(')
	end := endOfArguments(head, open)
	if open < 0 || end < 0 {
		return head
	}
	patterns := splitTop(head[open+1:end-1], ",")
	if len(patterns) != len(args) {
		return head
	}
	b := &blamer{session: s, self: self, args: term.Tuple(args)}
	marked := make([]string, len(patterns))
	for i, matches := range b.arguments(patterns) {
		marked[i] = patterns[i]
		if !matches {
			marked[i] = exception.Mismatch(patterns[i])
			patterns[i] = "_"
		}
	}
	return head[:open+1] + strings.Join(marked, ", ") + ")" + b.guard(head[end:], patterns)
}

// blamer tries patterns and conditions on the arguments of a call.
type blamer struct {
	session *Session
	self    *process.Process
	args    term.Tuple
	unbound []string // the variables of patterns that did not match
}

// arguments reports of each pattern whether it takes its argument, with the
// patterns before it that do, which may have the same variables. It trims the
// patterns and notes the variables of those that do not.
func (b *blamer) arguments(patterns []string) []bool {
	matched := make([]bool, len(patterns))
	for i, p := range patterns {
		patterns[i] = strings.TrimSpace(p)
		alone := make([]string, len(patterns))
		for j := range alone {
			if alone[j] = "_"; j < i && matched[j] {
				alone[j] = patterns[j]
			}
		}
		alone[i] = patterns[i]
		if matched[i] = b.matches(alone, ""); !matched[i] {
			b.unbound = append(b.unbound, variable().FindAllString(patterns[i], -1)...)
		}
	}
	return matched
}

// variable finds the variables of a pattern, and its atoms, which no condition
// mentions alone.
var variable = late.Regexp(`\b[a-z_]\w*`)

// structPattern is the pattern of a struct.
var structPattern = late.Regexp(`%([A-Z][\w.]*)\{[^{}]*\}`)

// holds reports whether a condition does; one about a variable that has no
// value does not.
func (b *blamer) holds(patterns []string, condition string) bool {
	for _, name := range variable().FindAllString(condition, -1) {
		if slices.Contains(b.unbound, name) {
			return false
		}
	}
	return b.matches(patterns, condition)
}

// matches tries patterns with a condition. What cannot be tried, since it
// calls what only its module knows, counts as a match.
func (b *blamer) matches(patterns []string, condition string) bool {
	when := ""
	if condition != "" {
		when = " when " + condition
	}
	text := "fn {" + strings.Join(patterns, ", ") + "}" + when + " -> true; _ -> false end"
	matcher := b.session.matcher(b.self, text)
	if matcher == nil { // a struct with fields that are not those of gex
		matcher = b.session.matcher(b.self, structPattern().ReplaceAllString(text, "%{__struct__: $1}"))
	}
	if matcher == nil {
		return true
	}
	value, err := code.Call(b.self, matcher, b.args)
	return err != nil || value == term.Term(term.True)
}

// matcher returns the function that text is, nil if it is none. It is compiled
// once in a session.
func (s *Session) matcher(self *process.Process, text string) term.Term {
	if fun, ok := s.matchers[text]; ok {
		return fun
	}
	var fun term.Term
	if file, err := syntax.Parse(text, syntax.Options{}); err == nil {
		quiet := eval.New(s.table, eval.Options{Each: lib.Each})
		fun, _, _ = quiet.Eval(self, file.Body, newEnv())
	}
	if s.matchers == nil {
		s.matchers = make(map[string]term.Term)
	}
	s.matchers[text] = fun
	return fun
}

// choose evaluates the first of some clauses that takes the arguments.
func (s *Session) choose(self *process.Process, clauses string, args []term.Term) (term.Term, bool) {
	matcher := s.matcher(self, "fn "+clauses+"_ -> false end")
	if matcher == nil {
		return nil, false
	}
	value, err := code.Call(self, matcher, term.Tuple(args))
	return value, err == nil
}

// guard marks the conditions of a guard, " when a and b or c".
func (b *blamer) guard(text string, patterns []string) string {
	text, ok := strings.CutPrefix(text, " when ")
	if !ok {
		return text
	}
	var out strings.Builder
	out.WriteString(" when ")
	for _, part := range splitWords(text) {
		switch {
		case part == " and " || part == " or " || part == " when " || b.holds(patterns, part):
			out.WriteString(part)
		default:
			out.WriteString(exception.Mismatch(part))
		}
	}
	return out.String()
}

// endOfArguments returns the index behind the parenthesis that closes the one
// at open, -1 if there is none.
func endOfArguments(text string, open int) int {
	if open < 0 {
		return -1
	}
	depth := 0
	for i := open; i < len(text); i++ {
		switch text[i] {
		case '"':
			i = endOfString(text, i)
		case '(', '[', '{':
			depth++
		case ')', ']', '}':
			if depth--; depth == 0 {
				return i + 1
			}
		}
	}
	return -1
}

// endOfString returns the index of the quote that ends the string at i.
func endOfString(text string, i int) int {
	quoted, err := strconv.QuotedPrefix(text[i:])
	if err != nil {
		return i
	}
	return i + len(quoted) - 1
}

// splitTop splits at separators outside of brackets and strings.
func splitTop(text, separator string) []string {
	if text == "" {
		return nil
	}
	var parts []string
	depth, from := 0, 0
	for i := 0; i < len(text); i++ {
		switch text[i] {
		case '"':
			i = endOfString(text, i)
		case '(', '[', '{', '<':
			depth++
		case ')', ']', '}', '>':
			depth--
		}
		if depth == 0 && strings.HasPrefix(text[i:], separator) {
			parts = append(parts, text[from:i])
			from = i + len(separator)
		}
	}
	return append(parts, text[from:])
}

// splitWords splits a guard at and, or and when outside of parentheses, and
// keeps these words as parts.
func splitWords(text string) []string {
	var parts []string
	depth, from := 0, 0
	for i := 0; i < len(text); i++ {
		switch text[i] {
		case '(', '[', '{':
			depth++
		case ')', ']', '}':
			depth--
		case ' ':
			for _, word := range []string{" and ", " or ", " when "} {
				if depth == 0 && strings.HasPrefix(text[i:], word) {
					parts = append(parts, text[from:i], word)
					from = i + len(word)
					i = from - 1
				}
			}
		}
	}
	return append(parts, text[from:])
}
