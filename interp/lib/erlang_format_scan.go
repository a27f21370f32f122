package lib

import (
	"strconv"

	"gex/runtime/term"
)

// This file takes formats of Erlang apart into controls.

// formatScanner reads a format and takes what its controls need of the data.
type formatScanner struct {
	runes []rune
	at    int
	data  []term.Term
}

// scanFormat takes a format apart, with the data that each control needs.
func scanFormat(format string, data []term.Term) ([]part, *formatProblem) {
	s := formatScanner{runes: []rune(format), data: data}
	var parts []part
	for s.at < len(s.runes) {
		r := s.runes[s.at]
		s.at++
		if r != '~' {
			parts = append(parts, part{text: string(r)})
			continue
		}
		c, problem := s.control()
		if problem != nil {
			return nil, problem
		}
		parts = append(parts, part{control: c})
	}
	if len(s.data) > 0 {
		return nil, &formatProblem{reason: "wrong number of arguments"}
	}
	return parts, nil
}

// control reads a control sequence behind its tilde.
func (s *formatScanner) control() (*control, *formatProblem) {
	c := &control{width: -1, precision: -1, pad: ' ', depth: -1, chars: -1}
	if s.next('-') {
		c.left = true
	}
	width, ok := s.number()
	if !ok {
		return nil, &formatProblem{reason: "wrong number of arguments"}
	}
	if width < -1 {
		c.left, width = true, -width
	}
	c.width = width
	if s.next('.') {
		if c.precision, ok = s.number(); !ok {
			return nil, &formatProblem{reason: "wrong number of arguments"}
		}
		if s.next('.') && s.at < len(s.runes) {
			c.pad = s.runes[s.at]
			s.at++
			if c.pad == '*' && len(s.data) > 0 {
				n, _ := s.data[0].(term.Int)
				c.pad, s.data = rune(n), s.data[1:]
			}
		}
	}
	for s.at < len(s.runes) && (s.runes[s.at] == 't' || s.runes[s.at] == 'l') {
		c.unicode = c.unicode || s.runes[s.at] == 't'
		c.noStrings = c.noStrings || s.runes[s.at] == 'l'
		s.at++
	}
	if s.at == len(s.runes) {
		return nil, &formatProblem{reason: "format string truncated"}
	}
	c.letter = s.runes[s.at]
	s.at++
	return c, s.take(c)
}

func (s *formatScanner) next(r rune) bool {
	if s.at < len(s.runes) && s.runes[s.at] == r {
		s.at++
		return true
	}
	return false
}

// number reads digits, or takes an integer of the data for a star; -1 if there
// is none.
func (s *formatScanner) number() (int, bool) {
	if s.next('*') {
		if len(s.data) == 0 {
			return 0, false
		}
		n, ok := s.data[0].(term.Int)
		s.data = s.data[1:]
		return int(n), ok
	}
	start := s.at
	for s.at < len(s.runes) && s.runes[s.at] >= '0' && s.runes[s.at] <= '9' {
		s.at++
	}
	n, err := strconv.Atoi(string(s.runes[start:s.at]))
	if err != nil {
		return -1, true
	}
	return n, true
}

// take gives a control the data that its letter needs.
func (s *formatScanner) take(c *control) *formatProblem {
	need, ok := c.needs()
	if !ok {
		return &formatProblem{reason: "format string invalid (invalid control ~" + string(c.letter) + ")"}
	}
	if len(s.data) < need {
		return &formatProblem{reason: "wrong number of arguments"}
	}
	c.args, s.data = s.data[:need], s.data[need:]
	return nil
}
