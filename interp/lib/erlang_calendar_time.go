package lib

import (
	"strings"
	"time"

	"gex/runtime/calendar"
	"gex/runtime/exception"
	"gex/runtime/ioserver"
	"gex/runtime/process"
	"gex/runtime/term"
)

const (
	daySeconds = 24 * 60 * 60
	// epochSeconds is 1970 in seconds from the year 0.
	epochSeconds = 62167219200
)

func erlangCalendarMore() []Function {
	return []Function{
		{"datetime_to_gregorian_seconds", "datetime", "The seconds from the year 0 to `{date, time}`.", onErlDateTime(func(n int) term.Term { return term.Int(n) })},
		{"gregorian_seconds_to_datetime", "seconds", "`{date, time}` so many seconds after the year 0 began.", onSeconds(fromGregorianSeconds)},
		{"iso_week_number", "", "`{year, week}` of today.", func(self *process.Process, _ []term.Term) (term.Term, error) {
			return weekNumber(utcNow(self).Date), nil
		}},
		{"iso_week_number", "date", "`{year, week}` of a date.", onErlDate(weekNumber)},
		{"seconds_to_daystime", "seconds", "`{days, time}`.", onSeconds(func(n int) term.Term {
			day := floorDiv(n, daySeconds)
			return term.Tuple{term.Int(day), clockTime(n - day*daySeconds)}
		})},
		{"seconds_to_time", "seconds", "`{hour, minute, second}` of the seconds of a day.", func(_ *process.Process, a []term.Term) (term.Term, error) {
			n, ok := intAt(a, 0)
			if !ok || n < 0 || n >= daySeconds {
				return nil, errClause
			}
			return clockTime(n), nil
		}},
		{"time_to_seconds", "time", "The seconds of `{hour, minute, second}`.", func(_ *process.Process, a []term.Term) (term.Term, error) {
			n, ok := clockSeconds(a[0])
			if !ok {
				return nil, errClause
			}
			return term.Int(n), nil
		}},
		{"time_difference", "t1, t2", "`{days, time}` from one `{date, time}` to another.", func(_ *process.Process, a []term.Term) (term.Term, error) {
			from, ok1 := gregorianSeconds(a[0])
			to, ok2 := gregorianSeconds(a[1])
			if !ok1 || !ok2 {
				return nil, errClause
			}
			day := floorDiv(to-from, daySeconds)
			return term.Tuple{term.Int(day), clockTime(to - from - day*daySeconds)}, nil
		}},
		{"system_time_to_universal_time", "time, unit", "`{date, time}` of a time since 1970.", systemTimeToDate},
		{"system_time_to_local_time", "time, unit", "As `system_time_to_universal_time/2`: the shell is in UTC.", systemTimeToDate},
		{"universal_time_to_local_time", "datetime", "The same time: the shell is in UTC.", onErlDateTime(fromGregorianSeconds)},
		{"local_time_to_universal_time", "datetime", "The same time: the shell is in UTC.", onErlDateTime(fromGregorianSeconds)},
		{"local_time_to_universal_time_dst", "datetime", "The same time in a list: the shell is in UTC.", onErlDateTime(func(n int) term.Term { return term.List(fromGregorianSeconds(n)) })},
		{"now_to_datetime", "now", "`{date, time}` of `{megaseconds, seconds, microseconds}`.", nowToDate},
		{"now_to_universal_time", "now", "As `now_to_datetime/1`.", nowToDate},
		{"now_to_local_time", "now", "As `now_to_datetime/1`: the shell is in UTC.", nowToDate},
		{"rfc3339_to_system_time", `text, options \\ []`, "The time since 1970 of a text as 2024-02-29T12:00:00Z, in the `:unit`.", rfcToTime},
		{"system_time_to_rfc3339", `time, options \\ []`, "The text of a time since 1970, which is in the `:unit`.", timeToRFC},
	}
}

func floorDiv(n, by int) int {
	q := n / by
	if n%by < 0 {
		q--
	}
	return q
}

func clockTime(n int) term.Term {
	return term.Tuple{term.Int(n / 3600), term.Int(n / 60 % 60), term.Int(n % 60)}
}

func clockSeconds(t term.Term) (int, bool) {
	tuple, ok := t.(term.Tuple)
	if !ok || len(tuple) != 3 {
		return 0, false
	}
	h, ok1 := intAt(args(tuple), 0)
	m, ok2 := intAt(args(tuple), 1)
	s, ok3 := intAt(args(tuple), 2)
	return 3600*h + 60*m + s, ok1 && ok2 && ok3 && h >= 0 && h < 24 && m >= 0 && m < 60 && s >= 0 && s < 60
}

