package syntax

import "strings"

// This file writes operators, captures and attributes.

func isBinary(f *form) bool {
	if f.is("..//", 3) {
		return true
	}
	_, ok := binaryOperator(f.text)
	return ok && f.kind == formNamed && len(f.args) == 2
}

func isUnary(f *form) bool {
	return f.kind == formNamed && len(f.args) == 1 && isUnaryOperator(f.text)
}

// parensIfOperator writes f in parentheses if it is an operator, other than
// the reading of an attribute.
func (w *formatter) parensIfOperator(f *form, c place) *doc {
	return wrapOperator(w.form(f, c), f)
}

func wrapOperator(d *doc, f *form) *doc {
	for f.is("__block__", 1) {
		f = f.args[0]
	}
	read := f.is("@", 1) && f.args[0].kind == formVar && classify(f.args[0].text) == classIdentifier
	if (isUnary(f) || isBinary(f)) && !read {
		return parens(d)
	}
	return d
}

func (w *formatter) unary(op string, arg *form, c place) *doc {
	d := w.form(arg, c.under(inOperand))
	if !((op == "!" || op == "not") && arg.is(op, 1)) {
		d = wrapOperator(d, arg)
	}
	if op == "not" {
		op += " "
	}
	return cons(plain(op), d)
}

func (w *formatter) attribute(f *form, c place) *doc {
	words := f.kind == formAlias && (len(f.args) > 0 || strings.Contains(f.text, "."))
	switch {
	case words:
		return concat(cons(plain("@("), w.form(f, inParens)), plain(")"))
	case f.kind == formNamed && len(f.args) == 1 && classify(f.text) == classIdentifier && f.text != "__block__":
		args, wrap := w.arguments(f, c, plainUnlessMany, false)
		return wrapIf(cons(plain("@"+f.text), args), wrap)
	}
	return w.unary("@", f, c)
}

func wrapIf(d *doc, wrap bool) *doc {
	if wrap {
		return parens(d)
	}
	return d
}

func (w *formatter) capture(f *form, c place) *doc {
	d := w.captured(f, c)
	if s := render(d, unlimited); s != "" && s[0] == '&' {
		return cons(plain("& "), d)
	}
	return cons(plain("&"), d)
}

// captured writes what is captured; a name with its arity has no spaces.
func (w *formatter) captured(f *form, c place) *doc {
	if f.is("/", 2) && f.args[1].kind == formNumber && !strings.Contains(f.args[1].text, ".") {
		name, arity := f.args[0], strings.ReplaceAll(f.args[1].text, "_", "")
		switch {
		case name.kind == formRemote && len(name.args) == 0:
			target := nest(w.target(name.head), 1, always)
			return cons(target, plain("."+remoteName(name.text)+"/"+arity))
		case name.kind == formVar:
			return plain(name.text + "/" + arity)
		}
	}
	return wrapOperator(w.form(f, c), f)
}

// side is where an operand stands.
type side uint8

const (
	leftSide side = iota
	rightSide
	rootSide // the first operand of a chain
)

var pipeOperators = map[string]bool{
	"|>": true, "~>>": true, "<<~": true, "~>": true, "<~": true, "<~>": true, "<|>": true,
}

// binary writes an operator between its operands; word is how it is written.
func (w *formatter) binary(op, word string, left, right *form, c place) *doc {
	return w.binaryNested(op, word, left, right, c, 2+w.nesting)
}

func (w *formatter) binaryNested(op, word string, left, right *form, c place, nesting int) *doc {
	switch {
	case op == "|" || op == "when":
		return w.rightChain(op, left, right, c)
	case pipeOperators[op]:
		return w.pipes(op, left, right, c)
	}
	first := w.operand(left, c.under(inParens), op, leftSide, 2)
	second := w.operand(right, c.under(inOperand), op, rightSide, 0)
	switch op {
	case "..", "//":
		return cons(cons(group(first), plain(word)), group(second))
	case `\\`, "in":
		return cons(cons(group(first), plain(" "+word+" ")), group(second))
	}
	return withNextBreakFits(introduces[op] && nextFits(right), second, func(second *doc) *doc {
		rest := nest(concat(plain(" "+word), spaceBreak, group(second)), nesting, onBreak)
		return cons(group(first), group(rest))
	})
}

