package gosrc

import (
	"gex/runtime/otp"
	"gex/runtime/process"
)

// defers is what a call of an interpreted function has deferred, and the panic
// that it is in.
type defers struct {
	support   *supportFunctions
	calls     []deferredCall
	panicking bool
	value     any
}

// deferredCall is one call, which is direct if what it calls may ask for the panic.
type deferredCall struct {
	run    func()
	direct bool
}

func (s *supportFunctions) newDefers() *defers { return &defers{support: s} }

// Defer keeps a call for the end of the function.
func (d *defers) Defer(call func()) { d.calls = append(d.calls, deferredCall{run: call}) }

// DeferDirect keeps a call of a function that may call recover.
func (d *defers) DeferDirect(call func()) {
	d.calls = append(d.calls, deferredCall{run: call, direct: true})
}

// Run runs the function's body and then, also after a panic, the deferred
// calls. What the kernel uses to end a process passes without running any.
func (d *defers) Run(body func()) {
	if kernel := d.guarded(body); kernel != nil {
		d.support.raise(kernel)
	}
	for len(d.calls) > 0 {
		last := len(d.calls) - 1
		call := d.calls[last]
		d.calls = d.calls[:last]
		d.runOne(call)
	}
	if d.panicking {
		d.support.raise(d.value)
	}
}

// guarded calls f, notes a panic of learner code, which takes the place of an
// earlier one, and returns one of the kernel. In a function that is deep in calls
// f has a stack of its own.
func (d *defers) guarded(f func()) (kernel any) {
	defer func() {
		switch r := recover(); {
		case r == nil:
		case process.IsKernelPanic(r):
			kernel = r
		default:
			d.panicking, d.value = true, d.support.located(r)
		}
	}()
	if stacks, _ := d.support.current().Stacks(); stacks > 0 {
		d.support.deeper(f)
	} else {
		f()
	}
	return nil
}

// runOne runs a deferred call.
func (d *defers) runOne(call deferredCall) {
	self, about := d.support.api.Node().Current(), d.support.about
	outer := about[self]
	if delete(about, self); call.direct {
		about[self] = d
	}
	kernel := d.guarded(call.run)
	if delete(about, self); outer != nil {
		about[self] = outer
	}
	if kernel != nil {
		d.support.raise(kernel)
	}
}

// Recover is recover in a deferred function: it ends the panic and returns its
// value.
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

// deferred is what the caller, a function that has just been called, is to
// recover from: the panic in which it has been deferred, if it has been.
func (s *supportFunctions) deferred() *defers {
	self := s.api.Node().Current()
	if d := s.about[self]; d != nil {
		delete(s.about, self)
		return d
	}
	return &defers{}
}
