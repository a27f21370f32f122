package inspect

import (
	"slices"

	"gex/runtime/term"
)

// WithKeyword returns o changed by the options that inspect/2 and IO.inspect/2
// take, a keyword list. As there, unknown options and values that an option
// does not take are passed over.
func (o Options) WithKeyword(list term.Term) Options {
	// The first of several equal keys counts, so it must come last.
	elements, _ := term.SliceWithTail(list)
	for _, e := range slices.Backward(elements) {
		if pair, ok := e.(term.Tuple); ok && len(pair) == 2 {
			if key, ok := pair[0].(term.Atom); ok {
				o.Set(key, pair[1])
			}
		}
	}
	return o
}

// Set sets one of the options of inspect/2 by its name.
func (o *Options) Set(key term.Atom, value term.Term) {
	atom, _ := value.(term.Atom)
	switch key {
	case "width":
		setNumber(&o.Width, value)
	case "limit":
		setNumber(&o.Limit, value)
	case "printable_limit":
		setNumber(&o.PrintableLimit, value)
	case "pretty":
		o.Pretty = term.Truthy(value)
	case "structs":
		o.PlainStructs = !term.Truthy(value)
	case "base":
		setChoice(&o.Base, atom, "decimal", "binary", "octal", "hex")
	case "charlists", "char_lists":
		setPrinting(&o.Charlists, atom, "infer", "as_charlists", "as_lists")
	case "binaries":
		setPrinting(&o.Binaries, atom, "infer", "as_strings", "as_binaries")
	case "safe":
		o.Unsafe = !term.Truthy(value)
	case "custom_options":
		o.CustomOptions = value
	case "inspect_fun":
		o.InspectFun, _ = value.(*term.Fun)
		if f := o.InspectFun; f != nil && f.External && f.Module == "Elixir.Inspect" && f.Name == "inspect" {
			o.InspectFun = nil // what everybody uses
		}
	case "syntax_colors":
		o.SyntaxColors = value
		o.setColors(value)
	}
}

// setNumber takes an integer from 0 or :infinity.
func setNumber(option *int, value term.Term) {
	switch value := value.(type) {
	case term.Int:
		if value == 0 {
			*option = None
		} else if value > 0 {
			*option = int(value)
		}
	case term.Atom:
		if value == term.Infinity {
			*option = unlimited
		}
	}
}

// setChoice takes the place of a name among the names of all choices.
func setChoice[C ~uint8](option *C, name term.Atom, names ...term.Atom) {
	if i := slices.Index(names, name); i >= 0 {
		*option = C(i)
	}
}

// setPrinting is setChoice for how to print what may be text: a name that is none
// stands for the last one, which prints the elements.
func setPrinting[C ~uint8](option *C, name term.Atom, names ...term.Atom) {
	*option = C(len(names) - 1)
	setChoice(option, name, names...)
}

// setColors takes a keyword list of a colour, or a list of them, for each kind
// of token.
func (o *Options) setColors(list term.Term) {
	colors := Colors{Reset: sgrReset}
	none := true
	for e := range term.Elements(list) {
		pair, ok := e.(term.Tuple)
		if !ok || len(pair) != 2 {
			continue
		}
		kind, _ := pair[0].(term.Atom)
		if sequence := colors.kind(kind); sequence != nil {
			*sequence = sgr(pair[1])
			none = none && kind == "reset"
		}
	}
	o.Colors = &colors
	if none {
		o.Colors = nil
	}
}

func (c *Colors) kind(name term.Atom) *string {
	switch name {
	case "atom":
		return &c.Atom
	case "binary":
		return &c.Binary
	case "boolean":
		return &c.Boolean
	case "charlist":
		return &c.Charlist
	case "list":
		return &c.List
	case "map":
		return &c.Map
	case "nil":
		return &c.Nil
	case "number":
		return &c.Number
	case "regex":
		return &c.Regex
	case "reset":
		return &c.Reset
	case "string":
		return &c.String
	case "tuple":
		return &c.Tuple
	}
	return nil
}

// sequences are the names of IO.ANSI.
var sequences = map[term.Atom]string{
	"reset": sgrReset, "bright": "\x1b[1m", "faint": "\x1b[2m", "italic": "\x1b[3m", "underline": "\x1b[4m",
	"reverse": "\x1b[7m", "normal": "\x1b[22m", "default_color": sgrDefault,
	"black": "\x1b[30m", "red": "\x1b[31m", "green": sgrGreen, "yellow": sgrYellow,
	"blue": "\x1b[34m", "magenta": sgrMagenta, "cyan": sgrCyan, "white": "\x1b[37m",
	"light_black": "\x1b[90m", "light_red": "\x1b[91m", "light_green": "\x1b[92m", "light_yellow": "\x1b[93m",
	"light_blue": "\x1b[94m", "light_magenta": "\x1b[95m", "light_cyan": "\x1b[96m", "light_white": "\x1b[97m",
}

func sgr(t term.Term) string {
	switch t := t.(type) {
	case term.Atom:
		return sequences[t]
	case term.Binary:
		return string(t)
	}
	var all string
	for e := range term.Elements(t) {
		all += sgr(e)
	}
	return all
}
