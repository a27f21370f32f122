package exception

import "gex/runtime/term"

// This file holds what the arguments of built-in functions must be, as OTP's
// erl_erts_errors and erl_stdlib_errors know it.

// argumentChecks holds, for built-in functions, what each argument must be.
var argumentChecks = map[string]string{
	"unicode.characters_to_nfkd_list/1":   "!not valid character data (an iodata term)",
	"unicode.characters_to_nfkc_list/1":   "!not valid character data (an iodata term)",
	"unicode.characters_to_nfd_list/1":    "!not valid character data (an iodata term)",
	"unicode.characters_to_nfc_list/1":    "!not valid character data (an iodata term)",
	"unicode.characters_to_nfkd_binary/1": "!not valid character data (an iodata term)",
	"unicode.characters_to_nfkc_binary/1": "!not valid character data (an iodata term)",
	"unicode.characters_to_nfd_binary/1":  "!not valid character data (an iodata term)",
	"unicode.characters_to_nfc_binary/1":  "!not valid character data (an iodata term)",
	"maps.next/1":                         "!not a valid iterator",
	"binary.bin_to_list/2":                "bytes,part",
	"binary.encode_hex/2":                 "bytes",
	"binary.encode_hex/1":                 "bytes",
	"binary.decode_hex/1":                 "bytes:must contain an even number of bytes",
	"binary.encode_unsigned/2":            "integer,endianness",
	"binary.encode_unsigned/1":            "integer",
	"binary.decode_unsigned/2":            "bytes,endianness",
	"re.inspect/2":                        "compiled,item",
	"re.compile/2":                        "iodata",
	"re.compile/1":                        "iodata",
	"re.replace/4":                        "iodata,regex,iodata",
	"re.replace/3":                        "iodata,regex,iodata",
	"re.split/3":                          "iodata,regex",
	"re.split/2":                          "iodata,regex",
	"re.run/3":                            "iodata,regex",
	"re.run/2":                            "iodata,regex",
	"erlang.phash/2":                      "@2positive",
	"erlang.append/2":                     "list",
	"erlang.localtime_to_universaltime/1": "!not a valid local time",
	"erlang.universaltime_to_localtime/1": "!not a valid local time",
	"erlang.posixtime_to_universaltime/1": "!not an integer",
	"erlang.universaltime_to_posixtime/1": "!not a valid universal time",
	"erlang.list_to_bitstring/1":          "!not a bitstring list",
	"erlang.make_tuple/3":                 "nonneg,,list",
	"erlang.bump_reductions/1":            "!not an integer",
	"erlang.convert_time_unit/3":          "integer,time unit,time unit",
	"erlang.binary_to_list/3":             "binary,integer,integer",
	"binary.part/2":                       "bytes,part",
	"erlang.binary_part/2":                "binary,part",
	"erlang.iolist_to_iovec/1":            "iodata",
	"erlang.md5_final/1":                  "binary",
	"erlang.md5_update/2":                 "binary,iodata",
	"erlang.crc32_combine/3":              "integer,integer,nonneg",
	"erlang.crc32/2":                      "integer,iodata",
	"erlang.adler32_combine/3":            "integer,integer,nonneg",
	"erlang.adler32/2":                    "integer,iodata",
	"erlang.adler32/1":                    "iodata",
	"erlang.abs/1":                        "!not a number",
	"erlang.apply/3":                      "atom,atom,list",
	"erlang.atom_to_binary/1":             "!not an atom",
	"erlang.atom_to_list/1":               "!not an atom",
	"erlang.append_element/2":             "!not a tuple",
	"erlang.binary_to_atom/1":             "binary",
	"erlang.binary_to_existing_atom/1":    "binary:not an already existing atom",
	"erlang.binary_to_existing_atom/2":    "binary:not an already existing atom",
	"erlang.binary_to_float/1":            "binary:not a textual representation of a float",
	"erlang.binary_to_integer/1":          "binary:not a textual representation of an integer",
	"erlang.binary_to_integer/2":          "binary,base",
	"erlang.binary_to_list/1":             "!not a binary",
	"erlang.binary_to_term/1":             "binary:invalid external representation of a term",
	"erlang.binary_part/3":                "binary,nonneg,integer",
	"erlang.bit_size/1":                   "!not a bitstring",
	"erlang.byte_size/1":                  "!not a bitstring",
	"erlang.alias/1":                      "list:invalid option in list",
	"erlang.cancel_timer/1":               "!not a reference",
	"erlang.cancel_timer/2":               "reference,list",
	"erlang.ceil/1":                       "!not a number",
	"erlang.demonitor/1":                  "!not a reference",
	"erlang.demonitor/2":                  "reference,list",
	"erlang.delete_element/2":             "integer,tuple",
	"erlang.element/2":                    "integer,tuple",
	"erlang.exit/2":                       "!not a pid",
	"erlang.float/1":                      "!not a number",
	"erlang.float_to_binary/1":            "!not a float",
	"erlang.floor/1":                      "!not a number",
	"erlang.fun_info/1":                   "!not a fun",
	"erlang.fun_info/2":                   "fun",
	"erlang.function_exported/3":          "atom,atom,nonneg",
	"erlang.garbage_collect/1":            "!not a pid",
	"erlang.group_leader/2":               "pid,pid",
	"erlang.halt/1":                       "!invalid status",
	"erlang.hibernate/3":                  "atom,atom,list",
	"erlang.hd/1":                         "!not a nonempty list",
	"erlang.insert_element/3":             "integer,tuple",
	"erlang.integer_to_binary/1":          "!not an integer",
	"erlang.integer_to_binary/2":          "integer,base",
	"erlang.integer_to_list/1":            "!not an integer",
	"erlang.integer_to_list/2":            "integer,base",
	"erlang.iolist_size/1":                "!not an iodata term",
	"erlang.iolist_to_binary/1":           "!not an iodata term",
	"erlang.is_map_key/2":                 ",!not a map",
	"erlang.is_process_alive/1":           "!not a pid",
	"erlang.length/1":                     "!not a list",
	"erlang.link/1":                       "!not a pid",
	"erlang.list_to_atom/1":               "list",
	"erlang.list_to_binary/1":             "!not an iolist term",
	"erlang.list_to_float/1":              "list:not a textual representation of a float",
	"erlang.list_to_integer/1":            "list:not a textual representation of an integer",
	"erlang.list_to_pid/1":                "list:not a textual representation of a pid",
	"erlang.list_to_ref/1":                "list:not a textual representation of a reference",
	"erlang.list_to_tuple/1":              "!not a list",
	"erlang.make_tuple/2":                 "!out of range",
	"erlang.map_get/2":                    ",map",
	"erlang.map_size/1":                   "!not a map",
	"erlang.monitor/2":                    "",
	"erlang.monitor/3":                    "",
	"erlang.monotonic_time/1":             badTimeUnit,
	"erlang.nodes/1":                      "nodetype:not a valid node type",
	"erlang.node/1":                       "!not a pid",
	"erlang.pid_to_list/1":                "!not a pid",
	"erlang.process_flag/2":               "",
	"erlang.process_flag/3":               "pid",
	"erlang.process_info/1":               "pid",
	"erlang.process_info/2":               "pid",
	"erlang.read_timer/1":                 "!not a reference",
	"erlang.read_timer/2":                 "reference,list",
	"erlang.round/1":                      "!not a number",
	"erlang.send/2":                       badDestination,
	"erlang.send/3":                       "",
	"erlang.send_after/3":                 "nonneg,destination",
	"erlang.send_after/4":                 "integer,destination,@4list",
	"erlang.send_nosuspend/2":             badDestination,
	"erlang.setelement/3":                 "integer,tuple",
	"erlang.size/1":                       "!not tuple or binary",
	"erlang.resume_process/1":             "pid:process is not suspended or is not alive",
	"erlang.spawn/1":                      "!not a fun",
	"erlang.spawn/2":                      "atom,fun",
	"erlang.spawn/4":                      "atom,atom,atom,list",
	"erlang.spawn_link/2":                 "atom,fun",
	"erlang.spawn_link/4":                 "atom,atom,atom,list",
	"erlang.spawn_monitor/2":              "atom,fun",
	"erlang.spawn_monitor/4":              "atom,atom,atom,list",
	"erlang.spawn_request/1":              "!not a fun",
	"erlang.suspend_process/1":            "pid",
	"erlang.suspend_process/2":            "pid,list",
	"erlang.spawn/3":                      "atom,atom,list",
	"erlang.spawn_link/1":                 "!not a fun",
	"erlang.spawn_link/3":                 "atom,atom,list",
	"erlang.spawn_monitor/1":              "!not a fun",
	"erlang.spawn_monitor/3":              "atom,atom,list",
	"erlang.spawn_opt/2":                  "fun,list",
	"erlang.spawn_opt/4":                  "atom,atom,list,list",
	"erlang.start_timer/3":                "nonneg,destination",
	"erlang.start_timer/4":                "integer,destination,,list",
	"erlang.subtract/2":                   "list,list",
	"erlang.system_time/1":                badTimeUnit,
	"erlang.tl/1":                         "!not a nonempty list",
	"erlang.trunc/1":                      "!not a number",
	"erlang.tuple_size/1":                 "!not a tuple",
	"erlang.tuple_to_list/1":              "!not a tuple",
	"erlang.unalias/1":                    "!not a reference",
	"erlang.unlink/1":                     "!not a pid",
	"erlang.unregister/1":                 "!not a pid",
	"erlang.whereis/1":                    "!not an atom",
	"ets.delete/1":                        noTable,
	"ets.delete/2":                        noTable,
	"ets.lookup/2":                        noTable,
	"ets.tab2list/1":                      noTable,
	"binary.at/2":                         "bytes,integer",
	"binary.bin_to_list/1":                "bytes",
	"binary.bin_to_list/3":                "bytes,integer,integer",
	"binary.compile_pattern/1":            "pattern",
	"binary.copy/1":                       "bytes",
	"binary.copy/2":                       "bytes,nonneg",
	"binary.decode_unsigned/1":            "bytes",
	"binary.first/1":                      "bytes:a zero-sized binary is not allowed",
	"binary.last/1":                       "bytes:a zero-sized binary is not allowed",
	"binary.list_to_bin/1":                "!not an iodata term",
	"binary.match/2":                      "bytes,pattern",
	"binary.match/3":                      "bytes,pattern",
	"binary.matches/2":                    "bytes,pattern",
	"binary.matches/3":                    "bytes,pattern",
	"binary.part/3":                       "bytes,integer,integer",
	"binary.replace/3":                    "bytes,pattern,bytes",
	"binary.replace/4":                    "bytes,pattern,bytes",
	"binary.split/2":                      "bytes,pattern",
	"binary.split/3":                      "bytes,pattern",
	"erlang.atom_to_binary/2":             "atom,encoding",
	"erlang.binary_to_atom/2":             "binary,encodings",
	"erlang.binary_to_term/2":             "binary,list:invalid option in list",
	"erlang.crc32/1":                      "iodata",
	"erlang.external_size/2":              ",list:invalid option in list",
	"erlang.float_to_binary/2":            "float,list:invalid option in list",
	"erlang.float_to_list/1":              "float",
	"erlang.float_to_list/2":              "float,list:invalid option in list",
	"erlang.fun_to_list/1":                "fun",
	"erlang.is_function/2":                ",nonneg",
	"erlang.is_record/2":                  "!not an atom",
	"erlang.is_record/3":                  ",atom,nonneg",
	"erlang.list_to_existing_atom/1":      "list:not an already existing atom",
	"erlang.list_to_integer/2":            "list,base",
	"erlang.make_fun/3":                   "atom,atom,nonneg",
	"erlang.md5/1":                        "iodata",
	"erlang.phash2/2":                     "@2positive",
	"erlang.ref_to_list/1":                "reference",
	"erlang.spawn_request/2":              "fun or an atom",
	"erlang.spawn_request/3":              "atom,atom,list",
	"erlang.spawn_request/4":              "atom,atom,list",
	"erlang.spawn_request/5":              "atom,atom,atom,list",
	"erlang.spawn_request_abandon/1":      "reference",
	"erlang.split_binary/2":               "binary,integer",
	"erlang.term_to_binary/2":             ",list:invalid option in list",
	"ets.delete_object/2":                 ",tuple",
	"ets.give_away/3":                     ",pid",
	"ets.insert/2":                        ",object",
	"ets.insert_new/2":                    ",object",
	"ets.lookup_element/3":                ",,positive",
	"ets.match/3":                         ",,positive",
	"ets.match_object/3":                  ",,positive",
	"ets.new/2":                           "atom,list",
	"ets.rename/2":                        ",table name",
	"ets.select/3":                        ",specification,positive",
	"ets.select_reverse/3":                ",specification,positive",
	"ets.update_counter/3":                ",,counter",
	"ets.update_element/3":                ",,element",
	"lists.keymember/3":                   ",positive,list",
	"lists.keysearch/3":                   ",positive,list",
	"lists.member/2":                      ",list",
	"lists.reverse/2":                     "list",
	"maps.filter/2":                       "function2,map or iterator",
	"maps.filtermap/2":                    "function2,map or iterator",
	"maps.fold/3":                         "function3,,map or iterator",
	"maps.foreach/2":                      "function2,map or iterator",
	"maps.from_keys/2":                    "list",
	"maps.from_list/1":                    "list",
	"maps.groups_from_list/2":             "function1,list",
	"maps.groups_from_list/3":             "function1,function1,list",
	"maps.intersect_with/3":               "function3,map,map",
	"maps.map/2":                          "function2,map or iterator",
	"maps.merge_with/3":                   "function3,map,map",
	"maps.update_with/3":                  ",function1",
	"maps.update_with/4":                  ",function1",
	"maps.with/2":                         "list",
	"maps.without/2":                      "list",
	"math.atan2/2":                        "number,number",
	"math.fmod/2":                         "number,number",
	"math.pow/2":                          "number,number",
	"unicode.characters_to_list/1":        "!not valid character data (an iodata term)",
	"lists.keyfind/3":                     ",positive,list",
}

