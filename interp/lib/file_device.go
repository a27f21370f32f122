package lib

import (
	"errors"
	"io/fs"

	"gex/runtime/calendar"
	"gex/runtime/code"
	"gex/runtime/exception"
	"gex/runtime/ioserver"
	"gex/runtime/process"
	"gex/runtime/term"
)

// fileOpen opens a file. What is written reaches the file at once.
func fileOpen(self *process.Process, a []term.Term) (term.Term, error) {
	if isFun(a[1], 1) {
		return fileOpenWith(self, args{a[0], term.Empty, a[1]})
	}
	name, err := pathAt(self, a[0], "open", 2, 1418)
	if err != nil {
		return nil, err
	}
	if !term.IsList(a[1]) {
		return nil, errClause
	}
	files, modes := filesOf(self), a[1]
	writes := hasMode(modes, "write") || hasMode(modes, "append") || hasMode(modes, "exclusive")
	reads := hasMode(modes, "read") || !writes
	content, err := files.ReadFile(name)
	switch {
	case err == nil && hasMode(modes, "exclusive"):
		return errorTuple(term.Atom("eexist")), nil
	case err != nil && (!writes || posix(err) != "enoent"):
		return posixTuple(err), nil
	case writes && !reads && !hasMode(modes, "append"):
		content = nil
	}
	device := &ioserver.Device{Input: string(content), Latin1: !hasMode(modes, "utf8"), Unreadable: !reads}
	if writes {
		if err := files.WriteFile(name, content); err != nil {
			return posixTuple(err), nil
		}
		device.Write = func(text string) term.Atom {
			content = append(content, text...)
			if err := files.WriteFile(name, content); err != nil {
				return posix(err)
			}
			return ""
		}
	}
	return okTuple(device.Start(self, process.MFA{Module: "file_io_server", Function: "server_init", Arity: 3})), nil
}

func fileClose(self *process.Process, a []term.Term) (term.Term, error) {
	pid, ok := a[0].(term.PID)
	if !ok {
		return errorTuple(term.Atom("badarg")), nil
	}
	if _, open := ioserver.DeviceOf(self.Node(), pid); open {
		ioserver.StopDevice(self, pid)
	}
	return term.OK, nil
}

const statModule = term.Atom("Elixir.File.Stat")

// fileStat shows of a file what all systems have; the rest is undefined.
func fileStat(self *process.Process, a []term.Term) (term.Term, error) {
	name, err := pathAt(self, a[0], "stat", 2, 387)
	if err != nil {
		return nil, err
	}
	info, err := filesOf(self).Stat(name)
	if err != nil {
		return posixTuple(err), nil
	}
	kind := term.Atom("regular")
	switch {
	case info.IsDir():
		kind = "directory"
	case info.Mode()&fs.ModeDevice != 0:
		kind = "device"
	case !info.Mode().IsRegular():
		kind = "other"
	}
	access := term.Atom("read")
	if info.Mode().Perm()&0o200 != 0 {
		access = "read_write"
	}
	changed := calendar.NaiveFromMicros(int(info.ModTime().UnixMicro())+calendar.UnixMicros, 0)
	at := term.Tuple{erlDate(changed.Date), erlTime(changed.Time)}
	return okTuple(structOf(statModule, pair("size", term.Int(info.Size())), pair("type", kind), pair("access", access),
		pair("atime", at), pair("mtime", at), pair("ctime", at), pair("mode", term.Int(info.Mode().Perm())), pair("links", term.Int(1)),
		pair("major_device", term.Int(0)), pair("minor_device", term.Undefined), pair("inode", term.Undefined),
		pair("uid", term.Undefined), pair("gid", term.Undefined))), nil
}

const fileStreamModule = term.Atom("Elixir.File.Stream")

