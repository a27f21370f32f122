package gosrc

import (
	"bytes"
	"regexp"
	"strconv"
	"strings"
	"sync"

	"gex/runtime/otp"
	"gex/runtime/process"
)

// lines finds the line of the typed text at which a generation fails. Lowered
// functions keep the line they are at in a cell; when a panic passes through a
// function, the interpreter writes where that begins in the lowered source.
type lines struct {
	support *supportFunctions
	source  string
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

// minCells is how many cells are kept at least.
const minCells = 1024

func newLines(s *supportFunctions, source string) *lines {
	return &lines{support: s, source: source, cells: map[cell]*int{}, limit: minCells}
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
	function, line := l.function(b)
	found := &passage{process: self, line: line}
	if at := l.cells[cell{self, function}]; at != nil {
		found.line = *at
	}
	l.support.passage.Store(found)
	return len(b), nil
}

// enteredCall is in the first statement of lowered functions.
var enteredCall = regexp.MustCompile(`gex_\.(?:Entered|EnteredAt|DeepAt)\((\d*)\)`)

// function returns the number of the function that begins at a position of the
// lowered source, or 0, and its line if there is only one.
func (l *lines) function(position []byte) (number, line int) {
	parts := bytes.SplitN(position, []byte(":"), 3)
	if len(parts) < 3 {
		return 0, 0
	}
	row, _ := strconv.Atoi(string(parts[0]))
	column, _ := strconv.Atoi(string(parts[1]))
	rest := l.source
	for range row - 1 {
		_, rest, _ = strings.Cut(rest, "\n")
	}
	text, _, _ := strings.Cut(rest, "\n")
	found := enteredCall.FindStringSubmatch(rest)
	for _, m := range enteredCall.FindAllStringSubmatchIndex(text, -1) {
		if m[0] < column {
			found = []string{text[m[0]:m[1]], text[m[2]:m[3]]}
		}
	}
	if found == nil {
		return 0, 0
	}
	value, _ := strconv.Atoi(found[1])
	if strings.HasPrefix(found[0], "gex_.Entered(") {
		return value, 0
	}
	return 0, value
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
