package syntax

// This file writes calls, their arguments and do blocks.

// parenthesis says when the arguments of a call have no parentheses.
type parenthesis uint8

const (
	plainIfDo       parenthesis = iota // if there are arguments and a do block
	plainIfOnlyDo                      // if there is nothing but a do block
	plainUnlessMany                    // if it is no argument itself, one of many
	neverPlain
)

func (w *formatter) call(f *form, c place) *doc {
	switch f.kind {
	case formAccess:
		return w.access(f)
	case formFun:
		target := cons(w.target(f.head), plain("."))
		return w.applied(target, f, c, plainIfDo)
	case formApply:
		return w.applied(w.form(f.head, inPlain), f, c, neverPlain)
	case formRemote:
		return w.remote(f, c)
	}
	how := plainIfDo
	switch {
	case f.closing:
		how = plainIfOnlyDo
	case withoutParens(f.text, len(f.args)):
		how = plainUnlessMany
	}
	return w.applied(plain(f.text), f, c, how)
}

// applied writes the arguments of f behind what is called.
func (w *formatter) applied(head *doc, f *form, c place, how parenthesis) *doc {
	args, wrap := w.arguments(f, c, how, true)
	return wrapIf(cons(head, args), wrap)
}

func (w *formatter) remote(f *form, c place) *doc {
	target := w.target(f.head)
	if f.text == "{}" {
		args := surround(plain("{"), commas(f.args, lastPlain, spaceBreak, w.inParens), "}")
		return cons(cons(target, plain(".")), args)
	}
	head := cons(cons(target, plain(".")), plain(remoteName(f.text)))
	if len(f.args) == 0 && !f.closing && !isModule(f.head) {
		return head
	}
	return w.applied(head, f, c, plainIfDo)
}

func isModule(f *form) bool {
	return f.kind == formAlias || f.kind == formAtom || f.kind == formVar && f.text == "__MODULE__"
}

// target writes what stands before a dot or a bracket.
func (w *formatter) target(f *form) *doc {
	if f.kind == formNamed && f.text == "fn" && len(f.args) > 0 {
		return parens(w.form(f, inPlain))
	}
	return w.parensIfOperator(f, inPlain)
}

func (w *formatter) access(f *form) *doc {
	key := f.args[1:]
	if f.args[1].kind == formItems && isPairs(f.args[1].args) {
		key = f.args[1].args
	}
	return cons(w.target(f.args[0]), w.list(key))
}

// arguments writes the arguments of a call. It reports whether the call needs
// parentheses around it, because of its do block. Keywords at the end of the
// arguments lose their brackets if spread is set.
func (w *formatter) arguments(f *form, c place, how parenthesis, spread bool) (d *doc, wrap bool) {
	switch {
	case len(f.args) == 0:
		return plain("()"), false
	case !f.do:
		alone := c == inBlock || c == inOperand || c == inPlainAlone || c == inParensAlone
		return w.argumentsWithoutDo(f.args, how == plainUnlessMany && alone, spread, nil), false
	}
	last := len(f.args) - 1
	switch {
	case last > 0:
		without := how != neverPlain && how != plainIfOnlyDo
		d = w.argumentsWithoutDo(f.args[:last], without, spread, plain(" do"))
	case how == neverPlain:
		d = plain("() do")
	default:
		d = plain(" do")
	}
	d = concat(cons(d, w.sections(f.args[last].args)), lineEnd, plain("end"))
	return forceUnfit(d), c == inPlain || c == inPlainAlone
}

// sections writes a do block from behind its do up to its end.
func (w *formatter) sections(pairs []*form) *doc {
	var out *doc
	for i, p := range pairs {
		var key *doc
		if i > 0 {
			key = plain(p.args[0].text)
		}
		if body := w.clauses(p.args[1]); body != nil {
			key = nest(concat(key, lineEnd, body), 2, always)
		}
		if i == 0 {
			out = key
		} else {
			out = concat(out, lineEnd, key)
		}
	}
	return out
}

