package lib

import (
	"gex/runtime/code"
	"gex/runtime/exception"
	"gex/runtime/process"
	"gex/runtime/term"
)

// This file holds the functions that guides of the first years call and that
// Elixir 1.14 still has, beside the ones that took their place.

// insteadOf calls the function of a module that took the place of an old one.
func insteadOf(module, name string) process.Func {
	return func(self *process.Process, a []term.Term) (term.Term, error) {
		return code.Apply(self, term.Alias(module), name, a...)
	}
}

// withCharacter is insteadOf for a function whose last argument was a code point
// and is a string now, which is made at a line.
func withCharacter(old, name string, line int) process.Func {
	return func(self *process.Process, a []term.Term) (term.Term, error) {
		char, ok := intAt(a, len(a)-1)
		if !ok && name != "trim" {
			return nil, errClause
		}
		if !ok || char < 0 || char > 0x10FFFF || char >= 0xD800 && char < 0xE000 {
			return nil, exception.Raise(term.Atom("badarg")).In(at("String", old, len(a), "string.ex", line))
		}
		now := append(args{}, a...)
		now[len(a)-1] = term.Binary(string(rune(char)))
		return code.Apply(self, term.Alias("String"), name, now...)
	}
}

func oldStringFunctions() []Function {
	return []Function{
		{"strip", "string", "The old name of `trim/1`.", insteadOf("String", "trim")},
		{"strip", "string, char", "As `trim/2`, for a code point.", withCharacter("strip", "trim", 1195)},
		{"lstrip", "string", "The old name of `trim_leading/1`.", insteadOf("String", "trim_leading")},
		{"lstrip", "string, char", "As `trim_leading/2`, for a code point.", withCharacter("lstrip", "trim_leading", 1183)},
		{"rstrip", "string", "The old name of `trim_trailing/1`.", insteadOf("String", "trim_trailing")},
		{"rstrip", "string, char", "As `trim_trailing/2`, for a code point.", withCharacter("rstrip", "trim_trailing", 962)},
		{"ljust", "subject, length", "The old name of `pad_trailing/2`.", insteadOf("String", "pad_trailing")},
		{"ljust", "subject, length, pad", "As `pad_trailing/3`, for a code point.", withCharacter("ljust", "pad_trailing", 1439)},
		{"rjust", "subject, length", "The old name of `pad_leading/2`.", insteadOf("String", "pad_leading")},
		{"rjust", "subject, length, pad", "As `pad_leading/3`, for a code point.", withCharacter("rjust", "pad_leading", 1427)},
		{"valid_character?", "string", "Whether the string is one valid code point.", test(func(t term.Term) bool {
			s, _ := t.(term.Binary)
			runes := []rune(string(s))
			return len(runes) == 1 && string(runes) == string(s)
		})},
	}
}

var oldEnumFunctions = []Function{{"uniq", "enumerable, fun", "The old name of `uniq_by/2`.", insteadOf("Enum", "uniq_by")}}

// oldStreamFunctions do what they are documented to do, also chunk/3, which fails
// at its end in Elixir 1.14.
func oldStreamFunctions() []Function {
	return []Function{
		{"uniq", "enum, fun", "The old name of `uniq_by/2`.", insteadOf("Stream", "uniq_by")},
		{"filter_map", "enum, filter, mapper", "The old way to filter and map at once.", streamFilterMap},
		{"chunk", "enum, n", "The old name of `chunk_every`, which drops a last list that is too short.", func(self *process.Process, a []term.Term) (term.Term, error) {
			return code.Apply(self, term.Alias("Stream"), "chunk_every", a[0], a[1], a[1], term.Atom("discard"))
		}},
		{"chunk", `enum, n, step, leftover \\ nil`, "The old name of `chunk_every`.", func(self *process.Process, a []term.Term) (term.Term, error) {
			leftover := a[3]
			if leftover == term.Term(term.Nil) {
				leftover = term.Atom("discard")
			}
			return code.Apply(self, term.Alias("Stream"), "chunk_every", a[0], a[1], a[2], leftover)
		}},
	}
}

// streamFilterMap is filter and map in one.
func streamFilterMap(self *process.Process, a []term.Term) (term.Term, error) {
	kept, err := code.Apply(self, term.Alias("Stream"), "filter", a[0], a[1])
	if err != nil {
		return nil, err
	}
	return code.Apply(self, term.Alias("Stream"), "map", kept, a[2])
}

var (
	oldIntegerFunctions = []Function{
		{"to_char_list", "integer", "The old name of `to_charlist/1`.", insteadOf("Integer", "to_charlist")},
		{"to_char_list", "integer, base", "The old name of `to_charlist/2`.", insteadOf("Integer", "to_charlist")},
	}
	oldFloatFunctions = []Function{
		{"to_char_list", "float", "The old name of `to_charlist/1`.", insteadOf("Float", "to_charlist")},
		{"to_char_list", "float, options", "As `:erlang.float_to_list/2`.", oldFloatText("float_to_list")},
		{"to_string", "float, options", "As `:erlang.float_to_binary/2`.", oldFloatText("float_to_binary")},
	}
	oldAtomFunctions   = []Function{{"to_char_list", "atom", "The old name of `to_charlist/1`.", insteadOf("Atom", "to_charlist")}}
	oldSystemFunctions = []Function{
		{"get_pid", "", "The old name of `pid/0`.", insteadOf("System", "pid")},
		{"stacktrace", "", "Always empty: see `__STACKTRACE__`.", constantTerm(term.Empty)},
	}
	oldRangeFunctions = []Function{
		{"range?", "term", "Whether the term is a range.", func(_ *process.Process, a []term.Term) (term.Term, error) {
			_, ok := rangeOf(a[0])
			return term.Bool(ok), nil
		}},
	}
)

