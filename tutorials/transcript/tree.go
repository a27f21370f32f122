package transcript

import "strings"

// node is a token, or a bracket with what it holds.
type node struct {
	token
	items     [][]node // of a bracket: what stands between its commas
	group     bool
	startLine bool   // it is the first on its line
	endLine   bool   // it is the last on its line
	gap       string // of leaves in text: the blanks before it
}

// tree reads text into nodes. Brackets without a partner are marks.
func tree(text string) []node {
	tokens := tokenize(text)
	b := builder{text: text, tokens: tokens, partner: partners(tokens)}
	return b.nodes(0, len(tokens))
}

// flat reads text into leaves that remember the blanks before them.
func flat(text string) []node {
	tokens := tokenize(text)
	b := builder{text: text, tokens: tokens}
	nodes := make([]node, len(tokens))
	end := 0
	for i, t := range tokens {
		nodes[i] = b.leaf(i)
		nodes[i].gap = trimGap(text[end:t.start])
		end = t.end
	}
	return nodes
}

// trimGap removes blanks in front of line ends.
func trimGap(gap string) string {
	lines := strings.Split(gap, "\n")
	for i := range lines[:len(lines)-1] {
		lines[i] = ""
	}
	return strings.Join(lines, "\n")
}

// partners finds for every opening bracket the index of its closing one.
func partners(tokens []token) map[int]int {
	partner := map[int]int{}
	var stack []int
	for i, t := range tokens {
		if t.kind == open {
			stack = append(stack, i)
			continue
		}
		for n := len(stack) - 1; n >= 0 && closes(t); n-- {
			if closer(tokens[stack[n]].text) == t.text {
				partner[stack[n]] = i
				stack = stack[:n]
				break
			}
		}
	}
	return partner
}

func closes(t token) bool { return t.kind == closed || t.text == ">" }

type builder struct {
	text    string
	tokens  []token
	partner map[int]int
}

func (b *builder) leaf(i int) node {
	t := b.tokens[i]
	before := strings.TrimRight(b.text[max(0, t.start-indentLimit):t.start], " \t")
	after := strings.TrimLeft(b.text[t.end:min(len(b.text), t.end+indentLimit)], " \t\r")
	return node{
		token:     t,
		startLine: before == "" && t.start < indentLimit || strings.HasSuffix(before, "\n"),
		endLine:   after == "" && t.end+indentLimit > len(b.text) || strings.HasPrefix(after, "\n"),
	}
}

// indentLimit is how many blanks are looked at to see whether a token is the
// first or last on its line.
const indentLimit = 200

// nodes builds the tokens from..to.
func (b *builder) nodes(from, to int) []node {
	var nodes []node
	for i := from; i < to; i++ {
		n := b.leaf(i)
		if end, ok := b.partner[i]; ok {
			n.group = true
			n.items = b.items(i+1, end)
			n.end = b.tokens[end].end
			n.endLine = b.leaf(end).endLine
			i = end
		}
		nodes = append(nodes, n)
	}
	return nodes
}

// items splits what is between brackets at the commas.
func (b *builder) items(from, to int) [][]node {
	var items [][]node
	var item []node
	for _, n := range b.nodes(from, to) {
		if n.kind == mark && n.text == "," {
			items, item = append(items, item), nil
			continue
		}
		item = append(item, n)
	}
	if item != nil || items != nil {
		items = append(items, item)
	}
	return items
}

// isTerm reports whether nodes look like one value and not like text.
func isTerm(nodes []node) bool {
	if len(nodes) == 0 {
		return false
	}
	first := nodes[0]
	switch {
	case first.text == "&" || first.text == "-" && len(nodes) == 2 || strings.HasPrefix(first.text, "#Function<"):
		return true
	case len(nodes) != 1:
		return false
	case first.group:
		return first.text != "("
	case first.kind == word:
		return strings.ContainsAny(first.text[:1], ":0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZ")
	}
	return first.kind == quoted || first.kind == id
}

func (n node) is(text string) bool { return !n.group && n.text == text }

// wild reports whether nodes hold a wildcard.
func wild(nodes []node) bool {
	for _, n := range nodes {
		if n.is("_") || n.is("...") {
			return true
		}
		for _, item := range n.items {
			if wild(item) {
				return true
			}
		}
	}
	return false
}
