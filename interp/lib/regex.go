package lib

import (
	"errors"
	"regexp"
	"regexp/syntax"
	"slices"
	"strconv"
	"strings"

	"gex/runtime/code"
	"gex/runtime/exception"
	"gex/runtime/late"
	"gex/runtime/process"
	"gex/runtime/term"
)

const regexModule = term.Atom("Elixir.Regex")

func regexModuleTable() Module {
	return Module{
		Name: regexModule,
		Doc:  "Regular expressions, `~r/.../`. Most of what Perl has is here; possessive quantifiers, recursion and conditions are not.",
		Struct: []term.Pair{
			pair("re_pattern", term.Nil), pair("source", term.Binary("")), pair("opts", term.Binary("")), pair("re_version", term.Binary("")),
		},
		Functions: []Function{
			{"compile", `source, options \\ ""`, "`{:ok, regex}`, or `{:error, reason}`.", regexCompile},
			{"compile!", `source, options \\ ""`, "The regular expression; raises `Regex.CompileError`.", regexMustCompile},
			{"match?", "regex, string", "Whether the regular expression matches.", regexMatch},
			{"run", `regex, string, options \\ []`, "The first match with its groups, or nil.", regexRun},
			{"scan", `regex, string, options \\ []`, "All matches with their groups.", regexScan},
			{"replace", `regex, string, replacement, options \\ []`, `The string with the matches replaced; \\1 is the first group.`, regexReplace},
			{"split", `regex, string, options \\ []`, "The parts between the matches.", regexSplit},
			{"named_captures", `regex, string, options \\ []`, "A map from the names of groups to what they matched, or nil.", regexNamed},
			{"source", "regex", "The text of the regular expression.", regexField("source")},
			{"opts", "regex", "The modifiers.", regexField("opts")},
			{"escape", "string", "The string with everything escaped that means something in a regular expression.", onString(regexEscape)},
			{"version", "", "The version of the regular expressions of Erlang.", func(*process.Process, []term.Term) (term.Term, error) { return regexVersion, nil }},
			{"regex?", "term", "Whether `term` is a regular expression.", test(func(t term.Term) bool { _, ok := isStruct(t, regexModule); return ok })},
			{"re_pattern", "regex", "The compiled expression.", regexField("re_pattern")},
			{"recompile", "regex", "`{:ok, regex}`.", regexRecompile(okTuple)},
			{"recompile!", "regex", "The regular expression itself.", regexRecompile(func(t term.Term) term.Term { return t })},
			{"names", "regex", "The names of the groups.", regexNames},
		},
	}
}

// invalidOption is the error of modifiers that are none: what is left from the
// first of them on.
type invalidOption string

func (e invalidOption) Error() string { return "invalid_option" }

// regexModifiers are the modifiers of Elixir's regular expressions.
const regexModifiers = "imsxufrU"

// regexVersion is the version of the expressions of Erlang that Elixir 1.14 has.
var regexVersion = term.Tuple{term.Binary("8.44 2020-02-12"), term.Atom("little")}

// Regex makes the struct that ~r makes, or returns invalidOption or Go's error.
func Regex(source, modifiers string) (term.Term, error) {
	return regexStruct(source, modifiers, term.Binary(modifiers))
}

// regexStruct is the struct with opts as they were given.
func regexStruct(source, modifiers string, opts term.Term) (term.Term, error) {
	if rest := strings.TrimLeft(modifiers, regexModifiers); rest != "" {
		return nil, invalidOption(rest)
	}
	re, err := newExpression(source, modifiers)
	if err != nil {
		return nil, err
	}
	// Two are equal if they were written the same.
	fields := func() []term.Field {
		return []term.Field{{Name: "source", Value: term.Binary(source)}, {Name: "opts", Value: term.Binary(modifiers)}}
	}
	unicode := term.Int(strings.Count(modifiers, "u"))
	pattern := term.Tuple{term.Atom("re_pattern"), term.Int(len(re.SubexpNames()) - 1), unicode, term.Int(0),
		&term.Native{Name: "re_pattern", Value: re, Fields: fields}}
	return structOf(regexModule, pair("source", term.Binary(source)), pair("opts", opts),
		pair("re_pattern", pattern), pair("re_version", regexVersion)), nil
}

