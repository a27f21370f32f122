package conformance_test

import (
	"context"
	"fmt"
	"slices"
	"strings"
	"testing"
	"time"

	"gex/runtime/code"
	"gex/runtime/exception"
	"gex/runtime/gen"
	"gex/runtime/genevent"
	"gex/runtime/inspect"
	"gex/runtime/ioserver"
	"gex/runtime/logger"
	"gex/runtime/process"
	"gex/runtime/sys"
	"gex/runtime/term"

	"pgregory.net/rapid"
)

var handlerModule = term.Alias("Handler")

func atom(name string) term.Term             { return term.Atom(name) }
func tuple(elements ...term.Term) term.Tuple { return elements }
func handlerName(n int) term.Term            { return tuple(handlerModule, term.Int(n)) }

// real is the manager of gex with the processes around it. It has the same
// methods as the model.
type real struct {
	self        *process.Process
	manager     term.PID
	supervisors [supervisors]*supervisor
	reports     []string
	told        [supervisors][]string
	next        int
}

// supervisor is a process that traps exits, writes down what it is told, and
// does jobs.
type supervisor struct {
	pid term.PID
	job func(self *process.Process)
}

func (r *real) newSupervisor(i int) {
	s := &supervisor{}
	r.supervisors[i] = s
	s.pid = r.self.Spawn(func(self *process.Process) error {
		self.SetTrapExit(true)
		for {
			switch message := self.Receive(nil); message {
			case atom("job"):
				s.job(self)
			case atom("exit"):
				return exception.Exit(atom("bye"))
			default:
				r.told[i] = append(r.told[i], r.text(message))
			}
		}
	}, process.SpawnOptions{}).PID()
}

// ask has supervisor i call f.
func (r *real) ask(i int, f func(self *process.Process)) {
	s := r.supervisors[i]
	s.job = f
	r.self.Send(s.pid, atom("job"))
	r.settle()
}

// settle lets everybody else run until they wait.
func (r *real) settle() { r.self.Sleep(time.Millisecond) }

// text prints a term with the pids that the model knows by their names.
func (r *real) text(t term.Term) string {
	text := inspect.Inspect(t, inspect.Options{})
	replace := []string{inspect.Inspect(r.manager, inspect.Options{}), "M"}
	for i, s := range r.supervisors {
		replace = append(replace, inspect.Inspect(s.pid, inspect.Options{}), fmt.Sprintf("P%d", i))
	}
	return strings.NewReplacer(replace...).Replace(text)
}

func (r *real) result(got term.Term, err error) string {
	if err != nil {
		return "failed: " + r.text(exception.As(err).Reason)
	}
	return r.text(got)
}

func (r *real) unique() term.Term {
	r.next++
	return term.Int(r.next)
}

func (r *real) start() {
	m, err := genevent.Erlang.Start(r.self, gen.Options{})
	if err != nil {
		panic(err)
	}
	r.manager = m
}

// do carries out a command and returns the result of the call.
func (r *real) do(c command) (result string) {
	result = ":ok"
	switch c.Op {
	case opAdd:
		result = r.result(genevent.Erlang.AddHandler(r.self, r.manager, handlerName(c.Name), r.unique()))
	case opAddSup:
		r.ask(c.By, func(self *process.Process) {
			result = r.result(genevent.Erlang.AddSupHandler(self, r.manager, handlerName(c.Name), r.unique()))
		})
	case opTick:
		result = r.send(c.Way, term.Int(c.Number))
	case opAct:
		result = r.act(c)
	case opCall:
		result = r.result(genevent.Erlang.Call(r.self, r.manager, handlerName(c.Name), term.Int(c.Number), nil))
	case opCallAct:
		result = r.result(genevent.Erlang.Call(r.self, r.manager, handlerName(c.Name), r.action(c, 0), nil))
	case opDelete:
		result = r.result(genevent.Erlang.DeleteHandler(r.self, r.manager, handlerName(c.Name), atom("bye")))
	case opSwap:
		result = r.result(genevent.Erlang.SwapHandler(r.self, r.manager, handlerName(c.Name), atom("swap"), handlerName(c.New), r.unique()))
	case opSwapSup:
		r.ask(c.By, func(self *process.Process) {
			result = r.result(genevent.Erlang.SwapSupHandler(self, r.manager, handlerName(c.Name), atom("swap"), handlerName(c.New), r.unique()))
		})
	case opSupervisorExits:
		r.self.Send(r.supervisors[c.By].pid, atom("exit"))
		r.settle()
		r.newSupervisor(c.By)
	case opKillManager:
		r.self.Exit(r.manager, term.Atom("kill"))
		r.settle()
		r.start()
	case opStopManager:
		result = r.result(term.OK, genevent.Erlang.Stop(r.self, r.manager, term.Normal, term.Infinity))
		r.settle()
		r.start()
	}
	r.settle()
	return result
}

