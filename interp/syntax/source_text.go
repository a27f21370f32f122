package syntax

import "strings"

// This file writes strings, charlists, sigils and atoms with interpolations.

// stringText writes what stands between delimiters. Its line ends have no
// indentation.
func stringText(s, delimiter string) *doc {
	lines := strings.Split(strings.ReplaceAll(s, delimiter, `\`+delimiter), "\n")
	if len(delimiter) == 3 {
		return heredoc(lines)
	}
	out := plain(lines[0])
	for _, l := range lines[1:] {
		out = concat(out, nest(lineEnd, 0, atMargin), plain(l))
	}
	return out
}

// heredoc writes lines with the indentation around them, but for empty ones.
func heredoc(lines []string) *doc {
	out := plain(lines[len(lines)-1])
	for i := len(lines) - 2; i >= 0; i-- {
		end := lineEnd
		if i+2 < len(lines) && lines[i+1] == "" {
			end = nest(lineEnd, 0, atMargin)
		}
		out = concat(plain(lines[i]), end, out)
	}
	return out
}

// interpolated writes a literal with interpolations between its delimiters.
func (w *formatter) interpolated(f *form, open, closing, escape string) *doc {
	out := plain(open)
	for _, part := range f.args {
		if part.kind == formPart {
			out = cons(out, w.interpolation(part.args[0]))
		} else {
			out = cons(out, stringText(part.text, escape))
		}
	}
	return cons(out, plain(closing))
}

func (w *formatter) interpolation(f *form) *doc {
	return noLimit(surround(plain("#{"), w.block(f), "}"))
}

func (w *formatter) text(f *form) *doc {
	escape := strings.TrimPrefix(f.delimiter, ":")
	return w.interpolated(f, f.delimiter, escape, escape)
}

var closingDelimiters = map[string]string{"(": ")", "[": "]", "{": "}", "<": ">"}

func (w *formatter) sigil(f *form) *doc {
	open := "~" + f.text + f.delimiter
	closing, ok := closingDelimiters[f.delimiter]
	if !ok {
		closing = f.delimiter
	}
	if len(f.delimiter) < 3 {
		return w.interpolated(f, open, closing+f.modifiers, closing)
	}
	body := *f
	body.args = append([]*form{{kind: formString, text: "\n"}}, f.args...)
	if len(f.args) > 0 && f.args[0].kind == formString {
		first := &form{kind: formString, text: "\n" + f.args[0].text}
		body.args = append([]*form{first}, f.args[1:]...)
	}
	return forceUnfit(w.interpolated(&body, open, closing+f.modifiers, closing))
}
