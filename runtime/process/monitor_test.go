package process_test

import (
	"slices"
	"testing"

	"gex/runtime/process"
	"gex/runtime/term"
)

// TestMonitorOptions: what a process gets that monitors with an alias, when
// two messages are sent to the alias, the target ends, and one more is sent.
func TestMonitorOptions(t *testing.T) {
	down := func(tag term.Atom) string { return "{" + string(tag) + "}" }
	for _, c := range []struct {
		name    string
		options process.MonitorOptions
		want    []string
	}{
		{"no alias", process.MonitorOptions{}, []string{down("DOWN")}},
		{"a tag", process.MonitorOptions{Tag: term.Atom("gone")}, []string{down("gone")}},
		{"explicit_unalias", process.MonitorOptions{Alias: process.ExplicitUnalias}, []string{"1", "2", down("DOWN"), "3"}},
		{"demonitor", process.MonitorOptions{Alias: process.AliasDemonitor}, []string{"1", "2", down("DOWN")}},
		{"reply_demonitor", process.MonitorOptions{Alias: process.ReplyDemonitor}, []string{"1"}},
	} {
		t.Run(c.name, func(t *testing.T) {
			var got []string
			world(t, func(self *process.Process) error {
				target := self.Spawn(becomeEcho, process.SpawnOptions{})
				ref := self.MonitorWith(target.PID(), c.options)
				self.SendAlias(ref, term.Int(1))
				self.SendAlias(ref, term.Int(2))
				self.Exit(target.PID(), term.Atom("kill"))
				self.SendAlias(ref, term.Int(3))
				got = noted(self.Messages())
				return nil
			})
			if !slices.Equal(got, c.want) {
				t.Errorf("got %v, want %v", got, c.want)
			}
		})
	}
}

// TestMonitorOfNobody: the message comes at once, under its tag, and only an
// alias that has to be ended goes on.
func TestMonitorOfNobody(t *testing.T) {
	world(t, func(self *process.Process) error {
		ref := self.MonitorWith(term.Atom("nobody"), process.MonitorOptions{Tag: term.Atom("gone"), Alias: process.ExplicitUnalias})
		self.SendAlias(ref, term.Int(1))
		if !self.Unalias(ref) || self.Unalias(ref) {
			t.Error("the alias is not ended once")
		}
		self.SendAlias(ref, term.Int(2))
		if got, want := noted(self.Messages()), []string{"{gone}", "1"}; !slices.Equal(got, want) {
			t.Errorf("got %v, want %v", got, want)
		}
		return nil
	})
}

func TestAliasOnce(t *testing.T) {
	node := world(t, func(self *process.Process) error {
		once := self.AliasOnce()
		self.SendAlias(once, term.Int(1))
		self.SendAlias(once, term.Int(2))
		if got := noted(self.Messages()); !slices.Equal(got, []string{"1"}) {
			t.Errorf("got %v", got)
		}
		self.Alias()
		return nil
	})
	if left := node.Left()["aliases"]; left != 0 {
		t.Errorf("%d aliases are left", left)
	}
}

func TestFlags(t *testing.T) {
	world(t, func(self *process.Process) error {
		for _, c := range []struct {
			flag       term.Atom
			value, old term.Term
			now        term.Term
		}{
			{"priority", term.Atom("high"), term.Atom("normal"), term.Atom("high")},
			{"priority", term.Atom("foo"), nil, term.Atom("high")},
			{"min_heap_size", term.Int(1000), term.Int(233), term.Int(1598)},
			{"min_heap_size", term.Int(10000), term.Int(1598), term.Int(10958)},
			{"save_calls", term.Int(10001), nil, term.Int(0)},
			{"fullsweep_after", term.Int(-1), nil, term.Int(65535)},
			{"message_queue_data", term.Atom("off_heap"), term.Atom("on_heap"), term.Atom("off_heap")},
		} {
			if old := self.SetFlag(c.flag, c.value); old != c.old || self.Flag(c.flag) != c.now {
				t.Errorf("SetFlag(%s, %v) = %v and then %v, want %v and %v", c.flag, c.value, old, self.Flag(c.flag), c.old, c.now)
			}
		}
		return nil
	})
}

// noted writes messages down: integers, and {tag} for what monitors send.
func noted(messages []term.Term) []string {
	var texts []string
	for _, m := range messages {
		switch m := m.(type) {
		case term.Int:
			texts = append(texts, string(rune('0'+m)))
		case term.Tuple:
			texts = append(texts, "{"+string(m[0].(term.Atom))+"}")
		}
	}
	return texts
}
