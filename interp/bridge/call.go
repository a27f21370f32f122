package bridge

import (
	"fmt"
	"strconv"
	"strings"

	"gex/interp/syntax"
)

// callName is how the table knows a call: GenServer.call/2, :sys.get_state/1,
// send/2. It is empty for calls of what is no module.
func callName(n *syntax.Call) string {
	name := fmt.Sprintf("%s/%d", n.Name, len(n.Args))
	switch target := n.Target.(type) {
	case nil:
		return name
	case *syntax.Alias:
		return strings.Join(target.Names, ".") + "." + name
	case *syntax.Atom:
		return ":" + target.Name + "." + name
	}
	return ""
}

// known looks a call up in the table; HashDict is Map.
func (g *generator) known(n *syntax.Call) (*known, string) {
	name := callName(n)
	if rest, ok := strings.CutPrefix(name, "HashDict."); ok {
		g.module.hashDict = true
		name = "Map." + rest
	}
	name = strings.TrimPrefix(name, "Kernel.")
	return otpCalls[name], name
}

// localFunction is the function of the module that a call means, if any.
func (g *generator) localFunction(n *syntax.Call) *function {
	switch target := n.Target.(type) {
	case nil:
	case *syntax.Var:
		if target.Name != "__MODULE__" {
			return nil
		}
	case *syntax.Alias:
		if strings.Join(target.Names, ".") != g.module.name {
			return nil
		}
	default:
		return nil
	}
	return g.module.find(key{n.Name, len(n.Args)})
}

func (g *generator) call(n *syntax.Call, several bool) value {
	if f := g.localFunction(n); f != nil {
		return g.local(n, f, several)
	}
	if v, ok := g.stateField(n); ok {
		return v
	}
	if v, ok := g.special(n); ok {
		return v
	}
	k, name := g.known(n)
	switch {
	case k != nil && forever(n, k):
	case k != nil && k.kind == "timer" && several:
		return g.knownCall(n, k, "Term")
	case k != nil && k.kind != "timer" && (several || !multiple(k.kind)):
		return g.knownCall(n, k, k.kind)
	}
	return g.remote(n, name)
}

// forever reports whether a call waits :infinity, for which time.Duration has
// no value.
func forever(n *syntax.Call, k *known) bool {
	for i, as := range k.args {
		if as == "ms" && i < len(n.Args) && isAtom(n.Args[i], "infinity") {
			return true
		}
	}
	return false
}

func (g *generator) knownCall(n *syntax.Call, k *known, kind string) value {
	args := make([]string, 0, len(n.Args))
	for i, a := range n.Args {
		if code := g.argument(a, k.args[i]); code != "" {
			args = append(args, code)
		}
	}
	switch {
	case strings.HasSuffix(k.code, "{}"):
		return value{code: k.code, kind: kind}
	case strings.HasPrefix(k.code, "."):
		return value{code: args[0] + k.code + "(" + strings.Join(args[1:], ", ") + ")", kind: kind, call: true}
	}
	return value{code: k.code + "(" + strings.Join(args, ", ") + ")", kind: kind, call: true}
}

// argument is an argument of a call of otp.
func (g *generator) argument(n syntax.Node, as string) string {
	switch as {
	case "server", "module":
		if g.isOwn(n) {
			return typeName(g.module.name) + "{}"
		}
		return g.expr(n).code
	case "pid":
		return g.need(n, kindPID)
	case "ref":
		return g.need(n, "Ref")
	case "map":
		return g.need(n, kindMap)
	case "ms":
		return g.duration(n)
	case "options":
		return g.options(n)
	case "func":
		return g.function1(n, &shape{void: true})
	case "value":
		return g.function1(n, nil)
	case "pair":
		return g.function1(n, &shape{pair: true})
	case "reason":
		if s, ok := n.(*syntax.String); ok {
			g.fail(s, "an error whose reason is a string")
		}
	}
	return g.need(n, as2kind(as))
}

// as2kind is the Go type of an argument given by its kind, Term otherwise.
func as2kind(as string) string {
	if as == kindPID {
		return as
	}
	return kindTerm
}

// isOwn reports whether an expression is the module itself.
func (g *generator) isOwn(n syntax.Node) bool {
	switch n := n.(type) {
	case *syntax.Var:
		return n.Name == "__MODULE__"
	case *syntax.Alias:
		return strings.Join(n.Names, ".") == g.module.name
	}
	return false
}

func (g *generator) function1(n syntax.Node, s *shape) string {
	switch n := n.(type) {
	case *syntax.Fn:
		return g.literal(n, s)
	case *syntax.Capture:
		return g.capture(n, s)
	}
	if s != nil && s.void {
		return "func() { Call(" + g.expr(n).code + ") }"
	}
	return g.expr(n).code
}

