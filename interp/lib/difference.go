package lib

import (
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

// way is how far a path has come on its diagonal.
type way struct {
	x, y  int
	edits *edits
}

// shortestEdits returns the edits of the shortest way from a to b.
func shortestEdits(a, b []term.Term) []edit {
	d := differ{a, b}
	start := d.follow(way{})
	if d.done(start) {
		return start.list()
	}
	paths := map[int]way{0: start}
	for depth := 1; ; depth++ {
		next := map[int]way{}
		for diagonal := -depth; diagonal <= depth; diagonal += 2 {
			w := d.step(paths, diagonal, depth)
			if d.done(w) {
				return w.list()
			}
			next[diagonal] = w
		}
		paths = next
	}
}

type differ struct{ a, b []term.Term }

func (d differ) done(w way) bool { return w.x >= len(d.a) && w.y >= len(d.b) }

// step goes one edit further to a diagonal, from the neighbour that is ahead.
func (d differ) step(paths map[int]way, diagonal, depth int) way {
	down, right := paths[diagonal+1], paths[diagonal-1]
	switch {
	case diagonal == -depth, diagonal != depth && right.x < down.x:
		return d.down(down)
	}
	return d.right(right)
}

// down takes an element of b, right one of a.
func (d differ) down(w way) way {
	if w.y >= len(d.b) {
		w.y++
		return w
	}
	w.edits = &edits{edit{"ins", d.b[w.y]}, w.edits}
	w.y++
	return d.follow(w)
}

func (d differ) right(w way) way {
	if w.x >= len(d.a) {
		w.x++
		return w
	}
	w.edits = &edits{edit{"del", d.a[w.x]}, w.edits}
	w.x++
	return d.follow(w)
}

// follow goes on while the elements are equal.
func (d differ) follow(w way) way {
	for w.x < len(d.a) && w.y < len(d.b) && term.Same(d.a[w.x], d.b[w.y]) {
		w.edits = &edits{edit{"eq", d.a[w.x]}, w.edits}
		w.x, w.y = w.x+1, w.y+1
	}
	return w
}

func (w way) list() []edit {
	n := 0
	for e := w.edits; e != nil; e = e.before {
		n++
	}
	list := make([]edit, n)
	for e := w.edits; e != nil; e = e.before {
		n--
		list[n] = e.edit
	}
	return list
}

// grouped joins edits of the same kind that follow each other; diffs stand alone.
func grouped(list []edit, join func([]term.Term) term.Term) term.Term {
	var pairs []term.Pair
	for i := 0; i < len(list); {
		kind, value, j := list[i].kind, list[i].element, i+1
		if kind != "diff" {
			for j < len(list) && list[j].kind == kind {
				j++
			}
			run := make([]term.Term, j-i)
			for n := range run {
				run[n] = list[i+n].element
			}
			value = join(run)
		}
		pairs = append(pairs, term.Pair{Key: kind, Value: value})
		i = j
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
	list := shortestEdits(left, right)
	if len(a) == 2 {
		return grouped(list, asList), nil
	}
	list, err := withDiffs(self, list, a[2])
	return grouped(list, asList), err
}

// withDiffs asks the script about each element that goes beside one that comes.
func withDiffs(self *process.Process, list []edit, script term.Term) ([]edit, error) {
	var out []edit
	for i := 0; i < len(list); i++ {
		if i+1 == len(list) || list[i].kind == "eq" || list[i+1].kind == "eq" || list[i].kind == list[i+1].kind {
			out = append(out, list[i])
			continue
		}
		x, y := list[i].element, list[i+1].element
		if list[i].kind == "ins" {
			x, y = y, x
		}
		diff, err := code.Call(self, script, x, y)
		if err != nil {
			return nil, err
		}
		if diff == term.Term(term.Nil) {
			out = append(out, list[i])
			continue
		}
		out = append(out, edit{"diff", diff})
		i++
	}
	return out, nil
}

func stringDifference(_ *process.Process, a []term.Term) (term.Term, error) {
	left, ok1 := a[0].(term.Binary)
	right, ok2 := a[1].(term.Binary)
	if !ok1 || !ok2 {
		return nil, errClause
	}
	list := shortestEdits(texts(graphemes(string(left))), texts(graphemes(string(right))))
	return grouped(list, func(run []term.Term) term.Term {
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
