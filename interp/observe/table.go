package observe

import (
	"cmp"
	"fmt"
	"slices"
	"strings"
)

// Process is a row of the table of processes.
type Process struct {
	*Actor
	State           string // waiting, running, hibernating, suspended
	Mailbox         int
	Links, Monitors int
}

// Order is the order of a table.
type Order uint8

// Tables by pid, or by traffic with the busiest first.
const (
	ByPID Order = iota
	ByTraffic
)

// sort orders the rows of a table.
func (o Order) sort(rows []Process) []Process {
	rows = slices.Clone(rows)
	slices.SortStableFunc(rows, func(x, y Process) int {
		if o == ByTraffic {
			if c := cmp.Compare(y.In+y.Out+y.Mailbox, x.In+x.Out+x.Mailbox); c != 0 {
				return c
			}
		}
		return cmp.Compare(x.PID.Number, y.PID.Number)
	})
	return rows
}

// column is a column of the table. The less needed go first when there is no
// room for all; 0 is never left out.
type column struct {
	title   string
	need    int
	numbers bool
	value   func(Process) string
}

var processColumns = []column{
	{"pid", 0, false, func(p Process) string { return p.PID.String() }},
	{"name", 0, false, func(p Process) string { return p.Name }},
	{"behaviour", 0, false, func(p Process) string { return p.Kind() }},
	{"state", 2, false, func(p Process) string { return p.State }},
	{"mailbox", 0, true, func(p Process) string { return fmt.Sprint(p.Mailbox) }},
	{"links", 3, true, func(p Process) string { return fmt.Sprint(p.Links) }},
	{"monitors", 4, true, func(p Process) string { return fmt.Sprint(p.Monitors) }},
	{"in", 1, true, func(p Process) string { return fmt.Sprint(p.In) }},
	{"out", 1, true, func(p Process) string { return fmt.Sprint(p.Out) }},
}

// Table writes the table of processes. On a narrow terminal columns are left
// out, and long names cut.
func Table(rows []Process, order Order, style Style) string {
	rows = order.sort(rows)
	columns := slices.Clone(processColumns)
	for {
		widths := columnWidths(columns, rows)
		over := total(widths) - style.width()
		if over <= 0 || !dropColumn(&columns) {
			shrink(widths, columns, over)
			return writeTable(columns, widths, rows, style)
		}
	}
}

func columnWidths(columns []column, rows []Process) []int {
	widths := make([]int, len(columns))
	for i, c := range columns {
		widths[i] = Width(c.title)
		for _, row := range rows {
			widths[i] = max(widths[i], Width(c.value(row)))
		}
	}
	return widths
}

// tableGap is the space between two columns.
const tableGap = 2

func total(widths []int) int {
	n := -tableGap
	for _, w := range widths {
		n += w + tableGap
	}
	return n
}

// dropColumn leaves out the column that is needed least.
func dropColumn(columns *[]column) bool {
	least := slices.MaxFunc(*columns, func(x, y column) int { return cmp.Compare(x.need, y.need) })
	if least.need == 0 {
		return false
	}
	*columns = slices.DeleteFunc(*columns, func(c column) bool { return c.title == least.title })
	return true
}

// shrink takes what is over from the columns of names.
func shrink(widths []int, columns []column, over int) {
	for over > 0 {
		widest := -1
		for i, c := range columns {
			if !c.numbers && c.title != "pid" && (widest < 0 || widths[i] > widths[widest]) {
				widest = i
			}
		}
		if widest < 0 || widths[widest] <= Width(columns[widest].title) {
			return
		}
		widths[widest]--
		over--
	}
}

func writeTable(columns []column, widths []int, rows []Process, style Style) string {
	var b strings.Builder
	line := func(value func(column) string) {
		var cells []string
		for i, c := range columns {
			text := Cut(value(c), widths[i], style.glyphs().cut)
			if c.numbers {
				text = strings.Repeat(" ", widths[i]-Width(text)) + text
			}
			cells = append(cells, Pad(text, widths[i]))
		}
		b.WriteString(strings.TrimRight(strings.Join(cells, strings.Repeat(" ", tableGap)), " ") + "\n")
	}
	line(func(c column) string { return c.title })
	for _, row := range rows {
		line(func(c column) string { return c.value(row) })
	}
	return b.String()
}
