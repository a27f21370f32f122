package hint

import (
	"fmt"

	"gex/runtime/late"
	"gex/runtime/term"
)

// defaults are what a Go type embeds to have the callbacks that a behaviour's
// module would call, by that module as it is printed.
var defaults = map[string]string{
	"GenEvent": "UseGenEvent", ":gen_event": "UseGenEvent",
	"GenServer": "UseGenServer", ":gen_server": "UseGenServer",
}

// absentCallback finds the function that is not there and the functions below it.
var (
	absentCallback = late.Regexp(`function ([A-Z][\w.]*)\.([a-z]\w*/\d+) is undefined or private`)
	frameModule    = late.Regexp(`(?m)\.(?:erl|ex):\d+: (:?\w+)\.`)
)

// callbackOfGo is for a callback that a Go type lacks and could have by default.
func (f *Failure) callbackOfGo() string {
	m := absentCallback().FindStringSubmatch(f.Text)
	if m == nil {
		return ""
	}
	for _, frame := range frameModule().FindAllStringSubmatch(f.Text, -1) {
		if text := embedDefaults(f.Facts, m[1], m[2], frame[1]); text != "" {
			return text
		}
	}
	return ""
}

// callbackInValue is callbackOfGo for a value with {:undef, stack} in it, as
// GenEvent.add_handler/3 returns it.
func callbackInValue(value term.Term, facts Facts) string {
	for {
		pair, ok := value.(term.Tuple)
		if !ok || len(pair) != 2 {
			return ""
		}
		if pair[0] != term.Term(term.Atom("undef")) {
			value = pair[1]
			continue
		}
		stack, _ := term.Slice(pair[1])
		if len(stack) < 2 {
			return ""
		}
		absent, isAbsent := stack[0].(term.Tuple)
		caller, isCaller := stack[1].(term.Tuple)
		if !isAbsent || !isCaller || len(absent) != 4 || len(caller) != 4 {
			return ""
		}
		args, _ := term.Slice(absent[2])
		function, _ := absent[1].(term.Atom)
		return embedDefaults(facts, inspected(absent[0]), fmt.Sprintf("%s/%d", function, len(args)), inspected(caller[0]))
	}
}

func embedDefaults(facts Facts, module, function, caller string) string {
	embed := defaults[caller]
	if embed == "" || !facts.InGo(module) {
		return ""
	}
	return module + " has no " + function + ": give it the method, or embed " + embed + " in the struct, which has a default for each callback"
}
