package lib

import (
	"crypto/md5"
	"fmt"
	"slices"
	"strconv"
	"strings"

	"gex/runtime/code"
	"gex/runtime/exception"
	"gex/runtime/process"
	"gex/runtime/registry"
	"gex/runtime/sys"
	"gex/runtime/term"
)

func erlangModule() Module {
	return Module{
		Name:      "erlang",
		Doc:       "The built-in functions of Erlang. Most have a twin in `Kernel` or `Process`.",
		Functions: slices.Concat(kernelTests(), kernelProcesses(), erlangData(), erlangSystem()),
	}
}

func erlangData() []Function {
	return []Function{
		{"element", "n, tuple", "Element `n` of a tuple, from 1.", erlangElement},
		{"setelement", "index, tuple, value", "The tuple with an element replaced; the index is from 1.", erlangSetElement},
		{"append_element", "tuple, term", "The tuple with one more element.", func(_ *process.Process, a []term.Term) (term.Term, error) {
			return tupleInsert("append_element", a, a[0], -1, a[1])
		}},
		{"make_tuple", "arity, value", "A tuple of `arity` times the same element.", func(self *process.Process, a []term.Term) (term.Term, error) {
			return tupleDuplicate(self, args{a[1], a[0]})
		}},
		{"hd", "list", "The first element of a list.", kernelHd},
		{"tl", "list", "All but the first element.", kernelTl},
		{"length", "list", "The number of elements.", kernelLength},
		{"tuple_size", "tuple", "The number of elements.", onTuple("tuple_size", func(t term.Tuple) term.Term { return term.Int(len(t)) })},
		{"size", "item", "The size of a tuple or binary.", erlangSize},
		{"map_size", "map", "The number of pairs.", kernelMapSize},
		{"is_map_key", "key, map", "Whether `key` is in the map.", swapped(kernelIsMapKey)},
		{"map_get", "key, map", "The value of `key`.", mapsGet},
		{"byte_size", "bitstring", "The number of bytes.", bitsSize("byte_size", func(bits int) int { return (bits + 7) / 8 })},
		{"bit_size", "bitstring", "The number of bits.", bitsSize("bit_size", func(bits int) int { return bits })},
		{"binary_part", "subject, start, length", "A part of a binary.", kernelBinaryPart},
		{"apply", "fun, args", "Calls `fun` with the list of arguments.", kernelApply},
		{"apply", "module, function, args", "Calls a function of a module.", kernelApply3},
		{"abs", "number", "The number without its sign.", kernelCall("abs")},
		{"round", "number", "The nearest integer.", kernelCall("round")},
		{"trunc", "number", "The integer part.", kernelCall("trunc")},
		{"floor", "number", "The greatest integer that is not greater.", kernelCall("floor")},
		{"ceil", "number", "The least integer that is not less.", kernelCall("ceil")},
		{"float", "number", "The number as a float.", erlangFloat},
		{"div", "a, b", "The quotient of integers.", arithmetic("div", term.IntDiv)},
		{"rem", "a, b", "The remainder.", arithmetic("rem", term.Rem)},
		{"+", "a, b", "The sum.", arithmetic("+", term.Add)},
		{"-", "a, b", "The difference.", arithmetic("-", term.Sub)},
		{"*", "a, b", "The product.", arithmetic("*", term.Mul)},
		{"/", "a, b", "The quotient.", arithmetic("/", term.Div)},
		{"band", "a, b", "Bitwise and.", arithmetic("band", term.Band)},
		{"bor", "a, b", "Bitwise or.", arithmetic("bor", term.Bor)},
		{"bxor", "a, b", "Bitwise exclusive or.", arithmetic("bxor", term.Bxor)},
		{"bsl", "a, b", "Shift to the left.", arithmetic("bsl", term.Bsl)},
		{"bsr", "a, b", "Shift to the right.", arithmetic("bsr", term.Bsr)},
		{"bnot", "a", "Bitwise not.", numericOp("bnot", term.Bnot)},
		{"max", "a, b", "The greater of two terms.", kernelCall("max")},
		{"min", "a, b", "The lesser of two terms.", kernelCall("min")},
		{"==", "a, b", "Whether both are equal.", comparison(term.Equal)},
		{"/=", "a, b", "Whether both differ.", comparison(func(a, b term.Term) bool { return !term.Equal(a, b) })},
		{"=:=", "a, b", "Whether both are the same.", comparison(term.Same)},
		{"=/=", "a, b", "Whether both are not the same.", comparison(func(a, b term.Term) bool { return !term.Same(a, b) })},
		{"<", "a, b", "Whether `a` comes before `b`.", comparison(func(a, b term.Term) bool { return term.Compare(a, b) < 0 })},
		{">", "a, b", "Whether `a` comes after `b`.", comparison(func(a, b term.Term) bool { return term.Compare(a, b) > 0 })},
		{"=<", "a, b", "Whether `a` does not come after `b`.", comparison(func(a, b term.Term) bool { return term.Compare(a, b) <= 0 })},
		{">=", "a, b", "Whether `a` does not come before `b`.", comparison(func(a, b term.Term) bool { return term.Compare(a, b) >= 0 })},
		{"not", "a", "The opposite of a boolean.", kernelNot},
		{"++", "a, b", "The elements of `a`, then those of `b`.", kernelAppend},
		{"--", "a, b", "`a` without one of each element of `b`.", kernelSubtract},
		{"atom_to_binary", "atom", "The name of the atom.", atomText("atom_to_binary", func(s string) term.Term { return term.Binary(s) })},
		{"atom_to_binary", "atom, encoding", "The name of the atom.", atomText("atom_to_binary", func(s string) term.Term { return term.Binary(s) })},
		{"atom_to_list", "atom", "The name of the atom as a charlist.", atomText("atom_to_list", func(s string) term.Term { return term.Charlist(s) })},
		{"binary_to_atom", "binary", "The atom with that name.", stringToAtom},
		{"binary_to_atom", "binary, encoding", "The atom with that name.", stringToAtom},
		{"list_to_atom", "charlist", "The atom with that name.", listToAtom},
		{"integer_to_binary", "integer", "The digits.", erlangDigits("integer_to_binary", func(s string) term.Term { return term.Binary(s) })},
		{"integer_to_list", "integer", "The digits as a charlist.", erlangDigits("integer_to_list", func(s string) term.Term { return term.Charlist(s) })},
		{"binary_to_integer", "binary", "The integer written in the binary.", func(self *process.Process, a []term.Term) (term.Term, error) {
			return stringToInteger(self, args{a[0], term.Int(10)})
		}},
		{"list_to_integer", "charlist", "The integer written in the list.", listToInteger},
		{"binary_to_float", "binary", "The float written in the binary.", stringToFloat},
		{"list_to_float", "charlist", "The float written in the list.", listToFloat},
		{"float_to_binary", "float", "The float with 20 digits after the point, in scientific notation.", erlangFloatToBinary},
		{"float_to_list", "float", "As `float_to_binary/1`, as a charlist.", erlangFloatToList},
		{"list_to_tuple", "list", "The elements as a tuple.", listToTuple},
		{"tuple_to_list", "tuple", "The elements as a list.", onTuple("tuple_to_list", func(t term.Tuple) term.Term { return term.List(t...) })},
		{"list_to_binary", "iolist", "The bytes of an iolist.", listToBinary},
		{"iolist_to_binary", "iolist", "The bytes of an iolist.", ioDataToBinary},
		{"binary_to_list", "binary", "The bytes of a binary.", erlangBytes},
		{"pid_to_list", "pid", "The pid as Erlang writes it, as a charlist.", erlangPidToList},
		{"list_to_pid", "charlist", "The pid written in the list.", erlangListToPid},
		{"ref_to_list", "ref", "The reference as Erlang writes it, as a charlist.", erlangRefToList},
		{"fun_info", "fun", "What is known about a function.", erlangFunInfo},
		{"fun_info", "fun, item", "One item of what is known about a function.", erlangFunInfo},
		{"phash2", "term", "A hash of the term, below 2^27: the same in every node, but for pids, references and functions.", erlangHash},
		{"phash2", "term, range", "A hash of the term, less than `range`, which is at most 2^32.", erlangHash},
	}
}

