package lib

import (
	"fmt"
	"strconv"
	"strings"

	"gex/runtime/calendar"
	"gex/runtime/code"
	"gex/runtime/exception"
	"gex/runtime/process"
	"gex/runtime/term"
)

func calendarTable() Module {
	return Module{
		Name: "Elixir.Calendar",
		Doc:  "What dates and times have in common.",
		Functions: []Function{
			{"strftime", `date_or_time_or_datetime, string_format, user_options \\ []`, "A text made after a format such as `\"%d.%m.%Y\"`.", calendarFormat},
			{"truncate", "microsecond_tuple, precision", "Microseconds with fewer digits.", calendarTruncate},
			{"compatible_calendars?", "calendar, calendar", "Whether two calendars have the same days.", func(_ *process.Process, a []term.Term) (term.Term, error) {
				return term.Bool(term.Same(a[0], a[1])), nil
			}},
			{"get_time_zone_database", "", "The module that knows the zones: one that knows UTC.", pure3(term.Alias("Calendar.UTCOnlyTimeZoneDatabase"))},
			{"put_time_zone_database", "database", "Does nothing: gex has no other zones.", pure3(term.OK)},
		},
	}
}

func calendarFrame(function string, arity, line int) exception.Frame {
	return at("Calendar", function, arity, "calendar.ex", line)
}

func calendarTruncate(self *process.Process, a []term.Term) (term.Term, error) {
	micro, precision, ok1 := microOf(a[0])
	unit, ok2 := wordIn(precisions, a[1])
	if !ok1 || !ok2 {
		return nil, errClause
	}
	return microTerm(calendar.Time{Micro: micro, Precision: precision}.Truncated(unit)), nil
}

// strftime is one run of Calendar.strftime.
type strftime struct {
	self    *process.Process
	subject term.Term
	names   map[string]term.Term // the options that were given
}

// strftimeOptions are the options of strftime/3.
const strftimeOptions = " preferred_date preferred_time preferred_datetime am_pm_names month_names abbreviated_month_names day_of_week_names abbreviated_day_of_week_names "

var (
	monthNames   = strings.Fields("January February March April May June July August September October November December")
	weekdayNames = strings.Fields("Monday Tuesday Wednesday Thursday Friday Saturday Sunday")
)

func calendarFormat(self *process.Process, a []term.Term) (term.Term, error) {
	format, ok := a[1].(term.Binary)
	if _, isMap := a[0].(*term.Map); !ok || !isMap {
		return nil, errClause
	}
	s := strftime{self, a[0], map[string]term.Term{}}
	for x := range term.Elements(a[2]) {
		key, _ := keyOf(x)
		if !strings.Contains(strftimeOptions, " "+string(key)+" ") {
			return nil, exception.ArgumentError("unknown option %s given to Calendar.strftime/3", shown(self, key)).In(
				exception.Frame{Module: "Elixir.Calendar", Function: "-options/1-fun-0-", Arity: 2, File: "lib/calendar.ex", Line: 882},
				at("Enum", "-reduce/3-lists^foldl/2-0-", 3, "enum.ex", 2468), calendarFrame("strftime", 3, 528))
		}
		s.names[string(key)] = valueOf(x)
	}
	text, err := s.run(string(format))
	if err != nil {
		return nil, exception.In(err, calendarFrame("strftime", 3, 525))
	}
	return term.Binary(text), nil
}

// run formats; a conversion is % with padding (- _ 0), a width and a letter.
func (s *strftime) run(format string) (string, error) {
	var b strings.Builder
	for {
		before, rest, found := strings.Cut(format, "%")
		b.WriteString(before)
		if !found {
			return b.String(), nil
		}
		spec := rest
		padding := byte(0)
		if rest != "" && strings.IndexByte("-_0", rest[0]) >= 0 {
			padding, rest = rest[0], rest[1:]
		}
		digits := rest[:len(rest)-len(strings.TrimLeft(rest, "0123456789"))]
		width, _ := strconv.Atoi(digits)
		rest = rest[len(digits):]
		if rest == "" {
			return "", badStrftime(spec)
		}
		text, err := s.conversion(rest[0], padding, width, digits != "")
		if err != nil {
			return "", err
		}
		b.WriteString(text)
		format = rest[1:]
	}
}

func badStrftime(spec string) error {
	return exception.ArgumentError("invalid strftime format: %%%s", spec).In(calendarFrame("format_modifiers", 6, 829))
}

// numbers are the conversions of numbers with their width and the lines that
// real frames have.
var strftimeNumbers = map[byte]struct {
	width int
	of    func(s *strftime) (int, error)
}{
	'd': {2, func(s *strftime) (int, error) { return s.field("day", 659) }},
	'm': {2, func(s *strftime) (int, error) { return s.field("month", 696) }},
	'Y': {4, func(s *strftime) (int, error) { return s.field("year", 794) }},
	'H': {2, func(s *strftime) (int, error) { return s.field("hour", 678) }},
	'M': {2, func(s *strftime) (int, error) { return s.field("minute", 702) }},
	'S': {2, func(s *strftime) (int, error) { return s.field("second", 732) }},
	'I': {2, func(s *strftime) (int, error) {
		hour, err := s.field("hour", 684)
		return (hour+11)%12 + 1, err
	}},
	'j': {3, func(s *strftime) (int, error) { d, err := s.date("day_of_year", 690); return d.DayOfYear(), err }},
	'q': {1, func(s *strftime) (int, error) { d, err := s.date("quarter_of_year", 718); return d.Quarter(), err }},
	'u': {1, func(s *strftime) (int, error) { d, err := s.date("day_of_week", 739); return d.Weekday(), err }},
	'y': {2, func(s *strftime) (int, error) { y, err := s.field("year", 788); return y % 100, err }},
}

