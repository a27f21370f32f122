package lib

import (
	"slices"
	"strconv"
	"strings"

	"gex/runtime/exception"
	"gex/runtime/process"
	"gex/runtime/term"
)

// optionParserTable is Elixir's OptionParser: the arguments of a command line.
// gex keeps no table of the atoms that exist, so every name may be a switch unless
// :strict says which there are.
func optionParserTable() Module {
	return Module{
		Name: "Elixir.OptionParser",
		Doc:  "Reads the arguments of a command: switches as `--name value`, `--flag`, `-n`, and the rest.",
		Functions: []Function{
			{"parse", `argv, opts \\ []`, "`{switches, the other arguments, what is not valid}`. `:strict` or `:switches` have the types, `:aliases` the short names.", optionParse(true)},
			{"parse!", `argv, opts \\ []`, "`{switches, the other arguments}`; raises `OptionParser.ParseError` if something is not valid.", optionMustParse("parse!", 275, true)},
			{"parse_head", `argv, opts \\ []`, "As `parse/2`, up to the first argument that is no switch.", optionParse(false)},
			{"parse_head!", `argv, opts \\ []`, "As `parse!/2`, up to the first argument that is no switch.", optionMustParse("parse_head!", 342, false)},
			{"next", `argv, opts \\ []`, "The first switch: `{:ok, name, value, rest}`, `{:invalid, name, value, rest}`, `{:undefined, name, value, rest}` or `{:error, argv}`.", optionNext},
			{"to_argv", `enum, opts \\ []`, "The arguments that `parse/2` would read as these pairs.", optionToArgv},
			{"split", "string", "The words of a string as a shell takes them: quotes hold words together.", optionSplit},
		},
	}
}

// switchKinds are what a switch may be; :keep goes with another.
var switchKinds = []term.Term{
	term.Atom("boolean"), term.Atom("count"), term.Atom("integer"), term.Atom("float"), term.Atom("string"), term.Atom("keep"),
}

// optionConfig says what switches there are.
type optionConfig struct {
	switches, aliases term.Term
	strict            bool
	self              *process.Process
	caller            exception.Frame
}

func newOptionConfig(self *process.Process, opts term.Term, caller exception.Frame) (*optionConfig, error) {
	c := &optionConfig{switches: term.Empty, aliases: term.Empty, self: self, caller: caller}
	if aliases, ok := option(opts, "aliases"); ok && term.Truthy(aliases) {
		c.aliases = aliases
	}
	frame := at("OptionParser", "build_config", 1, "option_parser.ex", 601)
	switches, given := option(opts, "switches")
	given = given && term.Truthy(switches)
	strict, isStrict := option(opts, "strict")
	isStrict = isStrict && term.Truthy(strict)
	switch {
	case given && isStrict:
		return nil, exception.ArgumentError(":switches and :strict cannot be given together").In(frame, caller)
	case !given && !isStrict:
		frame.Line = 612
		return c, warning(self, "not passing the :switches or :strict option to OptionParser is deprecated", frame, caller)
	case isStrict:
		switches, c.strict = strict, true
	}
	c.switches = switches
	for e := range term.Elements(switches) {
		if err := checkSwitch(e, caller); err != nil {
			return nil, err
		}
	}
	return c, nil
}

func checkSwitch(t term.Term, caller exception.Frame) error {
	pair, ok := t.(term.Tuple)
	if !ok || len(pair) != 2 {
		return nil
	}
	var wrong []string
	for _, kind := range wrapped(pair[1]) {
		if !slices.Contains(switchKinds, kind) {
			wrong = append(wrong, show(kind))
		}
	}
	if wrong == nil {
		return nil
	}
	return exception.ArgumentError("invalid switch types/modifiers: %s", strings.Join(wrong, ", ")).In(
		at("OptionParser", "validate_switch", 1, "option_parser.ex", 633), at("Enum", "-map/2-lists^map/1-0-", 2, "enum.ex", 1658),
		at("OptionParser", "build_config", 1, "option_parser.ex", 608), caller)
}

