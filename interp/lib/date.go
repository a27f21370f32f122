package lib

import (
	"gex/runtime/calendar"
	"gex/runtime/code"
	"gex/runtime/exception"
	"gex/runtime/process"
	"gex/runtime/term"
)

func dateTable() Module {
	return Module{
		Name:     dateModule,
		Doc:      "A day of the calendar, written `~D[2024-02-29]`.",
		Struct:   []term.Pair{pair("year", term.Nil), pair("month", term.Nil), pair("day", term.Nil), pair("calendar", isoModule)},
		Enforced: []term.Atom{"year", "month", "day"},
		Functions: []Function{
			{"new", `year, month, day, calendar \\ Calendar.ISO`, "`{:ok, date}`, or `{:error, :invalid_date}`.", dateNew},
			{"new!", `year, month, day, calendar \\ Calendar.ISO`, "The date; raises if there is no such day.", must(dateNew, dateFrame("new!", 4, 299), func(args) string { return "cannot build date" })},
			{"utc_today", `calendar \\ Calendar.ISO`, "The day that it is in UTC.", func(self *process.Process, _ []term.Term) (term.Term, error) {
				return dateTerm(utcNow(self).Date), nil
			}},
			{"from_iso8601", `string, calendar \\ Calendar.ISO`, "Reads a date like `2024-02-29`.", dateParse},
			{"from_iso8601!", `string, calendar \\ Calendar.ISO`, "Reads a date; raises if the text is none.", must(dateParse, dateFrame("from_iso8601!", 2, 369), func(a args) string { return "cannot parse " + show(a[0]) + " as date" })},
			{"from_erl", `tuple, calendar \\ Calendar.ISO`, "The date of a tuple as Erlang has it.", dateFromErl},
			{"from_erl!", `tuple, calendar \\ Calendar.ISO`, "The date of a tuple; raises if there is no such day.", must(dateFromErl, dateFrame("from_erl!", 2, 472), func(a args) string { return "cannot convert " + show(a[0]) + " to date" })},
			{"from_gregorian_days", `days, calendar \\ Calendar.ISO`, "The date so many days after 0000-01-01.", dateFromDays},
			{"to_gregorian_days", "date", "The number of days since 0000-01-01.", onDate(func(d calendar.Date) term.Term { return term.Int(d.Days()) })},
			{"to_erl", "date", "The tuple of the date.", onDate(erlDate)},
			{"to_string", "date", "The text of the date.", onDate(func(d calendar.Date) term.Term { return term.Binary(d.Text(calendar.Extended)) })},
			{"to_iso8601", `date, format \\ :extended`, "The text of the date; `:basic` has no dashes.", dateISO},
			{"add", "date, days", "The day so many days later.", dateAdd},
			{"diff", "date1, date2", "The days from `date2` to `date1`.", dateDiff},
			{"compare", "date1, date2", "`:lt`, `:eq` or `:gt`.", onDates(func(a, b calendar.Date) term.Term { return later(a.Days(), b.Days()) })},
			{"range", "first, last", "All days from `first` to `last`.", dateRange2},
			{"range", "first, last, step", "Every `step`th day from `first` to `last`.", dateRange3},
			{"leap_year?", "date", "Whether the year has 366 days.", onDate(func(d calendar.Date) term.Term { return term.Bool(calendar.Leap(d.Year)) })},
			{"days_in_month", "date", "The length of the month.", onDate(func(d calendar.Date) term.Term { return term.Int(calendar.DaysInMonth(d.Year, d.Month)) })},
			{"months_in_year", "date", "Twelve.", onDate(func(calendar.Date) term.Term { return term.Int(12) })},
			{"day_of_week", `date, starting_on \\ :default`, "The day of the week, 1 for Monday or for `starting_on`.", dateWeekday},
			{"day_of_year", "date", "The day of the year, from 1.", onDate(func(d calendar.Date) term.Term { return term.Int(d.DayOfYear()) })},
			{"quarter_of_year", "date", "The quarter of the year, from 1.", onDate(func(d calendar.Date) term.Term { return term.Int(d.Quarter()) })},
			{"year_of_era", "date", "`{year, era}`; era 0 is before the year 1.", onDate(func(d calendar.Date) term.Term { return pairOfInts(calendar.YearOfEra(d.Year)) })},
			{"day_of_era", "date", "`{day, era}`, counted from where the eras meet.", onDate(func(d calendar.Date) term.Term { return pairOfInts(d.DayOfEra()) })},
			{"beginning_of_month", "date", "The first day of the month.", onDate(func(d calendar.Date) term.Term { return dateTerm(calendar.Date{Year: d.Year, Month: d.Month, Day: 1}) })},
			{"end_of_month", "date", "The last day of the month.", onDate(func(d calendar.Date) term.Term {
				return dateTerm(calendar.Date{Year: d.Year, Month: d.Month, Day: calendar.DaysInMonth(d.Year, d.Month)})
			})},
			{"beginning_of_week", `date, starting_on \\ :default`, "The first day of the week.", dateOfWeek(0)},
			{"end_of_week", `date, starting_on \\ :default`, "The last day of the week.", dateOfWeek(6)},
			{"convert", "date, calendar", "The date in another calendar; gex has only Calendar.ISO.", converted(dateOnly, dateFrame("convert", 2, 595))},
			{"convert!", "date, calendar", "The date in another calendar, or an error.", mustConvert(dateOnly, dateFrame("convert", 2, 595), dateFrame("convert!", 2, 624))},
		},
	}
}

