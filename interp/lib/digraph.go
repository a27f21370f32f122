package lib

import (
	"slices"

	"gex/runtime/ets"
	"gex/runtime/exception"
	"gex/runtime/process"
	"gex/runtime/term"
)

// digraphTable is :digraph: directed graphs with labels, kept in three tables of
// :ets as OTP keeps them. So a graph is what several names stand for, and it
// ends with the process that made it.
func digraphTable() Module {
	return Module{
		Name: "digraph",
		Doc:  "Directed graphs that change in place. Vertices and edges are any terms and may have labels.",
		Functions: slices.Concat([]Function{
			{"new", "", "An empty graph that belongs to the calling process.", func(self *process.Process, _ []term.Term) (term.Term, error) {
				return digraphNew(self, args{term.Empty})
			}},
			{"new", "type", "An empty graph; the type is a list of `:acyclic` or `:cyclic`, `:private` or `:protected`.", digraphNew},
			{"delete", "g", "Deletes a graph.", onDigraph(ets.Write, func(g *digraph, _ args) term.Term {
				for _, t := range []*ets.Table{g.vertices, g.edges, g.neighbours} {
					t.Delete(g.self.Node())
				}
				return term.True
			})},
			{"info", "g", "What kind of graph it is, and how much memory it takes.", onDigraph(ets.Read, (*digraph).info)},
		}, digraphVertices(), digraphEdges(), digraphPaths()),
	}
}

func digraphVertices() []Function {
	return []Function{
		{"add_vertex", "g", "Adds a vertex with a name of its own, `[:\"$v\" | n]`.", onDigraph(ets.Write, func(g *digraph, _ args) term.Term {
			return g.addVertex(g.newName("$vid", "$v"), term.Empty)
		})},
		{"add_vertex", "g, v", "Adds a vertex without a label.", onDigraph(ets.Write, func(g *digraph, a args) term.Term { return g.addVertex(a[1], term.Empty) })},
		{"add_vertex", "g, v, label", "Adds a vertex, or changes its label.", onDigraph(ets.Write, func(g *digraph, a args) term.Term { return g.addVertex(a[1], a[2]) })},
		{"vertex", "g, v", "`{vertex, label}`, or false.", onDigraph(ets.Read, func(g *digraph, a args) term.Term { return onlyObject(g.vertices, a[1]) })},
		{"vertices", "g", "All vertices.", onDigraph(ets.Read, func(g *digraph, _ args) term.Term { return term.List(keysOfTable(g.vertices)...) })},
		{"no_vertices", "g", "The number of vertices.", onDigraph(ets.Read, func(g *digraph, _ args) term.Term { return term.Int(g.vertices.Len()) })},
		{"source_vertices", "g", "The vertices that no edge leads to.", onDigraph(ets.Read, func(g *digraph, _ args) term.Term { return g.without("in") })},
		{"sink_vertices", "g", "The vertices that no edge leads away from.", onDigraph(ets.Read, func(g *digraph, _ args) term.Term { return g.without("out") })},
		{"del_vertex", "g, v", "Deletes a vertex and its edges.", onDigraph(ets.Write, func(g *digraph, a args) term.Term { return g.deleteVertices(a[1]) })},
		{"del_vertices", "g, vertices", "Deletes vertices and their edges.", onDigraph(ets.Write, func(g *digraph, a args) term.Term {
			return g.deleteVertices(slices.Collect(term.Elements(a[1]))...)
		})},
		{"in_degree", "g, v", "How many edges lead to a vertex.", onDigraph(ets.Read, func(g *digraph, a args) term.Term { return term.Int(len(g.edgesOf("in", a[1]))) })},
		{"out_degree", "g, v", "How many edges lead away from a vertex.", onDigraph(ets.Read, func(g *digraph, a args) term.Term { return term.Int(len(g.edgesOf("out", a[1]))) })},
		{"in_neighbours", "g, v", "The vertices from which an edge leads to a vertex.", onDigraph(ets.Read, func(g *digraph, a args) term.Term { return term.List(g.next("in", a[1])...) })},
		{"out_neighbours", "g, v", "The vertices to which an edge leads from a vertex.", onDigraph(ets.Read, func(g *digraph, a args) term.Term { return term.List(g.next("out", a[1])...) })},
	}
}

