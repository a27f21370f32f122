package interp

import (
	"strings"
	"unicode"
	"unicode/utf8"
)

// Language is the language of an input.
type Language uint8

const (
	// IEx is the notation of the prompt, a subset of Elixir.
	IEx Language = iota
	// Go is a Go declaration.
	Go
)

// Classify tells the language of an input by its first tokens. It is total:
// what cannot be Go is IEx.
func Classify(text string) Language {
	rest, comment := skipGoComments(text)
	word := leadingWord(rest)
	next := strings.TrimLeft(rest[len(word):], " \t")
	spaced := len(next) < len(rest)-len(word)
	switch word {
	case "type":
		if leadingWord(next) != "" && !operatorWord(leadingWord(next)) || comment && strings.HasPrefix(next, "(") {
			return Go
		}
	case "func":
		if isWordStart(next) && !operatorWord(leadingWord(next)) || spaced && strings.HasPrefix(next, "(") {
			return Go
		}
	case "var", "const":
		if isWordStart(next) && !operatorWord(leadingWord(next)) || spaced && openBlock(next) {
			return Go
		}
	case "import":
		if goImport(next) {
			return Go
		}
	case "package":
		if isWordStart(next) && !strings.ContainsAny(firstLine(next), " .(,") {
			return Go
		}
	case "":
		if comment && strings.TrimSpace(rest) == "" {
			return Go
		}
	}
	return IEx
}

// skipGoComments returns text behind space and Go comments, and whether there
// was a comment.
func skipGoComments(text string) (rest string, comment bool) {
	for {
		text = strings.TrimLeftFunc(text, unicode.IsSpace)
		switch {
		case strings.HasPrefix(text, "//"):
			_, text, _ = strings.Cut(text, "\n")
		case strings.HasPrefix(text, "/*"):
			_, text, _ = strings.Cut(text[2:], "*/")
		default:
			return text, comment
		}
		comment = true
	}
}

// operatorWord reports whether a word is an operator of Elixir, or opens a
// block, so that a name before it is a variable.
func operatorWord(word string) bool {
	switch word {
	case "and", "or", "in", "not", "when", "do":
		return true
	}
	return false
}

// goImport reports whether what follows import is a path, named or not, or a
// list of them.
func goImport(next string) bool {
	if strings.HasPrefix(next, "(") {
		next = strings.TrimLeftFunc(next[1:], unicode.IsSpace)
	}
	if name := leadingWord(next); name != "" || strings.HasPrefix(next, ".") {
		next = strings.TrimLeft(strings.TrimPrefix(next[len(name):], "."), " \t")
	}
	return strings.HasPrefix(next, `"`) || strings.HasPrefix(next, "`")
}

// openBlock reports whether text opens a parenthesis that goes on in the next line.
func openBlock(text string) bool { return strings.TrimSpace(firstLine(text)) == "(" }

func firstLine(text string) string {
	line, _, _ := strings.Cut(text, "\n")
	return line
}

func isWordStart(text string) bool {
	r, _ := utf8.DecodeRuneInString(text)
	return r == '_' || unicode.IsLetter(r)
}

// leadingWord returns the identifier that text begins with.
func leadingWord(text string) string {
	for i, r := range text {
		if r != '_' && !unicode.IsLetter(r) && (i == 0 || !unicode.IsDigit(r)) {
			return text[:i]
		}
	}
	return text
}
