package otp

import (
	"errors"
	"iter"
	"time"

	"gex/runtime/gen"
	"gex/runtime/process"
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

// MaxConcurrency is the option of streams of tasks for how many run at a time;
// two if it is not given.
func MaxConcurrency(n int) Option { return pairOption("max_concurrency", term.Int(n)) }

// TaskTimeout is how long each task of a stream may take; five seconds if it
// is not given.
func TaskTimeout(d time.Duration) Option {
	return pairOption("timeout", timeoutOr([]time.Duration{d}, nil))
}

// Unordered has a stream of tasks hand answers out as they come.
func Unordered() Option { return pairOption("ordered", term.False) }

// KillLate has a stream of tasks kill those that are late, and go on with
// {:exit, :timeout}.
func KillLate() Option { return pairOption("on_timeout", term.Atom("kill_task")) }

// ZipInputOnExit has a stream of tasks answer {:exit, {element, reason}}.
func ZipInputOnExit() Option { return pairOption("zip_input_on_exit", term.True) }

// AsyncStream runs f with each element in a linked process, some at a time, and
// returns {:ok, answer} or {:exit, reason} of each, in the order of the
// elements. Ranging over it blocks the caller, and exits if a task is late; a
// break ends the tasks that run. Options are MaxConcurrency, TaskTimeout,
// Unordered, KillLate and ZipInputOnExit.
func (m TaskModule) AsyncStream(elements []Term, f any, options ...Option) iter.Seq[Term] {
	return m.api.taskStream("Task.AsyncStream", elements, f, options, func(self *process.Process, mfa term.Tuple) (task.Task, error) {
		return task.Async(self, mfa), nil
	})
}

// taskStream is a stream whose tasks start makes.
func (a *API) taskStream(name string, elements []Term, f any, options []Option, start func(*process.Process, term.Tuple) (task.Task, error)) iter.Seq[Term] {
	fun := ToTerm(f)
	s := task.Stream{Start: start, Call: func(element term.Term) term.Tuple { return task.Function(fun, element) }}
	s.Configure(keywords(options))
	return func(yield func(Term) bool) {
		err := s.Run(a.alone(name), func(take func(term.Term) error) error {
			for _, element := range elements {
				if err := take(ToTerm(element)); err != nil {
					return err
				}
			}
			return nil
		}, func(answer term.Term) error {
			if !yield(a.FromTerm(answer)) {
				return errBreak
			}
			return nil
		})
		if err != errBreak {
			must(err)
		}
	}
}

// errBreak ends a stream that nobody ranges over any more.
var errBreak = errors.New("the range has ended")

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

// AsyncStream is Task.AsyncStream with processes of the supervisor.
func (m TaskSupervisorModule) AsyncStream(sup Term, elements []Term, f any, options ...Option) iter.Seq[Term] {
	return m.stream("TaskSupervisor.AsyncStream", sup, elements, f, options, true)
}

// AsyncStreamNolink is AsyncStream without links to the caller: a task that
// fails is an answer {:exit, reason}.
func (m TaskSupervisorModule) AsyncStreamNolink(sup Term, elements []Term, f any, options ...Option) iter.Seq[Term] {
	return m.stream("TaskSupervisor.AsyncStreamNolink", sup, elements, f, options, false)
}

func (m TaskSupervisorModule) stream(name string, sup Term, elements []Term, f any, options []Option, link bool) iter.Seq[Term] {
	return m.api.taskStream(name, elements, f, options, func(self *process.Process, mfa term.Tuple) (task.Task, error) {
		return task.AsyncUnder(self, moduleTerm(sup), mfa, link, nil)
	})
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
