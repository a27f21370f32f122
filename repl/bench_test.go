//go:build unix

package repl

import (
	"fmt"
	"slices"
	"strings"
	"testing"
	"time"
)

// BenchmarkKeyToEcho measures the time from a key to its echo while the
// session prints 1,000 lines a second.
func BenchmarkKeyToEcho(b *testing.B) {
	c := open(b, consoleOptions{})
	stop, stopped := make(chan struct{}), make(chan struct{})
	go func() {
		defer close(stopped)
		tick := time.NewTicker(time.Millisecond)
		defer tick.Stop()
		for i := 0; ; i++ {
			select {
			case <-stop:
				return
			case <-tick.C:
				c.session.print(fmt.Sprintf("print %d\n", i))
			}
		}
	}()
	var times []time.Duration
	typed := ""
	for b.Loop() {
		if len(typed) == 40 {
			c.send("\x15")
			c.awaitLine("iex(1)>")
			typed = ""
		}
		typed += "x"
		start := time.Now()
		c.send("x")
		c.awaitLine("iex(1)> " + typed)
		times = append(times, time.Since(start))
	}
	close(stop)
	<-stopped
	slices.Sort(times)
	b.ReportMetric(float64(times[len(times)*99/100].Microseconds()), "µs-p99")
}

// BenchmarkEnterToPrompt measures the time from Enter to the next prompt.
func BenchmarkEnterToPrompt(b *testing.B) {
	c := open(b, consoleOptions{})
	n := 1
	for b.Loop() {
		c.send("echo 2\r")
		n++
		c.awaitLine(fmt.Sprintf("iex(%d)>", n))
	}
}

// awaitLine waits until the last line is the one given.
func (c *console) awaitLine(line string) {
	for {
		screen := c.text()
		if screen[strings.LastIndexByte(screen, '\n')+1:] == line {
			return
		}
		<-c.changed
	}
}
