package lib

import (
	"strconv"
	"strings"
	"unicode/utf8"

	"gex/runtime/exception"
	"gex/runtime/inspect"
	"gex/runtime/ioserver"
	"gex/runtime/process"
	"gex/runtime/term"
)

func ioLibTable() Module {
	return Module{
		Name: "io_lib",
		Doc:  "Erlang's texts of terms and formats. What it makes are lists of characters and of such lists.",
		Functions: []Function{
			{"format", "format, data", "The format with its controls replaced by the data, as `:io.format/2` prints it.", ioLibFormat},
			{"format", "format, data, options", "As `format/2`. With the option `:chars_limit` terms are cut off where the text gets longer.", ioLibFormat},
			{"fwrite", "format, data", "As `format/2`.", ioLibFormat},
			{"fwrite", "format, data, options", "As `format/3`.", ioLibFormat},
			{"print", "term", "The term as `~p` shows it.", func(_ *process.Process, a []term.Term) (term.Term, error) {
				return term.Charlist(inspect.ErlangStyle{Latin1: true}.At(a[0], 0, 80)), nil
			}},
			{"print", "term, column, lineLength, depth", "The term as `~P` shows it, beginning in a column, counted from 1.", ioLibPrint},
			{"write", "term", "The term as `~w` shows it.", func(_ *process.Process, a []term.Term) (term.Term, error) {
				return term.Charlist(inspect.ErlangStyle{Raw: true}.Line(a[0])), nil
			}},
			{"write", "term, depthOrOptions", "The term as `~W` shows it. Options are `:depth` and `:chars_limit`.", ioLibWrite},
			{"write_atom", "atom", "The atom, in quotes if it needs them.", ioLibAtom},
			{"write_atom_as_latin1", "atom", "As `write_atom/1`.", ioLibAtom},
			{"write_string", "string", "The characters in double quotes.", ioLibString(false)},
			{"write_string", "string, quote", "The characters in quotes.", ioLibString(false)},
			{"write_latin1_string", "string", "The characters in double quotes.", ioLibString(false)},
			{"write_unicode_string", "string", "The characters in double quotes.", ioLibString(false)},
			{"write_string_as_latin1", "string", "The characters in double quotes, those beyond Latin-1 as numbers.", ioLibString(true)},
			{"write_char", "char", "The character as a literal.", ioLibChar},
			{"write_latin1_char", "char", "The character as a literal.", ioLibChar},
			{"write_unicode_char", "char", "The character as a literal.", ioLibChar},
			{"write_char_as_latin1", "char", "The character as a literal.", ioLibChar},
			{"printable_list", "term", "Whether the term is a list of printable characters of Latin-1.", ioLibList(printableLatin1)},
			{"printable_latin1_list", "term", "Whether the term is a list of printable characters of Latin-1.", ioLibList(printableLatin1)},
			{"printable_unicode_list", "term", "Whether the term is a list of printable characters.", ioLibList(printableUnicode)},
			{"latin1_char_list", "term", "Whether the term is a list of characters of Latin-1.", ioLibList(isLatin1)},
			{"char_list", "term", "Whether the term is a list of characters.", ioLibList(isCharacter)},
			{"deep_latin1_char_list", "term", "Whether the term is a list of characters of Latin-1, or of such lists.", ioLibDeepList(isLatin1)},
			{"deep_char_list", "term", "Whether the term is a list of characters, or of such lists.", ioLibDeepList(isCharacter)},
			{"deep_unicode_char_list", "term", "Whether the term is a list of characters, or of such lists.", ioLibDeepList(isCharacter)},
			{"nl", "", "A newline.", constantTerm(term.Charlist("\n"))},
			{"indentation", "string, startIndent", "The column behind the text that begins in a column.", ioLibIndentation},
			{"quote_atom", "atom, chars", "Whether an atom of these characters needs quotes.", ioLibQuote},
			{"chars_length", "chars", "The number of characters in nested lists of them.", ioLibLength},
			{"scan_format", "format, data", "The characters and controls of a format, each control with its data.", ioLibScan},
			{"unscan_format", "formatList", "The format and the data of `scan_format/2`.", ioLibUnscan},
			{"build_text", "formatList", "The text of the result of `scan_format/2`.", ioLibBuild},
			{"build_text", "formatList, options", "As `build_text/1`, with the option `:chars_limit` of `format/3`.", ioLibBuild},
			{"limit_term", "term, depth", "The term with what is deeper replaced by `:...`, for `~P` of that depth.", ioLibLimit},
			{"format_prompt", "prompt", "A prompt as text.", ioLibPrompt},
		},
	}
}

