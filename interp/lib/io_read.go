package lib

import (
	"strings"

	"gex/runtime/exception"
	"gex/runtime/ioserver"
	"gex/runtime/process"
	"gex/runtime/term"
)

const standardIO = term.Atom("stdio")

// ioReads are the functions of IO that read.
func ioReads() []Function {
	return []Function{
		{"gets", "prompt", "Shows the prompt and reads a line, with its newline, or `:eof`.", func(self *process.Process, a []term.Term) (term.Term, error) {
			return ioGets(self, args{standardIO, a[0]})
		}},
		{"gets", "device, prompt", "Reads a line from a device, with its newline, or `:eof`.", ioGets},
		{"getn", `prompt, count \\ 1`, "Shows the prompt and reads `count` characters.", ioGetn2},
		{"getn", "device, prompt, count", "Reads `count` characters from a device.", ioGetn},
		{"read", `device \\ :stdio, line_or_chars`, "Reads a line (`:line`), all that is left (`:eof`) or a number of characters.", ioRead(false)},
		{"binread", `device \\ :stdio, line_or_chars`, "As `read/2`, but bytes.", ioRead(true)},
		{"stream", "", "The lines of the standard input, as a stream.", func(*process.Process, []term.Term) (term.Term, error) {
			return ioStream(standardIO, term.False, term.Atom("line"))
		}},
		{"stream", `device \\ :stdio, line_or_codepoints`, "What a device has to be read, as a stream.", func(_ *process.Process, a []term.Term) (term.Term, error) {
			return ioStream(a[0], term.False, a[1])
		}},
		{"binstream", "", "The lines of the standard input, as a stream of bytes.", func(*process.Process, []term.Term) (term.Term, error) {
			return ioStream(standardIO, term.True, term.Atom("line"))
		}},
		{"binstream", `device \\ :stdio, line_or_bytes`, "What a device has to be read, as a stream of bytes.", func(_ *process.Process, a []term.Term) (term.Term, error) {
			return ioStream(a[0], term.True, a[1])
		}},
	}
}

func ioStream(device, raw, by term.Term) (term.Term, error) {
	if device == term.Term(standardIO) {
		device = term.Atom("standard_io")
	}
	return structOf(ioStreamModule, pair("device", device), pair("raw", raw), pair("line_or_bytes", by)), nil
}

func ioGets(self *process.Process, a []term.Term) (term.Term, error) {
	prompt, err := ToString(a[1])
	if err != nil {
		return nil, exception.In(err, at("IO", "gets", 2, "io.ex", 568))
	}
	return ioserver.GetLine(self, a[0], prompt), nil
}

func ioGetn2(self *process.Process, a []term.Term) (term.Term, error) {
	if n, ok := a[1].(term.Int); ok {
		return ioGetn(self, args{standardIO, a[0], n})
	}
	return ioGetn(self, args{a[0], a[1], term.Int(1)})
}

func ioGetn(self *process.Process, a []term.Term) (term.Term, error) {
	n, ok := intAt(a, 2)
	if !ok || n <= 0 {
		return nil, noClause(self, "Elixir.IO", "getn", a[1:])
	}
	prompt, err := ToString(a[1])
	if err != nil {
		return nil, err
	}
	return ioserver.GetChars(self, a[0], "unicode", prompt, n), nil
}

func ioRead(raw bool) process.Func {
	return func(self *process.Process, a []term.Term) (term.Term, error) {
		if a[0] == nil {
			a[0] = standardIO
		}
		switch by := a[1].(type) {
		case term.Atom:
			switch by {
			case "line":
				return ioserver.GetLine(self, a[0], ""), nil
			case "eof", "all":
				return readAll(self, a[0], raw, by), nil
			}
		case term.Int:
			if by >= 0 {
				return readPiece(self, a[0], by, raw), nil
			}
		}
		return nil, errClause
	}
}

// readAll reads to the end; :all has an empty string where :eof has :eof.
func readAll(self *process.Process, device term.Term, raw bool, how term.Atom) term.Term {
	var b strings.Builder
	for {
		piece := readPiece(self, device, term.Int(4096), raw)
		text, ok := piece.(term.Binary)
		switch {
		case ok:
			b.WriteString(string(text))
		case piece == term.Term(term.Atom("eof")) && (how == "all" || b.Len() > 0):
			return term.Binary(b.String())
		default:
			return piece
		}
	}
}
