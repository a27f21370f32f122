package lib

import (
	"encoding/hex"
	"math/big"
	"slices"
	"strings"

	"gex/runtime/exception"
	"gex/runtime/process"
	"gex/runtime/term"
)

func binaryMore() []Function {
	return []Function{
		{"bin_to_list", "subject, position_length", "The bytes of a part.", binaryPartBytes},
		{"bin_to_list", "subject, position, length", "The bytes of a part.", binaryPartBytes},
		{"part", "subject, position_length", "A part of a binary.", func(self *process.Process, a []term.Term) (term.Term, error) {
			part, err := binaryPart(self, partArgs(a))
			if err != nil {
				err = badarg("binary", "part", a...)
			}
			return part, err
		}},
		{"compile_pattern", "pattern", "A pattern that the functions of this module take.", binaryCompile},
		{"match", "subject, pattern, options", "As `match/2`, in the part of `scope: {start, length}`.", binaryMatch},
		{"matches", "subject, pattern, options", "As `matches/2`, in the part of `scope: {start, length}`.", binaryMatches},
		{"replace", "subject, pattern, replacement, options", "The binary with the first match replaced, all with `:global`; `insert_replaced: position` puts what was replaced into the replacement.", binaryReplace},
		{"decode_hex", "bin", "The bytes that pairs of hexadecimal digits stand for.", binaryDecodeHex},
		{"encode_hex", "bin", "Two hexadecimal digits for each byte.", onString(func(s string) term.Term { return term.Binary(strings.ToUpper(hex.EncodeToString([]byte(s)))) })},
		{"decode_unsigned", `subject, endianness \\ :big`, "The number whose bytes these are.", binaryDecodeUnsigned},
		{"encode_unsigned", `unsigned, endianness \\ :big`, "The bytes of a number.", binaryEncodeUnsigned},
		{"longest_common_prefix", "binaries", "The length of what all begin with.", binaryCommon("longest_common_prefix", false)},
		{"longest_common_suffix", "binaries", "The length of what all end with.", binaryCommon("longest_common_suffix", true)},
	}
}

// partArgs has {position, length} in place of two arguments.
func partArgs(a args) args {
	if pair, ok := a[1].(term.Tuple); ok && len(pair) == 2 {
		return args{a[0], pair[0], pair[1]}
	}
	return args{a[0], a[1], term.Nil}
}

func binaryPartBytes(self *process.Process, a []term.Term) (term.Term, error) {
	whole := a
	if len(a) == 2 {
		whole = partArgs(a)
	}
	part, err := binaryPart(self, whole)
	if err != nil {
		return nil, badarg("binary", "bin_to_list", a...)
	}
	return erlangBytes(self, args{part})
}

// compiledTags are the first elements of compiled patterns: of one string, and
// of several.
const (
	oneTag     = term.Atom("bm")
	severalTag = term.Atom("ac")
)

// binaryCompile keeps the strings beside what stands for the machine.
func binaryCompile(_ *process.Process, a []term.Term) (term.Term, error) {
	strings, ok := patternStrings(a[0])
	if !ok {
		return nil, refused("binary", "compile_pattern", a, "not a valid pattern")
	}
	tag := oneTag
	if len(strings) > 1 {
		tag = severalTag
	}
	return term.Tuple{tag, a[0]}, nil
}

// patternStrings are the strings of a pattern, compiled or not; none may be
// empty.
func patternStrings(t term.Term) ([]string, bool) {
	if pair, ok := t.(term.Tuple); ok && len(pair) == 2 && (pair[0] == term.Term(oneTag) || pair[0] == term.Term(severalTag)) {
		t = pair[1]
	}
	list := []term.Term{t}
	if term.IsList(t) {
		var ok bool
		if list, ok = term.Slice(t); !ok || len(list) == 0 {
			return nil, false
		}
	}
	strings := make([]string, len(list))
	for i, x := range list {
		s, ok := x.(term.Binary)
		if !ok || s == "" {
			return nil, false
		}
		strings[i] = string(s)
	}
	return strings, true
}

// binarySearch is what match/3 and its like look for: the patterns in a part
// of the subject.
type binarySearch struct {
	subject  string
	patterns []string
	from, to int
}

