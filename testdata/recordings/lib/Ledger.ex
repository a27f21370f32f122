defmodule Entry do
  @enforce_keys [:amount]
  defstruct amount: 0, note: ""
end

defmodule Ledger do
  @behaviour :gen_event

  def init({:recover, %{balance: b}}), do: {:ok, %{balance: b, log: [:recovered]}}
  def init({args, {:handover, book}}), do: {:ok, %{book | log: [{:taken, args} | book.log]}}
  def init(balance) when is_integer(balance), do: {:ok, %{balance: balance, log: []}}
  def init(:sleepy), do: {:ok, %{balance: 0, log: []}, :hibernate}
  def init(:refuse), do: {:error, :refused}
  def init({:fail, why}), do: exit(why)

  def handle_event(%Entry{amount: a, note: n}, book) when a > 0 do
    {:ok, %{book | balance: book.balance + a, log: [n | book.log]}}
  end

  def handle_event(%Entry{amount: a}, %{balance: b}) when a + b < 0, do: raise(ArgumentError, "overdrawn by #{-(a + b)}")
  def handle_event(%Entry{amount: a}, book), do: {:ok, %{book | balance: book.balance + a}}
  def handle_event(:close, _), do: :remove_handler
  def handle_event({:pass_to, other}, book), do: {:swap_handler, :handover, book, other, :passed}
  def handle_event(:nap, book), do: {:ok, book, :hibernate}
  def handle_event({:divide, n}, book), do: {:ok, %{book | balance: div(book.balance, n)}}

  def handle_call(:balance, book), do: {:ok, book.balance, book}
  def handle_call(:log, book), do: {:ok, Enum.reverse(book.log), book}
  def handle_call({:close, reply}, _), do: {:remove_handler, reply}
  def handle_call({:set, n}, book), do: {:ok, {:was, book.balance}, %{book | balance: n}, :hibernate}
  def handle_call({:odd, value}, _), do: value
  def handle_call({:raise, e}, _), do: raise(e)

  def handle_info({:deposit, n}, book), do: {:ok, %{book | balance: book.balance + n}}
  def handle_info({:tell, pid}, book) do
    send(pid, {:book, book.balance})
    {:ok, book}
  end
  def handle_info(:stop_me, _), do: :remove_handler
  def handle_info({:EXIT, _pid, why}, book), do: {:ok, %{book | log: [{:exit, why} | book.log]}}

  def terminate(:handover, book), do: {:handover, book}
  def terminate({:swapped_to, _}, book), do: {:handover, book}
  def terminate({:stop, why}, book), do: {:stopped, why, book.balance}
  def terminate(:stop, book), do: {:stopped, book.balance}
  def terminate(:remove_handler, book), do: {:removed, book.balance}
  def terminate({:error, _}, book), do: {:failed, book.balance}
  def terminate({:report, pid}, book), do: send(pid, {:final, book.balance})

  def code_change(_vsn, book, :wipe), do: {:ok, %{book | log: []}}
  def code_change(vsn, book, {:note, n}), do: {:ok, %{book | log: [{vsn, n} | book.log]}}
  def code_change(_vsn, _book, {:return, v}), do: v
end
