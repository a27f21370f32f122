package lib

import (
	"gex/runtime/exception"
	"gex/runtime/inspect"
	"gex/runtime/ioserver"
	"gex/runtime/process"
	"gex/runtime/term"
)

func erlangIOTable() Module {
	return Module{
		Name: "io",
		Doc:  "Erlang's output. `~p` and `~w` show a term as Erlang writes it, `~s` text, `~n` a newline.",
		Functions: []Function{
			{"format", "format", "Prints a text with its controls replaced.", func(self *process.Process, a []term.Term) (term.Term, error) {
				return erlangFormat(self, args{term.Atom("standard_io"), a[0], term.Empty}, a)
			}},
			{"format", "format, data", "Prints a text with its controls replaced by the data.", func(self *process.Process, a []term.Term) (term.Term, error) {
				return erlangFormat(self, args{term.Atom("standard_io"), a[0], a[1]}, a)
			}},
			{"format", "device, format, data", "Prints on a device.", func(self *process.Process, a []term.Term) (term.Term, error) { return erlangFormat(self, a, a) }},
			{"fwrite", "format, data", "As `format/2`.", func(self *process.Process, a []term.Term) (term.Term, error) {
				return erlangFormat(self, args{term.Atom("standard_io"), a[0], a[1]}, a)
			}},
			{"put_chars", "chars", "Prints characters.", func(self *process.Process, a []term.Term) (term.Term, error) {
				return erlangPutChars(self, args{term.Atom("standard_io"), a[0]})
			}},
			{"put_chars", "device, chars", "Prints characters on a device.", erlangPutChars},
			{"fwrite", "format", "As `format/1`.", func(self *process.Process, a []term.Term) (term.Term, error) {
				return erlangFormat(self, args{term.Atom("standard_io"), a[0], term.Empty}, a)
			}},
			{"fwrite", "device, format, data", "As `format/3`.", func(self *process.Process, a []term.Term) (term.Term, error) { return erlangFormat(self, a, a) }},
			{"write", "term", "Prints a term on one line.", func(self *process.Process, a []term.Term) (term.Term, error) {
				return term.OK, ioserver.PutChars(self, term.Atom("standard_io"), inspect.ErlangStyle{Raw: true}.Line(a[0]))
			}},
			{"write", "device, term", "Prints a term on one line on a device.", func(self *process.Process, a []term.Term) (term.Term, error) {
				return term.OK, ioserver.Print(self, a[0], inspect.ErlangStyle{Raw: true}.Line(a[1]), "write", a[1])
			}},
			{"printable_range", "", "Which characters Erlang takes for text: `:latin1`.", constantTerm(term.Atom("latin1"))},
			{"nl", "device", "Prints a newline on a device.", func(self *process.Process, a []term.Term) (term.Term, error) {
				return term.OK, ioserver.Print(self, a[0], "\n", "nl")
			}},
			{"nl", "", "Prints a newline.", func(self *process.Process, _ []term.Term) (term.Term, error) {
				return erlangPutChars(self, args{term.Atom("standard_io"), term.Binary("\n")})
			}},
		},
	}
}

func erlangPutChars(self *process.Process, a []term.Term) (term.Term, error) {
	text, ok := ioserver.Chars(a[1])
	if !ok {
		return nil, badarg("io", "put_chars", a...)
	}
	return term.OK, ioserver.Print(self, a[0], text, "put_chars", a[1])
}

// ioRefused is the error of a format at argument i and its data behind it.
func ioRefused(call args, i int, problems [2]string) error {
	err := refused("io", "format", call, append(make([]string, i), problems[:]...)...)
	exception.As(err).Stack[0].File, exception.As(err).Stack[0].Line = "io.erl", 99
	return err
}

// erlangFormat prints on device a[0]; call is what the learner called it with.
func erlangFormat(self *process.Process, a, call args) (term.Term, error) {
	format, ok1 := ioserver.Chars(a[1])
	data, ok2 := term.Slice(a[2])
	if !ok1 {
		return nil, ioRefused(call, max(len(call)-2, 0), [2]string{"not a valid format string"})
	}
	if !ok2 {
		return nil, ioRefused(call, len(call)-2, [2]string{"", "not a list"})
	}
	parts, problem := formatErlang(formatText(a[1], format), data, erlangPrinter)
	if problem != nil {
		return nil, ioRefused(call, len(call)-2, problem.words())
	}
	return term.OK, ioserver.Print(self, a[0], joinedParts(parts), "format", a[1], a[2])
}
