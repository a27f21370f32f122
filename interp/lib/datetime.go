package lib

import (
	"fmt"

	"gex/runtime/calendar"
	"gex/runtime/exception"
	"gex/runtime/process"
	"gex/runtime/term"
)

func zonedTable() Module {
	return Module{
		Name: zonedModule,
		Doc:  "A date and a time in a zone, written `~U[2024-02-29 23:59:59Z]`. The only zone that is known by its name is Etc/UTC.",
		Struct: []term.Pair{
			pair("calendar", isoModule), pair("year", term.Nil), pair("month", term.Nil), pair("day", term.Nil),
			pair("hour", term.Nil), pair("minute", term.Nil), pair("second", term.Nil), pair("microsecond", term.Tuple{term.Int(0), term.Int(0)}),
			pair("time_zone", term.Nil), pair("zone_abbr", term.Nil), pair("utc_offset", term.Nil), pair("std_offset", term.Nil),
		},
		Enforced: []term.Atom{"year", "month", "day", "hour", "minute", "second", "time_zone", "zone_abbr", "utc_offset", "std_offset"},
		Functions: []Function{
			{"new", `date, time, time_zone \\ "Etc/UTC", time_zone_database \\ nil`, "`{:ok, datetime}` of a date and a time.", zonedNew},
			{"new!", `date, time, time_zone \\ "Etc/UTC", time_zone_database \\ nil`, "The date and time; raises for zones that are not known.", must(zonedNew, zonedFrame("new!", 4, 307), func(a args) string { return "cannot build datetime with " + show(a[0]) + " and " + show(a[1]) })},
			{"utc_now", `calendar \\ Calendar.ISO`, "What it is in UTC.", func(self *process.Process, _ []term.Term) (term.Term, error) {
				return zonedTerm(calendar.InUTC(utcNow(self))), nil
			}},
			{"now", `time_zone, time_zone_database \\ nil`, "`{:ok, datetime}` of now in a zone.", zonedNow},
			{"now!", `time_zone, time_zone_database \\ nil`, "What it is now in a zone.", must(zonedNow, zonedFrame("now!", 2, 805), func(a args) string { return "cannot get current datetime in " + show(a[0]) + " time zone" })},
			{"from_naive", `naive_datetime, time_zone, time_zone_database \\ nil`, "`{:ok, datetime}` in a zone.", zonedFromNaive},
			{"from_naive!", `naive_datetime, time_zone, time_zone_database \\ nil`, "The same in a zone; raises for zones that are not known.", must(zonedFromNaive, zonedFrame("from_naive!", 3, 635), func(a args) string { return "cannot convert " + show(a[0]) + " to datetime" })},
			{"shift_zone", `datetime, time_zone, time_zone_database \\ nil`, "The same moment in another zone.", zonedShift},
			{"shift_zone!", `datetime, time_zone, time_zone_database \\ nil`, "The same moment in another zone, or an error.", must(zonedShift, zonedFrame("shift_zone!", 3, 738), func(a args) string { return "cannot shift " + show(a[0]) + " to " + show(a[1]) + " time zone" })},
			{"from_unix", `integer, unit \\ :second, calendar \\ Calendar.ISO`, "`{:ok, datetime}` so long after 1970.", zonedFromUnix},
			{"from_unix!", `integer, unit \\ :second, calendar \\ Calendar.ISO`, "The moment so long after 1970.", zonedMustFromUnix},
			{"to_unix", `datetime, unit \\ :second`, "The time since 1970.", zonedToUnix},
			{"from_gregorian_seconds", `seconds, microsecond_precision \\ {0, 0}, calendar \\ Calendar.ISO`, "So many seconds after the beginning of the year 0.", zonedFromSeconds},
			{"to_gregorian_seconds", "datetime", "`{seconds, microseconds}` after the beginning of the year 0, in UTC.", onZoned(func(z calendar.Zoned) term.Term {
				return pairOfInts(floorDivide(z.UniversalMicros(), 1_000_000), z.Micro)
			})},
			{"from_iso8601", `string, format_or_calendar \\ Calendar.ISO`, "`{:ok, datetime, offset}` of `2024-02-29T23:59:59+01:00`.", zonedParse},
			{"from_iso8601", "string, calendar, format", "`{:ok, datetime, offset}`, from a format.", zonedParse},
			{"to_naive", "datetime", "The date and time without the zone.", onZoned(func(z calendar.Zoned) term.Term { return naiveTerm(z.Naive) })},
			{"to_date", "datetime", "The date.", onZoned(func(z calendar.Zoned) term.Term { return dateTerm(z.Date) })},
			{"to_time", "datetime", "The time.", onZoned(func(z calendar.Zoned) term.Term { return timeTerm(z.Time) })},
			{"to_string", "datetime", "The text.", onZoned(func(z calendar.Zoned) term.Term { return term.Binary(z.Text(calendar.Extended)) })},
			{"to_iso8601", `datetime, format \\ :extended, offset \\ nil`, "The text as ISO 8601 has it.", zonedISO},
			{"add", `datetime, amount_to_add, unit \\ :second, time_zone_database \\ nil`, "Later by an amount of a unit.", zonedAdd},
			{"diff", `datetime1, datetime2, unit \\ :second`, "The time from the second to the first.", zonedDiff},
			{"compare", "datetime1, datetime2", "`:lt`, `:eq` or `:gt`.", zonedCompare},
			{"truncate", "datetime, precision", "With fewer digits of the second.", zonedTruncate},
			{"convert", "datetime, calendar", "In another calendar; gex has only Calendar.ISO.", converted(zonedOnly, zonedFrame("convert", 2, 1627))},
			{"convert!", "datetime, calendar", "In another calendar, or an error.", mustConvert(zonedOnly, zonedFrame("convert", 2, 1627), zonedFrame("convert!", 2, 1664))},
		},
	}
}

