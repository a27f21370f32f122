package eval

import (
	"gex/interp/syntax"
	"gex/runtime/code"
	"gex/runtime/term"
)

// logger is the module whose macros add the place where they are called to the
// metadata, their last argument.
const logger = term.Atom("Elixir.Logger")

// located gives the macros of Logger, called in a function of a module, the
// place as metadata.
func (c *compiler) located(pos syntax.Pos, key code.Key, values []thunk) []thunk {
	made := c.ev.table.Module(logger)
	if made == nil || !made.Macros[key] || c.module == nil || c.define == nil {
		return values
	}
	function := c.define.named()
	place := term.Keyword(
		term.Pair{Key: term.Atom("mfa"), Value: term.Tuple{c.module.name, term.Atom(function.Name), term.Int(function.Arity)}},
		term.Pair{Key: term.Atom("file"), Value: term.Charlist(c.file)},
		term.Pair{Key: term.Atom("line"), Value: term.Int(pos.Line)})
	withMetadata := code.Key{Name: key.Name, Arity: key.Arity + 1}
	if made.Macros[withMetadata] {
		return append(values, constant(place))
	}
	given, last := values[len(values)-1], len(values)-1
	return append(values[:last:last], func(m *machine) (term.Term, error) {
		own, err := given(m)
		if err != nil {
			return nil, err
		}
		pairs, ok := term.Slice(own)
		if !ok {
			return own, nil
		}
		all, _ := term.Slice(place)
		return term.List(append(all[:len(all):len(all)], pairs...)...), nil
	})
}
