# Writes atoms.txt in this directory from a real IEx 1.14 / OTP 25: the atoms
# that there are when it has started, one a line, without those of names.txt and
# those that only compilers make.
#
#     iex < atoms.exs

known =
  for line <- File.stream!("names.txt"), [module | functions] = String.split(line), into: MapSet.new(),
      do: {module, for(f <- functions, do: String.replace(f, ~r{/[0-9,]+$}, ""))}

known = for {module, functions} <- known, name <- [module | functions], into: MapSet.new(), do: name

# The external format has atoms by their index in the table.
atom = fn n ->
  try do
    [Atom.to_string(:erlang.binary_to_term(<<131, 75, n::24>>))]
  rescue
    ArgumentError -> nil
  end
end

made = Stream.iterate(0, &(&1 + 1)) |> Stream.map(atom) |> Enum.take_while(& &1) |> Enum.concat()

hidden? = fn name -> name == "" or name =~ ~r/^-|\s|[^[:print:]]|\.(erl|beam|app|exs?)$|^\// end
lines = for name <- Enum.sort(made), name not in known, not hidden?.(name), do: [name, "\n"]

File.write!("atoms.txt", lines)
