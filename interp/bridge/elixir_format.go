package bridge

import (
	"fmt"
	"strings"

	"gex/interp/syntax"
	"gex/runtime/late"
)

// formatted is code as Elixir's formatter writes it.
func formatted(code string) string {
	file, err := syntax.Parse(code, syntax.Options{})
	if err != nil {
		return fmt.Sprintf("# Go, without a counterpart (%s):\n#\n%s", err, indentBy(code, "# "))
	}
	return joinedCalls(syntax.Source(file.Body))
}

// brokenCall is a call whose arguments stand on lines of their own, as the
// formatter has those that end with a pair.
var brokenCall = late.Regexp(`\(\n((?:\s*[^\n]*,\n)*\s*[^\n]*[^\n,])\n\s*\)`)

// joinedCalls writes such calls in one line where they fit.
func joinedCalls(text string) string {
	for range 4 {
		text = brokenCall().ReplaceAllStringFunc(text, func(call string) string {
			lines := strings.Split(call, "\n")
			for i, line := range lines {
				lines[i] = strings.TrimSpace(line)
				if strings.HasSuffix(line, "->") || strings.HasSuffix(line, " do") || strings.Contains(line, "\"\"\"") {
					return call
				}
			}
			joined := "(" + strings.TrimSuffix(strings.Join(lines[1:], " "), " )") + ")"
			if len(joined) > 70 {
				return call
			}
			return joined
		})
	}
	return text
}
