package interp

import (
	"cmp"
	"fmt"
	"slices"
	"strings"

	"gex/runtime/code"
	"gex/runtime/genevent"
	"gex/runtime/inspect"
	"gex/runtime/late"
	"gex/runtime/process"
	"gex/runtime/term"
)

// A Completion is what the text before the cursor can become.
type Completion struct {
	Start int         // where the words begin that are replaced
	Found []Candidate // sorted, each once
	// Signature is that of the function whose arguments are being typed, "" if
	// there is none; several are a line each.
	Signature string
}

// A Candidate is a word that fits, with what is to be shown for it. Note, if
// there is one, says what it is.
type Candidate struct{ Word, Label, Note string }

// completable is the word before the cursor that can be completed.
var completable = late.Regexp(`#PID<[\d.]*$|~[a-zA-Z]?$|%[\pL\d_.]*$|:?[\pL_][\pL\d_.]*[?!]?$|:$`)

// Complete returns what the word before the cursor can become. Where no word
// has begun it returns what a learner may want to do next. Cursor counts bytes.
func (s *Session) Complete(text string, cursor int) Completion {
	before := text[:cursor]
	c := Completion{Start: cursor}
	switch {
	case strings.HasPrefix(before, "/") && !s.options.Strict:
		c.Start, c.Found = s.completeSlash(before)
	case insideString(before):
		c.Start, c.Found = s.completeFile(before)
	case keyBehind().MatchString(before):
	default:
		c = s.completeWord(before)
	}
	slices.SortFunc(c.Found, func(a, b Candidate) int { return cmp.Or(cmp.Compare(a.Word, b.Word), cmp.Compare(a.Label, b.Label)) })
	c.Found = slices.Compact(c.Found)
	return c
}

// completeWord completes the word at the end of text, by what it is itself and
// by the call that it is an argument of.
func (s *Session) completeWord(text string) Completion {
	at := completable().FindStringIndex(text)
	if at == nil {
		at = []int{len(text), len(text)}
	}
	c := Completion{Start: at[0]}
	word := text[at[0]:]
	if m, inside := enclosingMap(text); inside && Classify(text) != Go {
		if c.Found = s.completeKey(m); len(c.Found) > 0 {
			c.Start = len(text) - len(m.pairs[len(m.pairs)-1])
			return c
		}
	}
	call := enclosingCall(text)
	if c.Found = s.completeArgument(call); len(c.Found) > 0 {
		c.Start = len(text) - len(call.argument())
	}
	if Classify(text) == Go {
		c.Found = append(c.Found, s.completeGo(word)...)
		return c
	}
	if call.name != "" && (word == "" || len(c.Found) == 0) {
		c.Signature = s.signatures(call.name)
	}
	if word == "" && strings.TrimSpace(text) != "" {
		return c
	}
	if !slices.ContainsFunc(c.Found, func(f Candidate) bool { return !strings.HasSuffix(f.Word, ": ") }) {
		c.Found = append(c.Found, s.completeBare(word)...)
	}
	if len(c.Found) > 0 && !slices.ContainsFunc(c.Found, func(f Candidate) bool { return f.Word != word }) {
		c.Signature = s.signatures(word)
	}
	return c
}

// completeBare completes a word by what it is itself.
func (s *Session) completeBare(word string) []Candidate {
	switch dot := strings.LastIndexByte(word, '.'); {
	case word == "":
		return s.nextSteps()
	case word[0] == '#':
		return s.completePID(word)
	case word[0] == '~':
		return s.completeSigil(word)
	case word[0] == '%':
		return s.completeStruct(word)
	case dot > 0:
		return s.completeMember(word[:dot], word[dot+1:])
	case word[0] == ':':
		return s.completeErlang(word)
	case word[0] >= 'A' && word[0] <= 'Z':
		return s.completeModule("", word)
	}
	return s.completeName(word)
}

// keyBehind matches a key of a keyword list whose value is to come.
var keyBehind = late.Regexp(`[\pL\d_?!]:\s*$`)

// insideString reports whether text ends inside of a string.
func insideString(text string) bool {
	inside := false
	for i := 0; i < len(text); i++ {
		switch {
		case text[i] == '\\' && inside:
			i++
		case text[i] == '"':
			inside = !inside
		}
	}
	return inside
}

// nextSteps are the variables there are and the commands that make sense now:
// those for managers when there is one.
func (s *Session) nextSteps() []Candidate {
	steps := []Candidate{
		{"h", "h", "help: h GenEvent, h flush"},
		{"start_link", "start_link", "start an event manager"},
		{"defmodule", "defmodule", "define a module; or type Name struct{ UseGenEvent } in Go"},
		{"/help", "/help", "the commands that show processes and keep sessions"},
	}
	for _, p := range s.node.Processes() {
		if _, manager := genevent.Handlers(p); manager && !p.System() {
			steps = []Candidate{steps[0], {"flush", "flush", "print what is in the mailbox"}, steps[3]}
			for _, c := range managerCommands {
				steps = append(steps, Candidate{c.name, c.name, c.line})
			}
			break
		}
	}
	for _, b := range s.env.Bindings() {
		steps = append(steps, Candidate{b.Name, b.Name, "= " + s.glance(b.Value)})
	}
	return steps
}

// glance is a value in a few columns.
func (s *Session) glance(value term.Term) string {
	text, _, _ := strings.Cut(inspect.Inspect(value, inspect.Options{Limit: 5}), "\n")
	if runes := []rune(text); len(runes) > 40 {
		text = string(runes[:37]) + "..."
	}
	return text
}

// plain makes candidates of words that are shown as they are.
func plain(words []string) []Candidate {
	var found []Candidate
	for _, w := range words {
		found = append(found, Candidate{Word: w, Label: w})
	}
	return found
}