// ioLibFormat is format/2, or format/3 with options.
func ioLibFormat(_ *process.Process, a []term.Term) (term.Term, error) {
	text, ok1 := ioLibText(a[0])
	data, ok2 := term.Slice(a[1])
	line, chars, ok3 := 187, -1, true
	if len(a) > 2 {
		line = 202
		chars, ok3 = charsLimit(a[2])
	}
	if ok1 && ok2 && ok3 {
		if parts, problem := formatWithin(text, data, chars, erlangPrinter); problem == nil {
			return deepParts(parts), nil
		}
	}
	call := a[:2] // the options are not in the frame
	return nil, exception.Raise(term.Atom("badarg")).In(exception.Frame{
		Module: "io_lib", Function: "format", Arity: len(call), Args: call, HasArgs: true, File: "io_lib.erl", Line: line,
	})
}

// charsLimit is the option chars_limit, -1 if it is not given.
func charsLimit(options term.Term) (int, bool) {
	if _, ok := term.Slice(options); !ok {
		return 0, false
	}
	given, ok := option(options, "chars_limit")
	if !ok {
		return -1, true
	}
	n, ok := given.(term.Int)
	return max(int(n), -1), ok
}

// ioLibText is the text of a format: an atom, a binary or a list of characters
// without others in it.
func ioLibText(format term.Term) (string, bool) {
	switch format := format.(type) {
	case term.Atom:
		return string(format), true
	case term.Binary:
		return latin1(string(format)), true
	case *term.Cons, term.EmptyList:
		if !ofCharacters(format, isCharacter) {
			return "", false
		}
		return ioserver.Chars(format)
	}
	return "", false
}

// deepParts is a list of the characters of a format and of a list for each
// control.
func deepParts(parts []part) term.Term {
	var list []term.Term
	for _, p := range parts {
		if p.control != nil {
			list = append(list, term.Charlist(p.text))
			continue
		}
		for _, r := range p.text {
			list = append(list, term.Int(r))
		}
	}
	return term.List(list...)
}

func ioLibPrint(_ *process.Process, a []term.Term) (term.Term, error) {
	column, ok1 := intAt(a, 1)
	width, ok2 := intAt(a, 2)
	depth, ok3 := intAt(a, 3)
	if !ok1 || !ok2 || !ok3 {
		return nil, errClause
	}
	return term.Charlist(inspect.ErlangStyle{Latin1: true}.Within(depth, -1).At(a[0], column-1, width)), nil
}

func ioLibWrite(_ *process.Process, a []term.Term) (term.Term, error) {
	depth, chars := -1, -1
	if n, ok := intAt(a, 1); ok {
		depth = n
	} else if chars, ok = charsLimit(a[1]); !ok {
		return nil, exception.Raise(term.Atom("badarith")).In(in("io_lib", "write1", 3, 379))
	}
	if given, isOption := option(a[1], "depth"); isOption {
		n, _ := given.(term.Int)
		depth = int(n)
	}
	return term.Charlist(inspect.ErlangStyle{Raw: true}.Within(depth, chars).Line(a[0])), nil
}

func ioLibAtom(_ *process.Process, a []term.Term) (term.Term, error) {
	atom, ok := a[0].(term.Atom)
	if !ok {
		return nil, exception.In(badarg("erlang", "atom_to_list", a...), in("io_lib", "write_possibly_quoted_atom", 2, 493))
	}
	return term.Charlist(inspect.ErlangAtom(atom)), nil
}

func ioLibString(narrow bool) process.Func {
	return func(_ *process.Process, a []term.Term) (term.Term, error) {
		text, ok := ioserver.Chars(a[0])
		quote := '"'
		if len(a) > 1 {
			n, isInt := a[1].(term.Int)
			quote, ok = rune(n), ok && isInt
		}
		if !ok || !term.IsList(a[0]) {
			return nil, errClause
		}
		quoted := inspect.ErlangQuoted(text, quote)
		if narrow {
			var b strings.Builder
			for _, r := range quoted {
				if r > 0xFF {
					b.WriteString(`\x{` + strings.ToUpper(strconv.FormatInt(int64(r), 16)) + `}`)
				} else {
					b.WriteRune(r)
				}
			}
			quoted = b.String()
		}
		return term.Charlist(quoted), nil
	}
}

