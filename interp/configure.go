package interp

import (
	"slices"
	"strconv"
	"strings"

	"gex/runtime/code"
	"gex/runtime/exception"
	"gex/runtime/inspect"
	"gex/runtime/process"
	"gex/runtime/term"
)

// maxWidth is the widest that IEx makes values on a wide terminal unless it is
// told otherwise.
const maxWidth = 80

// settings is what IEx.configure/1 has set, the environment of the application
// iex: pairs of an option and its value, in the order in which they were set.
type settings struct{ pairs []term.Pair }

type settingsKey struct{}

func (s *Session) settings() *settings {
	if set, ok := s.node.Value(settingsKey{}).(*settings); ok {
		return set
	}
	set := &settings{pairs: []term.Pair{
		{Key: term.Atom("history_size"), Value: term.Int(20)},
		{Key: term.Atom("colors"), Value: term.Empty},
		{Key: term.Atom("alive_prompt"), Value: term.Binary("%prefix(%node)%counter>")},
		{Key: term.Atom("inspect"), Value: term.List(term.Tuple{term.Atom("pretty"), term.True})},
		{Key: term.Atom("default_prompt"), Value: term.Binary("%prefix(%counter)>")},
	}}
	s.node.SetValue(settingsKey{}, set)
	return set
}

func (set *settings) get(key term.Atom) (term.Term, bool) {
	for _, p := range set.pairs {
		if p.Key == term.Term(key) {
			return p.Value, true
		}
	}
	return nil, false
}

// historySize is how many values v/1 finds, all if it is negative.
func (set *settings) historySize() int {
	value, _ := set.get("history_size")
	size, _ := value.(term.Int)
	return int(size)
}

// put sets an option. Of colors and inspect, which are keyword lists, only
// what value has is changed.
func (set *settings) put(key term.Atom, value term.Term) {
	for i, p := range set.pairs {
		if p.Key == term.Term(key) {
			if key == "colors" || key == "inspect" {
				value = merged(p.Value, value)
			}
			set.pairs[i].Value = value
			return
		}
	}
	set.pairs = append(set.pairs, term.Pair{Key: key, Value: value})
}

// merged is Keyword.merge/2.
func merged(old, changes term.Term) term.Term {
	added, _ := term.Slice(changes)
	kept, _ := term.Slice(old)
	kept = slices.DeleteFunc(slices.Clone(kept), func(pair term.Term) bool {
		return slices.ContainsFunc(added, func(x term.Term) bool { return optionName(x) == optionName(pair) })
	})
	return term.List(append(kept, added...)...)
}

// optionName returns the key of a pair of a keyword list, "" for anything else.
func optionName(pair term.Term) term.Atom { return term.Tag(pair, 2) }

// Prompt returns the prompt for the next line, which may continue an input.
func (s *Session) Prompt(continued bool) string {
	key, prefix := term.Atom("default_prompt"), "iex"
	if continued {
		prefix = "..."
		key = "continuation_prompt"
	}
	layout := ""
	for _, k := range []term.Atom{"default_prompt", key} {
		if text, ok := s.settings().get(k); ok {
			layout = string(text.(term.Binary))
		}
	}
	return strings.NewReplacer("%prefix", prefix, "%counter", strconv.Itoa(s.number), "%node", string(s.node.Name())).Replace(layout) + " "
}

// screenWidth is the width for pictures.
func (s *Session) screenWidth() int {
	switch {
	case s.options.Columns != nil:
		return s.options.Columns()
	case s.options.Width > 0:
		return s.options.Width
	}
	return maxWidth
}

// width returns the width in which values are printed.
func (s *Session) width() int {
	columns := s.screenWidth()
	if value, ok := s.settings().get("width"); ok {
		return min(int(value.(term.Int)), columns)
	}
	return min(columns, maxWidth)
}

// configured adds the inspect options of IEx.configure/1 to o.
func (s *Session) configured(o inspect.Options) inspect.Options {
	value, _ := s.settings().get("inspect")
	return o.WithKeyword(value)
}

const iexModule = term.Atom("Elixir.IEx")

// iexModule is the module IEx: what the shell can be told about itself.
func (s *Session) iexModule() *code.Module {
	m := code.NewModule(iexModule, code.Builtin)
	m.Doc = "The shell itself: its configuration."
	for _, f := range []*code.Function{
		{Name: "configure", Arity: 1, Params: []string{"options"}, Call: s.configure,
			Doc: "Sets options of the shell: `inspect:` as of `inspect/2`, `width:`, `colors: [enabled: boolean]`."},
		{Name: "configuration", Arity: 0, Call: s.configuration, Doc: "Returns the options of the shell."},
		{Name: "inspect_opts", Arity: 0, Call: s.inspectOpts, Doc: "Returns the options with which values are printed."},
		{Name: "width", Arity: 0, Doc: "Returns the width in which values are printed.",
			Call: func(*process.Process, []term.Term) (term.Term, error) { return term.Int(s.width()), nil }},
		{Name: "started?", Arity: 0, Doc: "Whether the shell is running.",
			Call: func(*process.Process, []term.Term) (term.Term, error) { return term.True, nil }},
		{Name: "dont_display_result", Arity: 0, Doc: "The value that the shell does not print.",
			Call: func(*process.Process, []term.Term) (term.Term, error) { return doNotShow, nil }},
	} {
		m.Add(f)
	}
	return m
}

