package lib

import (
	"errors"
	"regexp"
	"slices"
	"strings"
	"time"

	"github.com/dlclark/regexp2"
	"github.com/dlclark/regexp2/syntax"

	"gex/runtime/late"
)

// expression is a compiled regular expression: Go's, or one that goes back over
// its steps, for what only these can say. The methods are those of
// regexp.Regexp.
type expression interface {
	MatchString(s string) bool
	FindStringSubmatchIndex(s string) []int
	FindAllStringSubmatchIndex(s string, n int) [][]int
	SubexpNames() []string
	SubexpIndex(name string) int
}

var (
	_ expression = (*regexp.Regexp)(nil)
	_ expression = (*backtracking)(nil)
)

// maxMatchTime ends an expression that goes back over its steps for ever. Then
// there is no match, as Erlang's limit of such steps has it.
const maxMatchTime = 2 * time.Second

// backtracking is an expression with look-around, back-references, atomic
// groups or comments.
type backtracking struct {
	re     *regexp2.Regexp
	names  []string // of the groups in the order of their parentheses, "" for none
	groups []int    // their numbers in re, which counts those with names last
}

// newBacktracking compiles what Go has no words for.
func newBacktracking(source, modifiers string) (*backtracking, error) {
	options := regexp2.RegexOptions(regexp2.RE2)
	for _, m := range modifiers {
		options |= map[rune]regexp2.RegexOptions{
			'i': regexp2.IgnoreCase, 'm': regexp2.Multiline, 's': regexp2.Singleline, 'x': regexp2.IgnorePatternWhitespace,
		}[m]
	}
	text, names := readGroups(source)
	re, err := regexp2.Compile(text, options)
	if err != nil {
		return nil, err
	}
	re.MatchTimeout = maxMatchTime
	b := &backtracking{re: re, names: append([]string{""}, names...), groups: []int{0}}
	unnamed := 0
	for _, name := range names {
		if name != "" {
			b.groups = append(b.groups, re.GroupNumberFromName(name))
			continue
		}
		unnamed++
		b.groups = append(b.groups, unnamed)
	}
	return b, nil
}

// namedGroup is the begin of a group with a name.
var namedGroup = late.Regexp(`^\(\?P?<(\w+)>`)

// readGroups returns the names of the groups of an expression in their order,
// and the expression with \h and \R, which regexp2 has not, spelled out.
func readGroups(source string) (text string, names []string) {
	var b strings.Builder
	inClass := false
	for i := 0; i < len(source); i++ {
		c := source[i]
		switch {
		case c == '\\' && i+1 < len(source):
			b.WriteString(spelledOut(source[i:i+2], inClass))
			i++
			continue
		case inClass:
			inClass = c != ']'
		case c == '[':
			inClass = true
		case c == '(':
			name, ok := groupAt(source[i:])
			if ok {
				names = append(names, name)
			}
		}
		b.WriteByte(c)
	}
	return b.String(), names
}

// groupAt returns the name of the group that text begins with, "" for one
// without, and whether it is one that is captured.
func groupAt(text string) (name string, captured bool) {
	if m := namedGroup().FindStringSubmatch(text); m != nil {
		return m[1], true
	}
	return "", !strings.HasPrefix(text, "(?") && !strings.HasPrefix(text, "(*")
}

func spelledOut(escape string, inClass bool) string {
	switch {
	case escape == `\h` && inClass:
		return ` \t`
	case escape == `\h`:
		return `[ \t]`
	case escape == `\R` && !inClass:
		return `(?>\r\n|[\n\v\f\r])`
	}
	return escape
}

func (b *backtracking) MatchString(s string) bool {
	ok, err := b.re.MatchString(s)
	return ok && err == nil
}

func (b *backtracking) FindStringSubmatchIndex(s string) []int {
	if all := b.FindAllStringSubmatchIndex(s, 1); len(all) > 0 {
		return all[0]
	}
	return nil
}

func (b *backtracking) FindAllStringSubmatchIndex(s string, n int) [][]int {
	var offsets []int // of the characters in bytes
	for i := range s {
		offsets = append(offsets, i)
	}
	offsets = append(offsets, len(s))
	var all [][]int
	m, err := b.re.FindStringMatch(s)
	for m != nil && err == nil && (n < 0 || len(all) < n) {
		all = append(all, b.places(m, offsets))
		m, err = b.re.FindNextMatch(m)
	}
	return all
}

// places returns the begin and end of a match and its groups in bytes.
func (b *backtracking) places(m *regexp2.Match, offsets []int) []int {
	places := make([]int, 0, 2*len(b.groups))
	for _, number := range b.groups {
		g := m.GroupByNumber(number)
		if g == nil || len(g.Captures) == 0 {
			places = append(places, -1, -1)
			continue
		}
		places = append(places, offsets[g.Index], offsets[g.Index+g.Length])
	}
	return places
}

func (b *backtracking) SubexpNames() []string { return b.names }

func (b *backtracking) SubexpIndex(name string) int {
	if name == "" {
		return -1
	}
	return slices.Index(b.names, name)
}

// backtrackingReason is reasonOf for an error of regexp2.
func backtrackingReason(source string, err error) (reason string, position int) {
	var failed *syntax.Error
	if !errors.As(err, &failed) {
		return err.Error(), 0
	}
	switch failed.Code {
	case syntax.ErrMissingParen:
		return "missing )", len(source)
	case syntax.ErrUnexpectedParen:
		return "unmatched parentheses", strings.LastIndexByte(source, ')')
	case syntax.ErrUnterminatedBracket:
		return "missing terminating ] for character class", len(source)
	}
	return failed.Code.String(), 0
}
