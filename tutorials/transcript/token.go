package transcript

import (
	"regexp"
	"strings"
)

// tokenKind is the class of a token of an output.
type tokenKind uint8

const (
	word   tokenKind = iota // names, atoms, numbers, keys
	quoted                  // strings, charlists and quoted atoms
	id                      // pids, references, ports
	stamp                   // the time of a log line
	open                    // [ ( { << and #Name<
	closed                  // ] ) } >>
	mark                    // everything else
)

// token is a piece of an output. Its place is in bytes of the text.
type token struct {
	kind       tokenKind
	text       string
	start, end int
}

// patterns are tried in order; the first that matches here is the token.
var patterns = []struct {
	kind    tokenKind
	pattern *regexp.Regexp
}{
	{stamp, regexp.MustCompile(`^\d\d:\d\d:\d\d\.\d{3}\b`)},
	{id, regexp.MustCompile(`^#(?:PID|Reference|Port|Ref)<[\d.]+>`)},
	{id, regexp.MustCompile(`^<\d+\.\d+\.\d+>`)},
	{open, regexp.MustCompile(`^#[A-Z][\w.]*<`)},
	{quoted, regexp.MustCompile(`^(?:[a-zA-Z]?"""(?s:.*?)"""|:?"(?:[^"\\\n]|\\.)*"(?::(?:\s|$))?)`)},
	{quoted, regexp.MustCompile(`^'(?:[^'\\\n]|\\.)*'`)},
	{quoted, regexp.MustCompile(`^~[a-zA-Z](?:/(?:[^/\\\n]|\\.)*/|"(?:[^"\\\n]|\\.)*"|\[[^\]\n]*\]|\{[^}\n]*\}|\([^)\n]*\))[a-z]*`)},
	{word, regexp.MustCompile(`^-?\d[\d_]*(?:\.\d+(?:[eE][-+]?\d+)?)?`)},
	{word, regexp.MustCompile(`^[A-Z]\w*(?:\.[A-Z]\w*)+`)},
	{word, regexp.MustCompile(`^:?[\p{L}_][\p{L}\p{N}_@]*[?!]?`)},
	{mark, regexp.MustCompile(`^\.\.\.`)},
	{open, regexp.MustCompile(`^(?:<<|%[A-Z][\w.]*\{|%\{|[\[({])`)},
	{closed, regexp.MustCompile(`^(?:>>|[\])}])`)},
	{mark, regexp.MustCompile(`^(?:=>|->|\*\*|\|>|::|==)`)},
	{mark, regexp.MustCompile(`^(?s:.)`)},
}

// tokenize takes an output apart. It knows no errors: what is no token of a
// value becomes a mark of one character.
func tokenize(text string) []token {
	var tokens []token
	for at := 0; at < len(text); {
		if strings.IndexByte(" \t\r\n", text[at]) >= 0 {
			at++
			continue
		}
		t := next(text[at:])
		t.start, t.end = at, at+len(t.text)
		tokens = append(tokens, t)
		at = t.end
	}
	return tokens
}

// next returns the token at the start of text, which is not empty.
func next(text string) token {
	for _, p := range patterns {
		if found := p.pattern.FindString(text); found != "" {
			return token{kind: p.kind, text: strings.TrimRight(found, " \t\n")}
		}
	}
	return token{kind: mark, text: text[:1]} // a byte that is no UTF-8
}

// closers pairs brackets.
func closer(opening string) string {
	switch opening[len(opening)-1] {
	case '[':
		return "]"
	case '(':
		return ")"
	case '{':
		return "}"
	}
	if opening == "<<" {
		return ">>"
	}
	return ">"
}
