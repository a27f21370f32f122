package lib

import (
	"slices"
	"strconv"

	"gex/runtime/exception"
	"gex/runtime/process"
	"gex/runtime/term"
)

// ansiCodes are the sequences that have a name, by their number.
var ansiCodes = []struct {
	name string
	code int
}{
	{"reset", 0}, {"bright", 1}, {"faint", 2}, {"italic", 3}, {"underline", 4}, {"blink_slow", 5}, {"blink_rapid", 6},
	{"inverse", 7}, {"reverse", 7}, {"conceal", 8}, {"crossed_out", 9}, {"primary_font", 10}, {"font_1", 11}, {"font_2", 12},
	{"font_3", 13}, {"font_4", 14}, {"font_5", 15}, {"font_6", 16}, {"font_7", 17}, {"font_8", 18}, {"font_9", 19},
	{"normal", 22}, {"not_italic", 23}, {"no_underline", 24}, {"blink_off", 25}, {"inverse_off", 27}, {"reverse_off", 27},
	{"black", 30}, {"red", 31}, {"green", 32}, {"yellow", 33}, {"blue", 34}, {"magenta", 35}, {"cyan", 36}, {"white", 37},
	{"default_color", 39}, {"default_background", 49}, {"framed", 51}, {"encircled", 52}, {"overlined", 53},
	{"not_framed_encircled", 54}, {"not_overlined", 55},
}

func sgr(code string) term.Binary { return term.Binary("\x1b[" + code + "m") }

// ansiSequences are all sequences by their name.
var ansiSequences = func() map[term.Atom]term.Binary {
	all := map[term.Atom]term.Binary{"home": "\x1b[H", "clear": "\x1b[2J", "clear_line": "\x1b[2K"}
	for _, c := range ansiCodes {
		all[term.Atom(c.name)] = sgr(strconv.Itoa(c.code))
		if c.code >= 30 && c.code <= 37 {
			all[term.Atom(c.name+"_background")] = sgr(strconv.Itoa(c.code + 10))
			all[term.Atom("light_"+c.name)] = sgr(strconv.Itoa(c.code + 60))
			all[term.Atom("light_"+c.name+"_background")] = sgr(strconv.Itoa(c.code + 70))
		}
	}
	return all
}()

func ansiTable() Module {
	return Module{
		Name:      "Elixir.IO.ANSI",
		Doc:       "The sequences that have a terminal show text in colours and move its cursor.",
		Functions: slices.Concat(ansiNamed(), ansiFunctions()),
	}
}

// ansiNamed is a function for each sequence that has a name.
func ansiNamed() []Function {
	var names []string
	for name := range ansiSequences {
		names = append(names, string(name))
	}
	slices.Sort(names)
	var functions []Function
	for _, name := range names {
		functions = append(functions, Function{name, "", "The sequence `:" + name + "`.", pure3(ansiSequences[term.Atom(name)])})
	}
	return functions
}

func ansiFunctions() []Function {
	return []Function{
		{"enabled?", "", "Whether text is shown in colours unless it is said: it is not.", pure3(term.False)},
		{"syntax_colors", "", "The colours of values in `IO.inspect`.", pure3(term.Keyword(
			pair("atom", term.Atom("cyan")), pair("binary", term.Atom("default_color")), pair("boolean", term.Atom("magenta")),
			pair("charlist", term.Atom("yellow")), pair("list", term.Atom("default_color")), pair("map", term.Atom("default_color")),
			pair("nil", term.Atom("magenta")), pair("number", term.Atom("yellow")), pair("string", term.Atom("green")),
			pair("tuple", term.Atom("default_color"))))},
		{"color", "code", "The sequence of a colour from 0 to 255.", ansiColor("38;5;")},
		{"color", "r, g, b", "The sequence of a colour of red, green and blue, each from 0 to 5.", ansiColor("38;5;")},
		{"color_background", "code", "The sequence of a background from 0 to 255.", ansiColor("48;5;")},
		{"color_background", "r, g, b", "The sequence of a background of red, green and blue, each from 0 to 5.", ansiColor("48;5;")},
		{"cursor", "line, column", "The sequence that moves the cursor there.", ansiCursor},
		{"cursor_up", `lines \\ 1`, "The sequence that moves the cursor up.", ansiMove("A")},
		{"cursor_down", `lines \\ 1`, "The sequence that moves the cursor down.", ansiMove("B")},
		{"cursor_right", `columns \\ 1`, "The sequence that moves the cursor to the right.", ansiMove("C")},
		{"cursor_left", `columns \\ 1`, "The sequence that moves the cursor to the left.", ansiMove("D")},
		{"format", `chardata, emit? \\ false`, "Chardata with the names of sequences replaced by these, and a reset behind.", ansiFormat(true)},
		{"format_fragment", `chardata, emit? \\ false`, "As `format/2`, without a reset.", ansiFormat(false)},
	}
}

func ansiColor(prefix string) process.Func {
	return func(_ *process.Process, a []term.Term) (term.Term, error) {
		code, most := 0, 255
		if len(a) == 3 {
			code, most = 16, 5
		}
		for i := range a {
			n, ok := intAt(a, i)
			if !ok || n < 0 || n > most {
				return nil, errClause
			}
			code += n * [...]int{1, 6, 36}[len(a)-1-i]
		}
		return sgr(prefix + strconv.Itoa(code)), nil
	}
}

func ansiCursor(_ *process.Process, a []term.Term) (term.Term, error) {
	line, ok1 := intAt(a, 0)
	column, ok2 := intAt(a, 1)
	if !ok1 || !ok2 || line < 0 || column < 0 {
		return nil, errClause
	}
	return term.Binary("\x1b[" + strconv.Itoa(line) + ";" + strconv.Itoa(column) + "H"), nil
}

func ansiMove(letter string) process.Func {
	return func(_ *process.Process, a []term.Term) (term.Term, error) {
		n, ok := intAt(a, 0)
		if !ok || n < 1 {
			return nil, errClause
		}
		return term.Binary("\x1b[" + strconv.Itoa(n) + letter), nil
	}
}

// ansiText is chardata that grows at its end, nested as Elixir nests it.
type ansiText struct {
	text        term.Term
	emit, wrote bool
}

func (t *ansiText) add(x term.Term) error {
	switch x := x.(type) {
	case term.Atom:
		sequence, ok := ansiSequences[x]
		switch {
		case !ok:
			return exception.ArgumentError("invalid ANSI sequence specification: %s", show(x)).
				In(at("IO.ANSI", "format_sequence", 1, "io/ansi.ex", 261), at("IO.ANSI", "do_format", 5, "io/ansi.ex", 314))
		case t.emit:
			t.text, t.wrote = &term.Cons{Head: t.text, Tail: sequence}, true
		}
	case term.EmptyList:
	case *term.Cons:
		if err := t.add(x.Head); err != nil {
			return err
		}
		return t.add(x.Tail)
	default:
		t.text = term.List(t.text, x)
	}
	return nil
}

func ansiFormat(resets bool) process.Func {
	return func(_ *process.Process, a []term.Term) (term.Term, error) {
		if a[1] != term.Term(term.True) && a[1] != term.Term(term.False) {
			return nil, errClause
		}
		t := ansiText{text: term.Empty, emit: term.Truthy(a[1])}
		if err := t.add(a[0]); err != nil {
			return nil, err
		}
		if resets && t.wrote {
			return &term.Cons{Head: t.text, Tail: sgr("0")}, nil
		}
		return t.text, nil
	}
}
