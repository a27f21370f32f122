package bridge

import (
	"strings"

	"gex/interp/syntax"
)

// result writes the return of what a callback returns, and reports false for
// what is none of the shapes.
func (g *generator) result(n syntax.Node) bool {
	switch n := n.(type) {
	case *syntax.Atom:
		switch n.Name {
		case "remove_handler":
			return g.giveResult("Remove()", nil)
		case "ignore":
			return g.giveResult("Ignore()", nil)
		}
	case *syntax.Tuple:
		tag, ok := n.Elems[0].(*syntax.Atom)
		if ok {
			return g.resultTuple(tag.Name, n.Elems[1:])
		}
	}
	return false
}

func (g *generator) giveResult(constructor string, action syntax.Node) bool {
	if action != nil {
		switch a := action.(type) {
		case *syntax.Atom:
			constructor += ".Hibernate()"
		case *syntax.Tuple:
			constructor += ".Continue(" + g.expr(a.Elems[1]).code + ")"
		default:
			constructor += ".After(" + g.duration(a) + ")"
		}
	}
	g.line("return %s", constructor)
	return true
}

// resultTuple writes {tag, elements...}.
func (g *generator) resultTuple(tag string, elems []syntax.Node) bool {
	var action syntax.Node
	event := g.module.behaviour == "GenEvent" && g.frame.function.name == "handle_call"
	if n := len(elems); n > 1 && isAction(elems[n-1]) && tag != "stop" && (tag != "ok" || !event || n > 2) && (tag != "reply" || n > 2) {
		action, elems = elems[n-1], elems[:n-1]
	}
	switch {
	case tag == "ok" && len(elems) == 1 && !event:
		return g.constructed("OK", elems, action)
	case tag == "ok" && len(elems) == 2 && event, tag == "reply" && len(elems) == 2:
		if g.replyFetched(elems, action) {
			return true
		}
		return g.constructed("Reply", elems, action)
	case tag == "noreply" && len(elems) == 1:
		return g.constructed("NoReply", elems, action)
	case tag == "stop" && (len(elems) == 1 || len(elems) == 2):
		return g.constructed("Stop", elems, nil)
	case tag == "stop" && len(elems) == 3:
		codes := g.elements([]syntax.Node{elems[0], elems[2], elems[1]})
		return g.giveResult("Stop("+codes[0]+", "+codes[1]+").Reply("+codes[2]+")", nil)
	case tag == "remove_handler" && len(elems) == 1:
		return g.giveResult("Remove().Reply("+g.expr(elems[0]).code+")", nil)
	case tag == "swap_handler" && len(elems) == 4:
		return g.constructed("Swap", elems, nil)
	}
	return false
}

func (g *generator) constructed(name string, elems []syntax.Node, action syntax.Node) bool {
	return g.giveResult(name+"("+strings.Join(g.elements(elems), ", ")+")", action)
}

// replyFetched writes {:reply, Map.fetch(map, key), state}: the two values of
// Fetch become two returns.
func (g *generator) replyFetched(elems []syntax.Node, action syntax.Node) bool {
	if g.kindOf(elems[0]) != kindFetched {
		return false
	}
	v := g.natural(elems[0], true)
	g.inside(func() {
		name, ok := g.fresh("value"), g.fresh("ok")
		g.line("if %s, %s := %s; %s {", name, ok, v.code, ok)
		g.giveResult("Reply(T(\"ok\", "+name+"), "+g.expr(elems[1]).code+")", action)
		g.line("}")
	})
	return g.giveResult(`Reply(Atom("error"), `+g.expr(elems[1]).code+")", action)
}