// wrapped is what List.wrap/1 makes of a term.
func wrapped(t term.Term) []term.Term {
	if list, ok := term.Slice(t); ok {
		return list
	}
	if t == nil || t == term.Term(term.Nil) {
		return nil
	}
	return []term.Term{t}
}

func (c *optionConfig) kinds(name term.Atom) []term.Term {
	kinds, _ := term.KeywordGet(c.switches, name)
	return wrapped(kinds)
}

func isKind(kinds []term.Term, kind term.Atom) bool { return slices.Contains(kinds, term.Term(kind)) }

// optionFound is the outcome of reading one switch: ok, invalid, undefined, or
// error for what is none.
type optionFound struct {
	tag   term.Atom
	name  term.Atom // ok
	text  string    // as it was written, otherwise
	value term.Term
	rest  []string
}

func (f optionFound) term() term.Term {
	switch rest := stringList(f.rest); f.tag {
	case "error":
		return term.Tuple{f.tag, rest}
	case "ok":
		return term.Tuple{f.tag, f.name, f.value, rest}
	default:
		return term.Tuple{f.tag, term.Binary(f.text), f.value, rest}
	}
}

// next reads the first argument.
func (c *optionConfig) next(argv []string) (optionFound, error) {
	none := optionFound{tag: "error", rest: argv}
	if len(argv) == 0 || argv[0] == "-" || argv[0] == "--" || argv[0] == "" || argv[0][0] != '-' || strings.HasPrefix(argv[0], "- ") {
		return none, nil
	}
	long, isLong := strings.CutPrefix(argv[0], "--")
	text := argv[0][1:]
	if isLong {
		text = long
	}
	name, given, hasValue := strings.Cut(text, "=")
	var value term.Term
	if hasValue {
		value = term.Binary(given)
	}
	rest := argv[1:]
	undefined := optionFound{tag: "undefined", text: "-" + name, value: orNil(value), rest: rest}
	switch {
	case isLong && strings.Contains(name, "_"):
		undefined.text = "--" + name
		return undefined, nil
	case isLong:
		return c.long(name, value, rest), nil
	case !hasValue && startsWithDigit(name):
		return none, nil
	case strings.ContainsAny(name, "-_"):
		return undefined, nil
	}
	key, aliased := term.KeywordGet(c.aliases, term.Atom(name))
	switch {
	case aliased && len(graphemes(name)) > 1:
		err := warning(c.self, "multi-letter aliases are deprecated, got: "+show(term.Atom(name)),
			at("OptionParser", "next_with_config", 2, "option_parser.ex", 458), c.caller)
		return c.tagged(key.(term.Atom), false, value, "-"+name, rest), err
	case aliased:
		return c.tagged(key.(term.Atom), false, value, "-"+name, rest), nil
	case len(graphemes(name)) > 1:
		return c.next(append(lettersApart(name, value), rest...))
	}
	undefined.value, undefined.rest = switchValue(value, nil, rest)
	return undefined, nil
}

func startsWithDigit(s string) bool { return s != "" && s[0] >= '0' && s[0] <= '9' }

// lettersApart makes -a -b=3 of -ab3 and -ab=3.
func lettersApart(name string, value term.Term) []string {
	letters, number := name, ""
	if i := strings.IndexAny(name, "0123456789"); i >= 0 {
		letters, number = name[:i], "="+name[i:]
	}
	var parts []string
	for _, letter := range graphemes(letters) {
		parts = append(parts, "-"+letter)
	}
	parts[len(parts)-1] += number
	if value != nil {
		parts[len(parts)-1] += "=" + string(value.(term.Binary))
	}
	return parts
}

// long reads --name and --no-name.
func (c *optionConfig) long(name string, value term.Term, rest []string) optionFound {
	key := term.Atom(strings.ReplaceAll(name, "-", "_"))
	if off, ok := strings.CutPrefix(string(key), "no_"); ok && isKind(c.kinds(term.Atom(off)), "boolean") {
		return c.tagged(term.Atom(off), true, value, "--"+name, rest)
	}
	return c.tagged(key, false, value, "--"+name, rest)
}

