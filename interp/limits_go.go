package interp

import (
	"fmt"
	"strings"

	"gex/interp/gosrc"
)

// GoLimits is the page that says what Go typed at the prompt may use, and what
// it may not. It is made of the lists that decide.
func GoLimits() string {
	var b strings.Builder
	paragraph := func(text string) { b.WriteString(wrapWords(text, "", "") + "\n") }
	b.WriteString("Go at the prompt\n\n")
	paragraph("Declarations define modules and functions; statements go into functions. What is typed is checked as the " +
		"compiler checks it, and runs as a compiled program would, but for what the end of this page says, or is refused with a reason. Names of the API need no import (h Reply tells of one), " +
		"nor do packages of the standard library.")
	b.WriteString("\nPackages\n\n" + wrapWords(strings.Join(gosrc.Packages(), ", "), "  ", "  ") + "\n\n")
	paragraph("Of these packages there is a part:")
	b.WriteString("\n")
	for _, p := range gosrc.Limited() {
		b.WriteString(wrapWords(p[0]+": "+p[1], "  ", "      ") + "\n")
	}
	b.WriteString("\n")
	paragraph("With the flag -allow, which only a command line can give, for people who trust what they type:")
	b.WriteString("\n" + wrapWords(strings.Join(gosrc.Extra(), ", "), "  ", "  ") + "\n")
	b.WriteString("\nGoroutines and memory\n\n")
	paragraph("Goroutines and processes take turns, so that there are no data races. A goroutine acts for the process that " +
		"started it, cannot receive messages, and ends with it; a panic in one ends the process. When everything that an input " +
		"waits for waits at channels and locks, it fails with a deadlock.")
	b.WriteString("\n")
	paragraph("A process that makes more and more fails when 1 GiB is in use, or what the flag -memory says. With 1 GiB " +
		fmt.Sprintf("functions may call each other %d deep, those with deferred calls a quarter of that. What calls itself only by way of others may do so some ", gosrc.MaxCalls(1<<30)) +
		"hundreds of times: String methods by package fmt, Error methods by the errors that they hold, functions as what they " +
		"are given. A recursion that is deeper fails, and says so.")
	b.WriteString("\nWhat is refused, and what to write instead\n\n")
	for _, r := range gosrc.Refusals() {
		b.WriteString(wrapWords(r[0]+": "+r[1], "  ", "      ") + "\n")
	}
	b.WriteString("\nWhat runs, and not as compiled\n\n")
	for _, what := range gosrc.Differences() {
		b.WriteString(wrapWords(what, "  ", "      ") + "\n")
	}
	return b.String()
}
