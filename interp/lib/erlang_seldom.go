package lib

import (
	"crypto/md5"
	"hash/crc32"
	"strconv"
	"strings"

	"gex/runtime/code"
	"gex/runtime/process"
	"gex/runtime/term"
)

// This file holds functions of :erlang that a learner meets seldom.

func erlangMore() []Function {
	return []Function{
		{"float_to_binary", "float, options", "The float as text: `decimals: n`, `scientific: n` or `:short`.", floatText("float_to_binary", func(s string) term.Term { return term.Binary(s) })},
		{"float_to_list", "float, options", "As `float_to_binary/2`, as a charlist.", floatText("float_to_list", func(s string) term.Term { return term.Charlist(s) })},
		{"split_binary", "binary, position", "`{first, rest}` of a binary.", erlangSplitBinary},
		{"and", "a, b", "Whether both booleans are true.", booleans("and", func(a, b bool) bool { return a && b })},
		{"or", "a, b", "Whether one of the booleans is true.", booleans("or", func(a, b bool) bool { return a || b })},
		{"xor", "a, b", "Whether exactly one of the booleans is true.", booleans("xor", func(a, b bool) bool { return a != b })},
		{"md5", "data", "The MD5 sum of bytes.", onBytes("md5", func(b []byte) term.Term { sum := md5.Sum(b); return term.Binary(sum[:]) })},
		{"crc32", "data", "The CRC-32 of bytes.", onBytes("crc32", func(b []byte) term.Term { return term.Int(crc32.ChecksumIEEE(b)) })},
		{"system_info", "item", "Something about the system: `:otp_release`, `:process_count`, `:process_limit`, `:schedulers` and few more.", erlangSystemInfo},
		{"date", "", "Today, `{year, month, day}`.", func(self *process.Process, _ []term.Term) (term.Term, error) { return erlDate(utcNow(self).Date), nil }},
		{"time", "", "The time of the day, `{hour, minute, second}`.", func(self *process.Process, _ []term.Term) (term.Term, error) { return erlTime(utcNow(self).Time), nil }},
		{"localtime", "", "`{date, time}`.", func(self *process.Process, _ []term.Term) (term.Term, error) {
			return term.Tuple{erlDate(utcNow(self).Date), erlTime(utcNow(self).Time)}, nil
		}},
		{"universaltime", "", "`{date, time}`.", func(self *process.Process, _ []term.Term) (term.Term, error) {
			return term.Tuple{erlDate(utcNow(self).Date), erlTime(utcNow(self).Time)}, nil
		}},
		{"now", "", "The time as `{megaseconds, seconds, microseconds}`.", erlangTimestamp},
		{"fun_to_list", "fun", "The function as Erlang writes it, as a charlist.", func(_ *process.Process, a []term.Term) (term.Term, error) {
			if _, ok := a[0].(*term.Fun); !ok {
				return nil, badarg("erlang", "fun_to_list", a...)
			}
			return term.Charlist(show(a[0])), nil
		}},
		{"loaded", "", "The modules that are there.", erlangLoaded},
	}
}

func floatText(builtin string, result func(string) term.Term) process.Func {
	return func(_ *process.Process, a []term.Term) (term.Term, error) {
		f, ok := a[0].(term.Float)
		if !ok {
			return nil, badarg("erlang", builtin, a...)
		}
		text, compact, decimals := scientific(f), false, false
		for o := range term.Elements(a[1]) {
			if o == term.Term(term.Atom("compact")) {
				compact = true
				continue
			}
			if o == term.Term(term.Atom("short")) {
				text, decimals = show(f), false
				continue
			}
			if n, ok := option(term.List(o), "decimals"); ok {
				digits, _ := n.(term.Int)
				text, decimals = strconv.FormatFloat(float64(f), 'f', int(digits), 64), digits > 0
			}
			if n, ok := option(term.List(o), "scientific"); ok {
				digits, _ := n.(term.Int)
				text, decimals = strconv.FormatFloat(float64(f), 'e', int(digits), 64), false
			}
		}
		if compact && decimals {
			if text = strings.TrimRight(text, "0"); strings.HasSuffix(text, ".") {
				text += "0"
			}
		}
		return result(text), nil
	}
}

func erlangSplitBinary(_ *process.Process, a []term.Term) (term.Term, error) {
	s, ok := a[0].(term.Binary)
	i, isInt := intAt(a, 1)
	if !ok || !isInt || i < 0 || i > len(s) {
		return nil, badarg("erlang", "split_binary", a...)
	}
	return term.Tuple{s[:i], s[i:]}, nil
}

func booleans(name string, f func(a, b bool) bool) process.Func {
	return func(_ *process.Process, a []term.Term) (term.Term, error) {
		x, ok1 := a[0].(term.Atom)
		y, ok2 := a[1].(term.Atom)
		if !ok1 || !ok2 || x != term.True && x != term.False || y != term.True && y != term.False {
			return nil, badarg("erlang", name, a...)
		}
		return term.Bool(f(x == term.True, y == term.True)), nil
	}
}

func onBytes(builtin string, f func([]byte) term.Term) process.Func {
	return func(_ *process.Process, a []term.Term) (term.Term, error) {
		var b strings.Builder
		if !writeBytes(&b, a[0]) {
			return nil, badarg("erlang", builtin, a...)
		}
		return f([]byte(b.String())), nil
	}
}

func erlangSystemInfo(self *process.Process, a []term.Term) (term.Term, error) {
	item, _ := a[0].(term.Atom)
	switch item {
	case "otp_release":
		return term.Charlist("25"), nil
	case "version":
		return term.Charlist("13.1.5"), nil
	case "process_count":
		return term.Int(len(self.Node().Processes())), nil
	case "process_limit":
		return term.Int(self.Node().MaxProcesses()), nil
	case "schedulers", "schedulers_online", "logical_processors":
		return term.Int(1), nil
	case "atom_limit":
		return term.Int(1 << 20), nil
	case "wordsize":
		return term.Int(8), nil
	}
	return nil, refused("erlang", "system_info", a, "invalid system info item")
}

func erlangLoaded(self *process.Process, _ []term.Term) (term.Term, error) {
	var names []term.Term
	for _, m := range code.Of(self.Node()).Modules() {
		names = append(names, m.Name)
	}
	return term.List(names...), nil
}
