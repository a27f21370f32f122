package lib

import (
	"slices"

	"gex/runtime/ets"
	"gex/runtime/term"
)

// digraphPaths are the functions of :digraph that look for ways through a graph.
func digraphPaths() []Function {
	return []Function{
		{"get_path", "g, v1, v2", "The vertices on a way from one to another, or false.", onDigraph(ets.Read, func(g *digraph, a args) term.Term { return pathOrFalse(g.path(a[1], a[2], false)) })},
		{"get_cycle", "g, v", "The vertices on a way from a vertex to itself, or false.", onDigraph(ets.Read, func(g *digraph, a args) term.Term { return g.cycle(a[1]) })},
		{"get_short_path", "g, v1, v2", "The vertices on one of the shortest ways, or false.", onDigraph(ets.Read, func(g *digraph, a args) term.Term { return pathOrFalse(g.shortPath(a[1], a[2])) })},
		{"get_short_cycle", "g, v", "The vertices on one of the shortest ways from a vertex to itself, or false.", onDigraph(ets.Read, func(g *digraph, a args) term.Term { return pathOrFalse(g.shortPath(a[1], a[1])) })},
		{"del_path", "g, v1, v2", "Deletes edges until no way leads from one vertex to another.", onDigraph(ets.Write, (*digraph).deletePath)},
	}
}

func pathOrFalse(path []term.Term) term.Term {
	if path == nil {
		return term.False
	}
	return term.List(path...)
}

// path goes into the depth; nil is no path. A long path has two edges or more,
// and does not come through its first vertex.
func (g *digraph) path(from, to term.Term, long bool) []term.Term {
	seen := term.NewMap()
	if long {
		seen = seen.Put(from, term.True)
	}
	var walk func(path []term.Term) []term.Term
	walk = func(path []term.Term) []term.Term {
		for _, v := range g.next("out", path[len(path)-1]) {
			if term.Same(v, to) {
				if !long || len(path) > 1 {
					return append(path, v)
				}
				continue
			}
			if _, ok := seen.Get(v); ok {
				continue
			}
			seen = seen.Put(v, term.True)
			if found := walk(append(slices.Clone(path), v)); found != nil {
				return found
			}
		}
		return nil
	}
	return walk([]term.Term{from})
}

// cycle is a path of a vertex to itself; an edge to itself counts if there is no
// other one.
func (g *digraph) cycle(v term.Term) term.Term {
	if path := g.path(v, v, true); path != nil {
		return term.List(path...)
	}
	if slices.ContainsFunc(g.next("out", v), func(w term.Term) bool { return term.Same(v, w) }) {
		return term.List(v)
	}
	return term.False
}

// shortPath goes into the breadth; nil is no path.
func (g *digraph) shortPath(from, to term.Term) []term.Term {
	type way struct {
		to     term.Term
		before *way
	}
	start := &way{to: from}
	seen := term.NewMap(term.Pair{Key: from, Value: term.True})
	for queue := []*way{start}; len(queue) > 0; queue = queue[1:] {
		at := queue[0]
		for _, e := range g.edgesOf("out", at.to) {
			v := g.edges.Lookup(e)[0][2]
			if term.Same(v, to) {
				path := []term.Term{v}
				for w := at; w != nil; w = w.before {
					path = append(path, w.to)
				}
				slices.Reverse(path)
				return path
			}
			if _, ok := seen.Get(v); !ok {
				seen = seen.Put(v, term.True)
				queue = append(queue, &way{v, at})
			}
		}
	}
	return nil
}

func (g *digraph) deletePath(a args) term.Term {
	for {
		path := g.path(a[1], a[2], false)
		if path == nil {
			return term.True
		}
		for i := range len(path) - 1 {
			for _, e := range g.edgesOf("out", path[i]) {
				if term.Same(g.edges.Lookup(e)[0][2], path[i+1]) {
					g.deleteEdges(e)
				}
			}
		}
	}
}
