package logger

import (
	"strings"
	"time"
	"unicode/utf8"

	"gex/runtime/inspect"
	"gex/runtime/ioserver"
	"gex/runtime/term"
)

// defaultFormat is how Elixir's console lays lines out.
const defaultFormat = "\n$time $metadata[$level] $message\n"

// Console says how the lines of the console look.
type Console struct {
	// Format has $time, $date, $level, $message, $metadata, $node and $levelpad
	// in it; "" is Elixir's default.
	Format string
	// Function, unless it is nil, is the {module, function} that lays lines out
	// in the place of Format.
	Function term.Tuple
	// Keys are the metadata that $metadata shows; All shows all.
	Keys []term.Atom
	All  bool
	// Lowest is the level below which the console leaves lines out.
	Lowest Level
}

// Configure sets what a keyword list of Logger.configure_backend/2 says and
// leaves other options alone.
func (c *Console) Configure(options term.Term) {
	if format, ok := term.KeywordGet(options, "format"); ok {
		text, _ := format.(term.Binary)
		c.Format = string(text)
		c.Function, _ = format.(term.Tuple)
	}
	if level, ok := term.KeywordGet(options, "level"); ok {
		name, _ := level.(term.Atom)
		c.Lowest, _ = ParseLevel(string(name))
	}
	if keys, ok := term.KeywordGet(options, "metadata"); ok {
		c.Keys, c.All = nil, keys == term.Term(term.Atom("all"))
		for key := range term.Elements(keys) {
			if name, isAtom := key.(term.Atom); isAtom {
				c.Keys = append(c.Keys, name)
			}
		}
	}
}

// wants reports whether a key of the metadata is shown.
func (c *Console) wants(key term.Atom) bool {
	for _, k := range c.Keys {
		if k == key {
			return true
		}
	}
	return c.All
}

// Line lays an entry out.
func (c *Console) Line(at time.Time, e Entry, o inspect.Options) string {
	format := c.Format
	if format == "" {
		format = defaultFormat
	}
	level := e.Level.String()
	return strings.NewReplacer(
		"$time", at.Format("15:04:05.000"), "$date", at.Format("2006-01-02"),
		"$levelpad", strings.Repeat(" ", max(0, len("error")-len(level))), "$level", level,
		"$message", e.Text, "$metadata", c.metadata(e, o), "$node", "nonode@nohost",
	).Replace(format)
}

// metadata is "key=value " of each key that is shown.
func (c *Console) metadata(e Entry, o inspect.Options) string {
	var b strings.Builder
	show := func(key, value term.Term) {
		if text, ok := metadataText(key, value, o); ok {
			name, _ := key.(term.Atom)
			b.WriteString(string(name) + "=" + text + " ")
		}
	}
	m := e.placed()
	if c.All {
		for _, p := range m.Pairs() {
			show(p.Key, p.Value)
		}
		return b.String()
	}
	for _, key := range c.Keys {
		if value, ok := m.Get(key); ok {
			show(key, value)
		}
	}
	return b.String()
}

// Shown are the metadata that the console shows, as a keyword list: all of
// them, or those asked for, in the order in which they were asked for.
func (c *Console) Shown(metadata *term.Map) term.Term {
	if c.All {
		return term.Keyword(metadata.Pairs()...)
	}
	var pairs []term.Pair
	for _, key := range c.Keys {
		if value, ok := metadata.Get(key); ok {
			pairs = append(pairs, term.Pair{Key: key, Value: value})
		}
	}
	return term.Keyword(pairs...)
}

// placed is the metadata with what follows from it: the level, and the module
// and function of who logs.
func (e Entry) placed() *term.Map {
	m := e.Metadata.Put(term.Atom("erl_level"), term.Atom(e.Level.String()))
	value, _ := m.Get(term.Atom("mfa"))
	mfa, _ := value.(term.Tuple)
	if len(mfa) != 3 {
		return m
	}
	name, _ := mfa[1].(term.Atom)
	for _, p := range []term.Pair{{Key: term.Atom("module"), Value: mfa[0]}, {Key: term.Atom("function"), Value: term.Binary(string(name) + "/" + inspect.Erlang(mfa[2]))}} {
		if _, given := m.Get(p.Key); !given {
			m = m.Put(p.Key, p.Value)
		}
	}
	return m
}

// metadataText is a value of the metadata, unless it is nil or of a kind that
// the console does not show.
func metadataText(key, value term.Term, o inspect.Options) (string, bool) {
	switch v := value.(type) {
	case term.Binary:
		return string(v), true
	case term.Atom:
		return strings.TrimPrefix(string(v), "Elixir."), v != term.Nil
	case term.PID:
		return strings.TrimPrefix(inspect.Inspect(v, o), "#PID"), true
	case term.Ref:
		return strings.TrimPrefix(inspect.Inspect(v, o), "#Reference"), true
	case term.Tuple:
		return mfaText(key, v)
	case *term.Cons:
		return listText(key, v)
	case *term.Map, *term.Fun, term.EmptyList:
		return "", false
	}
	return inspect.Inspect(value, o), true
}

// mfaText shows the tuples that are functions.
func mfaText(key term.Term, v term.Tuple) (string, bool) {
	if key != term.Term(term.Atom("mfa")) && key != term.Term(term.Atom("initial_call")) || len(v) != 3 {
		return "", false
	}
	module, ok1 := v[0].(term.Atom)
	name, ok2 := v[1].(term.Atom)
	arity, ok3 := v[2].(term.Int)
	return inspect.MFA(module, string(name), int(arity)), ok1 && ok2 && ok3
}

// listText shows the lists that are a file or a domain.
func listText(key term.Term, v *term.Cons) (string, bool) {
	switch key {
	case term.Term(term.Atom("file")):
		return ioserver.Chars(v)
	case term.Term(term.Atom("domain")):
		var names []string
		for name := range term.Elements(v) {
			if a, ok := name.(term.Atom); ok {
				names = append(names, string(a))
			}
		}
		return strings.Join(names, "."), true
	}
	return "", false
}

// truncated keeps so many bytes of a text, and whole characters.
func truncated(text string, most int) string {
	if most == 0 {
		most = 8096
	}
	if most < 0 || len(text) <= most {
		return text
	}
	for most > 0 && !utf8.RuneStart(text[most]) {
		most--
	}
	return text[:most] + " (truncated)"
}
