package otp

import (
	"fmt"
	"reflect"
	"testing"
	"time"

	"gex/runtime/code"
)

// A result taken apart is the one that the whole would be taken apart into.
func TestResultApart(t *testing.T) {
	var all []Result
	for _, r := range []Result{OK(1), OK(nil), Reply("a", 2), Reply(nil, nil), NoReply(T("s", 1)), Stop(Normal), Stop(Normal, 1),
		Remove(), Swap(1, 2, "H", 3), Ignore(), {}} {
		all = append(all, r, r.Hibernate(), r.After(time.Second), r.Continue("x"), r.Reply(7))
	}
	for _, returned := range all {
		r := returned.said()
		for _, c := range []callback{{"handle_call", 2}, {"handle_call", 3}, {"handle_event", 2}, {"init", 1}} {
			if r.shape == shapeOK && r.reply != nil {
				continue // a reply belongs to Remove, Swap and Stop
			}
			if got, want := apart(r, c), code.ResultOf(r.term(c)); !reflect.DeepEqual(got, want) {
				t.Errorf("%v of %s is apart %+v, want %+v", returned, c.name, got, want)
			}
		}
	}
}

// A result prints as the term that it is, and cannot be compared, since only what it
// points to says what it is.
func TestResultPrints(t *testing.T) {
	for want, r := range map[string]Result{
		"{:ok, 1}":                  OK(1),
		"{:reply, \"a\", 2}":        Reply("a", 2),
		"{:noreply, 1, :hibernate}": NoReply(1).Hibernate(),
		":remove_handler":           Remove(),
		"nil":                       {},
	} {
		if got := fmt.Sprint(r); got != want {
			t.Errorf("prints %s, want %s", got, want)
		}
	}
	if reflect.TypeFor[Result]().Comparable() {
		t.Error("results can be compared")
	}
}

// Copies of a result are results of their own.
func TestResultsDoNotChange(t *testing.T) {
	r := NoReply(1)
	if r.Hibernate(); fmt.Sprint(r) != "{:noreply, 1}" {
		t.Errorf("Hibernate changes the result to %v", r)
	}
}
