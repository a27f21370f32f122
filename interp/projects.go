package interp

import (
	"slices"
	"strings"
	"unicode"

	"gex/interp/eval"
	"gex/runtime/application"
	"gex/runtime/code"
	"gex/runtime/process"
	"gex/runtime/term"
)

// This file finds the applications of the modules that a learner defines: Mix
// would write their specifications into files.

// useProject is `use Mix.Project`: the module describes a project.
func (s *Session) useProject() eval.Use {
	return eval.Use{Functions: func(module term.Atom, _ term.Term) []*code.Function {
		if !slices.Contains(s.projects, module) {
			s.projects = append(s.projects, module)
		}
		return nil
	}}
}

// findApplication makes the specification of an application from the project
// that is called so or, where there is none, from the module that uses
// Application under its name.
func (s *Session) findApplication(self *process.Process, name term.Atom) (spec term.Term, ok bool) {
	for _, module := range slices.Backward(s.projects) {
		project, err := code.Apply(self, module, "project")
		if err != nil {
			continue
		}
		if app, _ := term.KeywordGet(project, "app"); app == term.Term(name) {
			return s.projectSpec(self, module, name, project), true
		}
	}
	for _, m := range s.table.Modules() {
		if m.Language != code.Builtin && slices.Contains(m.Behaviours, term.Alias("Application")) && applicationName(m.Name) == name {
			return specification(name, term.Nil, baseApplications,
				term.Tuple{term.Atom("modules"), term.List(m.Name)},
				term.Tuple{term.Atom("mod"), term.Tuple{m.Name, term.Empty}}), true
		}
	}
	return nil, false
}

// baseApplications are those that every application of Elixir needs.
var baseApplications = []term.Term{term.Atom("kernel"), term.Atom("stdlib"), term.Atom("elixir"), term.Atom("logger")}

// specification is one for :application.load/1; more are pairs.
func specification(name term.Atom, version term.Term, needs []term.Term, more ...term.Term) term.Term {
	text, _ := version.(term.Binary)
	return term.Tuple{term.Atom("application"), name, term.List(append([]term.Term{
		term.Tuple{term.Atom("description"), term.Charlist(string(name))},
		term.Tuple{term.Atom("vsn"), term.Charlist(string(text))},
		term.Tuple{term.Atom("applications"), term.List(needs...)},
	}, more...)...)}
}

// projectSpec is what Mix makes of a project: its needs are what application/0
// says and the dependencies.
func (s *Session) projectSpec(self *process.Process, module, name term.Atom, project term.Term) term.Term {
	described, err := code.Apply(self, module, "application")
	if err != nil {
		described = term.Empty
	}
	needs := []term.Term{term.Atom("kernel"), term.Atom("stdlib"), term.Atom("elixir")}
	need := func(app term.Term) {
		if !slices.Contains(needs, app) {
			needs = append(needs, app)
		}
	}
	for _, key := range []term.Atom{"applications", "extra_applications"} {
		listed, _ := term.KeywordGet(described, key)
		for app := range term.Elements(listed) {
			need(app)
		}
	}
	deps, _ := term.KeywordGet(project, "deps")
	for dep := range term.Elements(deps) {
		if t, ok := dep.(term.Tuple); ok && len(t) > 1 {
			need(t[0])
		}
	}
	version, _ := term.KeywordGet(project, "version")
	var rest []term.Term
	for e := range term.Elements(described) {
		if pair, ok := e.(term.Tuple); ok && len(pair) == 2 && (pair[0] == term.Term(term.Atom("mod")) || pair[0] == term.Term(term.Atom("env"))) {
			rest = append(rest, pair)
		}
	}
	return specification(name, version, needs, rest...)
}

// applicationName is the application that a module with `use Application` is
// of: kv_server for KVServer and for KVServer.Application.
func applicationName(module term.Atom) term.Atom {
	name := strings.TrimSuffix(strings.TrimPrefix(string(module), "Elixir."), ".Application")
	var b strings.Builder
	runes := []rune(name)
	for i, r := range runes {
		word := i > 0 && unicode.IsUpper(r) && runes[i-1] != '.' &&
			(!unicode.IsUpper(runes[i-1]) || i+1 < len(runes) && unicode.IsLower(runes[i+1]))
		switch {
		case r == '.':
			b.WriteByte('_')
			continue
		case word:
			b.WriteByte('_')
		}
		b.WriteRune(unicode.ToLower(r))
	}
	return term.Atom(b.String())
}

// findApplications has the node find the applications of this session, which
// IEx without Mix does not.
func (s *Session) findApplications() {
	if !s.options.Strict {
		application.SetFinder(s.node, s.findApplication)
	}
}
