package lib

import (
	"cmp"
	"strconv"
	"strings"

	"gex/runtime/calendar"
	"gex/runtime/exception"
	"gex/runtime/late"
	"gex/runtime/process"
	"gex/runtime/term"
)

// newerCalendar are what came to dates and times.
func newerCalendar() []newer {
	days := func(t term.Term) (int, bool) { d, ok := dateOf(t); return d.Days(), ok }
	clock := func(t term.Term) (int, bool) { c, ok := timeOf(t); return c.Micros(), ok }
	naive := func(t term.Term) (int, bool) { n, ok := naiveOf(t); return n.Micros(), ok }
	zoned := func(t term.Term) (int, bool) { z, ok := zonedOf(t); return z.UniversalMicros(), ok }
	return []newer{
		since("1.15", "Date", earlierOrLater("date", days)...),
		since("1.15", "Time", earlierOrLater("time", clock)...),
		since("1.15", "DateTime", earlierOrLater("datetime", zoned)...),
		since("1.15", "NaiveDateTime", append(earlierOrLater("datetime", naive),
			Function{"beginning_of_day", "datetime", "The first moment of the day.", dayEdge(0)},
			Function{"end_of_day", "datetime", "The last moment of the day, with the same precision.", dayEdge(calendar.SecondsPerDay*1_000_000 - 1)})...),
		since("1.17", "Date", Function{"shift", "date, duration", "The date moved by a `Duration` or keywords as `[month: 1, day: -2]`; of a month that is shorter the last day.", dateShift}),
		since("1.17", "Time", Function{"shift", "time, duration", "The time moved by a `Duration` or keywords; it wraps around at midnight.", timeShift}),
		since("1.17", "NaiveDateTime", Function{"shift", "datetime, duration", "The moment moved by a `Duration` or keywords, months first.", naiveShift}),
		since("1.17", "DateTime", Function{"shift", "datetime, duration", "The moment moved by a `Duration` or keywords, months first; in UTC only.", zonedShiftBy}),
	}
}

func earlierOrLater(what string, moment func(term.Term) (int, bool)) []Function {
	compared := func(want int) process.Func {
		return func(_ *process.Process, a []term.Term) (term.Term, error) {
			x, ok1 := moment(a[0])
			y, ok2 := moment(a[1])
			if !ok1 || !ok2 {
				return nil, errClause
			}
			return term.Bool(cmp.Compare(x, y) == want), nil
		}
	}
	params := what + "1, " + what + "2"
	return []Function{
		{"before?", params, "Whether the first is earlier.", compared(-1)},
		{"after?", params, "Whether the first is later.", compared(1)},
	}
}

func dayEdge(micros int) process.Func {
	return func(_ *process.Process, a []term.Term) (term.Term, error) {
		n, ok := naiveOf(a[0])
		if !ok {
			return nil, errClause
		}
		n.Time = calendar.FromMicros(micros, calendar.MaxPrecision).Truncated(n.Precision)
		return naiveTerm(n), nil
	}
}

const durationModule = term.Atom("Elixir.Duration")

// durationUnits are the units of a duration but the last, the microseconds.
var durationUnits = [...]string{"year", "month", "week", "day", "hour", "minute", "second"}

// The places of units in a span of time.
const (
	unitYear = iota
	unitMonth
	unitWeek
	unitDay
	unitHour
	unitMinute
	unitSecond
)

// timeSpan is a duration: so many of each unit, and microseconds, of which
// precision digits are shown.
type timeSpan struct {
	units            [len(durationUnits)]int
	micro, precision int
}

func durationTable() Module {
	zero := []term.Pair{}
	for _, unit := range durationUnits {
		zero = append(zero, pair(unit, term.Int(0)))
	}
	return Module{
		Name:   durationModule,
		Doc:    "Lengths of time in units of the calendar, as `Date.shift/2` takes them.\n\nSince Elixir 1.17.",
		Struct: append(zero, pair("microsecond", term.Tuple{term.Int(0), term.Int(0)})),
		Functions: []Function{
			{"new!", "duration", "The duration of keywords as `[month: 1, hour: 2]`; raises if a unit is unknown or no integer.", durationNew},
			{"add", "duration1, duration2", "Both together, unit by unit.", durations(func(d, e timeSpan) timeSpan { return d.plus(e, 1) })},
			{"subtract", "duration1, duration2", "The first without the second, unit by unit.", durations(func(d, e timeSpan) timeSpan { return d.plus(e, -1) })},
			{"multiply", "duration, integer", "Each unit so many times.", durationMultiply},
			{"negate", "duration", "Each unit with the other sign.", durationNegate},
			{"from_iso8601", "string", "Reads a text as `P1Y2M10DT2H30M`: `{:ok, duration}`, or `{:error, :invalid_duration}`.", durationParse},
			{"from_iso8601!", "string", "Reads a text; raises if it is no duration.", must(durationParse, at("Duration", "from_iso8601!", 1, "calendar/duration.ex", 0), func(a args) string {
				return "failed to parse duration " + show(a[0])
			})},
			{"to_iso8601", "duration", "The text of the duration as ISO 8601 has it.", durationText},
		},
	}
}

