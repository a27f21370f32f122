//go:build unix

package repl

import (
	"bytes"
	"fmt"
	"os"
	"path/filepath"
	"strings"
	"sync/atomic"
	"syscall"
	"testing"
	"time"

	"github.com/creack/pty"
	"github.com/hinshun/vt10x"

	"gex/interp"
)

// A console is a shell on a pseudo-terminal, with what a person sees.
type console struct {
	t       testing.TB
	master  *os.File
	slave   *os.File
	screen  vt10x.Terminal
	changed chan struct{}
	emptied atomic.Int32 // how often all was erased from the corner on
	session *fake
	shell   *Shell
	done    chan struct{}
}

type consoleOptions struct {
	columns, rows int
	term          string
	editor        string
	history       string
	strict        bool
	color         bool
	compare       func(pasted string, printed []interp.Output) bool
}

// open starts a shell on a new pseudo-terminal.
func open(t testing.TB, o consoleOptions) *console {
	t.Helper()
	if o.columns == 0 {
		o.columns, o.rows = 60, 20
	}
	master, slave, err := pty.Open()
	if err != nil {
		t.Skip("no pseudo-terminal:", err)
	}
	pty.Setsize(master, &pty.Winsize{Rows: uint16(o.rows), Cols: uint16(o.columns)})
	c := &console{
		t: t, master: master, slave: slave,
		screen:  vt10x.New(vt10x.WithWriter(master), vt10x.WithSize(o.columns, o.rows)),
		changed: make(chan struct{}, 1),
		session: newFake(),
		done:    make(chan struct{}),
	}
	go c.watch()
	term := func(name string) string { return map[string]string{"TERM": o.term, "EDITOR": o.editor}[name] }
	place, err := Open(Options{
		In: slave, Out: slave, Getenv: term, Color: o.color, History: o.history,
	})
	if err != nil {
		t.Fatal(err)
	}
	c.shell = &Shell{Console: place, Banner: "a shell", Strict: o.strict, Compare: o.compare}
	c.session.output = c.shell.Output
	go func() {
		defer close(c.done)
		c.shell.Run(c.session)
		c.shell.Close()
	}()
	t.Cleanup(func() {
		c.shell.Quit()
		<-c.done
		master.Close()
		slave.Close()
	})
	c.waitFor("a shell", "iex(1)>")
	return c
}

func (c *console) watch() {
	buffer := make([]byte, 4096)
	for {
		n, err := c.master.Read(buffer)
		if err != nil {
			return
		}
		c.feed(buffer[:n])
		select {
		case c.changed <- struct{}{}:
		default:
		}
	}
}

// feed draws what was written. Terminals that keep what goes off the screen keep
// it too if all is erased from the first cell on: emptied counts that.
func (c *console) feed(p []byte) {
	const erase = "\x1b[J"
	parts := bytes.Split(p, []byte(erase))
	for i, part := range parts {
		c.screen.Write(part)
		if i == len(parts)-1 {
			return
		}
		c.screen.Lock()
		at := c.screen.Cursor()
		c.screen.Unlock()
		if at.X == 0 && at.Y == 0 {
			c.emptied.Add(1)
		}
		c.screen.Write([]byte(erase))
	}
}

// send types text.
func (c *console) send(text string) {
	c.t.Helper()
	if _, err := c.master.WriteString(text); err != nil {
		c.t.Fatal(err)
	}
}

// text returns what is to be seen, without blank ends.
func (c *console) text() string {
	var lines []string
	for line := range strings.SplitSeq(c.screen.String(), "\n") {
		lines = append(lines, strings.TrimRight(line, " "))
	}
	return strings.TrimRight(strings.Join(lines, "\n"), "\n")
}

// eventually waits until ok holds for the screen.
func (c *console) eventually(what string, ok func(screen string) bool) {
	c.t.Helper()
	deadline := time.After(10 * time.Second)
	for !ok(c.text()) {
		select {
		case <-c.changed:
		case <-time.After(20 * time.Millisecond):
		case <-deadline:
			c.t.Fatalf("never saw %s; the screen is\n%s", what, c.text())
		}
	}
}

