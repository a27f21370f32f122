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
	"Elixir.Atom": {
		{Name: "to_char_list", Arity: 1}: "Use Atom.to_charlist/1 instead",
	},
	"Elixir.Code": {
		{Name: "cursor_context", Arity: 1}:   "Use Code.Fragment.cursor_context/2 instead",
		{Name: "cursor_context", Arity: 2}:   "Use Code.Fragment.cursor_context/2 instead",
		{Name: "ensure_compiled?", Arity: 1}: "Use Code.ensure_compiled/1 instead (see the proper disclaimers in its docs)",
		{Name: "get_docs", Arity: 2}:         "Code.get_docs/2 always returns nil as its outdated documentation is no longer stored on BEAM files. Use Code.fetch_docs/1 instead",
		{Name: "load_file", Arity: 1}:        "Use Code.require_file/2 or Code.compile_file/2 instead",
		{Name: "load_file", Arity: 2}:        "Use Code.require_file/2 or Code.compile_file/2 instead",
		{Name: "loaded_files", Arity: 0}:     "Use Code.required_files/0 instead",
		{Name: "unload_files", Arity: 1}:     "Use Code.unrequire_files/1 instead",
	},
	"Elixir.Enum": {
		{Name: "chunk", Arity: 2}:      "Use Enum.chunk_every/2 instead",
		{Name: "chunk", Arity: 3}:      "Use Enum.chunk_every/3 instead",
		{Name: "chunk", Arity: 4}:      "Use Enum.chunk_every/4 instead",
		{Name: "filter_map", Arity: 3}: "Use Enum.filter/2 + Enum.map/2 or for comprehensions instead",
		{Name: "partition", Arity: 2}:  "Use Enum.split_with/2 instead",
		{Name: "uniq", Arity: 2}:       "Use Enum.uniq_by/2 instead",
	},
	"Elixir.Float": {
		{Name: "to_char_list", Arity: 1}: "Use Float.to_charlist/1 instead",
		{Name: "to_char_list", Arity: 2}: "Use :erlang.float_to_list/2 instead",
		{Name: "to_string", Arity: 2}:    "Use :erlang.float_to_binary/2 instead",
	},
	"Elixir.Inspect.Algebra": {
		{Name: "surround", Arity: 3}:      "Use a combination of concat/2 and nest/2 instead",
		{Name: "surround_many", Arity: 5}: "Use Inspect.Algebra.container_doc/6 instead",
		{Name: "surround_many", Arity: 6}: "Use Inspect.Algebra.container_doc/6 instead",
	},
	"Elixir.Integer": {
		{Name: "to_char_list", Arity: 1}: "Use Integer.to_charlist/1 instead",
		{Name: "to_char_list", Arity: 2}: "Use Integer.to_charlist/2 instead",
	},
	"Elixir.Keyword": {
		{Name: "delete", Arity: 3}: "Use Keyword.fetch/2 + Keyword.delete/2 instead",
		{Name: "map", Arity: 2}:    "Use Keyword.new/2 instead",
		{Name: "size", Arity: 1}:   "Use Kernel.length/1 instead",
	},
	"Elixir.Macro": {
		{Name: "to_string", Arity: 2}:       "Use Macro.to_string/1 instead",
		{Name: "unescape_tokens", Arity: 1}: "Traverse over the arguments using Enum.map/2 instead",
		{Name: "unescape_tokens", Arity: 2}: "Traverse over the arguments using Enum.map/2 instead",
	},
	"Elixir.Map": {
		{Name: "map", Arity: 2}:  "Use Map.new/2 instead (invoke Map.from_struct/1 before if you have a struct)",
		{Name: "size", Arity: 1}: "Use Kernel.map_size/1 instead",
	},
	"Elixir.Module": {
		{Name: "add_doc", Arity: 5}: "Use @doc instead",
		{Name: "add_doc", Arity: 6}: "Use @doc instead",
	},
	"Elixir.Range": {
		{Name: "range?", Arity: 1}: "Pattern match on first..last//step instead",
	},
	"Elixir.Registry": {
		{Name: "start_link", Arity: 2}: "Use Registry.start_link/1 instead",
		{Name: "start_link", Arity: 3}: "Use Registry.start_link/1 instead",
	},
	"Elixir.Stream": {
		{Name: "chunk", Arity: 2}:      "Use Stream.chunk_every/2 instead",
		{Name: "chunk", Arity: 3}:      "Use Stream.chunk_every/3 instead",
		{Name: "chunk", Arity: 4}:      "Use Stream.chunk_every/4 instead",
		{Name: "filter_map", Arity: 3}: "Use Stream.filter/2 + Stream.map/2 instead",
		{Name: "uniq", Arity: 2}:       "Use Stream.uniq_by/2 instead",
	},
	"Elixir.String": {
		{Name: "ljust", Arity: 2}:              "Use String.pad_trailing/2 instead",
		{Name: "ljust", Arity: 3}:              "Use String.pad_trailing/3 with a binary padding instead",
		{Name: "lstrip", Arity: 1}:             "Use String.trim_leading/1 instead",
		{Name: "lstrip", Arity: 2}:             "Use String.trim_leading/2 with a binary as second argument instead",
		{Name: "next_grapheme_size", Arity: 1}: "Use String.next_grapheme/1 instead",
		{Name: "rjust", Arity: 2}:              "Use String.pad_leading/2 instead",
		{Name: "rjust", Arity: 3}:              "Use String.pad_leading/3 with a binary padding instead",
		{Name: "rstrip", Arity: 1}:             "Use String.trim_trailing/1 instead",
		{Name: "rstrip", Arity: 2}:             "Use String.trim_trailing/2 with a binary as second argument instead",
		{Name: "strip", Arity: 1}:              "Use String.trim/1 instead",
		{Name: "strip", Arity: 2}:              "Use String.trim/2 with a binary second argument instead",
		{Name: "to_char_list", Arity: 1}:       "Use String.to_charlist/1 instead",
		{Name: "valid_character?", Arity: 1}:   "Use String.valid?/1 instead",
	},
	"Elixir.System": {
		{Name: "cwd", Arity: 0}:        "Use File.cwd/0 instead",
		{Name: "cwd!", Arity: 0}:       "Use File.cwd!/0 instead",
		{Name: "get_pid", Arity: 0}:    "Use System.pid/0 instead",
		{Name: "stacktrace", Arity: 0}: "Use __STACKTRACE__ instead",
	},
	"Elixir.Task": {
		{Name: "find", Arity: 2}: "Pattern match directly on the message instead",
	},
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