func dateFrame(function string, arity, line int) exception.Frame {
	return at("Date", function, arity, "calendar/date.ex", line)
}

// must makes of a function that returns {:ok, value} or {:error, reason} one
// that raises an ArgumentError.
func must(f process.Func, frame exception.Frame, what func(a args) string) process.Func {
	return func(self *process.Process, a []term.Term) (term.Term, error) {
		result, err := f(self, a)
		if err != nil {
			return nil, err
		}
		tuple := result.(term.Tuple)
		if tuple[0] == term.Term(term.OK) {
			return tuple[1], nil
		}
		return nil, exception.ArgumentError("%s, reason: %s", what(a), show(tuple[1])).In(frame)
	}
}

// result is {:ok, t}, or {:error, p} if there is a problem.
func result(t term.Term, p calendar.Problem) term.Term {
	if p != "" {
		return problemTuple(p)
	}
	return okTuple(t)
}

func onDate(f func(calendar.Date) term.Term) process.Func {
	return func(_ *process.Process, a []term.Term) (term.Term, error) {
		d, ok := dateOf(a[0])
		if !ok {
			return nil, errClause
		}
		return f(d), nil
	}
}

func onDates(f func(a, b calendar.Date) term.Term) process.Func {
	return func(_ *process.Process, a []term.Term) (term.Term, error) {
		x, ok1 := dateOf(a[0])
		y, ok2 := dateOf(a[1])
		if !ok1 || !ok2 {
			return nil, errClause
		}
		return f(x, y), nil
	}
}

func pairOfInts(a, b int) term.Term { return term.Tuple{term.Int(a), term.Int(b)} }

func erlDate(d calendar.Date) term.Term {
	return term.Tuple{term.Int(d.Year), term.Int(d.Month), term.Int(d.Day)}
}

func erlTime(t calendar.Time) term.Term {
	return term.Tuple{term.Int(t.Hour), term.Int(t.Minute), term.Int(t.Second)}
}

// dateFromParts checks three integers.
func dateFromParts(self *process.Process, a args) (calendar.Date, calendar.Problem, error) {
	y, ok1 := intAt(a, 0)
	m, ok2 := intAt(a, 1)
	d, ok3 := intAt(a, 2)
	if !ok1 || !ok2 || !ok3 {
		return calendar.Date{}, "", exception.In(noClause(self, isoModule, "valid_date?", a[:3]), dateFrame("new", 4, 269))
	}
	date := calendar.Date{Year: y, Month: m, Day: d}
	if !date.Valid() {
		return date, calendar.InvalidDate, nil
	}
	return date, "", nil
}

func dateNew(self *process.Process, a []term.Term) (term.Term, error) {
	d, problem, err := dateFromParts(self, a)
	if err != nil {
		return nil, err
	}
	return result(dateTerm(d), problem), nil
}

