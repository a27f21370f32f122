package logger_test

import (
	"fmt"
	"testing"

	"gex/runtime/exception"
	"gex/runtime/ioserver"
	"gex/runtime/logger"
	"gex/runtime/process"
	"gex/runtime/term"
)

var frame = exception.Frame{Module: "gen_event", Function: "server_update", Arity: 4, File: "gen_event.erl", Line: 802}

func stack() term.Term { return term.List(frame.Term()) }

func pid(n uint32) term.PID { return term.PID{Identity: &term.Identity{Number: n}} }

func TestFormat(t *testing.T) {
	oops := exception.New("RuntimeError", "oops")
	for _, test := range []struct {
		report logger.Report
		want   string
	}{
		{logger.Message{Level: logger.Info, Text: "hello"}, "info hello"},
		{logger.ProcessRaised{PID: pid(110), Exception: exception.New("RuntimeError", "oops").In(frame)},
			"error Process #PID<0.110.0> raised an exception\n** (RuntimeError) oops\n    (stdlib 4.2) gen_event.erl:802: :gen_event.server_update/4"},
		{logger.ProcessRaised{PID: pid(110), Exception: exception.Throw(term.Atom("ball"))},
			"error Process #PID<0.110.0> raised an exception\n** (ErlangError) Erlang error: {:nocatch, :ball}"},
		{logger.HandlerTerminated{Handler: term.Alias("H"), Name: term.Atom("bus"), LastMessage: term.Atom("e"), State: term.Empty,
			Reason: term.Tuple{term.Atom("EXIT"), term.Tuple{oops.Reason, stack()}}},
			"error :gen_event handler H installed in :bus terminating\n** (RuntimeError) oops\n" +
				"    (stdlib 4.2) gen_event.erl:802: :gen_event.server_update/4\nLast message: :e\nState: []"},
		{logger.HandlerTerminated{Handler: term.Alias("H"), Name: pid(1), LastMessage: term.Atom("e"), State: term.Empty,
			Reason: term.Tuple{term.Atom("EXIT"), term.Tuple{term.Atom("bad"), stack()}}},
			"error :gen_event handler H installed in #PID<0.1.0> terminating\n** (stop) :bad\n" +
				"    (stdlib 4.2) gen_event.erl:802: :gen_event.server_update/4\nLast message: :e\nState: []"},
		{logger.GenEventHandlerTerminated{Handler: term.Alias("H"), Name: pid(1), LastMessage: term.Atom("e"), State: term.Empty, Reason: term.Atom("r")},
			"error ** gen_event handler H crashed.\n** Was installed in #PID<0.1.0>\n** Last event was: :e\n" +
				"** When handler state == []\n** Reason == :r\n"},
		{logger.ServerTerminated{Name: pid(1), LastMessage: term.Atom("m"), State: term.Int(1), Reason: term.Tuple{term.Atom("bad_return_value"), term.Int(2)},
			Client: &logger.Client{From: pid(2), Name: term.Atom("me"), Dead: true}},
			"error GenServer #PID<0.1.0> terminating\n** (stop) bad return value: 2\nLast message (from #PID<0.2.0>): :m\nState: 1\nClient #PID<0.2.0> is dead"},
		{logger.TaskTerminated{Name: pid(1), Starter: pid(2), Function: term.Atom("f"), Args: term.Empty, Reason: term.Atom("r")},
			"error Task #PID<0.1.0> started from #PID<0.2.0> terminating\n** (stop) :r\nFunction: :f\n    Args: []"},
		{logger.UnexpectedMessage{Module: term.Alias("G"), Name: pid(1), Message: term.Atom("m")},
			"error G #PID<0.1.0> received unexpected message in handle_info/2: :m\n"},
		{logger.BadDebugOptions{Name: pid(1), Options: term.Atom("x")},
			"error #PID<0.1.0>: ignoring erroneous debug options - :x\n"},
		{logger.NoHandleInfo{}, "none"},
		{logger.ProcessCrashed{}, "none"},
	} {
		got := "none"
		if level, text, ok := logger.Format(test.report, logger.Debug, exception.Options{}); ok {
			got = level.String() + " " + text
		}
		if got != test.want {
			t.Errorf("Format(%#v) =\n%s\nwant\n%s", test.report, got, test.want)
		}
	}
}

