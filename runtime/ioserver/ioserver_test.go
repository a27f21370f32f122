package ioserver_test

import (
	"context"
	"fmt"
	"os"
	"path/filepath"
	"testing"

	"gex/runtime/exception"
	"gex/runtime/ioserver"
	"gex/runtime/process"
	"gex/runtime/term"
)

// run runs body in a process of a node with I/O servers.
func run(t testing.TB, body func(self *process.Process)) []ioserver.Output {
	if t != nil {
		t.Helper()
	}
	node := process.NewNode(process.Options{Virtual: true})
	defer node.Close()
	var outputs []ioserver.Output
	ioserver.Start(node, func(o ioserver.Output) { outputs = append(outputs, o) })
	if err := node.RunProcess(context.Background(), func(self *process.Process) error {
		body(self)
		return nil
	}); err != nil && t != nil {
		t.Fatalf("Run = %v", err)
	}
	return outputs
}

func TestPutCharsInOrderWithWrite(t *testing.T) {
	outputs := run(t, func(self *process.Process) {
		for _, device := range []term.Term{term.Atom("stdio"), term.Atom("stderr"), self.GroupLeader(), term.Atom("user")} {
			if err := ioserver.PutChars(self, device, "é\n"); err != nil {
				t.Errorf("PutChars(%v) = %v", device, err)
			}
			ioserver.Write(self.Node(), ioserver.Output{Kind: ioserver.Log, Text: "log\n"})
		}
	})
	kinds := []ioserver.Kind{ioserver.User, ioserver.Log, ioserver.Warning, ioserver.Log, ioserver.User, ioserver.Log, ioserver.User, ioserver.Log}
	if len(outputs) != len(kinds) {
		t.Fatalf("%d outputs, want %d", len(outputs), len(kinds))
	}
	for i, o := range outputs {
		if o.Kind != kinds[i] {
			t.Errorf("output %d has kind %v, want %v", i, o.Kind, kinds[i])
		}
	}
}

func TestPutCharsFails(t *testing.T) {
	run(t, func(self *process.Process) {
		dead := self.Spawn(func(*process.Process) error { return nil }, process.SpawnOptions{}).PID()
		for _, test := range []struct{ device, reason term.Term }{
			{term.Atom("nobody"), term.Atom("badarg")},
			{dead, term.Atom("terminated")},
		} {
			err := ioserver.PutChars(self, test.device, "x")
			if err == nil || !term.Same(exception.As(err).Reason, test.reason) {
				t.Errorf("PutChars(%v) = %v, want %v", test.device, err, test.reason)
			}
		}
	})
}

func TestProtocol(t *testing.T) {
	atom := func(name string) term.Term { return term.Atom(name) }
	put := func(chars term.Term) term.Term { return term.Tuple{atom("put_chars"), atom("unicode"), chars} }
	for _, test := range []struct{ request, reply term.Term }{
		{put(term.List(term.Binary("a"), term.Int('b'), term.List(term.Int(233)))), term.OK},
		{put(term.Atom("x")), term.Tuple{term.ErrorAtom, atom("put_chars")}},
		{term.Tuple{atom("put_chars"), term.Binary("old")}, term.OK},
		{term.Tuple{atom("requests"), term.List(put(term.Binary("1")), put(term.Binary("2")))}, term.OK},
		{term.Tuple{atom("get_geometry"), atom("columns")}, term.Tuple{term.ErrorAtom, atom("enotsup")}},
		{term.Tuple{atom("get_line"), atom("unicode"), term.Binary(">")}, atom("eof")},
		{term.Tuple{atom("setopts"), term.Empty}, term.OK},
		{atom("foo"), term.Tuple{term.ErrorAtom, term.Tuple{atom("request"), atom("foo")}}},
	} {
		run(t, func(self *process.Process) {
			self.Send(self.GroupLeader(), term.Tuple{atom("io_request"), self.PID(), atom("ref"), test.request})
			want := term.Tuple{atom("io_reply"), atom("ref"), test.reply}
			if got := self.Receive(nil); !term.Same(got, want) {
				t.Errorf("%v: got %v, want %v", test.request, got, want)
			}
		})
	}
}

func TestFile(t *testing.T) {
	path := filepath.Join(t.TempDir(), "log")
	run(t, func(self *process.Process) {
		device, err := ioserver.OpenFile(self, path)
		if err != nil {
			t.Fatal(err)
		}
		if err := ioserver.PutChars(self, device, "line\n"); err != nil {
			t.Error(err)
		}
		ioserver.CloseFile(self, device)
		if _, err := ioserver.OpenFile(self, t.TempDir()); err == nil {
			t.Error("a directory can be opened")
		}
	})
	if text, _ := os.ReadFile(path); string(text) != "line\n" {
		t.Errorf("file = %q", text)
	}
}

func ExamplePutChars() {
	for _, o := range run(nil, func(self *process.Process) {
		_ = ioserver.PutChars(self, term.Atom("stdio"), "hello")
	}) {
		fmt.Println(o.Text)
	}
	// Output: hello
}
