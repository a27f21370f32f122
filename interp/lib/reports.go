package lib

import (
	"strings"

	"gex/runtime/code"
	"gex/runtime/process"
	"gex/runtime/sys"
	"gex/runtime/term"
)

// wording is the text of a report: what stands before each of the terms, and
// at the end.
type wording struct {
	texts []string
	terms []term.Term
	// whole is how many of the first terms are printed as ~p, whatever the depth.
	whole int
}

// genEventWording returns the words for a report of gen_event; none for what
// is no such report.
func genEventWording(self *process.Process, report term.Term, singleLine bool) (wording, bool) {
	m, ok := report.(*term.Map)
	if !ok {
		return wording{}, false
	}
	label, _ := m.Get(term.Atom("label"))
	if term.Tag(label, 2) != "gen_event" {
		return wording{}, false
	}
	switch label.(term.Tuple)[1] {
	case term.Term(term.Atom("terminate")):
		terms, ok := valuesOf(m, "handler", "name", "last_message", "state", "reason")
		if !ok {
			return wording{}, false
		}
		terms[4] = readableReason(self, terms[4])
		if singleLine {
			return wording{[]string{"Generic event handler ", " crashed. Installed: ", ". Last event: ", ". State: ", ". Reason: ", "."}, terms, 0}, true
		}
		return wording{[]string{"** gen_event handler ", " crashed.\n** Was installed in ", "\n** Last event was: ",
			"\n** When handler state == ", "\n** Reason == ", "\n"}, terms, 0}, true
	case term.Term(term.Atom("no_handle_info")):
		terms, ok := valuesOf(m, "module", "message")
		if singleLine {
			return wording{[]string{"Undefined handle_info in ", ". Unhandled message: ", "."}, terms, 0}, ok
		}
		return wording{[]string{"** Undefined handle_info in ", "\n** Unhandled message: ", "\n"}, terms, 1}, ok
	}
	return wording{}, false
}

func valuesOf(m *term.Map, keys ...term.Atom) ([]term.Term, bool) {
	values := make([]term.Term, len(keys))
	for i, key := range keys {
		value, ok := m.Get(key)
		if !ok {
			return nil, false
		}
		values[i] = value
	}
	return values, true
}

// readableReason takes the 'EXIT' off a reason, and says in words that a
// function was not there.
func readableReason(self *process.Process, reason term.Term) term.Term {
	if term.Tag(reason, 2) != "EXIT" {
		return reason
	}
	reason = reason.(term.Tuple)[1]
	if term.Tag(reason, 2) != "undef" {
		return reason
	}
	stack := reason.(term.Tuple)[1]
	cell, _ := stack.(*term.Cons)
	if cell == nil {
		return reason
	}
	frame, ok := cell.Head.(term.Tuple)
	if !ok || len(frame) != 4 {
		return reason
	}
	module, _ := frame[0].(term.Atom)
	name, _ := frame[1].(term.Atom)
	given, _ := term.Slice(frame[2])
	table := code.Of(self.Node())
	switch {
	case table.Module(module) == nil:
		return term.Tuple{term.Atom("module could not be loaded"), stack}
	case !table.Exports(module, string(name), len(given)):
		return term.Tuple{term.Atom("function not exported"), stack}
	}
	return reason
}

// genEventFormat is format_log/1: the format with its directives.
func genEventFormat(self *process.Process, a []term.Term) (term.Term, error) {
	w, ok := genEventWording(self, a[0], false)
	if !ok {
		return nil, errClause
	}
	format := w.texts[0]
	for i, text := range w.texts[1:] {
		directive := "~tp"
		if i < w.whole {
			directive = "~p"
		}
		format += directive + text
	}
	return term.Tuple{term.Charlist(format), term.List(w.terms...)}, nil
}

// genEventLog is format_log/2: the text itself.
func genEventLog(self *process.Process, a []term.Term) (term.Term, error) {
	options, ok := a[1].(*term.Map)
	if !ok {
		return nil, badmap(a[1])
	}
	single, _ := options.Get(term.Atom("single_line"))
	w, ok := genEventWording(self, a[0], single == term.Term(term.True))
	if !ok {
		return nil, errClause
	}
	depth, limited := options.Get(term.Atom("depth"))
	limit, isInt := depth.(term.Int)
	line := sys.Line(w.texts[0])
	for i, t := range w.terms {
		if limited && isInt && i >= w.whole {
			t = limitTerm(t, int(limit))
		}
		if single == term.Term(term.True) {
			line = line.Flat(t)
		} else {
			line = line.Term(t)
		}
		line = line.Text(w.texts[i+1])
	}
	return term.Charlist(strings.ReplaceAll(string(line), "'...'", "...")), nil
}

// dots stands for what a depth leaves out; it is printed without quotes.
const dots = term.Atom("...")

// limitTerm cuts a term as the directive ~P does: every level, and every
// further element of a list, tuple or map, costs one of the depth.
func limitTerm(t term.Term, depth int) term.Term {
	if depth <= 0 {
		return dots
	}
	switch t := t.(type) {
	case *term.Cons:
		return limitList(t, depth)
	case term.Tuple:
		limited := term.Tuple{}
		for i, element := range t {
			if depth-i <= 1 {
				return append(limited, dots)
			}
			limited = append(limited, limitTerm(element, depth-i-1))
		}
		return limited
	case *term.Map:
		limited := term.NewMap()
		for i, pair := range t.Pairs() {
			if depth-i <= 1 {
				break
			}
			limited = limited.Put(limitTerm(pair.Key, depth-i-1), limitTerm(pair.Value, depth-i-1))
		}
		return limited
	}
	return t
}

func limitList(cell *term.Cons, depth int) term.Term {
	if depth == 1 {
		return term.List(dots)
	}
	var elements []term.Term
	var tail term.Term = cell
	for depth > 1 {
		next, ok := tail.(*term.Cons)
		if !ok {
			return term.ListWithTail(elements, tail)
		}
		depth--
		elements = append(elements, limitTerm(next.Head, depth))
		tail = next.Tail
	}
	if tail == term.Empty {
		return term.List(elements...)
	}
	return term.ListWithTail(elements, dots)
}
