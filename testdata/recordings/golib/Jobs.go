package main

import (
	"fmt"
	. "gex/runtime/otp"
	"time"
)

// Answer is what a job has found.
type Answer struct{ of, value int }

// Jobs starts tasks.
type Jobs struct{ UseTask }

func (Jobs) Square(n int) Term {
	return Task.Async(func() Term { return Answer{n, n * n} })
}

func (Jobs) Failing(why Term) Term {
	return Task.Async(func() Term { panic(fmt.Sprint("job: ", why)) })
}

func (Jobs) Slow(ms int) Term {
	return Task.Async(func() Term {
		Process.Sleep(time.Duration(ms) * time.Millisecond)
		return Atom("slow")
	})
}

func (j Jobs) All(list []int) []Term {
	var tasks []Term
	for _, n := range list {
		tasks = append(tasks, j.Square(n))
	}
	return Task.AwaitMany(tasks)
}

func (Jobs) Relay(to PID) PID {
	return Spawn(func() {
		Receive(
			On("answer", func(a Answer) {
				size := "small"
				if a.value > 10 {
					size = "big"
				}
				Send(to, T(size, a))
			}),
			On("{:pair, a, b}", func(a, b Term) { Send(to, T("pair", b, a)) }),
			On("other", func(other Term) { Send(to, T("odd", other)) }),
			After(50*time.Millisecond, func() { Send(to, Atom("nothing")) }),
		)
	})
}
