package syntax

import "strings"

// This file writes lists, tuples, maps, binaries and their elements.

// argMode says what becomes of the last of several arguments.
type argMode uint8

const (
	lastPlain argMode = iota
	lastComma
	lastFits // its first break may make the rest fit
)

// commas writes arguments with commas, as written by f, and sep between them;
// lineEnd as sep gives each a line of its own.
func commas(args []*form, mode argMode, sep *doc, write func(*form) *doc) *doc {
	docs := make([]*doc, len(args))
	for i, a := range args {
		d := write(a)
		switch {
		case i < len(args)-1 || mode == lastComma:
			d = appendToGroup(d, plain(","))
		case mode == lastFits:
			d = nextBreakFits(d, enabled)
		}
		docs[i] = group(d)
	}
	out := fold(docs, sep)
	if sep == lineEnd && out != nil {
		return forceUnfit(out)
	}
	return out
}

func (w *formatter) inParens(f *form) *doc { return w.form(f, inParens) }

func (w *formatter) list(args []*form) *doc {
	return surround(plain("["), commas(args, lastPlain, spaceBreak, w.inParens), "]")
}

func (w *formatter) tuple(args []*form) *doc {
	return flexible("{", commas(args, lastPlain, flexBreak, w.inParens), "}")
}

// flexible fills lines with elements.
func flexible(open string, args *doc, closing string) *doc {
	if args == nil {
		return plain(open + closing)
	}
	return group(concat(nest(cons(plain(open), args), len(open), always), plain(closing)))
}

// pair writes key: value or key => value.
func (w *formatter) pair(f *form, c place) *doc {
	key, value := f.args[0], f.args[1]
	var left *doc
	op := ""
	if key.kind == formAtom && key.key {
		left = plain(keyText(key.text))
	} else {
		op = " =>"
		left = w.form(key, c)
		if isBinary(key) {
			left = parens(left)
		}
	}
	return withNextBreakFits(nextFits(value), w.form(value, c), func(right *doc) *doc {
		rest := nest(concat(plain(op), spaceBreak, group(right)), 2, onBreak)
		return cons(group(left), group(rest))
	})
}

// withNextBreakFits lets the first break of x decide whether write(x) fits.
func withNextBreakFits(condition bool, x *doc, write func(*doc) *doc) *doc {
	if !condition {
		return write(x)
	}
	return nextBreakFits(write(nextBreakFits(x, enabled)), disabled)
}

// nextFits reports whether f, as the last argument or the right side of an
// operator, may begin on the line and end on another.
func nextFits(f *form) bool {
	switch f.kind {
	case formList:
		return true
	case formRemote:
		return f.text == "{}"
	case formNamed:
		return len(f.args) > 0 && (f.text == "fn" || f.text == "%{}" || f.text == "%")
	case formSigil:
		return len(f.delimiter) == 3
	case formPair:
		return f.args[0].kind == formAtom && nextFits(f.args[1])
	}
	return false
}

// mapping writes a map or, with a name, a struct.
func (w *formatter) mapping(name *doc, args []*form) *doc {
	open := cons(cons(plain("%"), name), plain("{"))
	if len(args) == 1 && args[0].is("|", 2) && args[0].args[1].kind == formItems {
		base := args[0].args[0]
		left := w.form(base, inParens)
		if isBinary(base) {
			left = parens(left)
		}
		right := commas(args[0].args[1].args, lastPlain, spaceBreak, w.inParens)
		return surround(open, concat(left, spaceBreak, cons(plain("| "), nest(right, 2, always))), "}")
	}
	return surround(open, commas(args, lastPlain, spaceBreak, w.inParens), "}")
}

func (w *formatter) bitstring(f *form) *doc {
	last := len(f.args) - 1
	docs := make([]*doc, len(f.args))
	for i, a := range f.args {
		d := w.segment(a, i, last)
		if i < last {
			d = appendToGroup(d, plain(","))
		}
		docs[i] = group(d)
	}
	return flexible("<<", fold(docs, flexBreak), ">>")
}

// segment writes segment number i of a binary; -1 is one that is not at an
// edge.
func (w *formatter) segment(f *form, i, last int) *doc {
	switch {
	case f.is("<-", 2):
		left := &form{kind: formSegment, args: f.args[:1], line: f.line, index: last}
		return edge(w.form(named("<-", f.line, left, f.args[1]), inParens), i, last)
	case !f.is("::", 2):
		return edge(w.form(f, inParens), i, last)
	}
	left := edge(w.form(f.args[0], inParens), i, -1)
	spec := w.specification(f.args[1])
	if i == last {
		spec = edge(spec, i, last)
	}
	return concat(cons(left, plain("::")), spec)
}

// edge puts a segment next to a bracket in parentheses if it has one itself.
func edge(d *doc, i, last int) *doc {
	if i != 0 && i != last {
		return d
	}
	s := render(d, unlimited)
	if i == 0 && (strings.HasPrefix(s, "~") || strings.HasPrefix(s, "<<")) || i == last && strings.HasSuffix(s, ">>") {
		return parens(d)
	}
	return d
}

func (w *formatter) specification(f *form) *doc {
	if f.is("-", 2) || f.is("*", 2) {
		return concat(cons(w.specification(f.args[0]), plain(f.text)), w.specificationPart(f.args[1]))
	}
	return w.specificationPart(f)
}

// bareSpecifications are the types of segments, written without parentheses.
var bareSpecifications = map[string]bool{
	"binary": true, "bits": true, "bitstring": true, "bytes": true, "float": true, "integer": true,
	"utf8": true, "utf16": true, "utf32": true, "signed": true, "unsigned": true, "little": true,
	"big": true, "native": true, "_": true,
}

// specificationPart writes a part of the specification behind "::". A name
// that is no type is a macro, which gets parentheses.
func (w *formatter) specificationPart(f *form) *doc {
	if f.kind == formVar || f.kind == formNamed && len(f.args) == 0 {
		if bareSpecifications[f.text] {
			return plain(f.text)
		}
		f = named(f.text, f.line)
	}
	return w.parensIfOperator(f, inParens)
}
