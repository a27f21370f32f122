package transcript

import "strings"

// budget bounds the search of one comparison, in nodes looked at.
const budget = 200_000

// matcher compares nodes of a transcript with nodes of a run.
type matcher struct {
	ids   *bindings
	place string // of the step, for messages about ids
	left  int    // of the budget
	far   miss   // where the attempt that came furthest ended
	base  int    // offset of the nodes in what came, to compare attempts
}

// miss is a place where both sides differ.
type miss struct {
	reached    int // how far the attempt came, in bytes of what came
	conflict   string
	hasReached bool
}

// seq compares two runs of nodes. On false the bindings may hold leftovers of
// the attempt; the callers that try again undo them.
func (m *matcher) seq(want, got []node) bool {
	for {
		if m.left--; m.left < 0 {
			return false
		}
		switch {
		case len(want) == 0:
			if len(got) > 0 {
				m.miss(node{}, got[0])
			}
			return len(got) == 0
		case want[0].is("...") && want[0].endLine:
			return m.lines(want[1:], got)
		case want[0].is("_"):
			return m.term(want[1:], got)
		case len(got) == 0:
			m.miss(want[0], node{})
			return false
		case !m.node(want[0], got[0]):
			return false
		}
		want, got = want[1:], got[1:]
	}
}

// lines lets a wildcard stand for the rest of a line and any lines after it.
func (m *matcher) lines(want, got []node) bool {
	return m.any(want, got, 0, func(k int) bool { return k == len(got) || got[k].startLine })
}

// term lets a wildcard stand for one term: nodes up to a comma.
func (m *matcher) term(want, got []node) bool {
	if len(got) == 0 {
		m.miss(node{token: token{text: "_"}}, node{})
		return false
	}
	comma := len(got)
	for i, n := range got {
		if i > 0 && n.is(",") {
			comma = i
			break
		}
	}
	return m.any(want, got, 1, func(k int) bool { return k <= comma })
}

// any tries to skip from least nodes on as many as may allows.
func (m *matcher) any(want, got []node, least int, may func(int) bool) bool {
	for k := least; k <= len(got); k++ {
		if !may(k) {
			continue
		}
		undo := m.ids.mark()
		if m.seq(want, got[k:]) {
			return true
		}
		m.ids.undo(undo)
	}
	return false
}

// node compares two nodes.
func (m *matcher) node(want, got node) bool {
	same := false
	switch {
	case want.group != got.group || want.kind != got.kind || want.gap != got.gap:
	case want.group:
		return m.bracket(want, got)
	case want.kind == id:
		same = m.ids.bind(want.text, got.text, m.place)
	case want.kind == stamp:
		same = true
	case want.kind == function:
		same = promptFunction().FindStringSubmatch(want.text)[1] == promptFunction().FindStringSubmatch(got.text)[1]
	case want.kind == quoted:
		same = m.quoted(want.text, got.text)
	default:
		same = want.text == got.text
	}
	if !same {
		m.miss(want, got)
	}
	return same
}

// quoted compares the insides of strings, where ids stand for ids as well.
func (m *matcher) quoted(want, got string) bool {
	want, got = charlist(want), charlist(got)
	wants, gots := idPattern().FindAllString(want, -1), idPattern().FindAllString(got, -1)
	if len(wants) != len(gots) || idPattern().ReplaceAllLiteralString(want, "") != idPattern().ReplaceAllLiteralString(got, "") {
		return false
	}
	for i := range wants {
		if !m.ids.bind(wants[i], gots[i], m.place) {
			return false
		}
	}
	return true
}

// charlist writes a charlist as Elixir did before 1.15: 'abc' and not ~c"abc".
func charlist(text string) string {
	inside, ok := strings.CutPrefix(text, `~c"`)
	if !ok {
		return text
	}
	inside = strings.ReplaceAll(strings.TrimSuffix(inside, `"`), `\"`, `"`)
	return "'" + strings.ReplaceAll(inside, "'", `\'`) + "'"
}

// bracket compares what two brackets hold.
func (m *matcher) bracket(want, got node) bool {
	if want.text != got.text {
		m.miss(want, got)
		return false
	}
	items, rest := want.items, false
	if n := len(items); n > 0 && len(items[n-1]) == 1 && items[n-1][0].is("...") {
		items, rest = items[:n-1], true
	}
	switch {
	case rest && want.text == "<<":
		return true
	case len(items) > len(got.items) || len(items) < len(got.items) && !rest:
		m.miss(want, got)
		return false
	case strings.HasPrefix(want.text, "%"):
		return m.set(items, got.items)
	}
	for i, item := range items {
		if !m.seq(item, got.items[i]) {
			return false
		}
	}
	return true
}

// set finds for each item an own partner, in any order.
func (m *matcher) set(want, got [][]node) bool {
	if len(want) == 0 {
		return true
	}
	for i, candidate := range got {
		undo := m.ids.mark()
		if m.seq(want[0], candidate) {
			others := append(append([][]node(nil), got[:i]...), got[i+1:]...)
			if m.set(want[1:], others) {
				return true
			}
		}
		m.ids.undo(undo)
	}
	return false
}

// miss notes a difference if no other attempt came further.
func (m *matcher) miss(want, got node) {
	reached := m.base + got.start
	if got.text == "" {
		reached = m.base + 1<<20
	}
	if m.far.hasReached && reached <= m.far.reached {
		return
	}
	m.far = miss{reached: reached, hasReached: true}
	if want.kind == id && got.kind == id {
		m.far.conflict = m.ids.conflict(want.text, got.text)
	}
}
