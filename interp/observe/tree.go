package observe

import (
	"cmp"
	"slices"
	"strings"

	"gex/runtime/term"
)

// Branch is a process in the tree of those who started whom.
type Branch struct {
	*Actor
	// Linked says that it is linked to the one that started it.
	Linked bool
	// Links are the other processes it is linked to, Monitors those it watches.
	Links, Monitors []term.PID
	// Handlers are those of an event manager.
	Handlers []string
}

// Tree is what stands at one moment: all processes that are shown.
type Tree []Branch

// Tree writes who started whom. What was not there in before, nil if there was
// no look before, has a plus, and what is not there any more a cross with the
// reason.
func (t Tree) Text(before Tree, style Style) string {
	d := treeDrawing{glyphs: style.glyphs(), width: style.width(), known: make(map[uint32]bool), now: make(map[uint32]Branch)}
	d.compare = before != nil
	all := slices.Clone(t)
	for _, b := range t {
		d.now[b.PID.Number] = b
	}
	for _, b := range before {
		d.known[b.PID.Number] = true
		if _, alive := d.now[b.PID.Number]; !alive {
			all = append(all, b)
		}
	}
	d.before = handlersOf(before)
	slices.SortStableFunc(all, func(x, y Branch) int { return cmp.Compare(x.PID.Number, y.PID.Number) })
	d.all = all
	for _, b := range all {
		if !d.has(b.Parent) {
			d.branch(b, "", "")
		}
	}
	if d.text.Len() == 0 {
		return "There are no processes.\n"
	}
	return d.text.String()
}

func handlersOf(t Tree) map[uint32][]string {
	handlers := make(map[uint32][]string)
	for _, b := range t {
		handlers[b.PID.Number] = b.Handlers
	}
	return handlers
}

type treeDrawing struct {
	glyphs  *glyphs
	width   int
	all     []Branch
	now     map[uint32]Branch
	known   map[uint32]bool
	before  map[uint32][]string
	compare bool
	text    strings.Builder
}

func (d *treeDrawing) has(pid term.PID) bool {
	return pid.Identity != nil && slices.ContainsFunc(d.all, func(b Branch) bool { return b.PID == pid })
}

// branch writes a process and what it started. Lead stands before the first
// line, indent before the others.
func (d *treeDrawing) branch(b Branch, lead, indent string) {
	d.line(lead + d.describe(b))
	var children []Branch
	for _, c := range d.all {
		if c.Parent == b.PID && c.PID != b.PID {
			children = append(children, c)
		}
	}
	for _, h := range d.handlers(b) {
		bar := d.glyphs.none
		if len(children) > 0 {
			bar = d.glyphs.down
		}
		d.line(indent + bar + h)
	}
	for i, c := range children {
		lead, below := d.glyphs.branch, d.glyphs.down
		if i == len(children)-1 {
			lead, below = d.glyphs.last, d.glyphs.none
		}
		d.branch(c, indent+lead, indent+below)
	}
}

func (d *treeDrawing) line(text string) { d.text.WriteString(Cut(text, d.width, d.glyphs.cut) + "\n") }

// describe is a process in one line.
func (d *treeDrawing) describe(b Branch) string {
	text := b.Title() + " " + b.PID.String()
	if b.Name != "" && b.Role != "" && b.Role != b.Name {
		text += " (" + b.Role + ")"
	}
	if _, alive := d.now[b.PID.Number]; !alive {
		return d.glyphs.gone + text + " exited: " + reasonText(b.Reason)
	}
	if d.compare && !d.known[b.PID.Number] {
		text = d.glyphs.fresh + text
	}
	if d.has(b.Parent) && !b.Linked {
		text += ", not linked"
	}
	return text + d.list(", linked to ", b.Links) + d.list(", monitors ", b.Monitors)
}

func (d *treeDrawing) list(word string, pids []term.PID) string {
	var names []string
	for _, pid := range pids {
		name := pid.String()
		if b, ok := d.now[pid.Number]; ok && b.Name != "" {
			name = b.Name
		}
		names = append(names, name)
	}
	if len(names) == 0 {
		return ""
	}
	return word + strings.Join(names, ", ")
}

// handlers are the lines of the handlers of a manager, with those that it had
// before.
func (d *treeDrawing) handlers(b Branch) []string {
	var lines []string
	before := d.before[b.PID.Number]
	for _, h := range b.Handlers {
		mark := d.glyphs.handler
		if d.known[b.PID.Number] && !slices.Contains(before, h) {
			mark = d.glyphs.fresh
		}
		lines = append(lines, mark+h)
	}
	for _, h := range before {
		if _, alive := d.now[b.PID.Number]; alive && !slices.Contains(b.Handlers, h) {
			lines = append(lines, d.glyphs.gone+h+" removed")
		}
	}
	return lines
}
