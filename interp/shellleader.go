package interp

import (
	"strings"

	"gex/runtime/exception"
	"gex/runtime/ioserver"
	"gex/runtime/process"
	"gex/runtime/proclib"
	"gex/runtime/term"
)

// toLeader prints an answer through the group leader of the evaluator, as IEx
// does, once that is another than it was started with. A value that cannot be
// printed becomes the error that says so. The exit is that of an evaluator
// that cannot print this either, because it is its own leader.
func (sh *shellProcess) toLeader(self *process.Process, a *answer) error {
	if self.GroupLeader() == sh.leader {
		return nil
	}
	a.printed = true
	if a.failure == "" {
		if a.silent {
			return nil
		}
		err := ioserver.PutLine(self, term.Atom("stdio"), a.text)
		if err == nil {
			return nil
		}
		a.failure = sh.session.failure(self, err)
	}
	err := ioserver.Print(self, term.Atom("stdio"), a.failure, "put_chars", failureChars(a.failure))
	if err == nil {
		return nil
	}
	failed := exception.As(err).In(evaluatorFrame("parse_eval_inspect", 3, 290), evaluatorFrame("loop", 1, 187), evaluatorFrame("init", 4, 32), proclib.Frame(false))
	return exception.Exit(exception.ExitReason(failed))
}

// failureChars is the text of an error as IEx hands it to io: the message, a
// newline and the frames.
func failureChars(text string) term.Term {
	message, frames, _ := strings.Cut(text, "\n    (")
	if frames != "" {
		frames = "    (" + frames
	}
	return term.List(term.List(term.Binary(message)), term.Int('\n'), term.Binary(frames))
}

func evaluatorFrame(function string, arity, line int) exception.Frame {
	return exception.Frame{Module: "Elixir.IEx.Evaluator", Function: function, Arity: arity, File: "lib/iex/evaluator.ex", Line: line}
}
