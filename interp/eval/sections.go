package eval

import (
	"slices"

	"gex/interp/syntax"
)

// sectionsOf takes the options of a special form apart: its do block, or the
// keywords that its last argument is. Those that are known may come once each,
// others not at all. It reports false if the last argument is something else, or
// if another number of arguments stands before it.
func (c *compiler) sectionsOf(n *syntax.Call, count int, known ...string) (args []syntax.Node, sections []syntax.Section, ok bool) {
	switch last := len(n.Args) - 1; {
	case n.Do != nil:
		args, sections = n.Args, n.Do.Sections
	case last < 0:
		return nil, nil, false
	default:
		pairs := syntax.KeywordPairs(n.Args[last])
		if pairs == nil {
			return nil, nil, false
		}
		args, sections = n.Args[:last], sectionsFrom(pairs)
	}
	if len(args) != count {
		return nil, nil, false
	}
	c.refuseRepeated(construct{n.Name, n.Pos}, sections, known...)
	for _, s := range sections {
		if !slices.Contains(known, s.Name) {
			c.failBelow(n.Pos, "unexpected option :%s in %q", s.Name, n.Name)
		}
	}
	return args, sections, true
}

// sectionsFrom are options written as keywords.
func sectionsFrom(pairs []*syntax.Pair) []syntax.Section {
	var sections []syntax.Section
	for _, p := range pairs {
		name := syntaxText(p.Key)
		if key, ok := p.Key.(*syntax.Atom); ok {
			name = key.Name
		}
		sections = append(sections, syntax.Section{Pos: p.Pos, Name: name, Body: p.Value})
	}
	return sections
}

// optionsOf takes the keywords off the arguments of for and with. As in Elixir,
// the last two arguments may be keyword lists, which are one then.
func (c *compiler) optionsOf(n *syntax.Call) (args []syntax.Node, options []*syntax.Pair) {
	args = c.arguments(n)
	for range 2 {
		if len(args) == 0 {
			break
		}
		pairs := syntax.KeywordPairs(args[len(args)-1])
		if len(pairs) == 0 {
			break
		}
		options, args = append(slices.Clone(pairs), options...), args[:len(args)-1]
	}
	return args, options
}

// refuseRepeated fails if one of the sections with those names comes again.
func (c *compiler) refuseRepeated(of construct, sections []syntax.Section, names ...string) {
	for _, name := range names {
		seen := false
		for _, s := range sections {
			if s.Name == name && seen {
				c.fail(of.pos, "duplicated :%s clauses given for %q", name, of.name)
			}
			seen = seen || s.Name == name
		}
	}
}
