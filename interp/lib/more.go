package lib

import (
	"encoding/base32"
	"encoding/base64"
	"encoding/hex"
	"fmt"
	"strings"

	"gex/runtime/code"
	"gex/runtime/exception"
	"gex/runtime/process"
	"gex/runtime/term"
)

var moduleTable = Module{
	Name: "Elixir.Module",
	Doc:  "Names of modules.",
	Functions: []Function{
		{"concat", "list", "The alias made of the parts.", moduleConcat},
		{"concat", "left, right", "The alias made of the two parts.", func(self *process.Process, a []term.Term) (term.Term, error) {
			return moduleConcat(self, args{term.List(a...)})
		}},
		{"split", "module", "The parts of an alias.", moduleSplit},
		{"safe_concat", "list", "As `concat/1`.", moduleConcat},
	},
}

func moduleConcat(_ *process.Process, a []term.Term) (term.Term, error) {
	list, ok := term.Slice(a[0])
	if !ok {
		return nil, errClause
	}
	var parts []string
	for _, x := range list {
		text, ok := x.(term.Binary)
		if atom, isAtom := x.(term.Atom); isAtom {
			text, ok = term.Binary(atom), true
		}
		if !ok {
			return nil, errClause
		}
		if text = term.Binary(strings.TrimPrefix(string(text), "Elixir.")); text != "" && text != "nil" && text != "Elixir" {
			parts = append(parts, strings.TrimPrefix(string(text), "."))
		}
	}
	return term.Alias(strings.Join(parts, ".")), nil
}

func moduleSplit(_ *process.Process, a []term.Term) (term.Term, error) {
	text, ok := a[0].(term.Binary)
	if atom, isAtom := a[0].(term.Atom); isAtom {
		text, ok = term.Binary(atom), true
	}
	if !ok {
		return nil, errClause
	}
	rest, found := strings.CutPrefix(string(text), "Elixir.")
	if !found {
		return nil, exception.ArgumentError("expected an Elixir module, got: %s", show(a[0])).In(at("Module", "split", 2, "module.ex", 1673))
	}
	return stringList(strings.Split(rest, ".")), nil
}

var functionTable = Module{
	Name: "Elixir.Function",
	Doc:  "Functions as values.",
	Functions: []Function{
		{"identity", "value", "The value itself.", pure1(func(t term.Term) term.Term { return t })},
		{"capture", "module, function_name, arity", "A function of a module as a value.", functionCapture},
		{"info", "fun", "What is known about a function.", functionInfo},
		{"info", "fun, item", "One item of what is known about a function.", functionInfo},
	},
}

func functionCapture(_ *process.Process, a []term.Term) (term.Term, error) {
	module, ok1 := a[0].(term.Atom)
	name, ok2 := a[1].(term.Atom)
	arity, ok3 := intAt(a, 2)
	if !ok1 || !ok2 || !ok3 || arity < 0 || arity > 255 {
		return nil, badarg("erlang", "make_fun", a...)
	}
	return &term.Fun{Module: module, Name: string(name), Arity: arity, External: true}, nil
}

func functionInfo(self *process.Process, a []term.Term) (term.Term, error) {
	f, ok := a[0].(*term.Fun)
	if !ok {
		return nil, badarg("erlang", "fun_info", a...)
	}
	kind := term.Atom("local")
	if f.External {
		kind = "external"
	}
	items := []term.Pair{pair("module", f.Module), pair("name", term.Atom(f.Name)), pair("arity", term.Int(f.Arity)),
		pair("env", term.Empty), pair("type", kind)}
	if len(a) == 1 {
		return term.Keyword(items...), nil
	}
	return erlangFunInfo(self, a)
}

var bitwiseTable = Module{
	Name: "Elixir.Bitwise",
	Doc:  "Integers as rows of bits.",
	Functions: []Function{
		{"band", "left, right", "Bitwise and.", arithmetic("band", term.Band)},
		{"bor", "left, right", "Bitwise or.", arithmetic("bor", term.Bor)},
		{"bxor", "left, right", "Bitwise exclusive or.", arithmetic("bxor", term.Bxor)},
		{"bnot", "expr", "Bitwise not.", numericOp("bnot", term.Bnot)},
		{"bsl", "left, right", "Shift to the left.", arithmetic("bsl", term.Bsl)},
		{"bsr", "left, right", "Shift to the right.", arithmetic("bsr", term.Bsr)},
		{"&&&", "left, right", "Bitwise and.", arithmetic("band", term.Band)},
		{"|||", "left, right", "Bitwise or.", arithmetic("bor", term.Bor)},
		{"^^^", "left, right", "Bitwise exclusive or.", arithmetic("bxor", term.Bxor)},
		{"~~~", "expr", "Bitwise not.", numericOp("bnot", term.Bnot)},
		{"<<<", "left, right", "Shift to the left.", arithmetic("bsl", term.Bsl)},
		{">>>", "left, right", "Shift to the right.", arithmetic("bsr", term.Bsr)},
	},
}