// next returns the first match from a place on, the longest of those that
// begin there.
func (s binarySearch) next(from int) (begin, end int, found bool) {
	for _, p := range s.patterns {
		i := strings.Index(s.subject[from:s.to], p)
		if i < 0 {
			continue
		}
		if i += from; !found || i < begin || i == begin && i+len(p) > end {
			begin, end, found = i, i+len(p), true
		}
	}
	return begin, end, found
}

func (s binarySearch) all(global bool) [][2]int {
	var matches [][2]int
	for from := s.from; ; {
		begin, end, found := s.next(from)
		if !found {
			return matches
		}
		matches = append(matches, [2]int{begin, end})
		if from = end; !global {
			return matches
		}
	}
}

// searchOf reads the subject and the pattern of function, and the option scope
// of the options; the others must be among flags.
func searchOf(function string, a args, options term.Term, flags ...string) (binarySearch, error) {
	subject, ok := a[0].(term.Binary)
	patterns, valid := patternStrings(a[1])
	var problems []string
	if !ok {
		problems = []string{"not a binary"}
	}
	if !valid {
		problems = append(append([]string{}, problems...), make([]string, 1-len(problems))...)
		problems = append(problems, "not a valid pattern")
	}
	if problems != nil {
		return binarySearch{}, refused("binary", function, a, problems...)
	}
	s := binarySearch{string(subject), patterns, 0, len(subject)}
	fine := term.IsList(options)
	for o := range term.Elements(options) {
		switch o := o.(type) {
		case term.Atom:
			fine = fine && slices.Contains(flags, string(o))
		case term.Tuple:
			fine = fine && len(o) == 2 && s.option(o)
		default:
			fine = false
		}
	}
	if !fine {
		return s, refused("binary", function, a, append(make([]string, len(a)-1), "invalid options")...)
	}
	return s, nil
}

func (s *binarySearch) option(o term.Tuple) bool {
	if o[0] == term.Term(term.Atom("insert_replaced")) {
		return true
	}
	part, ok := o[1].(term.Tuple)
	if o[0] != term.Term(term.Atom("scope")) || !ok || len(part) != 2 {
		return false
	}
	start, ok1 := part[0].(term.Int)
	n, ok2 := part[1].(term.Int)
	s.from, s.to = int(min(start, start+n)), int(max(start, start+n))
	return ok1 && ok2 && s.from >= 0 && s.to <= len(s.subject)
}

func optionsAt(a args, i int) term.Term {
	if i < len(a) {
		return a[i]
	}
	return term.Empty
}

func binaryMatch(_ *process.Process, a []term.Term) (term.Term, error) {
	s, err := searchOf("match", a, optionsAt(a, 2))
	if err != nil {
		return nil, err
	}
	begin, end, found := s.next(s.from)
	if !found {
		return term.Atom("nomatch"), nil
	}
	return pairOfInts(begin, end-begin), nil
}

func binaryMatches(_ *process.Process, a []term.Term) (term.Term, error) {
	s, err := searchOf("matches", a, optionsAt(a, 2))
	if err != nil {
		return nil, err
	}
	var list []term.Term
	for _, m := range s.all(true) {
		list = append(list, pairOfInts(m[0], m[1]-m[0]))
	}
	return term.List(list...), nil
}

func binarySplit(_ *process.Process, a []term.Term) (term.Term, error) {
	options := optionsAt(a, 2)
	s, err := searchOf("split", a, options, "global", "trim", "trim_all")
	if err != nil {
		return nil, err
	}
	var parts []string
	from := 0
	for _, m := range s.all(contains(options, term.Atom("global"))) {
		parts = append(parts, s.subject[from:m[0]])
		from = m[1]
	}
	parts = append(parts, s.subject[from:])
	switch {
	case contains(options, term.Atom("trim_all")):
		parts = slices.DeleteFunc(parts, func(p string) bool { return p == "" })
	case contains(options, term.Atom("trim")):
		for len(parts) > 0 && parts[len(parts)-1] == "" {
			parts = parts[:len(parts)-1]
		}
	}
	return stringList(parts), nil
}

