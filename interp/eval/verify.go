package eval

import (
	"cmp"
	"fmt"
	"slices"
	"strings"

	"gex/interp/syntax"
	"gex/runtime/code"
	"gex/runtime/exception"
	"gex/runtime/process"
	"gex/runtime/term"
)

// remoteUse is a call of a function of a module, to be checked when all of the
// input it stands in has run.
type remoteUse struct {
	module   term.Atom
	key      code.Key
	place    Warning // without a message
	inModule bool
	// unrequired says that it is a call of a macro whose module was not
	// required where it stands.
	unrequired bool
}

// noteRemote remembers a call to be checked.
func (c *compiler) noteRemote(pos syntax.Pos, module term.Atom, key code.Key) {
	place := Warning{File: c.file, Line: pos.Line, Place: c.place()}
	use := remoteUse{module: module, key: key, place: place, inModule: c.module != nil}
	use.unrequired = use.inModule && c.needsRequire(module, key)
	if c.module != nil {
		c.module.remotes = append(c.module.remotes, use)
		return
	}
	c.ev.uses = append(c.ev.uses, use)
	if c.ev.options.Warn == nil {
		return
	}
	if message := c.ev.deprecation(use); message != "" { // the prompt says so before the code runs
		place.Message = message
		c.ev.options.Warn(c.self, place)
	}
}

// Verify reports, of the code compiled since it was called last, the calls of
// functions that do not exist, if they stand in modules that were defined, and
// those of deprecated ones.
func (ev *Evaluator) Verify(self *process.Process) {
	uses := ev.uses
	ev.uses = nil
	if ev.options.Warn == nil {
		return
	}
	slices.SortStableFunc(uses, func(a, b remoteUse) int {
		return cmp.Or(strings.Compare(string(a.module), string(b.module)), strings.Compare(a.key.Name, b.key.Name),
			cmp.Compare(a.key.Arity, b.key.Arity))
	})
	// Elixir sorts by the kind of the remark first.
	for _, text := range []func(remoteUse) string{ev.undefinedModule, unrequiredText, ev.deprecatedText, ev.undefinedFunction} {
		ev.report(self, uses, text)
	}
}

// undefinedModule says that the module of a call is not there.
func (ev *Evaluator) undefinedModule(use remoteUse) string {
	if ev.table.Module(use.module) != nil {
		return ""
	}
	return ev.undefinedText(use)
}

// undefinedFunction says that a module has no such function.
func (ev *Evaluator) undefinedFunction(use remoteUse) string {
	if ev.table.Module(use.module) == nil {
		return ""
	}
	return ev.undefinedText(use)
}

// unrequiredText says that a macro was called whose module was not required.
func unrequiredText(use remoteUse) string {
	if !use.unrequired {
		return ""
	}
	return "you must require " + aliasText(use.module) + " before invoking the macro " + aliasText(use.module) + "." + keyText(use.key)
}

// report warns about the functions that text has something to say about, once
// for all calls of the same.
func (ev *Evaluator) report(self *process.Process, uses []remoteUse, text func(remoteUse) string) {
	for len(uses) > 0 {
		same := 1
		for same < len(uses) && uses[same].module == uses[0].module && uses[same].key == uses[0].key {
			same++
		}
		if message := text(uses[0]); message != "" {
			ev.reportCalls(self, message, uses[:same])
		}
		uses = uses[same:]
	}
}

func (ev *Evaluator) reportCalls(self *process.Process, message string, uses []remoteUse) {
	w := uses[0].place
	w.Message = message
	if len(uses) > 1 {
		w.Message += fmt.Sprintf("\nInvalid call found at %d locations:", len(uses))
		for _, use := range uses[1:] {
			w.More = append(w.More, use.place)
		}
	}
	ev.options.Warn(self, w)
}

// undefinedText says what is wrong with a call of a function that is not there.
func (ev *Evaluator) undefinedText(use remoteUse) string {
	if use.unrequired || !use.inModule || ev.table.Exports(use.module, use.key.Name, use.key.Arity) || ev.macros[use.module][use.key] != nil ||
		intrinsics[use.key] != nil && use.module == kernel {
		return ""
	}
	if ev.options.Undefined != nil {
		return ev.options.Undefined(use.module, use.key.Name, use.key.Arity)
	}
	return ev.undefinedWords(use)
}

func (ev *Evaluator) undefinedWords(use remoteUse) string {
	name := aliasText(use.module) + "." + keyText(use.key)
	if ev.table.Module(use.module) == nil {
		return name + " is undefined (module " + aliasText(use.module) + " is not available or is yet to be defined)"
	}
	err := exception.Raise(term.Atom("undef")).In(exception.Frame{
		Module: use.module, Function: use.key.Name, Arity: use.key.Arity})
	blamed, _ := exception.Blame(err, exception.Options{Exports: ev.exports})
	return strings.TrimPrefix(exception.MessageOf(blamed, exception.Options{Exports: ev.exports}), "function ")
}

// exports are the functions of a module as exception wants them.
func (ev *Evaluator) exports(module term.Atom) ([]exception.Export, bool) {
	m := ev.table.Module(module)
	if m == nil {
		return nil, false
	}
	var exports []exception.Export
	for _, f := range m.Exports() {
		exports = append(exports, exception.Export{Name: f.Name, Arity: f.Arity, Macro: m.Macros[code.Key{Name: f.Name, Arity: f.Arity}]})
	}
	for key := range m.Macros {
		if m.Functions[key] == nil {
			exports = append(exports, exception.Export{Name: key.Name, Arity: key.Arity, Macro: true})
		}
	}
	slices.SortFunc(exports, exception.Export.Compare)
	return exports, true
}

func (ev *Evaluator) deprecatedText(use remoteUse) string {
	if !use.inModule {
		return ""
	}
	return ev.deprecation(use)
}

// deprecation says what to use instead of a function, "" if nothing is wrong
// with it.
func (ev *Evaluator) deprecation(use remoteUse) string {
	advice := ev.deprecated[use.module][use.key]
	if advice == "" && ev.options.Deprecated != nil {
		advice = ev.options.Deprecated(use.module, use.key.Name, use.key.Arity)
	}
	if advice == "" {
		return ""
	}
	return aliasText(use.module) + "." + keyText(use.key) + " is deprecated. " + advice
}
