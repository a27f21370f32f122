package bridge

import (
	"strings"
	"unicode"
)

// goKeywords are names that a variable of Elixir may have and one of Go not,
// with the names of otp that a variable would hide.
var goKeywords = map[string]bool{
	"break": true, "chan": true, "const": true, "continue": true, "default": true, "defer": true, "fallthrough": true,
	"for": true, "func": true, "go": true, "goto": true, "if": true, "import": true, "interface": true, "map": true,
	"package": true, "range": true, "return": true, "select": true, "struct": true, "switch": true, "type": true, "var": true,
	"append": true, "len": true, "panic": true, "string": true, "int": true, "nil": true, "time": true,
}

// exportedName is the Go name of a public function: handle_event is HandleEvent.
func exportedName(name string) string {
	name = strings.TrimRight(name, "?!")
	var b strings.Builder
	for _, word := range strings.Split(name, "_") {
		if word == "" {
			continue
		}
		r := []rune(word)
		b.WriteString(string(unicode.ToUpper(r[0])) + string(r[1:]))
	}
	return b.String()
}

// localName is the Go name of a variable or private function: event_manager
// is eventManager.
func localName(name string) string {
	if place, ok := strings.CutPrefix(name, "&"); ok {
		return strings.TrimSuffix("x"+place, "1")
	}
	name = exportedName(strings.TrimLeft(name, "_"))
	if name == "" {
		return "_"
	}
	r := []rune(name)
	name = string(unicode.ToLower(r[0])) + string(r[1:])
	if goKeywords[name] {
		return name + "_"
	}
	return name
}

// typeName is the Go type of a module: KV.Registry is KV_Registry.
func typeName(module string) string { return strings.ReplaceAll(module, ".", "_") }

// elixirName is the name of a Go function in the notation: HandleEvent is
// handle_event, GetURL is get_url.
func elixirName(name string) string {
	var b strings.Builder
	runes := []rune(name)
	for i, r := range runes {
		if unicode.IsUpper(r) {
			before := i > 0 && !unicode.IsUpper(runes[i-1])
			after := i > 0 && i+1 < len(runes) && unicode.IsLower(runes[i+1])
			if (before || after) && runes[i-1] != '_' {
				b.WriteByte('_')
			}
		}
		b.WriteRune(unicode.ToLower(r))
	}
	return strings.Trim(b.String(), "_")
}
