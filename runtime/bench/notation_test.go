package bench_test

import (
	"context"
	"testing"

	"gex/interp"
	"gex/runtime/process"
)

// notation is Counter and Store as a learner types them.
const notation = `defmodule Counter do
  use GenEvent
  def handle_event(_event, n), do: {:ok, n + 1}
  def handle_call(_request, n), do: {:ok, n, n}
end
defmodule Store do
  use GenServer
  def init(s), do: {:ok, s}
  def handle_call(request, _from, next) when is_pid(next), do: {:reply, GenServer.call(next, request), next}
  def handle_call(_request, _from, s), do: {:reply, s, s}
  def handle_cast(s, _), do: {:noreply, s}
end`

// inElixir are the workloads that are measured with callbacks in Elixir
// notation too.
var inElixir = map[string]bool{"notify.1": true, "notify.10": true, "notify.100": true, "sync_notify.1": true, "event_call": true,
	"server_call": true, "server_nested_call": true, "server_cast": true}

func BenchmarkElixir(b *testing.B) {
	for _, w := range workloads {
		if !inElixir[w.name] {
			continue
		}
		b.Run(w.name+".elixir", func(b *testing.B) {
			b.ReportAllocs()
			session := interp.New(interp.Options{})
			defer session.Close()
			if out := session.Eval(context.Background(), notation); !out.OK {
				b.Fatal("the modules of the benchmark do not compile")
			}
			if err := session.Node().RunProcess(context.Background(), func(self *process.Process) error {
				w.run(self, b.N, b.ResetTimer)
				return nil
			}); err != nil {
				b.Fatal(err)
			}
		})
	}
}
