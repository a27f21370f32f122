package lib

import (
	"gex/runtime/calendar"
	"gex/runtime/code"
	"gex/runtime/exception"
	"gex/runtime/process"
	"gex/runtime/term"
)

func timeTable() Module {
	return Module{
		Name: timeModule,
		Doc:  "A time of the day, written `~T[23:59:59]`.",
		Struct: []term.Pair{
			pair("hour", term.Nil), pair("minute", term.Nil), pair("second", term.Nil),
			pair("microsecond", term.Tuple{term.Int(0), term.Int(0)}), pair("calendar", isoModule),
		},
		Enforced: []term.Atom{"hour", "minute", "second"},
		Functions: []Function{
			{"new", `hour, minute, second, microsecond \\ {0, 0}, calendar \\ Calendar.ISO`, "`{:ok, time}`, or `{:error, :invalid_time}`.", timeNew},
			{"new!", `hour, minute, second, microsecond \\ {0, 0}, calendar \\ Calendar.ISO`, "The time; raises if there is none.", must(timeNew, timeFrame("new!", 5, 182), func(args) string { return "cannot build time" })},
			{"utc_now", `calendar \\ Calendar.ISO`, "The time that it is in UTC.", func(self *process.Process, _ []term.Term) (term.Term, error) {
				return timeTerm(utcNow(self).Time), nil
			}},
			{"from_iso8601", `string, calendar \\ Calendar.ISO`, "Reads a time like `23:59:59.5`.", timeParse},
			{"from_iso8601!", `string, calendar \\ Calendar.ISO`, "Reads a time; raises if the text is none.", must(timeParse, timeFrame("from_iso8601!", 2, 286), func(a args) string { return "cannot parse " + show(a[0]) + " as time" })},
			{"from_erl", `tuple, microsecond \\ {0, 0}, calendar \\ Calendar.ISO`, "The time of a tuple as Erlang has it.", timeFromErl},
			{"from_erl!", `tuple, microsecond \\ {0, 0}, calendar \\ Calendar.ISO`, "The time of a tuple; raises if there is none.", must(timeFromErl, timeFrame("from_erl!", 3, 394), func(a args) string { return "cannot convert " + show(a[0]) + " to time" })},
			{"from_seconds_after_midnight", `seconds, microsecond \\ {0, 0}, calendar \\ Calendar.ISO`, "The time so many seconds after midnight.", timeFromSeconds},
			{"to_seconds_after_midnight", "time", "`{seconds, microseconds}` after midnight.", onTime(func(t calendar.Time) term.Term { return pairOfInts(t.Seconds(), t.Micro) })},
			{"to_erl", "time", "The tuple of the time.", onTime(erlTime)},
			{"to_string", "time", "The text of the time.", onTime(func(t calendar.Time) term.Term { return term.Binary(t.Text(calendar.Extended)) })},
			{"to_iso8601", `time, format \\ :extended`, "The text of the time; `:basic` has no colons.", timeISO},
			{"add", `time, amount_to_add, unit \\ :second`, "A later time; the day begins again at midnight.", timeAdd},
			{"diff", `time1, time2, unit \\ :second`, "The time from `time2` to `time1`.", timeDiff},
			{"compare", "time1, time2", "`:lt`, `:eq` or `:gt`.", timeCompare},
			{"truncate", "time, precision", "The time with fewer digits of the second.", timeTruncate},
			{"convert", "time, calendar", "The time in another calendar; gex has only Calendar.ISO.", timeConvert(false)},
			{"convert!", "time, calendar", "The time in another calendar, or an error.", timeConvert(true)},
		},
	}
}

func timeFrame(function string, arity, line int) exception.Frame {
	return at("Time", function, arity, "calendar/time.ex", line)
}

func onTime(f func(calendar.Time) term.Term) process.Func {
	return func(_ *process.Process, a []term.Term) (term.Term, error) {
		t, ok := timeOf(a[0])
		if !ok {
			return nil, errClause
		}
		return f(t), nil
	}
}

// microArgument reads the argument microsecond: a pair, or a number that is
// shown with all digits; nil is the default.
func microArgument(t term.Term) (micro, precision int, ok bool) {
	if t == nil {
		return 0, 0, true
	}
	if n, ok := t.(term.Int); ok {
		return int(n), calendar.MaxPrecision, true
	}
	return microOf(t)
}

func timeNew(_ *process.Process, a []term.Term) (term.Term, error) {
	micro, precision, ok := microArgument(a[3])
	if !ok {
		a[4] = isoModule
		return nil, errClause
	}
	t := calendar.Time{Micro: micro, Precision: precision}
	for i, field := range []*int{&t.Hour, &t.Minute, &t.Second} {
		if *field, ok = intAt(a, i); !ok {
			a[3], a[4] = microTerm(t), isoModule
			return nil, errClause
		}
	}
	if !t.Valid() {
		return problemTuple(calendar.InvalidTime), nil
	}
	return okTuple(timeTerm(t)), nil
}

