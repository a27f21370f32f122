package exception_test

import (
	"testing"

	"gex/runtime/exception"
	"gex/runtime/term"
	"gex/runtime/term/termtest"
)

// Recorded from ExUnit.Assertions at the prompt.
func TestAssertions(t *testing.T) {
	code := term.Pair{Key: term.Atom("expr"), Value: term.Binary("assert 1 == 2")}
	left := term.Pair{Key: term.Atom("left"), Value: term.Int(1)}
	right := term.Pair{Key: term.Atom("right"), Value: term.Int(2)}
	create := exception.Expectation{
		Code:    `assert_receive {:create, "shopping", ^bucket}`,
		Pattern: `{:create, "shopping", ^bucket}`,
		Timeout: 50,
		Pins:    []exception.Pin{{Name: "bucket", Value: termtest.PID(106)}},
		Mailbox: []term.Term{
			term.Tuple{term.Atom("y"), term.Int(1)},
			term.Tuple{term.Atom("create"), term.Binary("groceries"), termtest.PID(106)},
		},
	}
	empty := exception.Expectation{Code: "assert_receive {:x, y} when y > 1", Timeout: 10}
	tests := []struct {
		e    *exception.Error
		want string
	}{
		{exception.AssertionError("Assertion with == failed", code, left, right), `** (ExUnit.AssertionError) 

Assertion with == failed
code:  assert 1 == 2
left:  1
right: 2


`},
		{exception.AssertionError("abc"), "** (ExUnit.AssertionError) \n\nabc\n\n\n"},
		{exception.AssertionError("match (=) failed",
			term.Pair{Key: term.Atom("expr"), Value: term.Binary("assert {:ok, _} = {:error, 1}")},
			term.Pair{Key: term.Atom("left"), Value: term.Binary("{:ok, _}")},
			term.Pair{Key: term.Atom("right"), Value: term.Tuple{term.ErrorAtom, term.Int(1)}},
			term.Pair{Key: term.Atom("context"), Value: term.Atom("match")}), `** (ExUnit.AssertionError) 

match (=) failed
code:  assert {:ok, _} = {:error, 1}
left:  {:ok, _}
right: {:error, 1}


`},
		{exception.NotReceived(create, exception.Options{}), `** (ExUnit.AssertionError) 

Assertion failed, no matching message after 50ms
     The following variables were pinned:
       bucket = #PID<0.106.0>
     Showing 2 of 2 messages in the mailbox
code: assert_receive {:create, "shopping", ^bucket}
mailbox:
       pattern: {:create, "shopping", ^bucket}
       value:   {:y, 1}

       pattern: {:create, "shopping", ^bucket}
       value:   {:create, "groceries", #PID<0.106.0>}


`},
		{exception.NotReceived(empty, exception.Options{}), `** (ExUnit.AssertionError) 

Assertion failed, no matching message after 10ms
     The process mailbox is empty.
code: assert_receive {:x, y} when y > 1


`},
	}
	for _, test := range tests {
		if got := exception.Format(test.e, exception.Options{}); got != test.want {
			t.Errorf("got:\n%s\nwant:\n%s", got, test.want)
		}
	}
}