// introduces holds the operators whose right side may begin on their line.
var introduces = map[string]bool{
	"<-": true, "==": true, "!=": true, "=~": true, "===": true, "!==": true, "<": true, ">": true,
	"<=": true, ">=": true, "=": true, "::": true,
}

// link is an operand of a chain with the operator before it.
type link struct {
	op   string
	side side
	c    place
	f    *form
}

// rightChain writes a | b | c or a when b when c.
func (w *formatter) rightChain(op string, left, right *form, c place) *doc {
	links := []link{{"", rootSide, c.under(inParens), left}}
	within, rest := c.under(inOperand), right
	for rest.is(op, 2) {
		links = append(links, link{op, leftSide, within.under(inParens), rest.args[0]})
		within, rest = within.under(inOperand), rest.args[1]
	}
	links = append(links, link{op, rightSide, within, rest})
	d := w.chain(links)
	if right.kind == formItems && isPairs(right.args) && (c == inParens || c == inPlain) {
		return parens(d)
	}
	return d
}

func isPairs(forms []*form) bool {
	for _, f := range forms {
		if f.kind != formPair {
			return false
		}
	}
	return true
}

// pipes writes a |> b |> c, with any of the arrows.
func (w *formatter) pipes(op string, left, right *form, c place) *doc {
	links := []link{{op, rightSide, c.under(inOperand), right}}
	within := c.under(inParens)
	for left.kind == formNamed && len(left.args) == 2 && pipeOperators[left.text] {
		links = append(links, link{left.text, rightSide, within.under(inOperand), left.args[1]})
		within, left = within.under(inParens), left.args[0]
	}
	links = append(links, link{"", rootSide, within, left})
	for i, j := 0, len(links)-1; i < j; i, j = i+1, j-1 {
		links[i], links[j] = links[j], links[i]
	}
	return w.chain(links)
}

func (w *formatter) chain(links []link) *doc {
	docs := make([]*doc, len(links))
	for i, l := range links {
		docs[i] = group(w.link(l, links[len(links)-1].op))
	}
	return fold(docs, spaceBreak)
}

// link writes an operand of a chain of op.
func (w *formatter) link(l link, op string) *doc {
	if l.side == rootSide {
		return w.operand(l.f, l.c, op, leftSide, 2)
	}
	d := w.operand(l.f, l.c, l.op, l.side, 0)
	if !pipeOperators[l.op] {
		d = nest(d, len(l.op)+1, always)
		if l.f.kind == formItems && onLines(l.f.args) {
			d = forceUnfit(d)
		}
	}
	return cons(plain(l.op+" "), d)
}

// operand writes an operand, in parentheses if the operator around it would
// take it apart, or if most people could not tell.
func (w *formatter) operand(f *form, c place, parent string, s side, nesting int) *doc {
	if f.is("__block__", 1) && parent == "in" && s == leftSide {
		if inner := f.args[0]; inner.is("not", 1) || inner.is("!", 1) {
			return parens(w.unary(inner.text, inner.args[0], c))
		}
	}
	outer, _ := binaryOperator(parent)
	if f.is("..//", 3) || !isBinary(f) {
		d := w.form(f, c)
		if f.is("&", 1) && (s == leftSide || !outer.right && outer.level > levelCapture) {
			return parens(d)
		}
		return d
	}
	inner, _ := binaryOperator(f.text)
	towards := (s == rightSide) == outer.right
	switch {
	case outer.level == inner.level && towards && (s == leftSide || f.text == parent):
		return w.binaryNested(f.text, f.text, f.args[0], f.args[1], c, nesting)
	case needsParens(parent, f.text), outer.level > inner.level, outer.level == inner.level && !towards:
		return parens(w.binaryNested(f.text, f.text, f.args[0], f.args[1], c, 2))
	}
	return w.binaryNested(f.text, f.text, f.args[0], f.args[1], c, 2)
}

// unclear holds the operators whose operands have parentheses whatever binds
// tighter.
var unclear = map[string]bool{
	"|>": true, "<<<": true, ">>>": true, "<~": true, "~>": true, "<<~": true, "~>>": true,
	"<~>": true, "<|>": true, "^^^": true, "+++": true, "---": true, "in": true, "++": true,
	"--": true, "..": true, "<>": true,
}

var logical = map[string]bool{
	"||": true, "|||": true, "or": true, "&&": true, "&&&": true, "and": true,
}

func needsParens(parent, op string) bool {
	return unclear[parent] && op != ".." && op != "//" || logical[op] && logical[parent]
}
