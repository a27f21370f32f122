package bridge

import (
	"strconv"
	"strings"

	"gex/interp/syntax"
)

// special are the calls that no line of the table says.
func (g *generator) special(n *syntax.Call) (value, bool) {
	if path, ok := g.pathCall(n); ok {
		return g.call(path, false), true
	}
	switch name := callName(n); name {
	case ":proc_lib.start_link/3", ":proc_lib.spawn_link/3":
		return g.procLib(n)
	case ":sys.debug_options/1":
		if l, ok := n.Args[0].(*syntax.List); ok && len(l.Elems) == 0 {
			return value{code: "Sys.DebugOptions()", kind: kindTerm, call: true}, true
		}
	case ":sys.handle_system_msg/6":
		g.fail(n, "handle_system_msg outside of the receive loop that system_continue goes on with")
	case "Process.flag/2":
		if isAtom(n.Args[0], "trap_exit") {
			return value{code: "Process.TrapExit(" + g.condition(n.Args[1]) + ")", kind: kindBool, call: true}, true
		}
	case "spawn/3", "spawn_link/3":
		return g.spawnModule(n)
	case ":erlang.error/1":
		if !isPlain(n.Args[0]) || isVariable(n.Args[0]) {
			v := g.applyErlang("error", n.Args[0])
			v.kind = kindNever
			return v, true
		}
	case "raise/1":
		return g.raise(n)
	case "raise/2":
		if module, ok := n.Args[0].(*syntax.Alias); ok {
			exception := g.apply(strings.Join(module.Names, "."), "exception", n.Args[1])
			return value{code: "Raise(" + exception.code + ")", kind: kindNever, call: true}, true
		}
	case "rem/2", "div/2":
		return g.divide(n), true
	case "length/1":
		return value{code: "len(" + g.need(n.Args[0], kindList) + ")", kind: kindInt}, true
	case "not/1":
		return value{code: g.negated(n.Args[0]), kind: kindBool}, true
	}
	if n.Target == nil && strings.HasPrefix(n.Name, "is_") && len(n.Args) == 1 {
		v := g.remote(n, "")
		return value{code: v.code + " == true", kind: kindBool}, true
	}
	return value{}, false
}

func isVariable(n syntax.Node) bool {
	_, ok := n.(*syntax.Var)
	return ok
}

func (g *generator) divide(n *syntax.Call) value {
	g.module.arithmetic = true
	if zero, ok := n.Args[1].(*syntax.Int); ok && zero.Value == 0 {
		return g.apply("Kernel", n.Name, n.Args...) // Go does not compile it
	}
	op := map[string]string{"rem": " % ", "div": " / "}[n.Name]
	return value{code: g.operand(n.Args[0]) + op + g.operand(n.Args[1]), kind: kindInt}
}

func (g *generator) raise(n *syntax.Call) (value, bool) {
	switch a := n.Args[0].(type) {
	case *syntax.Alias:
		exception := g.apply(strings.Join(a.Names, "."), "exception", &syntax.List{Pos: a.Pos})
		return value{code: "Raise(" + exception.code + ")", kind: kindNever, call: true}, true
	case *syntax.String:
		return value{code: "Raise(" + g.expr(a).code + ")", kind: kindNever, call: true}, true
	}
	return value{code: "Raise(" + g.need(n.Args[0], kindString) + ")", kind: kindNever, call: true}, true
}

// procLib is :proc_lib.start_link(module, :function, [arguments]).
func (g *generator) procLib(n *syntax.Call) (value, bool) {
	function, args, ok := mfa(n)
	if !ok {
		return value{}, false
	}
	goName := map[string]string{"start_link": "ProcLib.StartLink", "spawn_link": "ProcLib.SpawnLink"}[n.Name]
	kind := map[string]string{"start_link": kindTerm, "spawn_link": kindPID}[n.Name]
	words := append([]string{g.argument(n.Args[0], "module"), strconv.Quote(function)}, g.elements(args)...)
	return value{code: goName + "(" + strings.Join(words, ", ") + ")", kind: kind, call: true}, true
}

func mfa(n *syntax.Call) (function string, args []syntax.Node, ok bool) {
	atom, isName := n.Args[1].(*syntax.Atom)
	list, isList := n.Args[2].(*syntax.List)
	if !isName || !isList || list.Tail != nil {
		return "", nil, false
	}
	return atom.Name, list.Elems, true
}

// spawnModule is spawn(module, :function, [arguments]). The arguments are
// evaluated by the caller.
func (g *generator) spawnModule(n *syntax.Call) (value, bool) {
	function, args, ok := mfa(n)
	if !ok {
		return value{}, false
	}
	var codes []string
	for _, a := range args {
		codes = append(codes, g.subject(a).code)
	}
	words := append([]string{g.expr(n.Args[0]).code, strconv.Quote(function)}, codes...)
	call := "Apply(" + strings.Join(words, ", ") + ")"
	return value{code: exportedName(n.Name) + "(func() { " + call + " })", kind: kindPID, call: true}, true
}
