package main

import (
	"slices"
	"time"

	. "gex/runtime/otp"
)

// Choir is a handler of GenEvent that sings what it is told; its state is
// {voice, conductor, notes}.
type Choir struct{ UseGenEvent }

func (Choir) Init(args Term) Term {
	var voice, value Term
	var conductor PID
	var text string
	switch {
	case Match(args, "{{voice, conductor}, {:notes, notes}}", &voice, &conductor, &value):
		return OK(T(voice, conductor, value))
	case Match(args, "{{voice, conductor}, other}", &voice, &conductor, &value):
		return OK(T(voice, conductor, []Term{value}))
	case Match(args, "{voice, conductor}", &voice, &conductor):
		return OK(T(voice, conductor, []Term{}))
	case Match(args, "{:asleep, voice, conductor}", &voice, &conductor):
		return OK(T(voice, conductor, []Term{})).Hibernate()
	case Match(args, "{:hoarse, reason}", &value):
		return T("error", value)
	case Match(args, "{:raise, text}", &text):
		panic(text)
	case Match(args, "{:throw, ball}", &value):
		Throw(value)
	}
	return args
}

func choirParts(state Tuple) (voice, conductor Term, notes []Term) {
	return state.At(0), state.At(1), state.At(2).([]Term)
}

func (Choir) HandleEvent(event Term, state Tuple) Term {
	voice, conductor, notes := choirParts(state)
	var who, action Term
	if !Match(event, "{who, action}", &who, &action) {
		Send(conductor, T(voice, event))
		return OK(T(voice, conductor, append([]Term{event}, notes...)))
	}
	if !Equal(who, voice) {
		return OK(state)
	}
	var value Term
	var text string
	var ms int
	switch {
	case action == Atom("leave"):
		return Remove()
	case action == Atom("nap"):
		return OK(state).Hibernate()
	case Match(action, "{:say, what}", &value):
		return value
	case Match(action, "{:raise, text}", &text):
		panic(text)
	case Match(action, "{:erlang, reason}", &value):
		Raise(value)
	case Match(action, "{:wait, ms}", &ms):
		Process.Sleep(time.Duration(ms) * time.Millisecond)
		return OK(state)
	case Match(action, "{:report, what}", &value):
		Send(conductor, T(voice, value))
		return OK(T(voice, conductor, append([]Term{value}, notes...)))
	}
	Raise(T("case_clause", action))
	return nil
}

func (Choir) HandleCall(request Term, state Tuple) Term {
	voice, conductor, notes := choirParts(state)
	var value Term
	var n int
	switch {
	case request == Atom("notes"):
		return Reply(reversed(notes), state)
	case Match(request, "{:forget, n}", &n):
		n = min(n, len(notes))
		return Reply(notes[:n], T(voice, conductor, notes[n:])).Hibernate()
	case Match(request, "{:leave, reply}", &value):
		return Remove().Reply(value)
	case Match(request, "{:say, what}", &value):
		return value
	case Match(request, "{:join, who}", &value):
		return Reply(Apply(Alias("GenEvent"), "notify", Self(), T(value, T("report", conductor == Self()))), state)
	}
	return BadCall(request)
}

func reversed(notes []Term) []Term {
	notes = slices.Clone(notes)
	slices.Reverse(notes)
	return notes
}

func (c Choir) HandleInfo(message Term, state Tuple) Term {
	var reason Term
	voice, conductor, notes := choirParts(state)
	switch {
	case message == Atom("leave"):
		return Remove()
	case Match(message, "{:EXIT, _, reason}", &reason):
		return OK(T(voice, conductor, append([]Term{T("exit", reason)}, notes...)))
	}
	return c.HandleEvent(message, state)
}

func (Choir) Terminate(reason Term, state Tuple) Term {
	voice, conductor, notes := choirParts(state)
	switch reason {
	case Atom("pass"):
		return T("notes", notes)
	case Atom("badly"):
		panic("cannot stop")
	}
	Send(conductor, T(voice, Atom("ends"), choirShort(reason)))
	return len(notes)
}

func choirShort(reason Term) Term {
	var why Term
	switch {
	case Match(reason, "{:error, {%{__exception__: true} = why, [_ | _]}}", &why):
		return T("error", Apply(Alias("Exception"), "message", why))
	case Match(reason, "{:error, {why, [_ | _]}}", &why):
		return T("error", why)
	}
	return reason
}

func (Choir) CodeChange(old Term, state Tuple, extra Term) Term {
	voice, conductor, notes := choirParts(state)
	if extra == Atom("backwards") {
		return OK(T(voice, conductor, reversed(notes)))
	}
	return T("error", T(old, extra))
}

func (Choir) FormatStatus(opt, dictionaryAndState Term) Term {
	var state Tuple
	Match(dictionaryAndState, "[_, state]", &state)
	voice, _, notes := choirParts(state)
	return T(opt, voice, len(notes))
}
