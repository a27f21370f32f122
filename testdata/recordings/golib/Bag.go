package main

import (
	"fmt"
	. "gex/runtime/otp"
)

// Bag is an agent that holds a list.
type Bag struct{ UseAgent }

func (Bag) StartLink(items Term) Term {
	return Apply(Alias("Agent"), "start_link", func() Term { return items }, []Term{T("name", Alias("Bag"))})
}

func (Bag) Put(item Term) Term {
	Agent.Update(Bag{}, func(items []Term) Term { return append([]Term{item}, items...) })
	return Atom("ok")
}

func (Bag) Count() Term { return Agent.Get(Bag{}, func(items []Term) Term { return len(items) }) }

func (Bag) Take() Term {
	return Agent.GetAndUpdate(Bag{}, func(items []Term) (Term, Term) {
		if len(items) == 0 {
			return Atom("empty"), items
		}
		return T("ok", items[0]), items[1:]
	})
}

func (Bag) Half() Term { return Agent.Get(Bag{}, func(items []Term) Term { return 100 / len(items) }) }

func (Bag) Spoil(reason Term) Term {
	Agent.Update(Bag{}, func(items []Term) Term { Exit(reason); return nil })
	return Atom("ok")
}

func (Bag) Shout() Term {
	Agent.Cast(Bag{}, func(items []Term) Term { panic(fmt.Sprint(len(items), " items")) })
	return Atom("ok")
}
