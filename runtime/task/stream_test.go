package task_test

import (
	"context"
	"errors"
	"slices"
	"testing"
	"time"

	"gex/runtime/exception"
	"gex/runtime/process"
	"gex/runtime/task"
	"gex/runtime/term"

	"pgregory.net/rapid"
)

// job is what the task of an element does: it takes some time and then answers
// or exits.
type job struct {
	takes int
	fails bool
}

// function is the function of the elements, which are numbers of jobs.
func function(jobs []job) *term.Fun {
	return &term.Fun{Arity: 1, Code: process.Func(func(self *process.Process, a []term.Term) (term.Term, error) {
		n := a[0].(term.Int)
		self.Sleep(time.Duration(jobs[n].takes) * time.Millisecond)
		if jobs[n].fails {
			return nil, exception.Exit(term.Tuple{term.Atom("failed"), n})
		}
		return n, nil
	})}
}

// want is what a task of a stream must have answered: with a limit in ms.
func (j job) want(n, limit int) term.Term {
	exit := func(reason term.Term) term.Term { return term.Tuple{term.Atom("exit"), reason} }
	switch {
	case j.takes > limit:
		return exit(term.Atom("timeout"))
	case j.fails:
		return exit(term.Tuple{term.Atom("failed"), term.Int(n)})
	}
	return term.Tuple{term.OK, term.Int(n)}
}

var errEnough = errors.New("enough")

// A stream answers once for each element, in order unless told otherwise, and
// however it ends it leaves no process, message, monitor or link.
func TestStreamAgainstModel(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		jobs := rapid.SliceOfN(rapid.Custom(func(t *rapid.T) job {
			return job{takes: 2 * rapid.IntRange(0, 20).Draw(t, "takes"), fails: rapid.Bool().Draw(t, "fails")}
		}), 0, 12).Draw(t, "jobs")
		s := task.Stream{
			Concurrency: rapid.IntRange(1, 5).Draw(t, "concurrency"), Timeout: term.Infinity,
			Unordered: rapid.Bool().Draw(t, "unordered"), KillLate: true,
		}
		limit := 1000
		if rapid.Bool().Draw(t, "limited") {
			limit = 2*rapid.IntRange(0, 20).Draw(t, "limit") + 1
			s.Timeout = term.Int(limit)
		}
		checkStream(t, s, jobs, limit, rapid.IntRange(0, 13).Draw(t, "taken"))
	})
}

// checkStream runs a stream of which only some answers are taken.
func checkStream(t *rapid.T, s task.Stream, jobs []job, limit, taken int) {
	node := process.NewNode(process.Options{Virtual: true})
	defer node.Close()
	before := 0
	var answers []term.Term
	if err := node.RunProcess(context.Background(), func(self *process.Process) error {
		self.SetTrapExit(true)
		before = len(node.Processes())
		fun := function(jobs)
		s.Call = func(x term.Term) term.Tuple { return task.Function(fun, x) }
		s.Start = func(self *process.Process, mfa term.Tuple) (task.Task, error) { return task.Async(self, mfa), nil }
		err := s.Run(self, func(take func(term.Term) error) error {
			for n := range jobs {
				if err := take(term.Int(n)); err != nil {
					return err
				}
			}
			return nil
		}, func(answer term.Term) error {
			if len(answers) == taken {
				return errEnough
			}
			answers = append(answers, answer)
			return nil
		})
		if err != nil && !errors.Is(err, errEnough) {
			t.Fatalf("Run = %v", err)
		}
		self.Sleep(time.Millisecond)
		if n := self.MailboxLen() + len(self.Monitors()) + len(self.Links()); n != 0 {
			t.Fatalf("%d messages, monitors and links are left: %v", n, self.Messages())
		}
		if n := len(node.Processes()); n != before {
			t.Fatalf("%d processes, want %d", n, before)
		}
		return nil
	}); err != nil {
		t.Fatal(err)
	}
	compareAnswers(t, s, answers, jobs, limit, taken)
}

func compareAnswers(t *rapid.T, s task.Stream, answers []term.Term, jobs []job, limit, taken int) {
	if len(answers) != min(taken, len(jobs)) {
		t.Fatalf("%d answers, want %d", len(answers), min(taken, len(jobs)))
	}
	wanted := make([]term.Term, len(jobs))
	for n, j := range jobs {
		wanted[n] = j.want(n, limit)
	}
	for i, answer := range answers {
		at := i
		if s.Unordered {
			at = slices.IndexFunc(wanted, func(w term.Term) bool { return w != nil && term.Same(w, answer) })
		}
		if at < 0 || wanted[at] == nil || !term.Same(wanted[at], answer) {
			t.Fatalf("answer %d is %v, want one of %v", i, answer, wanted)
		}
		wanted[at] = nil
	}
}

// A task that is late ends a stream that does not kill it, and none is left.
func TestStreamEndsWhenLate(t *testing.T) {
	node := process.NewNode(process.Options{Virtual: true})
	defer node.Close()
	if err := node.RunProcess(context.Background(), func(self *process.Process) error {
		before, fun := len(node.Processes()), function([]job{{takes: 10}, {takes: 100}})
		s := task.Stream{Concurrency: 2, Timeout: term.Int(50), Call: func(x term.Term) term.Tuple { return task.Function(fun, x) },
			Start: func(self *process.Process, mfa term.Tuple) (task.Task, error) { return task.Async(self, mfa), nil }}
		emitted := 0
		err := s.Run(self, func(take func(term.Term) error) error { return errors.Join(take(term.Int(0)), take(term.Int(1))) },
			func(term.Term) error { emitted++; return nil })
		want := term.Tuple{term.Atom("timeout"), term.Tuple{term.Atom("Elixir.Task.Supervised"), term.Atom("stream"), term.List(term.Int(50))}}
		if err == nil || !term.Same(exception.ExitReason(err), want) || emitted != 1 {
			t.Errorf("Run = %v with %d answers, want exit %v with 1", err, emitted, want)
		}
		if n := len(node.Processes()); n != before {
			t.Errorf("%d processes, want %d", n, before)
		}
		return nil
	}); err != nil {
		t.Fatal(err)
	}
}