// waitFor waits until the screen ends with the lines given.
func (c *console) waitFor(lines ...string) {
	c.t.Helper()
	want := strings.Join(lines, "\n")
	c.eventually(fmt.Sprintf("%q at the end", want), func(screen string) bool {
		return screen == want || strings.HasSuffix(screen, "\n"+want)
	})
}

// left waits until the shell has ended.
func (c *console) left() {
	c.t.Helper()
	select {
	case <-c.done:
	case <-time.After(10 * time.Second):
		c.t.Fatalf("the shell goes on; the screen is\n%s", c.text())
	}
}

func TestTyping(t *testing.T) {
	c := open(t, consoleOptions{})
	c.send("echo hello\r")
	c.waitFor("a shell", "iex(1)> echo hello", "hello", "iex(2)>")
	c.send("helo wurld\x1b[D\x1b[D\x1b[Do\x05!\x01echo \r") // arrows, C-e, C-a
	c.waitFor("iex(2)> echo helo wuorld!", "helo wuorld!", "iex(3)>")
	c.send("\r  \r")
	c.waitFor("iex(3)>", "iex(3)>", "iex(3)>")
	c.send("fail now\r")
	c.waitFor("iex(3)> fail now", "** (RuntimeError) now", "iex(3)>")
	c.send("exit\r")
	c.left()
}

func TestContinuation(t *testing.T) {
	c := open(t, consoleOptions{})
	c.send("echo {1,\r2,\r")
	c.waitFor("iex(1)> echo {1,", "...(1)> 2,", "...(1)>")
	c.send("3}\r")
	c.waitFor("...(1)> 3}", "{1,", "2,", "3}", "iex(2)>")
	c.send("{\r#iex:break\r")
	c.waitFor("iex(2)> {", "...(2)> #iex:break",
		"** (RuntimeError) given up", "iex(2)>")
	c.send("#iex:break\r")
	c.waitFor("iex(2)> #iex:break", "iex(2)>")
}

func TestInterruptInput(t *testing.T) {
	c := open(t, consoleOptions{})
	c.send("half a line\x03")
	c.waitFor("iex(1)> half a line^C", "iex(1)>")
	c.send("{1,\r2,\x03")
	c.waitFor("iex(1)> {1,", "...(1)> 2,^C", "iex(1)>")
	c.send("{1,\r\x03")
	c.waitFor("...(1)> ^C", "iex(1)>")
	c.send("echo a\r")
	c.waitFor("a", "iex(2)>")
	c.send("\x03")
	c.waitFor("iex(2)> ^C", "press Ctrl+C again to exit", "iex(2)>")
	c.send("echo b\r")
	c.waitFor("b", "iex(3)>")
	c.send("\x03")
	c.waitFor("iex(3)> ^C", "press Ctrl+C again to exit", "iex(3)>")
	c.send("\x03")
	c.left()
}

func TestInterruptEvaluation(t *testing.T) {
	c := open(t, consoleOptions{})
	c.send("wait\r")
	c.waitFor("iex(1)> wait", "waiting")
	c.send("\x03")
	c.waitFor("iex(1)> wait", "waiting", "** (EXIT) interrupted", "iex(1)>")
	c.send("wait\rdropped\x03echo kept\r") // in one stroke
	c.waitFor("** (EXIT) interrupted", "iex(1)> echo kept", "kept", "iex(2)>")
	if got := c.session.evaluated(); strings.Contains(got, "dropped") {
		t.Errorf("evaluated %s, want nothing that was typed before Ctrl-C", got)
	}
}

