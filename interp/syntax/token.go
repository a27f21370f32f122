package syntax

import (
	"fmt"
	"strconv"
	"strings"
)

// kind is the class of a token: what the grammar knows of it.
type kind uint8

const (
	tEnd kind = iota // after the last token
	tEOL
	tSemicolon
	tComma
	tInt
	tFloat
	tChar
	tAtom
	tAtomQuoted // :"two words"
	tAtomParts  // :"a#{b}"
	tString
	tCharlist
	tStringHeredoc
	tCharlistHeredoc
	tSigil
	tHandle
	tAlias
	tIdentifier
	tParenIdentifier   // directly before (
	tBracketIdentifier // directly before [
	tDoIdentifier      // before do
	tOpIdentifier      // before a sign that belongs to the operand: f -1
	tKeyword           // key:
	tKeywordParts      // "a#{b}":
	tLiteral           // true, false, nil
	tFn
	tDo
	tEndWord
	tBlock // else, rescue, catch, after
	tParenOpen
	tParenClose
	tBracketOpen
	tBracketClose
	tCurlyOpen
	tCurlyClose
	tBitOpen
	tBitClose
	tPercent    // % before a struct's name
	tPercentMap // % of %{
	tDot
	tDotCall // . of f.(

	tCaptureOp
	tAtOp
	tUnaryOp
	tDualOp
	tTernaryOp
	tStabOp
	tAssocOp
	tInMatchOp
	tWhenOp
	tTypeOp
	tPipeOp
	tMatchOp
	tOrOp
	tAndOp
	tCompOp
	tRelOp
	tArrowOp
	tInOp
	tXorOp
	tConcatOp
	tRangeOp
	tMultOp
	tPowerOp
)

// token is a word of the source. Text is its name, its operator, or for
// numbers and characters how it was written.
type token struct {
	kind   kind
	pos    Pos
	text   string
	lit    Node    // the value of a number, character or handle
	pieces []piece // of string-like tokens
	sigil  *sigil
	indent int  // of heredocs
	more   bool // at least one line ended here, for the eol inside of comma
}

// piece is a part of a string-like token: text, or the tokens of a #{...}.
type piece struct {
	text   string
	tokens []token
	expr   bool
	pos    Pos
	end    Pos
}

// sigil is what a sigil token has more than a string.
type sigil struct {
	name      byte
	modifiers string
	delimiter string
}

// precedence of an operator between operands; a higher one binds tighter.
type precedence struct {
	level int
	right bool
}

const (
	levelCapture = 90
	levelUnary   = 300
	levelDot     = 310
	levelAt      = 320
)

// levelPipe is the level of |, which ends the base of a map update.
const levelPipe = 70

// binary holds the operators that stand between operands.
var binary = map[kind]precedence{
	tInMatchOp: {40, false},
	tWhenOp:    {50, true},
	tTypeOp:    {60, true},
	tPipeOp:    {levelPipe, true},
	tMatchOp:   {100, true},
	tOrOp:      {120, false},
	tAndOp:     {130, false},
	tCompOp:    {140, false},
	tRelOp:     {150, false},
	tArrowOp:   {160, false},
	tInOp:      {170, false},
	tXorOp:     {180, false},
	tTernaryOp: {190, true},
	tConcatOp:  {200, true},
	tRangeOp:   {200, true},
	tDualOp:    {210, false},
	tMultOp:    {220, false},
	tPowerOp:   {230, false},
}

// erlang renders the token as the parser of Elixir does in its messages.
func (t token) erlang() string {
	switch t.kind {
	case tEnd:
		return ""
	case tInt, tFloat:
		return `"` + t.text + `"`
	case tChar:
		return erlangChar(t.lit.(*Int).Value)
	case tString, tCharlist, tAtomParts, tKeywordParts:
		return erlangPieces(t.pieces)
	case tStringHeredoc, tCharlistHeredoc:
		return t.erlangHeredoc()
	case tSigil:
		return t.erlangSigil()
	case tEOL:
		return "eol"
	}
	return erlangAtom(t.text)
}

// erlangPieces renders a string by its first part.
func erlangPieces(pieces []piece) string {
	if len(pieces) == 0 || pieces[0].expr {
		return `"`
	}
	return `"` + pieces[0].text + `"`
}

// erlangHeredoc renders a heredoc as the raw token it is to Elixir.
func (t token) erlangHeredoc() string {
	name := "bin_heredoc"
	if t.kind == tCharlistHeredoc {
		name = "list_heredoc"
	}
	text := ""
	if len(t.pieces) > 0 {
		text = strings.NewReplacer(`\`, `\\`, `"`, `\"`, "\n", `\n`).Replace(t.pieces[0].text)
	}
	return fmt.Sprintf(`{%s,{%d,%d,nil},%d,[<<"%s">>]}`, name, t.pos.Line, t.pos.Column, t.indent, text)
}

func (t token) erlangSigil() string {
	content := ""
	if len(t.pieces) > 0 && !t.pieces[0].expr {
		content = t.pieces[0].text
	}
	return fmt.Sprintf("sigil ~%c starting with content '%s'", t.sigil.name, content)
}

func erlangChar(r int64) string {
	escapes := map[int64]string{
		'\n': `\n`, '\t': `\t`, '\r': `\r`, '\v': `\v`, '\b': `\b`, '\f': `\f`,
		27: `\e`, 127: `\d`, '\\': `\\`, ' ': `\s`,
	}
	if e, ok := escapes[r]; ok {
		return "$" + e
	}
	if r < ' ' {
		return "$\\" + strconv.FormatInt(r, 8)
	}
	return "$" + string(rune(r))
}

// erlangAtom quotes a name as Erlang would.
func erlangAtom(name string) string {
	if erlangBare(name) {
		return name
	}
	quoted := strings.NewReplacer(`\`, `\\`, `'`, `\'`, "\n", `\n`).Replace(name)
	return "'" + quoted + "'"
}

func erlangBare(name string) bool {
	for i, r := range name {
		lower := r >= 'a' && r <= 'z' || r >= 0xdf && r <= 0xff && r != 0xf7
		other := r >= 'A' && r <= 'Z' || r >= '0' && r <= '9' || r == '_' || r == '@' ||
			r >= 0xc0 && r <= 0xde && r != 0xd7
		if !lower && (i == 0 || !other) {
			return false
		}
	}
	return name != "" && !erlangReserved[name]
}

var erlangReserved = map[string]bool{
	"after": true, "and": true, "andalso": true, "band": true, "begin": true,
	"bnot": true, "bor": true, "bsl": true, "bsr": true, "bxor": true,
	"case": true, "catch": true, "cond": true, "div": true, "end": true,
	"fun": true, "if": true, "let": true, "not": true, "of": true, "or": true,
	"orelse": true, "receive": true, "rem": true, "try": true, "when": true,
	"xor": true,
}
