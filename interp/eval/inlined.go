package eval

import (
	"strconv"
	"strings"
	"sync"

	"gex/runtime/code"
	"gex/runtime/term"
)

// inlined are the functions of Elixir outside Kernel that its compiler replaces
// by those of Erlang, also where they are captured; see elixir_rewrite.
var inlined = sync.OnceValue(makeInlined)

func makeInlined() map[code.Entry]code.Entry {
	all := make(map[code.Entry]code.Entry)
	for modules, functions := range map[[2]term.Atom]string{
		{"Elixir.Atom", "erlang"}: `to_charlist/1=atom_to_list to_string/1=atom_to_binary`,
		{"Elixir.Bitwise", "erlang"}: `bnot/1 band/2 bor/2 bxor/2 bsl/2 bsr/2 ~~~/1=bnot &&&/2=band |||/2=bor ^^^/2=bxor <<</2=bsl` +
			` >>>/2=bsr`,
		{"Elixir.Function", "erlang"}: `capture/3=make_fun info/1=fun_info info/2=fun_info`,
		{"Elixir.Integer", "erlang"}: `to_charlist/1=integer_to_list to_charlist/2=integer_to_list to_string/1=integer_to_binary` +
			` to_string/2=integer_to_binary`,
		{"Elixir.IO", "erlang"}: `iodata_length/1=iolist_size iodata_to_binary/1=iolist_to_binary`,
		{"Elixir.List", "erlang"}: `to_atom/1=list_to_atom to_existing_atom/1=list_to_existing_atom to_float/1=list_to_float` +
			` to_integer/1=list_to_integer to_integer/2=list_to_integer to_tuple/1=list_to_tuple`,
		{"Elixir.Map", "maps"}: `keys/1 merge/2 to_list/1 values/1`,
		{"Elixir.Node", "erlang"}: `list/0=nodes list/1=nodes spawn/2 spawn/3=spawn_opt spawn/4 spawn/5=spawn_opt spawn_link/2` +
			` spawn_link/4 spawn_monitor/2 spawn_monitor/4`,
		{"Elixir.Port", "erlang"}: `close/1=port_close command/2=port_command command/3=port_command connect/2=port_connect` +
			` list/0=ports open/2=open_port demonitor/1 demonitor/2`,
		{"Elixir.Process", "erlang"}: `alive?/1=is_process_alive cancel_timer/1 cancel_timer/2 demonitor/1 demonitor/2 exit/2` +
			` flag/2=process_flag flag/3=process_flag get/0 get_keys/0 get_keys/1 group_leader/0 hibernate/3` +
			` link/1 list/0=processes read_timer/1 registered/0 send/3 spawn/2=spawn_opt spawn/4=spawn_opt` +
			` unlink/1 unregister/1`,
		{"Elixir.String", "binary"}: `duplicate/2=copy`,
		{"Elixir.String", "erlang"}: `to_float/1=binary_to_float to_integer/1=binary_to_integer to_integer/2=binary_to_integer`,
		{"Elixir.System", "erlang"}: `monotonic_time/0 system_time/0 time_offset/0 unique_integer/0 unique_integer/1`,
		{"Elixir.System", "os"}:     `os_time/0=system_time`,
		{"Elixir.Tuple", "erlang"}:  `append/2=append_element to_list/1=tuple_to_list`,
	} {
		for _, f := range strings.Fields(functions) {
			f, to, renamed := strings.Cut(f, "=")
			name, size, _ := strings.Cut(f, "/")
			if !renamed {
				to = name
			}
			arity, _ := strconv.Atoi(size)
			all[code.Entry{Module: modules[0], Name: name, Arity: arity}] = code.Entry{Module: modules[1], Name: to, Arity: arity}
		}
	}
	return all
}

// external is a captured function of a module that is named in the source; the
// value is the function that the compiler puts in its place.
func (c *compiler) external(module term.Atom, name string, arity int) thunk {
	entry := code.Entry{Module: module, Name: name, Arity: arity}
	if module == kernel && erlangBuiltins[name] && rewritten[entry].order == nil {
		module = "erlang"
	}
	if to, ok := inlined()[entry]; ok && c.ev.table.Exports(to.Module, to.Name, to.Arity) {
		module, name = to.Module, to.Name
	}
	return constant(externalFun(module, name, arity))
}
