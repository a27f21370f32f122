# What ExUnit reports, recorded beside this file in failing.txt:
#
#     elixir failing.exs > failing.txt
ExUnit.start(seed: 0, autorun: false)
defmodule ATest do
  use ExUnit.Case, async: true
  setup do
    {:ok, agent} = Agent.start_link(fn -> 0 end)
    {:ok, agent: agent}
  end
  setup context do
    %{name: context.test}
  end
  test "one", %{agent: a, name: n} = ctx do
    assert Agent.get(a, & &1) == 0
    assert n == :"test one"
    IO.inspect Map.drop(ctx, [:agent, :file])
  end
  test "fails ==", %{agent: a} do
    assert Agent.get(a, & &1) == 1
  end
  test "fails match" do
    x = 3
    assert {:ok, ^x} = {:error, :oops}
  end
  test "fails truthy" do
    assert nil
  end
  test "fails call" do
    assert String.contains?("abc", "z")
  end
  test "fails msg" do
    assert false, "my message"
  end
  test "refute" do
    refute 1 == 1
  end
  test "raise" do
    raise "oops"
  end
  test "exit" do
    exit :bye
  end
  test "throw" do
    throw :ball
  end
  test "killed" do
    Process.exit(self(), :kill)
  end
  test "linked" do
    spawn_link fn -> exit(:boom) end
    Process.sleep 100
  end
  test "receive" do
    send self(), :hello
    assert_receive {:ping, _}, 10
  end
  test "assert_raise" do
    assert_raise RuntimeError, "oops", fn -> raise "nope" end
  end
  test "assert_raise none" do
    assert_raise RuntimeError, fn -> 1 end
  end
  test "assert_raise other" do
    assert_raise RuntimeError, fn -> raise ArgumentError, "a" end
  end
  test "in" do
    assert 1 in [2]
  end
  test "not implemented"
  @tag :skip
  test "skipped" do
    flunk
  end
  @tag skip: "because"
  test "skipped2" do
    flunk "x"
  end
  describe "a group" do
    setup :more
    @tag a: 1
    test "in group", ctx do
      assert ctx.a == 1 and ctx.more == 2
      assert ctx.describe == "a group"
      on_exit fn -> send(ctx.agent, :done) end
    end
  end
  defp more(_), do: [more: 2]
  test "flunk" do
    flunk
  end
  test "delta" do
    assert_in_delta 1, 2, 0.5
  end
  test "sup" do
    pid = start_supervised!({Agent, fn -> 1 end})
    assert Agent.get(pid, & &1) == 1
    assert stop_supervised(Agent) == :ok
    refute Process.alive?(pid)
    assert {:ok, _} = start_supervised({Agent, fn -> 1 end})
    assert {:error, _} = start_supervised({Agent, fn -> raise "a" end}, id: 1)
    start_supervised!({Agent, fn -> raise "b" end}, id: 1)
  end
  test "comparison" do
    assert 1 > 2
  end
  test "and" do
    assert true and false
  end
  test "not" do
    assert not true
  end
  test "maps" do
    assert %{a: 1, b: 2} == %{a: 1, b: 3}
  end
  test "strings" do
    assert "hello world" == "hello wurld"
  end
  test "match =~" do
    assert "abc" =~ ~r"z"
  end
  test "clause" do
    Enum.map(1, 2)
    (fn :a -> 1 end).(2)
  end
end
IO.inspect ExUnit.run
defmodule SetupTest do
  use ExUnit.Case
  for x <- [1, 2] do
    test "number #{x}", ctx do
      assert ctx.line > 0
    end
  end
  setup_all do
    {:ok, a: 1}
  end
  setup [:one, :two]
  def one(_), do: %{one: 1}
  defp two(%{one: 1}), do: [two: 2]
  test "what callbacks return", %{a: 1, one: 1, two: 2} do
    :ok
  end
end
IO.inspect ExUnit.run
IO.inspect ExUnit.run
defmodule WrongSetupTest do
  use ExUnit.Case
  setup do
    3
  end
  test "not reached" do
  end
end
IO.inspect ExUnit.run
