// Package late makes what a program may never need when it is first needed.
//
// It imports nothing of gex and may be imported by every room.
//
// # Design notes
//
// gex has a hundred regular expressions, of which a session uses ten. To compile
// them all took a fifth of the time from the start to the first prompt.
// TestLateRegexps, at the root, sees that each can be compiled.
package late

import (
	"regexp"
	"sync"
)

// Regexp returns a function that returns the regular expression, which is
// compiled when that is first called and panics if it is none. Any goroutine
// may call it.
func Regexp(text string) func() *regexp.Regexp {
	return sync.OnceValue(func() *regexp.Regexp { return regexp.MustCompile(text) })
}
