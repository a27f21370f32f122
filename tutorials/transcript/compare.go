package transcript

import (
	"slices"
	"strings"
)

// comparison is what an output is compared with.
type comparison struct {
	want  []string // lines
	order Order
	m     *matcher

	chunks []chunk
	trees  map[[2]int][]node
	flats  map[[2]int][]node
	atLine int // of want, where the furthest attempt stood
}

// chunk is a run of whole lines that one process printed at once.
type chunk struct {
	lane   string
	kind   Kind
	lines  []string
	term   bool
	tree   []node
	flat   []node
	offset int // in all that came
	before int // how many chunks came earlier
}

// compare reports whether outputs agree with what is written, and if ids are
// the reason why not, their conflict. Ids stay bound only on agreement.
func compare(want string, outputs []Output, order Order, ids *bindings, place string) (conflict string, ok bool) {
	if !strings.Contains(want, "warning:") {
		outputs = withoutWarnings(outputs)
	}
	c := &comparison{
		want: rightTrimmed(want), order: order, chunks: chunks(outputs, order),
		m:     &matcher{ids: ids, place: place, left: budget},
		trees: map[[2]int][]node{}, flats: map[[2]int][]node{},
	}
	undo := ids.mark()
	if c.search(0, make([]bool, len(c.chunks)), 0) {
		return "", true
	}
	ids.undo(undo)
	return c.m.far.conflict, false
}

// Agree reports whether outputs agree with a text that was written down
// elsewhere, whatever the ids of its processes and references are.
func Agree(want string, outputs []Output) bool { return AgreeIn(ByProcess, want, outputs) }

// AgreeIn is Agree with another order of what is printed.
func AgreeIn(order Order, want string, outputs []Output) bool {
	_, ok := compare(want, outputs, order, newBindings(), "")
	return ok
}

// Printed is a text that another shell has printed as outputs to be compared: a
// piece for each line, or for the lines that a value takes, and the error at its
// end.
func Printed(text string) []Output {
	text, failure := strings.TrimRight(text, "\n"), ""
	if at := strings.LastIndex("\n"+text, "\n** ("); at >= 0 {
		text, failure = text[:max(0, at-1)], text[at:]
	}
	var all []Output
	for _, unit := range units(text) {
		all = append(all, Output{Kind: User, Text: unit + "\n"})
	}
	if failure != "" {
		all = append(all, Output{Kind: Failure, Text: failure + "\n"})
	}
	return all
}

// withoutWarnings leaves out what the compiler says, but not what a program prints to
// the same device.
func withoutWarnings(outputs []Output) []Output {
	return slices.DeleteFunc(slices.Clone(outputs), func(o Output) bool {
		return o.Kind == Warning && strings.Contains(o.Text, "warning:")
	})
}

// rightTrimmed splits text into lines without blanks at their ends and
// without blank lines.
func rightTrimmed(text string) []string {
	var lines []string
	for line := range strings.SplitSeq(text, "\n") {
		if line = strings.TrimRight(line, " \t\r"); line != "" {
			lines = append(lines, line)
		}
	}
	return lines
}

// chunks makes whole lines of outputs. What does not end its line goes
// together with what comes next.
func chunks(outputs []Output, order Order) []chunk {
	var all []chunk
	text, offset := "", 0
	for i, o := range outputs {
		text += o.Text
		if !strings.HasSuffix(o.Text, "\n") && i+1 < len(outputs) {
			continue
		}
		if lines := rightTrimmed(text); len(lines) > 0 {
			c := chunk{kind: o.Kind, lines: lines, offset: offset, before: len(all), lane: lane(o, order, len(all))}
			whole := strings.Join(lines, "\n")
			c.tree, c.flat = tree(whole), flat(whole)
			c.term = o.Kind != User || isTerm(c.tree)
			all = append(all, c)
		}
		offset += len(text)
		text = ""
	}
	return all
}

