package repl

import "sync"

// attention knows whether an evaluation is running, that is whom a Ctrl-C is
// for. Its methods may be called from any goroutine.
type attention struct {
	mu   sync.Mutex
	stop func()
}

// begin marks the start of work that stop interrupts; stop must not block.
func (a *attention) begin(stop func()) {
	a.mu.Lock()
	defer a.mu.Unlock()
	a.stop = stop
}

// end marks the end of the work: stop is not called after it.
func (a *attention) end() {
	a.mu.Lock()
	defer a.mu.Unlock()
	a.stop = nil
}

// interrupt interrupts the work under way and reports whether there was any.
func (a *attention) interrupt() bool {
	a.mu.Lock()
	defer a.mu.Unlock()
	if a.stop == nil {
		return false
	}
	a.stop()
	return true
}
