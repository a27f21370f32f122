package tutorials

import (
	"fmt"
	"slices"
	"strings"
	"unicode"
)

// question shows a quiz: each answer has a letter.
func (a *attempt) question() {
	if a.quiz.Question != "" {
		fmt.Fprint(a.o.Out, a.paint.prose(a.quiz.Question))
	}
	for i, option := range a.quiz.Options {
		fmt.Fprintln(a.o.Out, a.paint.wrap(option.Text, fmt.Sprintf("  %c  ", letter(i))))
	}
	fmt.Fprintln(a.o.Out)
	a.remark("Type the letters of all that is right, as in: %c %c", letter(0), letter(len(a.quiz.Options)-1))
}

// letter is that of an answer to a quiz.
func letter(option int) rune { return 'a' + rune(option) }

// rightLetters are those of the right answers.
func (a *attempt) rightLetters() string {
	var right []string
	for i, option := range a.quiz.Options {
		if option.Right {
			right = append(right, string(letter(i)))
		}
	}
	return strings.Join(right, " ")
}

// choose takes an answer to a quiz.
func (a *attempt) choose(line string) (moved bool, err error) {
	chosen := chosenLetters(line)
	last := letter(len(a.quiz.Options) - 1)
	switch {
	case chosen == "" && strings.TrimSpace(line) == "":
		return false, nil
	case chosen == "" || strings.ContainsFunc(chosen, func(r rune) bool { return r != ' ' && r > last }):
		a.remark("Letters from a to %c, please; /play brings you to the shell and /next back here.", last)
		return false, nil
	case chosen == a.rightLetters():
		return true, a.finish()
	}
	a.remark("%s", a.verdict(chosen))
	return false, nil
}

// chosenLetters reads letters, in whatever way they are set apart, in order
// and without doubles. It is empty if the line has words in it.
func chosenLetters(line string) string {
	var letters []string
	for _, word := range strings.FieldsFunc(strings.ToLower(line), func(r rune) bool { return !unicode.IsLetter(r) }) {
		if len(word) > 1 && !strings.EqualFold(strings.TrimSpace(line), word) {
			return ""
		}
		letters = append(letters, strings.Split(word, "")...)
	}
	slices.Sort(letters)
	return strings.Join(slices.Compact(letters), " ")
}

// verdict says how far an answer is from the right one, without giving it away.
func (a *attempt) verdict(chosen string) string {
	right, wrong := strings.Fields(a.rightLetters()), 0
	for _, l := range strings.Fields(chosen) {
		if !slices.Contains(right, l) {
			wrong++
		}
	}
	missing := len(right) - (len(strings.Fields(chosen)) - wrong)
	switch {
	case wrong == 0:
		return fmt.Sprintf("So far so good, but there is more: %d missing.", missing)
	case missing == 0:
		return fmt.Sprintf("All that is right is among them, and %d that is not.", wrong)
	}
	return "Not quite. Try again, or ask for a /hint; /play lets you find out at the prompt."
}
