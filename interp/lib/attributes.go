package lib

import (
	"gex/runtime/process"
	"gex/runtime/term"
)

// reservedAttributes are the attributes with a meaning of their own.
var reservedAttributes = []struct{ name, doc string }{
	{"after_compile", "A hook that runs when the module has been compiled."},
	{"after_verify", "A hook that runs when the module has been checked."},
	{"before_compile", "A hook that runs before the module is compiled."},
	{"behaviour", "A behaviour whose callbacks the module has."},
	{"callback", "A function that modules of this behaviour must have."},
	{"compile", "Options for the compilation of the module."},
	{"deprecated", "What to use instead of the function that follows."},
	{"derive", "Protocols that the struct implements by their default."},
	{"dialyzer", "What Dialyzer is asked for, or not to say."},
	{"doc", "Documents the function, macro or callback that follows."},
	{"external_resource", "A file that the module depends on."},
	{"file", "The file that stack traces name."},
	{"impl", "Says that the function that follows is a callback."},
	{"macrocallback", "A macro that modules of this behaviour must have."},
	{"moduledoc", "Documents the module."},
	{"on_definition", "A hook that is told of each definition in the module."},
	{"on_load", "A function that runs when the module is loaded."},
	{"opaque", "A type whose inside is nobody's business."},
	{"optional_callbacks", "Callbacks that a module need not have."},
	{"spec", "The types of the function that follows."},
	{"type", "A type for specifications."},
	{"typedoc", "Documents the type that follows."},
	{"typep", "A type for this module only."},
	{"vsn", "The version of the module."},
}

func moduleReserved(*process.Process, []term.Term) (term.Term, error) {
	var pairs []term.Pair
	for _, a := range reservedAttributes {
		pairs = append(pairs, pair(a.name, term.NewMap(pair("doc", term.Binary(a.doc)))))
	}
	return term.NewMap(pairs...), nil
}
