package lib

import (
	"errors"
	"strconv"
	"strings"

	"gex/runtime/exception"
	"gex/runtime/ioserver"
	"gex/runtime/process"
	"gex/runtime/term"
)

func reTable() Module {
	return Module{
		Name: "re",
		Doc:  "Erlang's regular expressions, as those of `Regex`.",
		Functions: []Function{
			{"compile", `regexp, options \\ []`, "`{:ok, compiled}`, or `{:error, {reason, position}}`.", reCompile},
			{"run", `subject, re, options \\ []`, "`{:match, captured}`, or `:nomatch`. `capture: {what, type}` says what is captured, `:global` that all matches are.", reRun},
			{"replace", `subject, re, replacement, options \\ []`, "The text with the first match replaced, all with `:global`. `&` and `\\1` in the replacement stand for the match and its groups.", reReplace},
			{"split", `subject, re, options \\ []`, "The parts between the matches.", reSplit},
			{"inspect", "mp, item", "`{:namelist, names}` of the groups.", reInspect},
			{"version", "", "The version of the library.", constantTerm(term.Binary("8.44 2020-02-12"))},
		},
	}
}

// reTag is the first element of compiled expressions, the last one of which is
// the modifiers, a colon and the source.
const reTag = term.Atom("re_pattern")

// reModifiers are the options of compile/2 that modifiers of Elixir stand for.
var reModifiers = map[term.Atom]string{
	"caseless": "i", "multiline": "m", "dotall": "s", "extended": "x", "unicode": "u", "ungreedy": "U", "firstline": "f",
	"anchored": "", "dollar_endonly": "", "ucp": "", "no_start_optimize": "", "dupnames": "", "never_utf": "", "no_auto_capture": "",
}

// reOptions are the options of compiling among others, in which known ones of
// the functions may stand.
func reOptions(options term.Term, others ...term.Atom) (modifiers string, anchored, ok bool) {
	list, ok := term.Slice(options)
	for _, o := range list {
		name, isAtom := o.(term.Atom)
		if !isAtom {
			name = term.Tag(o, 2)
			if t, isTuple := o.(term.Tuple); isTuple && len(t) == 3 {
				name, _ = t[0].(term.Atom)
			}
		}
		letter, known := reModifiers[name]
		for _, other := range others {
			known = known || name == other
		}
		ok = ok && known
		modifiers += letter
		anchored = anchored || name == "anchored"
	}
	return modifiers, anchored, ok
}

// reExpression is an expression, and whether it may only match at the offset.
type reExpression struct {
	expression
	anchored bool
}

// reOf compiles what the functions take as an expression.
func reOf(function string, a args, options term.Term, others ...term.Atom) (reExpression, error) {
	modifiers, anchored, ok := reOptions(options, others...)
	if !ok {
		return reExpression{}, badarg("re", function, a...)
	}
	source, isText := ioserver.Chars(a[1])
	if mp, isCompiled := a[1].(term.Tuple); isCompiled && len(mp) == 5 && mp[0] == term.Term(reTag) {
		text, _ := mp[4].(term.Binary)
		letters, rest, _ := strings.Cut(string(text), ":")
		source, isText, modifiers = rest, true, modifiers+letters
	}
	if !isText {
		return reExpression{}, refused("re", function, a, "", "neither an iodata term nor a compiled regular expression")
	}
	re, err := newExpression(source, modifiers)
	if err != nil {
		reason, position := reasonOf(source, err)
		return reExpression{}, refused("re", function, a, "", "could not parse regular expression\n"+reason+" on character "+strconv.Itoa(position))
	}
	return reExpression{re, anchored}, nil
}

func (re reExpression) find(s string, from int) match {
	m := find(re.expression, s, from)
	if re.anchored && m != nil && m[0] != from {
		return nil
	}
	return m
}

// all are the matches from an offset on; an empty one is followed by one that
// begins a character later.
func (re reExpression) all(s string, from int, global bool) []match {
	var matches []match
	for from <= len(s) {
		m := re.find(s, from)
		if m == nil {
			break
		}
		matches = append(matches, m)
		if !global {
			break
		}
		if from = m[1]; m[0] == m[1] {
			from++
		}
	}
	return matches
}

