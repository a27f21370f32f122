package inspect

import (
	"gex/runtime/calendar"
	"gex/runtime/term"
)

// dateFields reads integers from a struct of the calendar of ISO 8601.
func dateFields(m *term.Map, names ...string) ([]int, bool) {
	if c, _ := m.Get(term.Atom("calendar")); c != term.Term(term.Atom("Elixir.Calendar.ISO")) {
		return nil, false
	}
	values := make([]int, len(names))
	for i, name := range names {
		value, _ := m.Get(term.Atom(name))
		n, ok := value.(term.Int)
		if !ok {
			return nil, false
		}
		values[i] = int(n)
	}
	return values, true
}

func dateIn(m *term.Map) (calendar.Date, bool) {
	v, ok := dateFields(m, "year", "month", "day")
	if !ok {
		return calendar.Date{}, false
	}
	return calendar.Date{Year: v[0], Month: v[1], Day: v[2]}, true
}

func timeIn(m *term.Map) (calendar.Time, bool) {
	v, ok := dateFields(m, "hour", "minute", "second")
	micro, _ := m.Get(term.Atom("microsecond"))
	parts, isTuple := micro.(term.Tuple)
	if !ok || !isTuple || len(parts) != 2 {
		return calendar.Time{}, false
	}
	us, ok1 := parts[0].(term.Int)
	precision, ok2 := parts[1].(term.Int)
	return calendar.Time{Hour: v[0], Minute: v[1], Second: v[2], Micro: int(us), Precision: int(precision)}, ok1 && ok2
}

func (w *writer) date(m *term.Map, _ int) bool {
	d, ok := dateIn(m)
	if ok {
		w.write("~D[" + d.Text(calendar.Extended) + "]")
	}
	return ok
}

func (w *writer) time(m *term.Map, _ int) bool {
	t, ok := timeIn(m)
	if ok {
		w.write("~T[" + t.Text(calendar.Extended) + "]")
	}
	return ok
}

func (w *writer) naive(m *term.Map, _ int) bool {
	d, ok1 := dateIn(m)
	t, ok2 := timeIn(m)
	if ok1 && ok2 {
		w.write("~N[" + calendar.Naive{Date: d, Time: t}.Text(calendar.Extended, " ") + "]")
	}
	return ok1 && ok2
}

func (w *writer) zoned(m *term.Map, _ int) bool {
	d, ok1 := dateIn(m)
	t, ok2 := timeIn(m)
	offsets, ok3 := dateFields(m, "utc_offset", "std_offset")
	zone, _ := m.Get(term.Atom("time_zone"))
	abbr, _ := m.Get(term.Atom("zone_abbr"))
	zoneText, ok4 := zone.(term.Binary)
	abbrText, ok5 := abbr.(term.Binary)
	if !ok1 || !ok2 || !ok3 || !ok4 || !ok5 {
		return false
	}
	z := calendar.Zoned{
		Naive: calendar.Naive{Date: d, Time: t}, Zone: string(zoneText), Abbr: string(abbrText), UTCOffset: offsets[0], StandardOff: offsets[1],
	}
	if z.Zone == calendar.UTC && z.Offset() == 0 {
		w.write("~U[" + z.Text(calendar.Extended) + "]")
	} else {
		w.write("#DateTime<" + z.Text(calendar.Extended) + ">")
	}
	return true
}

// dateRange shows the step unless it is 1.
func (w *writer) dateRange(m *term.Map, limit int) bool {
	first, ok1 := m.Get(term.Atom("first"))
	last, ok2 := m.Get(term.Atom("last"))
	step, ok3 := m.Get(term.Atom("step"))
	if !ok1 || !ok2 || !ok3 {
		return false
	}
	w.write("Date.range(")
	w.term(first, limit)
	w.write(", ")
	w.term(last, limit)
	if !term.Same(step, term.Int(1)) {
		w.write(", ")
		w.term(step, limit)
	}
	w.write(")")
	return true
}