// newExpression compiles with Go's package, which is never slow, and what that
// refuses with the other. The error is Go's, unless it is
// that Go has no such thing.
func newExpression(source, modifiers string) (expression, error) {
	var refused error
	if strings.Contains(modifiers, "u") {
		source = forUnicode(source)
	}
	if !strings.Contains(modifiers, "x") {
		re, err := regexp.Compile(goSource(source, modifiers))
		if err == nil {
			return re, nil
		}
		refused = err
	}
	b, err := newBacktracking(source, modifiers)
	if err == nil {
		return b, nil
	}
	var words *syntax.Error
	if errors.As(refused, &words) && words.Code != syntax.ErrInvalidPerlOp {
		return nil, refused
	}
	return nil, err
}

// goSource puts the modifiers in front of a regular expression.
func goSource(source, modifiers string) string {
	var flags strings.Builder
	for _, m := range modifiers {
		switch m {
		case 'i', 'm', 's', 'U':
			flags.WriteRune(m)
		}
	}
	if flags.Len() > 0 {
		return "(?" + flags.String() + ")" + source
	}
	return source
}

// compiled returns the Go form of a Regex struct.
func compiled(t term.Term) (expression, error) {
	m, ok := isStruct(t, regexModule)
	if !ok {
		return nil, errClause
	}
	pattern, _ := m.Get(term.Atom("re_pattern"))
	t, _ = pattern.(term.Tuple)
	if parts, ok := t.(term.Tuple); ok && len(parts) == 5 {
		n, ok := parts[4].(*term.Native)
		if !ok {
			return nil, errClause
		}
		if re, ok := n.Value.(expression); ok {
			return re, nil
		}
	}
	return nil, errClause
}

// regexOptions are the options that Regex.compile/2 takes in a list.
var regexOptions = map[term.Atom]string{
	"unicode": "u", "ucp": "", "caseless": "i", "extended": "x", "firstline": "f", "ungreedy": "U", "dotall": "s", "multiline": "m",
}

// makeRegex compiles the source a[0] with the modifiers or options a[1].
func makeRegex(self *process.Process, a args) (term.Term, error) {
	source, ok := a[0].(term.Binary)
	if !ok {
		return nil, errClause
	}
	if modifiers, ok := a[1].(term.Binary); ok {
		return Regex(string(source), string(modifiers))
	}
	list, ok := term.Slice(a[1])
	if !ok {
		return nil, noClause(self, regexModule, "compile", args{a[0], a[1], regexVersion})
	}
	modifiers := ""
	for _, o := range list {
		name, _ := o.(term.Atom)
		modifier, ok := regexOptions[name]
		if !ok {
			return nil, exception.In(refused("re", "compile", a, "", "invalid options"), at("Regex", "compile", 4, "regex.ex", 210))
		}
		modifiers += modifier
	}
	return regexStruct(string(source), modifiers, a[1])
}

func regexCompile(self *process.Process, a []term.Term) (term.Term, error) {
	re, err := makeRegex(self, a)
	var x *exception.Error
	switch rest, isOption := err.(invalidOption); {
	case err == nil:
		return okTuple(re), nil
	case isOption:
		return errorTuple(term.Tuple{term.Atom("invalid_option"), term.Binary(rest)}), nil
	case err == errClause || errors.As(err, &x):
		return nil, err
	}
	reason, position := reasonOf(string(a[0].(term.Binary)), err)
	return errorTuple(term.Tuple{term.Charlist(reason), term.Int(position)}), nil
}

// reasonOf returns what is wrong with a regular expression and where, in the
// words that Elixir shows for the common mistakes.
func reasonOf(source string, err error) (reason string, position int) {
	var failed *syntax.Error
	if !errors.As(err, &failed) {
		return backtrackingReason(source, err)
	}
	switch failed.Code {
	case syntax.ErrMissingRepeatArgument:
		return "nothing to repeat", max(strings.Index(source, failed.Expr), 0)
	case syntax.ErrMissingBracket:
		return "missing terminating ] for character class", len(source)
	case syntax.ErrMissingParen:
		return "missing )", len(source)
	case syntax.ErrUnexpectedParen:
		return "unmatched parentheses", strings.LastIndexByte(source, ')')
	case syntax.ErrInvalidRepeatOp:
		return "nothing to repeat", strings.Index(source, failed.Expr) + 1
	case syntax.ErrInvalidRepeatSize:
		return "numbers out of order in {} quantifier", strings.Index(source, failed.Expr) + len(failed.Expr) - 1
	case syntax.ErrInvalidNamedCapture:
		return "syntax error in subpattern name (missing terminator)", len(source)
	case syntax.ErrTrailingBackslash:
		return "\\ at end of pattern", len(source)
	}
	return failed.Code.String(), max(strings.Index(source, failed.Expr), 0)
}

