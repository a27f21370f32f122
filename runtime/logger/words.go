package logger

import (
	"strings"

	"gex/runtime/exception"
	"gex/runtime/inspect"
	"gex/runtime/term"
)

// Words are the text of a report as Erlang words it: what stands before each
// of its terms, and at the end.
type Words struct {
	Texts []string
	Terms []term.Term
	// Whole is how many of the first terms a depth, but not a limit of
	// characters, leaves whole.
	Whole int
}

// Layout says how the terms of a text are laid out.
type Layout struct {
	// SingleLine keeps terms on one line, and some reports are shorter.
	SingleLine bool
	// Depth is where terms are cut off; 0 shows all of them.
	Depth int
	// Chars is about how many characters the text may have, so that terms are
	// cut off; 0 is no limit.
	Chars int
}

// LayoutOf returns the layout that the options of a report's callback ask for:
// single_line, depth and chars_limit.
func LayoutOf(options *term.Map) Layout {
	single, _ := options.Get(term.Atom("single_line"))
	depth, _ := options.Get(term.Atom("depth"))
	n, _ := depth.(term.Int)
	l := Layout{SingleLine: single == term.Term(term.True), Depth: int(n)}
	limit, _ := options.Get(term.Atom("chars_limit"))
	if chars, ok := limit.(term.Int); ok {
		l.Chars = max(int(chars), 1) // the words alone are more than one
	}
	return l
}

// share divides the characters of the layout among terms.
func (l Layout) share(terms int) inspect.Share {
	if l.Chars == 0 {
		return inspect.Share{Chars: -1, Terms: terms}
	}
	return inspect.Share{Chars: l.Chars, Terms: terms}
}

// style is how the layout shows a term in so many characters.
func (l Layout) style(chars int) inspect.ErlangStyle {
	if l.Depth == 0 {
		return inspect.ErlangStyle{}.Within(-1, chars)
	}
	return inspect.ErlangStyle{}.Within(l.Depth, chars)
}

// Text is the text of the words.
func (w Words) Text(l Layout) string {
	share := l.share(len(w.Terms))
	for _, text := range w.Texts {
		share.Text(text)
	}
	text := inspect.ErlangText(w.Texts[0])
	for i, t := range w.Terms {
		before := len(text)
		if c, ok := t.(chars); ok {
			share.Next()
			text = text.Text(c.text)
			share.Text(c.text)
			text = text.Text(w.Texts[i+1])
			continue
		}
		depth := l.Depth
		if i < w.Whole {
			depth = 0
		}
		style := Layout{Depth: depth}.style(share.Next())
		if l.SingleLine {
			text = text.Text(style.Line(t))
		} else {
			text = text.Styled(t, style)
		}
		share.Text(string(text[before:]))
		text = text.Text(w.Texts[i+1])
	}
	return string(text)
}

// Format is the format of the words, with a directive for each term, and its
// arguments; with a depth other than 0 that is one, too, behind each term that
// it may cut.
func (w Words) Format(depth int) (format string, arguments []term.Term) {
	var b strings.Builder
	b.WriteString(w.Texts[0])
	for i, t := range w.Terms {
		directive := "~tp"
		c, isChars := t.(chars)
		if isChars {
			t = c.Term
		}
		arguments = append(arguments, t)
		switch {
		case isChars:
			directive = "~ts"
		case i < w.Whole:
			directive = "~p"
		case depth > 0:
			directive = "~tP"
			arguments = append(arguments, term.Int(depth))
		}
		b.WriteString(directive + w.Texts[i+1])
	}
	return b.String(), arguments
}

// erlangWords returns the words of the reports that are a text with terms in
// it.
func erlangWords(r Report, single bool) Words {
	switch r := r.(type) {
	case HandlerTerminated:
		return HandlerWords(r, single)
	case NoHandleInfo:
		return NoHandleInfoWords(r.Module, r.Message, single)
	case ServerTerminated:
		return serverWords(r, single)
	case TaskTerminated:
		return Words{[]string{"** Task ", " terminating\n** Started from ", "\n** When function  == ", "\n**      arguments == ",
			"\n** Reason for termination == \n** ", "\n"}, []term.Term{r.Starter, r.Name, r.Function, r.Args, r.Reason}, 0}
	case GenEventHandlerTerminated:
		return HandlerWords(HandlerTerminated(r), false)
	case ProcessRaised:
		return Words{[]string{"Error in process ", " with exit value:\n", "\n"}, []term.Term{r.PID, exception.ExitReason(r.Exception)}, 0}
	case UnexpectedMessage:
		return Words{[]string{"", " ", " received unexpected message in handle_info/2: ", "\n"}, []term.Term{r.Module, r.Name, r.Message}, 0}
	case BadDebugOptions:
		return Words{[]string{"", ": ignoring erroneous debug options - ", "\n"}, []term.Term{r.Name, r.Options}, 0}
	case ApplicationExited:
		return ReportWords(r.fields(), single)
	}
	return Words{Texts: []string{""}}
}

