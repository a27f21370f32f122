package interp

import (
	"gex/runtime/code"
	"gex/runtime/term"
)

// What Elixir advises instead of whole modules.
const (
	useMaps     = "Use maps and the Map module instead"
	useKeyed    = "Use the Map module for working with maps or the Keyword module for working with keyword lists"
	useSetsWith = "Use the MapSet module for working with sets"
	useSets     = "Use the MapSet module instead"
	useSpecs    = "Use the new child specifications outlined in the Supervisor module instead"
	useOthers   = "Use one of the alternatives described in the documentation for the GenEvent module"
)

// deprecatedModules are those of which Elixir 1.14 advises against every function.
var deprecatedModules = map[term.Atom]string{
	"Elixir.GenEvent": useOthers, "Elixir.HashDict": useMaps, "Elixir.Dict": useKeyed,
	"Elixir.HashSet": useSets, "Elixir.Set": useSetsWith, "Elixir.Supervisor.Spec": useSpecs,
}

// deprecatedFunctions are the single functions that Elixir 1.14 advises against.
var deprecatedFunctions = map[term.Atom]map[code.Key]string{
	"Elixir.Enum": {
		{Name: "chunk", Arity: 2}: "Use Enum.chunk_every/2 instead", {Name: "chunk", Arity: 3}: "Use Enum.chunk_every/3 instead",
		{Name: "chunk", Arity: 4}:      "Use Enum.chunk_every/4 instead",
		{Name: "filter_map", Arity: 3}: "Use Enum.filter/2 + Enum.map/2 or for comprehensions instead",
		{Name: "partition", Arity: 2}:  "Use Enum.split_with/2 instead", {Name: "uniq", Arity: 2}: "Use Enum.uniq_by/2 instead",
	},
	"Elixir.Map": {
		{Name: "map", Arity: 2}:  "Use Map.new/2 instead (invoke Map.from_struct/1 before if you have a struct)",
		{Name: "size", Arity: 1}: "Use Kernel.map_size/1 instead",
	},
	"Elixir.Keyword": {
		{Name: "delete", Arity: 3}: "Use Keyword.fetch/2 + Keyword.delete/2 instead",
		{Name: "map", Arity: 2}:    "Use Keyword.new/2 instead", {Name: "size", Arity: 1}: "Use Kernel.length/1 instead",
	},
	"Elixir.Stream": {
		{Name: "chunk", Arity: 2}: "Use Stream.chunk_every/2 instead", {Name: "chunk", Arity: 3}: "Use Stream.chunk_every/3 instead",
		{Name: "chunk", Arity: 4}:      "Use Stream.chunk_every/4 instead",
		{Name: "filter_map", Arity: 3}: "Use Stream.filter/2 + Stream.map/2 instead", {Name: "uniq", Arity: 2}: "Use Stream.uniq_by/2 instead",
	},
	"Elixir.String": {
		{Name: "to_char_list", Arity: 1}: "Use String.to_charlist/1 instead", {Name: "strip", Arity: 1}: "Use String.trim/1 instead",
		{Name: "strip", Arity: 2}:  "Use String.trim/2 with a binary second argument instead",
		{Name: "lstrip", Arity: 1}: "Use String.trim_leading/1 instead", {Name: "rstrip", Arity: 1}: "Use String.trim_trailing/1 instead",
		{Name: "ljust", Arity: 2}: "Use String.pad_trailing/2 instead", {Name: "rjust", Arity: 2}: "Use String.pad_leading/2 instead",
	},
	"Elixir.Registry": {
		{Name: "start_link", Arity: 2}: "Use Registry.start_link/1 instead", {Name: "start_link", Arity: 3}: "Use Registry.start_link/1 instead",
	},
	"Elixir.Code": {
		{Name: "ensure_compiled?", Arity: 1}: "Use Code.ensure_compiled/1 instead (see the proper disclaimers in its docs)",
	},
	"Elixir.System": {{Name: "stacktrace", Arity: 0}: "Use __STACKTRACE__ instead"},
}

// deprecation returns what Elixir advises instead of a function, or "". The
// guides use such functions, so only Strict says it.
func (s *Session) deprecation(module term.Atom, name string, arity int) string {
	if !s.table.Exports(module, name, arity) {
		return ""
	}
	if advice := deprecatedModules[module]; advice != "" {
		return advice
	}
	return deprecatedFunctions[module][code.Key{Name: name, Arity: arity}]
}
