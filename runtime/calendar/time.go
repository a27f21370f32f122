package calendar

import "fmt"

// Time is a time of the day. Precision is how many digits of the microseconds
// are shown, from 0 to 6.
type Time struct{ Hour, Minute, Second, Micro, Precision int }

// MaxPrecision is that of microseconds that are shown as a whole.
const MaxPrecision = 6

// Valid reports whether there is such a time.
func (t Time) Valid() bool {
	return between(t.Hour, 0, 23) && between(t.Minute, 0, 59) && between(t.Second, 0, 59) &&
		between(t.Micro, 0, 999999) && between(t.Precision, 0, MaxPrecision)
}

func between(n, low, high int) bool { return low <= n && n <= high }

// Micros is the number of microseconds after midnight.
func (t Time) Micros() int { return t.Seconds()*1_000_000 + t.Micro }

// Seconds is the number of whole seconds after midnight.
func (t Time) Seconds() int { return (t.Hour*60+t.Minute)*60 + t.Second }

// FromMicros is the inverse of Micros for less than a day.
func FromMicros(n, precision int) Time {
	s := n / 1_000_000
	return Time{s / 3600, s / 60 % 60, s % 60, n % 1_000_000, precision}
}

// Text is the time as ISO 8601 has it.
func (t Time) Text(f Format) string {
	text := fmt.Sprintf("%02d:%02d:%02d", t.Hour, t.Minute, t.Second)
	if f == Basic {
		text = fmt.Sprintf("%02d%02d%02d", t.Hour, t.Minute, t.Second)
	}
	return text + t.fraction()
}

func (t Time) fraction() string {
	if t.Precision <= 0 {
		return ""
	}
	return "." + fmt.Sprintf("%06d", t.Micro)[:min(t.Precision, MaxPrecision)]
}

// Truncated shows at most precision digits of the microseconds, and forgets the others.
func (t Time) Truncated(precision int) Time {
	if precision >= t.Precision {
		return t
	}
	unit := 1
	for range MaxPrecision - precision {
		unit *= 10
	}
	t.Micro, t.Precision = t.Micro/unit*unit, precision
	return t
}

// Naive is a date with a time and no zone.
type Naive struct {
	Date
	Time
}

// Valid reports whether there is such a date and such a time.
func (n Naive) Valid() bool { return n.Date.Valid() && n.Time.Valid() }

// Micros is the number of microseconds after the beginning of the year 0.
func (n Naive) Micros() int { return n.Days()*SecondsPerDay*1_000_000 + n.Time.Micros() }

// Seconds is the number of whole seconds after the beginning of the year 0.
func (n Naive) Seconds() int { return n.Days()*SecondsPerDay + n.Time.Seconds() }

// NaiveFromMicros is the inverse of Micros.
func NaiveFromMicros(micros, precision int) Naive {
	const day = SecondsPerDay * 1_000_000
	days := floorDiv(micros, day)
	return Naive{FromDays(days), FromMicros(micros-days*day, precision)}
}

// InRange reports whether the microseconds are those of a year that is allowed.
func InRange(micros int) bool {
	return between(floorDiv(micros, SecondsPerDay*1_000_000), MinDays, MaxDays)
}

// Text is both parts with separator between them.
func (n Naive) Text(f Format, separator string) string {
	return n.Date.Text(f) + separator + n.Time.Text(f)
}

// UnixMicros is what 1 January 1970 is in Micros.
var UnixMicros = Naive{Date: Date{1970, 1, 1}}.Micros()

// Zoned is a date and time of a zone.
type Zoned struct {
	Naive
	Zone, Abbr             string
	UTCOffset, StandardOff int
}

// UTC is the name of the only zone that is known by itself.
const UTC = "Etc/UTC"

// InUTC makes a date and time one of UTC.
func InUTC(n Naive) Zoned { return Zoned{Naive: n, Zone: UTC, Abbr: "UTC"} }

// Offset is the number of seconds that the clock is ahead of UTC.
func (z Zoned) Offset() int { return z.UTCOffset + z.StandardOff }

// UniversalMicros is Micros of the same moment in UTC.
func (z Zoned) UniversalMicros() int { return z.Micros() - z.Offset()*1_000_000 }

// OffsetText is an offset as ISO 8601 has it, Z for UTC itself.
func OffsetText(utc, standard int, zone string, f Format) string {
	if utc == 0 && standard == 0 && zone == UTC {
		return "Z"
	}
	total, sign := utc+standard, "+"
	if total < 0 {
		total, sign = -total, "-"
	}
	colon := ":"
	if f == Basic {
		colon = ""
	}
	return fmt.Sprintf("%s%02d%s%02d", sign, total/3600, colon, total/60%60)
}

// Text is the date, the time, the offset and, except for UTC, the zone.
func (z Zoned) Text(f Format) string {
	text := z.Naive.Text(f, " ") + OffsetText(z.UTCOffset, z.StandardOff, z.Zone, f)
	if z.Zone == UTC {
		return text
	}
	return text + " " + z.Abbr + " " + z.Zone
}

// ISO is the text of ISO 8601, which has no name of the zone.
func (z Zoned) ISO(f Format) string {
	return z.Naive.Text(f, "T") + OffsetText(z.UTCOffset, z.StandardOff, z.Zone, f)
}
