package transcript

import (
	"fmt"
	"strconv"
	"strings"
	"time"

	"gex/runtime/late"
)

// Directives are the instructions of an author about a file, section or block.
type Directives struct {
	Session  string
	Reset    bool
	Step     string
	Hints    []string
	Goal     string
	After    string
	Answer   Answer
	Exercise bool
	Quiz     bool
	Hidden   bool
	File     string
	IDs      Scope
	Order    Order
	PID      uint32
	Timeout  time.Duration
	RealTime bool
	Skip     bool
	Racy     bool
	Erratum  string
	At       Lines // of errata: what they speak of
}

// environment returns the part of d that may be said of a section or a file.
func (d Directives) environment() Directives {
	return Directives{
		Session: d.Session, Hidden: d.Hidden, IDs: d.IDs, Order: d.Order, PID: d.PID,
		Timeout: d.Timeout, RealTime: d.RealTime, Skip: d.Skip, Racy: d.Racy,
	}
}

// Answer is what counts as an answer to a step.
type Answer uint8

// The kinds of answers.
const (
	ByEffect Answer = iota // all that is printed agrees, and the names that the step binds are bound
	ByValue                // the value agrees
	ByText                 // the input is the same, token by token
	ByAny                  // any input without an error
)

// Scope is the reach of a renaming of ids.
type Scope uint8

// The scopes of ids.
const (
	IDsOfBlock Scope = iota
	IDsOfSession
)

// Order is how strictly the order of prints is taken.
type Order uint8

// The orders of prints.
const (
	ByProcess Order = iota
	Exact
	AnyOrder
)

var (
	answers = map[string]Answer{"effect": ByEffect, "value": ByValue, "text": ByText, "any": ByAny}
	scopes  = map[string]Scope{"block": IDsOfBlock, "session": IDsOfSession}
	orders  = map[string]Order{"process": ByProcess, "exact": Exact, "any": AnyOrder}
)

// setters apply one key of a directive each.
var setters = map[string]func(d *Directives, value string) error{
	"session":  func(d *Directives, v string) error { d.Session = v; return nil },
	"reset":    func(d *Directives, _ string) error { d.Reset = true; return nil },
	"step":     func(d *Directives, v string) error { d.Step = v; return nil },
	"hint":     func(d *Directives, v string) error { d.Hints = append(d.Hints, v); return nil },
	"goal":     func(d *Directives, v string) error { d.Goal = v; return nil },
	"after":    func(d *Directives, v string) error { d.After = v; return nil },
	"answer":   func(d *Directives, v string) error { return choose(&d.Answer, answers, v) },
	"exercise": func(d *Directives, _ string) error { d.Exercise = true; return nil },
	"quiz":     func(d *Directives, _ string) error { d.Quiz = true; return nil },
	"hidden":   func(d *Directives, _ string) error { d.Hidden = true; return nil },
	"handler":  func(*Directives, string) error { return nil },
	"file":     func(d *Directives, v string) error { d.File = v; return nil },
	"ids":      func(d *Directives, v string) error { return choose(&d.IDs, scopes, v) },
	"order":    func(d *Directives, v string) error { return choose(&d.Order, orders, v) },
	"pid":      setPID,
	"settle":   func(*Directives, string) error { return nil },
	"timeout":  setTimeout,
	"clock":    setClock,
	"skip":     func(d *Directives, _ string) error { d.Skip = true; return nil },
	"racy":     func(d *Directives, _ string) error { d.Racy = true; return nil },
	"erratum":  func(d *Directives, v string) error { d.Erratum = v; return nil },
	"at":       setAt,
	"persona":  func(*Directives, string) error { return nil },
}

func choose[T any](to *T, from map[string]T, value string) error {
	v, ok := from[value]
	if !ok {
		return fmt.Errorf("unknown value %q", value)
	}
	*to = v
	return nil
}

func setPID(d *Directives, v string) error {
	n, err := strconv.ParseUint(v, 10, 28)
	d.PID = uint32(n)
	return err
}

func setTimeout(d *Directives, v string) (err error) {
	d.Timeout, err = time.ParseDuration(v)
	return err
}

func setAt(d *Directives, v string) (err error) {
	from, to, isRange := strings.Cut(v, "-")
	if d.At.From, err = strconv.Atoi(from); err != nil || d.At.From < 1 {
		return fmt.Errorf("want a line or two, as 12-15")
	}
	if isRange {
		if d.At.To, err = strconv.Atoi(to); err != nil || d.At.To < d.At.From {
			return fmt.Errorf("want a line or two, as 12-15")
		}
	}
	return nil
}

func setClock(d *Directives, v string) error {
	return choose(&d.RealTime, map[string]bool{"virtual": false, "real": true}, v)
}

var (
	directiveStart = late.Regexp(`^ {0,3}<!--\s*gex:`)
	directiveItem  = late.Regexp(`^([a-z]+)(?:=("(?:[^"\\]|\\.)*"|[^\s"]+))?(?:\s+|$)`)
)

// apply adds what a directive says, the text between "gex:" and "-->".
func (d *Directives) apply(text string) error {
	for text = strings.TrimSpace(text); text != ""; {
		m := directiveItem().FindStringSubmatch(text)
		if m == nil {
			return fmt.Errorf("directive: cannot read %q", text)
		}
		set, ok := setters[m[1]]
		if !ok {
			return fmt.Errorf("directive: unknown key %q", m[1])
		}
		if err := set(d, unquote(m[2])); err != nil {
			return fmt.Errorf("directive: %s: %w", m[1], err)
		}
		text = text[len(m[0]):]
	}
	return nil
}

// unquote reads a value. A quoted one may run over line ends, which then are
// blanks.
func unquote(v string) string {
	if !strings.HasPrefix(v, `"`) {
		return v
	}
	v = strings.Join(strings.Fields(v[1:len(v)-1]), " ")
	return strings.NewReplacer(`\"`, `"`, `\\`, `\`).Replace(v)
}