// configure is IEx.configure/1. All options are checked before one is set.
func (s *Session) configure(_ *process.Process, args []term.Term) (term.Term, error) {
	options, ok := term.Slice(args[0])
	if !ok {
		return nil, s.misconfigured(args[0], exception.Raise(exception.Struct("Protocol.UndefinedError",
			term.Pair{Key: term.Atom("protocol"), Value: term.Alias("Enumerable")},
			term.Pair{Key: term.Atom("value"), Value: args[0]},
			term.Pair{Key: term.Atom("description"), Value: term.Binary("")})).In(
			elixirFrame("Enumerable", "impl_for!", 1, "lib/enum.ex", 1),
			elixirFrame("Enumerable", "reduce", 3, "lib/enum.ex", 166),
			elixirFrame("Enum", "each", 2, "lib/enum.ex", 4307)))
	}
	for _, option := range options {
		if !validOption(option) {
			text := inspect.Inspect(option, inspect.Options{})
			return nil, s.misconfigured(args[0], exception.ArgumentError("invalid configuration %s", text).In(
				elixirFrame("Enum", "-each/2-lists^foreach/1-0-", 2, "lib/enum.ex", 975)))
		}
	}
	for _, option := range options {
		s.settings().put(optionName(option), option.(term.Tuple)[1])
	}
	s.setColor()
	return term.OK, nil
}

// setColor follows colors: [enabled: boolean].
func (s *Session) setColor() {
	colors, _ := s.settings().get("colors")
	for pair := range term.Elements(colors) {
		if optionName(pair) == "enabled" {
			s.options.Color = term.Truthy(pair.(term.Tuple)[1])
		}
	}
}

// validOption reports whether IEx.configure/1 takes an option.
func validOption(option term.Term) bool {
	name := optionName(option)
	if name == "" {
		return false
	}
	switch value := option.(term.Tuple)[1]; name {
	case "colors", "inspect":
		_, ok := term.Slice(value)
		return ok
	case "width", "history_size":
		_, ok := value.(term.Int)
		return ok
	case "default_prompt", "alive_prompt", "continuation_prompt", "alive_continuation_prompt":
		_, ok := value.(term.Binary)
		return ok
	}
	return false
}

// misconfigured is how IEx.configure/1 fails: the agent that keeps the
// configuration dies of err.
func (s *Session) misconfigured(options term.Term, err *exception.Error) error {
	err.In(
		elixirFrame("Agent.Server", "handle_call", 3, "lib/agent/server.ex", 23),
		exception.Frame{Module: "gen_server", Function: "try_handle_call", Arity: 4, File: "gen_server.erl", Line: 1149},
		exception.Frame{Module: "gen_server", Function: "handle_msg", Arity: 6, File: "gen_server.erl", Line: 1178},
		exception.Frame{Module: "proc_lib", Function: "init_p_do_apply", Arity: 3, File: "proc_lib.erl", Line: 240})
	config := term.Alias("IEx.Config")
	request := term.Tuple{term.Atom("update"), term.Tuple{config, term.Atom("handle_configure"), term.List(options)}}
	call := term.Tuple{term.Alias("GenServer"), term.Atom("call"), term.List(config, request, term.Int(5000))}
	return exception.Exit(term.Tuple{term.Tuple{err.Reason, err.StackTerm()}, call}).In(
		elixirFrame("GenServer", "call", 3, "lib/gen_server.ex", 1038))
}

func elixirFrame(module, function string, arity int, file string, line int) exception.Frame {
	return exception.Frame{Module: term.Alias(module), Function: function, Arity: arity, File: file, Line: line}
}

// configuration is IEx.configuration/0.
func (s *Session) configuration(*process.Process, []term.Term) (term.Term, error) {
	var list []term.Term
	for _, p := range s.settings().pairs {
		list = append(list, term.Tuple{p.Key, p.Value})
	}
	return term.List(list...), nil
}

// inspectOpts is IEx.inspect_opts/0.
func (s *Session) inspectOpts(*process.Process, []term.Term) (term.Term, error) {
	options, _ := s.settings().get("inspect")
	list, _ := term.Slice(options)
	width := term.Tuple{term.Atom("width"), term.Int(s.width())}
	return term.List(append([]term.Term{width}, list...)...), nil
}
