package otp

import (
	"strings"
	"unicode"
)

// ModuleName returns the name of the module that a Go type is in the
// notation: KV_Registry is KV.Registry.
func ModuleName(typeName string) string { return strings.ReplaceAll(typeName, "_", ".") }

// FunctionName returns the name of a Go function in the notation: HandleEvent
// is handle_event, GetURL is get_url.
func FunctionName(goName string) string {
	runes := []rune(goName)
	var b strings.Builder
	for i, r := range runes {
		if unicode.IsUpper(r) && i > 0 && runes[i-1] != '_' {
			afterLower := !unicode.IsUpper(runes[i-1])
			beforeLower := i+1 < len(runes) && unicode.IsLower(runes[i+1])
			if afterLower || beforeLower {
				b.WriteByte('_')
			}
		}
		b.WriteRune(unicode.ToLower(r))
	}
	return b.String()
}

func isCallbackName(name string) bool {
	switch name {
	case "init", "handle_event", "handle_call", "handle_cast", "handle_info", "handle_continue", "terminate", "code_change":
		return true
	}
	return false
}
