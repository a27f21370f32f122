package interp_test

import (
	"os"
	"strings"
	"testing"

	"gex/interp"
)

const forwarder = `defmodule Forwarder do
  use GenEvent
  def handle_event(event, parent) do
    send parent, event
    {:ok, parent}
  end
end`

func TestSlash(t *testing.T) {
	const inGo = "type Forwarder struct{ UseGenEvent }\n\nfunc (Forwarder) HandleEvent(event, parent Term) Result {\n\tSend(parent, event)\n\treturn OK(parent)\n}\n"
	for _, c := range []struct {
		name   string
		inputs []string
		want   string
	}{
		{"go", []string{forwarder, "/go Forwarder"}, inGo},
		{"go after redefinition", []string{"defmodule Forwarder do\nend", forwarder, "defmodule Forwarder do\n  def f(x), do: y\nend", "/go Forwarder"}, inGo},
		{"ex", []string{inGo, "/ex Forwarder"},
			"defmodule Forwarder do\n  use GenEvent\n\n  def handle_event(event, parent) do\n    send(parent, event)\n    {:ok, parent}\n  end\nend\n"},
		{"ex with a state", []string{"type Counter struct{ UseGenServer }\ntype counts struct {\n\tn int\n\tm Map\n}\nfunc (Counter) Init(_ Term) Result { return OK(counts{}) }", "/ex Counter"},
			"defmodule Counter do\n  use GenServer\n\n  def init(_) do\n    {:ok, %{n: 0, m: %{}}}\n  end\nend\n"},
		{"no such module", []string{"/go Nobody"}, "There is no module Nobody.\n"},
		{"no argument", []string{"/ex"}, "Name a module, as in: /ex KV.Registry\n"},
		{"built in", []string{"/go Enum"}, "Enum is part of gex; /go shows modules that were typed.\n"},
		{"unknown", []string{"/type"}, "There is no command /type. The commands are:\n\n  /ps "},
		{"long explanation", []string{"/help"}, "Also: /seq\n                mermaid, /seq svg, /seq json.\n  /why"},
		{"command of the terminal", []string{"/learn genevent"}, "There is no command /learn: gex learn is a command of its own: leave with exit"},
		{"division", []string{"x = 2", "8 - 2", "/x"}, "3.0\n"},
	} {
		t.Run(c.name, func(t *testing.T) {
			if got := play(t, interp.Options{}, c.inputs...); !strings.Contains(got, c.want) {
				t.Errorf("%q printed\n%s\nwant in it\n%s", c.inputs, got, c.want)
			}
		})
	}
}

// modulesOf cuts a file with one module after the other into these.
func modulesOf(t *testing.T, name string) []string {
	t.Helper()
	text, err := os.ReadFile(name)
	if err != nil {
		t.Fatal(err)
	}
	var modules []string
	for _, m := range strings.Split(string(text), "\nend\n") {
		if m = strings.TrimSpace(m); m != "" {
			modules = append(modules, m+"\nend")
		}
	}
	return modules
}

const defined = "the modules are defined"

// shown returns what a command shows for each of the modules.
func shown(t *testing.T, modules []string, command string) []string {
	t.Helper()
	var texts []string
	for i, m := range modules {
		inputs := append(append([]string{}, modules[:i+1]...), `IO.puts "`+defined+`"`, command+" "+moduleIn(m))
		_, text, _ := strings.Cut(play(t, interp.Options{}, inputs...), defined+"\n:ok\n")
		texts = append(texts, text)
	}
	return texts
}

// moduleIn is the name of the module that a text defines.
func moduleIn(text string) string {
	for _, line := range strings.Split(text, "\n") {
		words := strings.Fields(line)
		if len(words) > 1 && (words[0] == "defmodule" || words[0] == "type" && strings.ToUpper(words[1][:1]) == words[1][:1]) {
			return words[1]
		}
	}
	return ""
}

// after returns what inputs print when the modules are defined.
func after(t *testing.T, modules, inputs []string) string {
	t.Helper()
	all := append(append(append([]string{}, modules...), `IO.puts "`+defined+`"`), inputs...)
	_, out, _ := strings.Cut(play(t, interp.Options{}, all...), defined)
	return out
}

