package transcript

import "strings"

// mergeOutput returns text, what came, with those parts of old, what was
// written, that still match it: lines as they were laid out, and wildcards.
func mergeOutput(old, text string) string {
	g := &merger{old: units(old), text: units(text), memo: map[[2]int]choice{}}
	var lines []string
	for i, j := 0, 0; i < len(g.old) || j < len(g.text); {
		c := g.best(i, j)
		lines = append(lines, c.lines...)
		i, j = c.i, c.j
	}
	return strings.Join(lines, "\n")
}

// units splits text into runs of lines that no bracket crosses.
func units(text string) []string {
	if text == "" {
		return nil
	}
	crossed := map[int]bool{} // offsets of line ends within a bracket
	for _, n := range tree(text) {
		for at := n.start; at < n.end; at++ {
			if text[at] == '\n' {
				crossed[at] = true
			}
		}
	}
	var all []string
	from := 0
	for at := range len(text) {
		if text[at] == '\n' && !crossed[at] {
			all = append(all, text[from:at])
			from = at + 1
		}
	}
	return append(all, text[from:])
}

// merger aligns units, keeping as many as possible.
type merger struct {
	old, text []string
	memo      map[[2]int]choice
}

// choice is what to do at a pair of positions, and where to go on.
type choice struct {
	score int
	lines []string // to be written
	i, j  int
}

const (
	scoreKept   = 8
	scoreMerged = 2
	scoreWild   = 1
)

func (g *merger) best(i, j int) choice {
	key := [2]int{i, j}
	if c, ok := g.memo[key]; ok {
		return c
	}
	best := choice{score: -1}
	for _, c := range g.choices(i, j) {
		if c.i < len(g.old) || c.j < len(g.text) {
			c.score += g.best(c.i, c.j).score
		}
		if c.score > best.score {
			best = c
		}
	}
	g.memo[key] = best
	return best
}

// choices lists the moves from a pair of positions; the earlier wins a draw.
func (g *merger) choices(i, j int) []choice {
	var all []choice
	switch {
	case i == len(g.old):
		return []choice{{0, g.text[j : j+1], i, j + 1}}
	case strings.TrimSpace(g.old[i]) == "...":
		if j < len(g.text) {
			all = append(all, choice{0, nil, i, j + 1})
		}
		return append(all, choice{scoreWild, g.old[i : i+1], i + 1, j})
	case j == len(g.text):
		return []choice{{0, nil, i + 1, j}}
	case literally(g.old[i], g.text[j]):
		return []choice{{scoreKept, g.old[i : i+1], i + 1, j + 1}}
	}
	merged := []string{mergeUnit(g.old[i], g.text[j])}
	return []choice{{scoreMerged, merged, i + 1, j + 1}, {0, g.text[j : j+1], i, j + 1}, {0, nil, i + 1, j}}
}

// literally reports whether a unit matches another, ids and all.
func literally(old, text string) bool {
	same := func(read func(string) []node) bool {
		m := &matcher{ids: newBindings(), left: budget}
		if !m.seq(read(old), read(text)) {
			return false
		}
		for want, got := range m.ids.got {
			if want != got {
				return false
			}
		}
		return true
	}
	return same(flat) || isTerm(tree(text)) && same(tree)
}

// mergeUnit returns text with the wildcards of old that stand for parts of it.
func mergeUnit(old, text string) string {
	e := &editor{old: old, text: text}
	e.nodes(tree(old), tree(text))
	e.out.WriteString(text[e.done:])
	return e.out.String()
}

// editor copies text and puts pieces of old in their places.
type editor struct {
	old, text string
	out       strings.Builder
	done      int // how much of text is copied
}

// keep writes old[from:to] in place of text[start:end].
func (e *editor) keep(from, to, start, end int) {
	e.out.WriteString(e.text[e.done:start] + e.old[from:to])
	e.done = end
}

// nodes walks two runs side by side.
func (e *editor) nodes(old, text []node) {
	for i := range min(len(old), len(text)) {
		w, g := old[i], text[i]
		switch {
		case w.is("_") && i == len(old)-1:
			e.keep(w.start, w.end, g.start, text[len(text)-1].end)
			return
		case w.is("_"):
			e.keep(w.start, w.end, g.start, g.end)
		case wild([]node{w}) && literally(e.old[w.start:w.end], e.text[g.start:g.end]):
			e.keep(w.start, w.end, g.start, g.end)
		case w.group && g.group && w.text == g.text:
			e.items(w, g)
		}
	}
}

// items walks the elements of two brackets side by side.
func (e *editor) items(old, text node) {
	n := len(old.items)
	rest := n > 0 && len(old.items[n-1]) == 1 && old.items[n-1][0].is("...")
	if rest {
		n--
	}
	if n > len(text.items) || n < len(text.items) && !rest {
		return
	}
	for i := range n {
		e.nodes(old.items[i], text.items[i])
	}
	if more := text.items[n:]; rest && len(more) > 0 && len(more[0]) > 0 {
		last := more[len(more)-1]
		e.keep(old.items[n][0].start, old.items[n][0].end, more[0][0].start, last[len(last)-1].end)
	}
}