// oldFloatText is a function of Erlang one of whose options was written with true.
func oldFloatText(name string) process.Func {
	return func(self *process.Process, a []term.Term) (term.Term, error) {
		options, ok := term.Slice(a[1])
		if !ok {
			return nil, errClause
		}
		now := make([]term.Term, len(options))
		for i, o := range options {
			if now[i] = o; term.Same(o, term.Tuple{term.Atom("compact"), term.True}) {
				now[i] = term.Atom("compact")
			}
		}
		return code.Apply(self, "erlang", name, a[0], term.List(now...))
	}
}

// taskFind is Task.find/2: of the tasks the one whose reply a message is, with
// the reply, or nil.
func taskFind(self *process.Process, a []term.Term) (term.Term, error) {
	message, _ := a[1].(term.Tuple)
	if len(message) != 2 && len(message) != 5 {
		return term.Nil, nil
	}
	tasks, ok := term.Slice(a[0])
	if !ok {
		return nil, errClause
	}
	for _, t := range tasks {
		task, _ := t.(*term.Map)
		if task == nil || len(message) < 2 {
			continue
		}
		ref, _ := task.Get(term.Atom("ref"))
		switch {
		case len(message) == 2 && term.Same(message[0], ref):
			if r, isRef := ref.(term.Ref); isRef {
				self.DemonitorFlush(r)
			}
			return term.Tuple{message[1], task}, nil
		case len(message) == 5 && message[0] == term.Term(term.Atom("DOWN")) && term.Same(message[1], ref):
			reason := term.Tuple{message[4], term.Tuple{term.Alias("Task"), term.Atom("find"), term.List(a...)}}
			return nil, exception.Exit(reason).In(at("Task", "find", 2, "task.ex", 998))
		}
	}
	return term.Nil, nil
}

var oldTaskFunctions = []Function{{"find", "tasks, message", "Whose reply a message is: `{reply, task}`, or nil.", taskFind}}

var oldDictFunctions = passedOn(dictModuleOf, unsupportedDict, []Function{
	{"pop_lazy", "dict, key, fun", "The value of `key`, else what `fun` returns, and the dictionary without it.", nil},
	{"put_new_lazy", "dict, key, fun", "The dictionary with `key`, unless it is there.", nil},
})

// oldHashDictFunctions are those that HashDict shares with Map.
func oldHashDictFunctions() []Function {
	return []Function{
		{"drop", "dict, keys", "The dictionary without `keys`.", asMap("drop")},
		{"take", "dict, keys", "The dictionary with only `keys`.", asMap("take")},
		{"split", "dict, keys", "Two dictionaries: of `keys`, and of the rest.", asMap("split")},
		{"equal?", "dict1, dict2", "Whether both have the same keys with the same values.", asMap("equal?")},
		{"get_lazy", "dict, key, fun", "The value of `key`, else what `fun` returns.", valueOfMap("get_lazy")},
		{"get_and_update", "dict, key, fun", "`fun` gets the value of `key` and returns what to return and the value to put.", asMap("get_and_update")},
		{"merge", "dict1, dict2", "Both together; the second one counts.", asMap("merge")},
		{"merge", "dict1, dict2, fun", "Both together; `fun` decides about keys that are in both.", asMap("merge")},
		{"pop_lazy", "dict, key, fun", "The value of `key`, else what `fun` returns, and the dictionary without it.", asMap("pop_lazy")},
		{"put_new_lazy", "dict, key, fun", "The dictionary with `key`, unless it is there.", asMap("put_new_lazy")},
		{"update!", "dict, key, fun", "Changes the value of `key` by `fun`; raises `KeyError` if there is none.", hashDictUpdate},
	}
}

// valueOfMap calls a function of Map with the content of a HashDict.
func valueOfMap(name string) process.Func {
	return func(self *process.Process, a []term.Term) (term.Term, error) {
		now := append(args{}, a...)
		for i, t := range a {
			if m, ok := isStruct(t, hashDictModule); ok {
				now[i] = dictOf(m)
			}
		}
		if _, ok := isStruct(a[0], hashDictModule); !ok {
			return nil, errClause
		}
		return code.Apply(self, term.Alias("Map"), name, now...)
	}
}

// asMap is valueOfMap for a function that returns a map, or a pair of which the
// second element is one.
func asMap(name string) process.Func {
	call := valueOfMap(name)
	return func(self *process.Process, a []term.Term) (term.Term, error) {
		value, err := call(self, a)
		if err != nil {
			return nil, err
		}
		switch value := value.(type) {
		case *term.Map:
			return newHashDict(value), nil
		case term.Tuple:
			changed := term.Tuple{value[0], value[1]}
			for i, t := range value {
				if m, ok := t.(*term.Map); ok && (i == 1 || name == "split") {
					changed[i] = newHashDict(m)
				}
			}
			return changed, nil
		}
		return value, nil
	}
}

func hashDictUpdate(self *process.Process, a []term.Term) (term.Term, error) {
	m, ok := isStruct(a[0], hashDictModule)
	if !ok {
		return nil, errClause
	}
	if !inMap(dictOf(m), a[1]) {
		return nil, exception.In(keyError(a[1], a[0]), at("HashDict", "update!", 3, "hash_dict.ex", 10))
	}
	return asMap("update!")(self, a)
}
