package lib

import (
	"gex/runtime/calendar"
	"gex/runtime/exception"
	"gex/runtime/process"
	"gex/runtime/term"
)

func isoTable() Module {
	return Module{
		Name: isoModule,
		Doc:  "The calendar of ISO 8601, which all dates and times of gex have.",
		Functions: []Function{
			{"leap_year?", "year", "Whether the year has 366 days.", onYear(func(y int) term.Term { return term.Bool(calendar.Leap(y)) })},
			{"months_in_year", "year", "Twelve.", onYear(func(int) term.Term { return term.Int(12) })},
			{"days_in_month", "year, month", "The length of a month.", isoDaysInMonth},
			{"day_of_week", `year, month, day, starting_on \\ :default`, "`{day, first, last}` of the week.", isoWeekday},
			{"day_of_year", "year, month, day", "The day of the year, from 1.", onDay(func(d calendar.Date) term.Term { return term.Int(d.DayOfYear()) })},
			{"day_of_era", "year, month, day", "`{day, era}`.", onDay(func(d calendar.Date) term.Term { return pairOfInts(d.DayOfEra()) })},
			{"quarter_of_year", "year, month, day", "The quarter of the year, from 1.", isoQuarter},
			{"year_of_era", "year", "`{year, era}`.", onYear(func(y int) term.Term { return pairOfInts(calendar.YearOfEra(y)) })},
			{"year_of_era", "year, month, day", "`{year, era}`.", onYear(func(y int) term.Term { return pairOfInts(calendar.YearOfEra(y)) })},
			{"valid_date?", "year, month, day", "Whether there is such a day.", isoValidDate},
			{"valid_time?", "hour, minute, second, microsecond", "Whether there is such a time.", isoValidTime},
			{"date_to_iso_days", "year, month, day", "The days since 0000-01-01.", onDay(func(d calendar.Date) term.Term { return term.Int(d.Days()) })},
			{"date_from_iso_days", "days", "`{year, month, day}` so many days after 0000-01-01.", isoFromDays},
			{"naive_datetime_to_iso_days", "year, month, day, hour, minute, second, microsecond", "Days since 0000-01-01, and the fraction of a day.", isoNaiveToDays},
			{"naive_datetime_from_iso_days", "iso_days", "The date and time of days and a fraction of a day.", isoNaiveFromDays},
			{"time_to_day_fraction", "hour, minute, second, microsecond", "The fraction of a day that is over.", isoTimeToFraction},
			{"time_from_day_fraction", "day_fraction", "The time when a fraction of a day is over.", isoTimeFromFraction},
			{"day_rollover_relative_to_midnight_utc", "", "The fraction of a day at which days begin: `{0, 1}`.", pure3(term.Tuple{term.Int(0), term.Int(1)})},
			{"date_to_string", `year, month, day, format \\ :extended`, "The text of a date.", isoDateText},
			{"time_to_string", `hour, minute, second, microsecond, format \\ :extended`, "The text of a time.", isoTimeText},
			{"naive_datetime_to_string", `year, month, day, hour, minute, second, microsecond, format \\ :extended`, "The text of both.", isoNaiveText},
			{"datetime_to_string", `year, month, day, hour, minute, second, microsecond, time_zone, zone_abbr, utc_offset, std_offset, format \\ :extended`, "The text of all.", isoZonedText},
			{"parse_date", `string, format \\ :extended`, "`{:ok, {year, month, day}}` of a text.", isoParse(func(s string, f calendar.Format) (term.Term, calendar.Problem) {
				d, problem := calendar.ParseDate(s, f)
				return erlDate(d), problem
			})},
			{"parse_time", `string, format \\ :extended`, "`{:ok, {hour, minute, second, microsecond}}` of a text.", isoParse(func(s string, f calendar.Format) (term.Term, calendar.Problem) {
				t, problem := calendar.ParseTime(s, f)
				return timeTuple(t), problem
			})},
			{"parse_naive_datetime", `string, format \\ :extended`, "`{:ok, {year, ...}}` of a text.", isoParse(func(s string, f calendar.Format) (term.Term, calendar.Problem) {
				n, problem := calendar.ParseNaive(s, f)
				return naiveTuple(n), problem
			})},
			{"parse_utc_datetime", `string, format \\ :extended`, "`{:ok, {year, ...}, offset}` of a text.", isoParseUniversal},
		},
	}
}

