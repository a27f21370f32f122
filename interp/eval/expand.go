package eval

import (
	"gex/interp/syntax"
	"gex/runtime/code"
	"gex/runtime/exception"
	"gex/runtime/process"
	"gex/runtime/term"
)

// ExpandOnce expands a quoted expression by one step where env, a Macro.Env,
// stands, as Macro.expand_once/2 does: an alias, a pseudo-variable, a macro of
// a module, and the commonest macros of Kernel. It reports whether there was
// something to expand.
func (ev *Evaluator) ExpandOnce(self *process.Process, quoted term.Term, env *term.Map) (expanded term.Term, ok bool, err error) {
	c := ev.fromEnvironment(newCompiler(ev, self, NewEnv("nofile")), env)
	form, isForm := quoted.(term.Tuple)
	if !isForm || len(form) != 3 {
		return quoted, false, nil
	}
	if name, named := form[0].(term.Atom); named {
		return c.expandNamed(form, string(name), env)
	}
	return c.expandRemote(form, env)
}

func (c *compiler) expandNamed(form term.Tuple, name string, env *term.Map) (term.Term, bool, error) {
	switch name {
	case "__aliases__":
		module, ok := c.quotedModule(form)
		if !ok {
			return form, false, nil
		}
		return module, true, nil
	case "__MODULE__":
		return field(env, "module"), true, nil
	case "__DIR__":
		return term.Binary(directory(c.file)), true, nil
	case "__ENV__":
		return term.Tuple{term.Atom("%{}"), term.Empty, term.List(pairTerms(env)...)}, true, nil
	}
	args, isCall := term.Slice(form[2])
	if !isCall {
		return form, false, nil
	}
	key := code.Key{Name: name, Arity: len(args)}
	if module, macro := c.visibleMacro(key); macro != nil {
		return c.runMacro(module, key, macro, args, env)
	}
	if !c.importsKernel(key) {
		return form, false, nil
	}
	expanded, ok := c.expandKernel(key, args)
	if !ok {
		return form, false, nil
	}
	return expanded, true, nil
}

func pairTerms(m *term.Map) []term.Term {
	var pairs []term.Term
	for _, p := range m.Pairs() {
		pairs = append(pairs, term.Tuple{p.Key, p.Value})
	}
	return pairs
}

// quotedModule is the module that a quoted alias stands for.
func (c *compiler) quotedModule(t term.Term) (term.Atom, bool) {
	if atom, ok := t.(term.Atom); ok {
		return atom, true
	}
	if !isForm(t, "__aliases__") {
		return "", false
	}
	form := t.(term.Tuple)
	var names []string
	for e := range term.Elements(form[2]) {
		name, ok := e.(term.Atom)
		if !ok {
			return "", false
		}
		names = append(names, string(name))
	}
	full, known := term.KeywordGet(form[1], "alias")
	switch {
	case len(names) == 0:
		return "", false
	case known && full == falseTerm:
		return term.Alias(joinNames(names)), true
	case known && isAtom(full):
		return full.(term.Atom), true
	}
	return resolveAlias(c.context.aliases, names), true
}

func (c *compiler) expandRemote(form term.Tuple, env *term.Map) (term.Term, bool, error) {
	if !isForm(form[0], ".") {
		return form, false, nil
	}
	parts, _ := term.Slice(form[0].(term.Tuple)[2])
	args, isCall := term.Slice(form[2])
	if len(parts) != 2 || !isCall {
		return form, false, nil
	}
	module, ok := c.quotedModule(parts[0])
	name, named := parts[1].(term.Atom)
	if !ok || !named {
		return form, false, nil
	}
	key := code.Key{Name: string(name), Arity: len(args)}
	if macro := c.remoteMacro(module, key); macro != nil {
		return c.runMacro(module, key, macro, args, env)
	}
	if module != kernel {
		return form, false, nil
	}
	if expanded, ok := c.expandKernel(key, args); ok {
		return expanded, true, nil
	}
	return form, false, nil
}

