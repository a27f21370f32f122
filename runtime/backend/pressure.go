package backend

import (
	"strconv"
	"time"

	"gex/runtime/application"
	"gex/runtime/genevent"
	"gex/runtime/logger"
	"gex/runtime/process"
	"gex/runtime/term"
)

// Mode is how a message reaches the manager.
type Mode uint8

// The modes.
const (
	Async   Mode = iota // it is sent
	Sync                // who logs waits until it is handled
	Discard             // it is dropped
)

// mode counts a message and says how it goes.
func (p *pressure) mode(node *process.Node) Mode {
	p.count++
	switch {
	case p.count >= threshold(node, "discard_threshold"):
		return Discard
	case p.count >= threshold(node, "sync_threshold"):
		return Sync
	}
	return Async
}

func threshold(node *process.Node, key term.Atom) int64 {
	value, _ := application.Env(node, app, key)
	n, _ := value.(term.Int)
	return int64(n)
}

// deliver hands a log line to the manager and reports whether it did; if not,
// the caller writes it. Self is nil for lines that no process writes.
func (p *pressure) deliver(node *process.Node, self *process.Process, e logger.Entry) bool {
	direct := p.others == 0 && logger.Settings(node).Console.Function == nil
	if p.manager == nil || !p.manager.Alive() || direct && p.manager.MailboxLen() == 0 {
		return false
	}
	mode := p.mode(node)
	event := p.eventOf(node, self, e)
	switch {
	case mode == Discard:
	case mode == Sync && self != nil && self != p.manager && self.Alive():
		_ = genevent.Erlang.SyncNotify(self, p.manager.PID(), event) // it exits only if the manager is gone
	default:
		p.manager.Deliver(term.Tuple{term.Atom("notify"), event})
	}
	return true
}

// eventOf is {level, group leader, {Logger, message, timestamp, metadata}}.
func (p *pressure) eventOf(node *process.Node, self *process.Process, e logger.Entry) term.Term {
	now := node.SystemTime()
	metadata := []term.Term{term.Tuple{term.Atom("erl_level"), term.Atom(e.Level.String())}}
	pairs := term.NewMap(term.Pair{Key: term.Atom("time"), Value: term.Int(now.UnixMicro())})
	leader := term.Term(p.manager.GroupLeader())
	if self != nil {
		leader = self.GroupLeader()
		pairs = pairs.Put(term.Atom("pid"), self.PID())
	}
	pairs = pairs.Put(term.Atom("gl"), leader)
	for _, pair := range e.Metadata.Pairs() {
		pairs = pairs.Put(pair.Key, pair.Value)
	}
	for _, pair := range pairs.Pairs() {
		metadata = append(metadata, term.Tuple{pair.Key, pair.Value})
	}
	message := term.Tuple{Manager, term.Binary(e.Text), timestamp(now), term.List(metadata...)}
	return term.Tuple{e.Level.Elixir(), leader, message}
}

// timestamp is {{year, month, day}, {hour, minute, second, millisecond}}.
func timestamp(t time.Time) term.Term {
	return term.Tuple{
		term.Tuple{term.Int(t.Year()), term.Int(t.Month()), term.Int(t.Day())},
		term.Tuple{term.Int(t.Hour()), term.Int(t.Minute()), term.Int(t.Second()), term.Int(t.Nanosecond() / int(time.Millisecond))},
	}
}

// handled sets the count to what waits in the mailbox, and says when messages
// begin to be discarded, or, looked at from time to time, that they still are
// or no longer. Discarding is the state of the handler Logger.Config.
func (p *pressure) handled(self *process.Process, discarding, periodic bool) bool {
	total, limit := p.count, threshold(self.Node(), "discard_threshold")
	p.count = int64(self.MailboxLen())
	switch {
	case total >= limit:
		if !discarding || periodic {
			p.warn(self, total, "above")
		}
		return true
	case discarding && periodic:
		p.warn(self, total, "below")
		return false
	}
	return discarding
}

func (p *pressure) warn(self *process.Process, total int64, where string) {
	text := "Attempted to log " + strconv.FormatInt(total, 10) + " messages, which is " + where + " :discard_threshold"
	event := p.eventOf(self.Node(), self, logger.Entry{Level: logger.Warning, Text: text, Metadata: term.NewMap()})
	event.(term.Tuple)[0] = term.Atom("warning")
	self.Send(self.PID(), term.Tuple{term.Atom("notify"), event})
}
