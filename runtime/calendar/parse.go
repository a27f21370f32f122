package calendar

// Problem is why a text is no date or time, in the words of Calendar.ISO; it
// is empty when all is well.
type Problem string

// The problems.
const (
	InvalidFormat Problem = "invalid_format"
	InvalidDate   Problem = "invalid_date"
	InvalidTime   Problem = "invalid_time"
	MissingOffset Problem = "missing_offset"
)

// scanner reads a text from the left; failed is set at the first thing that is
// not as expected.
type scanner struct {
	text   string
	failed bool
}

// digits reads exactly n digits.
func (s *scanner) digits(n int) int {
	if len(s.text) < n {
		s.failed = true
		return 0
	}
	value := 0
	for i := range n {
		c := s.text[i]
		if c < '0' || c > '9' {
			s.failed = true
			return 0
		}
		value = value*10 + int(c-'0')
	}
	s.text = s.text[n:]
	return value
}

// one reads a byte that is one of set and reports whether there was one.
func (s *scanner) one(set string) bool {
	if s.text != "" {
		for i := range len(set) {
			if s.text[0] == set[i] {
				s.text = s.text[1:]
				return true
			}
		}
	}
	return false
}

func (s *scanner) expect(set string) {
	if !s.one(set) {
		s.failed = true
	}
}

func (s *scanner) date(f Format) Date {
	negative := s.text != "" && s.text[0] == '-'
	s.one("+-")
	var d Date
	d.Year = s.digits(4)
	if negative {
		d.Year = -d.Year
	}
	if f == Extended {
		s.expect("-")
	}
	d.Month = s.digits(2)
	if f == Extended {
		s.expect("-")
	}
	d.Day = s.digits(2)
	return d
}

func (s *scanner) time(f Format) Time {
	var t Time
	t.Hour = s.digits(2)
	if f == Extended {
		s.expect(":")
	}
	t.Minute = s.digits(2)
	if f == Extended {
		s.expect(":")
	}
	t.Second = s.digits(2)
	if !s.failed && s.one(".,") {
		t.Micro, t.Precision = s.fraction()
	}
	return t
}

// fraction reads one digit or more, of which the first six count.
func (s *scanner) fraction() (micro, precision int) {
	n := 0
	for n < len(s.text) && s.text[n] >= '0' && s.text[n] <= '9' {
		if n < MaxPrecision {
			micro = micro*10 + int(s.text[n]-'0')
		}
		n++
	}
	if n == 0 {
		s.failed = true
	}
	s.text = s.text[n:]
	for i := n; i < MaxPrecision; i++ {
		micro *= 10
	}
	return micro, min(n, MaxPrecision)
}

// offset reads what ends a text: nothing, Z, or hours and minutes. known is
// false for nothing.
func (s *scanner) offset() (seconds int, known bool) {
	if s.text == "" {
		return 0, false
	}
	if s.text == "Z" {
		s.text = ""
		return 0, true
	}
	negative, nothing := s.text[0] == '-', s.text == "-00:00"
	s.expect("+-")
	hour, minute := s.digits(2), 0
	if s.text != "" {
		s.one(":")
		minute = s.digits(2)
	}
	seconds = hour*3600 + minute*60
	if s.text != "" || hour > 23 || minute > 59 || nothing {
		s.failed = true
	}
	if negative {
		seconds = -seconds
	}
	return seconds, true
}

// ParseDate reads a date.
func ParseDate(text string, f Format) (Date, Problem) {
	s := scanner{text: text}
	d := s.date(f)
	switch {
	case s.failed || s.text != "":
		return d, InvalidFormat
	case !d.Valid():
		return d, InvalidDate
	}
	return d, ""
}

// ParseTime reads a time; a T before it and an offset behind it do not count.
func ParseTime(text string, f Format) (Time, Problem) {
	s := scanner{text: text}
	s.one("T")
	t := s.time(f)
	if !s.failed {
		s.offset()
	}
	switch {
	case s.failed:
		return t, InvalidFormat
	case !t.Valid():
		return t, InvalidTime
	}
	return t, ""
}

// ParseNaive reads a date and a time; an offset behind them does not count.
func ParseNaive(text string, f Format) (Naive, Problem) {
	n, _, _, problem := parseBoth(text, f)
	return n, problem
}

func parseBoth(text string, f Format) (n Naive, offset int, known bool, _ Problem) {
	s := scanner{text: text}
	n.Date = s.date(f)
	if !s.failed {
		s.expect("T ")
	}
	if !s.failed {
		n.Time = s.time(f)
	}
	if !s.failed {
		offset, known = s.offset()
	}
	switch {
	case s.failed:
		return n, 0, false, InvalidFormat
	case !n.Date.Valid():
		return n, 0, false, InvalidDate
	case !n.Time.Valid():
		return n, 0, false, InvalidTime
	}
	return n, offset, known, ""
}

// ParseUniversal reads a date and a time with an offset and returns the moment
// in UTC and the offset. At the ends of the calendar the moment can be in a
// year that is not Valid.
func ParseUniversal(text string, f Format) (n Naive, offset int, _ Problem) {
	n, offset, known, problem := parseBoth(text, f)
	switch {
	case problem != "":
		return n, 0, problem
	case !known:
		return n, 0, MissingOffset
	}
	return NaiveFromMicros(n.Micros()-offset*1_000_000, n.Precision), offset, ""
}
