package lib

import (
	"gex/runtime/exception"
	"gex/runtime/gen"
	"gex/runtime/process"
	"gex/runtime/supervisor"
	"gex/runtime/task"
	"gex/runtime/term"
)

func taskTable() Module {
	return Module{
		Name: "Elixir.Task",
		Doc: "Functions that run in a process of their own.\n\n" +
			"`task = Task.async(fn -> work() end)` starts one, `Task.await(task)` waits for what it returns.",
		Struct:   []term.Pair{pair("mfa", term.Nil), pair("owner", term.Nil), pair("pid", term.Nil), pair("ref", term.Nil)},
		Enforced: []term.Atom{"mfa", "owner", "pid", "ref"},
		Functions: []Function{
			{"start", "fun", "Runs a function in a process, without a link; nobody gets what it returns.", startTask(task.Start)},
			{"start", "module, function_name, args", "As `start/1`, with a function of a module.", startTask(task.Start)},
			{"start_link", "fun", "As `start/1`, linked to the caller.", startTask(task.StartLink)},
			{"start_link", "module, function, args", "As `start_link/1`, with a function of a module.", startTask(task.StartLink)},
			{"async", "fun", "Runs a function in a linked process and returns the task, for `await/2`.", taskAsync},
			{"async", "module, function_name, args", "As `async/1`, with a function of a module.", taskAsync},
			{"await", `task, timeout \\ 5000`, "Waits for the answer of a task and returns it. Exits if the task does, or when the time is over.", withTask(2, func(self *process.Process, t task.Task, a []term.Term) (term.Term, error) {
				return task.Await(self, t, a[1])
			})},
			{"await_many", `tasks, timeout \\ 5000`, "Waits for the answers of several tasks and returns them in order.", taskAwaitMany},
			{"yield", `task, timeout \\ 5000`, "Waits for the answer of a task: `{:ok, answer}`, `{:exit, reason}`, or nil when the time is over.", withTask(2, func(self *process.Process, t task.Task, a []term.Term) (term.Term, error) {
				return task.Yield(self, t, a[1])
			})},
			{"yield_many", `tasks, timeout \\ 5000`, "Waits for several tasks: `{task, what yield returns}` of each.", taskYieldMany},
			{"shutdown", `task, timeout \\ 5000`, "Ends a task, `:brutal_kill` at once, and returns its answer if that was there already.", taskShutdown},
			{"ignore", "task", "Lets a task go on whose answer is not wanted any more.", withTask(1, func(self *process.Process, t task.Task, _ []term.Term) (term.Term, error) {
				return task.Ignore(self, t)
			})},
			{"completed", "result", "A task that has its answer from the start.", func(self *process.Process, a []term.Term) (term.Term, error) {
				return task.Completed(self, a[0]).Struct, nil
			}},
			{"async_stream", `enumerable, fun, options \\ []`, "A stream of `{:ok, answer}` of a task for each element. Options are `:max_concurrency`, `:ordered`, `:timeout` and `:on_timeout`.", taskStream(linkedTasks, false)},
			{"async_stream", `enumerable, module, function_name, args, options \\ []`, "As `async_stream/3`, with a function of a module, to whose arguments the element is prepended.", taskStream(linkedTasks, false)},
			specFunction("Elixir.Task", supervisor.Temporary),
		},
	}
}