// textAt is a text for a parser of Calendar.ISO.
func textAt(self *process.Process, a args, parser string, frame exception.Frame) (string, error) {
	text, ok := a[0].(term.Binary)
	if !ok {
		return "", exception.In(noClause(self, isoModule, parser, a[:1]), frame)
	}
	return string(text), nil
}

func dateParse(self *process.Process, a []term.Term) (term.Term, error) {
	text, err := textAt(self, a, "parse_date", dateFrame("from_iso8601", 2, 343))
	if err != nil {
		return nil, err
	}
	d, problem := calendar.ParseDate(text, calendar.Extended)
	return result(dateTerm(d), problem), nil
}

func dateFromErl(self *process.Process, a []term.Term) (term.Term, error) {
	tuple, ok := a[0].(term.Tuple)
	if !ok || len(tuple) != 3 {
		return nil, errClause
	}
	return dateNew(self, tuple)
}

func dateFromDays(self *process.Process, a []term.Term) (term.Term, error) {
	if !term.IsInteger(a[0]) {
		return nil, errClause
	}
	d, err := dateOfDays(self, a[0])
	if err != nil {
		return nil, exception.In(err, dateFrame("from_iso_days", 2, 721))
	}
	return dateTerm(d), nil
}

func dateISO(_ *process.Process, a []term.Term) (term.Term, error) {
	d, ok1 := dateOf(a[0])
	f, ok2 := formatAt(a[1])
	if !ok1 || !ok2 {
		return nil, errClause
	}
	return term.Binary(d.Text(f)), nil
}

func dateAdd(self *process.Process, a []term.Term) (term.Term, error) {
	d, ok := dateOf(a[0])
	if !ok {
		return nil, errClause
	}
	days, ok := term.Add(term.Int(d.Days()), a[1])
	if !ok {
		return nil, badarith("+", term.Int(d.Days()), a[1])
	}
	moved, err := dateOfDays(self, days)
	if err != nil {
		return nil, exception.In(err, dateFrame("add", 2, 661))
	}
	return dateTerm(moved), nil
}

func dateDiff(_ *process.Process, a []term.Term) (term.Term, error) {
	x, ok1 := dateOf(a[0])
	y, ok2 := dateOf(a[1])
	if !ok1 || !ok2 {
		return nil, errClause
	}
	return term.Int(x.Days() - y.Days()), nil
}

func dateRange2(self *process.Process, a []term.Term) (term.Term, error) {
	first, ok1 := dateOf(a[0])
	last, ok2 := dateOf(a[1])
	if !ok1 || !ok2 {
		return nil, errClause
	}
	step := 1
	if first.Days() > last.Days() {
		step = -1
	}
	return dateRange3(self, args{a[0], a[1], term.Int(step)})
}

func dateRange3(_ *process.Process, a []term.Term) (term.Term, error) {
	first, ok1 := dateOf(a[0])
	last, ok2 := dateOf(a[1])
	step, ok3 := intAt(a, 2)
	if !ok1 || !ok2 || !ok3 || step == 0 {
		return nil, exception.ArgumentError("both dates must have matching calendar and the step must be a non-zero integer, got: %s, %s, %s",
			show(a[0]), show(a[1]), show(a[2])).In(dateFrame("range", 3, 142))
	}
	return structOf(dateRangeModule, pair("first", dateTerm(first)), pair("last", dateTerm(last)), pair("step", term.Int(step)),
		pair("first_in_iso_days", term.Int(first.Days())), pair("last_in_iso_days", term.Int(last.Days()))), nil
}

// dateSpan returns a Date.Range as a range of days.
func dateSpan(m *term.Map) (span, bool) {
	var n [3]int64
	for i, name := range []string{"first_in_iso_days", "last_in_iso_days", "step"} {
		value, _ := m.Get(term.Atom(name))
		number, ok := value.(term.Int)
		if !ok {
			return span{}, false
		}
		n[i] = int64(number)
	}
	return span{n[0], n[1], n[2]}, n[2] != 0
}

