defmodule Counter do
  @behaviour :gen_event
  def init(n), do: {:ok, n}
  def handle_event(_event, n), do: {:ok, n + 1}
  def handle_call(:count, n), do: {:ok, n, n}
  def handle_call(:reset, n), do: {:ok, n, 0}
  def terminate(_reason, n), do: n
  def code_change(_old_vsn, n, extra), do: {:ok, n * extra}
end

defmodule Stack do
  use GenServer
  def init(stack), do: {:ok, stack}
  def handle_call(:pop, _from, [h | t]), do: {:reply, h, t}
  def handle_cast({:push, x}, state), do: {:noreply, [x | state]}
end

defmodule Worker do
  @timeout 100
  def start(n) do
    spawn(fn -> loop(n) end)
  end

  def loop(n) do
    receive do
      {:add, k} -> loop(n + k)
      {:get, from} ->
        send(from, {:n, n})
        loop(n)
      :stop -> :ok
    after
      @timeout -> IO.puts("bored #{n}")
    end
  end

  def sign(n) do
    cond do
      n > 0 -> :positive
      n == 0 -> :zero
      true -> :negative
    end
  end

  def fib(0), do: 0
  def fib(1), do: 1
  def fib(n) when n > 1, do: fib(n - 1) + fib(n - 2)

  def safe(f) do
    try do
      f.()
    rescue
      e -> e
    end
  end

  def describe(x) do
    y = case x do
      {:ok, v} -> "ok: #{v}"
      {:error, r} when is_atom(r) -> "error"
      _ -> "other"
    end
    y |> String.upcase() |> IO.puts
  end
end

defmodule Same do
  def twice({:a, x}, [x | _]), do: :same
  def twice(x, x), do: :equal
  def twice({_, y, y}, _), do: {:inner, y}
  def twice({:fail, reason}, _), do: :erlang.error(reason)
  def twice(_, _), do: :other

  def pinned(x, list) do
    case list do
      [^x | _] -> :first
      [_, ^x] -> :second
      _ -> :none
    end
  end
end
