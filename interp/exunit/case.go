package exunit

import (
	"fmt"

	"gex/interp/eval"
	"gex/interp/syntax"
	"gex/runtime/process"
	"gex/runtime/term"
)

// The functions that the macros of this file call when a module's body runs.
const (
	noteTest     = "register_test"
	noteCallback = "register_callback"
)

// test is test/1,2,3: the test becomes a function of the module.
func (u *Unit) test(call *eval.MacroCall) (syntax.Node, eval.Code, error) {
	args, sections := syntax.Sections(call.Node.Args, call.Node.Do)
	if len(args) == 0 {
		call.Fail("test expects a name")
	}
	pos := call.Node.Pos
	group := u.compiling[call.Module()]
	var context syntax.Node = &syntax.Var{Pos: pos, Name: "_"}
	if len(args) > 1 {
		context = args[1]
	}
	prefix := "test "
	if group != "" {
		prefix += group + " "
	}
	name := named(pos, prefix, args[0])
	if name == nil {
		call.Fail("test expects its name as a string")
	}
	todo := sections == nil
	if todo {
		sections = []syntax.Section{{Pos: pos, Name: "do", Body: remote(pos, "ExUnit.Assertions", "flunk", text(pos, "Not implemented"))}}
	}
	return &syntax.Block{Pos: pos, Exprs: []syntax.Node{
		u.note(call, group, name, atom(pos, "test")),
		define(pos, name, context, thenOK(sections, !todo)),
	}}, nil, nil
}

// thenOK has a body end with :ok, so that its last call is no tail call and
// the test is in its stack.
func thenOK(sections []syntax.Section, written bool) []syntax.Section {
	if !written {
		return sections
	}
	first := sections[0]
	first.Body = &syntax.Block{Pos: first.Pos, Exprs: []syntax.Node{first.Body, atom(first.Pos, "ok")}}
	return append([]syntax.Section{first}, sections[1:]...)
}

// note is the call that notes a test.
func (u *Unit) note(call *eval.MacroCall, group string, name, kind syntax.Node) syntax.Node {
	pos := call.Node.Pos
	tags := &syntax.Tuple{Pos: pos, Elems: []syntax.Node{
		remote(pos, "Module", "get_attribute", module(pos), atom(pos, "moduletag")),
		remote(pos, "Module", "get_attribute", module(pos), atom(pos, "describetag")),
		remote(pos, "Module", "delete_attribute", module(pos), atom(pos, "tag")),
		kind,
	}}
	return remote(pos, "ExUnit.Case", noteTest, module(pos), text(pos, call.File()), &syntax.Int{Pos: pos, Value: int64(pos.Line)},
		text(pos, group), name, tags)
}

// describe is describe/2: its tests have its name in theirs.
func (u *Unit) describe(call *eval.MacroCall) (syntax.Node, eval.Code, error) {
	args, sections := syntax.Sections(call.Node.Args, call.Node.Do)
	if len(args) != 1 || len(sections) != 1 {
		call.Fail("describe expects a name and a do block")
	}
	literal, _ := call.Literal(args[0])
	name, ok := literal.(term.Binary)
	if !ok {
		call.Fail("describe expects its name as a string")
	}
	owner := call.Module()
	if u.compiling[owner] != "" {
		call.Fail("cannot call describe inside another describe. See the documentation for ExUnit.Case.describe/2")
	}
	u.compiling[owner] = string(name)
	defer delete(u.compiling, owner)
	body := call.Expr(sections[0].Body)
	forget := call.Expr(remote(call.Node.Pos, "Module", "delete_attribute", module(call.Node.Pos), atom(call.Node.Pos, "describetag")))
	return nil, func(r *eval.Runtime) (term.Term, error) {
		value, err := body(r)
		if err != nil {
			return nil, err
		}
		_, err = forget(r)
		return value, err
	}, nil
}