// pseudoVariables are the names that stand for where the code is.
var pseudoVariables = []string{"__CALLER__", "__DIR__", "__ENV__", "__MODULE__", "__STACKTRACE__"}

// completeName completes a variable or a function with a bare name.
func (s *Session) completeName(prefix string) []Candidate {
	var words []string
	for _, name := range pseudoVariables {
		if strings.HasPrefix(prefix, "_") && strings.HasPrefix(name, prefix) {
			words = append(words, name)
		}
	}
	for _, b := range s.env.Bindings() {
		if strings.HasPrefix(b.Name, prefix) {
			words = append(words, b.Name)
		}
	}
	for _, m := range documentedMacros {
		if name := m.name(); strings.HasPrefix(name, prefix) && isWordStart(name) && !strings.Contains(name, " ") {
			words = append(words, name)
		}
	}
	var found []Candidate
	for _, module := range s.env.Imports() {
		if m := s.table.Module(module); m != nil && !strings.HasPrefix(string(module), "Elixir.ExUnit.") {
			found = appendFunctions(found, m, "", prefix)
		}
	}
	isFunction := func(word string) bool {
		return slices.ContainsFunc(found, func(f Candidate) bool { return f.Word == word })
	}
	return append(found, plain(slices.DeleteFunc(words, isFunction))...)
}

// completeMember completes what stands behind a dot: a function of a module, a
// module below it, or a key of a map in a variable, or further in.
func (s *Session) completeMember(target, prefix string) []Candidate {
	path := strings.Split(target, ".")
	if value, ok := s.env.Lookup(path[0]); ok {
		return mapKeys(walk(value, path[1:]), target, prefix)
	}
	name := term.Atom(strings.TrimPrefix(target, ":"))
	if target[0] != ':' {
		name = s.env.Resolve(path)
	}
	found := s.completeModule(target+".", prefix)
	if m := s.table.Module(name); m != nil {
		found = appendFunctions(found, m, target+".", prefix)
	}
	return found
}

// walk follows atom keys into maps.
func walk(value term.Term, keys []string) term.Term {
	for _, key := range keys {
		m, ok := value.(*term.Map)
		if !ok {
			return nil
		}
		if value, ok = m.Get(term.Atom(key)); !ok {
			return nil
		}
	}
	return value
}

// appendFunctions adds the functions of a module that begin so, but for those of
// which Elixir advises against.
func appendFunctions(found []Candidate, m *code.Module, before, prefix string) []Candidate {
	for _, f := range m.Exports() {
		if _, old := m.Deprecated[code.Key{Name: f.Name, Arity: f.Arity}]; old {
			continue
		}
		if strings.HasPrefix(f.Name, prefix) && isWordStart(f.Name) {
			found = append(found, Candidate{Word: before + f.Name, Label: fmt.Sprintf("%s/%d", f.Name, f.Arity)})
		}
	}
	return found
}

// completeModule completes the next part of an alias.
func (s *Session) completeModule(before, prefix string) []Candidate {
	var found []Candidate
	for _, m := range s.table.Modules() {
		name, ok := m.Name.AliasName()
		rest, below := strings.CutPrefix(name, before)
		if ok && below && strings.HasPrefix(rest, prefix) {
			part, _, _ := strings.Cut(rest, ".")
			found = append(found, Candidate{Word: before + part, Label: part})
		}
	}
	return found
}

// completeErlang completes an atom: a module of Erlang or the name of a
// process.
func (s *Session) completeErlang(word string) []Candidate {
	names := s.node.Registered()
	for _, m := range s.table.Modules() {
		names = append(names, m.Name)
	}
	var words []string
	for _, name := range names {
		if text := ":" + string(name); strings.HasPrefix(text, word) && isWordStart(string(name)) && !strings.Contains(text, ".") {
			words = append(words, text)
		}
	}
	return plain(words)
}

// completePID completes the pid of a live process, and says what that is.
func (s *Session) completePID(word string) []Candidate {
	var found []Candidate
	for _, p := range s.node.Processes() {
		text := inspect.Inspect(p.PID(), inspect.Options{})
		if strings.HasPrefix(text, word) && !p.System() {
			found = append(found, Candidate{text, text, s.role(p)})
		}
	}
	return found
}

// role says what a process is: its name, or what it was started as.
func (s *Session) role(p *process.Process) string {
	if p == s.shell.process {
		return "this shell"
	}
	role := inspect.Inspect(p.Initial().Term(), inspect.Options{})
	if handlers, ok := genevent.Handlers(p); ok {
		role = "event manager, handlers " + s.glance(handlers)
	}
	if p.RegisteredName() != "" {
		role = inspect.AtomText(p.RegisteredName()) + ", " + role
	}
	return role
}

// completeStruct completes the name of a struct behind a percent sign.
func (s *Session) completeStruct(word string) []Candidate {
	var words []string
	for _, m := range s.table.Modules() {
		name, ok := m.Name.AliasName()
		if ok && strings.HasPrefix("%"+name, word) && s.table.Exports(m.Name, "__struct__", 0) {
			words = append(words, "%"+name+"{")
		}
	}
	return plain(words)
}

func mapKeys(value term.Term, target, prefix string) []Candidate {
	m, ok := value.(*term.Map)
	if !ok {
		return nil
	}
	var found []Candidate
	for _, pair := range m.Pairs() {
		if key, ok := pair.Key.(term.Atom); ok && strings.HasPrefix(string(key), prefix) && key != "__struct__" {
			found = append(found, Candidate{Word: target + "." + string(key), Label: string(key)})
		}
	}
	return found
}