var baseTable = Module{
	Name: "Elixir.Base",
	Doc:  "Bytes as text.",
	Functions: []Function{
		{"encode16", `data, opts \\ []`, "Two hexadecimal digits a byte; `case: :lower` for small letters.", baseEncode16},
		{"decode16", `string, opts \\ []`, "`{:ok, bytes}`, or `:error`.", baseDecode(decode16)},
		{"decode16!", `string, opts \\ []`, "The bytes; raises `ArgumentError`.", baseMustDecode(decode16)},
		{"encode32", `data, opts \\ []`, "The bytes in base 32.", baseEncode(base32.StdEncoding.EncodeToString)},
		{"decode32", `string, opts \\ []`, "`{:ok, bytes}`, or `:error`.", baseDecode(base32Decode)},
		{"encode64", `data, opts \\ []`, "The bytes in base 64.", baseEncode(base64.StdEncoding.EncodeToString)},
		{"decode64", `string, opts \\ []`, "`{:ok, bytes}`, or `:error`.", baseDecode(base64Decode)},
		{"decode64!", `string, opts \\ []`, "The bytes; raises `ArgumentError`.", baseMustDecode(base64Decode)},
		{"url_encode64", `data, opts \\ []`, "The bytes in base 64 for addresses.", baseEncode(base64.URLEncoding.EncodeToString)},
		{"url_decode64", `string, opts \\ []`, "`{:ok, bytes}`, or `:error`.", baseDecode(func(s string, _ term.Term) ([]byte, error) { return base64.URLEncoding.DecodeString(s) })},
	},
}

func baseEncode(f func([]byte) string) process.Func {
	return onString2(func(s string, options term.Term) (term.Term, error) {
		text := f([]byte(s))
		if padding, ok := option(options, "padding"); ok && !term.Truthy(padding) {
			text = strings.TrimRight(text, "=")
		}
		return term.Binary(text), nil
	})
}

func baseEncode16(self *process.Process, a []term.Term) (term.Term, error) {
	return onString2(func(s string, options term.Term) (term.Term, error) {
		text := hex.EncodeToString([]byte(s))
		if which, _ := option(options, "case"); which != term.Term(term.Atom("lower")) {
			text = strings.ToUpper(text)
		}
		return term.Binary(text), nil
	})(self, a)
}

type decoder = func(s string, options term.Term) ([]byte, error)

// decode16 takes digits of one case, upper unless options say otherwise.
func decode16(s string, options term.Term) ([]byte, error) {
	letters := "ABCDEF"
	switch which, _ := option(options, "case"); which {
	case term.Term(term.Atom("lower")):
		letters = "abcdef"
	case term.Term(term.Atom("mixed")):
		letters = "abcdefABCDEF"
	}
	for i := range len(s) {
		if c := s[i]; !strings.ContainsRune("0123456789"+letters, rune(c)) {
			return nil, fmt.Errorf("non-alphabet character found: %q (byte %d)", string(c), c)
		}
	}
	return hex.DecodeString(s)
}

func base32Decode(s string, _ term.Term) ([]byte, error) { return base32.StdEncoding.DecodeString(s) }

func base64Decode(s string, options term.Term) ([]byte, error) {
	if padding, ok := option(options, "padding"); ok && !term.Truthy(padding) {
		return base64.RawStdEncoding.DecodeString(strings.TrimRight(s, "="))
	}
	if len(s)%4 != 0 {
		return nil, fmt.Errorf("incorrect padding")
	}
	bytes, err := base64.StdEncoding.DecodeString(s)
	if at, ok := err.(base64.CorruptInputError); ok && int(at) < len(s) {
		return nil, fmt.Errorf("non-alphabet character found: %q (byte %d)", string(s[at]), s[at])
	}
	return bytes, err
}

func baseDecode(f decoder) process.Func {
	return onString2(func(s string, options term.Term) (term.Term, error) {
		bytes, err := f(s, options)
		if err != nil {
			return term.ErrorAtom, nil
		}
		return okTuple(term.Binary(bytes)), nil
	})
}

func baseMustDecode(f decoder) process.Func {
	return onString2(func(s string, options term.Term) (term.Term, error) {
		bytes, err := f(s, options)
		if err != nil {
			return nil, exception.ArgumentError("%s", err.Error())
		}
		return term.Binary(bytes), nil
	})
}

// The functions of Access that are keys of get_in and its kin. Each is a
// function of three arguments: :get or :get_and_update, the data, and what to
// do with what it leads to.

var accessPaths = []Function{
	{"all", "", "A key for all elements of a list.", accessPath(func(args, term.Term) ([]int, error) { return nil, nil }, true)},
	{"at", "index", "A key for one element of a list.", accessPath(accessIndex, false)},
	{"filter", "func", "A key for the elements of a list for which `func` is true.", accessFilter},
	{"elem", "index", "A key for one element of a tuple.", accessElem},
	{"key", `key, default \\ nil`, "A key of a map or struct, with a default.", accessKey(false)},
	{"key!", "key", "A key of a map or struct that must be there.", accessKey(true)},
}

