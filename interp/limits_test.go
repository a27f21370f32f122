package interp_test

import (
	"strings"
	"testing"

	"gex/interp"
	"gex/interp/gosrc"
)

// TestLimits looks whether the page says what is true of a few things; all of
// it is found out when it is written.
func TestLimits(t *testing.T) {
	page := interp.Limits()
	_, rest, _ := strings.Cut(page, "Constructs that work\n")
	work, rest, ok := strings.Cut(rest, "Constructs that do not\n")
	if !ok { // there are none
		work, rest, ok = strings.Cut(work, "Modules that are in as a whole\n")
	}
	if !ok {
		t.Fatalf("no sections in\n%s", page)
	}
	for _, c := range []string{"  pipes ", "  receive with a timeout", "  structs\n", "  protocols\n", "  macros\n"} {
		if !strings.Contains(work, c) {
			t.Errorf("%q is not among what works:\n%s", c, work)
		}
	}
	for _, c := range []string{"  Code: can_await_module_compilation?/0", "GenServer: format_report/1", ":gen_tcp", "System"} {
		if !strings.Contains(rest, c) {
			t.Errorf("%q is not in\n%s", c, rest)
		}
	}
	for _, c := range []string{"Enum: map/2", "defmodule/2", " and/2", "case/2"} {
		if strings.Contains(rest, c) {
			t.Errorf("%q is among what is out", c)
		}
	}
	for _, line := range strings.Split(page, "\n") {
		if len([]rune(line)) > 80 {
			t.Errorf("too long a line: %s", line)
		}
	}
}

// The page about Go says of everything that is refused what to write instead, and
// what runs otherwise than compiled.
func TestGoLimits(t *testing.T) {
	page := strings.Join(strings.Fields(interp.GoLimits()), " ")
	for _, r := range gosrc.Refusals() {
		if want := strings.Join(strings.Fields(r[0]+": "+r[1]), " "); !strings.Contains(page, want) {
			t.Errorf("%q is not on the page", want)
		}
	}
	for _, want := range gosrc.Differences() {
		if !strings.Contains(page, want) {
			t.Errorf("%q is not on the page", want)
		}
	}
	if want := "may call each other 131072 deep"; !strings.Contains(page, want) {
		t.Errorf("%q is not on the page:\n%s", want, page)
	}
}
