package program

import (
	"io"

	"gex/interp/lib"
	"gex/runtime/exception"
	"gex/runtime/inspect"
	"gex/runtime/ioserver"
	"gex/runtime/logger"
	"gex/runtime/otp"
	"gex/runtime/process"
)

// width is the width of values.
const width = 80

// Run runs session as a process with the modules given, by a value of each, and
// prints to out what processes print.
func Run(out io.Writer, session func(), modules ...any) error {
	node := otp.Default().Node()
	logger.Configure(node, logger.Options{Exception: exception.Options{Inspect: options(node)}})
	lib.Define(node, true)
	otp.Register(modules...)
	return otp.Main(out, session)
}

// options are those of values at the prompt.
func options(node *process.Node) inspect.Options {
	o := lib.InspectOptions(node)
	o.Pretty, o.Width = true, width
	return o
}

// Show prints a value as the prompt does, when all processes have done what
// there is to do, and returns it.
func Show(value otp.Term) otp.Term {
	self := otp.Default().Node().Current()
	self.AwaitQuiet()
	print(self, inspect.Inspect(otp.ToTerm(value), options(self.Node()))+"\n")
	return value
}

// Fails calls f and prints, as the prompt does, the error in which it ends.
func Fails(f func()) {
	self := otp.Default().Node().Current()
	err := failure(f)
	self.AwaitQuiet()
	if err != nil {
		print(self, exception.Format(err, exception.Options{Inspect: options(self.Node())}))
	}
}

// failure calls f and returns the error in which it ends, nil if in none.
func failure(f func()) (err *exception.Error) {
	defer func() {
		if r := recover(); r != nil {
			err = otp.Failure(r)
		}
	}()
	f()
	return nil
}

func print(self *process.Process, text string) {
	ioserver.Write(self.Node(), ioserver.Output{From: self.PID(), Text: text})
}
