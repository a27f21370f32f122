package otp

import (
	"reflect"

	"gex/runtime/code"
	"gex/runtime/process"
	"gex/runtime/term"
)

// API is what learners call, bound to a node: the functions of this package
// act for the process that is running on it. The functions of the package
// themselves are those of the default node.
type API struct {
	node     *process.Node
	patterns map[string]*Pattern
	defined  map[reflect.Type]bool      // compiled types that have been made modules
	structs  map[term.Atom]reflect.Type // struct types by the names of their modules
	// Boxer puts bare values of interpreted types into their boxes. It is set
	// by the room that runs interpreted Go.
	Boxer func(value any) any
	// FaultLine returns the line at which interpreted code failed whose panic
	// has just been recovered, or 0. It is set by gosrc.
	FaultLine func() int
	// File is what stack traces name as the file of Go typed at the prompt.
	File string
}

type apiKey struct{}

// For returns the API of the node.
func For(node *process.Node) *API {
	if a, ok := node.Value(apiKey{}).(*API); ok {
		return a
	}
	a := newAPI(node)
	node.SetValue(apiKey{}, a)
	return a
}

func newAPI(node *process.Node) *API {
	return &API{node: node, patterns: make(map[string]*Pattern), defined: make(map[reflect.Type]bool),
		structs: make(map[term.Atom]reflect.Type), File: "iex"}
}

// Node returns the node the API is bound to. In a process that was given up,
// since it hung in host code, it does not return.
func (a *API) Node() *process.Node {
	a.node.CheckAlive()
	return a.node
}

// self is the calling process, or the goroutine of one: what it waits for
// comes to the goroutine.
func (a *API) self() *process.Process {
	if a == nil {
		return std.self()
	}
	if p := a.node.Current(); p != nil {
		return p
	}
	panic(badArgument("no process is running: this function must be called inside one, as those that otp.Run and Spawn start"))
}

// main is the calling process, also of a goroutine.
func (a *API) main() *process.Process { return a.self().Main() }

// alone is self for what a goroutine cannot do in the place of its process.
func (a *API) alone(function string) *process.Process {
	self := a.self()
	if self.IsThread() {
		panic(badArgument("%s in a goroutine: messages belong to its process. Receive there and pass them through a channel, or start a process with Spawn", function))
	}
	return self
}

func (a *API) table() *code.Table { return code.Of(a.Node()) }