// tagged finds the value of a switch whose name is known.
func (c *optionConfig) tagged(name term.Atom, negated bool, value term.Term, text string, rest []string) optionFound {
	kinds := c.kinds(name)
	if _, known := term.KeywordGet(c.switches, name); c.strict && !known {
		return optionFound{tag: "undefined", text: text, value: orNil(value), rest: rest}
	}
	switch {
	case negated && value == nil:
		return optionFound{tag: "ok", name: name, value: term.False, rest: rest}
	case negated:
		return optionFound{tag: "invalid", text: text, value: value, rest: rest}
	}
	value, rest = switchValue(value, kinds, rest)
	valid, ok := checkedValue(value, kinds)
	if !ok {
		return optionFound{tag: "invalid", text: text, value: value, rest: rest}
	}
	return optionFound{tag: "ok", name: name, value: valid, rest: rest}
}

// switchValue is the value of a switch: what stands behind =, true for a flag, or
// the next argument unless that is a switch itself.
func switchValue(value term.Term, kinds []term.Term, rest []string) (term.Term, []string) {
	switch {
	case value != nil:
		return value, rest
	case isKind(kinds, "boolean"):
		return term.True, rest
	case isKind(kinds, "count"):
		return term.Nil, rest
	case len(rest) > 0 && isValue(rest[0]):
		return term.Binary(rest[0]), rest[1:]
	case len(kinds) == 0:
		return term.True, rest
	}
	return term.Nil, rest
}

func isValue(arg string) bool {
	after, dash := strings.CutPrefix(arg, "-")
	return !dash || after == "" || after[0] == ' ' || startsWithDigit(after)
}

// checkedValue makes of a value what the kinds want; false if it is none.
func checkedValue(value term.Term, kinds []term.Term) (term.Term, bool) {
	text, isText := value.(term.Binary)
	switch {
	case isKind(kinds, "boolean"):
		if isText && (text == "true" || text == "false") {
			return term.Atom(text), true
		}
		return value, value == term.Term(term.True) || value == term.Term(term.False)
	case isKind(kinds, "count"):
		return term.Int(1), value == term.Term(term.Nil)
	case !isText:
		return value, len(kinds) == 0
	case isKind(kinds, "integer"):
		return parseInteger(string(text), 10)
	case isKind(kinds, "float"):
		f, rest, ok := leadingFloat(string(text))
		return f, ok && rest == ""
	}
	return value, true
}

// optionResult is what parse returns: switches, arguments, what is not valid.
type optionResult struct {
	opts, args, invalid []term.Term
}

func (c *optionConfig) parse(argv []string, all bool) (r optionResult, err error) {
	for len(argv) > 0 {
		found, err := c.next(argv)
		if err != nil {
			return r, err
		}
		argv = found.rest
		switch found.tag {
		case "ok":
			r.store(found.name, found.value, c.kinds(found.name))
		case "invalid":
			r.invalid = append(r.invalid, term.Tuple{term.Binary(found.text), found.value})
		case "undefined":
			if c.strict {
				r.invalid = append(r.invalid, term.Tuple{term.Binary(found.text), term.Nil})
			}
		default:
			first := argv[0]
			if argv = argv[1:]; first != "--" {
				r.args = append(r.args, term.Binary(first))
			}
			if first == "--" || !all {
				r.args = slices.AppendSeq(r.args, term.Elements(stringList(argv)))
				return r, nil
			}
		}
	}
	return r, nil
}

// store adds a switch; the last of a name is kept unless the others are asked
// for. One that is counted comes first.
func (r *optionResult) store(name term.Atom, value term.Term, kinds []term.Term) {
	same := func(t term.Term) bool { return t.(term.Tuple)[0] == term.Term(name) }
	switch at := slices.IndexFunc(r.opts, same); {
	case at >= 0 && isKind(kinds, "count"):
		r.opts[at] = term.Tuple{name, r.opts[at].(term.Tuple)[1].(term.Int) + 1}
		return
	case !isKind(kinds, "keep"):
		r.opts = slices.DeleteFunc(r.opts, same)
	}
	if isKind(kinds, "count") {
		r.opts = slices.Insert(r.opts, 0, term.Term(term.Tuple{name, value}))
		return
	}
	r.opts = append(r.opts, term.Tuple{name, value})
}