func zonedFrame(function string, arity, line int) exception.Frame {
	return at("DateTime", function, arity, "calendar/datetime.ex", line)
}

func onZoned(f func(calendar.Zoned) term.Term) process.Func {
	return func(_ *process.Process, a []term.Term) (term.Term, error) {
		z, ok := zonedOf(a[0])
		if !ok {
			return nil, errClause
		}
		return f(z), nil
	}
}

// inZone is {:ok, datetime} for UTC, and the error of the only database of
// zones that there is for others.
func inZone(n calendar.Naive, zone term.Term) (term.Term, error) {
	name, ok := zone.(term.Binary)
	switch {
	case !ok:
		return nil, errClause
	case name != calendar.UTC:
		return errorTuple(term.Atom("utc_only_time_zone_database")), nil
	}
	return okTuple(zonedTerm(calendar.InUTC(n))), nil
}

func zonedNew(_ *process.Process, a []term.Term) (term.Term, error) {
	d, ok1 := dateOf(a[0])
	t, ok2 := timeOf(a[1])
	if !ok1 || !ok2 {
		return nil, errClause
	}
	return inZone(calendar.Naive{Date: d, Time: t}, a[2])
}

func zonedNow(self *process.Process, a []term.Term) (term.Term, error) {
	return inZone(utcNow(self), a[0])
}

func zonedFromNaive(_ *process.Process, a []term.Term) (term.Term, error) {
	n, ok := naiveOf(a[0])
	if !ok {
		return nil, errClause
	}
	return inZone(n, a[1])
}

func zonedShift(_ *process.Process, a []term.Term) (term.Term, error) {
	z, ok := zonedOf(a[0])
	name, isText := a[1].(term.Binary)
	if !ok || !isText {
		return nil, errClause
	}
	if string(name) == z.Zone {
		return okTuple(a[0]), nil
	}
	return inZone(calendar.NaiveFromMicros(z.UniversalMicros(), z.Precision), a[1])
}

// unixPrecision is how many digits of the second a unit has.
func unixPrecision(unit term.Term, parts int) int {
	if term.IsInteger(unit) {
		return calendar.MaxPrecision
	}
	precision := 0
	for p := 1; p < parts && precision < calendar.MaxPrecision; p *= 10 {
		precision++
	}
	return precision
}

func zonedFromUnix(_ *process.Process, a []term.Term) (term.Term, error) {
	n, ok := a[0].(term.Int)
	if !ok {
		return nil, errClause
	}
	parts, ok := unitParts(a[1])
	if !ok {
		return nil, badUnit(a[1]).In(isoCall("from_unix", 2, 1397), zonedFrame("from_unix", 3, 357))
	}
	seconds := floorDivide(int(n), parts)
	const most = 1 << 40 // seconds that are far outside, before they overflow as microseconds
	total := calendar.UnixMicros
	if seconds > -most && seconds < most {
		total += microsOf(int(n), parts)
	}
	if seconds <= -most || seconds >= most || !calendar.InRange(total) {
		return errorTuple(term.Atom("invalid_unix_time")), nil
	}
	return okTuple(zonedTerm(calendar.InUTC(calendar.NaiveFromMicros(total, unixPrecision(a[1], parts))))), nil
}

func zonedMustFromUnix(self *process.Process, a []term.Term) (term.Term, error) {
	result, err := zonedFromUnix(self, a)
	if err != nil {
		return nil, err
	}
	tuple := result.(term.Tuple)
	if tuple[0] != term.Term(term.OK) {
		return nil, exception.ArgumentError("invalid Unix time %s", shown(self, a[0])).In(zonedFrame("from_unix!", 3, 413))
	}
	return tuple[1], nil
}

