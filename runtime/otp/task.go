package otp

import (
	"time"

	"gex/runtime/gen"
	"gex/runtime/supervisor"
	"gex/runtime/task"
	"gex/runtime/term"
)

// TaskModule is the module Task. A task is the term %Task{}; its functions
// take Go functions without parameters.
type TaskModule struct{ api *API }

// Task returns the module Task.
func (a *API) Task() TaskModule { return TaskModule{a} }

// Start runs f in a process; nobody gets what it returns.
func (m TaskModule) Start(f any) PID { return PID{task.Start(m.api.self(), task.Function(ToTerm(f)))} }

// StartLink is Start with a link to the caller.
func (m TaskModule) StartLink(f any) PID {
	return PID{task.StartLink(m.api.self(), task.Function(ToTerm(f)))}
}

// Async runs f in a linked process and returns the task, for Await.
func (m TaskModule) Async(f any) Term {
	return m.api.FromTerm(task.Async(m.api.self(), task.Function(ToTerm(f))).Struct)
}

// Completed returns a task that has its answer from the start.
func (m TaskModule) Completed(answer Term) Term {
	return m.api.FromTerm(task.Completed(m.api.self(), ToTerm(answer)).Struct)
}

// Await blocks until a task has answered, for five seconds or the timeout
// given, and returns the answer. It exits if the task did or is late.
func (m TaskModule) Await(t Term, timeout ...time.Duration) Term {
	answer, err := task.Await(m.api.self(), m.task(t), timeoutOr(timeout, gen.DefaultTimeout))
	must(err)
	return m.api.FromTerm(answer)
}

// AwaitMany is Await for several tasks, whose answers it returns in order.
func (m TaskModule) AwaitMany(tasks []Term, timeout ...time.Duration) []Term {
	answers, err := task.AwaitMany(m.api.self(), m.tasks(tasks), timeoutOr(timeout, gen.DefaultTimeout))
	must(err)
	return m.api.fromTerms(answers)
}

// Yield blocks until a task has ended and returns {:ok, answer} or {:exit,
// reason}; nil when the time is over, and then it may be called again.
func (m TaskModule) Yield(t Term, timeout ...time.Duration) Term {
	answer, err := task.Yield(m.api.self(), m.task(t), timeoutOr(timeout, gen.DefaultTimeout))
	must(err)
	return m.api.FromTerm(answer)
}

// YieldMany returns what Yield does for each of several tasks.
func (m TaskModule) YieldMany(tasks []Term, timeout ...time.Duration) []Term {
	answers, err := task.YieldMany(m.api.self(), m.tasks(tasks), timeoutOr(timeout, gen.DefaultTimeout))
	must(err)
	return m.api.fromTerms(answers)
}

// Shutdown ends a task and blocks until it has: {:ok, answer} if that was
// there already, {:exit, reason} if it ended otherwise, else nil. A task that
// takes longer than five seconds or the timeout given is killed.
func (m TaskModule) Shutdown(t Term, timeout ...time.Duration) Term {
	answer, err := task.Shutdown(m.api.self(), m.task(t), timeoutOr(timeout, gen.DefaultTimeout))
	must(err)
	return m.api.FromTerm(answer)
}

// Ignore lets a task go on whose answer is not wanted any more.
func (m TaskModule) Ignore(t Term) Term {
	answer, err := task.Ignore(m.api.self(), m.task(t))
	must(err)
	return m.api.FromTerm(answer)
}

func (m TaskModule) task(t Term) task.Task {
	v, ok := task.Of(ToTerm(t))
	if !ok {
		panic(badArgument("%s is no task", Inspect(t)))
	}
	return v
}

func (m TaskModule) tasks(list []Term) []task.Task {
	tasks := make([]task.Task, len(list))
	for i, t := range list {
		tasks[i] = m.task(t)
	}
	return tasks
}

// TaskSupervisorModule is the module Task.Supervisor.
type TaskSupervisorModule struct{ api *API }

// TaskSupervisor returns the module Task.Supervisor.
func (a *API) TaskSupervisor() TaskSupervisorModule { return TaskSupervisorModule{a} }

// StartLink starts a supervisor of tasks. Options are Name, MaxChildren,
// MaxRestarts and MaxSeconds.
func (m TaskSupervisorModule) StartLink(options ...Option) (PID, error) {
	m.api.defineTaskSupervisor()
	pid, err := task.SupervisorStartLink(m.api.self(), keywords(options), nameOf(options), startOptions(options))
	return PID{pid}, asError(err, m.api)
}

// StartChild runs f in a process of the supervisor.
func (m TaskSupervisorModule) StartChild(sup Term, f any) (PID, error) {
	return m.api.pidResult(task.StartChild(m.api.self(), moduleTerm(sup), task.Function(ToTerm(f)), nil, nil))
}

// Async is Task.Async in a process of the supervisor.
func (m TaskSupervisorModule) Async(sup Term, f any) Term { return m.async(sup, f, true) }

// AsyncNolink is Async without a link to the caller.
func (m TaskSupervisorModule) AsyncNolink(sup Term, f any) Term { return m.async(sup, f, false) }

func (m TaskSupervisorModule) async(sup Term, f any, link bool) Term {
	t, err := task.AsyncUnder(m.api.self(), moduleTerm(sup), task.Function(ToTerm(f)), link, nil)
	must(err)
	return m.api.FromTerm(t.Struct)
}

// Children returns the processes of the tasks that run.
func (m TaskSupervisorModule) Children(sup Term) []Term {
	list, err := task.Children(m.api.self(), moduleTerm(sup))
	must(err)
	children, _ := m.api.FromTerm(list).([]Term)
	return children
}

// TerminateChild ends the process of a task.
func (m TaskSupervisorModule) TerminateChild(sup Term, pid PID) error {
	return m.api.okResult(supervisor.Request(m.api.self(), moduleTerm(sup), term.Tuple{term.Atom("terminate_child"), pid.pid}))
}