// argumentList is arguments in the course of being written.
type argumentList struct {
	args     []*form // all of them, keywords at the end taken apart
	left     []*form // those before the keywords
	keywords []*form // the keywords at the end, if there are others before
	plain    bool    // without parentheses
	place    place
}

// argumentsWithoutDo writes arguments that are no do block, with extra behind them.
func (w *formatter) argumentsWithoutDo(args []*form, without, spread bool, extra *doc) *doc {
	l := argumentList{plain: without, place: inParens}
	if without {
		l.place = inPlain
	}
	last := len(args) - 1
	l.left = args[:last]
	keywords, isKeywords := keywordsOf(args[last], spread)
	switch {
	case isKeywords:
		l.args = append(l.left[:last:last], keywords...)
	default:
		l.args = args
		if last == 0 && without {
			l.place = inPlainAlone
		} else if last == 0 {
			l.place = inParensAlone
		}
	}
	if isKeywords && last > 0 && !hasGenerator(l.args) {
		l.keywords = keywords
		return w.withKeywords(l, extra)
	}
	return w.withoutKeywords(l, !isKeywords && nextFits(args[last]), extra)
}

// keywordsOf returns the elements of a keyword list at the end of arguments.
func keywordsOf(f *form, spread bool) ([]*form, bool) {
	switch {
	case f.kind == formItems && len(f.args) > 0:
		return f.args, isPairs(f.args)
	case f.kind == formList && len(f.args) > 0 && spread && isPairs(f.args):
		return f.args, true
	}
	return nil, false
}

func hasGenerator(args []*form) bool {
	for _, a := range args {
		if a.is("<-", 2) {
			return true
		}
	}
	return false
}

// separator is the one between arguments: a line end if each of them was
// written on a line of its own.
func separator(args []*form) *doc {
	if onLines(args) {
		return lineEnd
	}
	return spaceBreak
}

func (w *formatter) withoutKeywords(l argumentList, fits bool, extra *doc) *doc {
	sep := separator(l.args)
	fits = fits && sep != lineEnd
	mode := lastPlain
	if fits {
		mode = lastFits
	}
	d := ungroup(commas(l.args, mode, sep, func(f *form) *doc { return w.form(f, l.place) }))
	if l.plain {
		d = nest(d, 0, atCursorOnBreak)
		d = group(cons(cons(plain(" "), d), extra))
	} else {
		d = bracketed(cons(nest(d, 2, onBreak), softBreak), extra)
	}
	if fits {
		return nextBreakFits(d, disabled)
	}
	return d
}

// bracketed puts arguments in parentheses, with extra behind them.
func bracketed(args, extra *doc) *doc {
	open := nest(cons(plain("("), softBreak), 2, onBreak)
	return group(cons(cons(cons(open, args), plain(")")), extra))
}

func (w *formatter) withKeywords(l argumentList, extra *doc) *doc {
	write := func(f *form) *doc { return w.form(f, l.place) }
	left := commas(l.left, lastComma, separator(l.left), write)
	sep := spaceBreak
	if onLines(l.keywords) || onLines(l.args) {
		sep = lineEnd
	}
	right := cons(sep, commas(l.keywords, lastPlain, sep, write))
	var d *doc
	if l.plain {
		inner := cons(left, nextBreakFits(groupInherit(right), enabled))
		d = nest(inner, 0, atCursorOnBreak)
		d = group(cons(nest(cons(plain(" "), d), 2, always), extra))
	} else {
		right = groupInherit(cons(nest(right, 2, onBreak), softBreak))
		d = bracketed(cons(nest(left, 2, onBreak), nextBreakFits(right, enabled)), extra)
	}
	return nextBreakFits(d, disabled)
}

// onLines reports whether arguments were written on several lines, no two of
// them on the same.
func onLines(args []*form) bool {
	seen := map[int]bool{}
	for _, a := range args {
		line := firstLine(a)
		if line == 0 {
			continue
		}
		if seen[line] {
			return false
		}
		seen[line] = true
	}
	return len(seen) > 1
}

func firstLine(f *form) int {
	for (f.kind == formPair || f.kind == formItems) && len(f.args) > 0 {
		f = f.args[0]
	}
	return f.line
}
