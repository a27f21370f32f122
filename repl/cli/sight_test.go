//go:build unix

package cli

import (
	"strings"
	"testing"

	"github.com/creack/pty"
)

// resize gives the terminal another size.
func (c *terminal) resize(columns, rows int) {
	c.t.Helper()
	if err := pty.Setsize(c.master, &pty.Winsize{Rows: uint16(rows), Cols: uint16(columns)}); err != nil {
		c.t.Fatal(err)
	}
	c.screen.Resize(columns, rows)
}

// A learner looks at processes on terminals of several sizes.
func TestSmokeSight(t *testing.T) {
	for _, size := range []struct {
		columns     int
		environment []string
		message     []string
		tree        []string
	}{
		{80, nil, []string{"shell                       m", "0.108.0                     0.109.0", " │───────── :hello ─────────>│", " │                           │ » hello", " │                           ✗ exit :normal"},
			[]string{"shell 0.108.0", "└─ ✗ m 0.109.0 (process) exited: :normal"}},
		{60, nil, []string{" │───────── :hello ─────────>│", " │                           │ » hello"}, []string{"└─ ✗ m 0.109.0 (process) exited: :normal"}},
		{80, []string{"TERM=dumb"}, []string{" |--------- :hello --------->|", " |                           | > hello", " |                           x exit :normal"},
			[]string{"shell 0.108.0", "`- x m 0.109.0 (process) exited: :normal"}},
	} {
		c := start(t, size.environment)
		c.resize(size.columns, 30)
		enter := "\r"
		if size.environment != nil {
			enter = "\n"
		}
		c.waitFor("iex(1)>")
		c.send("m = spawn(fn -> receive do x -> IO.puts(x) end end); :ok" + enter)
		c.waitFor(":ok", "iex(2)>")
		c.send("/tree" + enter)
		c.eventually("the tree", func(screen string) bool { return strings.Contains(screen, "m 0.109.0 (process), not linked\niex(2)>") })
		c.send("send(m, :hello); :ok" + enter)
		tag := "0.109.0 | "
		if size.environment != nil {
			tag = ""
		}
		c.waitFor(tag+"hello", ":ok", "iex(3)>")
		c.send("/seq" + enter)
		c.eventually("the chart", shows(size.message))
		c.send("/tree" + enter)
		c.eventually("the tree again", shows(size.tree))
		c.send("/why m" + enter)
		c.eventually("the reason", shows([]string{"#PID<0.109.0> ended by itself"}))
		c.send("mm" + enter)
		c.eventually("a hint", shows([]string{"hint: did you mean m?"}))
		c.send("\x04")
		c.exits(exitOK)
	}
}

// shows reports whether a screen has lines that begin as those given, one
// below the other.
func shows(lines []string) func(screen string) bool {
	return func(screen string) bool {
		for _, line := range lines {
			_, rest, ok := strings.Cut("\n"+screen, "\n"+line)
			if !ok {
				return false
			}
			screen = rest
		}
		return true
	}
}

// Flags switch off what is not IEx's.
func TestSmokePlain(t *testing.T) {
	c := start(t, nil, "shell", "-no-hints", "-no-tags")
	c.waitFor("iex(1)>")
	c.send("spawn(fn -> IO.puts(\"bare\") end); :ok\r")
	c.waitFor("bare", ":ok", "iex(2)>")
	c.send("mm\r")
	c.waitFor("** (CompileError) iex:2: undefined function mm/0 (there is no such import)", "", "iex(2)>")
	c.send("\x04")
	c.exits(exitOK)
}
