package interp

import (
	"strconv"
	"strings"

	"gex/interp/eval"
	"gex/runtime/code"
	"gex/runtime/term"
)

// libraryCallbacks are the callbacks of the behaviours of the library; those
// that a module must have are marked with an exclamation mark.
var libraryCallbacks = map[term.Atom]string{
	"Elixir.GenServer": "init/1! handle_call/3 handle_cast/2 handle_info/2 handle_continue/2 terminate/2 code_change/3 format_status/2",
	"Elixir.GenEvent":  "init/1! handle_event/2! handle_call/2! handle_info/2! terminate/2! code_change/3!",
	"gen_event":        "init/1! handle_event/2! handle_call/2! handle_info/2 terminate/2 code_change/3 format_status/1 format_status/2",
	"gen_server": "init/1! handle_call/3! handle_cast/2! handle_info/2 handle_continue/2 terminate/2 code_change/3 " +
		"format_status/1 format_status/2",
	"Elixir.Supervisor":        "init/1!",
	"Elixir.DynamicSupervisor": "init/1!",
	"supervisor":               "init/1!",
	"Elixir.Application":       "start/2! stop/1 start_phase/3 prep_stop/1 config_change/3",
	"Elixir.Exception":         "exception/1! message/1! blame/2",
	"Elixir.Access":            "fetch/2! get_and_update/3! pop/2!",
}

// callbacks returns the callbacks of a behaviour of the library.
func callbacks(behaviour term.Atom) []eval.Callback {
	var all []eval.Callback
	for _, text := range strings.Fields(libraryCallbacks[behaviour]) {
		text, required := strings.CutSuffix(text, "!")
		name, number, _ := strings.Cut(text, "/")
		arity, err := strconv.Atoi(number)
		if err == nil {
			all = append(all, eval.Callback{Key: code.Key{Name: name, Arity: arity}, Optional: !required})
		}
	}
	return all
}
