package ioserver

import (
	"os"

	"gex/runtime/exception"
	"gex/runtime/process"
	"gex/runtime/term"
)

// closeRequest is the message of Close: {close, From, Ref}.
const closeRequest = term.Atom("close")

// OpenFile creates or empties the file and starts a process, linked to self,
// that writes what is put to it there, as file:open/2 does. A file that cannot
// be opened is a plain Go error.
func OpenFile(self *process.Process, path string) (term.PID, error) {
	file, err := os.Create(path)
	if err != nil {
		return term.PID{}, err
	}
	device := self.Spawn(func(self *process.Process) error {
		self.SetTrapExit(true)
		return process.Become(&server{
			write: func(_ term.PID, text string) error { _, err := file.WriteString(text); return err },
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
