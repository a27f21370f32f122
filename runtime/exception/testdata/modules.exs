# Writes modules.txt: the applications that IEx has loaded, with their modules.
# elixir -pa IEX/ebin testdata/modules.exs > modules.txt
for app <- [:elixir, :iex, :logger, :kernel, :stdlib, :compiler] do
  Application.load(app)
  {:ok, vsn} = :application.get_key(app, :vsn)
  {:ok, modules} = :application.get_key(app, :modules)
  IO.puts("#{app} #{vsn}: #{modules |> Enum.sort() |> Enum.join(" ")}")
end