func TestLeaving(t *testing.T) {
	for name, keys := range map[string]string{
		"Ctrl-D": "\x04", "Ctrl-D after a statement given up": "{\r\x04\x04",
		"Ctrl-C twice": "\x03\x03", "Ctrl-backslash": "wait\r\x1c", "exit": "exit\r",
	} {
		t.Run(name, func(t *testing.T) {
			c := open(t, consoleOptions{})
			c.send(keys)
			c.left()
		})
	}
}

func TestDeleteAtEmptyLineStays(t *testing.T) {
	c := open(t, consoleOptions{})
	c.send("\x1b[3~echo ab\x1b[D\x1b[3~\r")
	c.waitFor("iex(1)> echo a", "a", "iex(2)>")
}

func TestTypedAhead(t *testing.T) {
	c := open(t, consoleOptions{})
	var keys, want strings.Builder
	for i := range 30 {
		fmt.Fprintf(&keys, "echo %d\r", i)
	}
	c.send(keys.String() + "unfinished")
	for i := range 6 {
		fmt.Fprintf(&want, "iex(%d)> echo %d\n%d\n", 25+i, 24+i, 24+i)
	}
	c.waitFor(want.String() + "iex(31)> unfinished")
}

func TestPrintsWhileTyping(t *testing.T) {
	c := open(t, consoleOptions{})
	c.send("echo ha")
	c.waitFor("iex(1)> echo ha")
	c.session.print("from the background\n")
	c.waitFor("a shell", "from the background", "iex(1)> echo ha")
	c.session.print("no line ")
	c.waitFor("from the background", "no line", "iex(1)> echo ha")
	c.session.print("end\nmore\n")
	c.waitFor("from the background", "no line end", "more", "iex(1)> echo ha")
	c.send("lf\r")
	c.waitFor("more", "iex(1)> echo half", "half", "iex(2)>")
	c.send("write abc\r")
	c.waitFor("iex(2)> write abc", "abc", "iex(2)>")
}

// The measure of the design: of 10,000 prints that come while a line is read or
// is about to be, none may hide the prompt or what was typed.
func TestPrintsNeverLoseThePrompt(t *testing.T) {
	c := open(t, consoleOptions{})
	n := 10_000
	if testing.Short() {
		n = 100
	}
	for i := range n {
		c.session.print(fmt.Sprintf("print %d\n", i))
		c.send("x")
		if i%10 == 9 {
			c.session.print(fmt.Sprintf("and %d\n", i))
			c.send("\r")
			c.waitFor(fmt.Sprintf("iex(%d)>", i/10+2))
		}
	}
	c.eventually("the last print", func(screen string) bool {
		return strings.Contains(screen, fmt.Sprintf("print %d", n-1))
	})
	c.send("y")
	c.waitFor(fmt.Sprintf("iex(%d)> y", n/10+1))
	for line := range strings.SplitSeq(c.text(), "\n") {
		if i := strings.Index(line, "print"); i > 0 {
			t.Errorf("glued line %q", line)
		}
	}
}

func TestFloodOfPrints(t *testing.T) {
	c := open(t, consoleOptions{})
	stop := make(chan struct{})
	last := make(chan int, 1)
	go func() {
		printed := 0
		defer func() { last <- printed }()
		for printed < 20_000 {
			printed++
			c.session.print(fmt.Sprintf("%d: %s\n", printed, strings.Repeat("=", printed%50)))
			select {
			case <-stop:
				return
			default:
			}
		}
	}()
	c.send("echo typed in a flood")
	c.eventually("the line typed", func(screen string) bool {
		return strings.Contains(screen, "iex(1)> echo typed in a flood")
	})
	close(stop)
	end := fmt.Sprintf("\n%d:", <-last)
	c.eventually("the end of the flood", func(screen string) bool { return strings.Contains(screen, end) })
	c.send("\r")
	c.eventually("the result", func(screen string) bool {
		return strings.Contains(screen, "\ntyped in a flood\n") && strings.HasSuffix(screen, "\niex(2)>")
	})
}