// runMacro calls a macro with quoted arguments.
func (c *compiler) runMacro(module term.Atom, key code.Key, macro *userMacro, args []term.Term, env *term.Map) (term.Term, bool, error) {
	value, err := macro.fn.call(c.ev, c.self, append([]term.Term{env}, args...), nil)
	if err != nil {
		return nil, false, exception.In(withoutMacro(err), expandingMacro(module, key.Name, key.Arity))
	}
	return value, true, nil
}

// expansions are what the macros of Kernel stand for; the variables arg1 and
// arg2 are their arguments.
var expansions = map[code.Key]string{
	{Name: "&&", Arity: 2}:     "case arg1 do\n x when Kernel.in(x, [false, nil]) -> x\n _ -> arg2\nend",
	{Name: "||", Arity: 2}:     "case arg1 do\n x when Kernel.in(x, [false, nil]) -> arg2\n x -> x\nend",
	{Name: "and", Arity: 2}:    "case arg1 do\n false -> false\n true -> arg2\n other -> :erlang.error({:badbool, :and, other})\nend",
	{Name: "or", Arity: 2}:     "case arg1 do\n false -> arg2\n true -> true\n other -> :erlang.error({:badbool, :or, other})\nend",
	{Name: "!", Arity: 1}:      "case arg1 do\n x when Kernel.in(x, [false, nil]) -> true\n _ -> false\nend",
	{Name: "is_nil", Arity: 1}: "arg1 == nil",
	{Name: "<>", Arity: 2}:     "<<arg1::binary, arg2::binary>>",
}

const (
	expandedIf     = "case arg1 do\n x when Kernel.in(x, [false, nil]) -> arg3\n _ -> arg2\nend"
	expandedUnless = "if arg1 do\n arg3\nelse\n arg2\nend"
)

// expandKernel expands a macro of Kernel.
func (c *compiler) expandKernel(key code.Key, args []term.Term) (term.Term, bool) {
	if source, ok := expansions[key]; ok {
		return c.template(source, args...)
	}
	switch {
	case key.Name == "|>" && key.Arity == 2:
		return pipedInto(args[0], args[1])
	case (key.Name == "if" || key.Name == "unless") && key.Arity == 2:
		do, known := term.KeywordGet(args[1], "do")
		if !known {
			return nil, false
		}
		otherwise, known := term.KeywordGet(args[1], "else")
		if !known {
			otherwise = term.Nil
		}
		if key.Name == "if" {
			return c.template(expandedIf, args[0], do, otherwise)
		}
		return c.template(expandedUnless, args[0], do, otherwise)
	}
	return nil, false
}

// template quotes a source and puts args where it says arg1 and so on.
func (c *compiler) template(source string, args ...term.Term) (term.Term, bool) {
	file, err := syntax.Parse(source, syntax.Options{File: c.file})
	if err != nil {
		return nil, false
	}
	q := &quoter{c: newCompiler(c.ev, c.self, NewEnv(c.file)), context: kernel}
	body := file.Body
	if block, ok := body.(*syntax.Block); ok && len(block.Exprs) == 1 {
		body = block.Exprs[0]
	}
	return substitute(q.term(body), args), true
}

func substitute(t term.Term, args []term.Term) term.Term {
	switch t := t.(type) {
	case term.Tuple:
		if name, ok := t[0].(term.Atom); ok && len(t) == 3 && len(name) == 4 && name[:3] == "arg" {
			return args[name[3]-'1']
		}
		out := make(term.Tuple, len(t))
		for i, e := range t {
			out[i] = substitute(e, args)
		}
		return out
	case *term.Cons:
		elements, tail := term.SliceWithTail(t)
		for i, e := range elements {
			elements[i] = substitute(e, args)
		}
		return term.ListWithTail(elements, substitute(tail, args))
	}
	return t
}

// pipedInto puts left in front of the arguments of the call right.
func pipedInto(left, right term.Term) (term.Term, bool) {
	call, ok := right.(term.Tuple)
	if !ok || len(call) != 3 {
		return nil, false
	}
	args := call[2]
	if isAtom(args) {
		args = term.Empty
	}
	return term.Tuple{call[0], call[1], &term.Cons{Head: left, Tail: args}}, true
}
