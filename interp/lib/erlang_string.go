package lib

import (
	"slices"
	"strings"
	"unicode"

	"gex/runtime/calendar"
	"gex/runtime/ioserver"
	"gex/runtime/process"
	"gex/runtime/term"
)

func erlangStringTable() Module {
	return Module{
		Name: "string",
		Doc:  "Erlang's functions on texts, which are binaries or charlists; the result is of the kind of the argument.",
		Functions: []Function{
			{"length", "string", "The number of characters.", onText(func(s string, _ like) (term.Term, error) { return term.Int(len(graphemes(s))), nil })},
			{"uppercase", "string", "The text in upper case.", onText(func(s string, as like) (term.Term, error) { return as(upcase(s, "default")), nil })},
			{"lowercase", "string", "The text in lower case.", onText(func(s string, as like) (term.Term, error) { return as(downcase(s, "default")), nil })},
			{"to_upper", "string", "The charlist in upper case.", onText(func(s string, as like) (term.Term, error) { return as(upcase(s, "default")), nil })},
			{"to_lower", "string", "The charlist in lower case.", onText(func(s string, as like) (term.Term, error) { return as(downcase(s, "default")), nil })},
			{"titlecase", "string", "The text with its first character in upper case.", onText(func(s string, as like) (term.Term, error) {
				parts := graphemes(s)
				if len(parts) == 0 {
					return as(s), nil
				}
				return as(capitalize(parts[0], "default") + s[len(parts[0]):]), nil
			})},
			{"reverse", "string", "The characters from last to first.", onText(func(s string, _ like) (term.Term, error) {
				parts := graphemes(s)
				slices.Reverse(parts)
				return term.Charlist(strings.Join(parts, "")), nil
			})},
			{"is_empty", "string", "Whether the text has no characters.", onText(func(s string, _ like) (term.Term, error) { return term.Bool(s == ""), nil })},
			{"trim", "string", "The text without white space at both ends.", onText(func(s string, as like) (term.Term, error) { return as(strings.TrimFunc(s, unicode.IsSpace)), nil })},
			{"chomp", "string", "The text without newlines at its end.", onText(func(s string, as like) (term.Term, error) { return as(strings.TrimRight(s, "\r\n")), nil })},
			{"equal", "a, b", "Whether the texts are the same.", stringsEqual},
			{"concat", "string1, string2", "One charlist and then the other.", kernelAppend},
			{"split", "string, searchPattern", "The two parts around the first place of the pattern.", func(_ *process.Process, a []term.Term) (term.Term, error) {
				return erlangSplit(args{a[0], a[1], term.Atom("leading")})
			}},
			{"split", "string, searchPattern, where", "The parts around `:leading`, `:trailing` or `:all` places of the pattern.", func(_ *process.Process, a []term.Term) (term.Term, error) {
				return erlangSplit(a)
			}},
			{"join", "stringList, separator", "Charlists with a separator between them.", erlangJoin},
			{"tokens", "string, separatorList", "The parts between any of the separators.", erlangTokens},
			{"lexemes", "string, separatorList", "The parts between any of the separators.", erlangTokens},
			{"prefix", "string, prefix", "What follows the prefix, or `:nomatch`.", erlangPrefix},
			{"find", "string, searchPattern", "The text from the pattern on, or `:nomatch`.", erlangFind},
		},
	}
}

// like makes a text of the kind of an argument: a binary or a charlist.
type like func(string) term.Term

// textOf reads a binary or a charlist.
func textOf(t term.Term) (string, like, bool) {
	text, ok := ioserver.Chars(t)
	if _, isBinary := t.(term.Binary); isBinary {
		return text, func(s string) term.Term { return term.Binary(s) }, ok
	}
	return text, func(s string) term.Term { return term.Charlist(s) }, ok
}

func onText(f func(s string, as like) (term.Term, error)) process.Func {
	return func(_ *process.Process, a []term.Term) (term.Term, error) {
		s, as, ok := textOf(a[0])
		if !ok {
			return nil, errClause
		}
		return f(s, as)
	}
}