var kinds = map[string]func(term.Term) bool{
	"atom":          func(t term.Term) bool { _, ok := t.(term.Atom); return ok },
	"binary":        func(t term.Term) bool { _, ok := t.(term.Binary); return ok },
	"fun":           func(t term.Term) bool { _, ok := t.(*term.Fun); return ok },
	"integer":       term.IsInteger,
	"float":         func(t term.Term) bool { _, ok := t.(term.Float); return ok },
	"number":        func(t term.Term) bool { _, ok := t.(term.Float); return ok || term.IsInteger(t) },
	"pattern":       isPattern,
	"function1":     func(t term.Term) bool { return takes(t, 1) },
	"function2":     func(t term.Term) bool { return takes(t, 2) },
	"function3":     func(t term.Term) bool { return takes(t, 3) },
	"encoding":      isEncoding,
	"encodings":     isEncoding,
	"counter":       isCounterChange,
	"element":       isElementChange,
	"table name":    func(t term.Term) bool { _, ok := t.(term.Atom); return ok },
	"specification": isSpecification,
	"fun or an atom": func(t term.Term) bool {
		_, fun := t.(*term.Fun)
		_, atom := t.(term.Atom)
		return fun || atom
	},
	"map or iterator": func(t term.Term) bool {
		switch t := t.(type) {
		case *term.Map:
			return true
		case term.Tuple:
			return len(t) == 3
		}
		return t == term.Term(term.Atom("none"))
	},
	"iodata": isIodata,
	"part": func(t term.Term) bool {
		part, ok := t.(term.Tuple)
		return ok && len(part) == 2 && term.IsInteger(part[0]) && term.IsInteger(part[1])
	},
	"time unit": func(t term.Term) bool {
		name, ok := t.(term.Atom)
		return ok && timeUnits[name] || term.IsInteger(t)
	},
	"regex":    func(t term.Term) bool { return isIodata(t) || term.Tag(t, 5) == "re_pattern" },
	"compiled": func(t term.Term) bool { return term.Tag(t, 5) == "re_pattern" },
	"item":     func(t term.Term) bool { return t == term.Term(term.Atom("namelist")) },
	"endianness": func(t term.Term) bool {
		return t == term.Term(term.Atom("big")) || t == term.Term(term.Atom("little"))
	},
	"map":       func(t term.Term) bool { _, ok := t.(*term.Map); return ok },
	"pid":       func(t term.Term) bool { _, ok := t.(term.PID); return ok },
	"reference": func(t term.Term) bool { _, ok := t.(term.Ref); return ok },
	"tuple":     func(t term.Term) bool { _, ok := t.(term.Tuple); return ok },
	"destination": func(t term.Term) bool {
		switch t.(type) {
		case term.PID, term.Atom:
			return true
		}
		return false
	},
}

