package observe

import (
	"cmp"
	"slices"
	"strings"

	"gex/runtime/late"
	"gex/runtime/process"
	"gex/runtime/term"
)

// RowKind says what a row of a chart shows.
type RowKind uint8

// The kinds of rows. The first ones are arrows from one lifeline to another,
// the rest stand on one lifeline.
const (
	RowAsync RowKind = iota
	RowSync
	RowAnswer
	RowSpawn
	RowSignal
	RowLink
	RowUnlink
	RowMonitor
	RowDown
	RowExit
	RowNote
	RowPrint
	RowTimer
)

// Row is one thing that happened: From and To are places in Chart.Lifelines,
// and the same for what concerns one process only.
type Row struct {
	Kind     RowKind
	From, To int
	Label    string
	// Lost says that an arrow reaches nobody.
	Lost bool
	// Event is the event that is shown.
	Event process.Event
}

// Lifeline is one process of a chart.
type Lifeline struct {
	Title string // its name, or what it is
	PID   string // 0.109.0; "" for all that there was no room for
	// Born and Dies are rows of the chart, -1 if it was there before and lives
	// on.
	Born, Dies int
}

// Chart is a sequence chart without a form.
type Chart struct {
	Lifelines []Lifeline
	Rows      []Row
	// Dropped counts events that the log had no room for.
	Dropped int
}

// ChartOptions say what is in a chart.
type ChartOptions struct {
	// Shell is the process that the learner types in, which stands first.
	Shell term.PID
	// Columns is the most lifelines there may be; those who say least share
	// the last one. 0 means 6.
	Columns int
	// Only has the chart show these processes and what they deal with each
	// other; empty means all.
	Only []term.PID
}

// MaxColumns is the number of lifelines of a chart if nothing else is said.
const MaxColumns = 6

// ChartOf makes the chart of the events of a step.
func ChartOf(l *Log, step *Step, o ChartOptions) Chart {
	b := builder{log: l, options: o, column: make(map[uint32]int), chart: Chart{Dropped: step.Dropped}}
	if b.options.Columns == 0 {
		b.options.Columns = MaxColumns
	}
	var events []process.Event
	for _, e := range step.Events {
		if b.shows(e) {
			events = append(events, e)
		}
	}
	b.columns(events)
	for _, e := range events {
		b.add(e)
	}
	return b.chart
}

type builder struct {
	log     *Log
	options ChartOptions
	column  map[uint32]int
	chart   Chart
}

// shows reports whether an event is worth a row.
func (b *builder) shows(e process.Event) bool {
	switch e.Kind {
	case process.EventDeliver, process.EventRegister:
		return false
	}
	isMessage := process.MessageEvents.Has(e.Kind)
	if way, _ := Message(e); isMessage && way == printing {
		return false
	}
	if !isMessage && e.From.Identity != nil && e.To.Identity != nil && (b.system(e.From) || b.system(e.To)) {
		return false
	}
	if only := b.options.Only; len(only) > 0 {
		return (e.From.Identity == nil || slices.Contains(only, e.From)) && (e.To.Identity == nil || slices.Contains(only, e.To))
	}
	return !b.system(e.From) || !b.system(e.To)
}

// system reports whether a process is nobody or of the system.
func (b *builder) system(pid term.PID) bool {
	if pid.Identity == nil || pid == b.options.Shell {
		return pid.Identity == nil
	}
	a := b.log.Actor(pid)
	return a != nil && a.System
}

// columns gives a column to each process that the events name.
func (b *builder) columns(events []process.Event) {
	var order []term.PID
	said := make(map[uint32]int)
	see := func(pid term.PID) {
		if pid.Identity == nil {
			return
		}
		if said[pid.Number]++; said[pid.Number] == 1 {
			order = append(order, pid)
		}
	}
	for _, e := range events {
		see(e.From)
		see(e.To)
	}
	slices.SortStableFunc(order, func(x, y term.PID) int {
		return cmp.Compare(b.rank(x), b.rank(y))
	})
	shared := b.crowd(order, said)
	for _, pid := range order {
		if shared[pid.Number] {
			continue
		}
		b.column[pid.Number] = len(b.chart.Lifelines)
		b.chart.Lifelines = append(b.chart.Lifelines, Lifeline{Title: b.title(pid), PID: pid.String(), Born: -1, Dies: b.deadBefore(pid, events)})
	}
	if len(shared) > 0 {
		for number := range shared {
			b.column[number] = len(b.chart.Lifelines)
		}
		b.chart.Lifelines = append(b.chart.Lifelines, Lifeline{Title: plural(len(shared), "other"), Born: -1, Dies: -1})
	}
}

// deadBefore returns -1 for a process that lives when the chart begins.
func (b *builder) deadBefore(pid term.PID, events []process.Event) int {
	a := b.log.Actor(pid)
	ends := slices.ContainsFunc(events, func(e process.Event) bool { return e.Kind == process.EventExit && e.From == pid })
	if a != nil && a.Gone && !ends {
		return 0
	}
	return -1
}