func fileStream(self *process.Process, a []term.Term) (term.Term, error) {
	name, err := pathAt(self, a[0], "stream!", 3, 1708)
	if err != nil {
		return nil, err
	}
	modes := term.List(term.Atom("raw"), term.Atom("read_ahead"), term.Atom("binary"))
	if list, ok := term.Slice(a[1]); ok {
		modes = term.ListWithTail(list, modes)
	}
	return structOf(fileStreamModule, pair("path", term.Binary(name)), pair("modes", modes), pair("line_or_bytes", a[2]), pair("raw", term.True)), nil
}

// openingFrame is the frame of a stream that could not be opened.
var openingFrame = exception.Frame{Module: "Elixir.Stream", Function: "-resource/3-fun-0-", Arity: 5, File: "lib/stream.ex", Line: 1609}

// eachInFile goes through the lines or pieces of a file.
func eachInFile(self *process.Process, m *term.Map, f func(term.Term) error) error {
	name, _ := m.Get(term.Atom("path"))
	by, _ := m.Get(term.Atom("line_or_bytes"))
	content, err := mustFile(fileRead, "stream!", 83, "stream")(self, args{name})
	if err != nil {
		var x *exception.Error
		if errors.As(err, &x) { // the file is opened when the stream is
			x.Stack = []exception.Frame{
				{Module: "Elixir.Enumerable.File.Stream", Function: "-reduce/3-fun-0-", Arity: 3, File: "lib/file/stream.ex", Line: 83}, openingFrame}
		}
		return err
	}
	text, _ := content.(term.Binary)
	device := ioserver.Device{Input: string(text)}
	for {
		self.Checkpoint()
		piece, ok := device.Next(by)
		if !ok {
			return nil
		}
		if err := f(piece); err != nil {
			return err
		}
	}
}

// fileCollector writes what is put into a File.Stream.
func fileCollector(self *process.Process, m *term.Map) (Collection, error) {
	name, _ := m.Get(term.Atom("path"))
	modes, _ := m.Get(term.Atom("modes"))
	write := mustFile(fileWrite, "stream!", 83, "stream")
	if !hasMode(modes, "append") {
		if _, err := write(self, args{name, term.Binary(""), term.Empty}); err != nil {
			return Collection{}, err
		}
	}
	return Collection{
		Put: func(x term.Term) error {
			_, err := write(self, args{name, x, term.List(term.Atom("append"))})
			return err
		},
		Done: func() (term.Term, error) { return m, nil },
	}, nil
}

const ioStreamModule = term.Atom("Elixir.IO.Stream")

// eachOnDevice goes through what can be read from a device.
func eachOnDevice(self *process.Process, m *term.Map, f func(term.Term) error) error {
	device, _ := m.Get(term.Atom("device"))
	raw, _ := m.Get(term.Atom("raw"))
	by, _ := m.Get(term.Atom("line_or_bytes"))
	for {
		piece := readPiece(self, device, by, term.Truthy(raw))
		if piece == term.Term(term.Atom("eof")) {
			return nil
		}
		if term.Tag(piece, 2) == term.ErrorAtom {
			return raise("IO.StreamError", "reason", piece.(term.Tuple)[1], "message",
				term.Binary("error during streaming: "+shown(self, piece.(term.Tuple)[1])))
		}
		if err := f(piece); err != nil {
			return err
		}
	}
}

func readPiece(self *process.Process, device, by term.Term, raw bool) term.Term {
	n, ok := by.(term.Int)
	switch {
	case !ok:
		return ioserver.GetLine(self, device, "")
	case raw:
		return ioserver.GetChars(self, device, "latin1", "", int(n))
	}
	return ioserver.GetChars(self, device, "unicode", "", int(n))
}

func deviceCollector(self *process.Process, m *term.Map) (Collection, error) {
	device, _ := m.Get(term.Atom("device"))
	return Collection{
		Put: func(x term.Term) error {
			_, err := code.Apply(self, "Elixir.IO", "write", device, x)
			return err
		},
		Done: func() (term.Term, error) { return m, nil },
	}, nil
}
