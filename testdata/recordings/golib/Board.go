package main

import . "gex/runtime/otp"

// Board is a handler for Elixir's GenEvent that keeps what is posted.
type Board struct{ UseGenEvent }

func (Board) Init(args Term) Term {
	var owner PID
	var value, old Term
	switch {
	case Match(args, "{:from, old, owner}", &old, &owner):
		return OK(T(owner, []Term{T("inherited", old)}))
	case Match(args, "{{:take_over, owner}, old}", &owner, &old):
		return OK(T(owner, []Term{T("old", old)}))
	case Match(args, "owner", &owner):
		return OK(T(owner, []Term{}))
	case args == Atom("nope"):
		return T("error", args)
	case Match(args, "{:oops, value}", &value):
		return value
	}
	return BadCall(args)
}

func board(state Tuple) (owner Term, posts []Term) {
	return state.At(0), state.At(1).([]Term)
}

func (Board) HandleEvent(event Term, state Tuple) Term {
	owner, posts := board(state)
	var value, handler, args1, args2 Term
	switch {
	case Match(event, "{:post, text}", &value):
		Send(owner, T("posted", value))
		return OK(T(owner, append([]Term{value}, posts...)))
	case event == Atom("leave"):
		return Remove()
	case event == Atom("nap"):
		return OK(state).Hibernate()
	case Match(event, "{:fail, e}", &value):
		panic(value)
	case Match(event, "{:exit, why}", &value):
		Exit(value)
	case Match(event, "{:throw, v}", &value):
		Throw(value)
	case Match(event, "{:give, v}", &value):
		return value
	case Match(event, "{:swap, args1, h, args2}", &args1, &handler, &args2):
		return Swap(args1, state, handler, args2)
	}
	return BadCall(event)
}

func (Board) HandleCall(request Term, state Tuple) Term {
	owner, posts := board(state)
	var value, handler, args1, args2 Term
	var n int
	switch {
	case request == Atom("posts"):
		return Reply(posts, state)
	case request == Atom("clear"):
		return Reply(len(posts), T(owner, []Term{})).Hibernate()
	case Match(request, "{:remove, reply}", &value):
		return Remove().Reply(value)
	case Match(request, "{:give, v}", &value):
		return value
	case Match(request, "{:swap, reply, args1, h, args2}", &value, &args1, &handler, &args2):
		return Swap(args1, state, handler, args2).Reply(value)
	case Match(request, "{:match, n}", &n) && n < len(posts):
		return Reply(posts[n], state)
	}
	return BadCall(request)
}

func (Board) HandleInfo(message Term, state Tuple) Result {
	owner, posts := board(state)
	var value Term
	switch {
	case Match(message, "{:DOWN, _, :process, _, why}", &value):
		Send(owner, T("saw_down", value))
		return OK(state)
	case message == Atom("leave"):
		return Remove()
	case Match(message, "{:post, text}", &value):
		return OK(T(owner, append([]Term{T("info", value)}, posts...)))
	}
	return BadCall(message)
}

func (Board) Terminate(reason Term, state Tuple) Term {
	owner, posts := board(state)
	var e Term
	if Match(reason, "{:error, {e, [_ | _]}}", &e) {
		Send(owner, T("terminated", T("error", e)))
		return Atom("error_gone")
	}
	Send(owner, T("terminated", reason))
	return T("had", len(posts))
}
