package transcript

import (
	"slices"
	"strings"

	"gex/runtime/late"
)

// failureName is the name of an exception, or the class of what is no
// exception, at the start of an error.
var failureName = late.Regexp(`^\*\* \(([^)\s]+)`)

// Foretells reports whether a guess says what outputs turned out to be. Ids,
// blanks and the order of different processes are forgiven as in transcripts.
// Of an error its name is enough, and reports need not be foretold at all. A
// guess that leaves everything open is none.
func Foretells(guess string, outputs []Output) bool {
	if strings.Trim(guess, "._ \t\n") == "" {
		return false
	}
	if Agree(guess, outputs) {
		return true
	}
	said := slices.DeleteFunc(slices.Clone(outputs), func(o Output) bool { return o.Kind == Log || o.Kind == Notice })
	for i, o := range said {
		if name := failureName().FindString(o.Text); o.Kind == Failure && name != "" {
			said[i].Text = name + ")\n"
			guess = cutFailure(guess)
		}
	}
	return Agree(guess, said)
}

// cutFailure leaves of the error in a guess its name.
func cutFailure(guess string) string {
	lines := strings.Split(guess, "\n")
	for i, line := range lines {
		if name := failureName().FindString(strings.TrimSpace(line)); name != "" {
			return strings.Join(append(lines[:i:i], name+")"), "\n")
		}
	}
	return guess
}
