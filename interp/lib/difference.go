package lib

import (
	"slices"
	"strings"

	"gex/runtime/code"
	"gex/runtime/process"
	"gex/runtime/term"
)

// This file has myers_difference of List and String: the shortest way to make
// one list of another, found by Myers' algorithm.

// edit is one element that stays, goes or comes; diff is one that a script of
// the caller's own describes.
type edit struct {
	kind    term.Atom
	element term.Term
}

// edits is a way through both lists, the last edit first.
type edits struct {
	edit
	before *edits
}

// way is what is left of both lists on a path, how many elements of the first
// are behind it, and what was done.
type way struct {
	y     int
	a, b  []term.Term
	edits *edits
}

// scripted asks a script of the caller's about an element that goes and one that
// comes; nil for none.
type scripted func(a, b term.Term) (term.Term, error)

// shortestEdits returns the last edit of the shortest way from a to b.
func shortestEdits(a, b []term.Term, script scripted) (*edits, error) {
	paths := []way{way{a: a, b: b}.follow()}
	for !paths[0].done() {
		next := make([]way, 0, len(paths)+1)
		for i := range len(paths) + 1 {
			w, err := step(paths, i, script)
			if err != nil {
				return nil, err
			}
			if w.done() {
				return w.edits, nil
			}
			next = append(next, w)
		}
		paths = next
	}
	return paths[0].edits, nil
}

func (w way) done() bool { return len(w.a) == 0 && len(w.b) == 0 }

// step goes one edit further, from the neighbour that is ahead.
func step(paths []way, i int, script scripted) (w way, err error) {
	if i == len(paths) || i > 0 && paths[i-1].y > paths[i].y {
		w, err = paths[i-1].move("ins", script)
	} else {
		w, err = paths[i].move("del", script)
	}
	return w.follow(), err
}

// move takes an element of the first list, which goes, or of the second, which
// comes; or both, if the script knows how one becomes the other.
func (w way) move(kind term.Atom, script scripted) (way, error) {
	if script != nil && len(w.a) > 0 && len(w.b) > 0 {
		diff, err := script(w.a[0], w.b[0])
		if err != nil || term.Truthy(diff) {
			return way{w.y + 1, w.a[1:], w.b[1:], &edits{edit{"diff", diff}, w.edits}}, err
		}
	}
	switch {
	case kind == "del" && len(w.a) == 0:
		w.y++
	case kind == "del":
		w = way{w.y + 1, w.a[1:], w.b, &edits{edit{kind, w.a[0]}, w.edits}}
	case len(w.b) > 0:
		w = way{w.y, w.a, w.b[1:], &edits{edit{kind, w.b[0]}, w.edits}}
	}
	return w, nil
}

// follow goes on while the elements are equal.
func (w way) follow() way {
	for len(w.a) > 0 && len(w.b) > 0 && term.Same(w.a[0], w.b[0]) {
		w = way{w.y + 1, w.a[1:], w.b[1:], &edits{edit{"eq", w.a[0]}, w.edits}}
	}
	return w
}

// run is edits of one kind that follow each other, the last first.
type run struct {
	kind     term.Atom
	elements []term.Term
}

// runsOf gathers the edits of a way, the last run first. What is the same before
// and after something equal came is moved, so that it reads as one insertion.
func runsOf(e *edits) []run {
	var runs []run
	for ; e != nil; e = e.before {
		switch n := len(runs); {
		case e.kind != "diff" && n > 0 && runs[n-1].kind == e.kind:
			runs[n-1].elements = append(runs[n-1].elements, e.element)
		default:
			if e.kind != "diff" && n >= 3 && movable(runs[n-3:]) {
				runs[n-3].elements = append(runs[n-3].elements, runs[n-1].elements...)
				runs = runs[:n-1]
				if runs[n-2].kind == e.kind {
					runs[n-2].elements = append(runs[n-2].elements, e.element)
					continue
				}
			}
			runs = append(runs, run{e.kind, []term.Term{e.element}})
		}
	}
	return runs
}

// movable reports whether something equal stands before an insertion of the same
// that is followed by something equal.
func movable(r []run) bool {
	return r[2].kind == "eq" && r[1].kind == "ins" && r[0].kind == "eq" && slices.EqualFunc(r[1].elements, r[2].elements, term.Same)
}

// grouped joins edits of the same kind that follow each other; diffs stand alone.
func grouped(e *edits, join func([]term.Term) term.Term) term.Term {
	var pairs []term.Pair
	for _, r := range slices.Backward(runsOf(e)) {
		slices.Reverse(r.elements)
		value := r.elements[0]
		if r.kind != "diff" {
			value = join(r.elements)
		}
		pairs = append(pairs, term.Pair{Key: r.kind, Value: value})
	}
	return term.Keyword(pairs...)
}

func asList(run []term.Term) term.Term { return term.List(run...) }

func listDifference(self *process.Process, a []term.Term) (term.Term, error) {
	left, ok1 := term.Slice(a[0])
	right, ok2 := term.Slice(a[1])
	if !ok1 || !ok2 || len(a) == 3 && !isFun(a[2], 2) {
		return nil, errClause
	}
	var script scripted
	if len(a) == 3 {
		script = func(x, y term.Term) (term.Term, error) { return code.Call(self, a[2], x, y) }
	}
	way, err := shortestEdits(left, right, script)
	return grouped(way, asList), err
}

func stringDifference(_ *process.Process, a []term.Term) (term.Term, error) {
	left, ok1 := a[0].(term.Binary)
	right, ok2 := a[1].(term.Binary)
	if !ok1 || !ok2 {
		return nil, errClause
	}
	way, _ := shortestEdits(texts(graphemes(string(left))), texts(graphemes(string(right))), nil)
	return grouped(way, func(run []term.Term) term.Term {
		var b strings.Builder
		for _, x := range run {
			b.WriteString(string(x.(term.Binary)))
		}
		return term.Binary(b.String())
	}), nil
}

func texts(parts []string) []term.Term {
	list := make([]term.Term, len(parts))
	for i, p := range parts {
		list[i] = term.Binary(p)
	}
	return list
}
