package lib

import (
	"gex/runtime/calendar"
	"gex/runtime/exception"
	"gex/runtime/process"
	"gex/runtime/term"
)

// dateSigils are the functions of ~D, ~T, ~N and ~U.
func dateSigils() []Function {
	return []Function{
		{"sigil_D", "date_string, modifiers", "The date of `~D`.", dateSigil("Date", func(s string) (term.Term, calendar.Problem) {
			d, problem := calendar.ParseDate(s, calendar.Extended)
			return dateTerm(d), problem
		})},
		{"sigil_T", "time_string, modifiers", "The time of `~T`.", dateSigil("Time", func(s string) (term.Term, calendar.Problem) {
			t, problem := calendar.ParseTime(s, calendar.Extended)
			return timeTerm(t), problem
		})},
		{"sigil_N", "naive_datetime_string, modifiers", "The date and time of `~N`.", dateSigil("NaiveDateTime", func(s string) (term.Term, calendar.Problem) {
			n, problem := calendar.ParseNaive(s, calendar.Extended)
			return naiveTerm(n), problem
		})},
		{"sigil_U", "datetime_string, modifiers", "The moment in UTC of `~U`.", dateSigil("UTC DateTime", func(s string) (term.Term, calendar.Problem) {
			n, offset, problem := calendar.ParseUniversal(s, calendar.Extended)
			if problem == "" && offset != 0 {
				problem = nonUTC
			}
			return zonedTerm(calendar.InUTC(n)), problem
		})},
	}
}

// nonUTC is the problem of ~U with an offset.
const nonUTC calendar.Problem = "non_utc_offset"

func dateSigil(name string, parse func(string) (term.Term, calendar.Problem)) process.Func {
	return func(_ *process.Process, a []term.Term) (term.Term, error) {
		text, ok := a[0].(term.Binary)
		if !ok {
			return nil, errClause
		}
		value, problem := parse(string(text))
		if problem == "" {
			return value, nil
		}
		err := exception.ArgumentError("cannot parse %s as %s for Calendar.ISO, reason: %s", show(a[0]), name, show(term.Atom(problem)))
		if problem != nonUTC {
			err = err.In(at("Kernel", "maybe_raise!", 4, "kernel.ex", 6246), at("Kernel", "parse_with_calendar!", 3, "kernel.ex", 6225))
		}
		return nil, err
	}
}
