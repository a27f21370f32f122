package cli

import (
	"os"
	"os/exec"
	"path/filepath"
	"strings"
	"testing"
)

// sessionToSave is typed, saved both ways, and both are run.
const sessionToSave = `{:ok, manager} = GenEvent.start_link
defmodule Forwarder do
  use GenEvent
  def handle_event(event, parent) do
    send parent, event
    {:ok, parent}
  end
end
GenEvent.add_handler(manager, Forwarder, self())
GenEvent.sync_notify(manager, {:hello, :world})
flush
type Counter struct{ UseGenServer }

func (Counter) Init(n int) Result { return OK(n) }

func (Counter) HandleCall(request, from Term, n int) Result { return Reply(n, n+1) }

{:ok, c} = GenServer.start_link(Counter, 5)
GenServer.call(c, :next)
x = for i <- 1..3, do: i * i
spawn(fn -> IO.puts "from a process" end)
1 / 0
[a, b | _] = x
a + b
nope
IO.puts "hello #{a}"
%{name: "x", list: [1, 2]}
start_link
notify {:x, 1}
spawn(fn -> exit(:kaboom) end)
import Enum
map x, & &1 + 1
flush()
v(3)
`

func TestSave(t *testing.T) {
	dir := t.TempDir()
	transcript, source := filepath.Join(dir, "s.md"), filepath.Join(dir, "main.go")
	typed, _, _ := runCommand(sessionToSave+"/save "+transcript+"\n/save "+source+"\n", "-no-history")
	for _, want := range []string{"Saved in " + transcript + ": ", "Not said in Go, and left as comments:\n  iex(14)> nope\n  iex(19)> import Enum\n  iex(20)> map x, & &1 + 1\n  iex(22)> v(3)\n"} {
		if !strings.Contains(typed, want) {
			t.Errorf("the session shows\n%s\nwant %q in it", typed, want)
		}
	}
	if out, errs, code := runCommand("", "test", transcript); code != 0 {
		t.Errorf("gex test: %d\n%s%s", code, out, errs)
	}
	runProgram(t, source)
}

// runProgram compares what a saved program prints.
func runProgram(t *testing.T, source string) {
	tool, err := exec.LookPath("go")
	if err != nil {
		t.Skip("no go tool")
	}
	out, err := exec.Command(tool, "run", source).CombinedOutput()
	if err != nil {
		text, _ := os.ReadFile(source)
		t.Fatalf("go run: %v\n%s\n%s", err, out, text)
	}
	want := `{:ok, #PID<0.109.0>}
:ok
:ok
{:hello, :world}
:ok
{:ok, #PID<0.110.0>}
5
[1, 4, 9]
from a process
#PID<0.111.0>
** (ArithmeticError) bad argument in arithmetic expression: 1 / 0
    :erlang./(1, 0)
[1, 4, 9]
5
hello 1
:ok
%{list: [1, 2], name: "x"}
{:ok, #PID<0.112.0>}
:ok
#PID<0.113.0>
:ok
`
	if string(out) != want {
		t.Errorf("the program prints\n%s\nwant\n%s", out, want)
	}
}
