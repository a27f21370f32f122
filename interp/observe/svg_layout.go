package observe

// Measures of a picture, in pixels.
const (
	edge      = 16
	boxHeight = 38
	rowHeight = 34
	bornRow   = 54 // a row in which the box of a new process stands
	leastGap  = 96 // from one lifeline to the next
	charWidth = 7.25
	mostTitle = 24 // characters of a name
	mostLabel = 64 // characters of a label
)

// layout says where everything of a picture is.
type layout struct {
	chart         Chart
	x             []int // of the lifelines
	y             []int // of the rows
	boxes         []box
	width, height int
}

// box is that of a lifeline: at the top, or at the row where it is born.
type box struct{ top, width int }

// textWidth is the width of a text in the letters of a picture.
func textWidth(text string) int { return int(float64(Width(text))*charWidth + 1) }

// cutLabel shortens a label to what a picture has room for.
func cutLabel(text string) string { return Cut(text, mostLabel, "…") }

func layOut(c Chart) layout {
	l := layout{chart: c, width: 160, height: 2*edge + 8}
	if len(c.Lifelines) == 0 {
		return l
	}
	for _, line := range c.Lifelines {
		l.boxes = append(l.boxes, box{edge, max(64, textWidth(Cut(line.Title, mostTitle, "…")), textWidth(line.PID)) + 20})
	}
	l.rows()
	l.columns()
	return l
}

// rows places the rows from the top down, and with them the boxes of those who
// are born in one.
func (l *layout) rows() {
	y := edge + boxHeight + 8
	for i, row := range l.chart.Rows {
		height := rowHeight
		born := row.Kind == RowSpawn && row.From != row.To && row.From >= 0 && row.To >= 0 && l.chart.Lifelines[row.To].Born == i
		if born {
			height = bornRow
		}
		l.y = append(l.y, y+height/2+4)
		if born {
			l.boxes[row.To].top = y + height/2 + 4 - boxHeight/2
		}
		y += height
	}
	l.height = y + edge + 4
	if l.chart.Dropped > 0 {
		l.height += rowHeight / 2
	}
}

// columns places the lifelines so far apart that boxes and labels have room.
func (l *layout) columns() {
	gaps := make([]int, len(l.boxes)-1)
	for i := range gaps {
		gaps[i] = max(leastGap, (l.boxes[i].width+l.boxes[i+1].width)/2+14)
	}
	for _, row := range l.chart.Rows {
		if row.From >= 0 && row.To >= 0 && row.From != row.To {
			l.widen(gaps, row)
		}
	}
	at := edge + l.boxes[0].width/2
	l.x = []int{at}
	for _, gap := range gaps {
		at += gap
		l.x = append(l.x, at)
	}
	l.width = at + l.boxes[len(l.boxes)-1].width/2 + edge
	for _, row := range l.chart.Rows {
		if column := max(row.From, row.To); row.From < 0 || row.To < 0 || row.From == row.To {
			l.width = max(l.width, l.x[column]+textWidth(cutLabel("exit "+row.Label))+edge+28)
		}
	}
}

// widen makes room for the label of an arrow.
func (l *layout) widen(gaps []int, row Row) {
	from, to := min(row.From, row.To), max(row.From, row.To)
	need := textWidth(cutLabel(row.Label)) + 30
	if row.Kind == RowSpawn {
		need += l.boxes[row.To].width / 2
	}
	have := 0
	for _, gap := range gaps[from:to] {
		have += gap
	}
	for i := from; have < need && i < to; i++ {
		more := (need - have) / (to - i)
		gaps[i] += more
		have += more
	}
}