// optionArguments reads the arguments of the functions that have a list of
// strings and options.
func optionArguments(self *process.Process, a args, caller exception.Frame) ([]string, *optionConfig, error) {
	list, ok := term.Slice(a[0])
	if _, isList := term.Slice(a[1]); !ok || !isList {
		return nil, nil, errClause
	}
	argv := make([]string, len(list))
	for i, t := range list {
		text, ok := t.(term.Binary)
		if !ok {
			return nil, nil, errClause
		}
		argv[i] = string(text)
	}
	c, err := newOptionConfig(self, a[1], caller)
	return argv, c, err
}

func optionParse(all bool) process.Func {
	caller := at("OptionParser", "parse", 2, "option_parser.ex", 236)
	if !all {
		caller = at("OptionParser", "parse_head", 2, "option_parser.ex", 302)
	}
	return func(self *process.Process, a []term.Term) (term.Term, error) {
		argv, c, err := optionArguments(self, a, caller)
		if err != nil {
			return nil, err
		}
		c.caller = at("OptionParser", "do_parse", 6, "option_parser.ex", 351)
		r, err := c.parse(argv, all)
		return term.Tuple{term.List(r.opts...), term.List(r.args...), term.List(r.invalid...)}, err
	}
}

func optionMustParse(name string, line int, all bool) process.Func {
	parse := optionParse(all)
	return func(self *process.Process, a []term.Term) (term.Term, error) {
		result, err := parse(self, a)
		if err != nil {
			return nil, err
		}
		parts := result.(term.Tuple)
		wrong, _ := term.Slice(parts[2])
		if len(wrong) == 0 {
			return parts[:2:2], nil
		}
		return nil, exception.New("OptionParser.ParseError", optionErrors(wrong, a[1])).
			In(at("OptionParser", name, 2, "option_parser.ex", line))
	}
}

// optionErrors says what is wrong with the switches.
func optionErrors(wrong []term.Term, opts term.Term) string {
	types, ok := option(opts, "switches")
	if !ok {
		types, _ = option(opts, "strict")
	}
	text := strconv.Itoa(len(wrong)) + " error"
	if len(wrong) > 1 {
		text += "s"
	}
	text += " found!"
	for _, e := range wrong {
		text += "\n" + optionError(string(e.(term.Tuple)[0].(term.Binary)), e.(term.Tuple)[1], opts, types)
	}
	return text
}

func optionError(name string, value, opts, types term.Term) string {
	key := term.Atom(strings.ReplaceAll(strings.TrimLeft(name, "-"), "-", "_"))
	if aliases, ok := option(opts, "aliases"); ok {
		if target, ok := term.KeywordGet(aliases, key); ok {
			key, _ = target.(term.Atom)
		}
	}
	kind, known := option(types, key)
	kindText, _ := ToString(orNil(kind))
	switch {
	case value != term.Term(term.Nil):
		return name + " : Expected type " + kindText + ", got " + show(value)
	case known:
		return name + " : Missing argument of type " + kindText
	}
	best, score := "", 0.0
	for e := range term.Elements(orNil(types)) {
		if pair, ok := e.(term.Tuple); ok {
			source := string(pair[0].(term.Atom))
			if s := jaro([]rune(source), []rune(string(key))); s >= score {
				best, score = strings.ReplaceAll(source, "_", "-"), s
			}
		}
	}
	if score > 0.8 {
		return name + " : Unknown option. Did you mean --" + best + "?"
	}
	return name + " : Unknown option"
}

func optionNext(self *process.Process, a []term.Term) (term.Term, error) {
	caller := at("OptionParser", "next", 2, "option_parser.ex", 405)
	argv, c, err := optionArguments(self, a, caller)
	if err != nil {
		return nil, err
	}
	found, err := c.next(argv)
	return found.term(), err
}