// setup is setup/1,2 and setup_all/1,2: a block becomes a function of the
// module, and names of functions are called in one.
func (u *Unit) setup(kind string) eval.Macro {
	return func(call *eval.MacroCall) (syntax.Node, eval.Code, error) {
		args, sections := syntax.Sections(call.Node.Args, call.Node.Do)
		pos, owner := call.Node.Pos, call.Module()
		var context syntax.Node = &syntax.Var{Pos: pos, Name: "_"}
		exprs := []syntax.Node{}
		add := func(sections []syntax.Section) {
			name := atom(pos, fmt.Sprintf("__ex_unit_%s_%d_%d", kind, pos.Line, len(exprs)))
			exprs = append(exprs, define(pos, name, context, sections),
				remote(pos, "ExUnit.Case", noteCallback, module(pos), atom(pos, kind), text(pos, u.compiling[owner]), name))
		}
		switch {
		case sections != nil:
			if len(args) == 1 {
				context = args[0]
			}
			add(sections)
		case len(args) == 1:
			context = &syntax.Var{Pos: pos, Name: "context"}
			for _, body := range named1(args[0], context) {
				add([]syntax.Section{{Pos: pos, Name: "do", Body: body}})
			}
		}
		if len(exprs) == 0 {
			call.Fail("%s expects a do block, or names of functions", kind)
		}
		return &syntax.Block{Pos: pos, Exprs: exprs}, nil, nil
	}
}

// named1 are the calls of what setup names: :f, {M, :f}, a list of these, or
// a function.
func named1(n, context syntax.Node) []syntax.Node {
	switch n := n.(type) {
	case *syntax.Atom:
		return []syntax.Node{&syntax.Call{Pos: n.Pos, Name: n.Name, Args: []syntax.Node{context}, Parens: true}}
	case *syntax.Tuple:
		if len(n.Elems) == 2 {
			if f, ok := n.Elems[1].(*syntax.Atom); ok {
				return []syntax.Node{&syntax.Call{Pos: n.Pos, Target: n.Elems[0], Name: f.Name, Args: []syntax.Node{context}, Parens: true}}
			}
		}
	case *syntax.List:
		var calls []syntax.Node
		for _, e := range n.Elems {
			calls = append(calls, named1(e, context)...)
		}
		return calls
	case *syntax.Capture, *syntax.Fn:
		return []syntax.Node{&syntax.AnonCall{Pos: n.Position(), Fun: n, Args: []syntax.Node{context}}}
	}
	return nil
}

// noteTest is the call behind test.
func (u *Unit) noteTest(_ *process.Process, a []term.Term) (term.Term, error) {
	module, _ := a[0].(term.Atom)
	file, _ := a[1].(term.Binary)
	line, _ := a[2].(term.Int)
	group, _ := a[3].(term.Binary)
	name, _ := a[4].(term.Atom)
	c := u.caseOf(module)
	noted := a[5].(term.Tuple)
	if c == nil {
		return nil, notACase(module)
	}
	tags := term.NewMap()
	for _, list := range noted[:3] {
		elems, _ := term.Slice(list)
		for i := len(elems) - 1; i >= 0; i-- {
			tags = tagged(tags, elems[i])
		}
	}
	kind, _ := noted[3].(term.Atom)
	c.tests = append(c.tests, &test{name: string(name), function: string(name), group: string(group), file: string(file), line: int(line), kind: kind, tags: tags})
	return term.OK, nil
}

// tagged adds a tag: an atom, or a keyword list.
func tagged(tags *term.Map, tag term.Term) *term.Map {
	if name, ok := tag.(term.Atom); ok {
		return tags.Put(name, term.True)
	}
	return merged(tags, tag)
}

func (u *Unit) noteCallback(_ *process.Process, a []term.Term) (term.Term, error) {
	module, _ := a[0].(term.Atom)
	group, _ := a[2].(term.Binary)
	name, _ := a[3].(term.Atom)
	c := u.caseOf(module)
	if c == nil {
		return nil, notACase(module)
	}
	noted := callback{function: string(name), group: string(group)}
	if a[1] == term.Term(term.Atom("setup_all")) {
		c.setupAll = append(c.setupAll, noted)
	} else {
		c.setups = append(c.setups, noted)
	}
	return term.OK, nil
}