// texts2 reads two texts.
func texts2(a args) (s, t string, as like, err error) {
	s, as, ok1 := textOf(a[0])
	t, _, ok2 := textOf(a[1])
	if !ok1 || !ok2 {
		return "", "", nil, errClause
	}
	return s, t, as, nil
}

func stringsEqual(_ *process.Process, a []term.Term) (term.Term, error) {
	s, t, _, err := texts2(a)
	return term.Bool(s == t), err
}

func erlangSplit(a args) (term.Term, error) {
	s, pattern, as, err := texts2(a)
	if err != nil {
		return nil, err
	}
	parts := []string{s}
	if i := strings.LastIndex(s, pattern); pattern != "" && i >= 0 {
		switch where, _ := a[2].(term.Atom); where {
		case "leading":
			parts = strings.SplitN(s, pattern, 2)
		case "trailing":
			parts = []string{s[:i], s[i+len(pattern):]}
		case "all":
			parts = strings.Split(s, pattern)
		default:
			return nil, errClause
		}
	}
	list := make([]term.Term, len(parts))
	for i, p := range parts {
		list[i] = as(p)
	}
	return term.List(list...), nil
}

func erlangJoin(_ *process.Process, a []term.Term) (term.Term, error) {
	list, ok1 := term.Slice(a[0])
	separator, _, ok2 := textOf(a[1])
	if !ok1 || !ok2 {
		return nil, errClause
	}
	parts := make([]string, len(list))
	for i, x := range list {
		text, _, ok := textOf(x)
		if !ok {
			return nil, errClause
		}
		parts[i] = text
	}
	return term.Charlist(strings.Join(parts, separator)), nil
}

func erlangTokens(_ *process.Process, a []term.Term) (term.Term, error) {
	s, separators, as, err := texts2(a)
	if err != nil || !term.IsList(a[1]) {
		return nil, errClause
	}
	var list []term.Term
	for _, token := range strings.FieldsFunc(s, func(r rune) bool { return strings.ContainsRune(separators, r) }) {
		list = append(list, as(token))
	}
	return term.List(list...), nil
}

func erlangPrefix(_ *process.Process, a []term.Term) (term.Term, error) {
	s, prefix, as, err := texts2(a)
	if err != nil {
		return nil, err
	}
	if rest, ok := strings.CutPrefix(s, prefix); ok {
		return as(rest), nil
	}
	return term.Atom("nomatch"), nil
}

func erlangFind(_ *process.Process, a []term.Term) (term.Term, error) {
	s, pattern, as, err := texts2(a)
	if err != nil {
		return nil, err
	}
	if i := strings.Index(s, pattern); i >= 0 {
		return as(s[i:]), nil
	}
	return term.Atom("nomatch"), nil
}

func erlangCalendarTable() Module {
	return Module{
		Name: "calendar",
		Doc:  "Erlang's dates, `{year, month, day}`.",
		Functions: []Function{
			{"valid_date", "date", "Whether there is such a day.", func(self *process.Process, a []term.Term) (term.Term, error) {
				t, ok := a[0].(term.Tuple)
				if !ok || len(t) != 3 {
					return nil, errClause
				}
				return erlangValidDate(self, t)
			}},
			{"valid_date", "year, month, day", "Whether there is such a day.", erlangValidDate},
			{"is_leap_year", "year", "Whether the year has 366 days.", onYear(func(y int) term.Term { return term.Bool(calendar.Leap(y)) })},
			{"last_day_of_the_month", "year, month", "The length of a month.", isoDaysInMonth},
			{"day_of_the_week", "date", "The day of the week, 1 for Monday.", onErlDate(func(d calendar.Date) term.Term { return term.Int(d.Weekday()) })},
			{"day_of_the_week", "year, month, day", "The day of the week, 1 for Monday.", onDay(func(d calendar.Date) term.Term { return term.Int(d.Weekday()) })},
			{"date_to_gregorian_days", "date", "The days since 0000-01-01.", onErlDate(func(d calendar.Date) term.Term { return term.Int(d.Days()) })},
			{"date_to_gregorian_days", "year, month, day", "The days since 0000-01-01.", onDay(func(d calendar.Date) term.Term { return term.Int(d.Days()) })},
			{"gregorian_days_to_date", "days", "The date so many days after 0000-01-01.", isoFromDays},
			{"local_time", "", "`{date, time}`.", erlangNow},
			{"universal_time", "", "`{date, time}` in UTC.", erlangNow},
		},
	}
}

