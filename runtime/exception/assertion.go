package exception

import (
	"strconv"
	"strings"

	"gex/runtime/term"
)

// This file holds what ExUnit.Assertions raises. Where ExUnit keeps the
// quoted code of an assertion in the struct, the struct here has its text.

const (
	noValue  = term.Atom("ex_unit_no_meaningful_value")
	mailbox  = "mailbox"
	matching = "match"
)

// AssertionError returns an ExUnit.AssertionError with a message and the given
// fields: expr is the text of the code, left and right are the operands. With
// the context :match left is the text of a pattern.
func AssertionError(message string, fields ...term.Pair) *Error {
	all := []term.Pair{
		at("message", term.Binary(message)), at("expr", noValue), at("left", noValue), at("right", noValue),
		at("args", noValue), at("doctest", noValue), at("context", term.Atom("==")),
	}
	return Raise(Struct("ExUnit.AssertionError", append(all, fields...)...))
}

// Expectation is an assert_receive that was not met.
type Expectation struct {
	// Code is the whole call as text, Pattern its pattern.
	Code, Pattern string
	// Timeout is in milliseconds.
	Timeout int
	// Pins are the pinned variables with their values, in the order to show.
	Pins []Pin
	// Mailbox are the messages that were there, the oldest first.
	Mailbox []term.Term
}

// Pin is a variable that a pattern names with ^.
type Pin struct {
	Name  string
	Value term.Term
}

const maxMailbox = 10

// NotReceived returns the error of an assert_receive that was not met. It
// shows the last messages of the mailbox beside the pattern.
func NotReceived(e Expectation, o Options) *Error {
	var b strings.Builder
	b.WriteString("Assertion failed, no matching message after " + strconv.Itoa(e.Timeout) + "ms\n")
	if len(e.Pins) > 0 {
		b.WriteString("The following variables were pinned:\n")
		for _, p := range e.Pins {
			b.WriteString("  " + p.Name + " = " + o.inspect(p.Value) + "\n")
		}
	}
	fields := []term.Pair{at("expr", term.Binary(e.Code))}
	if len(e.Mailbox) == 0 {
		b.WriteString("The process mailbox is empty.")
		return AssertionError(b.String(), fields...)
	}
	shown := e.Mailbox[max(0, len(e.Mailbox)-maxMailbox):]
	b.WriteString("Showing " + strconv.Itoa(len(shown)) + " of " + countMessages(len(e.Mailbox)) + " in the mailbox")
	fields = append(fields, at("context", term.Tuple{term.Atom(mailbox), term.Binary(e.Pattern), term.List(shown...)}))
	return AssertionError(b.String(), fields...)
}

func countMessages(n int) string {
	if n == 1 {
		return "1 message"
	}
	return strconv.Itoa(n) + " messages"
}

// assertionMessage lays the parts of an assertion out as ExUnit does.
func assertionMessage(x *term.Map, o Options) string {
	var b strings.Builder
	b.WriteString("\n\n" + strings.ReplaceAll(str(field(x, "message"), o), "\n", "\n     ") + "\n")
	var parts [][2]string
	if code := field(x, "expr"); meaningful(code) {
		parts = append(parts, [2]string{"code:", str(code, o)})
	}
	if left := field(x, "left"); meaningful(left) {
		text := o.inspect(left)
		if field(x, "context") == term.Term(term.Atom(matching)) {
			text = str(left, o)
		}
		parts = append(parts, [2]string{"left:", text})
	}
	if right := field(x, "right"); meaningful(right) {
		parts = append(parts, [2]string{"right:", o.inspect(right)})
	}
	width := 0
	for _, p := range parts {
		width = max(width, len(p[0]))
	}
	for _, p := range parts {
		b.WriteString(p[0] + strings.Repeat(" ", width-len(p[0])+1) + p[1] + "\n")
	}
	b.WriteString(mailboxText(field(x, "context"), o))
	return b.String()
}

func meaningful(t term.Term) bool { return t != term.Term(noValue) && t != term.Term(term.Nil) }

func mailboxText(context term.Term, o Options) string {
	if term.Tag(context, 3) != mailbox {
		return ""
	}
	parts := context.(term.Tuple)
	messages, _ := term.Slice(parts[2])
	entries := make([]string, len(messages))
	for i, m := range messages {
		entries[i] = "       pattern: " + str(parts[1], o) + "\n       value:   " + o.inspect(m) + "\n"
	}
	return "mailbox:\n" + strings.Join(entries, "\n")
}
