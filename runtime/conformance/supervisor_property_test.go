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
	"gex/runtime/genserver"
	"gex/runtime/inspect"
	"gex/runtime/ioserver"
	"gex/runtime/logger"
	"gex/runtime/process"
	room "gex/runtime/supervisor"
	"gex/runtime/term"

	"pgregory.net/rapid"
)

// realSupervisor is a supervisor of gex. It has the same methods as its model.
type realSupervisor struct {
	self    *process.Process
	pid     term.PID
	reports []string
}

var childModule = term.Alias("Child")

// module is the children's module: their argument and state is their number.
func (r *realSupervisor) module() *code.Module {
	m := code.NewModule(childModule, code.Builtin)
	add := func(name string, arity int, call process.Func) {
		m.Add(&code.Function{Name: name, Arity: arity, Call: call})
	}
	add("start_link", 1, func(self *process.Process, a []term.Term) (term.Term, error) {
		pid, err := genserver.StartLink(self, childModule, a[0], gen.Options{})
		return gen.StartResult(pid, term.Ref{}, err)
	})
	add("init", 1, func(self *process.Process, a []term.Term) (term.Term, error) {
		if a[0] == term.Term(term.Int(badChild)) {
			return tuple(atom("stop"), atom("bad")), nil
		}
		self.SetTrapExit(true)
		r.reports = append(r.reports, fmt.Sprintf("start %d", a[0]))
		return tuple(term.OK, a[0]), nil
	})
	add("handle_cast", 2, func(_ *process.Process, a []term.Term) (term.Term, error) {
		return tuple(atom("stop"), a[0], a[1]), nil
	})
	add("terminate", 2, func(_ *process.Process, a []term.Term) (term.Term, error) {
		r.reports = append(r.reports, fmt.Sprintf("stop %d %s", a[1], inspect.Inspect(a[0], inspect.Options{})))
		return term.OK, nil
	})
	for _, f := range genserver.Defaults(childModule) {
		if m.Functions[code.Key{Name: f.Name, Arity: f.Arity}] == nil {
			m.Add(f)
		}
	}
	return m
}

func childSpec(id int, restart string) term.Term {
	return term.NewMap(
		term.Pair{Key: atom("id"), Value: term.Int(id)},
		term.Pair{Key: atom("restart"), Value: term.Atom(restart)},
		term.Pair{Key: atom("start"), Value: tuple(childModule, atom("start_link"), term.List(term.Int(id)))})
}

// start starts the supervisor with permanent children.
func (r *realSupervisor) start(strategy string, intensity int, ids ...int) error {
	specs := make([]term.Term, len(ids))
	for i, id := range ids {
		specs[i] = childSpec(id, "permanent")
	}
	setup, err := room.Init(r.self, term.List(specs...), term.Keyword(
		term.Pair{Key: atom("strategy"), Value: term.Atom(strategy)},
		term.Pair{Key: atom("max_restarts"), Value: term.Int(intensity)}))
	if err != nil {
		return err
	}
	r.pid, err = room.StartLinkChildren(r.self, setup, gen.Options{})
	return err
}

func (r *realSupervisor) request(request term.Term) term.Term {
	answer, err := room.Request(r.self, r.pid, request)
	if err != nil {
		return exception.As(err).Reason
	}
	return answer
}

// children returns the answer to which_children, oldest first.
func (r *realSupervisor) children() []term.Tuple {
	list, _ := term.Slice(r.request(atom("which_children")))
	var children []term.Tuple
	for _, c := range slices.Backward(list) {
		children = append(children, c.(term.Tuple))
	}
	return children
}

func (r *realSupervisor) shown() []string {
	var list []string
	for _, c := range r.children() {
		_, runs := c[1].(term.PID)
		list = append(list, fmt.Sprintf("%d %t", c[0], runs))
	}
	return list
}

// child is the process of a child, if it runs.
func (r *realSupervisor) child(id int) (term.PID, bool) {
	for _, c := range r.children() {
		if c[0] == term.Term(term.Int(id)) {
			pid, ok := c[1].(term.PID)
			return pid, ok
		}
	}
	return term.PID{}, false
}

// do carries out a command and returns the result of the call.
func (r *realSupervisor) do(c supervisorCommand) string {
	defer r.self.Sleep(time.Millisecond)
	ask := func(what string) string {
		return withoutPids(r.request(tuple(atom(what), term.Int(c.ID))))
	}
	switch c.Op {
	case opWait:
		r.self.Sleep(6 * time.Second) // just longer than the period
	case opStartChild:
		return withoutPids(r.request(tuple(atom("start_child"), childSpec(c.ID, c.Restart))))
	case opTerminateChild:
		return ask("terminate_child")
	case opRestartChild:
		return ask("restart_child")
	case opDeleteChild:
		return ask("delete_child")
	case opChildStops:
		if pid, ok := r.child(c.ID); ok {
			_ = genserver.Cast(r.self, pid, reasonTerm(c.Reason))
		}
	case opChildIsKilled:
		if pid, ok := r.child(c.ID); ok {
			r.self.Exit(pid, term.Atom("kill"))
		}
	}
	return ":ok"
}

func reasonTerm(text string) term.Term {
	if text == "{:shutdown, 1}" {
		return tuple(atom("shutdown"), term.Int(1))
	}
	return atom(strings.TrimPrefix(text, ":"))
}

// withoutPids prints a result that may hold a pid last.
func withoutPids(t term.Term) string {
	if pair, ok := t.(term.Tuple); ok && len(pair) == 2 {
		if _, isPid := pair[1].(term.PID); isPid {
			return "{" + inspect.Inspect(pair[0], inspect.Options{}) + ", pid}"
		}
		return "{" + inspect.Inspect(pair[0], inspect.Options{}) + ", " + withoutPids(pair[1]) + "}"
	}
	return inspect.Inspect(t, inspect.Options{})
}

