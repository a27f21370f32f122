package supervisor

import "gex/runtime/term"

// problem is a reason {kind, value} why a specification is not accepted.
func problem(kind string, value term.Term) term.Term { return term.Tuple{term.Atom(kind), value} }

// checkSpecs reads the child specifications that init returned, in order. The
// second result is what is wrong with them, nil for nothing.
func checkSpecs(specs term.Term, autoShutdown term.Atom) ([]child, term.Term) {
	list, ok := term.Slice(specs)
	if !ok {
		return nil, problem("invalid_child_spec", specs)
	}
	var children []child
	ids := term.NewMap()
	for _, spec := range list {
		c, wrong := checkSpec(spec, autoShutdown)
		if wrong != nil {
			return nil, wrong
		}
		if _, there := ids.Get(c.id); there {
			return nil, problem("duplicate_child_name", c.id)
		}
		ids = ids.Put(c.id, term.True)
		children = append(children, c)
	}
	return children, nil
}

// checkSpec reads a child specification: a map, or a tuple as in old times.
func checkSpec(spec term.Term, autoShutdown term.Atom) (child, term.Term) {
	fields := map[term.Atom]term.Term{restartKey: permanent, typeKey: worker, significantKey: term.False}
	switch s := spec.(type) {
	case *term.Map:
		for _, key := range []term.Atom{idKey, startKey, restartKey, shutdownKey, typeKey, modulesKey, significantKey} {
			if value, ok := s.Get(key); ok {
				fields[key] = value
			}
		}
	case term.Tuple:
		if len(s) != 6 {
			return child{}, problem("invalid_child_spec", spec)
		}
		for i, key := range []term.Atom{idKey, startKey, restartKey, shutdownKey, typeKey, modulesKey} {
			fields[key] = s[i]
		}
	default:
		return child{}, problem("invalid_child_spec", spec)
	}
	return checkFields(fields, autoShutdown)
}

func checkFields(fields map[term.Atom]term.Term, autoShutdown term.Atom) (child, term.Term) {
	if fields[idKey] == nil {
		return child{}, term.Atom("missing_id")
	}
	if fields[startKey] == nil {
		return child{}, term.Atom("missing_start")
	}
	start, ok := mfa(fields[startKey])
	if !ok {
		return child{}, problem("invalid_mfa", fields[startKey])
	}
	restart, ok := oneOf(fields[restartKey], permanent, transient, temporary)
	if !ok {
		return child{}, problem("invalid_restart_type", fields[restartKey])
	}
	significant, wrong := checkSignificant(fields[significantKey], restart, autoShutdown)
	if wrong != nil {
		return child{}, wrong
	}
	kind, ok := oneOf(fields[typeKey], worker, supervisorAtom)
	if !ok {
		return child{}, problem("invalid_child_type", fields[typeKey])
	}
	shutdown := fields[shutdownKey]
	if shutdown == nil {
		shutdown = defaultShutdown(kind)
	}
	if !validShutdown(shutdown) {
		return child{}, problem("invalid_shutdown", shutdown)
	}
	modules := fields[modulesKey]
	if modules == nil {
		modules = term.List(start[0])
	}
	if wrong := checkModules(modules); wrong != nil {
		return child{}, wrong
	}
	return child{term.Undefined, fields[idKey], start, restart, significant, shutdown, kind, modules}, nil
}

func defaultShutdown(kind term.Atom) term.Term {
	if kind == supervisorAtom {
		return term.Infinity
	}
	return term.Int(5000)
}

// mfa reads {module, function, args}.
func mfa(t term.Term) (term.Tuple, bool) {
	start, ok := t.(term.Tuple)
	if !ok || len(start) != 3 {
		return nil, false
	}
	_, isModule := start[0].(term.Atom)
	_, isFunction := start[1].(term.Atom)
	return start, isModule && isFunction && term.IsList(start[2])
}

func oneOf(t term.Term, atoms ...term.Atom) (term.Atom, bool) {
	for _, a := range atoms {
		if t == term.Term(a) {
			return a, true
		}
	}
	return "", false
}

func checkSignificant(t term.Term, restart, autoShutdown term.Atom) (term.Atom, term.Term) {
	significant, ok := oneOf(t, term.True, term.False)
	switch {
	case !ok:
		return "", problem("invalid_significant", t)
	case significant == term.True && autoShutdown == never:
		return "", term.Tuple{term.Atom("bad_combination"), term.List(
			term.Tuple{autoShutdownKey, never}, term.Tuple{significantKey, term.True})}
	case significant == term.True && restart == permanent:
		return "", term.Tuple{term.Atom("bad_combination"), term.List(
			term.Tuple{restartKey, permanent}, term.Tuple{significantKey, term.True})}
	}
	return significant, nil
}

func validShutdown(t term.Term) bool {
	if n, ok := t.(term.Int); ok {
		return n >= 0
	}
	_, ok := oneOf(t, brutalKill, term.Infinity)
	return ok
}

func checkModules(t term.Term) term.Term {
	list, ok := term.Slice(t)
	if !ok && t != term.Term(dynamic) {
		return problem("invalid_modules", t)
	}
	for _, m := range list {
		if _, isAtom := m.(term.Atom); !isAtom {
			return problem("invalid_module", m)
		}
	}
	return nil
}

// flags are the supervisor flags of init.
type flags struct {
	strategy          term.Atom
	intensity, period int64
	autoShutdown      term.Atom
}

const (
	oneForOne       = term.Atom("one_for_one")
	oneForAll       = term.Atom("one_for_all")
	restForOne      = term.Atom("rest_for_one")
	simpleOneForOne = term.Atom("simple_one_for_one")
	never           = term.Atom("never")
	autoShutdownKey = term.Atom("auto_shutdown")
)

// checkFlags reads the flags, a map or {strategy, intensity, period}. The
// second result is what is wrong with them, nil for nothing.
func checkFlags(t term.Term) (flags, term.Term) {
	fields := []term.Term{oneForOne, term.Int(1), term.Int(5), never}
	switch f := t.(type) {
	case *term.Map:
		for i, key := range []term.Atom{"strategy", "intensity", "period", autoShutdownKey} {
			if value, ok := f.Get(key); ok {
				fields[i] = value
			}
		}
	case term.Tuple:
		if len(f) != 3 {
			return flags{}, problem("invalid_type", t)
		}
		copy(fields, f)
	default:
		return flags{}, problem("invalid_type", t)
	}
	strategy, ok := oneOf(fields[0], oneForOne, oneForAll, restForOne, simpleOneForOne)
	if !ok {
		return flags{}, problem("invalid_strategy", fields[0])
	}
	intensity, ok := fields[1].(term.Int)
	if !ok || intensity < 0 {
		return flags{}, problem("invalid_intensity", fields[1])
	}
	period, ok := fields[2].(term.Int)
	if !ok || period <= 0 {
		return flags{}, problem("invalid_period", fields[2])
	}
	auto, ok := oneOf(fields[3], never, "any_significant", "all_significant")
	if !ok {
		return flags{}, problem("invalid_auto_shutdown", fields[3])
	}
	if strategy == simpleOneForOne && auto != never {
		return flags{}, term.Tuple{term.Atom("bad_combination"), term.List(
			term.Tuple{term.Atom("auto_shutdown"), auto}, term.Tuple{term.Atom("strategy"), strategy})}
	}
	return flags{strategy, int64(intensity), int64(period), auto}, nil
}
