package backend

import (
	"gex/runtime/application"
	"gex/runtime/code"
	"gex/runtime/gen"
	"gex/runtime/genevent"
	"gex/runtime/logger"
	"gex/runtime/process"
	"gex/runtime/supervisor"
	"gex/runtime/term"
)

// The names of the processes and modules.
const (
	// Manager is the name of the manager, and the module of its functions.
	Manager = term.Atom("Elixir.Logger")
	// Console is the handler that writes to the terminal, which users call
	// :console.
	Console     = term.Atom("Elixir.Logger.Backends.Console")
	consoleName = term.Atom("console")
	config      = term.Atom("Elixir.Logger.Config")
	watcher     = term.Atom("Elixir.Logger.Watcher")
	watchers    = term.Atom("Elixir.Logger.BackendSupervisor")
	app         = term.Atom("logger")
)

// defaults is the environment of the application logger.
var defaults = []term.Pair{
	{Key: term.Atom("backends"), Value: term.List(consoleName)},
	{Key: term.Atom("console"), Value: term.Empty},
	{Key: term.Atom("discard_threshold"), Value: term.Int(500)},
	{Key: term.Atom("discard_threshold_periodic_check"), Value: term.Int(30000)},
	{Key: term.Atom("sync_threshold"), Value: term.Int(20)},
	{Key: term.Atom("translators"), Value: term.List(logger.Translator)},
	{Key: term.Atom("truncate"), Value: term.Int(8096)},
	{Key: term.Atom("utc_log"), Value: term.False},
}

// pressure is what a node knows about its manager.
type pressure struct {
	manager *process.Process
	// count is how many messages are on their way, see package doc.
	count int64
	// others is how many back ends there are beside the console.
	others int
}

type pressureKey struct{}

func of(node *process.Node) *pressure {
	p, _ := node.Value(pressureKey{}).(*pressure)
	return p
}

// firstNumber is the number of the first process of the logger, which is older
// than the shell.
const firstNumber = 40

// Start starts the manager and the supervisor of its back ends as processes of
// the system, and has the logger of the node hand its lines to them. They are
// there when the node has settled.
func Start(node *process.Node) {
	for _, p := range defaults {
		application.PutEnv(node, app, p.Key, p.Value)
	}
	define(code.Of(node))
	p := &pressure{}
	node.SetValue(pressureKey{}, p)
	logger.Settings(node).Deliver = p.deliver
	node.Spawn(p.start, process.SpawnOptions{Number: firstNumber, Initial: process.MFA{Module: "Elixir.Logger.App", Function: "start", Arity: 2}})
}

// start runs the process that starts the others and stays their parent.
func (p *pressure) start(self *process.Process) error {
	pid, err := genevent.Erlang.StartLink(self, gen.Options{Name: term.Tuple{term.Atom("local"), Manager}})
	if err != nil {
		return err
	}
	setup := term.Tuple{term.OK, term.Tuple{term.NewMap(
		term.Pair{Key: term.Atom("strategy"), Value: term.Atom("one_for_one")},
		term.Pair{Key: term.Atom("intensity"), Value: term.Int(30)},
		term.Pair{Key: term.Atom("period"), Value: term.Int(3)}), term.Empty}}
	if _, err := supervisor.StartLinkChildren(self, setup, gen.Options{Name: term.Tuple{term.Atom("local"), watchers}}); err != nil {
		return err
	}
	if _, err := genevent.Erlang.AddHandler(self, pid, config, term.Empty); err != nil {
		return err
	}
	if _, err := Add(self, consoleName); err != nil {
		return err
	}
	p.manager = process.Lookup(pid)
	self.Sleep(process.Forever)
	return nil
}

// Add installs a back end: :console, a module or {module, id}. It returns {:ok,
// pid} of the process that watches over it, or {:error, reason}.
func Add(self *process.Process, name term.Term) (term.Term, error) {
	handler := handlerOf(name)
	spec := term.NewMap(
		term.Pair{Key: term.Atom("id"), Value: handler},
		term.Pair{Key: term.Atom("start"), Value: term.Tuple{watcher, term.Atom("start_link"), term.List(term.Tuple{handler, name})}},
		term.Pair{Key: term.Atom("restart"), Value: term.Atom("transient")},
	)
	answer, err := supervisor.Request(self, watchers, term.Tuple{term.Atom("start_child"), spec})
	if err != nil {
		return nil, err
	}
	switch reason := reasonOf(answer); {
	case reason == term.Term(term.Atom("already_present")), term.Tag(reason, 2) == "already_started":
		return term.Tuple{term.ErrorAtom, term.Atom("already_present")}, nil
	case reason == nil && handler != term.Term(Console):
		of(self.Node()).others++
	}
	return answer, nil
}

// reasonOf returns the reason of {:error, reason}, else nil.
func reasonOf(answer term.Term) term.Term {
	if term.Tag(answer, 2) != term.ErrorAtom {
		return nil
	}
	return answer.(term.Tuple)[1]
}

// Remove removes a back end and returns :ok or {:error, :not_found}.
func Remove(self *process.Process, name term.Term) (term.Term, error) {
	handler := handlerOf(name)
	answer, err := supervisor.Request(self, watchers, term.Tuple{term.Atom("terminate_child"), handler})
	if err != nil || reasonOf(answer) != nil {
		return answer, err
	}
	if _, err := supervisor.Request(self, watchers, term.Tuple{term.Atom("delete_child"), handler}); err != nil {
		return nil, err
	}
	if handler != term.Term(Console) {
		of(self.Node()).others--
	}
	return term.OK, nil
}

// Configure gives options to a back end and returns what it answers.
func Configure(self *process.Process, name, options term.Term) (term.Term, error) {
	return genevent.Erlang.Call(self, Manager, handlerOf(name), term.Tuple{term.Atom("configure"), options}, term.Infinity)
}

// ConfigureAll sets options of the application logger, the thresholds among
// them.
func ConfigureAll(self *process.Process, options term.Term) (term.Term, error) {
	return genevent.Erlang.Call(self, Manager, config, term.Tuple{term.Atom("configure"), options}, term.Infinity)
}

// Translate has Logger ask the translators of a list, {module, function} each,
// for the texts of reports.
func Translate(node *process.Node, translators []term.Tuple) {
	list := make([]term.Term, len(translators))
	for i, t := range translators {
		list[i] = t
	}
	logger.Settings(node).Translators = translators
	application.PutEnv(node, app, term.Atom("translators"), term.List(list...))
}

// Flush blocks until the back ends have handled all that was logged before.
func Flush(self *process.Process) error {
	if _, err := genevent.Erlang.WhichHandlers(self, Manager); err != nil {
		return err
	}
	return genevent.Erlang.SyncNotify(self, Manager, term.Atom("flush"))
}

// handlerOf is the handler that a back end is.
func handlerOf(name term.Term) term.Term {
	if name == term.Term(consoleName) {
		return Console
	}
	return name
}