// kernelCall is the function of Kernel with the same name.
func kernelCall(name string) process.Func {
	for _, f := range kernelNumbers() {
		if f.Name == name {
			return f.Call
		}
	}
	return nil
}

func erlangElement(self *process.Process, a []term.Term) (term.Term, error) {
	i, isInt := intAt(a, 0)
	t, ok := a[1].(term.Tuple)
	if !isInt || !ok || i < 1 || i > len(t) {
		return nil, badarg("erlang", "element", a...)
	}
	return t[i-1], nil
}

func erlangSetElement(_ *process.Process, a []term.Term) (term.Term, error) {
	i, isInt := intAt(a, 0)
	t, ok := a[1].(term.Tuple)
	if !isInt || !ok || i < 1 || i > len(t) {
		return nil, badarg("erlang", "setelement", a...)
	}
	t = slices.Clone(t)
	t[i-1] = a[2]
	return t, nil
}

func erlangSize(_ *process.Process, a []term.Term) (term.Term, error) {
	switch t := a[0].(type) {
	case term.Tuple:
		return term.Int(len(t)), nil
	case term.Binary:
		return term.Int(len(t)), nil
	case *term.Bits:
		return term.Int(t.Size / 8), nil
	}
	return nil, badarg("erlang", "size", a...)
}