// compareSupervisor runs a history in both and returns the first difference.
func compareSupervisor(m *supervisorModel, ids []int, fails bool, history []supervisorCommand) (difference string) {
	node := process.NewNode(process.Options{Virtual: true})
	defer node.Close()
	ioserver.Start(node, func(ioserver.Output) {})
	logger.Configure(node, logger.Options{})
	r := &realSupervisor{}
	code.Of(node).Define(r.module())
	if err := node.RunProcess(context.Background(), func(self *process.Process) error {
		self.SetTrapExit(true)
		r.self = self
		if difference = r.begin(m, ids, fails); difference == "" && !m.ended {
			difference = r.follow(m, history)
		}
		return nil
	}); err != nil {
		return err.Error()
	}
	return difference
}

func (r *realSupervisor) begin(m *supervisorModel, ids []int, fails bool) string {
	given := ids
	if fails {
		given = append(slices.Clone(ids), badChild)
	}
	got, want := "", m.begin(ids, fails)
	if err := r.start(m.strategy, m.intensity, given...); err != nil {
		result, _ := gen.StartResult(r.pid, term.Ref{}, err)
		got = inspect.Inspect(result.(term.Tuple)[1], inspect.Options{})
	}
	if got != want || !slices.Equal(r.reports, m.reports) {
		return fmt.Sprintf("start with %v: %s, %q, want %s, %q", given, got, r.reports, want, m.reports)
	}
	return ""
}

func (r *realSupervisor) follow(m *supervisorModel, history []supervisorCommand) string {
	for i, c := range history {
		got, want := r.do(c), m.do(c)
		switch {
		case got != want:
			return fmt.Sprintf("step %d, %+v: result %s, want %s", i+1, c, got, want)
		case !slices.Equal(r.reports, m.reports):
			return fmt.Sprintf("step %d, %+v: callbacks %q, want %q", i+1, c, r.reports, m.reports)
		case m.ended != (process.Lookup(r.pid) == nil):
			return fmt.Sprintf("step %d, %+v: the supervisor has ended: %t, want %t", i+1, c, !m.ended, m.ended)
		case m.ended:
			exit, ok := r.self.TakeMatching(nil)
			if !ok || inspect.Inspect(exit.(term.Tuple)[2], inspect.Options{}) != ":shutdown" {
				return fmt.Sprintf("step %d: exit signal %v", i+1, exit)
			}
			return ""
		case !slices.Equal(r.shown(), m.shown()):
			return fmt.Sprintf("step %d, %+v: children %q, want %q", i+1, c, r.shown(), m.shown())
		}
	}
	return ""
}

// TestSupervisorIsItsModel compares random histories of a supervisor.
func TestSupervisorIsItsModel(t *testing.T) {
	one := rapid.Custom(func(t *rapid.T) supervisorCommand {
		return supervisorCommand{
			Op:      supervisorOp(rapid.IntRange(0, int(supervisorOps)-1).Draw(t, "op")),
			ID:      rapid.IntRange(0, 3).Draw(t, "id"),
			Restart: rapid.SampledFrom(restartTypes).Draw(t, "restart"),
			Reason:  rapid.SampledFrom(stopReasons).Draw(t, "reason"),
		}
	})
	rapid.Check(t, func(t *rapid.T) {
		strategy := rapid.SampledFrom(strategies).Draw(t, "strategy")
		intensity := rapid.IntRange(0, 3).Draw(t, "intensity")
		ids := rapid.SliceOfNDistinct(rapid.IntRange(0, 3), 0, 4, rapid.ID[int]).Draw(t, "children")
		fails := rapid.IntRange(0, 9).Draw(t, "fails") == 0
		history := rapid.SliceOfN(one, 1, 60).Draw(t, "history")
		m := &supervisorModel{strategy: strategy, intensity: intensity}
		if difference := compareSupervisor(m, ids, fails, history); difference != "" {
			t.Fatal(difference)
		}
	})
}

// TestServersLeaveNothing has supervised servers live and die and counts what
// is left of them.
func TestServersLeaveNothing(t *testing.T) {
	node := process.NewNode(process.Options{Virtual: true})
	defer node.Close()
	ioserver.Start(node, func(ioserver.Output) {})
	logger.Configure(node, logger.Options{})
	r := &realSupervisor{}
	code.Of(node).Define(r.module())
	if err := node.RunProcess(context.Background(), func(self *process.Process) error {
		self.SetTrapExit(true)
		r.self = self
		before := len(node.Processes())
		for life := range 500 {
			if err := r.start(strategies[life%3], 3); err != nil {
				t.Error(err)
			}
			for id := range 4 {
				r.request(tuple(atom("start_child"), childSpec(id, restartTypes[(life+id)%3])))
			}
			r.do(supervisorCommand{Op: opChildIsKilled, ID: life % 4})
			r.do(supervisorCommand{Op: opChildStops, ID: (life + 1) % 4, Reason: stopReasons[life%4]})
			if err := genserver.Stop(self, r.pid, term.Normal, term.Infinity); err != nil {
				t.Error(err)
			}
			r.reports = nil
		}
		for {
			if _, ok := self.TakeMatching(nil); !ok {
				break
			}
		}
		if after := len(node.Processes()); after != before || len(self.Links()) != 0 || len(self.Monitors()) != 0 {
			t.Errorf("%d processes, before %d; %d links and %d monitors are left", after, before, len(self.Links()), len(self.Monitors()))
		}
		return nil
	}); err != nil {
		t.Fatal(err)
	}
}