// weekStarts are the days on which a week may start.
var weekStarts = map[term.Atom]int{
	"default": 1, "monday": 1, "tuesday": 2, "wednesday": 3, "thursday": 4,
	"friday": 5, "saturday": 6, "sunday": 7,
}

// weekday is the day of the week, from 1, when weeks start on a day.
func weekday(self *process.Process, d calendar.Date, start term.Term) (int, error) {
	first, ok := wordIn(weekStarts, start)
	if !ok {
		return 0, exception.In(noClause(self, isoModule, "day_of_week_offset", args{start}),
			isoCall("iso_days_to_day_of_week", 2, 945), isoCall("day_of_week", 4, 940))
	}
	return (d.Weekday()-first+7)%7 + 1, nil
}

func dateWeekday(self *process.Process, a []term.Term) (term.Term, error) {
	d, ok := dateOf(a[0])
	if !ok {
		return nil, errClause
	}
	n, err := weekday(self, d, a[1])
	if err != nil {
		return nil, exception.In(err, dateFrame("day_of_week", 2, 768))
	}
	return term.Int(n), nil
}

// weekError is the exception of a week that starts on no day of the week.
func weekError(self *process.Process, start term.Term, offset int) error {
	frame := dateFrame("beginning_of_week", 2, 802)
	if offset > 0 {
		frame = dateFrame("end_of_week", 2, 848)
	}
	return exception.In(noClause(self, isoModule, "day_of_week_offset", args{start}), isoCall("iso_days_to_day_of_week", 2, 945), frame)
}

func dateOfWeek(offset int) process.Func {
	return func(self *process.Process, a []term.Term) (term.Term, error) {
		d, ok := dateOf(a[0])
		if !ok {
			return nil, errClause
		}
		n, err := weekday(self, d, a[1])
		if err != nil {
			return nil, weekError(self, a[1], offset)
		}
		return dateTerm(calendar.FromDays(d.Days() - n + 1 + offset)), nil
	}
}

// converted is convert/2 of a struct: to the only calendar there is.
func converted(plain func(term.Term) (term.Term, bool), in exception.Frame) process.Func {
	return func(self *process.Process, a []term.Term) (term.Term, error) {
		t, err := convertTo(self, plain, a)
		if err != nil {
			return nil, throughFrames(err, in)
		}
		return okTuple(t), nil
	}
}

func mustConvert(plain func(term.Term) (term.Term, bool), in ...exception.Frame) process.Func {
	return func(self *process.Process, a []term.Term) (term.Term, error) {
		t, err := convertTo(self, plain, a)
		return t, throughFrames(err, in...)
	}
}

// throughFrames adds the frames to an error of a callback, but not to errClause.
func throughFrames(err error, in ...exception.Frame) error {
	if err == nil || err == errClause {
		return err
	}
	return exception.In(err, in...)
}

func convertTo(self *process.Process, plain func(term.Term) (term.Term, bool), a args) (term.Term, error) {
	t, ok := plain(a[0])
	module, isAtom := a[1].(term.Atom)
	if !ok || !isAtom {
		return nil, errClause
	}
	if module == isoModule {
		return t, nil
	}
	// Another calendar says first when its days begin, and gex knows no more of it.
	if _, err := code.Apply(self, module, "day_rollover_relative_to_midnight_utc"); err != nil {
		return nil, exception.In(err, calendarFrame("compatible_calendars?", 2, 344))
	}
	return nil, exception.ArgumentError("gex has no calendar but Calendar.ISO, got: %s", shown(self, module))
}

func dateOnly(t term.Term) (term.Term, bool) {
	d, ok := dateOf(t)
	return dateTerm(d), ok
}

func dateRangeTable() Module {
	return Module{
		Name: dateRangeModule,
		Doc:  "The days between two dates, as `Date.range/2` makes them. They can be enumerated.",
		Struct: []term.Pair{
			pair("first", term.Nil), pair("last", term.Nil), pair("first_in_iso_days", term.Nil),
			pair("last_in_iso_days", term.Nil), pair("step", term.Nil),
		},
		Enforced: []term.Atom{"first", "last", "first_in_iso_days", "last_in_iso_days", "step"},
	}
}