func reCompile(_ *process.Process, a []term.Term) (term.Term, error) {
	source, isText := ioserver.Chars(a[0])
	modifiers, _, ok := reOptions(a[1])
	switch {
	case !isText:
		return nil, refused("re", "compile", a, "not an iodata term")
	case !ok:
		return nil, refused("re", "compile", a, "", "invalid options")
	}
	re, err := newExpression(source, modifiers)
	if err != nil {
		reason, position := reasonOf(source, err)
		return term.Tuple{term.ErrorAtom, term.Tuple{term.Charlist(reason), term.Int(position)}}, nil
	}
	unicode := term.Int(0)
	if strings.Contains(modifiers, "u") {
		unicode = 1
	}
	return okTuple(term.Tuple{reTag, term.Int(len(re.SubexpNames()) - 1), unicode, term.Int(0), term.Binary(modifiers + ":" + source)}), nil
}

// captureOf is what an option {:capture, what} or {:capture, what, type} says.
func captureOf(options term.Term) (what term.Term, kind term.Atom, ok bool) {
	kind = "index"
	for o := range term.Elements(options) {
		t, isTuple := o.(term.Tuple)
		if !isTuple || len(t) < 2 || t[0] != term.Term(term.Atom("capture")) {
			continue
		}
		if len(t) == 3 {
			kind, _ = t[2].(term.Atom)
		}
		_, isPair := t[1].(term.Tuple)
		return t[1], kind, !isPair && (kind == "index" || kind == "binary" || kind == "list")
	}
	return nil, kind, true
}

func reRun(_ *process.Process, a []term.Term) (term.Term, error) {
	result, err := reRunWith(a)
	if x := new(exception.Error); errors.As(err, &x) && len(x.Stack) > 0 && a[2] == term.Term(term.Empty) {
		x.Stack[0].Args = a[:2] // as it was called
	}
	return result, err
}

func reRunWith(a args) (term.Term, error) {
	s, ok := ioserver.Chars(a[0])
	what, kind, valid := captureOf(a[2])
	if !ok || !valid {
		return nil, badarg("re", "run", a...)
	}
	re, err := reOf("run", a, a[2], "capture", "global", "offset", "return", "notbol", "noteol", "notempty", "report_errors")
	if err != nil {
		return nil, err
	}
	global := contains(a[2], term.Atom("global"))
	matches := re.all(s, offsetOf(a[2], s), global)
	if len(matches) == 0 {
		return term.Atom("nomatch"), nil
	}
	if what == term.Term(term.Atom("none")) {
		return term.Atom("match"), nil
	}
	var all []term.Term
	for _, m := range matches {
		groups, err := m.groups(re.expression, what)
		if err != nil {
			return nil, badarg("re", "run", a...)
		}
		captured := make([]term.Term, len(groups))
		for i, g := range groups {
			captured[i] = m.captured(s, g, kind == "index")
			if text, isText := captured[i].(term.Binary); isText && kind == "list" {
				captured[i] = term.Charlist(string(text))
			}
		}
		all = append(all, term.List(captured...))
	}
	if !global {
		return term.Tuple{term.Atom("match"), all[0]}, nil
	}
	return term.Tuple{term.Atom("match"), term.List(all...)}, nil
}

// returned is a text as the option return says; iodata is the default, which is
// what parts are joined to.
func returned(options term.Term, parts ...string) term.Term {
	kind, _ := option(options, "return")
	switch kind {
	case term.Term(term.Atom("binary")):
		return term.Binary(strings.Join(parts, ""))
	case term.Term(term.Atom("list")):
		return term.Charlist(strings.Join(parts, ""))
	}
	last := len(parts) - 1
	return term.ListWithTail(termsOf(parts[:last]), term.Binary(parts[last]))
}

func termsOf(texts []string) []term.Term {
	list := make([]term.Term, len(texts))
	for i, s := range texts {
		list[i] = term.Binary(s)
	}
	return list
}

