package syntax

import (
	"errors"
	"testing"
	"time"
)

// FuzzParse checks that no text makes the parser panic or hang, that every
// error is an *Error with a place, and that what was parsed can be rendered.
func FuzzParse(f *testing.F) {
	for _, path := range []string{"testdata/corpus.recorded", "testdata/errors.recorded"} {
		for _, r := range recordings(f, path) {
			f.Add(r.in)
		}
	}
	f.Fuzz(func(t *testing.T, src string) {
		if len(src) > 64<<10 {
			return
		}
		start := time.Now()
		file, err := Parse(src, Options{Handles: true, Previous: PreviousValue})
		if d := time.Since(start); d > 5*time.Second {
			t.Errorf("%d bytes took %v", len(src), d)
		}
		if err == nil {
			Quoted(file.Body)
			return
		}
		var e *Error
		if !errors.As(err, &e) || e.Line < 1 || e.Error() == "" {
			t.Errorf("error %#v, want an *Error with a place", err)
		}
		if e.Incomplete && e.Kind != TokenMissing {
			t.Errorf("incomplete error of kind %s", e.Kind)
		}
	})
}

// BenchmarkParse parses lines as the guides have them.
func BenchmarkParse(b *testing.B) {
	lines := []string{
		"{:ok, manager} = GenEvent.start_link",
		"GenEvent.sync_notify(manager, {:log, 1})",
		"spawn_link fn -> for x <- GenEvent.stream(manager), do: IO.inspect(x) end",
		"assert_receive {:create, \"shopping\", ^bucket}",
		"Enum.map([1, 2, 3], &(&1 * 2)) |> Enum.sum()",
		"defmodule Forwarder do\n  use GenEvent\n\n  def handle_event(event, parent) do\n" +
			"    send parent, event\n    {:ok, parent}\n  end\nend",
	}
	size := 0
	for _, line := range lines {
		size += len(line)
	}
	b.SetBytes(int64(size))
	b.ReportAllocs()
	for b.Loop() {
		for _, line := range lines {
			if _, err := Parse(line, Options{}); err != nil {
				b.Fatal(err)
			}
		}
	}
}
