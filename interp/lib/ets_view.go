package lib

import (
	"fmt"
	"strconv"
	"strings"

	"gex/runtime/code"
	"gex/runtime/ets"
	"gex/runtime/exception"
	"gex/runtime/inspect"
	"gex/runtime/ioserver"
	"gex/runtime/process"
	"gex/runtime/term"
)

// etsView are the functions that show a table page by page and ask what to do.
func etsView() []Function {
	return []Function{
		{"i", "table", "Shows the objects of a table, 40 at a time, and asks: `c` goes on, `q` ends, `pN` shows object `N` as a whole, `/regexp` those that match, `k` deletes the table.", func(self *process.Process, a []term.Term) (term.Term, error) {
			return etsShow(self, args{a[0], term.Int(40), term.Int(80)})
		}},
		{"i", "table, height", "As `i/1`, so many objects at a time.", func(self *process.Process, a []term.Term) (term.Term, error) {
			return etsShow(self, args{a[0], a[1], term.Int(80)})
		}},
		{"i", "table, height, width", "As `i/2`, cut at a width.", etsShow},
	}
}

// The questions, in the words of OTP.
const (
	askMore = "(c)ontinue (q)uit (p)Digits (k)ill /Regexp -->"
	askEnd  = "EOT  (q)uit (p)Digits (k)ill /Regexp -->"
)

// etsPager shows a table. Only the objects that matches wants are shown.
type etsPager struct {
	self    *process.Process
	table   term.Term
	objects []term.Tuple
	width   int
	matches func(text string) (bool, error)
}

func etsShow(self *process.Process, a []term.Term) (term.Term, error) {
	height, ok1 := intAt(a, 1)
	width, ok2 := intAt(a, 2)
	t, err := ets.Find(self, a[0], ets.Read)
	switch {
	case err != nil:
		return nil, exception.In(etsProblem("first", a[:1], err), in("ets", "i", 3, 1675))
	case !ok1 || !ok2:
		return nil, errClause
	}
	p := &etsPager{self: self, table: a[0], objects: t.Walk(false), width: width}
	for again := true; again; {
		if again, err = p.pages(height); err != nil {
			return nil, err
		}
	}
	return term.OK, nil
}

// pages shows the objects from the first on. again says that it is to be done
// anew with another expression.
func (p *etsPager) pages(height int) (again bool, err error) {
	turn, shown := 1, 0
	for _, o := range p.objects {
		if turn >= height {
			if end, again, err := p.ask(askMore, true); end || again || err != nil {
				return again, err
			}
			turn = 1
		}
		text, ok, err := p.shows(o)
		if err != nil {
			return false, err
		}
		if !ok {
			continue
		}
		shown++
		turn++
		if runes := []rune(text); len(runes) > p.width-8 {
			text = string(runes[:max(p.width-13, 0)]) + "  ..."
		}
		if err := p.print(fmt.Sprintf("<%-4d> %s\n", shown, text)); err != nil {
			return false, err
		}
	}
	_, again, err = p.ask(askEnd, false)
	return again, err
}

// ask puts the question until an answer ends the view, goes on or asks for a
// regular expression.
func (p *etsPager) ask(question string, more bool) (end, again bool, err error) {
	for {
		answer, ok := ioserver.GetLine(p.self, standardIO, question).(term.Binary)
		if !ok {
			return true, false, nil // the end of the input
		}
		line := strings.TrimSuffix(string(answer), "\n")
		switch {
		case line == "q":
			return true, false, nil
		case line == "k":
			_, err := code.Apply(p.self, "ets", "delete", p.table)
			return true, false, exception.In(err, in("ets", "choice", 8, 1697))
		case (line == "c" || line == "") && more:
			return false, false, nil
		case strings.HasPrefix(line, "p"):
			if err := p.whole(line[1:]); err != nil {
				return true, false, err
			}
		case strings.HasPrefix(line, "/"):
			expression, err := code.Apply(p.self, "re", "compile", term.Binary(line[1:]), term.List(term.Atom("unicode")))
			if err != nil {
				return true, false, err
			}
			result := expression.(term.Tuple)
			if result[0] == term.Term(term.OK) {
				p.matches = p.matching(result[1])
				return false, true, nil
			}
			reason, err := ToString(result[1].(term.Tuple)[0])
			if err == nil {
				err = p.print(reason + "\n")
			}
			if err != nil {
				return true, false, err
			}
		}
	}
}

func (p *etsPager) matching(expression term.Term) func(string) (bool, error) {
	return func(text string) (bool, error) {
		found, err := code.Apply(p.self, "re", "run", term.Binary(text), expression, term.List(term.Tuple{term.Atom("capture"), term.Atom("none")}))
		return found == term.Term(term.Atom("match")), err
	}
}

// whole shows the object of a number, of those that are shown.
func (p *etsPager) whole(digits string) error {
	n, err := strconv.Atoi(digits)
	if err != nil {
		return p.print("Bad digits\n")
	}
	for _, o := range p.objects {
		text, ok, err := p.shows(o)
		if err != nil {
			return err
		}
		if !ok {
			continue
		}
		if n--; n == 0 {
			return p.print(text + "\n")
		}
	}
	return nil
}

func (p *etsPager) print(text string) error {
	return ioserver.PutChars(p.self, term.Atom("standard_io"), text)
}

// shows returns the text of an object and whether it is one of those to be shown.
func (p *etsPager) shows(o term.Term) (text string, ok bool, err error) {
	text = inspect.ErlangStyle{Latin1: true}.At(o, 0, 80)
	if p.matches == nil {
		return text, true, nil
	}
	ok, err = p.matches(text)
	return text, ok, err
}