func timeParse(self *process.Process, a []term.Term) (term.Term, error) {
	text, err := textAt(self, a, "parse_time", timeFrame("from_iso8601", 2, 255))
	if err != nil {
		return nil, err
	}
	t, problem := calendar.ParseTime(text, calendar.Extended)
	return result(timeTerm(t), problem), nil
}

func timeFromErl(self *process.Process, a []term.Term) (term.Term, error) {
	tuple, ok := a[0].(term.Tuple)
	if !ok || len(tuple) != 3 {
		return nil, errClause
	}
	return timeNew(self, args{tuple[0], tuple[1], tuple[2], a[1], nil})
}

func timeFromSeconds(_ *process.Process, a []term.Term) (term.Term, error) {
	n, ok1 := intAt(a, 0)
	micro, precision, ok2 := microArgument(a[1])
	if !ok1 || !ok2 {
		return nil, errClause
	}
	n -= floorDivide(n, calendar.SecondsPerDay) * calendar.SecondsPerDay
	return timeTerm(calendar.FromMicros(n*1_000_000+micro, precision)), nil
}

func timeISO(_ *process.Process, a []term.Term) (term.Term, error) {
	t, ok1 := timeOf(a[0])
	f, ok2 := formatAt(a[1])
	if !ok1 || !ok2 {
		return nil, errClause
	}
	return term.Binary(t.Text(f)), nil
}

// duration is an amount of a unit in microseconds.
func duration(amount int, unit term.Term, days bool, frame exception.Frame) (int, error) {
	if seconds, ok := wordIn(longUnits, unit); ok && (days || seconds < calendar.SecondsPerDay) {
		return amount * seconds * 1_000_000, nil
	}
	parts, ok := unitParts(unit)
	if !ok {
		return 0, badUnit(unit).In(frame)
	}
	return microsOf(amount, parts), nil
}

func timeAdd(_ *process.Process, a []term.Term) (term.Term, error) {
	t, ok1 := timeOf(a[0])
	amount, ok2 := intAt(a, 1)
	if !ok1 || !ok2 {
		return nil, errClause
	}
	micros, err := duration(amount, a[2], false, timeFrame("add", 3, 511))
	if err != nil {
		return nil, err
	}
	const day = calendar.SecondsPerDay * 1_000_000
	total := t.Micros() + micros
	return timeTerm(calendar.FromMicros(total-floorDivide(total, day)*day, t.Precision)), nil
}

// difference of two moments in a unit: each is counted in it, downwards, before.
// Longer units than seconds are counted from the seconds, towards zero.
func difference(x, y int, unit term.Term, days bool, frame exception.Frame) (term.Term, error) {
	if seconds, ok := wordIn(longUnits, unit); ok && (days || seconds < calendar.SecondsPerDay) {
		return term.Int((inParts(x, 1) - inParts(y, 1)) / seconds), nil
	}
	parts, ok := unitParts(unit)
	if !ok {
		return nil, badUnit(unit).In(frame)
	}
	return term.Int(inParts(x, parts) - inParts(y, parts)), nil
}

func timeDiff(_ *process.Process, a []term.Term) (term.Term, error) {
	x, ok1 := timeOf(a[0])
	y, ok2 := timeOf(a[1])
	if !ok1 || !ok2 {
		return nil, errClause
	}
	return difference(x.Micros(), y.Micros(), a[2], false, timeFrame("diff", 3, 761))
}

func timeCompare(_ *process.Process, a []term.Term) (term.Term, error) {
	x, ok1 := timeOf(a[0])
	y, ok2 := timeOf(a[1])
	if !ok1 || !ok2 {
		return nil, errClause
	}
	return later(x.Micros(), y.Micros()), nil
}

// precisions are the units to which times can be truncated.
var precisions = map[term.Atom]int{"second": 0, "millisecond": 3, "microsecond": 6}

func truncated(self *process.Process, t calendar.Time, unit term.Term, frame exception.Frame) (calendar.Time, error) {
	precision, ok := wordIn(precisions, unit)
	if !ok {
		return t, exception.In(noClause(self, "Elixir.Calendar", "truncate", args{microTerm(t), unit}), frame)
	}
	return t.Truncated(precision), nil
}

func timeTruncate(self *process.Process, a []term.Term) (term.Term, error) {
	t, ok := timeOf(a[0])
	if !ok {
		return nil, errClause
	}
	t, err := truncated(self, t, a[1], timeFrame("truncate", 2, 787))
	return timeTerm(t), err
}

func timeConvert(must bool) process.Func {
	return func(self *process.Process, a []term.Term) (term.Term, error) {
		t, ok := timeOf(a[0])
		module, isAtom := a[1].(term.Atom)
		if !ok || !isAtom {
			return nil, errClause
		}
		frames := []exception.Frame{timeFrame("convert", 2, 638)}
		if must {
			frames = append(frames, timeFrame("convert!", 2, 668))
		}
		if module != isoModule {
			_, err := code.Apply(self, module, "time_from_day_fraction", dayFraction(t))
			return nil, throughFrames(err, frames...)
		}
		if must {
			return timeTerm(t), nil
		}
		return okTuple(timeTerm(t)), nil
	}
}