func TestStatesAreForDebug(t *testing.T) {
	_, text, _ := logger.Format(logger.HandlerTerminated{Handler: term.Alias("H"), Name: term.Atom("bus"),
		LastMessage: term.Atom("e"), State: term.Empty, Reason: term.Atom("r")}, logger.Error, exception.Options{})
	if want := ":gen_event handler H installed in :bus terminating\n** (stop) :r\nLast message: :e"; text != want {
		t.Errorf("Format = %q, want %q", text, want)
	}
}

func TestLevels(t *testing.T) {
	for _, c := range []struct {
		level, lowest string
		want          bool
	}{
		{"debug", "debug", true}, {"info", "warn", false}, {"warning", "warn", true}, {"emergency", "alert", true},
		{"emergency", "none", false}, {"debug", "all", true}, {"error", "critical", false},
	} {
		level, ok1 := logger.ParseLevel(c.level)
		lowest, ok2 := logger.ParseLevel(c.lowest)
		_, _, got := logger.Format(logger.Message{Level: level}, lowest, exception.Options{})
		if !ok1 || !ok2 || got != c.want {
			t.Errorf("with lowest %s, %s is logged: %t, want %t", c.lowest, c.level, got, c.want)
		}
	}
	if _, ok := logger.ParseLevel("loud"); ok {
		t.Error("loud is a level")
	}
	if _, _, ok := logger.Format(logger.HandlerTerminated{Reason: term.Empty}, logger.Critical, exception.Options{}); ok {
		t.Error("a report is logged below the lowest level")
	}
}

func TestSettings(t *testing.T) {
	node := process.NewNode(process.Options{Virtual: true})
	defer node.Close()
	output := ""
	ioserver.Start(node, func(o ioserver.Output) { output += o.Text })
	logger.Settings(node).Off = true
	logger.Write(node, term.PID{}, logger.Message{Level: logger.Error, Text: "unseen"})
	logger.Settings(node).Off = false
	logger.Settings(node).Lowest = logger.Alert
	logger.Write(node, term.PID{}, logger.Message{Level: logger.Error, Text: "unseen"})
	logger.Write(node, term.PID{}, logger.Message{Level: logger.Alert, Text: "seen"})
	if want := "\n00:00:00.000 [alert] seen\n"; output != want {
		t.Errorf("logged %q, want %q", output, want)
	}
}

func TestPlainProcesses(t *testing.T) {
	for _, test := range []struct {
		err  error
		want string
	}{
		{nil, ""},
		{exception.Exit(term.Atom("bye")), ""},
		{exception.New("RuntimeError", "oops"), "\n00:00:00.000 [error] Process #PID<0.108.0> raised an exception\n** (RuntimeError) oops\n"},
	} {
		node := process.NewNode(process.Options{Virtual: true})
		output := ""
		ioserver.Start(node, func(o ioserver.Output) { output += o.Text })
		logger.Configure(node, logger.Options{})
		node.Spawn(func(*process.Process) error { return test.err }, process.SpawnOptions{})
		node.Settle()
		node.Close()
		if output != test.want {
			t.Errorf("%v: logged %q, want %q", test.err, output, test.want)
		}
	}
}

func ExampleWrite() {
	node := process.NewNode(process.Options{Virtual: true})
	defer node.Close()
	ioserver.Start(node, func(o ioserver.Output) { fmt.Print(o.Text) })
	logger.Write(node, term.PID{}, logger.Message{Level: logger.Warning, Text: "disk is nearly full"})
	// Output: 00:00:00.000 [warning] disk is nearly full
}