func (r *real) send(w way, event term.Term) string {
	switch w {
	case byNotify:
		return r.result(term.OK, genevent.Erlang.Notify(r.self, r.manager, event))
	case bySyncNotify:
		return r.result(term.OK, genevent.Erlang.SyncNotify(r.self, r.manager, event))
	}
	r.self.Send(r.manager, event)
	return ":ok"
}

// act sends an action to one of the handlers that are there.
func (r *real) act(c command) string {
	states := r.states()
	if len(states) == 0 {
		return ":ok"
	}
	return r.send(c.Way, r.action(c, states[c.Handler%len(states)].unique))
}

// action is the event {unique, what to do}; a swap takes the next number.
func (r *real) action(c command, unique int) term.Term {
	action := tuple(term.Int(c.How))
	if c.How == swaps || c.How == swapsBadly {
		if c.Op != opCallAct || slices.ContainsFunc(r.states(), func(h modelHandler) bool { return h.name == c.Name }) {
			action = append(action, handlerName(c.New), r.unique())
		}
	}
	return tuple(term.Int(unique), action)
}

// states returns the handlers as the model has them, less their supervisors.
func (r *real) states() []modelHandler {
	list, err := sys.GetState(r.self, r.manager, term.Infinity)
	if err != nil {
		panic(err)
	}
	var handlers []modelHandler
	for element := range term.Elements(list) {
		e := element.(term.Tuple)
		state := e[2].(term.Tuple)
		handlers = append(handlers, modelHandler{name: int(e[1].(term.Int)), unique: int(state[0].(term.Int)), events: int(state[1].(term.Int))})
	}
	return handlers
}

// module is the handlers' module. Their state is {unique, events}.
func (r *real) module() *code.Module {
	function := func(name string, arity int, f process.Func) *code.Function {
		return &code.Function{Name: name, Arity: arity, Call: f}
	}
	return code.NewModule(handlerModule, code.Builtin,
		function("init", 1, r.init), function("terminate", 2, r.terminate),
		function("handle_event", 2, r.handle("handle_event")), function("handle_info", 2, r.handle("handle_info")),
		function("handle_call", 2, r.handle("handle_call")))
}

func (r *real) report(unique term.Term, callback string, argument term.Term) {
	r.reports = append(r.reports, fmt.Sprintf("%d %s %s", unique, callback, r.text(argument)))
}

func (r *real) init(_ *process.Process, args []term.Term) (term.Term, error) {
	unique, how := args[0], atom("added")
	if swapped, ok := unique.(term.Tuple); ok {
		unique, how = swapped[0], swapped[1]
	}
	if unique == atom("bad") {
		return unique, nil
	}
	r.report(unique, "init", how)
	return tuple(term.OK, tuple(unique, term.Int(0))), nil
}

func (r *real) terminate(_ *process.Process, args []term.Term) (term.Term, error) {
	unique := args[1].(term.Tuple)[0]
	r.report(unique, "terminate", args[0])
	return tuple(atom("was"), unique), nil
}

func (r *real) handle(callback string) process.Func {
	return func(_ *process.Process, args []term.Term) (term.Term, error) {
		state := args[1].(term.Tuple)
		if action, ok := args[0].(term.Tuple); ok && len(action) == 2 {
			return perform(callback == "handle_call", action, state)
		}
		r.report(state[0], callback, args[0])
		if callback == "handle_call" {
			return tuple(term.OK, tuple(atom("reply"), state[0]), state), nil
		}
		if _, tick := args[0].(term.Int); tick {
			state = tuple(state[0], state[1].(term.Int)+1)
		}
		return tuple(term.OK, state), nil
	}
}