// rank puts the shell in front.
func (b *builder) rank(pid term.PID) int {
	if a := b.log.Actor(pid); pid == b.options.Shell || a != nil && a.Role == shellRole {
		return 0
	}
	return 1
}

// shellRole is the role of the processes that a learner types in.
const shellRole = "shell"

// crowd returns the processes that share the last column: those that say least.
func (b *builder) crowd(order []term.PID, said map[uint32]int) map[uint32]bool {
	if len(order) <= b.options.Columns {
		return nil
	}
	quiet := slices.Clone(order)
	slices.SortStableFunc(quiet, func(x, y term.PID) int {
		return cmp.Or(cmp.Compare(b.rank(y), b.rank(x)), cmp.Compare(said[x.Number], said[y.Number]))
	})
	shared := make(map[uint32]bool)
	for _, pid := range quiet[:len(order)-b.options.Columns+1] {
		shared[pid.Number] = true
	}
	return shared
}

func (b *builder) title(pid term.PID) string {
	if a := b.log.Actor(pid); a != nil {
		return a.Title()
	}
	return "process"
}

// arrows are the rows of events that are no messages.
var arrows = map[process.EventKind]struct {
	kind  RowKind
	label string
}{
	process.EventSpawn:   {RowSpawn, "spawn"},
	process.EventLink:    {RowLink, "link"},
	process.EventUnlink:  {RowUnlink, "unlink"},
	process.EventMonitor: {RowMonitor, "monitor"},
}

// add adds the row of an event.
func (b *builder) add(e process.Event) {
	from, to := b.place(e.From), b.place(e.To)
	row := Row{From: from, To: to, Lost: e.Lost, Event: e}
	if process.MessageEvents.Has(e.Kind) {
		var way Way
		way, row.Label = Message(e)
		row.Kind = map[Way]RowKind{Async: RowAsync, Sync: RowSync, Answer: RowAnswer}[way]
		b.push(row)
		return
	}
	if a, ok := arrows[e.Kind]; ok {
		row.Kind, row.Label = a.kind, a.label
		if from < 0 {
			row.From = to
		}
		if e.Kind == process.EventSpawn && b.chart.Lifelines[to].PID != "" {
			b.chart.Lifelines[to].Born = len(b.chart.Rows)
		}
		b.push(row)
		return
	}
	b.alone(row, e)
}

// alone adds the row of an event on one lifeline, or of an end.
func (b *builder) alone(row Row, e process.Event) {
	text := reasonText(e.Message)
	switch e.Kind {
	case process.EventSignal:
		row.Kind, row.Label = RowSignal, "exit "+text
	case process.EventDown:
		row.Kind, row.Label = RowDown, "DOWN "+text
	case process.EventExit:
		row.Kind, row.To, row.Label = RowExit, row.From, text
		if line := &b.chart.Lifelines[row.From]; line.PID != "" {
			line.Dies = len(b.chart.Rows)
		}
	case process.EventTimer:
		row.Kind, row.From, row.Label = RowTimer, row.To, "timer "+text
	case process.EventPrint:
		row.Kind, row.To, row.Label = RowPrint, row.From, printed(e.Message)
	case process.EventHandlerAdd:
		row.Kind, row.To, row.Label = RowNote, row.From, "+ "+text
	default:
		row.Kind, row.To, row.Label = RowNote, row.From, handlerNote(e)
	}
	if row.From >= 0 {
		b.push(row)
	}
}

// logTime is what the logger puts before a report.
var logTime = late.Regexp(`^\d\d:\d\d:\d\d\.\d+ (\[\w+\])`)

// escapes are what colours a text on a terminal.
var escapes = late.Regexp(`\x1b\[[0-9;]*m`)

// printed is the first line of what was printed; of a report without its time.
func printed(t term.Term) string {
	text, ok := t.(term.Binary)
	if !ok {
		return inspected(t)
	}
	plain := escapes().ReplaceAllString(string(text), "")
	first, rest, _ := strings.Cut(strings.TrimSpace(plain), "\n")
	if rest != "" {
		first += " ..."
	}
	return logTime().ReplaceAllString(first, "$1")
}

// handlerNote says that a handler is gone, or failed.
func handlerNote(e process.Event) string {
	if t, ok := e.Message.(term.Tuple); ok && len(t) == 2 {
		if e.Kind == process.EventHandlerCrash {
			return inspected(t[0]) + " crashed"
		}
		return "- " + inspected(t[0])
	}
	return "- " + inspected(e.Message)
}

// push adds a row; spawn and link or monitor by the same process are one.
func (b *builder) push(row Row) {
	if last := len(b.chart.Rows) - 1; last >= 0 && (row.Kind == RowLink || row.Kind == RowMonitor) {
		spawn := &b.chart.Rows[last]
		if spawn.Kind == RowSpawn && spawn.From == row.From && spawn.To == row.To {
			spawn.Label = strings.Replace(spawn.Label, "spawn", "spawn_"+row.Label, 1)
			return
		}
	}
	b.chart.Rows = append(b.chart.Rows, row)
}

func (b *builder) place(pid term.PID) int {
	if pid.Identity == nil {
		return -1
	}
	return b.column[pid.Number]
}
