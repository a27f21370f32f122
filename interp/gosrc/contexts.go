package gosrc

import (
	"context"
	"errors"
	"fmt"
	"reflect"
	"slices"
	"time"

	"gex/runtime/process"
)

// This file is package context on the node: a channel Done is one at which
// processes and goroutines of the node wait, and deadlines are those of its
// clock. What needs neither (Background, WithValue) is package context's own.

// cancelable is a context that can end before its parent.
type cancelable struct {
	context.Context // the parent
	support         *supportFunctions
	made            string // the function that made it, for String
	done            chan struct{}
	err, cause      error
	children        []*cancelable
	after           func() // what AfterFunc has to run at the end
	deadline        time.Time
	timer           *process.Timer
}

// nearestKey is the key of the innermost cancelable in a context.
type nearestKey struct{}

// Done implements context.Context.
func (c *cancelable) Done() <-chan struct{} { return c.done }

// Err implements context.Context.
func (c *cancelable) Err() error { return c.err }

// Deadline implements context.Context.
func (c *cancelable) Deadline() (time.Time, bool) {
	if !c.deadline.IsZero() {
		return c.deadline, true
	}
	return c.Context.Deadline()
}

// Value implements context.Context.
func (c *cancelable) Value(key any) any {
	if key == (nearestKey{}) {
		return c
	}
	return c.Context.Value(key)
}

// String is how fmt prints contexts of package context.
func (c *cancelable) String() string {
	parent := reflect.TypeOf(c.Context).String()
	if s, ok := c.Context.(fmt.Stringer); ok {
		parent = s.String()
	}
	return parent + "." + c.made
}

// nearest is the innermost cancelable of which a context has its channel, or nil.
func nearest(c context.Context) *cancelable {
	if found, ok := c.Value(nearestKey{}).(*cancelable); ok && c.Done() == found.Done() {
		return found
	}
	return nil
}

// under makes a context that ends with its parent.
func (s *supportFunctions) under(parent context.Context, made string) *cancelable {
	if parent == nil {
		panic("cannot create context from nil parent")
	}
	c := &cancelable{Context: parent, support: s, made: made, done: make(chan struct{})}
	ended := parent.Done()
	switch up := nearest(parent); {
	case ended == nil:
	case parent.Err() != nil:
		c.end(parent.Err(), contextCause(parent))
	case up != nil:
		up.children = append(up.children, c)
	default: // one that the learner has written
		s.run(func() {
			s.choose(true, 0, receiveCase(ended), receiveCase(c.done))
			c.end(parent.Err(), contextCause(parent))
		}, 0)
	}
	return c
}

// end ends a context and those under it, unless it has ended.
func (c *cancelable) end(err, cause error) {
	if c.err != nil || err == nil {
		return
	}
	if cause == nil {
		cause = err
	}
	c.err, c.cause = err, cause
	if c.timer != nil {
		c.timer.Cancel()
	}
	c.leave()
	c.support.close(c.done, 0)
	for _, child := range slices.Clone(c.children) {
		child.end(err, cause)
	}
	c.children = nil
	if c.after != nil {
		c.after()
	}
}

// leave makes the parent forget a context.
func (c *cancelable) leave() {
	if up := nearest(c.Context); up != nil {
		up.children = slices.DeleteFunc(up.children, func(child *cancelable) bool { return child == c })
	}
}

// contextCause is context.Cause.
func contextCause(c context.Context) error {
	if found := nearest(c); found != nil {
		return found.cause
	}
	return c.Err()
}

func (s *supportFunctions) withCancel(parent context.Context) (context.Context, context.CancelFunc) {
	c := s.under(parent, "WithCancel")
	return c, func() { c.end(context.Canceled, nil) }
}

func (s *supportFunctions) withCancelCause(parent context.Context) (context.Context, context.CancelCauseFunc) {
	c := s.under(parent, "WithCancel")
	return c, func(cause error) { c.end(context.Canceled, cause) }
}

func (s *supportFunctions) withDeadline(parent context.Context, at time.Time) (context.Context, context.CancelFunc) {
	return s.withDeadlineCause(parent, at, nil)
}

func (s *supportFunctions) withDeadlineCause(parent context.Context, at time.Time, cause error) (context.Context, context.CancelFunc) {
	if parent == nil {
		panic("cannot create context from nil parent")
	}
	if earlier, ok := parent.Deadline(); ok && earlier.Before(at) {
		return s.withCancel(parent)
	}
	left := at.Sub(s.api.Node().SystemTime())
	c := s.under(parent, fmt.Sprintf("WithDeadline(%s [%s])", at, left))
	c.deadline = at
	switch expire := func() { c.end(context.DeadlineExceeded, cause) }; {
	case left <= 0:
		expire()
	case c.err == nil:
		c.timer = s.api.Node().After(left, expire)
	}
	return c, func() { c.end(context.Canceled, nil) }
}

func (s *supportFunctions) withTimeout(parent context.Context, d time.Duration) (context.Context, context.CancelFunc) {
	return s.withTimeoutCause(parent, d, nil)
}

func (s *supportFunctions) withTimeoutCause(parent context.Context, d time.Duration, cause error) (context.Context, context.CancelFunc) {
	return s.withDeadlineCause(parent, s.api.Node().SystemTime().Add(d), cause)
}

// errStopped ends what AfterFunc watches a context with.
var errStopped = errors.New("stopped")

// contextAfterFunc is context.AfterFunc: f runs in a goroutine of the process
// that called it.
func (s *supportFunctions) contextAfterFunc(parent context.Context, f func()) func() bool {
	owner := s.current().Main()
	run := func() { s.api.GoIn(owner, f) }
	c := s.under(parent, "AfterFunc")
	if c.err != nil {
		run()
		return func() bool { return false }
	}
	c.after = run
	return func() bool {
		running := c.err == nil
		if running {
			c.after = nil
			c.end(errStopped, nil)
		}
		return running
	}
}

// replaceContext puts the functions of package context that make contexts
// which end on the node.
func (s *supportFunctions) replaceContext(values map[string]reflect.Value) {
	for name, f := range map[string]any{
		"WithCancel": s.withCancel, "WithCancelCause": s.withCancelCause,
		"WithDeadline": s.withDeadline, "WithDeadlineCause": s.withDeadlineCause,
		"WithTimeout": s.withTimeout, "WithTimeoutCause": s.withTimeoutCause,
		"AfterFunc": s.contextAfterFunc, "Cause": contextCause,
	} {
		values[name] = reflect.ValueOf(f)
	}
}
