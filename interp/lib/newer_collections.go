package lib

import (
	"slices"
	"strings"
	"unicode/utf8"

	"gex/runtime/code"
	"gex/runtime/ets"
	"gex/runtime/exception"
	"gex/runtime/process"
	"gex/runtime/term"
)

// newerCollections are what came to Kernel, to collections, text and processes.
func newerCollections() []newer {
	return []newer{
		since("1.17", "Kernel",
			Function{"is_non_struct_map", "term", "Whether `term` is a map and no struct. Allowed in guards.", test(isPlainMap)},
			Function{"to_timeout", "components", "The milliseconds of a keyword list as `[minute: 1, second: 30]` or of a `Duration`; integers and `:infinity` stay.", kernelToTimeout}),
		since("1.18", "Enum",
			Function{"sum_by", "enumerable, mapper", "The sum of what `mapper` makes of the elements.", foldedBy(0, "+", term.Add)},
			Function{"product_by", "enumerable, mapper", "The product of what `mapper` makes of the elements.", foldedBy(1, "*", term.Mul)}),
		since("1.18", "List",
			Function{"ends_with?", "list, suffix", "Whether `list` ends with the elements of `suffix`.", listEndsWith}),
		since("1.15", "Map",
			Function{"split_with", "map, fun", "`{pairs for which fun.({key, value}) is true, the others}`.", mapSplitWith},
			Function{"intersect", "map1, map2", "The pairs of `map2` whose keys are in `map1`.", mapIntersect},
			Function{"intersect", "map1, map2, fun", "The keys that both have, with `fun.(key, value1, value2)`.", mapIntersectWith}),
		since("1.15", "MapSet",
			Function{"split_with", "map_set, fun", "`{elements for which fun is true, the others}`, two sets.", mapSetSplitWith}),
		since("1.15", "Keyword",
			Function{"split_with", "keywords, fun", "`{pairs for which fun.({key, value}) is true, the others}`.", keywordSplitWith}),
		since("1.17", "Keyword",
			Function{"intersect", "keywords1, keywords2", "The pairs of `keywords2` whose keys are in `keywords1`, in the order of that.", keywordIntersect},
			Function{"intersect", "keywords1, keywords2, fun", "The keys that both have, with `fun.(key, value1, value2)`.", keywordIntersectWith}),
		since("1.15", "Range",
			Function{"split", "range, count", "`{the first count elements, the others}`; a negative count is from the end.", rangeSplit}),
		since("1.16", "String",
			Function{"replace_invalid", `bytes, replacement \\ "�"`, "The text with `replacement` where `bytes` are no UTF-8.", stringReplaceInvalid}),
		since("1.17", "String",
			Function{"byte_slice", "string, start, size", "`size` bytes from `start` on, without characters that this cuts in two.", stringByteSlice}),
		since("1.15", "Process",
			Function{"alias", "", "A reference to which messages can be sent.", func(self *process.Process, _ []term.Term) (term.Term, error) { return self.Alias(), nil }},
			Function{"alias", "options", "A reference to which messages can be sent; with `:reply` one message.", erlangAlias},
			Function{"unalias", "alias", "Ends an alias; whether there was one.", processUnalias}),
		since("1.15", "URI",
			Function{"append_path", "uri, path", "The URI with `path`, which begins with a slash, behind its own.", uriAppendPath}),
		since("1.15", "Code",
			Function{"ensure_all_loaded", "modules", "`:ok`, or `{:error, [{module, reason}]}` with those that there are not.", codeEnsureAllLoaded}),
	}
}

// newerErlang are what came to the modules of Erlang.
func newerErlang() []newer {
	return []newer{
		sinceOTP("26", "lists",
			Function{"enumerate", "index, step, list", "`{index, element}`, with each index `step` after the one before.", listsEnumerateBy}),
		sinceOTP("26", "ets",
			Function{"lookup_element", "table, key, position, default", "The element at `position` of what is under `key`, or `default` if nothing is.", etsLookupElementOr}),
	}
}

