package logger_test

import (
	"testing"

	"gex/runtime/logger"
	"gex/runtime/term"
)

// TestSupervisorText compares with what supervisor:format_log/2 of OTP 25 makes.
func TestSupervisorText(t *testing.T) {
	atom := func(name string) term.Term { return term.Atom(name) }
	pair := func(key string, value term.Term) term.Term { return term.Tuple{atom(key), value} }
	child := func(who, id term.Term) term.Term {
		return term.List(who, pair("id", id), pair("mfargs", term.Tuple{atom("m"), atom("f"), term.List(term.Int(1))}), pair("restart_type", atom("permanent")),
			pair("significant", term.False), pair("shutdown", term.Int(5000)), pair("child_type", atom("worker")))
	}
	progress := []term.Term{pair("supervisor", pair("local", atom("boss"))),
		pair("started", child(pair("pid", term.Undefined), pair("a", term.Charlist("x"))))}
	failed := []term.Term{pair("supervisor", pair("local", term.Alias("Boss"))), pair("errorContext", atom("shutdown_error")),
		pair("reason", term.Tuple{atom("bad"), term.Binary("thing"), term.List(term.Int(1), term.Int(2), term.Int(3), term.Int(4), term.Int(5))}),
		pair("offender", child(pair("nb_children", term.Int(3)), atom("simple")))}
	for _, c := range []struct {
		items  []term.Term
		layout logger.Layout
		want   string
	}{
		{progress, logger.Layout{SingleLine: true}, "Supervisor: {local,boss}. Started: id={a,[120]},pid=undefined."},
		{progress, logger.Layout{SingleLine: true, Depth: 4}, "Supervisor: {local,boss}. Started: id={a,[120]},pid=undefined."},
		{progress, logger.Layout{}, "    supervisor: {local,boss}\n    started: [{pid,undefined},\n              {id,{a,\"x\"}},\n              {mfargs,{m,f,[1]}},\n" +
			"              {restart_type,permanent},\n              {significant,false},\n              {shutdown,5000},\n              {child_type,worker}]\n"},
		{progress, logger.Layout{Depth: 5}, "    supervisor: {local,boss}\n    started: [{pid,undefined},{id,{...}},{mfargs,...},{...}|...]\n"},
		{progress, logger.Layout{Chars: 40}, "    supervisor: {...}\n    started: [...]\n"},
		{failed, logger.Layout{SingleLine: true}, "Supervisor: {local,'Elixir.Boss'}. Context: shutdown_error. Reason: {bad,<<\"thing\">>,[1,2,3,4,5]}. Offender: id=simple,nb_children=3."},
		{failed, logger.Layout{Depth: 5}, "    supervisor: {local,'Elixir.Boss'}\n    errorContext: shutdown_error\n    reason: {bad,<<\"thing\">>,[1|...]}\n" +
			"    offender: [{nb_children,3},{id,simple},{mfargs,...},{...}|...]\n"},
	} {
		if got := logger.SupervisorText(c.items, c.layout); got != c.want {
			t.Errorf("SupervisorText(%v, %+v) =\n%s\nwant\n%s", c.items, c.layout, got, c.want)
		}
	}
}