// gregorianSeconds reads {date, time}.
func gregorianSeconds(t term.Term) (int, bool) {
	pair, ok := t.(term.Tuple)
	if !ok || len(pair) != 2 {
		return 0, false
	}
	day, ok := pair[0].(term.Tuple)
	if !ok || len(day) != 3 {
		return 0, false
	}
	d, ok1 := dayAt(args(day))
	n, ok2 := clockSeconds(pair[1])
	return d.Days()*daySeconds + n, ok1 && ok2 && d.Valid()
}

func fromGregorianSeconds(n int) term.Term {
	day := floorDiv(n, daySeconds)
	return term.Tuple{erlDate(calendar.FromDays(day)), clockTime(n - day*daySeconds)}
}

func onErlDateTime(f func(seconds int) term.Term) process.Func {
	return func(_ *process.Process, a []term.Term) (term.Term, error) {
		n, ok := gregorianSeconds(a[0])
		if !ok {
			return nil, errClause
		}
		return f(n), nil
	}
}

func onSeconds(f func(n int) term.Term) process.Func {
	return func(_ *process.Process, a []term.Term) (term.Term, error) {
		n, ok := intAt(a, 0)
		if !ok {
			return nil, errClause
		}
		return f(n), nil
	}
}

func weekNumber(d calendar.Date) term.Term {
	year, week := time.Date(d.Year, time.Month(d.Month), d.Day, 0, 0, 0, 0, time.UTC).ISOWeek()
	return pairOfInts(year, week)
}

func systemTimeToDate(self *process.Process, a []term.Term) (term.Term, error) {
	seconds, err := systemConvert(self, args{a[0], a[1], term.Atom("second")})
	n, ok := seconds.(term.Int)
	if err != nil || !ok {
		return nil, badarg("erlang", "convert_time_unit", a[0], a[1], term.Atom("second"))
	}
	return fromGregorianSeconds(int(n) + epochSeconds), nil
}

func nowToDate(_ *process.Process, a []term.Term) (term.Term, error) {
	now, ok := a[0].(term.Tuple)
	if !ok || len(now) != 3 {
		return nil, errClause
	}
	mega, ok1 := intAt(args(now), 0)
	seconds, ok2 := intAt(args(now), 1)
	if !ok1 || !ok2 {
		return nil, errClause
	}
	return fromGregorianSeconds(mega*1_000_000 + seconds + epochSeconds), nil
}

// unitOption is the option unit, seconds if it is not there.
func unitOption(options term.Term) (unit term.Term, perSecond int, ok bool) {
	unit, given := option(options, "unit")
	if !given {
		unit = term.Atom("second")
	}
	perSecond, ok = unitParts(unit)
	return unit, perSecond, ok
}

func rfcToTime(_ *process.Process, a []term.Term) (term.Term, error) {
	text, ok := ioserver.Chars(a[0])
	_, perSecond, known := unitOption(a[1])
	if !ok || !known {
		return nil, errClause
	}
	t, err := time.Parse(time.RFC3339Nano, strings.Replace(strings.ToUpper(text), " ", "T", 1))
	if err != nil {
		return nil, exception.Raise(term.Tuple{term.Atom("badmatch"), a[0]}).In(in("calendar", "rfc3339_to_system_time", 2, 361))
	}
	return term.Int(t.Unix()*int64(perSecond) + int64(t.Nanosecond())*int64(perSecond)/1_000_000_000), nil
}

func timeToRFC(_ *process.Process, a []term.Term) (term.Term, error) {
	n, ok := intAt(a, 0)
	_, perSecond, known := unitOption(a[1])
	if !ok || !known || perSecond == 0 {
		return nil, errClause
	}
	seconds := floorDiv(n, perSecond)
	t := time.Unix(int64(seconds), int64(n-seconds*perSecond)*(1_000_000_000/int64(perSecond))).UTC()
	layout := "2006-01-02T15:04:05"
	switch perSecond {
	case 1000:
		layout += ".000"
	case 1_000_000:
		layout += ".000000"
	case 1_000_000_000:
		layout += ".000000000"
	}
	zone := "+00:00"
	if given, isText := option(a[1], "offset"); isText {
		if offset, ok := ioserver.Chars(given); ok && offset != "" {
			zone = offset
		}
	}
	return term.Charlist(t.Format(layout) + zone), nil
}