func timeTuple(t calendar.Time) term.Term {
	return append(erlTime(t).(term.Tuple), microTerm(t))
}

func naiveTuple(n calendar.Naive) term.Term {
	return append(erlDate(n.Date).(term.Tuple), timeTuple(n.Time).(term.Tuple)...)
}

func onYear(f func(int) term.Term) process.Func {
	return func(_ *process.Process, a []term.Term) (term.Term, error) {
		y, ok := intAt(a, 0)
		if !ok {
			return nil, errClause
		}
		return f(y), nil
	}
}

// dayAt reads year, month and day.
func dayAt(a args) (calendar.Date, bool) {
	var d calendar.Date
	for i, field := range []*int{&d.Year, &d.Month, &d.Day} {
		n, ok := intAt(a, i)
		if !ok {
			return d, false
		}
		*field = n
	}
	return d, true
}

// timeAt reads hour, minute, second and microseconds with their precision.
func timeAt(a args) (t calendar.Time, ok bool) {
	for i, field := range []*int{&t.Hour, &t.Minute, &t.Second} {
		if *field, ok = intAt(a, i); !ok {
			return t, false
		}
	}
	t.Micro, t.Precision, ok = microOf(a[3])
	return t, ok
}

func onDay(f func(calendar.Date) term.Term) process.Func {
	return func(self *process.Process, a []term.Term) (term.Term, error) {
		d, ok := dayAt(a)
		switch {
		case !ok:
			return nil, errClause
		case d.Month < 1 || d.Month > 12:
			return nil, badMonth(self, a)
		case !d.Valid():
			return nil, errClause
		}
		return f(d), nil
	}
}

// badMonth is the exception of a day in a month that there is not.
func badMonth(self *process.Process, a args) *exception.Error {
	return exception.As(noClause(self, isoModule, "days_in_month", a[:2])).
		In(isoCall("ensure_day_in_month!", 3, 1653), isoCall("date_to_iso_days", 3, 779))
}

func isoDaysInMonth(_ *process.Process, a []term.Term) (term.Term, error) {
	y, ok1 := intAt(a, 0)
	m, ok2 := intAt(a, 1)
	if !ok1 || !ok2 || m < 1 || m > 12 {
		return nil, errClause
	}
	return term.Int(calendar.DaysInMonth(y, m)), nil
}

func isoWeekday(self *process.Process, a []term.Term) (term.Term, error) {
	d, ok := dayAt(a)
	if ok && (d.Month < 1 || d.Month > 12) {
		return nil, badMonth(self, a).In(isoCall("day_of_week", 4, 939))
	}
	if !ok || !d.Valid() {
		return nil, errClause
	}
	n, err := weekday(self, d, a[3])
	return term.Tuple{term.Int(n), term.Int(1), term.Int(7)}, err
}

// isoQuarter looks at no day.
func isoQuarter(_ *process.Process, a []term.Term) (term.Term, error) {
	d, ok := dayAt(a)
	if !ok {
		return nil, errClause
	}
	return term.Int(d.Quarter()), nil
}

func isoValidDate(_ *process.Process, a []term.Term) (term.Term, error) {
	d, ok := dayAt(a)
	if !ok {
		return nil, errClause
	}
	return term.Bool(d.Valid()), nil
}

func isoValidTime(_ *process.Process, a []term.Term) (term.Term, error) {
	t, ok := timeAt(a)
	if !ok {
		return nil, errClause
	}
	return term.Bool(t.Valid()), nil
}

func isoFromDays(self *process.Process, a []term.Term) (term.Term, error) {
	d, err := dateOfDays(self, a[0])
	if err != nil {
		return nil, errClause
	}
	return erlDate(d), nil
}

const microsPerDay = calendar.SecondsPerDay * 1_000_000

func dayFraction(t calendar.Time) term.Term { return pairOfInts(t.Micros(), microsPerDay) }

func isoNaiveToDays(_ *process.Process, a []term.Term) (term.Term, error) {
	d, ok1 := dayAt(a)
	t, ok2 := timeAt(a[3:])
	if !ok1 || !ok2 || !d.Valid() {
		return nil, errClause
	}
	return term.Tuple{term.Int(d.Days()), dayFraction(t)}, nil
}

