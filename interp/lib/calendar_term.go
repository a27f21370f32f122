package lib

import (
	"gex/runtime/calendar"
	"gex/runtime/exception"
	"gex/runtime/process"
	"gex/runtime/term"
)

// The structs of dates and times, and the way between them and plain values.
// A map with the fields of a date is a date for most functions, as in Elixir.

const (
	dateModule      = term.Atom("Elixir.Date")
	dateRangeModule = term.Atom("Elixir.Date.Range")
	timeModule      = term.Atom("Elixir.Time")
	naiveModule     = term.Atom("Elixir.NaiveDateTime")
	zonedModule     = term.Atom("Elixir.DateTime")
	isoModule       = term.Atom("Elixir.Calendar.ISO")
)

func datePairs(d calendar.Date) []term.Pair {
	return []term.Pair{pair("calendar", isoModule), pair("year", term.Int(d.Year)), pair("month", term.Int(d.Month)), pair("day", term.Int(d.Day))}
}

func timePairs(t calendar.Time) []term.Pair {
	return []term.Pair{
		pair("calendar", isoModule), pair("hour", term.Int(t.Hour)), pair("minute", term.Int(t.Minute)),
		pair("second", term.Int(t.Second)), pair("microsecond", microTerm(t)),
	}
}

func microTerm(t calendar.Time) term.Term {
	return term.Tuple{term.Int(t.Micro), term.Int(t.Precision)}
}

func dateTerm(d calendar.Date) term.Term { return structOf(dateModule, datePairs(d)...) }
func timeTerm(t calendar.Time) term.Term { return structOf(timeModule, timePairs(t)...) }

func naiveTerm(n calendar.Naive) term.Term {
	return structOf(naiveModule, append(datePairs(n.Date), timePairs(n.Time)[1:]...)...)
}

func zonedTerm(z calendar.Zoned) term.Term {
	fields := append(datePairs(z.Date), timePairs(z.Time)[1:]...)
	return structOf(zonedModule, append(fields, pair("time_zone", term.Binary(z.Zone)), pair("zone_abbr", term.Binary(z.Abbr)),
		pair("utc_offset", term.Int(z.UTCOffset)), pair("std_offset", term.Int(z.StandardOff)))...)
}

// fields reads integers from a map; ok is false when one is missing or of
// another kind, or when the calendar is another.
func calendarFields(t term.Term, names ...string) (values []int, ok bool) {
	m, ok := t.(*term.Map)
	if !ok {
		return nil, false
	}
	if c, _ := m.Get(term.Atom("calendar")); c != term.Term(isoModule) {
		return nil, false
	}
	for _, name := range names {
		v, _ := m.Get(term.Atom(name))
		n, ok := v.(term.Int)
		if !ok {
			return nil, false
		}
		values = append(values, int(n))
	}
	return values, true
}

func dateOf(t term.Term) (calendar.Date, bool) {
	v, ok := calendarFields(t, "year", "month", "day")
	if !ok {
		return calendar.Date{}, false
	}
	return calendar.Date{Year: v[0], Month: v[1], Day: v[2]}, true
}

func timeOf(t term.Term) (calendar.Time, bool) {
	v, ok := calendarFields(t, "hour", "minute", "second")
	if !ok {
		return calendar.Time{}, false
	}
	micro, _ := t.(*term.Map).Get(term.Atom("microsecond"))
	us, precision, ok := microOf(micro)
	return calendar.Time{Hour: v[0], Minute: v[1], Second: v[2], Micro: us, Precision: precision}, ok
}

// microOf reads {microseconds, precision}.
func microOf(t term.Term) (micro, precision int, ok bool) {
	parts, ok := ints2(t)
	return parts[0], parts[1], ok
}

// ints2 reads a tuple of two integers.
func ints2(t term.Term) (n [2]int, ok bool) {
	tuple, ok := t.(term.Tuple)
	if !ok || len(tuple) != 2 {
		return n, false
	}
	for i, x := range tuple {
		value, ok := x.(term.Int)
		if !ok {
			return n, false
		}
		n[i] = int(value)
	}
	return n, true
}

func naiveOf(t term.Term) (calendar.Naive, bool) {
	d, ok1 := dateOf(t)
	c, ok2 := timeOf(t)
	return calendar.Naive{Date: d, Time: c}, ok1 && ok2
}