func isPlainMap(t term.Term) bool {
	m, ok := t.(*term.Map)
	return ok && !hasStructName(m)
}

// timeoutParts are the milliseconds of the components of a timeout.
var timeoutParts = map[term.Atom]int{
	"week": 7 * 86_400_000, "day": 86_400_000, "hour": 3_600_000, "minute": 60_000, "second": 1000, "millisecond": 1,
}

func kernelToTimeout(_ *process.Process, a []term.Term) (term.Term, error) {
	if n, ok := a[0].(term.Int); ok && n >= 0 || a[0] == term.Term(term.Atom("infinity")) {
		return a[0], nil
	}
	if d, ok := durationOf(a[0]); ok {
		return d.timeout()
	}
	components, ok := term.Slice(a[0])
	if !ok {
		return nil, errClause
	}
	total := 0
	seen := map[term.Atom]bool{}
	for _, c := range components {
		name, ok := keyOf(c)
		if !ok {
			return nil, errClause
		}
		unit, known := timeoutParts[name]
		amount, isInt := c.(term.Tuple)[1].(term.Int)
		switch {
		case !known:
			return nil, exception.ArgumentError("timeout component %s is not a valid timeout component, valid values are: "+
				":week, :day, :hour, :minute, :second, :millisecond", show(name))
		case !isInt || amount < 0:
			return nil, exception.ArgumentError("timeout component %s must be a non-negative integer, got: %s", show(name), show(c.(term.Tuple)[1]))
		case seen[name]:
			return nil, exception.ArgumentError("timeout component %s is duplicated", show(name))
		}
		seen[name] = true
		total += int(amount) * unit
	}
	return term.Int(total), nil
}

func foldedBy(start int, op string, f func(a, b term.Term) (term.Term, bool)) process.Func {
	return func(self *process.Process, a []term.Term) (term.Term, error) {
		acc := term.Term(term.Int(start))
		err := Each(self, a[0], func(x term.Term) error {
			value, err := code.Call(self, a[1], x)
			if err != nil {
				return err
			}
			next, ok := f(acc, value)
			if !ok {
				return badarith(op, acc, value)
			}
			acc = next
			return nil
		})
		return acc, reached(err, acc)
	}
}

func listEndsWith(_ *process.Process, a []term.Term) (term.Term, error) {
	list, ok1 := term.Slice(a[0])
	suffix, ok2 := term.Slice(a[1])
	if !ok1 || !ok2 {
		return nil, errClause
	}
	from := len(list) - len(suffix)
	return term.Bool(from >= 0 && slices.EqualFunc(list[max(from, 0):], suffix, term.Same)), nil
}

// splitPairs sorts pairs by a predicate.
func splitPairs[T any](self *process.Process, pairs []T, fun term.Term, pairOf func(T) term.Term) (yes, no []T, err error) {
	for _, p := range pairs {
		ok, err := truth(self, fun, pairOf(p))
		switch {
		case err != nil:
			return nil, nil, err
		case ok:
			yes = append(yes, p)
		default:
			no = append(no, p)
		}
	}
	return yes, no, nil
}

func itself(t term.Term) term.Term { return t }

func mapSplitWith(self *process.Process, a []term.Term) (term.Term, error) {
	m, ok := a[0].(*term.Map)
	if !ok || !isFun(a[1], 1) {
		return nil, errClause
	}
	yes, no, err := splitPairs(self, m.Listed(), a[1], func(p term.Pair) term.Term { return term.Tuple{p.Key, p.Value} })
	return term.Tuple{term.NewMap(yes...), term.NewMap(no...)}, err
}