// fractionOf is a time with all digits, of parts of a day.
func fractionOf(t term.Term) (calendar.Time, bool) {
	parts, ok := ints2(t)
	if !ok || parts[1] <= 0 {
		return calendar.Time{}, false
	}
	micros := parts[0] * (microsPerDay / parts[1])
	if microsPerDay%parts[1] != 0 {
		micros = int(float64(parts[0]) / float64(parts[1]) * microsPerDay)
	}
	return calendar.FromMicros(micros, calendar.MaxPrecision), true
}

func isoNaiveFromDays(self *process.Process, a []term.Term) (term.Term, error) {
	both, ok := a[0].(term.Tuple)
	if !ok || len(both) != 2 {
		return nil, errClause
	}
	d, err := dateOfDays(self, both[0])
	if err != nil {
		return nil, err
	}
	t, ok := fractionOf(both[1])
	if !ok {
		return nil, errClause
	}
	return naiveTuple(calendar.Naive{Date: d, Time: t}), nil
}

func isoTimeToFraction(_ *process.Process, a []term.Term) (term.Term, error) {
	t, ok := timeAt(a)
	if !ok {
		return nil, errClause
	}
	return dayFraction(t), nil
}

func isoTimeFromFraction(_ *process.Process, a []term.Term) (term.Term, error) {
	t, ok := fractionOf(a[0])
	if !ok {
		return nil, errClause
	}
	return timeTuple(t), nil
}

func isoDateText(_ *process.Process, a []term.Term) (term.Term, error) {
	d, ok1 := dayAt(a)
	f, ok2 := formatAt(a[3])
	if !ok1 || !ok2 {
		return nil, errClause
	}
	return term.Binary(d.Text(f)), nil
}

func isoTimeText(_ *process.Process, a []term.Term) (term.Term, error) {
	t, ok1 := timeAt(a)
	f, ok2 := formatAt(a[4])
	if !ok1 || !ok2 {
		return nil, errClause
	}
	return term.Binary(t.Text(f)), nil
}

func isoNaiveText(_ *process.Process, a []term.Term) (term.Term, error) {
	d, ok1 := dayAt(a)
	t, ok2 := timeAt(a[3:])
	f, ok3 := formatAt(a[7])
	if !ok1 || !ok2 || !ok3 {
		return nil, errClause
	}
	return term.Binary(calendar.Naive{Date: d, Time: t}.Text(f, " ")), nil
}

func isoZonedText(_ *process.Process, a []term.Term) (term.Term, error) {
	d, ok1 := dayAt(a)
	t, ok2 := timeAt(a[3:])
	f, ok3 := formatAt(a[11])
	zone, ok4 := a[7].(term.Binary)
	abbr, ok5 := a[8].(term.Binary)
	utc, ok6 := intAt(a, 9)
	standard, ok7 := intAt(a, 10)
	if !ok1 || !ok2 || !ok3 || !ok4 || !ok5 || !ok6 || !ok7 {
		return nil, errClause
	}
	z := calendar.Zoned{Naive: calendar.Naive{Date: d, Time: t}, Zone: string(zone), Abbr: string(abbr), UTCOffset: utc, StandardOff: standard}
	return term.Binary(z.Text(f)), nil
}

func isoParse(f func(string, calendar.Format) (term.Term, calendar.Problem)) process.Func {
	return func(_ *process.Process, a []term.Term) (term.Term, error) {
		text, ok1 := a[0].(term.Binary)
		format, ok2 := formatAt(a[1])
		if !ok1 || !ok2 {
			return nil, errClause
		}
		return result(f(string(text), format)), nil
	}
}

func isoParseUniversal(_ *process.Process, a []term.Term) (term.Term, error) {
	text, ok1 := a[0].(term.Binary)
	format, ok2 := formatAt(a[1])
	if !ok1 || !ok2 {
		return nil, errClause
	}
	n, offset, problem := calendar.ParseUniversal(string(text), format)
	if problem != "" {
		return problemTuple(problem), nil
	}
	return term.Tuple{term.OK, naiveTuple(n), term.Int(offset)}, nil
}