func erlangFloat(_ *process.Process, a []term.Term) (term.Term, error) {
	f, ok := term.ToFloat(a[0])
	if !ok {
		return nil, badarg("erlang", "float", a...)
	}
	return term.Float(f), nil
}

func erlangDigits(builtin string, f func(string) term.Term) process.Func {
	return func(_ *process.Process, a []term.Term) (term.Term, error) {
		n, ok := term.BigInt(a[0])
		if !ok {
			return nil, badarg("erlang", builtin, a...)
		}
		return f(n.String()), nil
	}
}

func scientific(f term.Float) string {
	text := strconv.FormatFloat(float64(f), 'e', 20, 64)
	return text
}

func erlangFloatToBinary(_ *process.Process, a []term.Term) (term.Term, error) {
	f, ok := a[0].(term.Float)
	if !ok {
		return nil, badarg("erlang", "float_to_binary", a...)
	}
	return term.Binary(scientific(f)), nil
}

func erlangFloatToList(_ *process.Process, a []term.Term) (term.Term, error) {
	f, ok := a[0].(term.Float)
	if !ok {
		return nil, badarg("erlang", "float_to_list", a...)
	}
	return term.Charlist(scientific(f)), nil
}

func erlangBytes(_ *process.Process, a []term.Term) (term.Term, error) {
	s, ok := a[0].(term.Binary)
	if !ok {
		return nil, badarg("erlang", "binary_to_list", a...)
	}
	bytes := make([]term.Term, len(s))
	for i := range len(s) {
		bytes[i] = term.Int(s[i])
	}
	return term.List(bytes...), nil
}

func erlangPidToList(_ *process.Process, a []term.Term) (term.Term, error) {
	pid, ok := a[0].(term.PID)
	if !ok {
		return nil, badarg("erlang", "pid_to_list", a...)
	}
	return term.Charlist("<" + pid.String() + ">"), nil
}

// parsePid reads "0.108.0", with or without angle brackets around it.
func parsePid(node *process.Node, text string) (term.PID, bool) {
	text = strings.TrimPrefix(text, "#PID")
	text = strings.TrimSuffix(strings.TrimPrefix(text, "<"), ">")
	parts := strings.Split(text, ".")
	if len(parts) != 3 || parts[0] != "0" {
		return term.PID{}, false
	}
	number, err1 := strconv.ParseUint(parts[1], 10, 32)
	serial, err2 := strconv.ParseUint(parts[2], 10, 32)
	if err1 != nil || err2 != nil {
		return term.PID{}, false
	}
	return node.PID(uint32(number), uint32(serial)), true
}

func erlangListToPid(self *process.Process, a []term.Term) (term.Term, error) {
	var b strings.Builder
	if writeChars(&b, a[0]) && strings.HasPrefix(b.String(), "<") {
		if pid, ok := parsePid(self.Node(), b.String()); ok {
			return pid, nil
		}
	}
	return nil, badarg("erlang", "list_to_pid", a...)
}

func erlangRefToList(_ *process.Process, a []term.Term) (term.Term, error) {
	if _, ok := a[0].(term.Ref); !ok {
		return nil, badarg("erlang", "ref_to_list", a...)
	}
	return term.Charlist("#Ref" + strings.TrimPrefix(show(a[0]), "#Reference")), nil
}