var notKind = map[string]string{
	"atom": "not an atom", "binary": "not a binary", "fun": "not a fun", "integer": "not an integer",
	"map": "not a map", "pid": "not a pid", "reference": "not a reference", "tuple": "not a tuple",
	"destination": "not a pid or an atom", "float": "not a float", "number": "not a number", "pattern": "not a valid pattern",
	"function1": "not a fun that takes one argument", "function2": "not a fun that takes two arguments",
	"function3": "not a fun that takes three arguments", "encoding": "is an invalid encoding option",
	"encodings": "not one of the atoms: latin1, utf8, or unicode", "counter": "not a valid update operation",
	"element": "is not a valid element specification", "table name": "invalid table name (must be an atom)",
	"specification": "not a valid match specification", "fun or an atom": "not a fun or an atom",
	"map or iterator": "not a map or an iterator", "iodata": "not an iodata term", "part": "not a valid {Pos,Length} tuple",
	"time unit": "invalid time unit", "regex": "neither an iodata term nor a compiled regular expression",
	"compiled": "not a compiled regular expression", "item": "not a valid item", "endianness": "must be 'big' or 'little'",
}

var timeUnits = map[term.Atom]bool{
	"second": true, "millisecond": true, "microsecond": true, "nanosecond": true, "native": true, "perf_counter": true,
	"seconds": true, "milli_seconds": true, "micro_seconds": true, "nano_seconds": true,
}

