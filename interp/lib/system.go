package lib

import (
	"time"

	"gex/runtime/process"
	"gex/runtime/term"
)

func systemTable() Module {
	return Module{
		Name: "Elixir.System",
		Doc:  "Time and versions. gex shows the learner nothing of the machine it runs on.",
		Functions: []Function{
			{"find_executable", "program", "Where a program is: gex does not look, nil.", systemFindExecutable},
			{"version", "", "The version of Elixir that gex follows.", func(*process.Process, []term.Term) (term.Term, error) { return term.Binary("1.14.0"), nil }},
			{"otp_release", "", "The release of OTP that gex follows.", func(*process.Process, []term.Term) (term.Term, error) { return term.Binary("25"), nil }},
			{"monotonic_time", `unit \\ :native`, "The time since the shell began.", monotonicTime},
			{"system_time", `unit \\ :native`, "The time since 1970.", systemTime},
			{"os_time", `unit \\ :native`, "The time since 1970.", systemTime},
			{"unique_integer", `modifiers \\ []`, "An integer that is unique in this session.", uniqueInteger},
			{"convert_time_unit", "time, from_unit, to_unit", "A time in another unit.", systemConvert},
			{"schedulers", "", "The number of schedulers: one, so that the order is the same each time.", pure3(term.Int(1))},
			{"schedulers_online", "", "The number of schedulers that run.", pure3(term.Int(1))},
			{"get_env", "", "The environment variables that were put.", func(self *process.Process, _ []term.Term) (term.Term, error) { return variables(self), nil }},
			{"get_env", `varname, default \\ nil`, "An environment variable that was put; those of the machine are not there.", systemGetEnv},
			{"fetch_env", "varname", "`{:ok, value}` of an environment variable, or `:error`.", systemFetchEnv},
			{"put_env", "varname, value", "Sets an environment variable, for this session.", systemPutEnv},
			{"delete_env", "varname", "Removes an environment variable.", systemDeleteEnv},
			{"halt", `status \\ 0`, "Leaves gex at once.", systemHalt},
			{"stop", `status \\ 0`, "Leaves gex, soon.", systemStop},
		},
	}
}

type variablesKey struct{}

// variables are the environment variables of the session: none but those that
// were put, since the machine's are not for learners.
func variables(self *process.Process) *term.Map {
	if m, ok := self.Node().Value(variablesKey{}).(*term.Map); ok {
		return m
	}
	return term.NewMap()
}

func systemGetEnv(self *process.Process, a []term.Term) (term.Term, error) {
	if _, ok := a[0].(term.Binary); !ok {
		return nil, errClause
	}
	if value, ok := variables(self).Get(a[0]); ok {
		return value, nil
	}
	return a[1], nil
}

func systemFetchEnv(self *process.Process, a []term.Term) (term.Term, error) {
	if _, ok := a[0].(term.Binary); !ok {
		return nil, errClause
	}
	if value, ok := variables(self).Get(a[0]); ok {
		return okTuple(value), nil
	}
	return term.ErrorAtom, nil
}

func systemPutEnv(self *process.Process, a []term.Term) (term.Term, error) {
	_, name := a[0].(term.Binary)
	if _, text := a[1].(term.Binary); !name || !text {
		return nil, errClause
	}
	self.Node().SetValue(variablesKey{}, variables(self).Put(a[0], a[1]))
	return term.OK, nil
}

func systemDeleteEnv(self *process.Process, a []term.Term) (term.Term, error) {
	if _, ok := a[0].(term.Binary); !ok {
		return nil, errClause
	}
	self.Node().SetValue(variablesKey{}, variables(self).Delete(a[0]))
	return term.OK, nil
}

func systemConvert(_ *process.Process, a []term.Term) (term.Term, error) {
	n, ok := a[0].(term.Int)
	if !ok {
		return nil, errClause
	}
	one, err := inUnit(int64(time.Second), a[1])
	if err != nil {
		return nil, err
	}
	return inUnit(int64(n)*(int64(time.Second)/int64(one.(term.Int))), a[2])
}

func nodeTable() Module {
	return Module{
		Name: "Elixir.Node",
		Doc:  "This node, which is alone.",
		Functions: append(nodeMore(), []Function{
			{"self", "", "The name of this node.", func(self *process.Process, _ []term.Term) (term.Term, error) { return self.Node().Name(), nil }},
			{"list", "", "The other nodes: none.", pure3(term.Empty)},
			{"list", "args", "The nodes of a kind: `:this`, `:known`, `:visible`, `:hidden`, `:connected`.", erlangNodes},
			{"alive?", "", "Whether this node can be reached by others: it cannot.", pure3(term.False)},
			{"spawn", "node, fun", "Starts a process on this node.", nodeSpawn("spawn", process.SpawnOptions{})},
			{"spawn", "node, module, fun, args", "As `spawn/2`, with a function of a module.", nodeSpawn("spawn", process.SpawnOptions{})},
			{"spawn_link", "node, fun", "Starts a linked process on this node.", nodeSpawn("spawn_link", process.SpawnOptions{Link: true})},
			{"spawn_link", "node, module, fun, args", "As `spawn_link/2`, with a function of a module.", nodeSpawn("spawn_link", process.SpawnOptions{Link: true})},
			{"ping", "node", "`:pang`: no node answers one that has no name, not even itself.", constantTerm(term.Atom("pang"))},
		}...),
	}
}

func systemFindExecutable(_ *process.Process, a []term.Term) (term.Term, error) {
	if !isBinary(a[0]) {
		return nil, errClause
	}
	return term.Nil, nil
}
