package main

import (
	"fmt"
	"strings"
)

type Task struct {
	ID    int
	Steps []func() (done bool, err error)
	state string
}
type Scheduler struct {
	ready, done []*Task
	failed      map[int]error
}

func NewTask(id int, n int, failAt int) *Task {
	t := &Task{ID: id, state: "new"}
	for i := range n {
		t.Steps = append(t.Steps, func() (bool, error) {
			t.state = fmt.Sprintf("step %d/%d", i+1, n)
			if i == failAt {
				return false, fmt.Errorf("task %d: step %d failed", id, i)
			}
			return i == n-1, nil
		})
	}
	return t
}

func (s *Scheduler) Run() (trace []string) {
	s.failed = make(map[int]error)
	for len(s.ready) > 0 {
		var t *Task
		t, s.ready = s.ready[0], s.ready[1:]
		step := t.Steps[0]
		t.Steps = t.Steps[1:]
		done, err := step()
		trace = append(trace, fmt.Sprint(t.ID, ":", t.state))
		switch {
		case err != nil:
			s.failed[t.ID] = err
		case done:
			s.done = append(s.done, t)
		default:
			s.ready = append(s.ready, t)
		}
	}
	return
}

func Main() {
	s := &Scheduler{ready: []*Task{NewTask(1, 2, -1), NewTask(2, 3, 1), NewTask(3, 1, -1)}}
	fmt.Println(strings.Join(s.Run(), "; "))
	for _, t := range s.done {
		fmt.Print(t.ID, " ", t.state, " | ")
	}
	fmt.Println(s.failed)
}

func main() { Main() }