func mapSetSplitWith(self *process.Process, a []term.Term) (term.Term, error) {
	set, ok := isStruct(a[0], mapSetModule)
	if !ok || !isFun(a[1], 1) {
		return nil, errClause
	}
	yes, no, err := splitPairs(self, setOf(set).Listed(), a[1], func(p term.Pair) term.Term { return p.Key })
	return term.Tuple{newMapSet(term.NewMap(yes...)), newMapSet(term.NewMap(no...))}, err
}

func keywordSplitWith(self *process.Process, a []term.Term) (term.Term, error) {
	list, ok := term.Slice(a[0])
	if !ok || !isFun(a[1], 1) {
		return nil, errClause
	}
	yes, no, err := splitPairs(self, list, a[1], itself)
	return term.Tuple{term.List(yes...), term.List(no...)}, err
}

func mapIntersect(_ *process.Process, a []term.Term) (term.Term, error) {
	return intersected(a, func(_, _, value2 term.Term) (term.Term, error) { return value2, nil })
}

func mapIntersectWith(self *process.Process, a []term.Term) (term.Term, error) {
	if !isFun(a[2], 3) {
		return nil, errClause
	}
	return intersected(a, func(key, v1, v2 term.Term) (term.Term, error) { return code.Call(self, a[2], key, v1, v2) })
}

func intersected(a args, value func(key, v1, v2 term.Term) (term.Term, error)) (term.Term, error) {
	m1, ok1 := a[0].(*term.Map)
	m2, ok2 := a[1].(*term.Map)
	if !ok1 || !ok2 {
		return nil, errClause
	}
	var pairs []term.Pair
	for _, p := range m1.Listed() {
		if other, ok := m2.Get(p.Key); ok {
			v, err := value(p.Key, p.Value, other)
			if err != nil {
				return nil, err
			}
			pairs = append(pairs, term.Pair{Key: p.Key, Value: v})
		}
	}
	return term.NewMap(pairs...), nil
}

func keywordIntersect(_ *process.Process, a []term.Term) (term.Term, error) {
	return keywordsIntersected(a, func(_, _, value2 term.Term) (term.Term, error) { return value2, nil })
}

func keywordIntersectWith(self *process.Process, a []term.Term) (term.Term, error) {
	if !isFun(a[2], 3) {
		return nil, errClause
	}
	return keywordsIntersected(a, func(key, v1, v2 term.Term) (term.Term, error) { return code.Call(self, a[2], key, v1, v2) })
}

// keywordsIntersected takes each pair of the second list once.
func keywordsIntersected(a args, value func(key, v1, v2 term.Term) (term.Term, error)) (term.Term, error) {
	if !isKeyword(a[0]) || !isKeyword(a[1]) {
		return nil, errClause
	}
	list1, _ := term.Slice(a[0])
	list2, _ := term.Slice(a[1])
	list2 = slices.Clone(list2)
	var both []term.Term
	for _, x := range list1 {
		p := x.(term.Tuple)
		i := slices.IndexFunc(list2, func(y term.Term) bool { return y.(term.Tuple)[0] == p[0] })
		if i < 0 {
			continue
		}
		v, err := value(p[0], p[1], list2[i].(term.Tuple)[1])
		if err != nil {
			return nil, err
		}
		both, list2 = append(both, term.Tuple{p[0], v}), slices.Delete(list2, i, i+1)
	}
	return term.List(both...), nil
}

func rangeSplit(_ *process.Process, a []term.Term) (term.Term, error) {
	r, ok := rangeOf(a[0])
	n, isInt := intAt(a, 1)
	if !ok || !isInt {
		return nil, errClause
	}
	count, size := int64(n), r.size()
	if count < 0 {
		count = max(size+count, 0)
	}
	middle := r.first + min(count, size)*r.step
	return term.Tuple{span{r.first, middle - r.step, r.step}.term(), span{middle, r.last, r.step}.term()}, nil
}