func zonedToUnix(_ *process.Process, a []term.Term) (term.Term, error) {
	z, ok := zonedOf(a[0])
	if !ok || z.Year < 0 {
		return nil, errClause
	}
	parts, ok := unitParts(a[1])
	if !ok {
		return nil, badUnit(a[1]).In(zonedFrame("to_unix", 2, 843))
	}
	return term.Int(inParts(z.UniversalMicros()-calendar.UnixMicros, parts)), nil
}

func zonedFromSeconds(self *process.Process, a []term.Term) (term.Term, error) {
	n, err := gregorian(self, a)
	if err != nil {
		return nil, throughFrames(err, zonedFrame("from_gregorian_seconds", 3, 1217))
	}
	return zonedTerm(calendar.InUTC(n)), nil
}

func zonedParse(self *process.Process, a []term.Term) (term.Term, error) {
	text, err := textAt(self, a, "parse_utc_datetime", zonedFrame("from_iso8601", 3, 1169))
	if err != nil {
		return nil, err
	}
	format := calendar.Extended
	for _, x := range a[1:] {
		if f, ok := formatAt(x); ok && x != nil {
			format = f
		}
	}
	n, offset, problem := calendar.ParseUniversal(text, format)
	switch {
	case problem != "":
		return problemTuple(problem), nil
	case !n.Valid():
		return nil, dayOutside(self, term.Int(n.Days())).In(isoCall("parse_formatted_utc_datetime", 8, 631), zonedFrame("from_iso8601", 3, 1169))
	}
	return term.Tuple{term.OK, zonedTerm(calendar.InUTC(n)), term.Int(offset)}, nil
}

func zonedISO(_ *process.Process, a []term.Term) (term.Term, error) {
	z, ok1 := zonedOf(a[0])
	f, ok2 := formatAt(a[1])
	if !ok1 || !ok2 {
		return nil, errClause
	}
	if offset, ok := a[2].(term.Int); ok {
		moved := calendar.NaiveFromMicros(z.UniversalMicros()+int(offset)*1_000_000, z.Precision)
		zone := ""
		if offset == 0 && z.Zone == calendar.UTC { // else it has +00:00
			zone = z.Zone
		}
		z = calendar.Zoned{Naive: moved, UTCOffset: int(offset), Zone: zone}
	}
	return term.Binary(z.ISO(f)), nil
}

func zonedAdd(self *process.Process, a []term.Term) (term.Term, error) {
	z, ok1 := zonedOf(a[0])
	amount, ok2 := intAt(a, 1)
	if !ok1 || !ok2 {
		return nil, errClause
	}
	micros, err := duration(amount, a[2], true, zonedFrame("add", 4, 1532))
	if err != nil {
		return nil, err
	}
	moved, err := shifted(self, z.Naive, micros, z.Precision)
	if err != nil {
		return nil, exception.In(err, zonedFrame("shift_zone_for_iso_days_utc", 5, 692), zonedFrame("add", 4, 1540))
	}
	if z.Zone != calendar.UTC {
		return nil, exception.ArgumentError("cannot add %s to %s (with time zone database Calendar.UTCOnlyTimeZoneDatabase), "+
			"reason: :utc_only_time_zone_database", fmt.Sprintf("%d %s", amount, unitName(a[2])), shown(self, a[0])).In(zonedFrame("add", 4, 1381))
	}
	z.Naive = moved
	return zonedTerm(z), nil
}

func unitName(unit term.Term) string {
	if name, ok := unit.(term.Atom); ok {
		return string(name)
	}
	return show(unit)
}

func zonedDiff(_ *process.Process, a []term.Term) (term.Term, error) {
	x, ok1 := zonedOf(a[0])
	y, ok2 := zonedOf(a[1])
	if !ok1 || !ok2 {
		return nil, errClause
	}
	return difference(x.UniversalMicros(), y.UniversalMicros(), a[2], true, zonedFrame("diff", 3, 1440))
}

func zonedCompare(_ *process.Process, a []term.Term) (term.Term, error) {
	x, ok1 := zonedOf(a[0])
	y, ok2 := zonedOf(a[1])
	if !ok1 || !ok2 {
		return nil, errClause
	}
	return later(x.UniversalMicros(), y.UniversalMicros()), nil
}

func zonedTruncate(self *process.Process, a []term.Term) (term.Term, error) {
	z, ok := zonedOf(a[0])
	if !ok {
		return nil, errClause
	}
	t, err := truncated(self, z.Time, a[1], zonedFrame("truncate", 2, 1584))
	z.Time = t
	return zonedTerm(z), err
}

func zonedOnly(t term.Term) (term.Term, bool) {
	v, ok := zonedOf(t)
	return zonedTerm(v), ok
}
