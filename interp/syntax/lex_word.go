package syntax

import (
	"fmt"
	"strings"
	"unicode"
)

// name is an identifier or alias as found in the source.
type name struct {
	text  string
	width int  // in runes
	alias bool // starts with an upper case letter
	ascii bool
	at    bool // has an @ inside
	mark  bool // ends with ! or ?
}

// scanName reads the name n places ahead.
func (lx *lexer) scanName(n int) (name, bool) {
	c := lx.peek(n)
	if !isNameStart(c) {
		return name{}, false
	}
	nm := name{alias: unicode.IsUpper(c), ascii: c < 128}
	start := n
	for n++; ; n++ {
		c = lx.peek(n)
		if c == '!' || c == '?' {
			nm.mark = true
			n++
			break
		}
		nm.at = nm.at || c == '@'
		if c != '@' && !isNamePart(c) {
			break
		}
		nm.ascii = nm.ascii && c < 128
	}
	nm.text = string(lx.src[lx.at+start : lx.at+n])
	nm.width = n - start
	return nm, true
}

func isNameStart(c rune) bool {
	return isLetter(c) || c == '_' || c >= 128 && unicode.IsLetter(c) && !unicode.IsTitle(c) && !isVariant(c)
}

func isNamePart(c rune) bool {
	return isNameStart(c) || isDigit(c) || c >= 128 && unicode.In(c, unicode.Mn, unicode.Mc, unicode.Nd, unicode.Pc)
}

// isVariant reports whether c is a letter only in its form: a ligature, a wide
// or a mathematical letter. Unicode normalises these, so that no name may
// have them.
func isVariant(c rune) bool {
	for _, r := range variants {
		if c >= r[0] && c <= r[1] {
			return true
		}
	}
	return false
}

var variants = [...][2]rune{
	{0xaa, 0xaa}, {0xba, 0xba}, {0x132, 0x133}, {0x13f, 0x140}, {0x149, 0x149}, {0x17f, 0x17f},
	{0x1c4, 0x1cc}, {0x1f1, 0x1f3}, {0x2b0, 0x2b8}, {0x2e0, 0x2e4}, {0x1d2c, 0x1d6a}, {0x2071, 0x209c},
	{0x2100, 0x214f}, {0x3131, 0x318e}, {0xf900, 0xfdff}, {0xfe70, 0xfeff}, {0xff00, 0xffef},
	{0x1d400, 0x1d7ff}, {0x1ee00, 0x1eeff},
}

// word lexes a keyword, an identifier, an alias or a key.
func (lx *lexer) word() {
	nm, ok := lx.scanName(0)
	if !ok {
		lx.unexpectedRune()
	}
	lx.checkAfter(nm, 0)
	after, next := lx.peek(nm.width), lx.peek(nm.width+1)
	if lx.reserved(nm, after == ':' && next != ':') {
		return
	}
	switch {
	case after == ':' && isSpace(next):
		lx.add(tKeyword, nm.text, nm.width+1)
	case after == ':' && next != ':' && next != end:
		lx.fail("keyword argument must be followed by space after: ", nm.text+":", "")
	case nm.at:
		lx.fail(invalidCharacter('@', nm.kindName()), nm.text, "")
	case nm.text == "__aliases__" || nm.text == "__block__":
		lx.fail("reserved token: ", nm.text, "")
	case nm.alias && lx.peek(0) > 127:
		lx.unexpectedRune()
	case nm.alias:
		lx.alias(nm)
	default:
		lx.warnBang("identifier", "", nm)
		lx.add(lx.identifierKind(nm.width), nm.text, nm.width)
	}
}

// checkAfter refuses a rune behind nm, which is n places ahead, that is
// neither part of a name nor ASCII.
func (lx *lexer) checkAfter(nm name, n int) {
	if n += nm.width; !nm.mark && lx.peek(n) > 127 {
		lx.skip(n)
		lx.unexpectedRune()
	}
}

func (nm name) kindName() string {
	if nm.alias {
		return "alias"
	}
	return "identifier"
}

func (lx *lexer) alias(nm name) {
	if !nm.ascii || nm.mark {
		bad := strings.IndexFunc(nm.text, func(c rune) bool { return c < 'A' || c > 127 })
		c := []rune(nm.text[bad:])[0]
		lx.fail(invalidCharacter(c, "alias (only ASCII characters, without punctuation, are allowed)"), nm.text, "")
	}
	lx.add(tAlias, nm.text, nm.width)
}