func erlangFunInfo(self *process.Process, a []term.Term) (term.Term, error) {
	f, ok := a[0].(*term.Fun)
	if !ok {
		return nil, badarg("erlang", "fun_info", a...)
	}
	undefined := term.Term(term.Atom("undefined"))
	maker, index, unique, sum, kind := undefined, undefined, undefined, undefined, term.Atom("external")
	if !f.External {
		maker, index, unique, sum, kind = self.PID(), term.Int(f.Index), term.Int(f.Unique), sumOf(f), "local"
	}
	items := []term.Pair{
		pair("pid", maker), pair("module", f.Module), pair("new_index", index), pair("new_uniq", sum), pair("index", index), pair("uniq", unique),
		pair("name", term.Atom(f.Name)), pair("arity", term.Int(f.Arity)), pair("env", term.Empty), pair("type", kind),
	}
	if len(a) == 1 {
		return term.Keyword(slices.DeleteFunc(items, func(p term.Pair) bool { return p.Value == undefined })...), nil
	}
	for _, p := range items {
		if p.Key == a[1] {
			return term.Tuple{p.Key, p.Value}, nil
		}
	}
	return nil, badarg("erlang", "fun_info", a...)
}

// erlEvalSum is the MD5 sum of erl_eval in OTP 25, which makes the functions of
// the prompt.
const erlEvalSum = "\x06\x53\x61\xaa\x46\x15\x90\xd1\xbd\xf1\xeb\x62\xd1\xa6\xeb\x08"

// sumOf is the MD5 sum of the module that made a function. Modules of the
// session have no code to sum up, so theirs is that of what tells them apart.
func sumOf(f *term.Fun) term.Binary {
	if f.Module == "erl_eval" {
		return erlEvalSum
	}
	sum := md5.Sum(fmt.Append(nil, f.Module, f.Unique))
	return term.Binary(sum[:])
}

func erlangHash(_ *process.Process, a []term.Term) (term.Term, error) {
	limit := 1 << 27
	if len(a) == 2 {
		n, ok := intAt(a, 1)
		if !ok || n < 1 || n > 1<<32 {
			return nil, badarg("erlang", "phash2", a...)
		}
		limit = n
	}
	return term.Int(registry.Hash(a[0], limit)), nil
}

