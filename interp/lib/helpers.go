package lib

import (
	"fmt"
	"slices"
	"strings"

	"gex/runtime/exception"
	"gex/runtime/inspect"
	"gex/runtime/ioserver"
	"gex/runtime/process"
	"gex/runtime/term"
)

// helpersTable are the commands of the prompt that need nothing but the node.
// The shell adds those that need its history and files.
func helpersTable() Module {
	return Module{
		Name:      HelpersModule,
		Doc:       "The commands of the prompt.",
		Functions: slices.Concat(managerHelpers(), promptHelpers()),
	}
}

// HelpersModule is the module whose functions are commands of the prompt.
const HelpersModule = term.Atom("Elixir.IEx.Helpers")

// Silent is the value of commands whose result the prompt does not print.
const Silent = term.Atom("do not show this result in output")

func promptHelpers() []Function {
	return []Function{
		{"flush", "", "Prints the messages in the shell's mailbox and empties it.", helperFlush},
		{"pid", "string", "The pid that is written as `#PID<0.21.32>`, or `\"0.21.32\"`.", helperPid},
		{"pid", "x, y, z", "The pid with the three numbers.", helperPid3},
		{"ref", "string", "The reference written as \"0.1.2.3\".", helperRef},
		{"ref", "w, x, y, z", "The reference with the four numbers.", helperRef4},
	}
}

// helperFlush is that of programs; the shell flushes with options of its own.
func helperFlush(self *process.Process, _ []term.Term) (term.Term, error) {
	o := InspectOptions(self.Node())
	o.Pretty = true
	return Flush(self, o)
}

// Flush takes all messages out of the mailbox of self, prints each on a line of
// its own and returns :ok. It blocks while the device prints.
func Flush(self *process.Process, o inspect.Options) (term.Term, error) {
	for {
		message, ok := self.TakeMatching(func(term.Term) bool { return true })
		if !ok {
			return term.OK, nil
		}
		if err := ioserver.PutChars(self, term.Atom("stdio"), inspect.Inspect(message, o)+"\n"); err != nil {
			return nil, err
		}
	}
}

func helperPid(self *process.Process, a []term.Term) (term.Term, error) {
	switch t := a[0].(type) {
	case term.Atom:
		if pid, ok := pidOf(self, t); ok {
			return pid, nil
		}
		return nil, exception.ArgumentError("could not find registered process with name: %s", shown(self, t)).In(pidFrame(1255))
	case term.Binary:
		if pid, ok := parsePid(self.Node(), string(t)); ok {
			return pid, nil
		}
		return nil, exception.In(badarg("erlang", "list_to_pid", term.Charlist("<"+string(t)+">")), pidFrame(1249))
	}
	return nil, errClause
}

// pidFrame is the frame of pid/1 in a line of its source.
func pidFrame(line int) exception.Frame { return at("IEx.Helpers", "pid", 1, "iex/helpers.ex", line) }

func helperPid3(self *process.Process, a []term.Term) (term.Term, error) {
	text := fmt.Sprintf("%s.%s.%s", shown(self, a[0]), shown(self, a[1]), shown(self, a[2]))
	if pid, ok := parsePid(self.Node(), text); ok {
		return pid, nil
	}
	return nil, badarg("erlang", "list_to_pid", term.Charlist("<"+text+">"))
}

func helperRef(_ *process.Process, a []term.Term) (term.Term, error) {
	text, ok := a[0].(term.Binary)
	if !ok {
		return nil, errClause
	}
	var zero uint32
	var n [3]uint32
	trimmed := strings.TrimPrefix(string(text), "#Reference<")
	if _, err := fmt.Sscanf(strings.TrimSuffix(trimmed, ">"), "%d.%d.%d.%d", &zero, &n[0], &n[1], &n[2]); err != nil || n[0] == 0 {
		return nil, badarg("erlang", "list_to_ref", term.Charlist("#Ref<"+string(text)+">"))
	}
	return term.RefOf(n), nil
}

func helperRef4(self *process.Process, a []term.Term) (term.Term, error) {
	text := fmt.Sprintf("%s.%s.%s.%s", shown(self, a[0]), shown(self, a[1]), shown(self, a[2]), shown(self, a[3]))
	return helperRef(self, args{term.Binary(text)})
}
