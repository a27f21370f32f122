package interp

import (
	_ "embed" // the callbacks
	"strings"
	"sync"

	"gex/interp/eval"
	"gex/interp/syntax"
	"gex/runtime/code"
	"gex/runtime/inspect"
	"gex/runtime/term"
)

// behavioursText are the callbacks of the behaviours as IEx 1.14 prints them:
// a line "== Module", then the callbacks with empty lines between.
//
//go:embed data/behaviours.txt
var behavioursText string

// behaviours are read when b or h first needs them.
var behaviours = sync.OnceValue(func() map[string][]string { return recordedSections(behavioursText) })

// recordedSections are the paragraphs behind each line "== Module".
func recordedSections(text string) map[string][]string {
	table := make(map[string][]string)
	for _, section := range strings.Split(text, "== ")[1:] {
		module, text, _ := strings.Cut(section, "\n")
		table[module] = strings.Split(strings.TrimSpace(text), "\n\n")
	}
	return table
}

// goCallbacks are the methods of a Go type that are callbacks, where the two
// kinds of managers, or servers, have the same.
var goCallbacks = map[code.Key]string{
	{Name: "init", Arity: 1}:            "Init(args Term) Result",
	{Name: "handle_event", Arity: 2}:    "HandleEvent(event, state Term) Result",
	{Name: "handle_call", Arity: 2}:     "HandleCall(request, state Term) Result",
	{Name: "handle_call", Arity: 3}:     "HandleCall(request, from, state Term) Result",
	{Name: "handle_cast", Arity: 2}:     "HandleCast(request, state Term) Result",
	{Name: "handle_info", Arity: 2}:     "HandleInfo(message, state Term) Result",
	{Name: "handle_continue", Arity: 2}: "HandleContinue(argument, state Term) Result",
	{Name: "terminate", Arity: 2}:       "Terminate(reason, state Term) Term",
	{Name: "code_change", Arity: 3}:     "CodeChange(oldVersion, state, extra Term) Result",
	{Name: "format_status", Arity: 1}:   "FormatStatus(status Term) Term",
	{Name: "format_status", Arity: 2}:   "FormatStatus(reason, status Term) Term",
}

// callbacksOf returns the callbacks of a behaviour, nil if it is none.
func (s *Session) callbacksOf(module term.Atom) []string {
	return behaviours()[inspect.AtomText(module)]
}

// macroCallbacks is b/1.
func (s *Session) macroCallbacks(call *eval.MacroCall) (syntax.Node, eval.Code, error) {
	what, ok := about(call, call.Args[0])
	text := s.redLine("Invalid arguments for b helper: " + syntax.Source(call.Args[0]))
	return nil, func(r *eval.Runtime) (term.Term, error) {
		if ok {
			text = s.callbacks(what)
		}
		return doNotShow, s.say(r.Self(), text)
	}, nil
}

// callbacks is what b prints.
func (s *Session) callbacks(what subject) string {
	if what.module == "" {
		what.module = term.Alias("Kernel")
	}
	all := s.callbacksOf(what.module)
	switch {
	case len(all) == 0 && s.table.Module(what.module) == nil:
		return s.redLine("Could not load module " + inspect.AtomText(what.module) + ", got: nofile")
	case len(all) == 0 && what.function == "":
		return s.redLine("No callbacks for " + inspect.AtomText(what.module) + " were found")
	}
	d := s.document()
	for _, text := range all {
		key := callbackKey(text)
		if what.function != "" && (what.function != key.Name || what.arity >= 0 && what.arity != key.Arity) {
			continue
		}
		keyword, rest, _ := strings.Cut(text, " ")
		d.styled(sgrCode, keyword)
		d.WriteString(" " + rest + "\n")
		if method := goCallbacks[key]; method != "" && !s.options.Strict {
			d.WriteString("\n    ")
			d.styled(sgrCode, "func (M) "+method)
			d.WriteString("\n")
		}
		d.WriteString("\n")
	}
	if d.Len() == 0 {
		return s.redLine("No documentation for " + what.String() + " was found")
	}
	return d.String()
}

// callbackKey is the name and arity of a callback; none of a line about which
// callbacks are optional.
func callbackKey(text string) code.Key {
	head, ok := strings.CutPrefix(text, "@callback ")
	open := strings.IndexByte(head, '(')
	if !ok || open < 0 {
		return code.Key{}
	}
	end := endOfArguments(head, open)
	return code.Key{Name: head[:open], Arity: len(splitTop(head[open+1:end-1], ","))}
}
