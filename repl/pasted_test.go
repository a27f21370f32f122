//go:build unix

package repl

import (
	"testing"

	"gex/interp"
)

// Pasted outputs are no inputs: they are compared with what comes.
func TestPastedOutputsAreMarked(t *testing.T) {
	same := func(pasted string, printed []interp.Output) bool {
		text := ""
		for _, o := range printed {
			text += o.Text
		}
		return text == pasted+"\n"
	}
	c := open(t, consoleOptions{compare: same})
	c.send("\x1b[200~iex(7)> echo one\none\n\nProse of the page.\n\niex(8)> echo {1,\n...(8)> 2}\n{1, 3}\niex> echo three\n\nMore prose.\n\x1b[201~")
	c.waitFor("iex(1)> echo one", "one", "# agrees with what was pasted",
		"iex(2)> echo {1,", "...(2)> 2}", "{1,", "2}", "# differs from what was pasted:", "#   {1, 3}",
		"iex(3)> echo three", "three", "iex(4)>")
	c.send("echo one\r")
	c.waitFor("iex(4)> echo one", "one", "iex(5)>")
}