// HandlerWords are the words of gen_event for a handler that crashed.
func HandlerWords(r HandlerTerminated, single bool) Words {
	terms := []term.Term{r.Handler, r.Name, r.LastMessage, r.State, r.Reason}
	if single {
		return Words{[]string{"Generic event handler ", " crashed. Installed: ", ". Last event: ", ". State: ", ". Reason: ", "."}, terms, 0}
	}
	return Words{[]string{"** gen_event handler ", " crashed.\n** Was installed in ", "\n** Last event was: ",
		"\n** When handler state == ", "\n** Reason == ", "\n"}, terms, 0}
}

// NoHandleInfoWords are the words for a message that nothing handles.
func NoHandleInfoWords(module, message term.Term, single bool) Words {
	terms := []term.Term{module, message}
	if single {
		return Words{[]string{"Undefined handle_info in ", ". Unhandled message: ", "."}, terms, 0}
	}
	return Words{[]string{"** Undefined handle_info in ", "\n** Unhandled message: ", "\n"}, terms, 1}
}

func serverWords(r ServerTerminated, single bool) Words {
	if single {
		w := Words{[]string{"Generic server ", " terminating. Reason: ", ". Last message: ", ". State: ", "."},
			[]term.Term{r.Name, r.Reason, r.LastMessage, r.State}, 0}
		return w.client(r.Client, " Client ", " is dead.", " stacktrace: ", ".")
	}
	w := Words{[]string{"** Generic server ", " terminating \n** Last message in was ", "\n** When Server state == ",
		"\n** Reason for termination ==\n** ", "\n"}, []term.Term{r.Name, r.LastMessage, r.State, r.Reason}, 0}
	return w.client(r.Client, "** Client ", " is dead\n", " stacktrace\n** ", "\n")
}

// client adds what is known of the client of a server.
func (w Words) client(c *Client, before, dead, stack, end string) Words {
	if c == nil {
		return w
	}
	w.Texts[len(w.Texts)-1] += before
	if c.Dead {
		w.Texts, w.Terms = append(w.Texts, dead), append(w.Terms, c.From)
		return w
	}
	w.Texts, w.Terms = append(w.Texts, stack, end), append(w.Terms, c.Name, exception.Exit(term.Nil).In(c.Stack...).StackTerm())
	return w
}

// ReportWords are the words for a report that is data: each pair of a map or
// list on a line of its own.
func ReportWords(data term.Term, single bool) Words {
	between, indent := "\n", "    "
	if single {
		between, indent = ", ", ""
	}
	if whole, ok := asChars(data).(chars); ok {
		whole.Term = term.List(flattened(data)...)
		return Words{[]string{"", ""}, []term.Term{whole}, 0}
	}
	pairs, ok := reportPairs(data)
	if !ok {
		return Words{[]string{"", ""}, []term.Term{data}, 0}
	}
	w := Words{Texts: []string{indent}}
	for i, p := range pairs {
		if i > 0 {
			w.Texts[len(w.Texts)-1] += between + indent
		}
		w.Texts, w.Terms = append(w.Texts, ""), append(w.Terms, p.Key)
		if p.Value != nil {
			w.Texts[len(w.Texts)-1] = ": "
			w.Texts, w.Terms = append(w.Texts, ""), append(w.Terms, asChars(p.Value))
		}
	}
	return w
}

// chars is a term that is written as the text that it is.
type chars struct {
	term.Term
	text string
}

// asChars makes chars of a list of printable characters, which may be nested.
func asChars(t term.Term) term.Term {
	if flat := flattened(t); len(flat) > 0 {
		if text, ok := inspect.ErlangString(term.List(flat...)); ok {
			return chars{t, text}
		}
	}
	return t
}

// flattened are the elements of a list and of the lists in it, none if one is
// improper or t is no list.
func flattened(t term.Term) []term.Term {
	elements, ok := term.Slice(t)
	if !ok {
		return nil
	}
	var flat []term.Term
	for _, element := range elements {
		switch {
		case element == term.Term(term.Empty):
		case term.IsList(element):
			inner := flattened(element)
			if inner == nil {
				return nil
			}
			flat = append(flat, inner...)
		default:
			flat = append(flat, element)
		}
	}
	return flat
}

// reportPairs are the pairs of a report, and its other elements without a
// value; false if it is no map and no list.
func reportPairs(data term.Term) ([]term.Pair, bool) {
	if m, ok := data.(*term.Map); ok {
		return m.Pairs(), true
	}
	elements, ok := term.Slice(data)
	if !ok || len(elements) == 0 {
		return nil, false
	}
	pairs := make([]term.Pair, len(elements))
	for i, element := range elements {
		if pair, isPair := element.(term.Tuple); isPair && len(pair) == 2 {
			pairs[i] = term.Pair{Key: pair[0], Value: pair[1]}
			continue
		}
		pairs[i].Key = element
	}
	return pairs, true
}
