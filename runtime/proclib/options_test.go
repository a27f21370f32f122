package proclib_test

import (
	"testing"

	"gex/runtime/exception"
	"gex/runtime/process"
	"gex/runtime/proclib"
	"gex/runtime/term"
)

// TestSpawnOptions starts processes with options that are right, wrong, and
// not allowed where somebody waits for the process.
func TestSpawnOptions(t *testing.T) {
	atom := func(name string) term.Term { return term.Atom(name) }
	call := func() []term.Term { return []term.Term{atom("m"), atom("f"), term.Empty} }
	body := func(self *process.Process) error { return nil }
	priority := term.Tuple{atom("priority"), atom("high")}
	for _, test := range []struct {
		name    string
		options term.Term
		link    proclib.Link
		frames  []string // of the exception, none if there is none
	}{
		{"none", nil, proclib.NoLink, nil},
		{"right", term.List(priority, atom("link")), proclib.Linked, nil},
		{"unknown", term.List(priority, atom("nope")), proclib.NoLink, []string{"spawn_opt", "spawn_opt", "start"}},
		{"unknown", term.List(atom("nope")), proclib.Linked, []string{"spawn_opt", "spawn_opt", "start_link"}},
		{"unknown", term.List(atom("nope")), proclib.Monitored, []string{"spawn_opt", "spawn_opt", "start_monitor"}},
		{"a monitor", term.List(atom("monitor")), proclib.Linked, []string{"start_link"}},
		{"no list", atom("link"), proclib.NoLink, []string{"member", "start"}},
	} {
		run(t, nil, func(self *process.Process) {
			self.SetTrapExit(true)
			started := proclib.Start(self, body, proclib.StartOptions{Link: test.link, Options: test.options, Call: call})
			var frames []string
			if started.Err != nil {
				for _, f := range exception.As(started.Err).Stack {
					frames = append(frames, f.Function)
				}
			}
			if len(frames) != len(test.frames) {
				t.Fatalf("%s: frames = %v, want %v", test.name, frames, test.frames)
			}
			for i := range frames {
				if frames[i] != test.frames[i] {
					t.Errorf("%s: frames = %v, want %v", test.name, frames, test.frames)
				}
			}
		})
	}
}
