package syntax

import "fmt"

// closers maps the words that open something to those that close it.
var closers = map[string]string{
	"(": ")", "[": "]", "{": "}", "<<": ">>", "fn": "end", "do": "end",
}

// bracket adds a token that opens or closes something.
func (lx *lexer) bracket(k kind, text string) {
	pos := lx.pos()
	switch k {
	case tParenOpen:
		lx.checkAliasCall()
		lx.push(text)
	case tBracketOpen, tCurlyOpen, tBitOpen:
		lx.push(text)
	case tFn, tDo:
		lx.pushWord(text)
	default:
		lx.pop(text)
	}
	lx.tokens = append(lx.tokens, token{kind: k, pos: pos, text: text})
	lx.skip(len(text))
}

func (lx *lexer) push(word string) {
	lx.open = append(lx.open, opener{word, lx.line, lx.indentation})
}

// pushWord opens fn or do. One that is not indented deeper than the same word
// around it casts doubt on that one.
func (lx *lexer) pushWord(word string) {
	if n := len(lx.open); n > 0 {
		if outer := lx.open[n-1]; outer.word == word && lx.indentation <= outer.indent {
			lx.hints = append(lx.hints, outer)
		}
	}
	lx.push(word)
}

// pop closes what is open, or complains.
func (lx *lexer) pop(word string) {
	n := len(lx.open)
	if n == 0 {
		lx.failUnopened(word)
	}
	top := lx.open[n-1]
	if want := closers[top.word]; want != word {
		before := beforeToken
		if word == "end" {
			before = beforeWord
		}
		after := fmt.Sprintf(`. The "%s" at line %d is missing terminator "%s"`, top.word, top.line, want)
		lx.fail(before, word, after+lx.hint(top.word, want))
	}
	if word == "end" && top.word == "do" && lx.indentation > top.indent {
		lx.hints = append(lx.hints, opener{"end", lx.line, lx.indentation})
	}
	lx.open = lx.open[:n-1]
}

func (lx *lexer) failUnopened(word string) {
	if word != "end" {
		lx.fail(beforeToken, word, "")
	}
	f := fault{pos: lx.pos(), before: beforeWord, token: word, plain: true}
	if h, ok := lx.lastHint("end"); ok {
		f.after = fmt.Sprintf("\n\n    HINT: it looks like the \"end\" on line %d does not have a matching \"do\" "+
			"defined before it\n", h.line)
	}
	bail(f)
}

// hint names the line of an opener that probably lacks its end.
func (lx *lexer) hint(word, want string) string {
	h, ok := lx.lastHint(word)
	if !ok {
		return ""
	}
	return fmt.Sprintf("\n\n    HINT: it looks like the \"%s\" on line %d does not have a matching \"%s\"\n",
		word, h.line, want)
}

func (lx *lexer) lastHint(word string) (opener, bool) {
	for i := len(lx.hints) - 1; i >= 0; i-- {
		if lx.hints[i].word == word {
			return lx.hints[i], true
		}
	}
	return opener{}, false
}

// checkClosed complains at the end of the source about what is still open.
func (lx *lexer) checkClosed() {
	if len(lx.open) == 0 {
		return
	}
	top := lx.open[len(lx.open)-1]
	want := closers[top.word]
	message := fmt.Sprintf(`missing terminator: %s (for "%s" starting at line %d)`, want, top.word, top.line)
	lx.fail(message+lx.hint(top.word, want), "", "")
}

// checkAliasCall refuses Foo(.
func (lx *lexer) checkAliasCall() {
	if last := lx.last(); last.kind == tAlias {
		pos := Pos{lx.line, lx.column + 1}
		bail(fault{pos: pos, before: fmt.Sprintf(messageAliasCall, last.text), token: "("})
	}
}

// do adds the word do, which turns a name right before it into a call.
func (lx *lexer) do() {
	last := lx.last()
	switch last.kind {
	case tIdentifier:
		last.kind = tDoIdentifier
	case tFn:
		bail(fault{pos: lx.pos(), before: beforeWord, token: "do", after: messageDoAfterFn})
	case tComma, tSemicolon:
		bail(fault{pos: lx.pos(), before: beforeWord, token: "do", after: messageDo})
	}
	if last.kind == tEOL {
		lx.tokens = lx.tokens[:len(lx.tokens)-1]
	}
	lx.bracket(tDo, "do")
}
