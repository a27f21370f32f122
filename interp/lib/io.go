package lib

import (
	"strings"

	"gex/runtime/exception"
	"gex/runtime/ioserver"
	"gex/runtime/process"
	"gex/runtime/term"
)

func ioModule() Module {
	return Module{
		Name: "Elixir.IO",
		Doc:  "Output. A device is `:stdio`, `:stderr` or a process.",
		Functions: []Function{
			{"puts", `device \\ :stdio, item`, "Prints `item`, as `to_string/1` has it, and a newline.", ioPuts},
			{"write", `device \\ :stdio, item`, "Prints `item`, as `to_string/1` has it.", ioWrite},
			{"binwrite", `device \\ :stdio, iodata`, "Prints bytes.", ioBinwrite},
			{"inspect", `item, opts \\ []`, "Prints `item` as `inspect/2` has it, and returns it. The option `:label` puts a text in front.", ioInspect},
			{"inspect", "device, item, opts", "As `inspect/2`, on a device.", ioInspectDevice},
			{"warn", `message, stacktrace \\ []`, "Prints a warning on `:stderr`, with the places of a stack trace.", ioWarn},
			{"iodata_to_binary", "iodata", "The bytes of nested lists of bytes and binaries.", ioDataToBinary},
			{"iodata_length", "iodata", "The number of bytes in nested lists of bytes and binaries.", ioDataLength},
			{"chardata_to_string", "chardata", "The string of nested lists of code points and strings.", ioChardata},
		},
	}
}

func ioPuts(self *process.Process, a []term.Term) (term.Term, error) {
	text, err := stringOf(self, a[1])
	if err != nil {
		return nil, exception.In(err, at("IO", "puts", 2, "io.ex", 767))
	}
	return term.OK, put(self, a[0], text+"\n", term.List(term.Binary(text), term.Int('\n')))
}

func ioWrite(self *process.Process, a []term.Term) (term.Term, error) {
	text, err := stringOf(self, a[1])
	if err != nil {
		return nil, exception.In(err, at("IO", "write", 2, "io.ex", 767))
	}
	return term.OK, put(self, a[0], text, term.Binary(text))
}

// put prints on a device as the functions of IO name it; shown is the text as
// they hand it to io.
func put(self *process.Process, device term.Term, text string, shown term.Term) error {
	if !isDestination(device) {
		return errClause
	}
	return ioserver.Print(self, device, text, "put_chars", shown)
}

func ioBinwrite(self *process.Process, a []term.Term) (term.Term, error) {
	var b strings.Builder
	if !writeBytes(&b, a[1]) {
		return nil, badarg("file", "write", a...)
	}
	if !isDestination(a[0]) {
		return nil, errClause
	}
	return ioserver.PutBytes(self, a[0], b.String())
}

func ioInspect(self *process.Process, a []term.Term) (term.Term, error) {
	return ioInspectDevice(self, args{term.Atom("stdio"), a[0], a[1]})
}

func ioInspectDevice(self *process.Process, a []term.Term) (term.Term, error) {
	o, err := inspectWith(InspectOptions(self.Node()), a[2])
	if err != nil {
		return nil, noClause(self, "Elixir.IO", "inspect", a)
	}
	o.Pretty = true // whatever the option says
	frame := at("IO", "inspect", 3, "io.ex", 465)
	if err := warnCharLists(self, a[1], a[2], frame); err != nil {
		return nil, err
	}
	text, err := inspectedIn(a[1], o, frame)
	if err != nil {
		return nil, err
	}
	before, prefix := term.Empty, ""
	if label, ok := option(a[2], "label"); ok && label != term.Term(term.Nil) {
		prefix, err = stringOf(self, label)
		if err != nil {
			return nil, err
		}
		before, prefix = term.List(term.Binary(prefix), term.Binary(": ")), prefix+": "
	}
	shown := term.List(term.List(before, term.List(term.Binary(text))), term.Int('\n'))
	return a[1], exception.In(put(self, a[0], prefix+text+"\n", shown), at("IO", "inspect", 3, "io.ex", 467))
}

func ioWarn(self *process.Process, a []term.Term) (term.Term, error) {
	text, err := ToString(a[0])
	if err != nil {
		return nil, err
	}
	frames, ok := exception.ParseStack(a[1])
	if !ok {
		return nil, errClause
	}
	return term.OK, warning(self, text, frames...)
}

// warning prints a warning with the places of a stack trace.
func warning(self *process.Process, text string, frames ...exception.Frame) error {
	places := ""
	for _, f := range frames {
		places += "  " + exception.FormatStackFrame(f, exception.Options{}) + "\n"
	}
	text = "warning: " + text + "\n" + places + "\n"
	return put(self, term.Atom("stderr"), text, term.Binary(text))
}

func ioDataToBinary(_ *process.Process, a []term.Term) (term.Term, error) {
	var b strings.Builder
	if !writeBytes(&b, a[0]) {
		return nil, badarg("erlang", "iolist_to_binary", a...)
	}
	return term.Binary(b.String()), nil
}

func listToBinary(self *process.Process, a []term.Term) (term.Term, error) {
	if !term.IsList(a[0]) {
		return nil, badarg("erlang", "list_to_binary", a...)
	}
	return ioDataToBinary(self, a)
}

func ioDataLength(_ *process.Process, a []term.Term) (term.Term, error) {
	var b strings.Builder
	if !writeBytes(&b, a[0]) {
		return nil, badarg("erlang", "iolist_size", a...)
	}
	return term.Int(b.Len()), nil
}

func ioChardata(self *process.Process, a []term.Term) (term.Term, error) {
	if text, ok := a[0].(term.Binary); ok {
		return text, nil
	}
	if !term.IsList(a[0]) {
		return nil, errClause
	}
	text, err := charsToString(self, a[0])
	return term.Binary(text), err
}
