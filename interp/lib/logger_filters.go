package lib

import (
	"slices"

	"gex/runtime/exception"
	"gex/runtime/logger"
	"gex/runtime/process"
	"gex/runtime/term"
)

// loggerFilters are the filters that Erlang's logger comes with.
func loggerFilters() Module {
	return Module{
		Name: "logger_filters",
		Doc:  "Filters for `:logger.add_primary_filter` and `:logger.add_handler_filter`: `{&:logger_filters.progress/2, :stop}`. What does not match they leave to other filters.",
		Functions: []Function{
			{"domain", "event, {action, comparison, domain}", "Logs or stops (`:log` or `:stop`) the events whose domain is as the comparison says: `:super`, `:sub`, `:equal`, `:not_equal` or `:undefined`.", loggerFilter("domain", 46, 3, ofDomain)},
			{"level", "event, {action, operator, level}", "Logs or stops the events whose level is as the operator says: `:neq`, `:eq`, `:lt`, `:gt`, `:lteq` or `:gteq`.", loggerFilter("level", 65, 3, ofLevel)},
			{"progress", "event, action", "Logs or stops the reports of supervisors about children that they have started.", loggerFilter("progress", 73, 1, ofProgress)},
			{"remote_gl", "event, action", "Logs or stops the events of processes whose group leader is on another node, of which there are none.", loggerFilter("remote_gl", 81, 1, ofOtherNode)},
		},
	}
}

// filterMatch reports whether a filter is about an event. The error is errClause
// if that is no event or if its second argument, without the action, is no such
// criterion.
type filterMatch func(event *term.Map, criterion args) (bool, error)

// loggerFilter is a filter: the event or :stop if it matches, else :ignore. Its
// second argument is an action or a tuple, of a size, that begins with one.
func loggerFilter(name string, line, size int, matches filterMatch) process.Func {
	return func(_ *process.Process, a []term.Term) (term.Term, error) {
		event, isEvent := a[0].(*term.Map)
		criterion, isTuple := a[1].(term.Tuple)
		if !isTuple {
			criterion = term.Tuple{a[1]}
		}
		valid := isEvent && len(criterion) == size && isTuple == (size > 1) && slices.Contains([]term.Term{term.Atom("log"), term.Atom("stop")}, criterion[0])
		match, err := false, error(errClause)
		if valid {
			match, err = matches(event, args(criterion[1:]))
		}
		switch {
		case err == errClause:
			return nil, exception.Raise(term.Atom("badarg")).In(exception.Frame{
				Module: "logger_filters", Function: name, Args: a, HasArgs: true, File: "logger_filters.erl", Line: line})
		case err != nil:
			return nil, err
		case !match:
			return term.Atom("ignore"), nil
		case criterion[0] == term.Term(term.Atom("log")):
			return event, nil
		}
		return criterion[0], nil
	}
}

func ofDomain(event *term.Map, c args) (bool, error) {
	meta, there := event.Get(term.Atom("meta"))
	kind, _ := c[0].(term.Atom)
	if !there || !term.IsList(c[1]) || !slices.Contains([]term.Atom{"super", "sub", "equal", "not_equal", "undefined"}, kind) {
		return false, errClause
	}
	m, ok := meta.(*term.Map)
	if !ok {
		return false, badmap(meta).In(exception.Frame{Module: "erlang", Function: "is_map_key", Args: args{term.Atom("domain"), meta}, HasArgs: true},
			in("logger_filters", "filter_domain", 4, 95))
	}
	domain, there := m.Get(term.Atom("domain"))
	switch {
	case !there:
		return kind == "undefined" || kind == "not_equal", nil
	case kind == "super":
		return startsWith(c[1], domain), nil
	case kind == "sub":
		return startsWith(domain, c[1]), nil
	case kind == "equal":
		return term.Same(domain, c[1]), nil
	}
	return kind == "not_equal" && !term.Same(domain, c[1]), nil
}

// startsWith reports whether a list begins with the elements of another one.
func startsWith(list, prefix term.Term) bool {
	all, ok1 := term.Slice(list)
	first, ok2 := term.Slice(prefix)
	return ok1 && ok2 && len(first) <= len(all) && slices.EqualFunc(all[:len(first)], first, term.Same)
}

func ofLevel(event *term.Map, c args) (bool, error) {
	level, ok1 := erlangLevel(c[1])
	given, there := event.Get(term.Atom("level"))
	own, ok2 := erlangLevel(given)
	holds, ok3 := map[term.Term]bool{
		term.Atom("neq"): own != level, term.Atom("eq"): own == level, term.Atom("lt"): own < level,
		term.Atom("gt"): own > level, term.Atom("lteq"): own <= level, term.Atom("gteq"): own >= level,
	}[c[0]]
	switch {
	case !there || !ok1 || !ok3:
		return false, errClause
	case !ok2:
		return false, exception.Raise(term.Atom("badarg")).In(exception.Frame{
			Module: "logger", Function: "compare_levels", Args: args{given, c[1]}, HasArgs: true, File: "logger.erl", Line: 621},
			in("logger_filters", "filter_level", 4, 109))
	}
	return holds, nil
}

// erlangLevel reads the name of a level as an event has it.
func erlangLevel(t term.Term) (logger.Level, bool) {
	name, _ := t.(term.Atom)
	level, ok := logger.ParseLevel(string(name))
	return level, ok && string(name) == level.String() && level != logger.None && level != logger.All
}

func ofProgress(event *term.Map, _ args) (bool, error) {
	message, _ := event.Get(term.Atom("msg"))
	data, _ := second(asTuple(message), "report").(*term.Map)
	if data == nil {
		return false, nil
	}
	label, _ := data.Get(term.Atom("label"))
	pair := asTuple(label)
	return len(pair) == 2 && pair[1] == term.Term(term.Atom("progress")), nil
}

func asTuple(t term.Term) term.Tuple {
	tuple, _ := t.(term.Tuple)
	return tuple
}

func ofOtherNode(*term.Map, args) (bool, error) { return false, nil }

// filteredMessage is the message that filters of all handlers have made.
func filteredMessage(self *process.Process, level logger.Level, data term.Term, metadata *term.Map) (logger.Message, bool) {
	pair, _ := data.(term.Tuple)
	if len(pair) != 2 {
		return logger.Message{}, false
	}
	given := args(pair)
	if pair[0] == term.Term(term.Atom("string")) || pair[0] == term.Term(term.Atom("report")) {
		given = args{pair[1]}
	}
	m, err := erlangMessage(self, level, append(given[:len(given):len(given)], metadata))
	return m, err == nil
}
