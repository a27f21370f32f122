package gosrc

import (
	"gex/runtime/otp"
	"gex/runtime/process"
)

// defers is what a call of an interpreted function has deferred, and the panic
// that it is in.
type defers struct {
	support   *supportFunctions
	calls     []func()
	panicking bool
	value     any
}

func (s *supportFunctions) newDefers() *defers { return &defers{support: s} }

// Defer keeps a call for the end of the function.
func (d *defers) Defer(call func()) { d.calls = append(d.calls, call) }

// Run runs the function's body and then, also after a panic, the deferred
// calls. What the kernel uses to end a process passes without running any.
func (d *defers) Run(body func()) {
	defer func() {
		if d.guard(recover()) {
			d.runDeferred()
		}
	}()
	body()
}

// guard notes the panic and reports whether there is one of learner code or none.
func (d *defers) guard(recovered any) bool {
	if process.IsKernelPanic(recovered) {
		panic(recovered)
	}
	if recovered != nil {
		d.panicking, d.value = true, d.support.located(recovered)
	}
	return true
}

// runDeferred runs the deferred calls, last first; a panic in one takes the
// place of an earlier panic.
func (d *defers) runDeferred() {
	for len(d.calls) > 0 {
		call := d.calls[len(d.calls)-1]
		d.calls = d.calls[:len(d.calls)-1]
		d.runOne(call)
	}
	if d.panicking {
		panic(d.value)
	}
}

func (d *defers) runOne(call func()) {
	self := d.support.api.Node().Current()
	outer := d.support.running[self]
	d.support.running[self] = d
	defer func() {
		if d.support.running[self] = outer; outer == nil {
			delete(d.support.running, self)
		}
		d.guard(recover())
	}()
	call()
}

// Recover is recover in a deferred function: it ends the panic and returns
// its value.
func (d *defers) Recover() any {
	if !d.panicking {
		return nil
	}
	value := otp.Unwrap(d.value)
	d.panicking, d.value = false, nil
	if f, ok := value.(otp.Fault); ok {
		value = otp.Unwrap(f.Value)
	}
	return otp.GoValue(value)
}

// recover is recover in a named function that is deferred.
func (s *supportFunctions) recover() any {
	if d := s.running[s.api.Node().Current()]; d != nil {
		return d.Recover()
	}
	return nil
}
