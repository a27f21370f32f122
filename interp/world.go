package interp

import (
	"gex/interp/lib"
	"gex/runtime/ioserver"
)

// An Answer is a line that an input read with IO.gets or its kin.
type Answer struct {
	Line string
	OK   bool
}

// openWorld gives the node its files and its keyboard. While inputs run again
// they write nothing, and read what they read at first.
func (s *Session) openWorld() {
	rerunning := s.journal.rerunning
	if s.given.Files == nil || rerunning {
		lib.SetFiles(s.node, lib.MemoryFiles(s.given.ReadFile))
	} else {
		lib.SetFiles(s.node, s.given.Files)
	}
	if s.given.Input != nil {
		ioserver.SetInput(s.node, s.ask)
	}
}

// ask has a line read and takes it down.
func (s *Session) ask(prompt string, answer func(line string, ok bool)) {
	if s.journal.rerunning {
		if in := s.journal.again; in != nil && s.journal.answered < len(in.Answers) {
			a := in.Answers[s.journal.answered]
			s.journal.noteAnswer(a)
			answer(a.Line, a.OK)
		}
		return
	}
	s.given.Input(prompt, func(line string, ok bool) {
		s.node.Post(func() { s.journal.noteAnswer(Answer{line, ok}) })
		answer(line, ok)
	})
}

func (j *journal) noteAnswer(a Answer) {
	if len(j.inputs) > 0 {
		in := j.inputs[len(j.inputs)-1]
		in.Answers = append(in.Answers, a)
		j.answered++
	}
}
