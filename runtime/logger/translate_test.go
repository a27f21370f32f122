package logger_test

import (
	"testing"

	"gex/runtime/code"
	"gex/runtime/exception"
	"gex/runtime/ioserver"
	"gex/runtime/logger"
	"gex/runtime/process"
	"gex/runtime/term"
)

// TestTranslators shows who is asked for the text of a report, with what, and
// what becomes of the answers.
func TestTranslators(t *testing.T) {
	atom := func(name string) term.Term { return term.Atom(name) }
	report := func(value term.Term) logger.Message {
		m := term.NewMap(term.Pair{Key: atom("a"), Value: value})
		return logger.Message{Level: logger.Notice, Text: "as it was", Data: term.Tuple{atom("report"), m}}
	}
	server := logger.ServerTerminated{Name: atom("s"), LastMessage: term.Empty, State: term.Int(1), Reason: atom("odd")}
	crash := logger.ProcessCrashed{PID: term.PID{}, Initial: term.Nil, Ancestors: term.Empty, Exception: exception.Exit(atom("odd"))}
	mine := term.Tuple{term.Alias("Mine"), atom("translate")}
	cases := []struct {
		name        string
		translators []term.Tuple
		answer      term.Term
		report      logger.Report
		want        string
	}{
		{"text", []term.Tuple{mine}, term.Tuple{term.OK, term.Binary("new")}, report(term.Int(1)), "new"},
		{"skip", []term.Tuple{mine}, atom("skip"), report(term.Int(1)), ""},
		{"none", []term.Tuple{mine}, atom("none"), report(term.Int(1)), "as it was"},
		{"plain text", []term.Tuple{mine}, atom("skip"), logger.Message{Level: logger.Info, Text: "plain"}, "plain"},
		{"server", []term.Tuple{mine, logger.Translator}, atom("none"), server, "GenServer :s terminating\n** (stop) :odd\nLast message: []\nState: 1"},
		{"server, in Erlang", []term.Tuple{}, nil, server, "** Generic server s terminating \n** Last message in was []\n** When Server state == 1\n** Reason for termination ==\n** odd\n"},
		{"of proc_lib", []term.Tuple{}, nil, crash, ""},
		{"wrong", []term.Tuple{mine}, atom("wrong"), report(term.Int(1)), "Failure while translating Erlang's logger event\n** (CaseClauseError) no case clause matching: :wrong\n" +
			"    (logger 1.14.0) lib/logger/handler.ex:227: Logger.Handler.do_translate/6\n" +
			"    (logger 1.14.0) lib/logger/handler.ex:129: Logger.Handler.do_log/4\n" +
			"    (logger 1.14.0) lib/logger/handler.ex:84: Logger.Handler.log/2\n" +
			"    (kernel 8.5.3) logger_backend.erl:51: :logger_backend.call_handlers/3\n"},
	}
	for _, c := range cases {
		node := process.NewNode(process.Options{Virtual: true})
		var written string
		ioserver.Start(node, func(o ioserver.Output) { written += o.Text })
		logger.Configure(node, logger.Options{Translators: c.translators, Console: logger.Console{Format: "$message"}})
		var asked []term.Term
		code.Of(node).Define(code.NewModule("Elixir.Mine", code.Builtin, &code.Function{Name: "translate", Arity: 4,
			Call: func(_ *process.Process, a []term.Term) (term.Term, error) {
				asked = a
				return c.answer, nil
			}}))
		node.Spawn(func(self *process.Process) error { logger.Log(self, c.report); return nil }, process.SpawnOptions{})
		node.Settle()
		if written != c.want {
			t.Errorf("%s: written %q, want %q", c.name, written, c.want)
		}
		if c.name == "text" && (len(asked) != 4 || asked[0] != atom("debug") || asked[1] != atom("info") || asked[2] != atom("report")) {
			t.Errorf("%s: asked with %v", c.name, asked)
		}
		node.Close()
	}
}