func durationOf(t term.Term) (d timeSpan, ok bool) {
	m, ok := isStruct(t, durationModule)
	if !ok {
		return d, false
	}
	for i, unit := range durationUnits {
		value, _ := m.Get(term.Atom(unit))
		n, isInt := value.(term.Int)
		if !isInt {
			return d, false
		}
		d.units[i] = int(n)
	}
	micro, _ := m.Get(term.Atom("microsecond"))
	d.micro, d.precision, ok = microOf(micro)
	return d, ok
}

func (d timeSpan) term() term.Term {
	var pairs []term.Pair
	for i, unit := range durationUnits {
		pairs = append(pairs, pair(unit, term.Int(d.units[i])))
	}
	return structOf(durationModule, append(pairs, pair("microsecond", term.Tuple{term.Int(d.micro), term.Int(d.precision)}))...)
}

func (d timeSpan) plus(e timeSpan, times int) timeSpan {
	for i := range d.units {
		d.units[i] += times * e.units[i]
	}
	d.micro += times * e.micro
	d.precision = max(d.precision, e.precision)
	return d
}

// timeout is the duration in milliseconds, which years and months have not.
func (d timeSpan) timeout() (term.Term, error) {
	for i := range unitWeek {
		if d.units[i] != 0 {
			return nil, exception.ArgumentError("duration with a non-zero %s cannot be reliably converted to timeouts", durationUnits[i])
		}
	}
	return term.Int((d.days()*calendar.SecondsPerDay*1_000_000 + d.clock()) / 1000), nil
}

func (d timeSpan) months() int { return 12*d.units[unitYear] + d.units[unitMonth] }
func (d timeSpan) days() int   { return 7*d.units[unitWeek] + d.units[unitDay] }

// clock is what is shorter than a day, in microseconds.
func (d timeSpan) clock() int {
	return ((d.units[unitHour]*60+d.units[unitMinute])*60+d.units[unitSecond])*1_000_000 + d.micro
}

// spanOf reads a duration, or the keywords of one.
func spanOf(t term.Term) (d timeSpan, err error) {
	if d, ok := durationOf(t); ok {
		return d, nil
	}
	if !isKeyword(t) {
		return d, errClause
	}
	list, _ := term.Slice(t)
	for _, x := range list {
		p := x.(term.Tuple)
		if err := d.set(p[0].(term.Atom), p[1]); err != nil {
			return d, err
		}
	}
	return d, nil
}

func (d *timeSpan) set(unit term.Atom, value term.Term) (err error) {
	if unit == "microsecond" {
		micro, precision, ok := microOf(value)
		if !ok || precision < 0 || precision > calendar.MaxPrecision {
			return exception.ArgumentError("unsupported value %s for :microsecond. Expected a tuple {ms, precision} where precision is an integer from 0 to 6", show(value))
		}
		d.micro, d.precision = micro, precision
		return nil
	}
	for i, name := range durationUnits {
		if name == string(unit) {
			n, ok := value.(term.Int)
			if !ok {
				return exception.ArgumentError("unsupported value %s for %s. Expected an integer", show(value), show(unit))
			}
			d.units[i] = int(n)
			return nil
		}
	}
	return exception.ArgumentError("unknown unit %s. Expected :%s, :microsecond", show(unit), strings.Join(durationUnits[:], ", :"))
}

func durationNew(_ *process.Process, a []term.Term) (term.Term, error) {
	d, err := spanOf(a[0])
	return d.term(), err
}

func durations(f func(d, e timeSpan) timeSpan) process.Func {
	return func(_ *process.Process, a []term.Term) (term.Term, error) {
		d, ok1 := durationOf(a[0])
		e, ok2 := durationOf(a[1])
		if !ok1 || !ok2 {
			return nil, errClause
		}
		return f(d, e).term(), nil
	}
}

func durationMultiply(_ *process.Process, a []term.Term) (term.Term, error) {
	d, ok := durationOf(a[0])
	n, isInt := intAt(a, 1)
	if !ok || !isInt {
		return nil, errClause
	}
	return timeSpan{precision: d.precision}.plus(d, n).term(), nil
}

func durationNegate(self *process.Process, a []term.Term) (term.Term, error) {
	return durationMultiply(self, args{a[0], term.Int(-1)})
}

var isoDuration = late.Regexp(`^([-+]?)P(?:(-?\d+)Y)?(?:(-?\d+)M)?(?:(-?\d+)W)?(?:(-?\d+)D)?(T(?:(-?\d+)H)?(?:(-?\d+)M)?(?:(-?\d+)(?:[.,](\d{1,6})\d*)?S)?)?$`)

