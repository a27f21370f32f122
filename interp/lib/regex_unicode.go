package lib

import (
	"strings"

	"gex/runtime/late"
)

// unicodeWord is what \w means under the modifier u.
const unicodeWord = `\p{L}\p{N}_`

// unicodeClasses spells out, for the modifier u, the classes that mean ASCII in
// Go: outside of brackets and, where they can be, within.
var unicodeClasses = map[string][2]string{
	`\w`: {`[` + unicodeWord + `]`, unicodeWord},
	`\W`: {`[^` + unicodeWord + `]`, ``},
	`\d`: {`\p{Nd}`, `\p{Nd}`},
	`\D`: {`\P{Nd}`, `\P{Nd}`},
	`\s`: {`[\p{Z}\t\n\v\f\r\x{85}]`, `\p{Z}\t\n\v\f\r\x{85}`},
	`\S`: {`[^\p{Z}\t\n\v\f\r\x{85}]`, ``},
	`\b`: {`(?:(?<=[` + unicodeWord + `])(?![` + unicodeWord + `])|(?<![` + unicodeWord + `])(?=[` + unicodeWord + `]))`, ``},
	`\B`: {`(?:(?<=[` + unicodeWord + `])(?=[` + unicodeWord + `])|(?<![` + unicodeWord + `])(?![` + unicodeWord + `]))`, ``},
}

// unicodePosix are the classes of POSIX within brackets under the modifier u.
var unicodePosix = map[string]string{
	"alpha": `\p{L}`, "lower": `\p{Ll}`, "upper": `\p{Lu}`, "alnum": `\p{L}\p{N}`, "digit": `\p{Nd}`,
	"space": `\p{Z}\t\n\v\f\r\x{85}`, "blank": `\p{Zs}\t`, "word": unicodeWord, "punct": `\p{P}$+<=>^` + "`" + `|~`,
}

var posixClass = late.Regexp(`^\[:(\w+):\]`)

// forUnicode spells an expression out so that its classes are those of Unicode.
func forUnicode(source string) string {
	var b strings.Builder
	inClass := false
	for i := 0; i < len(source); {
		text := source[i : i+1]
		switch {
		case text == `\` && i+1 < len(source):
			text = source[i : i+2]
			b.WriteString(unicodeEscape(text, inClass))
		case inClass && posixClass().MatchString(source[i:]):
			m := posixClass().FindStringSubmatch(source[i:])
			text = m[0]
			if class, ok := unicodePosix[m[1]]; ok {
				b.WriteString(class)
			} else {
				b.WriteString(text)
			}
		default:
			if !inClass || text == "]" {
				inClass = text == "["
			}
			b.WriteString(text)
		}
		i += len(text)
	}
	return b.String()
}

func unicodeEscape(text string, inClass bool) string {
	spelled, ok := unicodeClasses[text]
	switch {
	case !ok:
		return text
	case !inClass:
		return spelled[0]
	case spelled[1] != "":
		return spelled[1]
	}
	return text
}
