package syntax

import "strings"

// operators by length, the longest first, so that the first match is the
// right one.
var operators = [...]map[string]kind{
	3: {
		"~~~": tUnaryOp, "===": tCompOp, "!==": tCompOp, "&&&": tAndOp, "|||": tOrOp, "^^^": tXorOp,
		"+++": tConcatOp, "---": tConcatOp, "<<<": tArrowOp, ">>>": tArrowOp, "~>>": tArrowOp,
		"<<~": tArrowOp, "<~>": tArrowOp, "<|>": tArrowOp,
	},
	2: {
		"**": tPowerOp, "..": tRangeOp, "++": tConcatOp, "--": tConcatOp, "<>": tConcatOp,
		"|>": tArrowOp, "~>": tArrowOp, "<~": tArrowOp, "==": tCompOp, "=~": tCompOp, "!=": tCompOp,
		"<=": tRelOp, ">=": tRelOp, "&&": tAndOp, "||": tOrOp, "<-": tInMatchOp, `\\`: tInMatchOp,
		"::": tTypeOp, "->": tStabOp,
	},
	1: {
		"@": tAtOp, "!": tUnaryOp, "^": tUnaryOp, "<": tRelOp, ">": tRelOp, "+": tDualOp, "-": tDualOp,
		"*": tMultOp, "/": tMultOp, "=": tMatchOp, "|": tPipeOp,
	},
}

// brackets that need no look around.
var brackets = map[string]kind{
	"<<": tBitOpen, ">>": tBitClose, "(": tParenOpen, ")": tParenClose, "[": tBracketOpen,
	"]": tBracketClose, "{": tCurlyOpen, "}": tCurlyClose,
}

// ahead returns the text of the n runes ahead.
func (lx *lexer) ahead(n int) string {
	return string(lx.src[lx.at:min(lx.at+n, len(lx.src))])
}

// operatorOrBracket lexes punctuation. It reports false if there is none.
func (lx *lexer) operatorOrBracket() bool {
	switch c := lx.peek(0); {
	case c > '~' || isLetter(c) || c == '_':
		return false
	case lx.ellipsis() || lx.assoc():
	case lx.operator(3):
	case c == ',':
		lx.add(tComma, ",", 1)
	case lx.bracketOf(2) || lx.bracketOf(1):
	case lx.has("//"):
		lx.join(token{kind: tTernaryOp, pos: lx.pos(), text: "//"})
		lx.skip(2)
	case lx.operator(2):
	case c == '&':
		lx.capture()
	case lx.operator(1):
	case c == '%':
		lx.percent()
	case c == '.':
		lx.dot()
	default:
		return false
	}
	return true
}

func (lx *lexer) bracketOf(n int) bool {
	text := lx.ahead(n)
	k, ok := brackets[text]
	if ok {
		lx.bracket(k, text)
	}
	return ok
}

// ellipsis lexes the name "..." and the name "..//" in front of its arity.
func (lx *lexer) ellipsis() bool {
	switch {
	case lx.has("..."):
		lx.warnRepeated("...")
		lx.add(lx.identifierKind(3), "...", 3)
	case lx.has("..//"):
		if lx.peek(4+lx.blanks(4)) != '/' {
			lx.unexpectedRune()
		}
		lx.add(tIdentifier, "..//", 4)
	default:
		return false
	}
	return true
}

func (lx *lexer) assoc() bool {
	if !lx.has("=>") {
		return false
	}
	lx.join(token{kind: tAssocOp, pos: lx.pos(), text: "=>"})
	lx.skip(2)
	return true
}

// operator lexes an operator of n runes.
func (lx *lexer) operator(n int) bool {
	text := lx.ahead(n)
	k, ok := operators[n][text]
	if !ok {
		return false
	}
	if strings.Contains("&&& ||| ^^^ +++ ---", text) && n == 3 {
		lx.warnRepeated(text)
	}
	switch {
	case lx.peek(n) == ':' && isSpace(lx.peek(n+1)):
		lx.add(tKeyword, text, n+1)
	case lx.peek(n+lx.blanks(n)) == '/':
		lx.add(tIdentifier, text, n)
	case k == tUnaryOp || k == tAtOp || k == tDualOp:
		lx.add(k, text, n)
		lx.skip(lx.blanks(0))
	default:
		lx.warnDeprecated(text)
		lx.join(token{kind: k, pos: lx.pos(), text: text})
		lx.skip(n)
		lx.skip(lx.blanks(0))
	}
	return true
}

func (lx *lexer) warnRepeated(text string) {
	n := len(text)
	if lx.peek(n) != rune(text[0]) {
		return
	}
	advice := `please use a space between "` + text + `" and the next "` + text[:1] + `"`
	if text == "..." {
		advice = `please use parens around "..." instead`
	}
	lx.warn(lx.pos(), `found "%s" followed by "%s", %s`, text, text[:1], advice)
}

func (lx *lexer) warnDeprecated(op string) {
	switch op {
	case "^^^":
		lx.warn(lx.pos(), "%s", messageXor)
	case "<|>":
		lx.warn(lx.pos(), "<|> is deprecated. Use another pipe-like operator")
	}
}

// capture lexes &, which before an arity is a name: &&/2 takes the second one
// for a name.
func (lx *lexer) capture() {
	k := tCaptureOp
	if n := 1 + lx.blanks(1); lx.peek(n) == '/' && lx.peek(n+1+lx.blanks(n+1)) != '/' {
		k = tIdentifier
	}
	lx.add(k, "&", 1)
}

func (lx *lexer) percent() {
	switch lx.peek(1) {
	case '(', '[':
		lx.fail("expected %{ to define a map, got: ", "%"+string(lx.peek(1)), "")
	case '{':
		lx.add(tPercentMap, "%{}", 1)
	default:
		lx.add(tPercent, "%", 1)
	}
}

// dot lexes a dot and, if it is no ordinary name, what is called by it.
func (lx *lexer) dot() {
	pos := lx.pos()
	lx.skip(1)
	lx.afterDot()
	c := lx.peek(0)
	if c == '(' {
		lx.join(token{kind: tDotCall, pos: pos, text: "."})
		return
	}
	if c == '"' || c == '\'' {
		lx.quotedCall(pos, c)
		return
	}
	lx.join(token{kind: tDot, pos: pos, text: "."})
	for n := 3; n > 0; n-- {
		k, ok := operators[n][lx.ahead(n)]
		if ok && k != tStabOp || n == 1 && c == '&' {
			lx.add(lx.identifierKind(n), lx.ahead(n), n)
			return
		}
	}
}

// afterDot skips blanks, comments and newlines.
func (lx *lexer) afterDot() {
	for {
		lx.skip(lx.blanks(0))
		switch {
		case lx.has("\n"):
			lx.at++
			lx.line, lx.column = lx.line+1, 1
		case lx.has("\r\n"):
			lx.at += 2
			lx.line, lx.column = lx.line+1, 1
		case lx.has("#"):
			handles := lx.opts.Handles
			lx.opts.Handles = false
			lx.comment()
			lx.opts.Handles, lx.column = handles, 1
		default:
			return
		}
	}
}

// identifierKind tells by the rune n places ahead what kind of name ends
// there.
func (lx *lexer) identifierKind(n int) kind {
	switch lx.peek(n) {
	case '(':
		return tParenIdentifier
	case '[':
		return tBracketIdentifier
	}
	return tIdentifier
}