// regexError is the exception of a regular expression that is none.
func regexError(source string, err error) *exception.Error {
	reason, position := reasonOf(source, err)
	place := strconv.Itoa(position)
	if rest, ok := err.(invalidOption); ok {
		place = string(rest)
	}
	return exception.New("Regex.CompileError", reason+" at position "+place).
		In(at("Regex", "compile!", 2, "regex.ex", 231))
}

func regexMustCompile(self *process.Process, a []term.Term) (term.Term, error) {
	re, err := makeRegex(self, a)
	var x *exception.Error
	if err == nil || err == errClause || errors.As(err, &x) {
		return re, err
	}
	return nil, regexError(string(a[0].(term.Binary)), err)
}

// onRegex decodes a regex and a string.
func onRegex(a args) (expression, string, error) {
	re, err := compiled(a[0])
	s, ok := a[1].(term.Binary)
	if err == nil && !ok {
		err = errClause
	}
	return re, string(s), err
}

func regexMatch(_ *process.Process, a []term.Term) (term.Term, error) {
	re, s, err := onRegex(a)
	if err != nil {
		return nil, err
	}
	return term.Bool(re.MatchString(s)), nil
}

func regexReplace(self *process.Process, a []term.Term) (term.Term, error) {
	re, s, err := onRegex(a)
	if err != nil {
		return nil, err
	}
	limit := -1
	if global, ok := option(a[3], "global"); ok && !term.Truthy(global) {
		limit = 1
	}
	var b strings.Builder
	from := 0
	for _, at := range re.FindAllStringSubmatchIndex(s, limit) {
		groups := submatches(s, at)
		text, err := expand(self, a[2], groups)
		if err != nil {
			return nil, err
		}
		b.WriteString(s[from:at[0]] + text)
		from = at[1]
	}
	return term.Binary(b.String() + s[from:]), nil
}

func submatches(s string, at []int) []string {
	var groups []string
	for i := 0; i < len(at); i += 2 {
		if at[i] < 0 {
			groups = append(groups, "")
			continue
		}
		groups = append(groups, s[at[i]:at[i+1]])
	}
	return groups
}

// expand returns the replacement of a match: text with \1 and \\1 replaced,
// or what a function makes of the groups.
func expand(self *process.Process, replacement term.Term, groups []string) (string, error) {
	switch r := replacement.(type) {
	case term.Binary:
		return expandText(string(r), groups), nil
	case *term.Fun:
		a := make(args, r.Arity)
		for i := range a {
			a[i] = term.Binary("")
			if i < len(groups) {
				a[i] = term.Binary(groups[i])
			}
		}
		result, err := code.Call(self, r, a...)
		if err != nil {
			return "", err
		}
		return ToString(result)
	}
	return "", errClause
}

// groupInText is \1, \12 or \g{1}; a backslash before anything else stands for that.
var groupInText = late.Regexp(`\\(?:g\{(\d+)\}|(\d+)|(.)?)`)

func expandText(text string, groups []string) string {
	return groupInText().ReplaceAllStringFunc(text, func(found string) string {
		m := groupInText().FindStringSubmatch(found)
		digits := m[1] + m[2]
		if digits == "" {
			return m[3]
		}
		if n, err := strconv.Atoi(digits); err == nil && n < len(groups) {
			return groups[n]
		}
		return ""
	})
}

func regexNames(_ *process.Process, a []term.Term) (term.Term, error) {
	re, err := compiled(a[0])
	if err != nil {
		return nil, err
	}
	var names []string
	for _, name := range re.SubexpNames() {
		if name != "" {
			names = append(names, name)
		}
	}
	slices.Sort(names)
	return stringList(names), nil
}

func regexField(name term.Atom) process.Func {
	return func(_ *process.Process, a []term.Term) (term.Term, error) {
		m, ok := isStruct(a[0], regexModule)
		if !ok {
			return nil, errClause
		}
		value, _ := m.Get(name)
		return orNil(value), nil
	}
}

// regexEscape puts a backslash before what means something in an expression, white
// space among it.
func regexEscape(s string) term.Term {
	var b strings.Builder
	for i := range len(s) {
		if strings.IndexByte(".^$*+?()[]{}|#-\\\t\n\v\f\r ", s[i]) >= 0 {
			b.WriteByte('\\')
		}
		b.WriteByte(s[i])
	}
	return term.Binary(b.String())
}

func regexRecompile(wrap func(term.Term) term.Term) process.Func {
	return func(_ *process.Process, a []term.Term) (term.Term, error) {
		if _, err := compiled(a[0]); err != nil {
			return nil, err
		}
		return wrap(a[0]), nil
	}
}
