//go:build unix

package repl

import (
	"fmt"
	"strings"
	"testing"
)

const (
	keyUp   = "\x1b[A"
	keyDown = "\x1b[B"
	altLine = "\x1b\r" // a line break in the line
)

func TestLinesOfAStatement(t *testing.T) {
	c := open(t, consoleOptions{})
	c.send("echo {1," + altLine + "  2," + altLine + "3}")
	c.waitFor("iex(1)> echo {1,", "...(1)>   2,", "...(1)> 3}")
	c.send(keyUp + keyUp + "\x05" + "0")                            // C-e
	c.send(keyDown + "\x01" + ":")                                  // C-a
	c.send(keyDown + "\x05" + "\x7f" + "4}" + keyUp + keyUp + "\r") // Backspace; Enter ends all of it
	c.waitFor("iex(1)> echo {1,0", "...(1)> :  2,", "...(1)> 34}", "{1,0", ":  2,", "34}", "iex(2)>")
}

func TestLeafingGoesOverStatements(t *testing.T) {
	c := open(t, consoleOptions{})
	c.send("echo first\recho {1,\r2}\recho last\r")
	c.waitFor("last", "iex(4)>")
	c.send(keyUp + keyUp + keyUp)
	c.waitFor("iex(4)> echo first")
	c.send(keyDown)
	c.waitFor("iex(4)> echo {1,", "...(4)> 2}")
	c.send("\x05" + keyUp + "\x05x") // after any other key the arrows move in the text
	c.waitFor("iex(4)> echo {1,x", "...(4)> 2}")
	c.send(keyUp)
	c.waitFor("iex(4)> echo first")
}

func TestLineAsWideAsTheScreen(t *testing.T) {
	c := open(t, consoleOptions{columns: 20, rows: 10})
	wide := strings.Repeat("a", 12)             // fills the row with the prompt
	c.send(wide + altLine + "b" + altLine)      // an edge before a break
	c.send(strings.Repeat("c", 12) + "d")       // an edge in the line
	c.send("\x1b[D\x1b[D\x1b[D" + "e" + "\x05") // wrapped anew
	c.waitFor("iex(1)> "+wide, "...(1)> b", "...(1)> "+strings.Repeat("c", 10)+"ec", "cd")
	c.send("\x15") // C-u
	c.waitFor("iex(1)>")
}

// A statement that is higher than the screen shows the rows around the cursor,
// and goes by as a whole when it is done.
func TestStatementHigherThanTheScreen(t *testing.T) {
	c := open(t, consoleOptions{columns: 30, rows: 8})
	for i := range 20 {
		if i > 0 {
			c.send(altLine)
		}
		c.send(fmt.Sprintf("line %d", i))
	}
	shown := func(from, to int) []string {
		var rows []string
		for i := from; i <= to; i++ {
			prompt := "...(1)> "
			if i == 0 {
				prompt = "iex(1)> "
			}
			rows = append(rows, fmt.Sprintf("%sline %d", prompt, i))
		}
		return rows
	}
	c.waitFor(shown(13, 19)...)
	c.send(strings.Repeat(keyUp, 5))
	c.send("!")
	c.eventually("the line typed into", func(screen string) bool { return strings.Contains(screen, "line 14!\n") })
	c.send("\x7f" + strings.Repeat(keyUp, 11))
	c.waitFor(shown(3, 9)...)
	c.send(strings.Repeat(keyUp, 3))
	c.waitFor(shown(0, 6)...)
	c.session.print("printed\n")
	c.waitFor(append([]string{"printed"}, shown(0, 6)...)...)
	c.send("\x03")
	c.waitFor(append(shown(14, 18), "...(1)> line 19^C", "iex(1)>")...)
}

func TestSearchBelowAllLines(t *testing.T) {
	c := open(t, consoleOptions{})
	c.send("echo {1,\r2,\r3}\recho last\r")
	c.waitFor("last", "iex(3)>")
	c.send("\x12" + "ho {")
	c.waitFor("iex(3)> echo {1,", "...(3)> 2,", "...(3)> 3}", "bck-i-search: ho {")
	c.send("!")
	c.waitFor("...(3)> 3}", "failing bck-i-search: ho {!")
	c.send("\x7f\r")
	c.waitFor("iex(3)> echo {1,", "...(3)> 2,", "...(3)> 3}", "{1,", "2,", "3}", "iex(4)>")
}
