package otp

import (
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
	for _, r := range all {
		for _, c := range []callback{{"handle_call", 2}, {"handle_call", 3}, {"handle_event", 2}, {"init", 1}} {
			if r.shape == shapeOK && r.reply != nil {
				continue // a reply belongs to Remove, Swap and Stop
			}
			if got, want := apart(r, c), code.ResultOf(r.term(c)); !reflect.DeepEqual(got, want) {
				t.Errorf("%+v of %s is apart %+v, want %+v", r, c.name, got, want)
			}
		}
	}
}
