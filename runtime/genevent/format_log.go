package genevent

import (
	"strings"

	"gex/runtime/exception"
	"gex/runtime/inspect"
	"gex/runtime/process"
	"gex/runtime/sys"
	"gex/runtime/term"
)

// logWords are the texts of the two reports of gen_event, in front of and
// between their terms, on several lines and on one.
var logWords = map[term.Atom][2][]string{
	"terminate": {
		{"** gen_event handler ", " crashed.\n** Was installed in ", "\n** Last event was: ", "\n** When handler state == ", "\n** Reason == ", "\n"},
		{"Generic event handler ", " crashed. Installed: ", ". Last event: ", ". State: ", ". Reason: ", "."},
	},
	"no_handle_info": {
		{"** Undefined handle_info in ", "\n** Unhandled message: ", "\n"},
		{"Undefined handle_info in ", ". Unhandled message: ", "."},
	},
}

// logKeys are the keys of the terms in a report.
var logKeys = map[term.Atom][]term.Atom{
	"terminate":      {"handler", "name", "last_message", "state", "reason"},
	"no_handle_info": {"module", "message"},
}

// reportTerms returns which report it is and its terms, or false for a term
// that is no report of gen_event.
func reportTerms(self *process.Process, report term.Term) (kind term.Atom, terms []term.Term, ok bool) {
	r, ok := report.(*term.Map)
	if !ok {
		return "", nil, false
	}
	label, _ := r.Get(term.Atom("label"))
	if term.Tag(label, 2) != "gen_event" {
		return "", nil, false
	}
	kind, _ = label.(term.Tuple)[1].(term.Atom)
	for _, key := range logKeys[kind] {
		t, ok := r.Get(key)
		if !ok {
			return "", nil, false
		}
		if key == "reason" {
			t = bareReason(self, t)
		}
		terms = append(terms, t)
	}
	return kind, terms, terms != nil
}

// bareReason removes 'EXIT' and says why a function is not there.
func bareReason(self *process.Process, reason term.Term) term.Term {
	if term.Tag(reason, 2) != "EXIT" {
		return reason
	}
	return explainUndef(self, reason.(term.Tuple)[1])
}

func noReport(arity, line int, args ...term.Term) error {
	return exception.Raise(term.Atom("function_clause")).In(exception.Frame{
		Module: "gen_event", Function: "format_log_multi", File: "gen_event.erl", Line: line, Args: args, HasArgs: true,
	}, erl("format_log", arity, line))
}

// FormatLog returns {format, arguments} of a report, as format_log/1.
func (erlang) FormatLog(self *process.Process, report term.Term) (term.Term, error) {
	kind, terms, ok := reportTerms(self, report)
	if !ok {
		return nil, noReport(1, 1093, report)
	}
	format := strings.Join(logWords[kind][0], "~tp")
	if kind == "no_handle_info" {
		format = strings.Replace(format, "~tp", "~p", 1)
	}
	return term.Tuple{term.Charlist(format), term.List(terms...)}, nil
}

// FormatLogOptions returns the text of a report as format_log/2. Of the
// options single_line and depth count.
func (erlang) FormatLogOptions(self *process.Process, report, options term.Term) (term.Term, error) {
	kind, terms, ok := reportTerms(self, report)
	o, isMap := options.(*term.Map)
	if !ok || !isMap {
		return nil, noReport(2, 1093, report, options)
	}
	single, _ := o.Get(term.Atom("single_line"))
	depth, limited := term.Int(0), false
	if d, ok := o.Get(term.Atom("depth")); ok {
		depth, limited = d.(term.Int)
	}
	words := logWords[kind][0]
	if single == term.Term(term.True) {
		words = logWords[kind][1]
	}
	line := sys.Line(words[0])
	for i, t := range terms {
		if limited && !(kind == "no_handle_info" && i == 0) {
			t = limit(t, int(depth))
		}
		if single == term.Term(term.True) {
			line = line.Flat(t)
		} else {
			line = line.Term(t)
		}
		line = line.Text(words[i+1])
	}
	return term.Charlist(strings.ReplaceAll(string(line), inspect.ErlangAtom(cut), string(cut))), nil
}

// cut stands for what is left out below a depth.
const cut = term.Atom("...")

// limit cuts a term off at a depth, as the directive ~P does: each step down
// and each step to the right counts one.
func limit(t term.Term, depth int) term.Term {
	if depth <= 0 {
		return cut
	}
	switch t := t.(type) {
	case *term.Cons:
		if depth == 1 {
			return term.List(cut)
		}
		return &term.Cons{Head: limit(t.Head, depth-1), Tail: limitTail(t.Tail, depth-1)}
	case term.Tuple:
		return limitTuple(t, depth)
	case *term.Map:
		pairs := make([]term.Pair, t.Len())
		for i, p := range t.Pairs() {
			pairs[i] = term.Pair{Key: p.Key, Value: limit(p.Value, depth-1)}
		}
		return term.NewMap(pairs...)
	}
	return t
}

func limitTail(tail term.Term, depth int) term.Term {
	cell, ok := tail.(*term.Cons)
	_, ends := tail.(term.EmptyList)
	switch {
	case ends:
		return tail
	case depth <= 1:
		return cut
	case !ok:
		return limit(tail, depth-1)
	}
	return &term.Cons{Head: limit(cell.Head, depth-1), Tail: limitTail(cell.Tail, depth-1)}
}

func limitTuple(t term.Tuple, depth int) term.Term {
	var out term.Tuple
	for i, element := range t {
		if depth-i <= 1 {
			return append(out, cut)
		}
		out = append(out, limit(element, depth-i-1))
	}
	return out
}