// TestBridgeBehaves compares what modules do as they are, as the Go that /go
// shows, and as the Elixir that /ex shows for that.
func TestBridgeBehaves(t *testing.T) {
	for _, c := range []struct {
		file   string
		inputs []string
	}{
		{"guides", []string{
			"{:ok, manager} = GenEvent.start_link",
			"GenEvent.add_handler(manager, Forwarder, self())",
			"GenEvent.sync_notify(manager, {:hello, :world})", "flush",
			"GenEvent.add_handler(manager, Echoer, [])",
			"GenEvent.sync_notify(manager, :hello)", "flush",
			"GenEvent.remove_handler(manager, Echoer, :x)",
			"GenEvent.which_handlers(manager)",
			"{:ok, pid} = :gen_event.start_link",
			":gen_event.add_handler(pid, BroadcastEventHandler, [])",
			":gen_event.notify(pid, {:broadcast, \"I dare you!\"})",
			":gen_event.notify(pid, {:broadcast, \"Meetup at 10 o'clock\"})",
			":gen_event.call(pid, BroadcastEventHandler, :broadcasts)",
			":gen_event.call(pid, BroadcastEventHandler, :broadcasts)",
			"{:ok, bucket} = KV.Bucket.start_link",
			"KV.Bucket.put(bucket, \"milk\", 3)", "KV.Bucket.get(bucket, \"milk\")",
			"KV.Bucket.delete(bucket, \"milk\")", "KV.Bucket.delete(bucket, \"milk\")", "KV.Bucket.get(bucket, \"milk\")",
			"{:ok, registry} = KV.Registry.start_link(manager)",
			"KV.Registry.lookup(registry, \"shopping\")",
			"KV.Registry.create(registry, \"shopping\")", "KV.Registry.create(registry, \"shopping\")",
			"{:ok, bucket} = KV.Registry.lookup(registry, \"shopping\")", "flush",
			"Agent.stop(bucket)", "flush", "KV.Registry.lookup(registry, \"shopping\")",
			"send(registry, :anything)", "KV.Registry.lookup(registry, \"shopping\")",
			"{:ok, named} = KV.Registry.start_link(manager, name: :named)", "KV.Registry.lookup(:named, 1)",
			"KV.start_link", "KV.put(:a, 1)", "KV.put(\"b\", {:x, [1, 2]})", "KV.get(:a)", "KV.get(\"b\")", "KV.get(:c)",
			"PingPong.start_link", "PingPong.ping", "PingPong.ping",
			":sys.suspend(PingPong)", ":sys.resume(PingPong)", "PingPong.ping",
		}},
		{"more", []string{
			"{:ok, pid} = :gen_event.start_link", ":gen_event.add_handler(pid, Counter, 0)",
			"for x <- 1..5, do: :gen_event.notify(pid, x)", ":gen_event.call(pid, Counter, :count)",
			":gen_event.call(pid, Counter, :reset)", ":gen_event.call(pid, Counter, :count)",
			":gen_event.delete_handler(pid, Counter, :bye)",
			"{:ok, pid} = GenServer.start_link(Stack, [:hello])", "GenServer.call(pid, :pop)",
			"GenServer.cast(pid, {:push, :world})", "GenServer.cast(pid, {:push, 1})", ":sys.get_state(pid)",
			"GenServer.call(pid, :pop)", "GenServer.call(pid, :pop)",
			"Worker.sign(3)", "Worker.sign(0)", "Worker.sign(-1.5)", "Worker.fib(15)",
			"Worker.describe({:ok, 1})", "Worker.describe({:error, :x})", "Worker.describe({:error, 1})", "Worker.describe(%{})",
			"Same.twice({:a, 1}, [1])", "Same.twice({:a, 1}, [2])", "Same.twice(%{a: [1]}, %{a: [1]})", "Same.twice({0, 1, 1}, 2)",
			"Same.twice({0, 1, 2}, 2)", "try do Same.twice({:fail, :badarg}, 1) rescue e -> e end",
			"Same.pinned(1, [1, 2])", "Same.pinned(2, [1, 2])", "Same.pinned(3, [1, 2])",
		}},
		{"supervision", []string{
			"Application.start(:shop)", "Process.whereis(Shop.Customers) |> is_pid",
			"{:ok, shelf} = DynamicSupervisor.start_child(Shop.Customers, {Shop.Shelf, %{pear: 2}})",
			"Shop.Shelf.take(shelf, :pear)", "Shop.Shelf.take(shelf, :pear)", "Shop.Shelf.child_spec(:x)",
			"Agent.stop(shelf, :shutdown)", "DynamicSupervisor.count_children(Shop.Customers)",
			"{:ok, _} = Shop.Shelves.start_link", "{:ok, shelf} = Shop.Shelves.open(%{plum: 1})", "Shop.Shelf.take(shelf, :plum)",
			"{:ok, shelf} = Shop.Shelves.open(%{fig: 1}, Shop.Shelves)", "Shop.Shelf.take(shelf, :fig)",
			"Supervisor.count_children(Shop.Shelves)", "Shop.Shelves.child_spec([])",
			"Shop.Order.place(%{}, \"pear 3\")", "Shop.Order.place(%{\"pear\" => 8}, \"pear 3\")", "Shop.Order.place(%{}, \"pear\")",
			"Shop.Order.small?(\"pear 3\")", "Shop.Order.small?(\"pear 4\")", "Shop.Order.small?(\"pear\")",
			"{:ok, sup} = Supervisor.start_link([{Shop.Till, name: Till}], strategy: :one_for_one)",
			"Shop.Till.paid(Till, :ann, 5)", "Shop.Till.paid(Till, :ann, 6)", "GenServer.cast(Till, {:watch, self()})",
			":sys.get_state(Till)", "Shop.Till.child_spec([]).restart", "Application.stop(:shop)",
		}},
	} {
		t.Run(c.file, func(t *testing.T) {
			modules := modulesOf(t, "bridge/testdata/"+c.file+".ex")
			inGo := shown(t, modules, "/go")
			elixir, golang := after(t, modules, c.inputs), after(t, inGo, c.inputs)
			if golang != elixir {
				t.Errorf("in Go it printed\n%s\nin Elixir\n%s", golang, elixir)
			}
			if again := after(t, shown(t, inGo, "/ex"), c.inputs); again != elixir {
				t.Errorf("back in Elixir it printed\n%s\nin Elixir\n%s", again, elixir)
			}
		})
	}
}
