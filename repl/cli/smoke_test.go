//go:build unix

package cli

import (
	"io"
	"os"
	"os/exec"
	"strconv"
	"strings"
	"syscall"
	"testing"
	"time"

	"github.com/creack/pty"
	"github.com/hinshun/vt10x"
)

// A terminal is the program running on a pseudo-terminal.
type terminal struct {
	t       testing.TB
	master  *os.File
	command *exec.Cmd
	screen  vt10x.Terminal
	changed chan struct{}
	ended   chan error
	// patience is how long it may take until what is waited for is to be seen.
	patience time.Duration
}

// start runs the program on a pseudo-terminal of 100 by 30.
func start(t testing.TB, environment []string, args ...string) *terminal {
	t.Helper()
	return startIn(t, binary(t), ".", 100, 30, environment, args...)
}

// startIn runs a program in a directory on a pseudo-terminal of a size.
func startIn(t testing.TB, program, dir string, columns, rows int, environment []string, args ...string) *terminal {
	t.Helper()
	cmd := exec.Command(program, args...)
	cmd.Dir = dir
	cmd.Env = append(os.Environ(), "TERM=xterm-256color", "GEX_HOME=none", "NO_COLOR=")
	cmd.Env = append(cmd.Env, environment...)
	master, err := pty.StartWithSize(cmd, &pty.Winsize{Rows: uint16(rows), Cols: uint16(columns)})
	if err != nil {
		t.Fatal(err)
	}
	c := &terminal{
		t: t, master: master, command: cmd,
		screen:  vt10x.New(vt10x.WithWriter(master), vt10x.WithSize(columns, rows)),
		changed: make(chan struct{}, 1),
		ended:   make(chan error, 1),

		patience: 20 * time.Second,
	}
	go c.watch()
	t.Cleanup(func() {
		cmd.Process.Kill()
		master.Close()
	})
	return c
}

// watch shows what the program writes until it has ended.
func (c *terminal) watch() {
	buffer := make([]byte, 4096)
	for {
		n, err := c.master.Read(buffer)
		c.screen.Write(buffer[:n])
		select {
		case c.changed <- struct{}{}:
		default:
		}
		if err != nil {
			c.ended <- c.command.Wait()
			return
		}
	}
}

func (c *terminal) send(text string) {
	c.t.Helper()
	if _, err := io.WriteString(c.master, text); err != nil {
		c.t.Fatal(err)
	}
}

func (c *terminal) text() string {
	var lines []string
	for line := range strings.SplitSeq(c.screen.String(), "\n") {
		lines = append(lines, strings.TrimRight(line, " "))
	}
	return strings.TrimRight(strings.Join(lines, "\n"), "\n")
}

// waitFor waits until the screen ends with the lines given.
func (c *terminal) waitFor(lines ...string) {
	c.t.Helper()
	want := strings.Join(lines, "\n")
	c.eventually(want, func(screen string) bool {
		return screen == want || strings.HasSuffix(screen, "\n"+want)
	})
}

// eventually waits until ok holds for the screen.
func (c *terminal) eventually(what string, ok func(screen string) bool) {
	c.t.Helper()
	deadline := time.After(c.patience)
	for !ok(c.text()) {
		select {
		case <-c.changed:
		case <-deadline:
			c.t.Fatalf("never saw %q; the screen is\n%s", what, c.text())
		}
	}
}

// exits waits for the end of the program with the exit code given.
func (c *terminal) exits(code int) {
	c.t.Helper()
	select {
	case <-c.ended:
		if got := c.command.ProcessState.ExitCode(); got != code {
			c.t.Fatalf("exit code %d, want %d; the screen is\n%s", got, code, c.text())
		}
	case <-time.After(20 * time.Second):
		c.t.Fatalf("the program goes on; the screen is\n%s", c.text())
	}
}

