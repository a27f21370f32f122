package lib

import (
	"strings"

	"gex/runtime/code"
	"gex/runtime/exception"
	"gex/runtime/late"
	"gex/runtime/process"
	"gex/runtime/term"
)

// loggerFormatterTable is Logger.Formatter: how the console writes a line.
func loggerFormatterTable() Module {
	return Module{
		Name: "Elixir.Logger.Formatter",
		Doc:  "How a line of the log is written: a pattern such as `$time [$level] $message`.",
		Functions: []Function{
			{"compile", "pattern_or_function", "The parts of a pattern, in which atoms stand for what differs; nil is the usual pattern.", formatterCompile},
			{"format", "pattern_or_function, level, message, timestamp, metadata", "The line as chardata.", formatterFormat},
			{"format_date", "date", "`{year, month, day}` as chardata.", formatterDate},
			{"format_time", "time", "`{hours, minutes, seconds, milliseconds}` as chardata.", formatterTime},
			{"prune", "chardata", "The text with a � for what is no character.", formatterPrune},
		},
	}
}

const usualPattern = "\n$time $metadata[$level] $message\n"

var patternPart = late.Regexp(`\$[a-z]+|[^$]+|\$`)

// patternNames are what a pattern may name.
var patternNames = map[string]bool{
	"$message": true, "$date": true, "$time": true, "$level": true, "$node": true, "$metadata": true, "$levelpad": true,
}

func formatterFrames(line int) []exception.Frame {
	return []exception.Frame{
		loggerAt("compile_code", 1, line), loggerAt("-compile/1-fun-0-", 2, 148),
		at("Enum", "-reduce/3-lists^foldl/2-0-", 3, "enum.ex", 2468), loggerAt("compile", 1, 146),
	}
}

func loggerAt(function string, arity, line int) exception.Frame {
	return at("Logger.Formatter", function, arity, "logger/formatter.ex", line)
}

func formatterCompile(self *process.Process, a []term.Term) (term.Term, error) {
	pattern := usualPattern
	switch p := a[0].(type) {
	case term.Tuple:
		if len(p) != 2 {
			return nil, errClause
		}
		return p, nil
	case term.Binary:
		pattern = string(p)
	default:
		if a[0] != term.Term(term.Nil) {
			return nil, errClause
		}
	}
	var parts []term.Term
	for _, part := range patternPart().FindAllString(pattern, -1) {
		switch {
		case part == "$levelpad":
			if err := warning(self, "$levelpad in Logger message format is deprecated, please remove it", formatterFrames(155)...); err != nil {
				return nil, err
			}
			fallthrough
		case patternNames[part]:
			parts = append(parts, term.Atom(part[1:]))
		case strings.HasPrefix(part, "$"):
			return nil, exception.ArgumentError("%s is an invalid format pattern", part).In(formatterFrames(162)...)
		default:
			parts = append(parts, term.Binary(part))
		}
	}
	return term.List(parts...), nil
}

func formatterFormat(self *process.Process, a []term.Term) (term.Term, error) {
	if f, ok := a[0].(term.Tuple); ok && len(f) == 2 {
		fun := &term.Fun{Arity: 4, External: true}
		fun.Module, _ = f[0].(term.Atom)
		name, _ := f[1].(term.Atom)
		fun.Name = string(name)
		return code.Call(self, fun, a[1:]...)
	}
	parts, ok := term.Slice(a[0])
	when, isTuple := a[3].(term.Tuple)
	if !ok || !isTuple || len(when) != 2 {
		return nil, errClause
	}
	out := make([]term.Term, len(parts))
	for i, part := range parts {
		out[i] = part
		name, ok := part.(term.Atom)
		if !ok {
			continue
		}
		var err error
		if out[i], err = formatted(self, name, a, when); err != nil {
			return nil, err
		}
	}
	return term.List(out...), nil
}

// formatted is what stands in a line for a name of the pattern.
func formatted(self *process.Process, name term.Atom, a args, when term.Tuple) (term.Term, error) {
	switch name {
	case "message":
		return a[2], nil
	case "level":
		text, err := ToString(a[1])
		return term.Binary(text), err
	case "date":
		return formatterDate(self, args{when[0]})
	case "time":
		return formatterTime(self, args{when[1]})
	case "node":
		return term.Binary("nonode@nohost"), nil
	case "levelpad":
		if level, _ := a[1].(term.Atom); len(level) == 4 {
			return term.Binary(" "), nil
		}
		return term.Binary(""), nil
	}
	if a[4] == term.Term(term.Empty) {
		return term.Binary(""), nil
	}
	var pairs []term.Term
	for e := range term.Elements(a[4]) {
		pair, ok := e.(term.Tuple)
		if !ok || len(pair) != 2 {
			return nil, errClause
		}
		if text, ok := metadataText(pair[1]); ok {
			key, _ := ToString(pair[0])
			pairs = append(pairs, term.List(term.Binary(key), term.Int('='), text, term.Int(' ')))
		}
	}
	return term.List(pairs...), nil
}

// metadataText is a value of the metadata as text; false for one that has none.
func metadataText(t term.Term) (term.Term, bool) {
	switch t := t.(type) {
	case term.PID, term.Ref:
		_, number, _ := strings.Cut(strings.TrimSuffix(show(t), ">"), "<")
		return term.Binary("<" + number + ">"), true
	case term.Atom:
		if t == term.Nil {
			return nil, false
		}
	case term.EmptyList, *term.Cons, *term.Map, term.Tuple, *term.Fun:
		return nil, false
	}
	text, err := ToString(t)
	return term.Binary(text), err == nil
}

// twoDigits is a number with a zero before it if it has one digit only.
func twoDigits(t term.Term) term.Term {
	n, _ := t.(term.Int)
	text := term.Binary(show(n))
	if n < 10 {
		return term.List(term.Int('0'), text)
	}
	return text
}

func formatterDate(_ *process.Process, a []term.Term) (term.Term, error) {
	d, ok := a[0].(term.Tuple)
	if !ok || len(d) != 3 {
		return nil, errClause
	}
	return term.List(term.Binary(show(d[0])), term.Int('-'), twoDigits(d[1]), term.Int('-'), twoDigits(d[2])), nil
}

func formatterTime(_ *process.Process, a []term.Term) (term.Term, error) {
	t, ok := a[0].(term.Tuple)
	if !ok || len(t) != 4 {
		return nil, errClause
	}
	n, _ := t[3].(term.Int)
	millis := term.Term(term.Binary(show(n)))
	switch {
	case n < 10:
		millis = term.List(term.Int('0'), term.Int('0'), millis)
	case n < 100:
		millis = term.List(term.Int('0'), millis)
	}
	return term.List(twoDigits(t[0]), term.Int(':'), twoDigits(t[1]), term.Int(':'), twoDigits(t[2]), term.Int('.'), millis), nil
}

func formatterPrune(_ *process.Process, a []term.Term) (term.Term, error) { return pruned(a[0]), nil }

func pruned(t term.Term) term.Term {
	switch t := t.(type) {
	case term.Binary:
		return term.Binary(strings.ToValidUTF8(string(t), "�"))
	case *term.Cons:
		list, tail := term.SliceWithTail(t)
		for i, e := range list {
			list[i] = pruned(e)
		}
		if tail != term.Term(term.Empty) {
			tail = pruned(tail)
		}
		return term.ListWithTail(list, tail)
	case term.Int, term.EmptyList:
		return t
	}
	return term.Binary("�")
}