func zonedOf(t term.Term) (calendar.Zoned, bool) {
	n, ok := naiveOf(t)
	if !ok {
		return calendar.Zoned{}, false
	}
	offsets, ok := calendarFields(t, "utc_offset", "std_offset")
	if !ok {
		return calendar.Zoned{}, false
	}
	zone, _ := t.(*term.Map).Get(term.Atom("time_zone"))
	abbr, _ := t.(*term.Map).Get(term.Atom("zone_abbr"))
	zoneText, ok1 := zone.(term.Binary)
	abbrText, ok2 := abbr.(term.Binary)
	return calendar.Zoned{Naive: n, Zone: string(zoneText), Abbr: string(abbrText), UTCOffset: offsets[0], StandardOff: offsets[1]}, ok1 && ok2
}

// problemTuple is {:error, reason}.
func problemTuple(p calendar.Problem) term.Term { return errorTuple(term.Atom(p)) }

// formatAt reads :extended or :basic; nil is the default.
func formatAt(t term.Term) (calendar.Format, bool) {
	switch word, isAtom := t.(term.Atom); {
	case t == nil, isAtom && word == "extended":
		return calendar.Extended, true
	case isAtom && word == "basic":
		return calendar.Basic, true
	}
	return 0, false
}

// isoCall is a frame of Calendar.ISO.
func isoCall(function string, arity, line int) exception.Frame {
	return at("Calendar.ISO", function, arity, "calendar/iso.ex", line)
}

// dayOutside is the exception of a day that the calendar does not reach.
func dayOutside(self *process.Process, days term.Term) *exception.Error {
	return exception.As(noClause(self, isoModule, "date_from_iso_days", args{days}))
}

// dateOfDays is the date of a number of days from the year 0.
func dateOfDays(self *process.Process, days term.Term) (calendar.Date, error) {
	n, ok := days.(term.Int)
	if !ok || int(n) < calendar.MinDays || int(n) > calendar.MaxDays {
		return calendar.Date{}, dayOutside(self, days)
	}
	return calendar.FromDays(int(n)), nil
}

// unitParts is how many parts a second has in a unit of time. Days, hours and
// minutes, which some functions take, are given in seconds.
func unitParts(unit term.Term) (parts int, ok bool) {
	if unit == nil {
		return 1, true
	}
	if parts, ok := wordIn(shortUnits, unit); ok {
		return parts, true
	}
	n, ok := unit.(term.Int)
	return int(n), ok && n > 0
}

var shortUnits = map[term.Atom]int{"second": 1, "millisecond": 1e3, "microsecond": 1e6, "nanosecond": 1e9, "native": 1e9}

// wordIn is for tables of words; what is no atom is none of them.
func wordIn[T any](table map[term.Atom]T, t term.Term) (value T, ok bool) {
	word, isAtom := t.(term.Atom)
	if !isAtom {
		return value, false
	}
	value, ok = table[word]
	return value, ok
}

// longUnits are the units that are longer than a second.
var longUnits = map[term.Atom]int{"day": calendar.SecondsPerDay, "hour": 3600, "minute": 60}

// badUnit is the exception of what is no unit of time.
func badUnit(unit term.Term) *exception.Error {
	return exception.ArgumentError("unsupported time unit. Expected :second, :millisecond, :microsecond, "+
		":nanosecond, or a positive integer, got %s", show(unit)).
		In(at("System", "normalize_time_unit", 1, "system.ex", 1338), at("System", "convert_time_unit", 3, "system.ex", 1193))
}

// microsOf converts an amount of a unit to microseconds, and parts of one
// downwards.
func microsOf(amount, parts int) int {
	if parts <= 1e6 && 1_000_000%parts == 0 {
		return amount * (1_000_000 / parts)
	}
	whole := floorDivide(amount, parts)
	return whole*1_000_000 + (amount-whole*parts)*1_000_000/parts
}

// inParts converts microseconds to a unit, downwards.
func inParts(micros, parts int) int {
	seconds := floorDivide(micros, 1_000_000)
	rest := micros - seconds*1_000_000
	return seconds*parts + rest*parts/1_000_000
}

func floorDivide(a, b int) int {
	q := a / b
	if a%b != 0 && (a < 0) != (b < 0) {
		q--
	}
	return q
}

// later compares numbers as compare/2 of dates and times has it.
func later(a, b int) term.Term {
	switch {
	case a < b:
		return term.Atom("lt")
	case a > b:
		return term.Atom("gt")
	}
	return term.Atom("eq")
}