func TestSmokeTerminal(t *testing.T) {
	c := start(t, nil)
	c.waitFor(banner, "iex(1)>")
	c.send("1 + 1\r")
	c.waitFor("iex(1)> 1 + 1", "2", "iex(2)>")
	c.send("{:ok, [1,\r  2]}\r")
	c.waitFor("iex(2)> {:ok, [1,", "...(2)>   2]}", "{:ok, [1, 2]}", "iex(3)>")
	c.send(":timer.sleep(:infinity)\r\x03")
	c.waitFor("** (EXIT) interrupted", "iex(3)>")
	c.send("pid = spawn(fn -> receive do x -> IO.puts(x) end end); :ok\r")
	c.waitFor(":ok", "iex(4)>")
	c.send("spawn(fn -> :timer.sleep(50); send(pid, \"late\") end); :ok\r")
	c.waitFor(":ok", "0.109.0 | late", "iex(5)>")
	c.send("\x04")
	c.exits(exitOK)
}

// While a process prints, what is typed stays whole below its lines.
func TestSmokePrintsWhileTyping(t *testing.T) {
	c := start(t, nil, "shell", "-no-tags")
	c.waitFor("iex(1)>")
	c.send("spawn(fn -> for i <- 1..300 do IO.puts(i); :timer.sleep(1) end; IO.puts(:done) end); :ok\r")
	c.waitFor("iex(2)>")
	typed := ""
	for _, key := range "{:typed, 'while it prints'}" {
		typed += string(key)
		c.send(string(key))
		c.eventually("what was typed below the prints", func(screen string) bool {
			return strings.HasSuffix(screen, "\niex(2)> "+strings.TrimRight(typed, " "))
		})
	}
	c.waitFor("300", "done", "iex(2)> "+typed)
	c.send("\r")
	c.waitFor("iex(2)> "+typed, typed, "iex(3)>")
}

func TestSmokeDumbTerminal(t *testing.T) {
	c := start(t, []string{"TERM=dumb"})
	c.waitFor(banner, "iex(1)>")
	c.send("1 + 1\n")
	c.waitFor("iex(1)> 1 + 1", "2", "iex(2)>")
	c.send("IO.puts(:now); :timer.sleep(:infinity)\n")
	c.waitFor("iex(2)> IO.puts(:now); :timer.sleep(:infinity)", "now")
	c.send("\x03")
	c.waitFor("** (EXIT) interrupted", "iex(2)>")
	c.send("{1,\n\x03")
	c.waitFor("iex(2)>")
	c.send("\x04")
	c.exits(exitOK)
}

func TestSmokeSignals(t *testing.T) {
	c := start(t, nil)
	c.waitFor("iex(1)>")
	c.send("IO.puts(:now); :timer.sleep(:infinity)\r")
	c.waitFor("now")
	c.command.Process.Signal(os.Interrupt)
	c.waitFor("** (EXIT) interrupted", "iex(1)>")
	c.command.Process.Signal(syscall.SIGTERM)
	c.exits(exitOK)
}

func TestSmokePipe(t *testing.T) {
	cmd := exec.Command(binary(t))
	cmd.Stdin = strings.NewReader("1 + 1\nx = [1,\n2]\n")
	out, err := cmd.Output()
	want := "iex(1)> 1 + 1\n2\niex(2)> x = [1,\n...(2)> 2]\n[1, 2]\n"
	if err != nil || string(out) != want {
		t.Errorf("gex prints %q, %v, want %q", out, err, want)
	}
}

// BenchmarkStart measures the way from the start of the program to its prompt,
// and the memory it has needed then.
func BenchmarkStart(b *testing.B) {
	binary(b)
	var memory int64
	for b.Loop() {
		c := start(b, nil)
		c.waitFor(banner, "iex(1)>")
		c.send("\x04")
		c.exits(exitOK)
		if usage, ok := c.command.ProcessState.SysUsage().(*syscall.Rusage); ok {
			memory = max(memory, usage.Maxrss)
		}
	}
	b.ReportMetric(float64(memory)/1024, "MB-peak")
}

// BenchmarkEnter measures the way from Enter to the next prompt, with the
// result of 1 + 1 above it, of the program on a pseudo-terminal.
func BenchmarkEnter(b *testing.B) {
	c := start(b, nil)
	c.waitFor("iex(1)>")
	n := 1
	for b.Loop() {
		c.send("1 + 1\r")
		n++
		want := "\n2\niex(" + strconv.Itoa(n) + ")>"
		c.eventually(want, func(screen string) bool { return strings.HasSuffix(screen, want) })
	}
	c.send("\x04")
	c.exits(exitOK)
}
