package interp

import (
	"strings"

	"gex/interp/eval"
	"gex/interp/syntax"
	"gex/runtime/term"
)

// callback is one callback of a behaviour in both languages.
type callback struct{ elixir, golang string }

// behaviours are the callbacks of the behaviours, for b.
var behaviours = map[term.Atom][]callback{
	"Elixir.GenEvent": genEventCallbacks,
	"gen_event":       genEventCallbacks,
	"Elixir.GenServer": {
		{"@callback init(init_arg) :: {:ok, state} | {:ok, state, timeout | :hibernate} | :ignore | {:stop, reason}", "func (M) Init(arg Term) Result"},
		{"@callback handle_call(request, from, state) :: {:reply, reply, new_state} | {:noreply, new_state} | {:stop, reason, reply, new_state}", "func (M) HandleCall(request, from Term, state Term) Result"},
		{"@callback handle_cast(request, state) :: {:noreply, new_state} | {:stop, reason, new_state}", "func (M) HandleCast(request Term, state Term) Result"},
		{"@callback handle_info(message, state) :: {:noreply, new_state} | {:stop, reason, new_state}", "func (M) HandleInfo(message Term, state Term) Result"},
		{"@callback terminate(reason, state) :: term", "func (M) Terminate(reason, state Term)"},
		{"@callback code_change(old_vsn, state, extra) :: {:ok, new_state} | {:error, reason}", "func (M) CodeChange(oldVsn, state, extra Term) Result"},
	},
}

var genEventCallbacks = []callback{
	{"@callback init(args) :: {:ok, state} | {:ok, state, :hibernate} | {:error, reason}", "func (M) Init(args Term) Result"},
	{"@callback handle_event(event, state) :: {:ok, new_state} | {:ok, new_state, :hibernate} | :remove_handler", "func (M) HandleEvent(event, state Term) Result"},
	{"@callback handle_call(request, state) :: {:ok, reply, new_state} | {:remove_handler, reply}", "func (M) HandleCall(request, state Term) Result"},
	{"@callback handle_info(message, state) :: {:ok, new_state} | :remove_handler", "func (M) HandleInfo(message, state Term) Result"},
	{"@callback terminate(reason, state) :: term", "func (M) Terminate(reason, state Term)"},
	{"@callback code_change(old_vsn, state, extra) :: {:ok, new_state}", "func (M) CodeChange(oldVsn, state, extra Term) Result"},
}

// macroCallbacks is b/1.
func (s *Session) macroCallbacks(call *eval.MacroCall) (syntax.Node, eval.Code, error) {
	what, ok := about(call, call.Args[0])
	if !ok || what.module == "" {
		call.Fail("b takes a behaviour or one of its callbacks, as b GenServer or b GenServer.init")
	}
	return nil, func(r *eval.Runtime) (term.Term, error) {
		return doNotShow, s.say(r.Self(), callbacksText(what))
	}, nil
}

func callbacksText(what subject) string {
	var b strings.Builder
	for _, c := range behaviours[what.module] {
		if what.function == "" || strings.HasPrefix(c.elixir, "@callback "+what.function+"(") {
			b.WriteString(c.elixir + "\n    in Go: " + c.golang + "\n")
		}
	}
	if b.Len() == 0 {
		return "No callbacks for " + moduleName(what.module) + " were found\n"
	}
	return b.String() + "\n"
}
