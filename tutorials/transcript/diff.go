package transcript

import "slices"

// span is a piece of a text, in bytes.
type span struct{ start, end int }

// differ finds in which pieces two outputs differ.
type differ struct {
	ids       *bindings
	want, got []span
}

// differences returns the pieces of two outputs that are not in the other: the
// smallest terms that differ, and what is too much on either side. ids are
// those that are bound, which it leaves as they are.
func differences(want, got string, ids *bindings) (wants, gots []span) {
	d := &differ{ids: ids.copy()}
	d.all(unitNodes(want), unitNodes(got))
	return d.want, d.got
}

// unitNodes reads the units of a text, each a run of nodes with places in the
// text: a term as a tree, other text as its leaves.
func unitNodes(text string) [][]node {
	var all [][]node
	at := 0
	for _, u := range units(text) {
		nodes := tree(u)
		if !isTerm(nodes) {
			nodes = flat(u)
		}
		if len(nodes) > 0 {
			all = append(all, shifted(nodes, at))
		}
		at += len(u) + 1
	}
	return all
}

// shifted moves nodes to another place.
func shifted(nodes []node, by int) []node {
	moved := slices.Clone(nodes)
	for i := range moved {
		moved[i].start += by
		moved[i].end += by
		moved[i].items = slices.Clone(moved[i].items)
		for j, item := range moved[i].items {
			moved[i].items[j] = shifted(item, by)
		}
	}
	return moved
}

// all marks what differs in two lists of runs of nodes: lines, or what stands
// between the commas of a bracket.
func (d *differ) all(want, got [][]node) {
	for _, gap := range d.gaps(want, got) {
		w, g := gap.want, gap.got
		for len(w) > 0 && len(g) > 0 {
			d.one(w[0], g[0])
			w, g = w[1:], g[1:]
		}
		for _, run := range w {
			d.want = append(d.want, extent(run))
		}
		for _, run := range g {
			d.got = append(d.got, extent(run))
		}
	}
}

// one marks what differs in two runs of nodes that stand for each other.
func (d *differ) one(want, got []node) {
	if len(want) != len(got) {
		d.all(singles(want), singles(got))
		return
	}
	for i := range want {
		w, g := want[i:i+1], got[i:i+1]
		switch {
		case d.same(w, g):
		case w[0].group && g[0].group && w[0].text == g[0].text:
			d.all(w[0].items, g[0].items)
		default:
			d.mark(w, g)
		}
	}
}

// singles makes a run of each node.
func singles(run []node) [][]node {
	runs := make([][]node, len(run))
	for i := range run {
		runs[i] = run[i : i+1]
	}
	return runs
}

func (d *differ) mark(want, got []node) {
	if len(want) > 0 {
		d.want = append(d.want, extent(want))
	}
	if len(got) > 0 {
		d.got = append(d.got, extent(got))
	}
}

func extent(run []node) span {
	if len(run) == 0 {
		return span{}
	}
	return span{run[0].start, run[len(run)-1].end}
}

// same compares two runs of nodes; ids that it binds stay bound if they agree.
func (d *differ) same(want, got []node) bool {
	undo := d.ids.mark()
	m := &matcher{ids: d.ids, left: budget}
	if m.seq(want, got) {
		return true
	}
	d.ids.undo(undo)
	return false
}

// gap is what differs between two things that agree.
type gap struct{ want, got [][]node }

// diffLimit bounds how many runs are aligned; beyond, they stand for each other
// one by one.
const diffLimit = 400

// gaps aligns two lists so that as many as possible agree, and returns the
// rest.
func (d *differ) gaps(want, got [][]node) []gap {
	if len(want) > diffLimit || len(got) > diffLimit {
		return []gap{{want, got}}
	}
	longest := d.alignment(want, got)
	var gaps []gap
	var open gap
	i, j := 0, 0
	for i < len(want) || j < len(got) {
		switch {
		case i < len(want) && j < len(got) && longest[i][j] == longest[i+1][j+1]+1 && d.same(want[i], got[j]):
			gaps, open = append(gaps, open), gap{}
			i, j = i+1, j+1
		case j == len(got) || i < len(want) && longest[i+1][j] >= longest[i][j+1]:
			open.want = append(open.want, want[i])
			i++
		default:
			open.got = append(open.got, got[j])
			j++
		}
	}
	return append(gaps, open)
}

// alignment is the table of the longest common subsequences from every pair of
// places on. Ids that are not bound count as the same when they are of a class.
func (d *differ) alignment(want, got [][]node) [][]int {
	return longestCommon(len(want), len(got), func(i, j int) bool {
		undo := d.ids.mark()
		defer d.ids.undo(undo)
		return d.same(want[i], got[j])
	})
}

// longestCommon is the table of the lengths of the longest common subsequences
// of two lists from every pair of places on.
func longestCommon(n, m int, same func(i, j int) bool) [][]int {
	longest := make([][]int, n+1)
	for i := range longest {
		longest[i] = make([]int, m+1)
	}
	for i := n - 1; i >= 0; i-- {
		for j := m - 1; j >= 0; j-- {
			longest[i][j] = max(longest[i+1][j], longest[i][j+1])
			if same(i, j) {
				longest[i][j] = max(longest[i][j], longest[i+1][j+1]+1)
			}
		}
	}
	return longest
}

// CommonLines pairs the lines of two texts that stay: their places in both, as
// many as possible.
func CommonLines(a, b []string) [][2]int {
	if len(a) > 10*diffLimit || len(b) > 10*diffLimit {
		return nil
	}
	longest := longestCommon(len(a), len(b), func(i, j int) bool { return a[i] == b[j] })
	var pairs [][2]int
	for i, j := 0, 0; i < len(a) && j < len(b); {
		switch {
		case a[i] == b[j]:
			pairs = append(pairs, [2]int{i, j})
			i, j = i+1, j+1
		case longest[i+1][j] >= longest[i][j+1]:
			i++
		default:
			j++
		}
	}
	return pairs
}
