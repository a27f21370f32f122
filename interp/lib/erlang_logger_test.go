package lib

import (
	"testing"

	"gex/runtime/logger"
	"gex/runtime/term"
)

// TestFormatLaidOut compares with what logger_formatter:format/2 of OTP 25
// makes of the format with the template [msg].
func TestFormatLaidOut(t *testing.T) {
	numbers := term.List(term.Int(1), term.Int(2), term.Int(3), term.Int(4), term.Int(5))
	tests := []struct {
		layout logger.Layout
		want   string
	}{
		{logger.Layout{}, "[1,2,3,4,5]|[1,2,3,4,5]|[1|...]"},
		{logger.Layout{Depth: 5}, "[1,2,3,4|...]|[1,2,3,4|...]|[1|...]"},
		{logger.Layout{Chars: 20}, "[1|...]|[...]|[1|...]"},
		{logger.Layout{Chars: 30, SingleLine: true}, "[1,2|...]|[1,2|...]|[1|...]"},
		{logger.Layout{Depth: 5, Chars: 8}, "[...]|...|..."},
	}
	for _, test := range tests {
		if got := formatLaidOut("~p|~w|~P", []term.Term{numbers, numbers, numbers, term.Int(2)}, test.layout); got != test.want {
			t.Errorf("in %+v: %s, want %s", test.layout, got, test.want)
		}
	}
}