func digraphEdges() []Function {
	return []Function{
		{"add_edge", "g, v1, v2", "Adds an edge with a name of its own, `[:\"$e\" | n]`.", onDigraph(ets.Write, func(g *digraph, a args) term.Term {
			return g.addEdge(g.newName("$eid", "$e"), a[1], a[2], term.Empty)
		})},
		{"add_edge", "g, v1, v2, label", "Adds an edge with a label.", onDigraph(ets.Write, func(g *digraph, a args) term.Term {
			return g.addEdge(g.newName("$eid", "$e"), a[1], a[2], a[3])
		})},
		{"add_edge", "g, e, v1, v2, label", "Adds an edge of that name, or changes its label.", onDigraph(ets.Write, func(g *digraph, a args) term.Term {
			return g.addEdge(a[1], a[2], a[3], a[4])
		})},
		{"edge", "g, e", "`{edge, from, to, label}`, or false.", onDigraph(ets.Read, func(g *digraph, a args) term.Term { return onlyObject(g.edges, a[1]) })},
		{"edges", "g", "All edges.", onDigraph(ets.Read, func(g *digraph, _ args) term.Term { return term.List(keysOfTable(g.edges)...) })},
		{"edges", "g, v", "The edges from and to a vertex.", onDigraph(ets.Read, func(g *digraph, a args) term.Term {
			return term.List(slices.Concat(g.edgesOf("out", a[1]), g.edgesOf("in", a[1]))...)
		})},
		{"in_edges", "g, v", "The edges that lead to a vertex.", onDigraph(ets.Read, func(g *digraph, a args) term.Term { return term.List(g.edgesOf("in", a[1])...) })},
		{"out_edges", "g, v", "The edges that lead away from a vertex.", onDigraph(ets.Read, func(g *digraph, a args) term.Term { return term.List(g.edgesOf("out", a[1])...) })},
		{"no_edges", "g", "The number of edges.", onDigraph(ets.Read, func(g *digraph, _ args) term.Term { return term.Int(g.edges.Len()) })},
		{"del_edge", "g, e", "Deletes an edge.", onDigraph(ets.Write, func(g *digraph, a args) term.Term { return g.deleteEdges(a[1]) })},
		{"del_edges", "g, edges", "Deletes edges.", onDigraph(ets.Write, func(g *digraph, a args) term.Term {
			return g.deleteEdges(slices.Collect(term.Elements(a[1]))...)
		})},
	}
}

// digraph is a graph as a process has it at hand.
type digraph struct {
	self                        *process.Process
	vertices, edges, neighbours *ets.Table
	cyclic                      bool
}

func digraphNew(self *process.Process, a []term.Term) (term.Term, error) {
	kinds, ok := term.Slice(a[0])
	cyclic, access := term.Term(term.True), ets.Protected
	for _, k := range kinds {
		switch k {
		case term.Term(term.Atom("cyclic")), term.Term(term.Atom("acyclic")):
			cyclic = term.Bool(k == term.Term(term.Atom("cyclic")))
		case term.Term(ets.Private), term.Term(ets.Protected):
			access = k.(term.Atom)
		default:
			ok = false
		}
	}
	if !ok {
		return nil, exception.Raise(term.Atom("badarg")).In(in("digraph", "new", 1, 83))
	}
	graph := term.Tuple{term.Atom("digraph")}
	for _, kind := range []struct{ name, of term.Atom }{{"vertices", ets.Set}, {"edges", ets.Set}, {"neighbours", ets.Bag}} {
		t, err := ets.New(self, kind.name, ets.Options{Type: kind.of, Protection: access})
		if err != nil {
			return nil, err
		}
		if kind.of == ets.Bag {
			t.Insert(term.Tuple{term.Atom("$vid"), term.Int(0)}, term.Tuple{term.Atom("$eid"), term.Int(0)})
		}
		graph = append(graph, t.Identifier())
	}
	return append(graph, cyclic), nil
}

// onDigraph is a function whose first argument is a graph.
func onDigraph(access ets.Access, f func(g *digraph, a args) term.Term) process.Func {
	return func(self *process.Process, a []term.Term) (term.Term, error) {
		graph, ok := a[0].(term.Tuple)
		if !ok || len(graph) != 5 || graph[0] != term.Term(term.Atom("digraph")) {
			return nil, exception.Raise(term.Tuple{term.Atom("badrecord"), a[0]})
		}
		g := &digraph{self: self, cyclic: graph[4] == term.Term(term.True)}
		for i, t := range []**ets.Table{&g.vertices, &g.edges, &g.neighbours} {
			var err error
			if *t, err = ets.Find(self, graph[1+i], access); err != nil {
				return nil, etsProblem("lookup", args{graph[1+i], term.Nil}, err)
			}
		}
		return f(g, a), nil
	}
}