// isIodata reports whether a term is a binary or a list of bytes, binaries and
// such lists.
func isIodata(t term.Term) bool {
	for {
		switch x := t.(type) {
		case term.EmptyList, term.Binary:
			return true
		case *term.Cons:
			if n, isByte := x.Head.(term.Int); isByte && (n < 0 || n > 255) || !isByte && !isIodata(x.Head) {
				return false
			}
			t = x.Tail
		default:
			return false
		}
	}
}

func takes(t term.Term, arity int) bool {
	fun, ok := t.(*term.Fun)
	return ok && fun.Arity == arity
}

// isPattern reports whether a term is a binary that is not empty, or a list of
// such; a compiled pattern is a tuple.
func isPattern(t term.Term) bool {
	switch t := t.(type) {
	case term.Binary:
		return t != ""
	case term.Tuple:
		return len(t) == 2 && (t[0] == term.Term(term.Atom("bm")) || t[0] == term.Term(term.Atom("ac")))
	case *term.Cons:
		list, proper := term.Slice(t)
		for _, e := range list {
			if b, ok := e.(term.Binary); !ok || b == "" {
				return false
			}
		}
		return proper
	}
	return false
}

func isEncoding(t term.Term) bool {
	return t == term.Term(term.Atom("latin1")) || t == term.Term(term.Atom("utf8")) || t == term.Term(term.Atom("unicode"))
}