// perform does what an action says, in the handler that it is for.
func perform(call bool, action, state term.Tuple) (term.Term, error) {
	how := action[1].(term.Tuple)
	if !call && action[0] != state[0] {
		return tuple(term.OK, state), nil
	}
	// Results of calls carry a reply behind the tag.
	answer := func(reply string, tag term.Term, rest ...term.Term) term.Term {
		if call {
			rest = append([]term.Term{atom(reply)}, rest...)
		}
		if len(rest) == 0 {
			return tag
		}
		return append(tuple(tag), rest...)
	}
	switch failure(how[0].(term.Int)) {
	case removes:
		return answer("removed", atom("remove_handler")), nil
	case answersNonsense:
		return atom("nonsense"), nil
	case exits:
		return nil, exception.Exit(atom("died"))
	case throwsNonsense:
		return nil, exception.Throw(atom("ball"))
	case throwsOK:
		return nil, exception.Throw(answer("thrown", term.OK, tuple(state[0], term.Int(-1))))
	case swapsBadly:
		return answer("swapped", atom("swap_handler"), atom("swap"), state, how[1], atom("bad")), nil
	}
	return answer("swapped", atom("swap_handler"), atom("swap"), state, how[1], how[2]), nil
}

// compare runs a history in both and returns the first difference.
func compare(history []command) string {
	node := process.NewNode(process.Options{Virtual: true})
	defer node.Close()
	ioserver.Start(node, func(ioserver.Output) {})
	logger.Configure(node, logger.Options{})
	r, m := &real{}, &model{}
	code.Of(node).Define(r.module())
	difference := ""
	if err := node.RunProcess(context.Background(), func(self *process.Process) error {
		r.self = self
		for i := range r.supervisors {
			r.newSupervisor(i)
		}
		r.start()
		for i, c := range history {
			if difference = step(r, m, c); difference != "" {
				difference = fmt.Sprintf("step %d, %+v: %s", i+1, c, difference)
				return nil
			}
		}
		return nil
	}); err != nil {
		return err.Error()
	}
	return difference
}

func step(r *real, m *model, c command) string {
	got, want := r.do(c), m.do(c)
	if got != want {
		return fmt.Sprintf("result %s, want %s", got, want)
	}
	if !slices.Equal(r.reports, m.reports) {
		return fmt.Sprintf("callbacks\n  %s\nwant\n  %s", strings.Join(r.reports, "\n  "), strings.Join(m.reports, "\n  "))
	}
	for i := range r.told {
		if !slices.Equal(r.told[i], m.told[i]) {
			return fmt.Sprintf("P%d was told\n  %s\nwant\n  %s", i, strings.Join(r.told[i], "\n  "), strings.Join(m.told[i], "\n  "))
		}
		r.told[i], m.told[i] = nil, nil
	}
	r.reports, m.reports = nil, nil
	expected := slices.Clone(m.handlers)
	for i := range expected {
		expected[i].supervisor = 0
	}
	if states := r.states(); !slices.Equal(states, expected) {
		return fmt.Sprintf("handlers %+v, want %+v", states, expected)
	}
	r.next = max(r.next, m.next)
	m.next = r.next
	return ""
}

// TestManagerIsItsModel compares random histories of a manager.
func TestManagerIsItsModel(t *testing.T) {
	one := rapid.Custom(func(t *rapid.T) command {
		return command{
			Op:      op(rapid.IntRange(0, int(ops)-1).Draw(t, "op")),
			Name:    rapid.IntRange(0, 3).Draw(t, "name"),
			New:     rapid.IntRange(0, 3).Draw(t, "new"),
			By:      rapid.IntRange(0, supervisors-1).Draw(t, "by"),
			How:     failure(rapid.IntRange(0, int(failures)-1).Draw(t, "how")),
			Way:     way(rapid.IntRange(0, int(ways)-1).Draw(t, "way")),
			Handler: rapid.IntRange(0, 7).Draw(t, "handler"),
			Number:  rapid.IntRange(0, 99).Draw(t, "number"),
		}
	})
	rapid.Check(t, func(t *rapid.T) {
		history := rapid.SliceOfN(one, 1, 60).Draw(t, "history")
		if difference := compare(history); difference != "" {
			t.Fatal(difference)
		}
	})
}