func taskSupervisorTable() Module {
	return Module{
		Name: task.SupervisorModule,
		Doc:  "Supervisors of tasks.",
		Functions: []Function{
			{"start_link", `options \\ []`, "Starts a supervisor of tasks. The option `:name` registers it.", taskSupervisorStart},
			{"init", "options", "The callback of the supervisor.", func(self *process.Process, a []term.Term) (term.Term, error) {
				return task.SupervisorInit(self, a[0])
			}},
			{"child_spec", "options", "The specification of the supervisor itself as a child.", supervisorSpec(task.SupervisorModule)},
			{"start_child", `supervisor, fun, options \\ []`, "Runs a function in a process of the supervisor.", taskStartChild},
			{"start_child", `supervisor, module, fun, args, options \\ []`, "As `start_child/3`, with a function of a module.", taskStartChild},
			{"async", `supervisor, fun, options \\ []`, "As `Task.async/1`, under the supervisor.", taskAsyncUnder(true)},
			{"async", `supervisor, module, fun, args, options \\ []`, "As `async/3`, with a function of a module.", taskAsyncUnder(true)},
			{"async_nolink", `supervisor, fun, options \\ []`, "As `async/3`, without a link to the caller.", taskAsyncUnder(false)},
			{"async_nolink", `supervisor, module, fun, args, options \\ []`, "As `async_nolink/3`, with a function of a module.", taskAsyncUnder(false)},
			{"async_stream", `supervisor, enumerable, fun, options \\ []`, "As `Task.async_stream/3`, under the supervisor.", taskStream(supervisedTasks(true), true)},
			{"async_stream", `supervisor, enumerable, module, function, args, options \\ []`, "As `async_stream/4`, with a function of a module.", taskStream(supervisedTasks(true), true)},
			{"async_stream_nolink", `supervisor, enumerable, fun, options \\ []`, "As `async_stream/4`, without links.", taskStream(supervisedTasks(false), true)},
			{"async_stream_nolink", `supervisor, enumerable, module, function, args, options \\ []`, "As `async_stream_nolink/4`, with a function of a module.", taskStream(supervisedTasks(false), true)},
			{"children", "supervisor", "The pids of the tasks.", func(self *process.Process, a []term.Term) (term.Term, error) {
				children, err := task.Children(self, a[0])
				return children, exception.In(err, at("Task.Supervisor", "children", 1, "task/supervisor.ex", 429))
			}},
			{"terminate_child", "supervisor, pid", "Stops a task.", supervisorAsk("terminate_child")},
		},
	}
}

// taskFunction reads a function of no arguments, or module, function and
// arguments.
func taskFunction(a args) (term.Tuple, bool) {
	if len(a) == 1 {
		return task.Function(a[0]), isFun(a[0], 0)
	}
	_, ok1 := a[0].(term.Atom)
	_, ok2 := a[1].(term.Atom)
	return term.Tuple{a[0], a[1], a[2]}, ok1 && ok2 && term.IsList(a[2])
}

func startTask(start func(*process.Process, term.Tuple) term.PID) process.Func {
	return func(self *process.Process, a []term.Term) (term.Term, error) {
		mfa, ok := taskFunction(a)
		if !ok {
			return nil, errClause
		}
		return term.Tuple{term.OK, start(self, mfa)}, nil
	}
}

func taskAsync(self *process.Process, a []term.Term) (term.Term, error) {
	mfa, ok := taskFunction(a)
	if !ok {
		return nil, errClause
	}
	return task.Async(self, mfa).Struct, nil
}

// withTask takes a task first and, if there are two arguments, a timeout.
func withTask(n int, f func(*process.Process, task.Task, []term.Term) (term.Term, error)) process.Func {
	return func(self *process.Process, a []term.Term) (term.Term, error) {
		t, ok := task.Of(a[0])
		if ok && n == 2 {
			_, ok = timeoutOf(a[1])
		}
		if !ok {
			return nil, errClause
		}
		return f(self, t, a)
	}
}

func taskShutdown(self *process.Process, a []term.Term) (term.Term, error) {
	t, ok := task.Of(a[0])
	if _, isTimeout := timeoutOf(a[1]); !isTimeout && a[1] != term.Term(task.BrutalKill) {
		ok = false
	}
	if !ok {
		return nil, errClause
	}
	return task.Shutdown(self, t, a[1])
}

// reducing is the frame of Enum.reduce/3 that calls its function.
func reducing(enumerable term.Term) exception.Frame {
	if _, ok := rangeOf(enumerable); ok {
		return at("Enum", "reduce_range", 5, "enum.ex", 4299)
	}
	return at("Enum", "-reduce/3-lists^foldl/2-0-", 3, "enum.ex", 2468)
}

