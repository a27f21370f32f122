defmodule Answer do
  defstruct of: 0, value: 0
end

defmodule Jobs do
  def square(n), do: Task.async(fn -> %Answer{of: n, value: n * n} end)
  def failing(why), do: Task.async(fn -> raise "job: #{why}" end)
  def slow(ms), do: Task.async(fn -> Process.sleep(ms); :slow end)
  def all(list), do: list |> Enum.map(&square/1) |> Enum.map(&Task.await/1)

  def relay(to) do
    spawn(fn ->
      receive do
        %Answer{value: v} = r when v > 10 -> send(to, {:big, r})
        %Answer{} = r -> send(to, {:small, r})
        {:pair, a, b} -> send(to, {:pair, b, a})
        other -> send(to, {:odd, other})
      after
        50 -> send(to, :nothing)
      end
    end)
  end
end
