package main

import (
	"fmt"
	"sort"
)

type Event struct {
	At   int
	Name string
	Run  func(*Sim)
}
type Sim struct {
	now   int
	queue []Event
	log   []string
}

func (s *Sim) Schedule(after int, name string, run func(*Sim)) {
	e := Event{s.now + after, name, run}
	i := sort.Search(len(s.queue), func(i int) bool { return s.queue[i].At > e.At })
	s.queue = append(s.queue, Event{})
	copy(s.queue[i+1:], s.queue[i:])
	s.queue[i] = e
}

func (s *Sim) Loop() {
	for len(s.queue) > 0 {
		e := s.queue[0]
		s.queue = s.queue[1:]
		s.now = e.At
		s.log = append(s.log, fmt.Sprintf("%d:%s", s.now, e.Name))
		if e.Run != nil {
			e.Run(s)
		}
	}
}

func Main() {
	s := &Sim{}
	s.Schedule(5, "end", nil)
	s.Schedule(1, "start", func(s *Sim) {
		for i := 1; i <= 3; i++ {
			s.Schedule(i, fmt.Sprint("tick", i), nil)
		}
	})
	s.Schedule(1, "second", func(s *Sim) { s.Schedule(10, "late", nil) })
	s.Loop()
	fmt.Println(s.log)
}

func main() { Main() }
