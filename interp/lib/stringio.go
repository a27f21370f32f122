package lib

import (
	"gex/runtime/code"
	"gex/runtime/exception"
	"gex/runtime/ioserver"
	"gex/runtime/process"
	"gex/runtime/term"
)

func stringIOTable() Module {
	return Module{
		Name: "Elixir.StringIO",
		Doc:  "A string as a device: what is read comes from it, what is written is kept.",
		Functions: []Function{
			{"open", `string, options_or_function \\ []`, "`{:ok, device}` to read from a string, or `{:ok, result}` of a function that gets the device.", stringIOOpen},
			{"open", "string, options, function", "`{:ok, result}` of a function that gets the device.", stringIOOpenWith},
			{"contents", "pid", "`{what is left to read, what was written}`.", stringIOCall("contents", func(_ *process.Process, _ term.PID, d *ioserver.Device) term.Term {
				return term.Tuple{term.Binary(d.Input), term.Binary(d.Written())}
			})},
			{"flush", "pid", "What was written, which is forgotten.", stringIOCall("flush", func(_ *process.Process, _ term.PID, d *ioserver.Device) term.Term {
				return term.Binary(d.Flush())
			})},
			{"close", "pid", "Ends the device: `{:ok, {what is left to read, what was written}}`.", stringIOCall("close", func(self *process.Process, pid term.PID, d *ioserver.Device) term.Term {
				ioserver.StopDevice(self, pid)
				return okTuple(term.Tuple{term.Binary(d.Input), term.Binary(d.Written())})
			})},
		},
	}
}

func stringIOOpen(self *process.Process, a []term.Term) (term.Term, error) {
	if isFun(a[1], 1) {
		return stringIOOpenWith(self, args{a[0], term.Empty, a[1]})
	}
	text, ok := a[0].(term.Binary)
	if !ok || !term.IsList(a[1]) {
		return nil, errClause
	}
	prompts, _ := option(a[1], "capture_prompt")
	encoding, _ := option(a[1], "encoding")
	device := &ioserver.Device{Input: string(text), Prompts: prompts == term.Term(term.True), Latin1: encoding == term.Term(term.Atom("latin1"))}
	device.Keep()
	return okTuple(device.Start(self, process.MFA{Module: "Elixir.StringIO", Function: "init", Arity: 1})), nil
}

func stringIOOpenWith(self *process.Process, a []term.Term) (term.Term, error) {
	opened, err := stringIOOpen(self, a[:2])
	if err != nil {
		return nil, err
	}
	pid := opened.(term.Tuple)[1].(term.PID)
	result, err := code.Call(self, a[2], pid)
	ioserver.StopDevice(self, pid)
	return okTuple(orNil(result)), err
}

// stringIOCall is a call of the process of a StringIO.
func stringIOCall(request term.Atom, f func(*process.Process, term.PID, *ioserver.Device) term.Term) process.Func {
	return func(self *process.Process, a []term.Term) (term.Term, error) {
		pid, ok := a[0].(term.PID)
		if !ok {
			return nil, errClause
		}
		device, ok := ioserver.DeviceOf(self.Node(), pid)
		if ok {
			return f(self, pid, device), nil
		}
		reason := term.Atom("noproc")
		if pid == self.PID() {
			reason = "calling_self"
		}
		call := term.Tuple{term.Alias("GenServer"), term.Atom("call"), term.List(pid, request, term.Int(5000))}
		return nil, exception.Exit(term.Tuple{reason, call}).In(at("GenServer", "call", 3, "gen_server.ex", 1038))
	}
}