func TestPromptStartsAnew(t *testing.T) {
	for _, term := range []string{"xterm", "dumb"} {
		c := open(t, consoleOptions{term: term})
		c.send("echo a\n")
		c.waitFor("a", "iex(2)>")
		c.session.print("restart\n")
		c.eventually("the first prompt", func(screen string) bool {
			return strings.HasSuffix(screen, "\nrestart\niex(1)>")
		})
		c.send("echo b\n")
		c.waitFor("iex(1)> echo b", "b", "iex(2)>")
	}
}

func TestResize(t *testing.T) {
	c := open(t, consoleOptions{columns: 40, rows: 10})
	c.send("echo " + strings.Repeat("abcdefghij", 4))
	c.waitFor("iex(1)> echo abcdefghijabcdefghijabcdefg", "hijabcdefghij")
	pty.Setsize(c.master, &pty.Winsize{Rows: 10, Cols: 30})
	c.screen.Resize(30, 10)
	syscall.Kill(os.Getpid(), syscall.SIGWINCH)
	c.eventually("the line at the new width", func(screen string) bool {
		return strings.HasSuffix(screen, "echo abcdefghijabcdefg\nhijabcdefghijabcdefghij")
	})
	c.session.print("above\n")
	c.eventually("the print", func(screen string) bool {
		return strings.HasSuffix(screen, "above\niex(1)> echo abcdefghijabcdefg\nhijabcdefghijabcdefghij")
	})
}

func TestWideCharacters(t *testing.T) {
	c := open(t, consoleOptions{})
	c.send("echo 日本語\x1b[D\x1b[D-\r")
	c.eventually("both lines", func(screen string) bool {
		return strings.Contains(screen, "日") && strings.Contains(screen, "iex(2)>")
	})
	if got, want := c.session.evaluated(), `["echo 日-本語"]`; got != want {
		t.Errorf("evaluated %s, want %s", got, want)
	}
}

// In a line that wraps the cursor stands where the next key goes, and nothing
// of the line is left when it is wiped.
func TestCursorInWrappedLines(t *testing.T) {
	for _, n := range []int{31, 32, 33, 71, 72, 73} {
		c := open(t, consoleOptions{columns: 40, rows: 12})
		c.send(strings.Repeat("x", n) + "\x01\x1b[C")
		c.eventually("the cursor behind the first character", func(string) bool {
			c.screen.Lock()
			cursor := c.screen.Cursor()
			c.screen.Unlock()
			return cursor.X == len("iex(1)> x") && cursor.Y == 1
		})
		c.send("\x05\x15") // to the end, wipe
		c.waitFor("a shell", "iex(1)>")
		c.send("echo ok\r")
		c.waitFor("a shell", "iex(1)> echo ok", "ok", "iex(2)>")
	}
}

func TestHistory(t *testing.T) {
	file := filepath.Join(t.TempDir(), "state", "history")
	c := open(t, consoleOptions{history: file})
	c.send("echo one\recho {1,\r  2}\recho three\r")
	c.waitFor("three", "iex(4)>")
	c.send("\x1b[A\x1b[A")
	c.waitFor("iex(4)> echo {1,", "...(4)>   2}")
	c.send("\r")
	c.waitFor("{1,", "  2}", "iex(5)>")
	c.send("{\r\x1b[A\x1b[A\x0b\x15}\r") // looking back from the middle of a statement
	c.waitFor("iex(5)> {", "...(5)> }", "{", "}", "iex(6)>")
	c.send("\x1b[A")
	c.waitFor("iex(6)> {", "...(6)> }")
	c.send("\x15\x04")
	c.left()

	again := open(t, consoleOptions{history: file})
	again.send("\x1b[A\x1b[A")
	again.waitFor("iex(1)> echo {1,", "...(1)>   2}")
	again.send("\x15\x12one") // C-u, C-r
	again.eventually("the search", func(screen string) bool {
		return strings.Contains(screen, "iex(1)> echo one\nbck-i-search: one")
	})
	again.session.print("printed\n")
	again.send("\r")
	again.eventually("the line found", func(screen string) bool {
		return strings.Contains(screen, "printed\n") && strings.HasSuffix(screen, "\none\niex(2)>")
	})
}