func durationParse(_ *process.Process, a []term.Term) (term.Term, error) {
	text, ok := a[0].(term.Binary)
	if !ok {
		return nil, errClause
	}
	m := isoDuration().FindStringSubmatch(string(text))
	if m == nil || strings.HasSuffix(m[0], "P") || m[6] == "T" {
		return term.Tuple{term.ErrorAtom, term.Atom("invalid_duration")}, nil
	}
	var d timeSpan
	for i, group := range [...]int{2, 3, 4, 5, 7, 8, 9} {
		n, err := strconv.Atoi(m[group])
		if err != nil && m[group] != "" {
			return term.Tuple{term.ErrorAtom, term.Atom("invalid_duration")}, nil
		}
		d.units[i] = n
	}
	if fraction := m[10]; fraction != "" {
		d.precision = len(fraction)
		d.micro, _ = strconv.Atoi(fraction + strings.Repeat("0", calendar.MaxPrecision-len(fraction)))
		if strings.HasPrefix(m[9], "-") {
			d.micro = -d.micro
		}
	}
	if m[1] == "-" {
		d = timeSpan{precision: d.precision}.plus(d, -1)
	}
	return term.Tuple{term.OK, d.term()}, nil
}

func durationText(_ *process.Process, a []term.Term) (term.Term, error) {
	d, ok := durationOf(a[0])
	if !ok {
		return nil, errClause
	}
	part := func(unit int, letter string) string {
		if d.units[unit] == 0 {
			return ""
		}
		return strconv.Itoa(d.units[unit]) + letter
	}
	day := part(unitYear, "Y") + part(unitMonth, "M") + part(unitWeek, "W") + part(unitDay, "D")
	clock := part(unitHour, "H") + part(unitMinute, "M") + d.secondsText()
	switch {
	case day+clock == "":
		return term.Binary("PT0S"), nil
	case clock != "":
		clock = "T" + clock
	}
	return term.Binary("P" + day + clock), nil
}

// secondsText is what ISO 8601 has for seconds and microseconds.
func (d timeSpan) secondsText() string {
	total := d.units[unitSecond]*1_000_000 + d.micro
	if total == 0 {
		return ""
	}
	sign := ""
	if total < 0 {
		sign, total = "-", -total
	}
	text := calendar.FromMicros(total%1_000_000, d.precision).Text(calendar.Extended)
	return sign + strconv.Itoa(total/1_000_000) + strings.TrimPrefix(text, "00:00:00") + "S"
}

// shiftedDate moves a date by months, which the last day of a month ends, and by days.
func shiftedDate(self *process.Process, date calendar.Date, d timeSpan) (calendar.Date, error) {
	months := date.Year*12 + date.Month - 1 + d.months()
	date.Year = floorDivide(months, 12)
	date.Month = months - date.Year*12 + 1
	date.Day = min(date.Day, calendar.DaysInMonth(date.Year, date.Month))
	return dateOfDays(self, term.Int(date.Days()+d.days()))
}

// shiftedMoment moves the date, and then the time.
func shiftedMoment(self *process.Process, n calendar.Naive, d timeSpan) (calendar.Naive, error) {
	date, err := shiftedDate(self, n.Date, d)
	if err != nil {
		return n, err
	}
	n.Date = date
	return shifted(self, n, d.clock(), max(n.Precision, d.precision))
}

func dateShift(self *process.Process, a []term.Term) (term.Term, error) {
	date, ok := dateOf(a[0])
	if !ok {
		return nil, errClause
	}
	d, err := spanOf(a[1])
	if err != nil {
		return nil, err
	}
	if d.clock() != 0 {
		return nil, exception.ArgumentError("cannot shift date by time scale unit. Expected :year, :month, :week, :day")
	}
	date, err = shiftedDate(self, date, d)
	if err != nil {
		return nil, err
	}
	return dateTerm(date), nil
}

func timeShift(_ *process.Process, a []term.Term) (term.Term, error) {
	t, ok := timeOf(a[0])
	if !ok {
		return nil, errClause
	}
	d, err := spanOf(a[1])
	if err != nil {
		return nil, err
	}
	if d.months() != 0 || d.days() != 0 {
		return nil, exception.ArgumentError("cannot shift time by date scale unit. Expected :hour, :minute, :second, :microsecond")
	}
	const day = calendar.SecondsPerDay * 1_000_000
	total := t.Micros() + d.clock()
	return timeTerm(calendar.FromMicros(total-floorDivide(total, day)*day, max(t.Precision, d.precision))), nil
}

func naiveShift(self *process.Process, a []term.Term) (term.Term, error) {
	n, ok := naiveOf(a[0])
	if !ok {
		return nil, errClause
	}
	d, err := spanOf(a[1])
	if err != nil {
		return nil, err
	}
	n, err = shiftedMoment(self, n, d)
	if err != nil {
		return nil, err
	}
	return naiveTerm(n), nil
}

func zonedShiftBy(self *process.Process, a []term.Term) (term.Term, error) {
	z, ok := zonedOf(a[0])
	if !ok {
		return nil, errClause
	}
	d, err := spanOf(a[1])
	if err != nil {
		return nil, err
	}
	if z.Zone != calendar.UTC {
		return nil, exception.ArgumentError("cannot shift %s by %s (with time zone database Calendar.UTCOnlyTimeZoneDatabase), "+
			"reason: :utc_only_time_zone_database", shown(self, a[0]), show(d.term()))
	}
	z.Naive, err = shiftedMoment(self, z.Naive, d)
	if err != nil {
		return nil, err
	}
	return zonedTerm(z), nil
}
