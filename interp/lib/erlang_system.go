package lib

import (
	"strings"

	"gex/runtime/code"
	"gex/runtime/ioserver"
	"gex/runtime/process"
	"gex/runtime/term"
)

func osTable() Module {
	return Module{
		Name: "os",
		Doc:  "Erlang's questions to the operating system. Environment variables are those of this session; commands are not run.",
		Functions: []Function{
			{"type", "", "The kind of system: `{:unix, :linux}`, whatever it is.", constantTerm(term.Tuple{term.Atom("unix"), term.Atom("linux")})},
			{"version", "", "The version of the system, which gex does not ask for: `{0, 0, 0}`.", constantTerm(term.Tuple{term.Int(0), term.Int(0), term.Int(0)})},
			{"getenv", "", "The environment variables that were put, as `name=value`.", osAllVariables},
			{"getenv", "varName", "An environment variable that was put, or false.", func(self *process.Process, a []term.Term) (term.Term, error) {
				return osVariable(self, a, term.False)
			}},
			{"getenv", "varName, defaultValue", "An environment variable that was put, or the default.", func(self *process.Process, a []term.Term) (term.Term, error) {
				return osVariable(self, a, a[1])
			}},
			{"putenv", "varName, value", "Sets an environment variable for this session: `true`.", osPut},
			{"unsetenv", "varName", "Removes an environment variable: `true`.", osUnset},
			{"env", "", "The environment variables that were put, `{name, value}`.", func(self *process.Process, _ []term.Term) (term.Term, error) {
				var list []term.Term
				for _, p := range variables(self).Pairs() {
					list = append(list, term.Tuple{charlistOf(p.Key), charlistOf(p.Value)})
				}
				return term.List(list...), nil
			}},
			{"system_time", `unit \\ :native`, "The time since 1970.", systemTime},
			{"timestamp", "", "The time as `{megaseconds, seconds, microseconds}`.", erlangTimestamp},
			{"perf_counter", `unit \\ :native`, "A time to compare with another.", monotonicTime},
			{"find_executable", "name", "Where a program is: gex does not look, false.", constantTerm(term.False)},
			{"find_executable", "name, path", "Where a program is: gex does not look, false.", constantTerm(term.False)},
		},
	}
}

func charlistOf(t term.Term) term.Term {
	s, _ := ioserver.Chars(t)
	return term.Charlist(s)
}

func osAllVariables(self *process.Process, _ []term.Term) (term.Term, error) {
	var list []term.Term
	for _, p := range variables(self).Pairs() {
		name, _ := ioserver.Chars(p.Key)
		value, _ := ioserver.Chars(p.Value)
		list = append(list, term.Charlist(name+"="+value))
	}
	return term.List(list...), nil
}

// osName reads the name of a variable, a list of characters.
func osName(function string, a args) (term.Binary, error) {
	s, ok := ioserver.Chars(a[0])
	if !ok || !term.IsList(a[0]) {
		return "", refused("os", function, a, "not a list")
	}
	return term.Binary(s), nil
}

func osVariable(self *process.Process, a args, absent term.Term) (term.Term, error) {
	name, err := osName("getenv", a)
	if err != nil {
		return nil, err
	}
	if value, ok := variables(self).Get(name); ok {
		return charlistOf(value), nil
	}
	return absent, nil
}

func osPut(self *process.Process, a []term.Term) (term.Term, error) {
	name, err := osName("putenv", a)
	if err != nil {
		return nil, err
	}
	value, ok := ioserver.Chars(a[1])
	if !ok {
		return nil, refused("os", "putenv", a, "", "not a list")
	}
	_, err = systemPutEnv(self, args{name, term.Binary(value)})
	return term.True, err
}

func osUnset(self *process.Process, a []term.Term) (term.Term, error) {
	name, err := osName("unsetenv", a)
	if err != nil {
		return nil, err
	}
	_, err = systemDeleteEnv(self, args{name})
	return term.True, err
}

