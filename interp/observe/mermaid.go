package observe

import (
	"fmt"
	"strings"
)

// mermaidText writes what has a meaning in Mermaid as entities. The word end
// alone ends a block.
var mermaidText = strings.NewReplacer("#", "#35;", ";", "#59;", "\n", " ", "<", "#lt;", ">", "#gt;", "{", "#123;", "}", "#125;", "%%", "#37;#37;", "end", "#101;nd")

// mermaidArrows are the arrows by kind of row; the rest are notes.
var mermaidArrows = map[RowKind]string{
	RowAsync: "-)", RowSync: "->>", RowAnswer: "-->>", RowSpawn: "->>", RowSignal: "-x", RowDown: "--)",
	RowLink: "--", RowUnlink: "--", RowMonitor: "--",
}

// Mermaid writes the chart as a sequenceDiagram of Mermaid: -) for messages
// that nobody waits for, ->> for calls, -->> for answers.
func (c Chart) Mermaid() string {
	var b strings.Builder
	b.WriteString("sequenceDiagram\n")
	for i, l := range c.Lifelines {
		title := l.Title
		if l.PID != "" {
			title += " " + l.PID
		}
		fmt.Fprintf(&b, "    participant p%d as %s\n", i, mermaidText.Replace(title))
	}
	for _, row := range c.Rows {
		b.WriteString("    " + mermaidRow(row) + "\n")
	}
	return b.String()
}

func mermaidRow(row Row) string {
	label := mermaidText.Replace(row.Label)
	arrow, isArrow := mermaidArrows[row.Kind]
	from, to := row.From, row.To
	if from < 0 {
		from = to
	}
	if to < 0 {
		to = from
	}
	switch {
	case row.Kind == RowExit:
		return fmt.Sprintf("Note over p%d: ✗ exit %s", from, label)
	case !isArrow || from == to && row.Kind != RowAsync && row.Kind != RowSync:
		return fmt.Sprintf("Note over p%d: %s", from, label)
	case arrow == "--":
		return fmt.Sprintf("Note over p%d,p%d: %s", from, to, label)
	case row.Lost:
		arrow = "-x"
	}
	return fmt.Sprintf("p%d%sp%d: %s", from, arrow, to, label)
}