// lane names the sequence that an output is a part of.
func lane(o Output, order Order, n int) string {
	switch {
	case order == Exact:
		return ""
	case order == AnyOrder:
		return string(rune(n))
	case o.Kind == User:
		return "process " + o.From
	case o.Kind == Log || o.Kind == Warning:
		return "reports"
	}
	return "shell"
}

// search matches the expected lines from line on with the chunks not used.
func (c *comparison) search(line int, used []bool, done int) bool {
	if c.m.left--; c.m.left < 0 {
		return false
	}
	if done == len(c.chunks) {
		return c.onlyWild(line)
	}
	if line == len(c.want) {
		c.leftOver(line, used)
		return false
	}
	wild := strings.TrimSpace(c.want[line]) == "..."
	if wild && c.search(line+1, used, done) {
		return true
	}
	for i := range c.chunks {
		if used[i] || !c.turn(i, used) {
			continue
		}
		used[i] = true
		if wild && c.search(line, used, done+1) || c.chunk(line, i, used, done) {
			return true
		}
		used[i] = false
	}
	return false
}

// onlyWild reports whether nothing is expected from line on.
func (c *comparison) onlyWild(line int) bool {
	for i, l := range c.want[line:] {
		if strings.TrimSpace(l) != "..." {
			if c.progress(line + i) {
				c.m.far = miss{reached: 1 << 30, hasReached: true}
			}
			return false
		}
	}
	return true
}

// leftOver notes that more came than expected.
func (c *comparison) leftOver(line int, used []bool) {
	for i, u := range used {
		if !u && c.progress(line) {
			c.m.far = miss{reached: c.chunks[i].offset, hasReached: true}
			return
		}
	}
}

// progress reports whether line is further than every attempt before.
func (c *comparison) progress(line int) bool {
	if c.m.far.hasReached && line <= c.atLine {
		return false
	}
	c.atLine = line
	return true
}

// turn reports whether chunk i may come next: all before it in its lane are
// used, and for the value all that came before it.
func (c *comparison) turn(i int, used []bool) bool {
	me := c.chunks[i]
	for j, other := range c.chunks[:i] {
		last := me.kind == Value && c.order == ByProcess
		if !used[j] && (other.lane == me.lane || last) {
			return false
		}
	}
	return true
}

// chunk matches chunk i with some lines from line on, and then the rest.
func (c *comparison) chunk(line, i int, used []bool, done int) bool {
	me := c.chunks[i]
	for _, n := range c.lengths(line, me) {
		if c.m.left < 0 {
			return false
		}
		undo := c.m.ids.mark()
		before := c.m.far
		if c.fits(line, n, me) {
			if c.search(line+n, used, done+1) {
				return true
			}
		} else if c.m.far != before {
			c.atLine = max(c.atLine, line)
		}
		c.m.ids.undo(undo)
	}
	return false
}

// lengths lists how many expected lines a chunk may take: as many as it has,
// then any other number if wrapping or wildcards allow that.
func (c *comparison) lengths(line int, me chunk) []int {
	left := len(c.want) - line
	var all []int
	if len(me.lines) <= left {
		all = append(all, len(me.lines))
	}
	for n := 1; n <= left; n++ {
		elastic := me.term || strings.HasSuffix(c.want[line+n-1], "...")
		if n != len(me.lines) && elastic {
			all = append(all, n)
		}
	}
	return all
}

// fits reports whether n expected lines are the chunk.
func (c *comparison) fits(line, n int, me chunk) bool {
	c.m.base = me.offset
	if me.term {
		return c.m.seq(c.nodes(c.trees, tree, line, n), me.tree)
	}
	return c.m.seq(c.nodes(c.flats, flat, line, n), me.flat)
}

// nodes reads n expected lines, once.
func (c *comparison) nodes(cache map[[2]int][]node, read func(string) []node, line, n int) []node {
	key := [2]int{line, n}
	nodes, ok := cache[key]
	if !ok {
		c.m.left -= 10 * n
		nodes = read(strings.Join(c.want[line:line+n], "\n"))
		cache[key] = nodes
	}
	return nodes
}
