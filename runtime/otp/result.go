package otp

import (
	"time"

	"gex/runtime/code"
	"gex/runtime/inspect"
	"gex/runtime/term"
)

// Result is what a callback returns. It is built by the functions below, one
// for each shape; which callbacks take which shapes is OTP's rule, and a shape
// that a callback may not return is a bad return value, as in OTP.
//
// It is a pointer, of which copies cost nothing: the interpreter makes several. Nothing
// changes what it points to.
type Result struct {
	_  [0]func() // not comparable
	of *outcome
}

// outcome is what a result says.
type outcome struct {
	shape   shape
	values  []term.Term  // the elements after the tag
	reply   term.Term    // set by Reply, Result.Reply
	action  term.Term    // :hibernate, a timeout, {:continue, argument}
	request term.Term    // of BadCall
	state   [1]term.Term // memory for values, so that these need none of their own
}

// result is a result that says something.
func result(o outcome) Result { return Result{of: &o} }

// withState is a result with one state.
func withState(shape shape, state Term) Result {
	o := &outcome{shape: shape, state: [1]term.Term{ToTerm(state)}}
	o.values = o.state[:]
	return Result{of: o}
}

// said is what a result says: nothing, if it is that of a variable without a value.
func (r Result) said() *outcome {
	if r.of == nil {
		return &outcome{}
	}
	return r.of
}

type shape uint8

const (
	shapeNone shape = iota
	shapeOK
	shapeReply
	shapeNoReply
	shapeStop
	shapeRemove
	shapeSwap
	shapeIgnore
	shapeBadCall
)

// OK is {:ok, state}: what Init returns, and what the callbacks of event
// handlers return to go on with state.
func OK(state Term) Result { return withState(shapeOK, state) }

// Reply answers a call: {:reply, value, state} of a server, {:ok, value,
// state} of an event handler.
func Reply(value, state Term) Result {
	answer := ToTerm(value)
	r := withState(shapeReply, state)
	r.of.reply = answer
	return r
}

// NoReply is {:noreply, state}: a server goes on with state.
func NoReply(state Term) Result { return withState(shapeNoReply, state) }

// Stop ends a server: {:stop, reason, state}, or {:stop, reason} without a
// state, as Init returns it.
func Stop(reason Term, state ...Term) Result {
	return result(outcome{shape: shapeStop, values: append(terms(reason), terms(state...)...)})
}

// Remove is :remove_handler: the event handler is removed.
func Remove() Result { return result(outcome{shape: shapeRemove}) }

// Swap replaces an event handler: {:swap_handler, args1, state, handler2, args2}.
func Swap(args1, state, handler2, args2 Term) Result {
	return result(outcome{shape: shapeSwap, values: []term.Term{ToTerm(args1), ToTerm(state), moduleTerm(handler2), ToTerm(args2)}})
}

// Ignore is :ignore, with which Init says that there shall be no process.
func Ignore() Result { return result(outcome{shape: shapeIgnore}) }

// BadCall says that the callback has no clause for the request. It fails as a
// callback of Elixir does in which no clause matches.
func BadCall(request Term) Result {
	return result(outcome{shape: shapeBadCall, request: ToTerm(request)})
}

// Reply adds the answer to a call to Remove, Swap and Stop.
func (r Result) Reply(value Term) Result {
	o := *r.said()
	o.reply = ToTerm(value)
	return result(o)
}

// Hibernate adds :hibernate.
func (r Result) Hibernate() Result {
	return r.with(term.Atom("hibernate"))
}

// After adds a timeout: without a message for so long, HandleInfo gets :timeout.
func (r Result) After(timeout time.Duration) Result {
	return r.with(term.Int(timeout.Milliseconds()))
}

// Continue adds {:continue, argument}: HandleContinue is called next.
func (r Result) Continue(argument Term) Result {
	return r.with(term.Tuple{term.Atom("continue"), ToTerm(argument)})
}

// with is the result with an action.
func (r Result) with(action term.Term) Result {
	o := *r.said()
	o.action = action
	return result(o)
}

// String is the result as Elixir prints it.
func (r Result) String() string { return inspect.Inspect(r.generic(), inspect.Options{}) }

func terms(values ...Term) []term.Term {
	converted := make([]term.Term, len(values))
	for i, v := range values {
		converted[i] = ToTerm(v)
	}
	return converted
}

// generic is the result as a term where no callback returned it.
func (r Result) generic() term.Term {
	o := r.said()
	if o.shape == shapeReply || o.shape == shapeNone {
		return o.term(callback{"handle_call", 3})
	}
	return o.term(callback{})
}

// callback names the function that returned a result.
type callback struct {
	name  string
	arity int
}

// handlerCall is HandleCall of an event handler; that of a server has the
// caller as a third argument.
func (c callback) handlerCall() bool { return c.name == "handle_call" && c.arity == 2 }

// term returns the result in the form the callback has in Elixir.
func (r *outcome) term(c callback) term.Term {
	switch r.shape {
	case shapeOK:
		return r.tuple("ok", r.values...)
	case shapeReply:
		if c.handlerCall() {
			return r.tuple("ok", r.reply, r.values[0])
		}
		return r.tuple("reply", r.reply, r.values[0])
	case shapeNoReply:
		return r.tuple("noreply", r.values...)
	case shapeStop:
		if r.reply != nil {
			return r.tuple("stop", append([]term.Term{r.values[0], r.reply}, r.values[1:]...)...)
		}
		return r.tuple("stop", r.values...)
	case shapeSwap:
		if r.reply != nil {
			return r.tuple("swap_handler", append([]term.Term{r.reply}, r.values...)...)
		}
		return r.tuple("swap_handler", r.values...)
	case shapeRemove:
		if r.reply != nil {
			return r.tuple("remove_handler", r.reply)
		}
		return term.Atom("remove_handler")
	case shapeIgnore:
		return term.Atom("ignore")
	}
	return term.Nil
}

// apart is r.term taken apart, without making the tuples that are most common.
func apart(r *outcome, c callback) code.Result {
	switch {
	case r.action != nil:
	case r.shape == shapeOK && len(r.values) == 1:
		return code.Result{Tag: "ok", First: r.values[0]}
	case r.shape == shapeNoReply && len(r.values) == 1:
		return code.Result{Tag: "noreply", First: r.values[0]}
	case r.shape == shapeReply && c.handlerCall():
		return code.Result{Tag: "ok", First: r.reply, Second: r.values[0]}
	case r.shape == shapeReply:
		return code.Result{Tag: "reply", First: r.reply, Second: r.values[0]}
	}
	return code.ResultOf(r.term(c))
}

func (r *outcome) tuple(tag term.Atom, elements ...term.Term) term.Term {
	tuple := make(term.Tuple, 0, len(elements)+2)
	tuple = append(append(tuple, tag), elements...)
	if r.action != nil {
		tuple = append(tuple, r.action)
	}
	return tuple
}