// reach is a key of the kind: select returns the indices it leads to.
func reach(list []term.Term, indices []int, all bool, self *process.Process, a args) (term.Term, error) {
	get := a[0] == term.Term(term.Atom("get"))
	var results []term.Term
	changed := append([]term.Term(nil), list...)
	for i := len(list) - 1; i >= 0; i-- {
		if !containsInt(indices, i) && indices != nil {
			continue
		}
		result, err := code.Call(self, a[2], list[i])
		if err != nil {
			return nil, err
		}
		if get {
			results = append([]term.Term{result}, results...)
			continue
		}
		switch r, ok := result.(term.Tuple); {
		case ok && len(r) == 2:
			results, changed[i] = append([]term.Term{r[0]}, results...), r[1]
		case result == term.Term(term.Atom("pop")):
			results = append([]term.Term{list[i]}, results...)
			changed = append(changed[:i], changed[i+1:]...)
		}
	}
	var value term.Term = term.List(results...)
	if !all {
		value = term.Nil
		if len(results) > 0 {
			value = results[0]
		}
	}
	if get {
		return value, nil
	}
	return term.Tuple{value, term.List(changed...)}, nil
}

func containsInt(list []int, n int) bool {
	for _, x := range list {
		if x == n {
			return true
		}
	}
	return false
}

func accessPath(indices func(key args, data term.Term) ([]int, error), all bool) process.Func {
	return func(_ *process.Process, key []term.Term) (term.Term, error) {
		return native(3, func(self *process.Process, a []term.Term) (term.Term, error) {
			list, ok := term.Slice(a[1])
			if !ok {
				return nil, exception.New("RuntimeError", "Access.all/0 expected a list, got: "+show(a[1]))
			}
			at, err := indices(key, a[1])
			if err != nil {
				return nil, err
			}
			return reach(list, at, all, self, a)
		}), nil
	}
}

func accessIndex(key args, data term.Term) ([]int, error) {
	i, ok := intAt(key, 0)
	list, _ := term.Slice(data)
	if !ok {
		return nil, errClause
	}
	if i < 0 {
		i += len(list)
	}
	return []int{i}, nil
}

func accessFilter(_ *process.Process, key []term.Term) (term.Term, error) {
	return native(3, func(self *process.Process, a []term.Term) (term.Term, error) {
		list, ok := term.Slice(a[1])
		if !ok {
			return nil, exception.New("RuntimeError", "Access.filter/1 expected a list, got: "+show(a[1]))
		}
		chosen := []int{}
		for i, x := range list {
			ok, err := truth(self, key[0], x)
			if err != nil {
				return nil, err
			}
			if ok {
				chosen = append(chosen, i)
			}
		}
		return reach(list, chosen, true, self, a)
	}), nil
}

func accessElem(_ *process.Process, key []term.Term) (term.Term, error) {
	i, ok := intAt(key, 0)
	if !ok || i < 0 {
		return nil, errClause
	}
	return native(3, func(self *process.Process, a []term.Term) (term.Term, error) {
		t, ok := a[1].(term.Tuple)
		if !ok || i >= len(t) {
			return nil, badarg("erlang", "element", term.Int(i+1), a[1])
		}
		value, err := reach(t, []int{i}, false, self, a)
		if pair, ok := value.(term.Tuple); ok && err == nil && a[0] != term.Term(term.Atom("get")) {
			list, _ := term.Slice(pair[1])
			return term.Tuple{pair[0], term.Tuple(list)}, nil
		}
		return value, err
	}), nil
}

func accessKey(must bool) process.Func {
	return func(_ *process.Process, key []term.Term) (term.Term, error) {
		return native(3, func(self *process.Process, a []term.Term) (term.Term, error) {
			m, ok := a[1].(*term.Map)
			if !ok && a[1] != term.Term(term.Nil) {
				return nil, exception.New("RuntimeError", "Access.key/1 expected a map/struct or nil, got: "+show(a[1]))
			}
			var value term.Term
			if ok {
				value, ok = m.Get(key[0])
			}
			switch {
			case !ok && must:
				return nil, keyError(key[0], a[1])
			case !ok:
				value = key[1]
			}
			result, err := code.Call(self, a[2], value)
			if err != nil || a[0] == term.Term(term.Atom("get")) {
				return result, err
			}
			if m == nil {
				m = term.NewMap()
			}
			if r, ok := result.(term.Tuple); ok && len(r) == 2 {
				return term.Tuple{r[0], m.Put(key[0], r[1])}, nil
			}
			return term.Tuple{value, m.Delete(key[0])}, nil
		}), nil
	}
}