// field reads a number of the date or time.
func (s *strftime) field(name string, line int) (int, error) {
	value, ok := s.subject.(*term.Map).Get(term.Atom(name))
	n, isInt := value.(term.Int)
	if !ok || !isInt {
		return 0, keyError(term.Atom(name), s.subject).In(calendarFrame("format_modifiers", 6, line))
	}
	return int(n), nil
}

// date is the date, of which a function of Date asks for a part.
func (s *strftime) date(function string, line int) (calendar.Date, error) {
	d, ok := dateOf(s.subject)
	if ok {
		return d, nil
	}
	a := args{s.subject}
	if function == "day_of_week" {
		a = append(a, term.Atom("default"))
	}
	return d, exception.In(noClause(s.self, dateModule, function, a), calendarFrame("format_modifiers", 6, line))
}

func (s *strftime) conversion(letter, padding byte, width int, wide bool) (string, error) {
	if number, ok := strftimeNumbers[letter]; ok {
		n, err := number.of(s)
		if !wide {
			width = number.width
		}
		return padded(strconv.Itoa(n), padding, '0', width), err
	}
	text, err := s.words(letter)
	return padded(text, padding, ' ', width), err
}

// padded fills text from the left; - is for not at all.
func padded(text string, padding, usual byte, width int) string {
	fill := string(usual)
	switch padding {
	case '-':
		return text
	case '_':
		fill = " "
	case '0':
		fill = "0"
	}
	return strings.Repeat(fill, max(0, width-len([]rune(text)))) + text
}

func (s *strftime) words(letter byte) (string, error) {
	switch letter {
	case '%':
		return "%", nil
	case 'a', 'A', 'b', 'B':
		return s.name(letter)
	case 'p', 'P':
		return s.halfOfDay(letter == 'P')
	case 'f', 'z', 'Z':
		return s.rest(letter)
	case 'c':
		return s.preferred("preferred_datetime", "%Y-%m-%d %H:%M:%S")
	case 'x':
		return s.preferred("preferred_date", "%Y-%m-%d")
	case 'X':
		return s.preferred("preferred_time", "%H:%M:%S")
	}
	return "", badStrftime(string(letter))
}

// called returns what the function of an option returns.
func (s *strftime) called(option string, argument term.Term) (string, bool, error) {
	fun, ok := s.names[option]
	if !ok {
		return "", false, nil
	}
	value, err := code.Call(s.self, fun, argument)
	if err != nil {
		return "", true, err
	}
	text, err := ToString(value)
	return text, true, err
}

// name is the name of a month or of a day of the week.
func (s *strftime) name(letter byte) (string, error) {
	short := letter >= 'a'
	if letter == 'b' || letter == 'B' {
		month, err := s.field("month", map[bool]int{true: 619, false: 630}[short])
		if err != nil || month < 1 || month > len(monthNames) {
			return "", err
		}
		return s.named(monthNames[month-1], "month_names", month, short)
	}
	d, err := s.date("day_of_week", map[bool]int{true: 600, false: 608}[short])
	if err != nil {
		return "", err
	}
	return s.named(weekdayNames[d.Weekday()-1], "day_of_week_names", d.Weekday(), short)
}

// named is what the option says for the number n, or the name itself.
func (s *strftime) named(name, option string, n int, short bool) (string, error) {
	if short {
		name, option = name[:3], "abbreviated_"+option
	}
	if text, given, err := s.called(option, term.Int(n)); given {
		return text, err
	}
	return name, nil
}

func (s *strftime) halfOfDay(lower bool) (string, error) {
	hour, err := s.field("hour", 708)
	if err != nil {
		return "", err
	}
	half := "am"
	if hour >= 12 {
		half = "pm"
	}
	text, given, err := s.called("am_pm_names", term.Atom(half))
	switch {
	case err != nil:
		return "", exception.In(err, calendarFrame("am_pm", 2, 576), calendarFrame("format_modifiers", 6, 708))
	case given && lower:
		return strings.ToLower(text), nil
	case given:
		return text, nil
	case lower:
		return half, nil
	}
	return strings.ToUpper(half), nil
}

// rest is the fraction of the second, the offset and the zone, which are
// empty where there is none.
func (s *strftime) rest(letter byte) (string, error) {
	if letter == 'f' {
		t, ok := timeOf(s.subject)
		if !ok {
			return "", keyError(term.Atom("microsecond"), s.subject).In(calendarFrame("format_modifiers", 6, 665))
		}
		return fmt.Sprintf("%06d", t.Micro)[:max(1, t.Precision)], nil
	}
	z, ok := zonedOf(s.subject)
	switch {
	case !ok:
		return "", nil
	case letter == 'Z':
		return z.Abbr, nil
	}
	return calendar.OffsetText(z.UTCOffset, z.StandardOff, "", calendar.Basic), nil
}

func (s *strftime) preferred(option, format string) (string, error) {
	if given, ok := s.names[option].(term.Binary); ok {
		format = string(given)
	}
	return s.run(format)
}
