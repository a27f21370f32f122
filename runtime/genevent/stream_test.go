package genevent_test

import (
	"testing"
	"time"

	"gex/runtime/gen"
	"gex/runtime/genevent"
	"gex/runtime/process"
	"gex/runtime/term"
)

// consume subscribes, takes n events and stops, in a process of its own that
// sends {:took, events} and its exit to self.
func (w *world) consume(stream *term.Map, n int) process.Spawned {
	return w.Self.Spawn(func(self *process.Process) error {
		s, err := genevent.Subscribe(self, stream)
		if err != nil {
			return err
		}
		var events []term.Term
		for len(events) < n {
			event, ok, err := s.Next(self)
			if err != nil || !ok {
				self.Send(w.Self.PID(), tuple(atom("took"), term.List(events...)))
				if err == nil {
					err = s.Stop(self)
				}
				return err
			}
			events = append(events, event.Value)
			event.Done(self)
		}
		err = s.Stop(self)
		self.Send(w.Self.PID(), tuple(atom("took"), term.List(events...), term.Int(self.MailboxLen())))
		return err
	}, process.SpawnOptions{Monitor: true})
}

// modes are the three ways to send an event.
var modes = []struct {
	name string
	send func(self *process.Process, manager, event term.Term) error
}{
	{"async", genevent.Elixir.Notify},
	{"ack", genevent.Elixir.AckNotify},
	{"sync", genevent.Elixir.SyncNotify},
}

// wantMessages compares the messages, of which DOWN shows only the reason.
func (w *world) wantMessages(row string, want ...string) {
	w.Helper()
	w.Settle()
	var left []term.Term
	for {
		message, ok := w.Self.TakeMatching(nil)
		if !ok {
			break
		}
		if down, ok := message.(term.Tuple); ok && len(down) == 5 {
			message = tuple(atom("down"), down[4])
		}
		left = append(left, message)
	}
	for _, message := range left {
		w.Self.Send(w.Self.PID(), message)
	}
	w.wantInbox(row, want...)
}

func TestStreamTakesAndUnsubscribes(t *testing.T) {
	for _, mode := range modes {
		t.Run(mode.name, func(t *testing.T) {
			run(t, func(w *world) {
				c := w.elixir(gen.Options{})
				w.consume(genevent.StreamStruct(c.m, term.Infinity), 3)
				w.consume(genevent.StreamStruct(c.m, term.Infinity), 5)
				w.Settle()
				for i := range 5 {
					w.Want("X18", w.Result(term.OK, mode.send(w.Self, c.m, term.Int(i))), ":ok")
				}
				short := []string{"{:took, [0, 1, 2], 0}", "{:down, :normal}"}
				long := []string{"{:took, [0, 1, 2, 3, 4], 0}", "{:down, :normal}"}
				if mode.name == "async" { // the newest stream hears of an event first
					short, long = long, short
				}
				w.wantMessages("X23", append(short, long...)...)
				w.Want("X18", c.which(), "[]")
				w.Want("X27", w.Result(term.OK, mode.send(w.Self, c.m, term.Int(9))), ":ok")
			})
		})
	}
}

func TestStreamEnds(t *testing.T) {
	for _, mode := range modes {
		t.Run(mode.name, func(t *testing.T) {
			run(t, func(w *world) {
				m, _ := genevent.Elixir.Start(w.Self, local("bus"))
				w.consume(genevent.StreamStruct(atom("bus"), term.Infinity), 9)
				w.Settle()
				w.Self.Node().Unregister("bus")
				_ = mode.send(w.Self, m, term.Int(1))
				_ = genevent.Elixir.Stop(w.Self, m, term.Normal, term.Infinity)
				w.wantMessages("X24, X26", "{:took, [1]}", "{:down, :normal}")
			})
		})
	}
}

func TestStreamExits(t *testing.T) {
	run(t, func(w *world) {
		c := w.elixir(gen.Options{})
		stream := genevent.StreamStruct(c.m, term.Int(50))
		w.consume(stream, 1)
		w.Self.Sleep(60 * time.Millisecond)
		w.Settle()
		message, _ := w.Self.TakeMatching(nil)
		w.Want("X19", w.Text(message), "{:took, []}")
		message, _ = w.Self.TakeMatching(nil)
		reason := message.(term.Tuple)[4].(term.Tuple)
		w.Want("X19", w.Text(tuple(reason[0], reason[1].(term.Tuple)[0], reason[1].(term.Tuple)[1])),
			"{:timeout, Enumerable.GenEvent.Stream, :next}")

		w.consume(genevent.StreamStruct(atom("nobody"), term.Infinity), 1)
		w.wantMessages("X22", "{:down, {:noproc, {Enumerable.GenEvent.Stream, :start, [%GenEvent.Stream{manager: :nobody, timeout: :infinity}]}}}")

		w.consume(genevent.StreamStruct(c.m, term.Infinity), 1)
		w.Settle()
		w.Self.Exit(c.m.(term.PID), atom("kill"))
		w.Settle()
		_, _ = w.Self.TakeMatching(nil)
		message, _ = w.Self.TakeMatching(nil)
		reason = message.(term.Tuple)[4].(term.Tuple)
		w.Want("X21", w.Text(tuple(reason[0], reason[1].(term.Tuple)[1])), "{:killed, :stop}")
	})
}

func TestStreamConsumerHangs(t *testing.T) {
	run(t, func(w *world) {
		c := w.elixir(gen.Options{})
		consumer := w.Self.Spawn(func(self *process.Process) error {
			_, err := genevent.Subscribe(self, genevent.StreamStruct(c.m, term.Infinity))
			self.Sleep(time.Hour)
			return err
		}, process.SpawnOptions{})
		w.Settle()
		sender := w.Self.Spawn(func(self *process.Process) error {
			return genevent.Elixir.SyncNotify(self, c.m, atom("e"))
		}, process.SpawnOptions{})
		w.Settle()
		w.Want("X18", w.Text(term.Bool(sender.Alive())), "true")
		w.Self.Exit(consumer.PID(), atom("kill"))
		w.Settle()
		w.Want("X20", w.Text(term.Bool(sender.Alive())), "false")
		w.Want("X20", c.which(), "[]")
	})
}

func TestStreamSwappedAway(t *testing.T) {
	run(t, func(w *world) {
		c := w.elixir(gen.Options{})
		w.consume(genevent.StreamStruct(c.m, term.Infinity), 9)
		w.Settle()
		_ = genevent.Elixir.SyncNotify(w.Self, c.m, term.Int(1))
		handlers, _ := genevent.Elixir.WhichHandlers(w.Self, c.m)
		name := handlers.(*term.Cons).Head
		w.Want("X25", c.swap(name, atom("bye"), probe, w.state("p")), ":ok")
		w.wantMessages("X25", "{:p, :init, {:swapped, :ok}}", "{:took, [1]}", "{:down, :normal}")
	})
}