func binaryReplace(_ *process.Process, a []term.Term) (term.Term, error) {
	options := optionsAt(a, 3)
	s, err := searchOf("replace", a, options, "global")
	replacement, ok := a[2].(term.Binary)
	if err == nil && !ok {
		err = refused("binary", "replace", a, "", "", "not a binary")
	}
	if err != nil {
		if x := exception.As(err); len(x.Stack) > 0 {
			x.Stack[0].File, x.Stack[0].Line = "binary.erl", 494
		}
		return nil, err
	}
	var places []int
	if where, ok := option(options, "insert_replaced"); ok {
		if !term.IsList(where) {
			where = term.List(where)
		}
		for p := range term.Elements(where) {
			if n, ok := p.(term.Int); ok && n >= 0 && int(n) <= len(replacement) {
				places = append(places, int(n))
			}
		}
		slices.Sort(places)
	}
	var b strings.Builder
	from := 0
	for _, m := range s.all(contains(options, term.Atom("global"))) {
		b.WriteString(s.subject[from:m[0]])
		at := 0
		for _, p := range places {
			b.WriteString(string(replacement[at:p]) + s.subject[m[0]:m[1]])
			at = p
		}
		b.WriteString(string(replacement[at:]))
		from = m[1]
	}
	return term.Binary(b.String() + s.subject[from:]), nil
}

func binaryDecodeHex(_ *process.Process, a []term.Term) (term.Term, error) {
	s, ok := a[0].(term.Binary)
	if !ok || len(s)%2 != 0 {
		return nil, refused("binary", "decode_hex", a, "must contain an even number of bytes")
	}
	b, err := hex.DecodeString(string(s))
	if err != nil {
		at := 2 * len(b)
		wrong := refused("binary", "unhex", args{s[at : at+2]}, string(s[at:at+2])+" is not a valid hex")
		x := exception.As(wrong)
		x.Stack[0].File, x.Stack[0].Line = "binary.erl", 494
		return nil, x.In(in("binary", "-decode_hex/1-lbc$^0/2-0-", 2, 415))
	}
	return term.Binary(b), nil
}

func littleEndian(t term.Term) (little, ok bool) {
	switch t {
	case term.Term(term.Atom("little")):
		return true, true
	case term.Term(term.Atom("big")):
		return false, true
	}
	return false, false
}

func reversedBytes(b []byte) []byte {
	b = slices.Clone(b)
	slices.Reverse(b)
	return b
}

func binaryDecodeUnsigned(_ *process.Process, a []term.Term) (term.Term, error) {
	s, ok := a[0].(term.Binary)
	little, known := littleEndian(a[1])
	if !ok || !known {
		return nil, refused("binary", "decode_unsigned", a[:1], "not a binary")
	}
	b := []byte(s)
	if little {
		b = reversedBytes(b)
	}
	return term.Integer(new(big.Int).SetBytes(b)), nil
}

func binaryEncodeUnsigned(_ *process.Process, a []term.Term) (term.Term, error) {
	n, ok := term.BigInt(a[0])
	little, known := littleEndian(a[1])
	switch {
	case !ok || !known:
		return nil, refused("binary", "encode_unsigned", a[:1], "not an integer")
	case n.Sign() < 0:
		return nil, refused("binary", "encode_unsigned", a[:1], "out of range")
	}
	b := n.Bytes()
	if len(b) == 0 {
		b = []byte{0}
	}
	if little {
		b = reversedBytes(b)
	}
	return term.Binary(b), nil
}

func binaryCommon(function string, suffix bool) process.Func {
	return func(_ *process.Process, a []term.Term) (term.Term, error) {
		list, ok := term.Slice(a[0])
		var first []byte
		common := 0
		for i, x := range list {
			s, isBinary := x.(term.Binary)
			if ok = ok && isBinary; !ok {
				break
			}
			b := []byte(s)
			if suffix {
				b = reversedBytes(b)
			}
			if i == 0 {
				first, common = b, len(b)
			}
			n := 0
			for n < min(common, len(b)) && b[n] == first[n] {
				n++
			}
			common = n
		}
		if !ok || len(list) == 0 {
			return nil, refused("binary", function, a, "not a flat list of binaries")
		}
		return term.Int(common), nil
	}
}
