package ioserver

import (
	"io"
	"os"

	"gex/runtime/exception"
	"gex/runtime/process"
	"gex/runtime/term"
)

// closeRequest is the message of Close: {close, From, Ref}.
const closeRequest = term.Atom("close")

// Opener opens a file to write to, at its end if appending, else emptied.
type Opener func(path string, appending bool) (io.WriteCloser, error)

type openerKey struct{}

// SetOpener says how OpenFile and Append open the files of a node; without it
// they are those of the machine.
func SetOpener(node *process.Node, open Opener) { node.SetValue(openerKey{}, open) }

// OnDisk opens a file of the machine.
func OnDisk(path string, appending bool) (io.WriteCloser, error) {
	mode := os.O_TRUNC
	if appending {
		mode = os.O_APPEND
	}
	return os.OpenFile(path, mode|os.O_CREATE|os.O_WRONLY, 0o644)
}

func open(node *process.Node, path string, appending bool) (io.WriteCloser, error) {
	if opener, ok := node.Value(openerKey{}).(Opener); ok {
		return opener(path, appending)
	}
	return OnDisk(path, appending)
}

// Append adds text to the end of a file, which is made if there is none. An
// error is a plain Go error.
func Append(node *process.Node, path, text string) error {
	file, err := open(node, path, true)
	if err != nil {
		return err
	}
	_, err = io.WriteString(file, text)
	if closing := file.Close(); err == nil {
		err = closing
	}
	return err
}

// OpenFile creates or empties the file and starts a process, linked to self,
// that writes what is put to it there, as file:open/2 does. A file that cannot
// be opened is a plain Go error.
func OpenFile(self *process.Process, path string) (term.PID, error) {
	file, err := open(self.Node(), path, false)
	if err != nil {
		return term.PID{}, err
	}
	device := self.Spawn(func(self *process.Process) error {
		self.SetTrapExit(true)
		return process.Become(&server{
			write: func(_ term.PID, text string) error { _, err := io.WriteString(file, text); return err },
			close: file.Close,
		})
	}, process.SpawnOptions{Link: true, Initial: process.MFA{Module: "file_io_server", Function: "server", Arity: 3}})
	return device.PID(), nil
}

// CloseFile closes a device of OpenFile and blocks until that has happened.
func CloseFile(self *process.Process, device term.PID) {
	ref := self.Monitor(device)
	self.Unlink(device)
	self.Send(device, term.Tuple{closeRequest, self.PID(), ref})
	self.Receive(func(m term.Term) bool { return process.IsDown(m, ref) })
}

// handleOther closes a file on request or when its owner has exited.
func (s *server) handleOther(m term.Tuple) error {
	closing := term.Tag(m, 3)
	if s.close == nil || closing != closeRequest && closing != "EXIT" {
		return nil
	}
	if err := s.close(); err != nil {
		return exception.Exit(term.Binary(err.Error()))
	}
	return exception.Exit(term.Normal)
}