func keysOfTable(t *ets.Table) []term.Term {
	var keys []term.Term
	for _, o := range t.Objects() {
		keys = append(keys, o[0])
	}
	return keys
}

// onlyObject is the object with a key of a set, or false.
func onlyObject(t *ets.Table, key term.Term) term.Term {
	if found := t.Lookup(key); len(found) > 0 {
		return found[0]
	}
	return term.False
}

// newName is the next name that the graph itself gives.
func (g *digraph) newName(counter, mark term.Atom) term.Term {
	last := g.neighbours.Take(counter)
	n := last[0][1].(term.Int)
	g.neighbours.Insert(term.Tuple{counter, n + 1})
	return &term.Cons{Head: mark, Tail: n}
}

func (g *digraph) addVertex(v, label term.Term) term.Term {
	g.vertices.Insert(term.Tuple{v, label})
	return v
}

func (g *digraph) addEdge(e, from, to, label term.Term) term.Term {
	refused := func(reason term.Atom, about term.Term) term.Term {
		return term.Tuple{term.ErrorAtom, term.Tuple{reason, about}}
	}
	for _, v := range []term.Term{from, to} {
		if len(g.vertices.Lookup(v)) == 0 {
			return refused("bad_vertex", v)
		}
	}
	if old, ok := onlyObject(g.edges, e).(term.Tuple); ok && !(term.Same(old[1], from) && term.Same(old[2], to)) {
		return refused("bad_edge", term.List(from, to))
	}
	if !g.cyclic {
		if term.Same(from, to) {
			return refused("bad_edge", term.List(from, to))
		}
		if path := g.path(to, from, false); path != nil {
			return refused("bad_edge", term.List(path...))
		}
	}
	g.neighbours.Insert(term.Tuple{term.Tuple{term.Atom("out"), from}, e}, term.Tuple{term.Tuple{term.Atom("in"), to}, e})
	g.edges.Insert(term.Tuple{e, from, to, label})
	return e
}

// edgesOf are the edges that lead in to or out of a vertex.
func (g *digraph) edgesOf(direction term.Atom, v term.Term) []term.Term {
	var edges []term.Term
	for _, o := range g.neighbours.Lookup(term.Tuple{direction, v}) {
		edges = append(edges, o[1])
	}
	return edges
}

// next are the vertices at the other ends of these edges, the last edge's first.
func (g *digraph) next(direction term.Atom, v term.Term) []term.Term {
	edges := g.edgesOf(direction, v)
	end := 1
	if direction == "out" {
		end = 2
	}
	vertices := make([]term.Term, len(edges))
	for i, e := range edges {
		vertices[len(edges)-1-i] = g.edges.Lookup(e)[0][end]
	}
	return vertices
}

// without are the vertices that have no edges in a direction.
func (g *digraph) without(direction term.Atom) term.Term {
	var found []term.Term
	for _, v := range keysOfTable(g.vertices) {
		if len(g.edgesOf(direction, v)) == 0 {
			found = append(found, v)
		}
	}
	slices.Reverse(found)
	return term.List(found...)
}

func (g *digraph) deleteVertices(vertices ...term.Term) term.Term {
	for _, v := range vertices {
		g.deleteEdges(slices.Concat(g.edgesOf("in", v), g.edgesOf("out", v))...)
		g.vertices.Take(v)
	}
	return term.True
}

func (g *digraph) deleteEdges(edges ...term.Term) term.Term {
	for _, e := range edges {
		for _, old := range g.edges.Take(e) {
			g.neighbours.Remove(term.Tuple{term.Tuple{term.Atom("in"), old[2]}, e})
			g.neighbours.Remove(term.Tuple{term.Tuple{term.Atom("out"), old[1]}, e})
		}
	}
	return term.True
}

func (g *digraph) info(args) term.Term {
	cyclicity := term.Atom("acyclic")
	if g.cyclic {
		cyclicity = "cyclic"
	}
	memory := g.vertices.Memory() + g.edges.Memory() + g.neighbours.Memory()
	return term.List(pairTerm("cyclicity", cyclicity), pairTerm("memory", term.Int(memory)), pairTerm("protection", g.vertices.Protection))
}

func pairTerm(key term.Atom, value term.Term) term.Term { return term.Tuple{key, value} }
