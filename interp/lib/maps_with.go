package lib

import (
	"gex/runtime/exception"
	"gex/runtime/process"
	"gex/runtime/term"
)

// mapsWith is :maps.with/2.
func mapsWith(_ *process.Process, a []term.Term) (term.Term, error) {
	m, err := mapBehindKeys("with", a)
	if err != nil {
		return nil, err
	}
	keys, _ := term.Slice(a[0])
	return taken(m, keys), nil
}

// mapsWithout is :maps.without/2.
func mapsWithout(_ *process.Process, a []term.Term) (term.Term, error) {
	m, err := mapBehindKeys("without", a)
	if err != nil {
		return nil, err
	}
	keys, _ := term.Slice(a[0])
	return dropped(m, keys), nil
}

// mapBehindKeys is the map that a function of :maps takes behind a list of keys. A map
// that is none is told of before a list that is none.
func mapBehindKeys(function string, a args) (*term.Map, error) {
	frame := borderFrame("maps", function, a)
	frame.File, frame.Line = "maps.erl", 581
	m, ok := a[1].(*term.Map)
	if !ok {
		return nil, badmap(a[1]).In(frame)
	}
	if _, proper := term.Slice(a[0]); proper {
		return m, nil
	}
	return nil, exception.Raise(term.Atom("badarg")).In(frame)
}
