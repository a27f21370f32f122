defmodule Bag do
  use Agent

  def start_link(items), do: Agent.start_link(fn -> items end, name: __MODULE__)
  def put(item), do: Agent.update(__MODULE__, fn items -> [item | items] end)
  def count, do: Agent.get(__MODULE__, fn items -> length(items) end)
  def take do
    Agent.get_and_update(__MODULE__, fn
      [] -> {:empty, []}
      [first | rest] -> {{:ok, first}, rest}
    end)
  end

  def half, do: Agent.get(__MODULE__, fn items -> div(100, length(items)) end)
  def spoil(reason), do: Agent.update(__MODULE__, fn _ -> exit(reason) end)
  def shout, do: Agent.cast(__MODULE__, fn items -> raise "#{length(items)} items" end)
end