func erlangNow(self *process.Process, _ []term.Term) (term.Term, error) {
	return term.Tuple{erlDate(utcNow(self).Date), erlTime(utcNow(self).Time)}, nil
}

func erlangValidDate(_ *process.Process, a []term.Term) (term.Term, error) {
	d, ok := dayAt(a)
	return term.Bool(ok && d.Year >= 0 && d.Valid()), nil
}

func onErlDate(f func(calendar.Date) term.Term) process.Func {
	return func(self *process.Process, a []term.Term) (term.Term, error) {
		t, ok := a[0].(term.Tuple)
		if !ok || len(t) != 3 {
			return nil, errClause
		}
		return onDay(f)(self, t)
	}
}

func ordsetsTable() Module {
	return Module{
		Name: "ordsets",
		Doc:  "Sets as lists in the order of their elements.",
		Functions: []Function{
			{"new", "", "The empty set.", pure3(term.Empty)},
			{"from_list", "list", "The set of the elements of a list.", onList(func(_ *process.Process, list []term.Term, _ args) (term.Term, error) { return orderedSet(list), nil })},
			{"to_list", "set", "The elements.", pure1(func(t term.Term) term.Term { return t })},
			{"size", "set", "The number of elements.", onList(func(_ *process.Process, list []term.Term, _ args) (term.Term, error) { return term.Int(len(list)), nil })},
			{"is_element", "element, set", "Whether the element is in the set.", func(_ *process.Process, a []term.Term) (term.Term, error) {
				list, ok := term.Slice(a[1])
				if !ok {
					return nil, errClause
				}
				return term.Bool(slices.ContainsFunc(list, func(x term.Term) bool { return term.Equal(x, a[0]) })), nil
			}},
			{"add_element", "element, set", "The set with the element.", func(_ *process.Process, a []term.Term) (term.Term, error) {
				list, ok := term.Slice(a[1])
				if !ok {
					return nil, errClause
				}
				return orderedSet(append(slices.Clone(list), a[0])), nil
			}},
			{"del_element", "element, set", "The set without the element.", func(_ *process.Process, a []term.Term) (term.Term, error) {
				return keepFrom(a[1], func(x term.Term) bool { return !term.Equal(x, a[0]) })
			}},
			{"union", "set1, set2", "The elements of both.", func(_ *process.Process, a []term.Term) (term.Term, error) {
				x, ok1 := term.Slice(a[0])
				y, ok2 := term.Slice(a[1])
				if !ok1 || !ok2 {
					return nil, errClause
				}
				return orderedSet(slices.Concat(x, y)), nil
			}},
			{"intersection", "set1, set2", "The elements that are in both.", setsKeep(true)},
			{"subtract", "set1, set2", "The elements of `set1` that are not in `set2`.", setsKeep(false)},
		},
	}
}

func orderedSet(list []term.Term) term.Term {
	list = slices.Clone(list)
	slices.SortStableFunc(list, term.Compare)
	return term.List(slices.CompactFunc(list, term.Equal)...)
}

func keepFrom(t term.Term, keep func(term.Term) bool) (term.Term, error) {
	list, ok := term.Slice(t)
	if !ok {
		return nil, errClause
	}
	return term.List(slices.DeleteFunc(slices.Clone(list), func(x term.Term) bool { return !keep(x) })...), nil
}

// setsKeep keeps of the first set what the second has, or what it has not.
func setsKeep(shared bool) process.Func {
	return func(_ *process.Process, a []term.Term) (term.Term, error) {
		other, ok := term.Slice(a[1])
		if !ok {
			return nil, errClause
		}
		return keepFrom(a[0], func(x term.Term) bool {
			return slices.ContainsFunc(other, func(y term.Term) bool { return term.Equal(x, y) }) == shared
		})
	}
}
