package lib

import (
	"slices"

	"gex/runtime/process"
	"gex/runtime/term"
)

// match is where a regular expression and its groups match: begin and end in
// turn, -1 for a group that took no part.
type match []int

// captured is one group of a match: its text, or its place for return: :index.
func (m match) captured(s string, group int, index bool) term.Term {
	begin, end := -1, -1
	if group >= 0 && 2*group < len(m) {
		begin, end = m[2*group], m[2*group+1]
	}
	switch {
	case index && begin < 0:
		return pairOfInts(-1, 0)
	case index:
		return pairOfInts(begin, end-begin)
	case begin < 0:
		return term.Binary("")
	}
	return term.Binary(s[begin:end])
}

// groups returns the numbers of the groups that the option capture chooses.
func (m match) groups(re expression, capture term.Term) ([]int, error) {
	all := make([]int, len(m)/2)
	for i := range all {
		all[i] = i
	}
	for last := len(all) - 1; last > 0 && m[2*last] < 0; last-- {
		all = all[:last]
	}
	switch word, isAtom := capture.(term.Atom); {
	case capture == nil, isAtom && word == "all":
		return all, nil
	case isAtom && word == "first":
		return all[:1], nil
	case isAtom && word == "all_but_first":
		return all[1:], nil
	case isAtom && word == "none":
		return nil, nil
	case isAtom && word == "all_names":
		return namedGroups(re), nil
	}
	names, ok := term.Slice(capture)
	if !ok {
		return nil, errClause
	}
	chosen := make([]int, len(names))
	for i, name := range names {
		switch n := name.(type) {
		case term.Int:
			chosen[i] = int(n)
		case term.Atom:
			chosen[i] = re.SubexpIndex(string(n))
		case term.Binary:
			chosen[i] = re.SubexpIndex(string(n))
		default:
			return nil, errClause
		}
	}
	return chosen, nil
}

// namedGroups returns the groups with names, in the order of these.
func namedGroups(re expression) []int {
	names := slices.DeleteFunc(slices.Clone(re.SubexpNames()), func(name string) bool { return name == "" })
	slices.Sort(names)
	groups := make([]int, len(names))
	for i, name := range names {
		groups[i] = re.SubexpIndex(name)
	}
	return groups
}

func byIndex(options term.Term) bool {
	value, _ := option(options, "return")
	return value == term.Term(term.Atom("index"))
}

// chosen returns what the options choose of a match.
func (m match) chosen(re expression, s string, options term.Term) ([]term.Term, error) {
	capture, _ := option(options, "capture")
	groups, err := m.groups(re, capture)
	list := make([]term.Term, len(groups))
	for i, g := range groups {
		list[i] = m.captured(s, g, byIndex(options))
	}
	return list, err
}

// offsetOf is the option offset, a number of bytes.
func offsetOf(options term.Term, s string) int {
	value, _ := option(options, "offset")
	n, _ := value.(term.Int)
	return min(max(int(n), 0), len(s))
}

// find returns the first match from an offset on, as places in the whole text.
func find(re expression, s string, from int) match {
	m := match(re.FindStringSubmatchIndex(s[from:]))
	for i := range m {
		if m[i] >= 0 {
			m[i] += from
		}
	}
	return m
}

func regexRun(_ *process.Process, a []term.Term) (term.Term, error) {
	re, s, err := onRegex(a)
	if err != nil {
		return nil, err
	}
	m := find(re, s, offsetOf(a[2], s))
	if m == nil {
		return term.Nil, nil
	}
	list, err := m.chosen(re, s, a[2])
	return term.List(list...), err
}

func regexScan(_ *process.Process, a []term.Term) (term.Term, error) {
	re, s, err := onRegex(a)
	if err != nil {
		return nil, err
	}
	var all []term.Term
	for _, m := range re.FindAllStringSubmatchIndex(s[offsetOf(a[2], s):], -1) {
		for i := range m {
			if m[i] >= 0 {
				m[i] += offsetOf(a[2], s)
			}
		}
		list, err := match(m).chosen(re, s, a[2])
		if err != nil {
			return nil, err
		}
		all = append(all, term.List(list...))
	}
	return term.List(all...), nil
}

func regexNamed(_ *process.Process, a []term.Term) (term.Term, error) {
	re, s, err := onRegex(a)
	if err != nil {
		return nil, err
	}
	m := find(re, s, offsetOf(a[2], s))
	if m == nil {
		return term.Nil, nil
	}
	captures := term.NewMap()
	for _, g := range namedGroups(re) {
		captures = captures.Put(term.Binary(re.SubexpNames()[g]), m.captured(s, g, byIndex(a[2])))
	}
	return captures, nil
}

// splitting is one run of Regex.split/3.
type splitting struct {
	re            expression
	text          string
	on            term.Term
	limit         int // of parts, -1 for none
	trim, include bool
	parts         []term.Term
	from          int // where the next part begins
}

func (p *splitting) add(part string) {
	if part != "" || !p.trim {
		p.parts = append(p.parts, term.Binary(part))
	}
}

// at splits around one place and reports false when there are enough parts.
func (p *splitting) at(begin, end int) bool {
	if begin < p.from {
		return true
	}
	before := len(p.parts)
	if p.limit > 0 && p.limit == 1 {
		return false
	}
	p.add(p.text[p.from:begin])
	if p.include {
		p.add(p.text[begin:end])
	}
	if len(p.parts) > before && p.limit > 0 {
		p.limit--
	}
	p.from = end
	return true
}

func regexSplit(_ *process.Process, a []term.Term) (term.Term, error) {
	re, s, err := onRegex(a)
	if err != nil {
		return nil, err
	}
	p := splitting{re: re, text: s, limit: -1}
	p.on, _ = option(a[2], "on")
	trim, _ := option(a[2], "trim")
	include, _ := option(a[2], "include_captures")
	parts, _ := option(a[2], "parts")
	p.trim, p.include = trim == term.Term(term.True), include == term.Term(term.True)
	if n, ok := parts.(term.Int); ok {
		p.limit = int(n)
	}
	if p.on == term.Term(term.Atom("first")) {
		p.on = nil
	}
	if s == "" {
		p.add(s)
		return term.List(p.parts...), nil
	}
	for _, m := range re.FindAllStringSubmatchIndex(s, -1) {
		groups := []int{0}
		if p.on != nil {
			if groups, err = match(m).groups(re, p.on); err != nil {
				return nil, err
			}
		}
		for _, g := range groups {
			if g >= 0 && 2*g < len(m) && m[2*g] >= 0 && !p.at(m[2*g], m[2*g+1]) {
				p.add(s[p.from:])
				return term.List(p.parts...), nil
			}
		}
	}
	p.add(s[p.from:])
	return term.List(p.parts...), nil
}