// isCounterChange reports whether a term is an operation of ets:update_counter,
// or a list of them.
func isCounterChange(t term.Term) bool {
	return term.IsInteger(t) || allOf(t, func(op term.Tuple) bool {
		for _, part := range op {
			if !term.IsInteger(part) {
				return false
			}
		}
		return len(op) == 2 || len(op) == 4
	})
}

// isElementChange is the same for ets:update_element.
func isElementChange(t term.Term) bool {
	return allOf(t, func(op term.Tuple) bool { return len(op) == 2 && term.IsInteger(op[0]) })
}

func isSpecification(t term.Term) bool {
	_, tuple := t.(term.Tuple)
	return !tuple && t != term.Term(term.Empty) && allOf(t, func(clause term.Tuple) bool { return len(clause) == 3 })
}

// allOf reports whether t is a tuple that is right, or a list of only such.
func allOf(t term.Term, right func(term.Tuple) bool) bool {
	list, proper := term.Slice(t)
	if tuple, ok := t.(term.Tuple); ok {
		list, proper = []term.Term{tuple}, true
	}
	for _, e := range list {
		if tuple, ok := e.(term.Tuple); !ok || !right(tuple) {
			return false
		}
	}
	return proper
}

// wrongObject returns how a term is not an object of an ets table or a list of
// such.
func wrongObject(t term.Term) string {
	list, proper := term.Slice(t)
	if _, tuple := t.(term.Tuple); !tuple && !proper {
		return "not a tuple"
	}
	for _, e := range list {
		if tuple, ok := e.(term.Tuple); !ok || len(tuple) == 0 {
			return "not a non-empty tuple or a list of non-empty tuples"
		}
	}
	return ""
}