// duration is a number of milliseconds.
func (g *generator) duration(n syntax.Node) string {
	if i, ok := n.(*syntax.Int); ok {
		switch {
		case i.Value == 0:
			return "0"
		case i.Value%1000 == 0:
			return fmt.Sprintf("%d*time.Second", i.Value/1000)
		}
		return fmt.Sprintf("%d*time.Millisecond", i.Value)
	}
	if a, ok := n.(*syntax.Attribute); ok && a.Value == nil && g.module.attributes[a.Name] != nil {
		return g.duration(g.module.attributes[a.Name])
	}
	if isAtom(n, "infinity") {
		g.fail(n, "a timeout of :infinity")
	}
	return "time.Duration(" + g.need(n, kindInt) + ") * time.Millisecond"
}

// options are name: and timeout: of the start functions.
func (g *generator) options(n syntax.Node) string {
	var nodes []syntax.Node
	switch n := n.(type) {
	case *syntax.Keywords:
		nodes = pairNodes(n)
	case *syntax.List:
		nodes = n.Elems
	default:
		g.fail(n, "options that are not written out")
	}
	var options []string
	for _, node := range nodes {
		p, ok := node.(*syntax.Pair)
		switch {
		case ok && isAtom(p.Key, "name"):
			options = append(options, "Name("+g.argument(p.Value, "server")+")")
		case ok && isAtom(p.Key, "timeout"):
			options = append(options, "StartTimeout("+g.duration(p.Value)+")")
		default:
			g.fail(n, "this option of a start function")
		}
	}
	return strings.Join(options, ", ")
}

// local is a call of a function of the module.
func (g *generator) local(n *syntax.Call, f *function, several bool) value {
	if f.optional || f.standard != nil || len(f.clauses) == 0 {
		return g.apply(g.module.name, f.name, n.Args...)
	}
	if multiple(f.ret) && !several {
		if f.private {
			g.fail(n, "the value of a private function with several results")
		}
		return g.apply(g.module.name, f.name, n.Args...)
	}
	var args []string
	for i, a := range n.Args {
		args = append(args, g.need(a, f.kinds[i]))
	}
	kind := f.ret
	if kind == "" {
		kind = kindTerm
	}
	if f.callback && !f.plain {
		return g.apply(g.module.name, f.name, n.Args...)
	}
	receiver := typeName(g.module.name) + "{}"
	return value{code: receiver + "." + f.goName + "(" + strings.Join(args, ", ") + ")", kind: kind, call: true}
}

// stateField is state.key.
func (g *generator) stateField(n *syntax.Call) (value, bool) {
	if n.Target == nil || len(n.Args) > 0 || n.Parens {
		return value{}, false
	}
	switch n.Target.(type) {
	case *syntax.Alias, *syntax.Atom:
		return value{}, false
	}
	target := g.expr(n.Target)
	if s := g.module.state; s != nil && target.kind == s.name {
		f := s.field(n.Name)
		kind := f.kind
		if kind == "" {
			kind = kindTerm
		}
		return value{code: target.code + "." + f.goName, kind: kind}, true
	}
	code := `Apply(Alias("Map"), "fetch!", ` + target.code + ", Atom(" + strconv.Quote(n.Name) + "))"
	return value{code: code, kind: kindTerm, call: true}, true
}

// oldSpecs are the functions of Supervisor.Spec, which use Supervisor imports.
var oldSpecs = map[string]bool{"worker": true, "supervisor": true, "supervise": true}

// remote is a call of what otp has not, through Apply.
func (g *generator) remote(n *syntax.Call, name string) value {
	module := ""
	switch target := n.Target.(type) {
	case nil:
		module = `Alias("Kernel")`
		if oldSpecs[n.Name] {
			module = `Alias("Supervisor.Spec")`
		}
		if n.Do != nil {
			g.fail(n, "%s has no counterpart here", n.Name)
		}
	case *syntax.Alias:
		module = "Alias(" + strconv.Quote(strings.Join(target.Names, ".")) + ")"
		if rest, ok := strings.CutPrefix(name, "Map."); ok && strings.Join(target.Names, ".") == "HashDict" {
			module = `Alias("Map")`
			_ = rest
		}
	default:
		module = g.expr(n.Target).code
	}
	args := append([]string{module, strconv.Quote(n.Name)}, g.elements(n.Args)...)
	return value{code: "Apply(" + strings.Join(args, ", ") + ")", kind: kindTerm, call: true}
}

func (g *generator) apply(module, function string, args ...syntax.Node) value {
	all := append([]string{"Alias(" + strconv.Quote(module) + ")", strconv.Quote(function)}, g.elements(args)...)
	return value{code: "Apply(" + strings.Join(all, ", ") + ")", kind: kindTerm, call: true}
}
