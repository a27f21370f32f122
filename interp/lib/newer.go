package lib

import (
	"slices"

	"gex/runtime/term"
)

// newer is what a version of Elixir or OTP after 1.14 and 25 added to a
// module. Guides of today use it; a session that is IEx 1.14 to the letter is
// made without.
type newer struct {
	module    term.Atom
	since     string
	functions []Function
}

// since are the functions that a later version of Elixir added to a module.
func since(version, module string, functions ...Function) newer {
	return newer{term.Alias(module), "Elixir " + version, functions}
}

// sinceOTP are the functions that a later version of OTP added to a module.
func sinceOTP(version string, module term.Atom, functions ...Function) newer {
	return newer{module, "OTP " + version, functions}
}

// newerTables are the tables of all versions after 1.14 and 25.
func newerTables() []newer {
	return slices.Concat(newerCollections(), newerErlang(), newerCalendar())
}

// withNewer returns the tables with what later versions added; each function
// says so in its documentation.
func withNewer(tables []Module) []Module {
	all := append(slices.Clone(tables), durationTable())
	for _, n := range newerTables() {
		i := slices.IndexFunc(all, func(m Module) bool { return m.Name == n.module })
		for _, f := range n.functions {
			f.Doc += "\n\nSince " + n.since + "."
			all[i] = extended(all[i], f)
		}
	}
	return all
}