func erlangSystem() []Function {
	return []Function{
		{"error", "reason", "Raises `reason`.", erlangError},
		{"error", "reason, args", "Raises `reason`.", erlangError},
		{"throw", "value", "Throws `value`.", func(_ *process.Process, a []term.Term) (term.Term, error) { return nil, exception.Throw(a[0]) }},
		{"raise", "class, reason, stacktrace", "Raises `reason` with a class: `:error`, `:exit` or `:throw`.", erlangRaise},
		{"exit", "pid, reason", "Sends an exit signal.", processExit},
		{"is_process_alive", "pid", "Whether the process is alive.", processAlive},
		{"processes", "", "The pids of all processes.", processList},
		{"registered", "", "The names in use.", processRegistered},
		{"register", "name, pid", "Gives a process a name.", erlangRegister},
		{"unregister", "name", "Frees a name.", processUnregister},
		{"whereis", "name", "The pid with the name, or `:undefined`.", erlangWhereis},
		{"monitor", "type, item", "Watches a process.", erlangMonitor},
		{"monitor", "type, item, options", "Watches a process with options: `{:tag, term}`, `{:alias, mode}`.", erlangMonitor},
		{"demonitor", `ref, options \\ []`, "Ends a monitor.", processDemonitor},
		{"link", "pid", "Links the two processes.", processLink},
		{"unlink", "pid", "Removes a link.", processUnlink},
		{"process_flag", "flag, value", "Sets a flag of the process.", processFlag},
		{"process_flag", "pid, flag, value", "Sets a flag of another process.", processFlagOf},
		{"send", "dest, message, options", "Sends a message and returns `:ok`.", processSend},
		{"send_nosuspend", "dest, message", "Sends a message and returns `true`.", erlangSendNosuspend},
		{"process_info", "pid", "What is known about the process.", erlangProcessInfo},
		{"process_info", "pid, items", "Some of what is known about the process.", erlangProcessInfo},
		{"send_after", "time, dest, msg", "Sends a message later.", erlangSendAfter},
		{"send_after", "time, dest, msg, options", "Sends a message later, or at a time with `{:abs, true}`.", erlangSendAfter},
		{"start_timer", "time, dest, msg", "Sends `{:timeout, timer, msg}` later.", erlangStartTimer},
		{"start_timer", "time, dest, msg, options", "Sends `{:timeout, timer, msg}` later, or at a time with `{:abs, true}`.", erlangStartTimer},
		{"cancel_timer", "timer", "Stops a timer.", processCancelTimer},
		{"cancel_timer", "timer, options", "Stops a timer; `{:async, true}` sends the answer.", processCancelTimer},
		{"read_timer", "timer", "The milliseconds left, or false.", processReadTimer},
		{"read_timer", "timer, options", "The milliseconds left; `{:async, true}` sends the answer.", processReadTimer},
		{"group_leader", "", "The process that does the input and output.", func(self *process.Process, _ []term.Term) (term.Term, error) { return self.GroupLeader(), nil }},
		{"group_leader", "leader, pid", "Makes `leader` do the input and output of `pid`.", func(self *process.Process, a []term.Term) (term.Term, error) {
			return processSetLeader(self, args{a[1], a[0]})
		}},
		{"erase", "", "Empties the process dictionary and returns what was in it.", erlangErase},
		{"get_keys", "value", "The keys of the process dictionary that have the value.", processKeys},
		{"get", "", "The process dictionary.", func(self *process.Process, _ []term.Term) (term.Term, error) { return sys.Dictionary(self), nil }},
		{"get_keys", "", "The keys of the process dictionary.", processKeysAll},
		{"get", "key", "The value of `key` in the process dictionary.", func(self *process.Process, a []term.Term) (term.Term, error) {
			return orUndefined(self.Get(a[0])), nil
		}},
		{"put", "key, value", "Stores a value in the process dictionary.", func(self *process.Process, a []term.Term) (term.Term, error) {
			return orUndefined(self.Put(a[0], a[1])), nil
		}},
		{"erase", "key", "Removes a key from the process dictionary.", func(self *process.Process, a []term.Term) (term.Term, error) {
			return orUndefined(self.Erase(a[0])), nil
		}},
		{"spawn_opt", "fun, options", "Starts a process with options.", processSpawn},
		{"spawn_opt", "module, function, args, options", "Starts a process with options.", processSpawn},
		{"hibernate", "module, function, args", "Waits for a message with an empty stack.", erlangHibernate},
		{"yield", "", "Lets other processes run.", func(self *process.Process, _ []term.Term) (term.Term, error) { self.Yield(); return term.True, nil }},
		{"alias", "", "A reference to which messages can be sent.", func(self *process.Process, _ []term.Term) (term.Term, error) { return self.Alias(), nil }},
		{"alias", "options", "A reference to which messages can be sent; with `:reply` one message.", erlangAlias},
		{"unalias", "alias", "Ends an alias.", processUnalias},
		{"nodes", "", "The other nodes: none.", pure3(term.Empty)},
		{"nodes", "kind", "The nodes of a kind; there is only this one.", erlangNodes},
		{"list_to_ref", "charlist", "The reference written in the list.", erlangListToRef},
		{"time_offset", "", "System time less monotonic time.", func(self *process.Process, _ []term.Term) (term.Term, error) {
			return timeOffset(self, term.Atom("native"))
		}},
		{"time_offset", "unit", "System time less monotonic time.", func(self *process.Process, a []term.Term) (term.Term, error) {
			return timeOffset(self, a[0])
		}},
		{"is_alive", "", "Whether this node can be reached by others: it cannot.", pure3(term.False)},
		{"function_exported", "module, function, arity", "Whether the module has such a function.", kernelExported},
		{"monotonic_time", `unit \\ :native`, "The time since the shell began.", monotonicTime},
		{"system_time", `unit \\ :native`, "The time since 1970.", systemTime},
		{"unique_integer", `modifiers \\ []`, "An integer that is unique in this session.", uniqueInteger},
		{"timestamp", "", "The time as `{megaseconds, seconds, microseconds}`.", erlangTimestamp},
		{"garbage_collect", "pid", "Does nothing: whether the process is alive.", erlangCollect},
		{"garbage_collect", "", "Does nothing: Go collects its own garbage.", pure3(term.True)},
	}
}

