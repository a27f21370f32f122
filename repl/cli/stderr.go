package cli

import (
	"io"
	"os"

	"gex/interp"
	"gex/repl"
)

// printer returns what shows the outputs of a session. Under strict, warnings
// go to standard error as in IEx, unless that is the terminal that shows
// everything else, where they must not disturb the line being typed.
func (w *world) printer(console *repl.Console, strict bool) func(interp.Output) {
	if !strict || sameTerminal(w.stdout, w.stderr) {
		return console.Output
	}
	return func(o interp.Output) {
		if o.Kind == interp.Warning {
			io.WriteString(w.stderr, o.Text)
		} else {
			console.Output(o)
		}
	}
}

// sameTerminal reports whether a and b are one terminal.
func sameTerminal(a, b io.Writer) bool {
	x, ok1 := a.(*os.File)
	y, ok2 := b.(*os.File)
	if !ok1 || !ok2 || !repl.IsTerminal(x) || !repl.IsTerminal(y) {
		return false
	}
	first, err1 := x.Stat()
	second, err2 := y.Stat()
	return err1 == nil && err2 == nil && os.SameFile(first, second)
}
