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
	return w.self.Spawn(func(self *process.Process) error {
		s, err := genevent.Subscribe(self, stream)
		if err != nil {
			return err
		}
		var events []term.Term
		for len(events) < n {
			event, ok, err := s.Next(self)
			if err != nil || !ok {
				self.Send(w.self.PID(), tuple(atom("took"), term.List(events...)))
				if err == nil {
					err = s.Stop(self)
				}
				return err
			}
			events = append(events, event.Value)
			event.Done(self)
		}
		err = s.Stop(self)
		self.Send(w.self.PID(), tuple(atom("took"), term.List(events...), term.Int(self.MailboxLen())))
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
	w.settle()
	var left []term.Term
	for {
		message, ok := w.self.TakeMatching(nil)
		if !ok {
			break
		}
		if down, ok := message.(term.Tuple); ok && len(down) == 5 {
			message = tuple(atom("down"), down[4])
		}
		left = append(left, message)
	}
	for _, message := range left {
		w.self.Send(w.self.PID(), message)
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
				w.settle()
				for i := range 5 {
					w.want("X18", w.result(term.OK, mode.send(w.self, c.m, term.Int(i))), ":ok")
				}
				short := []string{"{:took, [0, 1, 2], 0}", "{:down, :normal}"}
				long := []string{"{:took, [0, 1, 2, 3, 4], 0}", "{:down, :normal}"}
				if mode.name == "async" { // the newest stream hears of an event first
					short, long = long, short
				}
				w.wantMessages("X23", append(short, long...)...)
				w.want("X18", c.which(), "[]")
				w.want("X27", w.result(term.OK, mode.send(w.self, c.m, term.Int(9))), ":ok")
			})
		})
	}
}

func TestStreamEnds(t *testing.T) {
	for _, mode := range modes {
		t.Run(mode.name, func(t *testing.T) {
			run(t, func(w *world) {
				m, _ := genevent.Elixir.Start(w.self, local("bus"))
				w.consume(genevent.StreamStruct(atom("bus"), term.Infinity), 9)
				w.settle()
				w.self.Node().Unregister("bus")
				_ = mode.send(w.self, m, term.Int(1))
				_ = genevent.Elixir.Stop(w.self, m, term.Normal, term.Infinity)
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
		w.self.Sleep(60 * time.Millisecond)
		w.settle()
		message, _ := w.self.TakeMatching(nil)
		w.want("X19", w.text(message), "{:took, []}")
		message, _ = w.self.TakeMatching(nil)
		reason := message.(term.Tuple)[4].(term.Tuple)
		w.want("X19", w.text(tuple(reason[0], reason[1].(term.Tuple)[0], reason[1].(term.Tuple)[1])),
			"{:timeout, Enumerable.GenEvent.Stream, :next}")

		w.consume(genevent.StreamStruct(atom("nobody"), term.Infinity), 1)
		w.wantMessages("X22", "{:down, {:noproc, {Enumerable.GenEvent.Stream, :start, [%GenEvent.Stream{manager: :nobody, timeout: :infinity}]}}}")

		w.consume(genevent.StreamStruct(c.m, term.Infinity), 1)
		w.settle()
		w.self.Exit(c.m.(term.PID), atom("kill"))
		w.settle()
		_, _ = w.self.TakeMatching(nil)
		message, _ = w.self.TakeMatching(nil)
		reason = message.(term.Tuple)[4].(term.Tuple)
		w.want("X21", w.text(tuple(reason[0], reason[1].(term.Tuple)[1])), "{:killed, :stop}")
	})
}

func TestStreamConsumerHangs(t *testing.T) {
	run(t, func(w *world) {
		c := w.elixir(gen.Options{})
		consumer := w.self.Spawn(func(self *process.Process) error {
			_, err := genevent.Subscribe(self, genevent.StreamStruct(c.m, term.Infinity))
			self.Sleep(time.Hour)
			return err
		}, process.SpawnOptions{})
		w.settle()
		sender := w.self.Spawn(func(self *process.Process) error {
			return genevent.Elixir.SyncNotify(self, c.m, atom("e"))
		}, process.SpawnOptions{})
		w.settle()
		w.want("X18", w.text(term.Bool(sender.Alive())), "true")
		w.self.Exit(consumer.PID(), atom("kill"))
		w.settle()
		w.want("X20", w.text(term.Bool(sender.Alive())), "false")
		w.want("X20", c.which(), "[]")
	})
}

func TestStreamSwappedAway(t *testing.T) {
	run(t, func(w *world) {
		c := w.elixir(gen.Options{})
		w.consume(genevent.StreamStruct(c.m, term.Infinity), 9)
		w.settle()
		_ = genevent.Elixir.SyncNotify(w.self, c.m, term.Int(1))
		handlers, _ := genevent.Elixir.WhichHandlers(w.self, c.m)
		name := handlers.(*term.Cons).Head
		w.want("X25", c.swap(name, atom("bye"), probe, w.state("p")), ":ok")
		w.wantMessages("X25", "{:p, :init, {:swapped, :ok}}", "{:took, [1]}", "{:down, :normal}")
	})
}