func invalidCharacter(c rune, where string) string {
	return fmt.Sprintf(`invalid character "%c" (code point U+%s) in %s: `, c, codePoint(c), where)
}

// warnBang warns of f!=1, which could mean two things.
func (lx *lexer) warnBang(what, prefix string, nm name) {
	if !nm.mark || lx.peek(len(prefix)+nm.width) != '=' {
		return
	}
	text := prefix + nm.text
	head, tail := text[:len(text)-1], text[len(text)-1:]
	lx.warn(lx.pos(), messageBang, what, text, tail, head, tail, text, tail)
}

var operatorWords = map[string]kind{
	"not": tUnaryOp, "and": tAndOp, "or": tOrOp, "when": tWhenOp, "in": tInOp,
}

// reserved lexes a word of the language. It reports false if nm is none, or is
// a key or a name after a dot.
func (lx *lexer) reserved(nm name, key bool) bool {
	if key || lx.last().kind == tDot {
		return false
	}
	switch nm.text {
	case "fn":
		lx.bracket(tFn, nm.text)
	case "end":
		lx.bracket(tEndWord, nm.text)
	case "do":
		lx.do()
	case "true", "false", "nil":
		lx.add(tLiteral, nm.text, nm.width)
	case "else", "rescue", "catch", "after":
		lx.add(tBlock, nm.text, nm.width)
	default:
		k, ok := operatorWords[nm.text]
		if ok {
			lx.operatorWord(k, nm)
		}
		return ok
	}
	return true
}

func (lx *lexer) operatorWord(k kind, nm name) {
	last := lx.last()
	t := token{kind: k, pos: lx.pos(), text: nm.text}
	switch {
	case lx.peek(nm.width+lx.blanks(nm.width)) == '/':
		t.kind = tIdentifier
		lx.tokens = append(lx.tokens, t)
	case k == tInOp && last.kind == tUnaryOp && last.text == "not":
		t.pos, t.text = last.pos, "not in"
		lx.tokens = lx.tokens[:len(lx.tokens)-1]
		lx.join(t)
	case k == tUnaryOp:
		lx.tokens = append(lx.tokens, t)
	default:
		lx.join(t)
	}
	lx.skip(nm.width)
}

// punctuated are the keys and atoms made of punctuation that is no operator.
var punctuated = []string{"...", "<<>>", "%{}", "%", "{}", "..//", "&", "."}

// atomStart lexes :atom and the keys of punctuation.
func (lx *lexer) atomStart(c rune) bool {
	if c != ':' {
		return lx.punctuationKey()
	}
	switch next := lx.peek(1); {
	case next == '"' || next == '\'':
		lx.quotedAtom(next)
		return true
	case lx.operatorAtom():
		return true
	case next == ':':
		return false
	}
	nm, ok := lx.scanName(1)
	if !ok {
		lx.unexpectedRune()
	}
	lx.checkAfter(nm, 1)
	lx.warnBang("atom", ":", nm)
	lx.add(tAtom, nm.text, nm.width+1)
	return true
}

func (lx *lexer) punctuationKey() bool {
	for _, p := range punctuated {
		if n := len(p); lx.has(p) && lx.peek(n) == ':' && isSpace(lx.peek(n+1)) {
			lx.add(tKeyword, p, n+1)
			return true
		}
	}
	return false
}

// operatorAtom lexes :+ and its like.
func (lx *lexer) operatorAtom() bool {
	if lx.has(":::") {
		lx.warn(lx.pos(), "%s", messageColons)
		lx.add(tAtom, "::", 3)
		return true
	}
	lx.at++
	text := lx.punctuationName()
	lx.at--
	if text == "" {
		return false
	}
	lx.add(tAtom, text, 1+len(text))
	return true
}

// punctuationName returns the longest name made of punctuation ahead.
func (lx *lexer) punctuationName() string {
	for _, p := range punctuated[:6] {
		if lx.has(p) {
			return p
		}
	}
	for n := 3; n > 0; n-- {
		text := lx.ahead(n)
		if _, ok := operators[n][text]; ok && text != "::" {
			return text
		}
		if n == 1 && (text == "&" || text == ".") {
			return text
		}
	}
	return ""
}