func stringReplaceInvalid(_ *process.Process, a []term.Term) (term.Term, error) {
	text, ok1 := a[0].(term.Binary)
	by, ok2 := a[1].(term.Binary)
	if !ok1 || !ok2 {
		return nil, errClause
	}
	var b strings.Builder
	for rest := string(text); rest != ""; {
		r, n := utf8.DecodeRuneInString(rest)
		if r != utf8.RuneError || n > 1 {
			b.WriteString(rest[:n])
			rest = rest[n:]
			continue
		}
		b.WriteString(string(by))
		rest = rest[invalidPrefix(rest):]
	}
	return term.Binary(b.String()), nil
}

// invalidPrefix is how many bytes at the beginning of s are replaced at once:
// those that could have begun one character.
func invalidPrefix(s string) int {
	for n := min(len(s), utf8.UTFMax-1); n > 1; n-- {
		if s[0] >= utf8.RuneSelf && utf8.RuneStart(s[0]) && !utf8.FullRuneInString(s[:n]) {
			return n
		}
	}
	return 1
}

func stringByteSlice(_ *process.Process, a []term.Term) (term.Term, error) {
	s, ok := a[0].(term.Binary)
	start, ok1 := intAt(a, 1)
	n, ok2 := intAt(a, 2)
	if !ok || !ok1 || !ok2 || n < 0 {
		return nil, errClause
	}
	if start < 0 {
		start = max(start+len(s), 0)
	}
	start = min(start, len(s))
	part := string(s[start:min(start+n, len(s))])
	for part != "" && !utf8.RuneStart(part[0]) {
		part = part[1:]
	}
	last := len(part) - 1
	for last > 0 && !utf8.RuneStart(part[last]) {
		last--
	}
	if last >= 0 && !utf8.FullRuneInString(part[last:]) {
		part = part[:last]
	}
	return term.Binary(part), nil
}

func uriAppendPath(_ *process.Process, a []term.Term) (term.Term, error) {
	uri, ok := isStruct(a[0], uriModule)
	more, isText := a[1].(term.Binary)
	switch {
	case !ok || !isText:
		return nil, errClause
	case strings.HasPrefix(string(more), "//"):
		return nil, exception.ArgumentError(`path cannot start with "//", got: %s`, show(more))
	case !strings.HasPrefix(string(more), "/"):
		return nil, exception.ArgumentError(`path must start with "/", got: %s`, show(more))
	}
	path, _ := partOf(uri, "path")
	return uri.Put(term.Atom("path"), term.Binary(strings.TrimRight(path, "/"))+more), nil
}

func codeEnsureAllLoaded(self *process.Process, a []term.Term) (term.Term, error) {
	modules, ok := term.Slice(a[0])
	if !ok {
		return nil, errClause
	}
	var failed []term.Term
	for _, m := range modules {
		name, ok := m.(term.Atom)
		if !ok {
			return nil, errClause
		}
		if code.Of(self.Node()).Module(name) == nil {
			failed = append(failed, term.Tuple{name, term.Atom("nofile")})
		}
	}
	if failed != nil {
		return term.Tuple{term.ErrorAtom, term.List(failed...)}, nil
	}
	return term.OK, nil
}

func listsEnumerateBy(_ *process.Process, a []term.Term) (term.Term, error) {
	index, ok1 := intAt(a, 0)
	step, ok2 := intAt(a, 1)
	list, ok3 := term.Slice(a[2])
	if !ok1 || !ok2 || !ok3 {
		return nil, errClause
	}
	numbered := make([]term.Term, len(list))
	for i, x := range list {
		numbered[i] = term.Tuple{term.Int(index + i*step), x}
	}
	return term.List(numbered...), nil
}

var etsLookupElementOr = onTable("lookup_element", ets.Read, func(self *process.Process, t *ets.Table, a args) (term.Term, error) {
	if len(t.Lookup(a[1])) == 0 {
		return a[3], nil
	}
	return etsLookupElement(self, t, a[:3])
})
