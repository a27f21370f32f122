package lib

import (
	"gex/runtime/calendar"
	"gex/runtime/exception"
	"gex/runtime/process"
	"gex/runtime/term"
)

func naiveTable() Module {
	return Module{
		Name: naiveModule,
		Doc:  "A date and a time without a zone, written `~N[2024-02-29 23:59:59]`.",
		Struct: []term.Pair{
			pair("year", term.Nil), pair("month", term.Nil), pair("day", term.Nil),
			pair("hour", term.Nil), pair("minute", term.Nil), pair("second", term.Nil), pair("microsecond", term.Tuple{term.Int(0), term.Int(0)}), pair("calendar", isoModule),
		},
		Enforced: []term.Atom{"year", "month", "day", "hour", "minute", "second"},
		Functions: []Function{
			{"new", "date, time", "`{:ok, naive_datetime}` of a date and a time.", naiveOfParts},
			{"new", `year, month, day, hour, minute, second, microsecond \\ {0, 0}, calendar \\ Calendar.ISO`, "`{:ok, naive_datetime}`, or an error.", naiveNew},
			{"new!", "date, time", "The date and time.", naiveMustOfParts},
			{"new!", `year, month, day, hour, minute, second, microsecond \\ {0, 0}, calendar \\ Calendar.ISO`, "The date and time; raises if there is none.", must(naiveNew, naiveFrame("new!", 8, 304), func(args) string { return "cannot build naive datetime" })},
			{"utc_now", `calendar \\ Calendar.ISO`, "What it is in UTC.", naiveNow},
			{"local_now", `calendar \\ Calendar.ISO`, "What it is here; gex lives in UTC.", func(self *process.Process, _ []term.Term) (term.Term, error) {
				n := utcNow(self)
				n.Time = n.Truncated(0)
				return naiveTerm(n), nil
			}},
			{"from_iso8601", `string, calendar \\ Calendar.ISO`, "Reads `2024-02-29T23:59:59`.", naiveParse},
			{"from_iso8601!", `string, calendar \\ Calendar.ISO`, "Reads a date and time; raises if the text is none.", must(naiveParse, naiveFrame("from_iso8601!", 2, 772), func(a args) string { return "cannot parse " + show(a[0]) + " as naive datetime" })},
			{"from_erl", `tuple, microsecond \\ {0, 0}, calendar \\ Calendar.ISO`, "What a tuple of Erlang says.", naiveFromErl},
			{"from_erl!", `tuple, microsecond \\ {0, 0}, calendar \\ Calendar.ISO`, "What a tuple of Erlang says, or an error.", must(naiveFromErl, naiveFrame("from_erl!", 3, 914), func(a args) string { return "cannot convert " + show(a[0]) + " to naive datetime" })},
			{"from_gregorian_seconds", `seconds, microsecond_precision \\ {0, 0}, calendar \\ Calendar.ISO`, "So many seconds after the beginning of the year 0.", naiveFromSeconds},
			{"to_gregorian_seconds", "naive_datetime", "`{seconds, microseconds}` after the beginning of the year 0.", onNaive(func(n calendar.Naive) term.Term { return pairOfInts(n.Seconds(), n.Micro) })},
			{"to_erl", "naive_datetime", "The tuple of Erlang.", onNaive(func(n calendar.Naive) term.Term { return term.Tuple{erlDate(n.Date), erlTime(n.Time)} })},
			{"to_date", "naive_datetime", "The date.", onNaive(func(n calendar.Naive) term.Term { return dateTerm(n.Date) })},
			{"to_time", "naive_datetime", "The time.", onNaive(func(n calendar.Naive) term.Term { return timeTerm(n.Time) })},
			{"to_string", "naive_datetime", "The text.", onNaive(func(n calendar.Naive) term.Term { return term.Binary(n.Text(calendar.Extended, " ")) })},
			{"to_iso8601", `naive_datetime, format \\ :extended`, "The text as ISO 8601 has it.", naiveISO},
			{"add", `naive_datetime, amount_to_add, unit \\ :second`, "Later by an amount of a unit.", naiveAdd},
			{"diff", `naive_datetime1, naive_datetime2, unit \\ :second`, "The time from the second to the first.", naiveDiff},
			{"compare", "naive_datetime1, naive_datetime2", "`:lt`, `:eq` or `:gt`.", naiveCompare},
			{"truncate", "naive_datetime, precision", "With fewer digits of the second.", naiveTruncate},
			{"convert", "naive_datetime, calendar", "In another calendar; gex has only Calendar.ISO.", converted(naiveOnly, naiveFrame("convert", 2, 1093))},
			{"convert!", "naive_datetime, calendar", "In another calendar, or an error.", mustConvert(naiveOnly, naiveFrame("convert", 2, 1093), naiveFrame("convert!", 2, 1125))},
		},
	}
}

func naiveFrame(function string, arity, line int) exception.Frame {
	return at("NaiveDateTime", function, arity, "calendar/naive_datetime.ex", line)
}

// utcNow is the time of the node.
func utcNow(self *process.Process) calendar.Naive {
	return calendar.NaiveFromMicros(int(self.Node().SystemTime().UnixMicro())+calendar.UnixMicros, calendar.MaxPrecision)
}

func naiveNow(self *process.Process, _ []term.Term) (term.Term, error) {
	return naiveTerm(utcNow(self)), nil
}

func onNaive(f func(calendar.Naive) term.Term) process.Func {
	return func(_ *process.Process, a []term.Term) (term.Term, error) {
		n, ok := naiveOf(a[0])
		if !ok {
			return nil, errClause
		}
		return f(n), nil
	}
}