// noTask is the exception of Task.yield_many/2 for what is left of a list behind
// so many tasks and does not begin with one.
func noTask(self *process.Process, rest term.Term, behind int) error {
	err := noClause(self, "Elixir.Task", "yield_many", args{rest, self.Node().MakeRef(), term.Infinity})
	if behind > 0 {
		err = exception.In(err, at("Task", "yield_many", 3, "task.ex", 1169))
	}
	return exception.In(err, at("Task", "yield_many", 2, "task.ex", 1151))
}

// supervisedFunction is taskFunction for Task.Supervisor, where what is no
// function fails only when the task calls it.
func supervisedFunction(a args) (term.Tuple, bool) {
	if len(a) == 1 {
		return task.Function(a[0]), true
	}
	return taskFunction(a)
}

func taskAwaitMany(self *process.Process, a []term.Term) (term.Term, error) {
	if _, ok := timeoutOf(a[1]); !ok {
		return nil, errClause
	}
	var tasks []task.Task
	var wrong error
	err := Each(self, a[0], func(x term.Term) error {
		t, ok := task.Of(x)
		if !ok {
			wrong = exception.Raise(term.Tuple{term.Atom("badmatch"), x}).In(at("Task", "-await_many/2-fun-0-", 2, "task.ex", 923), reducing(a[0]))
			return wrong
		}
		tasks = append(tasks, t)
		return nil
	})
	if err != nil && err != wrong {
		err = passing(self, functionName{"Elixir.Enum", "reduce", 3}, args{a[0], term.Empty, term.Empty}, err, false)
	}
	if err != nil {
		return nil, exception.In(err, at("Task", "await_many", 2, "task.ex", 922))
	}
	answers, err := task.AwaitMany(self, tasks, a[1])
	return term.List(answers...), err
}

func taskYieldMany(self *process.Process, a []term.Term) (term.Term, error) {
	if _, ok := timeoutOf(a[1]); !ok {
		return nil, errClause
	}
	elements, tail := term.SliceWithTail(a[0])
	tasks := make([]task.Task, len(elements))
	for i, element := range elements {
		t, ok := task.Of(element)
		if !ok {
			return nil, noTask(self, term.ListWithTail(elements[i:], tail), i)
		}
		tasks[i] = t
	}
	if tail != term.Empty {
		return nil, noTask(self, tail, len(elements))
	}
	results, err := task.YieldMany(self, tasks, a[1])
	for i := range results {
		results[i] = term.Tuple{tasks[i].Struct, results[i]}
	}
	return term.List(results...), err
}

func taskSupervisorStart(self *process.Process, a []term.Term) (term.Term, error) {
	o, err := serverName(a[0])
	if err != nil {
		return nil, err
	}
	name, _ := option(a[0], "name")
	pid, err := task.SupervisorStartLink(self, a[0], name, o)
	return gen.StartResult(pid, term.Ref{}, err)
}

func taskStartChild(self *process.Process, a []term.Term) (term.Term, error) {
	last := len(a) - 1
	mfa, ok := supervisedFunction(a[1:last])
	if !ok || !term.IsList(a[last]) {
		return nil, errClause
	}
	restart, _ := option(a[last], "restart")
	shutdown, _ := option(a[last], "shutdown")
	return task.StartChild(self, a[0], mfa, restart, shutdown)
}

func taskAsyncUnder(link bool) process.Func {
	return func(self *process.Process, a []term.Term) (term.Term, error) {
		mfa, ok := supervisedFunction(a[1 : len(a)-1])
		if !ok {
			return nil, errClause
		}
		shutdown, _ := option(a[len(a)-1], "shutdown")
		t, err := task.AsyncUnder(self, a[0], mfa, link, shutdown)
		if err != nil {
			return nil, err
		}
		return t.Struct, nil
	}
}
