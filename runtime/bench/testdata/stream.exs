# The stream workloads of bench_test.go for a real Elixir, and notify through
# Elixir's own GenEvent.
defmodule Counter do
  use GenEvent
  def handle_event(_, n), do: {:ok, n + 1}
end

defmodule Bench do
  def stream(n, send) do
    {:ok, m} = GenEvent.start()
    me = self()
    spawn(fn -> send(me, {:took, GenEvent.stream(m) |> Enum.take(n) |> length}) end)
    wait(m)
    for i <- 1..n, do: send.(m, i)
    receive do: ({:took, ^n} -> :ok)
    GenEvent.stop(m)
  end

  defp wait(m), do: if(GenEvent.which_handlers(m) == [], do: wait(m))

  def notify(m, :async, i) when rem(i, 1000) != 0, do: GenEvent.notify(m, i)
  def notify(m, _, i), do: GenEvent.sync_notify(m, i)

  def sync(n) do
    {:ok, m} = GenEvent.start()
    GenEvent.add_handler(m, Counter, 0)
    for i <- 1..n, do: GenEvent.sync_notify(m, i)
    GenEvent.stop(m)
  end

  def best(name, n, fun) do
    fun.(div(n, 10))
    best = Enum.min(for _ <- 1..3, do: elem(:timer.tc(fn -> fun.(n) end), 0) * 1000 / n)
    IO.puts("#{name} #{Float.round(best, 1)}")
  end
end

Bench.best("stream.notify", 100_000, fn n -> Bench.stream(n, &Bench.notify(&1, :async, &2)) end)
Bench.best("stream.sync_notify", 50_000, fn n -> Bench.stream(n, &Bench.notify(&1, :sync, &2)) end)
Bench.best("elixir_sync_notify.1", 50_000, &Bench.sync/1)
