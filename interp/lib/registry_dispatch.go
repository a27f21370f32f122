package lib

import (
	"slices"

	"gex/runtime/code"
	"gex/runtime/exception"
	"gex/runtime/process"
	"gex/runtime/registry"
	"gex/runtime/task"
	"gex/runtime/term"
)

// registryDispatch calls a function once for a registry without partitions,
// else once for each partition that has the key, the last first, or in tasks.
func registryDispatch(self *process.Process, r *registry.Registry, a args) (term.Term, error) {
	call, ok := dispatcher(a[2])
	if !ok {
		return nil, errClause
	}
	lists := r.Partitioned(a[1])
	slices.Reverse(lists)
	if parallel, _ := option(a[3], "parallel"); len(lists) > 1 && parallel != nil && term.Truthy(parallel) {
		return term.OK, dispatchParallel(self, lists, call)
	}
	for _, entries := range lists {
		if len(entries) == 0 {
			continue
		}
		if err := call(self, term.List(entries...)); err != nil {
			if len(lists) > 1 { // a call in last place, so that dispatch/4 has left
				return nil, exception.In(err, at("Registry", "dispatch_serial", 4, "registry.ex", 500))
			}
			return nil, exception.In(err, at("Registry", "dispatch", 4, "registry.ex", 478))
		}
	}
	return term.OK, nil
}

// dispatcher reads a function or {module, function, arguments}.
func dispatcher(t term.Term) (call func(self *process.Process, entries term.Term) error, ok bool) {
	mfa, isTuple := t.(term.Tuple)
	if !isTuple {
		return func(self *process.Process, entries term.Term) error {
			_, err := code.Call(self, t, entries)
			return err
		}, isFun(t, 1)
	}
	if len(mfa) != 3 {
		return nil, false
	}
	module, ok1 := mfa[0].(term.Atom)
	name, ok2 := mfa[1].(term.Atom)
	given, ok3 := term.Slice(mfa[2])
	return func(self *process.Process, entries term.Term) error {
		_, err := code.Apply(self, module, string(name), append(args{entries}, given...)...)
		return err
	}, ok1 && ok2 && ok3
}

// dispatchParallel has a task for each partition, linked to the caller only
// while it works.
func dispatchParallel(self *process.Process, lists [][]term.Term, call func(*process.Process, term.Term) error) error {
	caller := self.PID()
	tasks := make([]task.Task, len(lists))
	for i, entries := range lists {
		work := func(self *process.Process, _ []term.Term) (term.Term, error) {
			if len(entries) > 0 {
				if err := call(self, term.List(entries...)); err != nil {
					return nil, err
				}
			}
			self.Unlink(caller)
			return term.OK, nil
		}
		tasks[i] = task.Async(self, task.Function(&term.Fun{Module: registryModule, Name: "-dispatch_parallel/4-fun-0-", Code: process.Func(work)}))
	}
	for _, t := range tasks {
		if _, err := task.Await(self, t, term.Infinity); err != nil {
			return err
		}
	}
	return nil
}