func orUndefined(t term.Term) term.Term {
	if t == nil {
		return term.Undefined
	}
	return t
}

func erlangError(_ *process.Process, a []term.Term) (term.Term, error) {
	return nil, exception.Raise(a[0])
}

func erlangRaise(_ *process.Process, a []term.Term) (term.Term, error) {
	classes := map[term.Atom]exception.Class{
		"error": exception.ClassError, "exit": exception.ClassExit, "throw": exception.ClassThrow,
	}
	name, _ := a[0].(term.Atom)
	class, ok := classes[name]
	stack, isStack := exception.ParseStack(a[2])
	if !ok || !isStack {
		return term.Atom("badarg"), nil
	}
	return nil, (&exception.Error{Class: class, Reason: a[1]}).In(stack...)
}

func erlangRegister(self *process.Process, a []term.Term) (term.Term, error) {
	name, ok1 := a[0].(term.Atom)
	pid, ok2 := a[1].(term.PID)
	switch p := process.Lookup(pid); {
	case !ok1 || !ok2 || name == term.Undefined:
		return nil, badarg("erlang", "register", a...)
	case p == nil:
		return nil, exception.BadArgCause("notalive", "erlang", "register", a...)
	case p.RegisteredName() != "":
		return nil, exception.BadArgCause("registered_name", "erlang", "register", a...)
	case !self.Node().Register(name, pid):
		return nil, badarg("erlang", "register", a...)
	}
	return term.True, nil
}

func erlangWhereis(self *process.Process, a []term.Term) (term.Term, error) {
	if _, ok := a[0].(term.Atom); !ok {
		return nil, badarg("erlang", "whereis", a...)
	}
	pid, err := processWhereis(self, a)
	if pid == term.Term(term.Nil) {
		pid = term.Undefined
	}
	return pid, err
}

// erlangHibernate waits for a message and goes on with a function that never
// returns to its caller.
func erlangHibernate(self *process.Process, a []term.Term) (term.Term, error) {
	module, ok1 := a[0].(term.Atom)
	name, ok2 := a[1].(term.Atom)
	list, ok3 := term.Slice(a[2])
	if !ok1 || !ok2 || !ok3 {
		return nil, badarg("erlang", "hibernate", a...)
	}
	self.SetHibernated(true)
	self.Await(func() bool { return self.MailboxLen() > 0 })
	self.SetHibernated(false)
	return code.Apply(self, module, string(name), list...)
}

func erlangCollect(_ *process.Process, a []term.Term) (term.Term, error) {
	pid, ok := a[0].(term.PID)
	if !ok {
		return nil, badarg("erlang", "garbage_collect", a...)
	}
	return term.Bool(process.Lookup(pid) != nil), nil
}

func erlangNodes(self *process.Process, a []term.Term) (term.Term, error) {
	kinds, isList := term.Slice(a[0])
	if _, isAtom := a[0].(term.Atom); isAtom {
		kinds, isList = args{a[0]}, true
	}
	var nodes []term.Term
	for _, kind := range kinds {
		switch kind {
		case term.Term(term.Atom("this")), term.Term(term.Atom("known")):
			nodes = args{self.Node().Name()}
		case term.Term(term.Atom("visible")), term.Term(term.Atom("hidden")), term.Term(term.Atom("connected")):
		default:
			isList = false
		}
	}
	if !isList {
		return nil, badarg("erlang", "nodes", a...)
	}
	return term.List(nodes...), nil
}

func erlangListToRef(_ *process.Process, a []term.Term) (term.Term, error) {
	var b strings.Builder
	var n [3]uint32
	var node int
	if !writeChars(&b, a[0]) {
		return nil, badarg("erlang", "list_to_ref", a...)
	}
	if _, err := fmt.Sscanf(b.String(), "#Ref<%d.%d.%d.%d>", &node, &n[0], &n[1], &n[2]); err != nil || n[0] == 0 {
		return nil, badarg("erlang", "list_to_ref", a...)
	}
	return term.RefOf(n), nil
}