func TestPaste(t *testing.T) {
	paste := func(text string) string { return "\x1b[200~" + text + "\x1b[201~" }
	c := open(t, consoleOptions{})
	c.send("echo " + paste("in a line") + "\r")
	c.waitFor("iex(1)> echo in a line", "in a line", "iex(2)>")

	c.send(paste("type F struct{}\n\nfunc (F) M() {\n\treturn\n}"))
	c.waitFor("iex(2)> type F struct{}", "...(2)>", "...(2)> func (F) M() {",
		"...(2)>     return", "...(2)> }")
	c.send("\r")
	c.waitFor("}", "iex(3)>")
	if got := c.session.evaluated(); !strings.Contains(got, `"type F struct{}\n\nfunc (F) M() {\n\treturn\n}"`) {
		t.Errorf("evaluated %s", got)
	}

	c.send(paste("1. iex(7)> echo {1,\n...(7)> 2}\n{1, 2}\niex(8)> echo x\nx\n"))
	c.waitFor("iex(3)> echo {1,", "...(3)> 2}", "{1,", "2}", "iex(4)> echo x", "x", "iex(5)>")

	c.send(paste("echo list\n|> echo\necho last\n"))
	c.waitFor("iex(5)> echo list", "...(5)> |> echo", "list", "|> echo",
		"iex(6)> echo last", "last", "iex(7)>")
	c.send("iex(3)> echo bare\r")
	c.waitFor("iex(7)> iex(3)> echo bare", "bare", "iex(8)>")
}

func TestCompletion(t *testing.T) {
	c := open(t, consoleOptions{})
	c.send("echo syn\t\r")
	c.waitFor("iex(1)> echo sync_notify", "sync_notify", "iex(2)>")
	c.send("En\t")
	c.waitFor("iex(2)> Enum")
	c.send("\t")
	c.waitFor("Enum          Enumerable", "iex(2)> Enum")
	c.send("\x15zzz\t\x15echo on\r")
	c.waitFor("on", "iex(3)>")
	c.send("{\r")
	c.waitFor("...(3)>")
	c.send("\t") // indents
	c.send("echo\r}\r")
	c.waitFor("iex(3)> {", "...(3)>     echo", "...(3)> }", "{", "        echo", "}", "iex(4)>")
	c.send("echo a\tb\r") // is text in a burst
	c.waitFor("iex(4)> echo a    b", "a       b", "iex(5)>")
}

func TestClearScreen(t *testing.T) {
	c := open(t, consoleOptions{})
	c.send("ab\x0c")
	c.eventually("an empty screen", func(screen string) bool { return screen == "iex(1)> ab" })
	before := c.emptied.Load()
	c.send("c\x7fcd\x01e")
	c.eventually("what was typed on the first row", func(screen string) bool { return screen == "iex(1)> eabcd" })
	if n := c.emptied.Load() - before; n != 0 {
		t.Errorf("typing on the first row erased the whole screen %d times, each of which tmux keeps", n)
	}
}

func TestDumbTerminal(t *testing.T) {
	c := open(t, consoleOptions{term: "dumb"})
	c.send("echo a\n")
	c.waitFor("iex(1)> echo a", "a", "iex(2)>")
	c.session.print("printed\n")
	c.waitFor("iex(2)>", "printed", "iex(2)>")
	c.send("{1,\n")
	c.waitFor("iex(2)> {1,", "...(2)>")
	c.shell.signal(os.Interrupt)
	c.waitFor("...(2)>", "iex(2)>")
	c.send("wait\n")
	c.waitFor("iex(2)> wait", "waiting")
	c.shell.signal(os.Interrupt)
	c.waitFor("waiting", "", "** (EXIT) interrupted", "iex(2)>")
	c.send("\x04")
	c.left()
}
