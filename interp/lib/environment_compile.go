package lib

import (
	"gex/runtime/application"
	"gex/runtime/exception"
	"gex/runtime/process"
	"gex/runtime/term"
)

// compileEnvironment is what reads the environment of an application while a
// module is defined. A list of keys leads into nested keyword lists and maps.
func compileEnvironment() []Function {
	return []Function{
		{"compile_env", `app, key_or_path, default \\ nil`, "The value of a key, or at the end of a path, in the environment of an application, to be read when a module is defined.", applicationCompileEnv},
		{"compile_env!", "app, key_or_path", "As `compile_env/3`; raises `ArgumentError` if there is none.", applicationMustCompileEnv},
	}
}

// environmentPath is the value at the end of a key or of a path of keys.
func environmentPath(self *process.Process, app, path term.Term) (term.Term, bool, error) {
	keys, ok := term.Slice(path)
	if !ok || len(keys) == 0 {
		keys = []term.Term{path}
	}
	value, found := application.Env(self.Node(), app, keys[0])
	for _, key := range keys[1:] {
		if !found {
			break
		}
		var err error
		if value, found, err = accessGets.lookup(self, value, key); err != nil {
			return nil, false, err
		}
	}
	return value, found, nil
}

func applicationCompileEnv(self *process.Process, a []term.Term) (term.Term, error) {
	value, found, err := environmentPath(self, a[0], a[1])
	if !found {
		return a[2], err
	}
	return value, err
}

func applicationMustCompileEnv(self *process.Process, a []term.Term) (term.Term, error) {
	value, found, err := environmentPath(self, a[0], a[1])
	if err != nil || found {
		return value, err
	}
	name, _ := a[0].(term.Atom)
	why := "because the application was not loaded nor configured"
	if application.IsLoaded(self.Node(), name) {
		why = "because configuration at " + shown(self, a[1]) + " was not set"
	}
	return nil, exception.ArgumentError("could not fetch application environment %s for application %s %s", shown(self, a[1]), shown(self, a[0]), why).
		In(at("Application", "compile_env!", 3, "application.ex", 602))
}
