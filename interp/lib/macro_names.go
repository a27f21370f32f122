package lib

import (
	"strings"
	"unicode"

	"gex/runtime/inspect"
	"gex/runtime/late"
	"gex/runtime/process"
	"gex/runtime/term"
)

// This file holds what Macro knows of how names are written.

// camelize makes FooBar of foo_bar and Foo.Bar of foo/bar. Words that begin with
// a capital keep the _ before them.
func camelize(text string) string {
	var b strings.Builder
	for n, part := range strings.Split(text, "/") {
		if n > 0 {
			b.WriteByte('.')
		}
		part = strings.TrimLeft(part, "_")
		for i := 0; i < len(part); i++ {
			c := part[i]
			next := byte(0)
			if i+1 < len(part) {
				next = part[i+1]
			}
			switch {
			case i == 0 && isLower(c):
				c -= 'a' - 'A'
			case c == '_' && (next == '_' || next == 0):
				continue
			case c == '_' && isLower(next):
				i++
				c = next - ('a' - 'A')
			case c == '_' && next >= '0' && next <= '9':
				continue
			}
			b.WriteByte(c)
		}
	}
	return b.String()
}

func isLower(c byte) bool { return c >= 'a' && c <= 'z' }

func macroClassify(_ *process.Process, a []term.Term) (term.Term, error) {
	atom, ok := a[0].(term.Atom)
	if !ok {
		return nil, errClause
	}
	switch text := inspect.CallText(atom); {
	case inspect.IsAlias(atom):
		return term.Atom("alias"), nil
	case notCallable[atom] || plainWord().MatchString(string(atom)) && !strings.HasPrefix(inspect.AtomText(atom), `:"`):
		if plainWord().MatchString(string(atom)) && !unicode.IsUpper([]rune(atom)[0]) && !strings.Contains(string(atom), "@") {
			return term.Atom("identifier"), nil
		}
		return term.Atom("unquoted"), nil
	case strings.HasPrefix(text, `"`):
		return term.Atom("quoted"), nil
	}
	return term.Atom("unquoted"), nil
}

// notCallable are atoms that are written without quotes and name no call.
var notCallable = map[term.Atom]bool{"%": true, "%{}": true, "{}": true, "<<>>": true, "...": true, "..": true, ".": true, "..//": true, "->": true}

// plainWord is what may be the name of a variable or of something like it.
var plainWord = late.Regexp(`^[\p{L}_][\p{L}\p{N}\p{M}_@]*[?!]?$`)