func reReplace(_ *process.Process, a []term.Term) (term.Term, error) {
	s, ok1 := ioserver.Chars(a[0])
	replacement, ok2 := ioserver.Chars(a[2])
	if !ok1 || !ok2 {
		return nil, exception.In(badarg("re", "replace", a...))
	}
	re, err := reOf("replace", a, a[3], "global", "return", "offset", "notbol", "noteol", "notempty")
	if err != nil {
		return nil, err
	}
	var parts []string
	from := 0
	for _, m := range re.all(s, offsetOf(a[3], s), contains(a[3], term.Atom("global"))) {
		parts = append(parts, s[from:m[0]], replacedBy(replacement, submatches(s, m)))
		from = m[1]
	}
	return returned(a[3], append(parts, s[from:])...), nil
}

// replacedBy fills a replacement: & is the match, \1 and \g1 and \g{1} are groups.
func replacedBy(text string, groups []string) string {
	var b strings.Builder
	for i := 0; i < len(text); i++ {
		switch c := text[i]; {
		case c == '&':
			b.WriteString(groups[0])
		case c == '\\' && i+1 < len(text):
			n, used := groupNumber(text[i+1:])
			switch {
			case used == 0:
				b.WriteByte(text[i+1])
				used = 1
			case n < len(groups):
				b.WriteString(groups[n])
			}
			i += used
		default:
			b.WriteByte(c)
		}
	}
	return b.String()
}

// groupNumber reads 1, g1 or g{1} and how long that is, 0 for anything else.
func groupNumber(text string) (n, used int) {
	at := 0
	braces := strings.HasPrefix(text, "g{")
	switch {
	case braces:
		at = 2
	case text[0] == 'g':
		at = 1
	}
	start := at
	for at < len(text) && text[at] >= '0' && text[at] <= '9' {
		n = 10*n + int(text[at]-'0')
		at++
	}
	if at == start {
		return 0, 0
	}
	if braces && at < len(text) && text[at] == '}' {
		at++
	}
	return n, at
}

func reSplit(_ *process.Process, a []term.Term) (term.Term, error) {
	s, ok := ioserver.Chars(a[0])
	if !ok {
		return nil, badarg("re", "split", a...)
	}
	re, err := reOf("split", a, a[2], "return", "parts", "group", "trim", "offset", "notbol", "noteol", "notempty")
	if err != nil {
		return nil, err
	}
	limit := -1
	if n, ok := option(a[2], "parts"); ok {
		parts, _ := n.(term.Int)
		limit = int(parts)
	}
	var parts [][]string
	from := 0
	for _, m := range re.all(s, 0, true) {
		if limit > 0 && len(parts) == limit-1 {
			break
		}
		if m[0] == m[1] && (m[0] == 0 || m[0] > len(s)) {
			continue
		}
		parts = append(parts, append([]string{s[from:m[0]]}, submatches(s, m)[1:]...))
		from = m[1]
	}
	parts = append(parts, []string{s[from:]})
	if contains(a[2], term.Atom("trim")) {
		for len(parts) > 0 && strings.Join(parts[len(parts)-1], "") == "" {
			parts = parts[:len(parts)-1]
		}
	}
	return reParts(parts, a[2]), nil
}

// reParts lists the parts, each with its groups in a list of its own if
// the option group is given.
func reParts(parts [][]string, options term.Term) term.Term {
	kind, _ := option(options, "return")
	text := func(s string) term.Term {
		if kind == term.Term(term.Atom("list")) {
			return term.Charlist(s)
		}
		return term.Binary(s)
	}
	var list []term.Term
	for _, part := range parts {
		var group []term.Term
		for _, s := range part {
			group = append(group, text(s))
		}
		if contains(options, term.Atom("group")) {
			list = append(list, term.List(group...))
		} else {
			list = append(list, group...)
		}
	}
	return term.List(list...)
}

func reInspect(_ *process.Process, a []term.Term) (term.Term, error) {
	if a[1] != term.Term(term.Atom("namelist")) {
		return nil, badarg("re", "inspect", a...)
	}
	re, err := reOf("inspect", args{term.Nil, a[0]}, term.Empty)
	if err != nil {
		return nil, badarg("re", "inspect", a...)
	}
	var names []term.Term
	for _, g := range namedGroups(re.expression) {
		names = append(names, term.Binary(re.SubexpNames()[g]))
	}
	return term.Tuple{a[1], term.List(names...)}, nil
}