func ioLibChar(_ *process.Process, a []term.Term) (term.Term, error) {
	n, ok := a[0].(term.Int)
	switch {
	case !ok || n < 0 || n > utf8.MaxRune:
		return nil, errClause
	case n == ' ':
		return term.Charlist(`$\s`), nil
	}
	quoted := []rune(inspect.ErlangQuoted(string(rune(n)), -1))
	return term.Charlist("$" + string(quoted[1:len(quoted)-1])), nil
}

func isCharacter(n term.Int) bool { return n >= 0 && n <= utf8.MaxRune && utf8.ValidRune(rune(n)) }
func isLatin1(n term.Int) bool    { return n >= 0 && n <= 0xFF }

// printableLatin1 is what Erlang takes for text by itself.
func printableLatin1(n term.Int) bool {
	return n >= ' ' && n <= '~' || n >= 0xA0 && n <= 0xFF || n >= '\b' && n <= '\r' || n == 0x1b
}

func printableUnicode(n term.Int) bool {
	return printableLatin1(n) || n > 0xFF && isCharacter(n) && n < 0xFFFE || n >= 0x10000 && n <= utf8.MaxRune
}

func ofCharacters(t term.Term, fits func(term.Int) bool) bool {
	list, ok := term.Slice(t)
	for _, e := range list {
		n, isInt := e.(term.Int)
		if !isInt || !fits(n) {
			return false
		}
	}
	return ok
}

func ioLibList(fits func(term.Int) bool) process.Func {
	return func(_ *process.Process, a []term.Term) (term.Term, error) {
		return term.Bool(ofCharacters(a[0], fits)), nil
	}
}

func ioLibDeepList(fits func(term.Int) bool) process.Func {
	var deep func(t term.Term) bool
	deep = func(t term.Term) bool {
		list, ok := term.Slice(t)
		for _, e := range list {
			if n, isInt := e.(term.Int); !isInt && !deep(e) || isInt && !fits(n) {
				return false
			}
		}
		return ok
	}
	return func(_ *process.Process, a []term.Term) (term.Term, error) { return term.Bool(deep(a[0])), nil }
}

func ioLibIndentation(_ *process.Process, a []term.Term) (term.Term, error) {
	text, ok := ioserver.Chars(a[0])
	column, isInt := intAt(a, 1)
	if !ok || !isInt || !term.IsList(a[0]) {
		err := exception.As(noClause(nil, "io_lib_format", "indentation", a))
		err.Stack[0].File, err.Stack[0].Line = "io_lib_format.erl", 316
		return nil, err
	}
	for _, r := range text {
		switch r {
		case '\n':
			column = 0
		case '\t':
			column = (column + 8) / 8 * 8
		default:
			column++
		}
	}
	return term.Int(column), nil
}

func ioLibQuote(_ *process.Process, a []term.Term) (term.Term, error) {
	text, ok := ioserver.Chars(a[1])
	if !ok {
		return nil, errClause
	}
	return term.Bool(strings.HasPrefix(inspect.ErlangAtom(term.Atom(text)), "'")), nil
}

func ioLibLength(_ *process.Process, a []term.Term) (term.Term, error) {
	text, ok := ioserver.Chars(a[0])
	if !ok {
		return nil, badarg("io_lib", "chars_length", a...)
	}
	return term.Int(len(graphemes(text))), nil
}

func ioLibLimit(_ *process.Process, a []term.Term) (term.Term, error) {
	depth, ok := a[1].(term.Int)
	if !ok || depth < 0 {
		depth = -1
	}
	return inspect.Limit(a[0], int(depth)), nil
}

func ioLibPrompt(_ *process.Process, a []term.Term) (term.Term, error) {
	if text, ok := ioserver.Chars(a[0]); ok {
		return term.Charlist(text), nil
	}
	return term.Charlist(inspect.ErlangStyle{Latin1: true}.At(a[0], 0, 80)), nil
}
