package interp_test

import (
	"strings"
	"testing"

	"gex/interp"
)

// The raw representation has the fields in the order of their declaration, as
// recorded with IEx 1.14.
func TestInfoOfDates(t *testing.T) {
	s := openTyping(t, interp.Options{Virtual: true})
	for input, want := range map[string]string{
		"i ~D[2020-01-01]":          "%Date{year: 2020, month: 1, day: 1, calendar: Calendar.ISO}\n",
		"i ~T[10:00:00]":            "%Time{hour: 10, minute: 0, second: 0, microsecond: {0, 0}, calendar: Calendar.ISO}\n",
		"i ~N[2020-01-01 00:00:00]": "%NaiveDateTime{year: 2020, month: 1, day: 1, hour: 0, minute: 0, second: 0, microsecond: {0, 0}, calendar: Calendar.ISO}\n",
	} {
		if got := s.typed(input); !strings.Contains(got, "Raw representation\n  "+want) {
			t.Errorf("%s prints\n%s\nwant %s", input, got, want)
		}
	}
}
