package export

import (
	"html"
	"regexp"
	"strings"

	"gex/runtime/late"
)

// grammar tells the words of a language apart: each group of the pattern is of
// the class with its number.
type grammar struct {
	pattern func() *regexp.Regexp
	classes []string
}

var elixirGrammar = grammar{
	late.Regexp("(#(?:PID|Reference|Function|Port)<[^>\\n]*>)|(#[^\\n]*)" +
		`|("(?:[^"\\]|\\.)*"|~[a-zA-Z]"(?:[^"\\]|\\.)*")` +
		`|(:"(?:[^"\\]|\\.)*"|:[a-zA-Z_]\w*[?!]?|\b[a-z_]\w*[?!]?:(?:[ \n]|$))` +
		`|\b(defmodule|defp?|defmacro|do|end|fn|case|cond|if|else|unless|for|receive|after|try|rescue|catch|use|import|alias|require|when|in|and|or|not|true|false|nil|with|raise)\b` +
		`|(\b[A-Z]\w*(?:\.[A-Z]\w*)*)` +
		`|(\b\d[\d_]*(?:\.\d+)?\b)`),
	[]string{"n", "c", "s", "a", "k", "m", "n"},
}

var goGrammar = grammar{
	late.Regexp(`(//[^\n]*)` +
		"|(\"(?:[^\"\\\\\\n]|\\\\.)*\"|`[^`]*`|'(?:[^'\\\\]|\\\\.)*')" +
		`|(\b[A-Z]\w*\b)` +
		`|\b(break|case|chan|const|continue|default|defer|else|for|func|go|if|import|interface|map|package|range|return|select|struct|switch|type|var|nil|true|false)\b` +
		`|\b(\d[\d_]*(?:\.\d+)?)\b`),
	[]string{"c", "s", "m", "k", "n"},
}

// highlight marks up code; of other languages it escapes the text.
func highlight(language, code string) string {
	g := elixirGrammar
	switch language {
	case "go":
		g = goGrammar
	case "elixir", "iex":
	default:
		return html.EscapeString(code)
	}
	var b strings.Builder
	for at := 0; at < len(code); {
		m := g.pattern().FindStringSubmatchIndex(code[at:])
		if m == nil {
			b.WriteString(html.EscapeString(code[at:]))
			break
		}
		b.WriteString(html.EscapeString(code[at : at+m[0]]))
		word := code[at+m[0] : at+m[1]]
		b.WriteString(`<i class="` + g.classOf(m) + `">` + html.EscapeString(word) + "</i>")
		at += m[1]
	}
	return b.String()
}

func (g grammar) classOf(match []int) string {
	for i, class := range g.classes {
		if match[2*i+2] >= 0 {
			return class
		}
	}
	return ""
}