func erlangCodeTable() Module {
	return Module{
		Name: "code",
		Doc:  "Erlang's questions about modules. Those of gex are in no files.",
		Functions: []Function{
			{"which", "module", "Where the module is from: a charlist, or `:non_existing`.", codeWhich},
			{"is_loaded", "module", "`{:file, where}` if the module is there, else false.", func(self *process.Process, a []term.Term) (term.Term, error) {
				where, err := codeWhich(self, a)
				if err != nil || where == term.Term(term.Atom("non_existing")) {
					return term.False, err
				}
				return term.Tuple{term.Atom("file"), where}, nil
			}},
			{"all_loaded", "", "`{module, where}` of all modules.", func(self *process.Process, _ []term.Term) (term.Term, error) {
				var list []term.Term
				for _, m := range code.Of(self.Node()).Modules() {
					where, err := codeWhich(self, args{m.Name})
					if err != nil {
						return nil, err
					}
					list = append(list, term.Tuple{m.Name, where})
				}
				return term.List(list...), nil
			}},
			{"ensure_loaded", "module", "`{:module, module}`, or `{:error, :nofile}`.", codeEnsure},
			{"get_path", "", "The directories of modules: none.", constantTerm(term.Empty)},
			{"lib_dir", "", "The directory of the library.", constantTerm(term.Charlist("/usr/lib/erlang/lib"))},
			{"root_dir", "", "The directory of Erlang.", constantTerm(term.Charlist("/usr/lib/erlang"))},
			{"lib_dir", "name", "The directory of an application: `{:error, :bad_name}`.", constantTerm(errorTuple(term.Atom("bad_name")))},
			{"priv_dir", "name", "The directory of an application's own files: `{:error, :bad_name}`.", constantTerm(errorTuple(term.Atom("bad_name")))},
			{"get_mode", "", "How modules are loaded: `:interactive`.", constantTerm(term.Atom("interactive"))},
			{"is_sticky", "module", "Whether the module is one of the library, which stays.", func(self *process.Process, a []term.Term) (term.Term, error) {
				name, _ := a[0].(term.Atom)
				m := code.Of(self.Node()).Module(name)
				return term.Bool(m != nil && m.Language == code.Builtin && !strings.HasPrefix(string(name), "Elixir.")), nil
			}},
			{"purge", "module", "Whether processes ran old code of the module: none does.", constantTerm(term.False)},
			{"delete", "module", "Takes a module away that was defined here; whether there was one.", codeDelete},
			{"soft_purge", "module", "Whether the old code of the module is gone: it is.", constantTerm(term.True)},
			{"objfile_extension", "", "The extension of compiled modules.", constantTerm(term.Charlist(".beam"))},
		},
	}
}

// codeWhich says where a module is from: those of the prompt have no file.
func codeWhich(self *process.Process, a []term.Term) (term.Term, error) {
	name, ok := a[0].(term.Atom)
	if !ok {
		return nil, errClause
	}
	m := code.Of(self.Node()).Module(name)
	switch {
	case m == nil:
		return term.Atom("non_existing"), nil
	case m.Language != code.Builtin:
		return term.Empty, nil
	}
	application := "stdlib"
	if _, elixir := name.AliasName(); elixir {
		application = "elixir"
	}
	return term.Charlist("/usr/lib/erlang/lib/" + application + "/ebin/" + string(name) + ".beam"), nil
}

func erlangShellTable() Module {
	return Module{
		Name: "c",
		Doc:  "Functions of Erlang's own shell.",
		Functions: []Function{
			{"pid", "x, y, z", "The pid with the three numbers.", helperPid3},
			{"flush", "", "Prints the messages in the shell's mailbox and empties it.", helperFlush},
			{"memory", "", "Bytes of memory by what they are used for.", erlangMemory},
			{"memory", "type", "Bytes of one kind of memory.", erlangMemory},
			{"pwd", "", "Prints the directory one is in.", func(self *process.Process, _ []term.Term) (term.Term, error) {
				dir, err := filesOf(self).Getwd()
				if err != nil {
					dir = "Cannot determine current directory"
				}
				return term.OK, ioserver.PutChars(self, term.Atom("standard_io"), dir+"\n")
			}},
		},
	}
}

// codeDelete takes away a module of the session. One of the library would be
// loaded again at its next call, so it stays.
func codeDelete(self *process.Process, a []term.Term) (term.Term, error) {
	name, ok := a[0].(term.Atom)
	if !ok {
		return nil, errClause
	}
	table := code.Of(self.Node())
	if m := table.Module(name); m != nil && m.Language == code.Builtin {
		return term.True, nil
	}
	return term.Bool(table.Delete(name)), nil
}
