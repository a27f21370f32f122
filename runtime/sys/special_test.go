package sys_test

import (
	"context"
	"testing"

	"gex/runtime/code"
	"gex/runtime/exception"
	"gex/runtime/inspect"
	"gex/runtime/process"
	"gex/runtime/proclib"
	"gex/runtime/sys"
	"gex/runtime/term"
)

func atom(name string) term.Term { return term.Atom(name) }

// special is a module with the callbacks of a special process, whose state is
// a number.
func special() *code.Module {
	f := func(name string, arity int, call process.Func) *code.Function {
		return &code.Function{Name: name, Arity: arity, Call: call}
	}
	return code.NewModule("special", code.Builtin,
		f("system_continue", 3, func(self *process.Process, args []term.Term) (term.Term, error) {
			return loop(self, args[0].(term.PID), args[1], args[2])
		}),
		f("system_terminate", 4, func(_ *process.Process, args []term.Term) (term.Term, error) {
			return nil, exception.Exit(args[0])
		}),
		f("system_get_state", 1, func(_ *process.Process, args []term.Term) (term.Term, error) {
			return term.Tuple{term.OK, args[0]}, nil
		}),
		f("system_replace_state", 2, func(self *process.Process, args []term.Term) (term.Term, error) {
			next, err := code.Call(self, args[0], args[1])
			return term.Tuple{term.OK, next, next}, err
		}))
}

func loop(self *process.Process, parent term.PID, debug, state term.Term) (term.Term, error) {
	message := self.Receive(nil).(term.Tuple)
	if sys.IsMessage(message) {
		return sys.HandleSystemMessage(self, message[2], message[1],
			sys.Special{Parent: parent, Module: "special", Debug: debug, Misc: state})
	}
	self.Send(message[0].(term.PID), state)
	return loop(self, parent, debug, state)
}

func TestSpecialProcess(t *testing.T) {
	node := process.NewNode(process.Options{Virtual: true})
	defer node.Close()
	code.Of(node).Define(special())
	if err := node.RunProcess(context.Background(), func(self *process.Process) error {
		parent := self.PID()
		pid := proclib.Spawn(self, func(self *process.Process) error {
			_, err := loop(self, parent, term.Empty, term.Int(1))
			return err
		}, process.SpawnOptions{}).PID()
		want := func(request term.Term, want string) {
			t.Helper()
			got, err := sys.Request(self, pid, request, nil)
			text := ""
			if err != nil {
				text = inspect.Inspect(exception.As(err).Reason, inspect.Options{})
			} else {
				text = inspect.Inspect(got, inspect.Options{})
			}
			if text != want {
				t.Errorf("%v = %s, want %s", request, text, want)
			}
		}
		add := &term.Fun{Arity: 1, Code: process.Func(func(_ *process.Process, args []term.Term) (term.Term, error) {
			return args[0].(term.Int) + 1, nil
		})}
		want(atom("get_state"), "1")
		want(term.Tuple{atom("replace_state"), add}, "2")
		want(atom("suspend"), ":ok")
		self.Send(pid, term.Tuple{self.PID()})
		want(atom("get_state"), "2")
		if self.MailboxLen() != 0 {
			t.Error("a suspended process answers")
		}
		want(term.Tuple{atom("change_code"), atom("special"), term.Nil, term.Nil},
			"{:error, {:EXIT, {:undef, [{:special, :system_code_change, [2, :special, nil, nil], []}]}}}")
		want(atom("resume"), ":ok")
		if got := self.Receive(nil); got != term.Term(term.Int(2)) {
			t.Errorf("answer = %v", got)
		}
		if err := sys.StopProcess(self, pid, term.Normal, term.Infinity); err != nil {
			t.Errorf("Stop = %v", err)
		}
		return nil
	}); err != nil {
		t.Fatal(err)
	}
}
