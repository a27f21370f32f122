package gosrc

import (
	"bytes"
	"strconv"
	"sync"

	"gex/runtime/otp"
	"gex/runtime/process"
)

// lines finds the line of the typed text at which a generation fails. Lowered
// functions keep the line they are at in a cell; when a panic passes through a
// function, the interpreter writes where that begins, which is made its number, see
// placed.
type lines struct {
	support *supportFunctions
	entries []entry // by the numbers of functions
	mu      sync.Mutex
	cells   map[cell]*int
	limit   int // of cells, beyond which those of dead processes are dropped
}

// cell is the line at which a process is in a function, one for all its calls:
// the latest that went on wrote it last.
type cell struct {
	process  *process.Process
	function int
}

// passage is a panic on its way: the line of the innermost function.
type passage struct {
	process *process.Process
	line    int
}

// entry is what is known of the line at which a function can fail: the number of its
// cell, or the line itself if there is one only. All is 0 if it cannot.
type entry struct{ cell, line int }

// minCells is how many cells are kept at least.
const minCells = 1024

func newLines(s *supportFunctions, entries []entry) *lines {
	return &lines{support: s, entries: entries, cells: map[cell]*int{}, limit: minCells}
}

// entered returns the cell of a function that begins.
func (l *lines) entered(function int) *int {
	if l.support.entries.Add(1)%checkEvery == 0 {
		l.support.enter()
	}
	self := l.support.api.Node().Current()
	l.mu.Lock()
	defer l.mu.Unlock()
	l.support.passage.Store(nil)
	key := cell{self, function}
	at := l.cells[key]
	if at == nil {
		l.drop()
		at = new(int)
		l.cells[key] = at
	}
	return at
}

// drop forgets dead processes when there are many cells.
func (l *lines) drop() {
	if len(l.cells) < l.limit {
		return
	}
	for key := range l.cells {
		if key.process != nil && !key.process.Alive() {
			delete(l.cells, key)
		}
	}
	l.limit = max(minCells, 2*len(l.cells))
}

// Write takes what the interpreter writes when a panic leaves a function:
// line:column: panic: name.
func (l *lines) Write(b []byte) (int, error) {
	self := l.support.api.Node().Current()
	if known := l.support.passage.Load(); known != nil && known.process == self {
		return len(b), nil
	}
	l.mu.Lock()
	defer l.mu.Unlock()
	function := l.function(b)
	found := &passage{process: self, line: function.line}
	if at := l.cells[cell{self, function.cell}]; at != nil {
		found.line = *at
	}
	l.support.passage.Store(found)
	return len(b), nil
}

// function returns the entry of the function that begins at a position, of which
// the column is its number and one more.
func (l *lines) function(position []byte) entry {
	_, rest, _ := bytes.Cut(position, []byte(":"))
	column, _, _ := bytes.Cut(rest, []byte(":"))
	number, err := strconv.Atoi(string(column))
	if err != nil || number < 1 || number > len(l.entries) {
		return entry{}
	}
	return l.entries[number-1]
}

// faultLine ends the passage of a panic and returns the line it comes from, or 0.
func (s *supportFunctions) faultLine() int {
	if p := s.passage.Swap(nil); p != nil && p.process == s.api.Node().Current() {
		return p.line
	}
	return 0
}

// located is a panic with its line.
func (s *supportFunctions) located(recovered any) any {
	line := s.faultLine()
	if fault, ok := otp.Unwrap(recovered).(otp.Fault); ok && fault.Line > 0 || line == 0 {
		return recovered
	} else if ok {
		recovered = fault.Value
	}
	return otp.Fault{Value: recovered, Line: line}
}
