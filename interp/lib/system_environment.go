package lib

import (
	"os"
	"strconv"

	"gex/runtime/process"
	"gex/runtime/term"
)

// systemEnvironment is what System knows about the place where gex runs.
func systemEnvironment() []Function {
	return []Function{
		{"fetch_env!", "varname", "The value of a variable; raises `System.EnvError`.", systemMustFetchEnv},
		{"put_env", "enum", "Sets all variables of a map or list of pairs for this session.", systemPutAllEnv},
		{"cwd", "", "The directory one is in.", systemCwd},
		{"cwd!", "", "The directory one is in.", systemCwd},
		{"user_home", "", "The home directory, or nil.", systemHome},
		{"user_home!", "", "The home directory.", systemHome},
		{"tmp_dir", "", "A directory for files that are of no use later.", systemTemporary},
		{"tmp_dir!", "", "A directory for files that are of no use later.", systemTemporary},
		{"argv", "", "The arguments of the command line: none.", pure3(term.Empty)},
		{"endianness", "", "The order of bytes in numbers.", pure3(term.Atom("little"))},
		{"compiled_endianness", "", "The order of bytes in numbers.", pure3(term.Atom("little"))},
		{"no_halt", "", "Whether the system goes on when it has nothing to do.", pure3(term.False)},
		{"pid", "", "The number of gex among the processes of the machine, as a string.", pure3(term.Binary(strconv.Itoa(os.Getpid())))},
		{"build_info", "", "What Elixir this is like.", pure3(buildInfo)},
		{"time_offset", `unit \\ :native`, "The difference of system time and monotonic time.", systemOffset},
	}
}

// buildInfo is that of Elixir 1.14.0 without the day on which somebody built it.
var buildInfo = term.NewMap(pair("build", term.Binary("1.14.0 (compiled with Erlang/OTP 25)")), pair("date", term.Binary("")),
	pair("otp_release", term.Binary("25")), pair("revision", term.Binary("")), pair("version", term.Binary("1.14.0")))

func systemMustFetchEnv(self *process.Process, a []term.Term) (term.Term, error) {
	found, err := systemFetchEnv(self, a)
	if tuple, ok := found.(term.Tuple); ok {
		return tuple[1], nil
	}
	if err == nil {
		err = raise("System.EnvError", "env", a[0]).In(at("System", "fetch_env!", 1, "system.ex", 706))
	}
	return nil, err
}

func systemPutAllEnv(self *process.Process, a []term.Term) (term.Term, error) {
	return term.OK, Each(self, a[0], func(x term.Term) error {
		p, ok := x.(term.Tuple)
		if !ok || len(p) != 2 {
			return errClause
		}
		name := p[0]
		if key, ok := name.(term.Atom); ok {
			name = term.Binary(key)
		}
		_, err := systemPutEnv(self, args{name, p[1]})
		return err
	})
}

func systemCwd(self *process.Process, _ []term.Term) (term.Term, error) {
	dir, err := filesOf(self).Getwd()
	if err != nil {
		return term.Nil, nil
	}
	return term.Binary(dir), nil
}

func systemHome(self *process.Process, _ []term.Term) (term.Term, error) {
	if home := filesOf(self).Home(); home != "" {
		return term.Binary(home), nil
	}
	return term.Nil, nil
}

func systemTemporary(self *process.Process, _ []term.Term) (term.Term, error) {
	return term.Binary(filesOf(self).Temporary()), nil
}

func systemOffset(self *process.Process, a []term.Term) (term.Term, error) {
	return inUnit(self.Node().SystemTime().UnixNano()-int64(self.Node().Now()), a[0])
}