func naiveMustOfParts(_ *process.Process, a []term.Term) (term.Term, error) {
	d, ok1 := dateOf(a[0])
	t, ok2 := timeOf(a[1])
	if !ok1 || !ok2 {
		return nil, errClause
	}
	return naiveTerm(calendar.Naive{Date: d, Time: t}), nil
}

func naiveOfParts(self *process.Process, a []term.Term) (term.Term, error) {
	n, err := naiveMustOfParts(self, a)
	if err != nil {
		return nil, err
	}
	return okTuple(n), nil
}

func naiveNew(self *process.Process, a []term.Term) (term.Term, error) {
	d, problem, err := dateFromParts(self, a)
	if err != nil || problem != "" {
		return problemTuple(problem), err
	}
	t, err := timeNew(self, args{a[3], a[4], a[5], a[6], nil})
	if err != nil {
		return nil, err
	}
	parts := t.(term.Tuple)
	if parts[0] != term.Term(term.OK) {
		return t, nil
	}
	clock, _ := timeOf(parts[1])
	return okTuple(naiveTerm(calendar.Naive{Date: d, Time: clock})), nil
}

func naiveParse(self *process.Process, a []term.Term) (term.Term, error) {
	text, err := textAt(self, a, "parse_naive_datetime", naiveFrame("from_iso8601", 2, 733))
	if err != nil {
		return nil, err
	}
	n, problem := calendar.ParseNaive(text, calendar.Extended)
	return result(naiveTerm(n), problem), nil
}

func naiveFromErl(self *process.Process, a []term.Term) (term.Term, error) {
	both, ok := a[0].(term.Tuple)
	if !ok || len(both) != 2 {
		return nil, errClause
	}
	d, ok1 := both[0].(term.Tuple)
	t, ok2 := both[1].(term.Tuple)
	if !ok1 || !ok2 || len(d) != 3 || len(t) != 3 {
		return nil, errClause
	}
	return naiveNew(self, args{d[0], d[1], d[2], t[0], t[1], t[2], a[1], nil})
}

// gregorian is a number of seconds with microseconds, since the year 0.
func gregorian(self *process.Process, a args) (calendar.Naive, error) {
	seconds, ok1 := intAt(a, 0)
	micro, precision, ok2 := microArgument(a[1])
	if !ok1 || !ok2 {
		return calendar.Naive{}, errClause
	}
	if days := floorDivide(seconds, calendar.SecondsPerDay); days < calendar.MinDays || days > calendar.MaxDays {
		return calendar.Naive{}, dayOutside(self, term.Int(days)).In(isoCall("naive_datetime_from_iso_days", 1, 698))
	}
	return calendar.NaiveFromMicros(seconds*1_000_000+micro, precision), nil
}

// shifted is a moment so many microseconds later.
func shifted(self *process.Process, n calendar.Naive, micros, precision int) (calendar.Naive, error) {
	total := n.Micros() + micros
	if !calendar.InRange(total) {
		days := floorDivide(total, calendar.SecondsPerDay*1_000_000)
		return n, dayOutside(self, term.Int(days)).In(isoCall("naive_datetime_from_iso_days", 1, 698))
	}
	return calendar.NaiveFromMicros(total, precision), nil
}

func naiveFromSeconds(self *process.Process, a []term.Term) (term.Term, error) {
	n, err := gregorian(self, a)
	if err != nil {
		return nil, throughFrames(err, naiveFrame("from_gregorian_seconds", 3, 943))
	}
	return naiveTerm(n), nil
}

func naiveISO(_ *process.Process, a []term.Term) (term.Term, error) {
	n, ok1 := naiveOf(a[0])
	f, ok2 := formatAt(a[1])
	if !ok1 || !ok2 {
		return nil, errClause
	}
	return term.Binary(n.Text(f, "T")), nil
}

func naiveAdd(self *process.Process, a []term.Term) (term.Term, error) {
	n, ok1 := naiveOf(a[0])
	amount, ok2 := intAt(a, 1)
	if !ok1 || !ok2 {
		return nil, errClause
	}
	micros, err := duration(amount, a[2], true, naiveFrame("add", 3, 442))
	if err != nil {
		return nil, err
	}
	later, err := shifted(self, n, micros, n.Precision)
	if err != nil {
		return nil, exception.In(err, naiveFrame("from_iso_days", 3, 1161))
	}
	return naiveTerm(later), nil
}

func naiveDiff(_ *process.Process, a []term.Term) (term.Term, error) {
	x, ok1 := naiveOf(a[0])
	y, ok2 := naiveOf(a[1])
	if !ok1 || !ok2 {
		return nil, errClause
	}
	return difference(x.Micros(), y.Micros(), a[2], true, naiveFrame("diff", 3, 524))
}

func naiveCompare(_ *process.Process, a []term.Term) (term.Term, error) {
	x, ok1 := naiveOf(a[0])
	y, ok2 := naiveOf(a[1])
	if !ok1 || !ok2 {
		return nil, errClause
	}
	return later(x.Micros(), y.Micros()), nil
}

func naiveTruncate(self *process.Process, a []term.Term) (term.Term, error) {
	n, ok := naiveOf(a[0])
	if !ok {
		return nil, errClause
	}
	t, err := truncated(self, n.Time, a[1], naiveFrame("truncate", 2, 551))
	n.Time = t
	return naiveTerm(n), err
}

func naiveOnly(t term.Term) (term.Term, bool) {
	v, ok := naiveOf(t)
	return naiveTerm(v), ok
}
