package lib

import (
	"gex/runtime/code"
	"gex/runtime/exception"
	"gex/runtime/inspect"
	"gex/runtime/process"
	"gex/runtime/term"
)

// algebraModule is Inspect.Algebra.
func algebraModule() Module {
	return Module{
		Name: "Elixir.Inspect.Algebra",
		Doc:  "What implementations of `Inspect` are made of: documents, which `format/2` lays out in lines of a width.",
		Functions: []Function{
			{"empty", "", "The empty document.", constantTerm(inspect.DocNil)},
			{"line", "", "A line break that is always there.", constantTerm(inspect.DocLine)},
			{"line", "doc1, doc2", "Two documents with a line break between.", func(_ *process.Process, a []term.Term) (term.Term, error) {
				return algebraConcat(a[0], inspect.DocLine, a[1])
			}},
			{"break", `string \\ " "`, "A place where a line is broken if the group does not fit on it; the string if it does.", algebraBreakOf("strict")},
			{"flex_break", `string \\ " "`, "A place where a line is broken if what follows does not fit on it.", algebraBreakOf("flex")},
			{"collapse_lines", "max", "Has at most so many line breaks follow each other.", algebraCollapse},
			{"string", "string", "A string whose length is that of its characters, not of its bytes.", algebraString},
			{"group", `doc, mode \\ :self`, "A document that is put on one line if it fits.", algebraGroup},
			{"nest", `doc, level, mode \\ :always`, "A document whose lines are indented.", algebraNest},
			{"next_break_fits", `doc, mode \\ :enabled`, "Has the next break in the document count as one that fits.", algebraFits},
			{"force_unfit", "doc", "Has the groups around the document break.", algebraForce},
			{"no_limit", "doc", "A document on lines without end.", algebraNoLimit},
			{"color", "doc, color_key, opts", "A document in the colour that `syntax_colors` of the options have for the key.", algebraColor},
			{"concat", "docs", "The documents of a list, one behind the other.", func(_ *process.Process, a []term.Term) (term.Term, error) {
				list, ok := term.Slice(a[0])
				if !ok {
					return nil, errClause
				}
				return algebraConcat(list...)
			}},
			{"concat", "doc1, doc2", "Two documents, one behind the other.", func(_ *process.Process, a []term.Term) (term.Term, error) {
				if !inspect.IsDoc(a[0]) || !inspect.IsDoc(a[1]) {
					return nil, errClause
				}
				return algebraConcat(a...)
			}},
			{"space", "doc1, doc2", "Two documents with a space between.", func(_ *process.Process, a []term.Term) (term.Term, error) {
				return algebraConcat(a[0], term.Binary(" "), a[1])
			}},
			{"glue", `doc1, break_string \\ " ", doc2`, "Two documents with a break between.", algebraGlue("strict")},
			{"flex_glue", `doc1, break_string \\ " ", doc2`, "Two documents with a flexible break between.", algebraGlue("flex")},
			{"fold_doc", "docs, folder_fun", "Joins the documents of a list from the right.", algebraFold},
			{"surround", "left, doc, right", "A document between two others, indented by 1.", algebraSurround},
			{"container_doc", `left, collection, right, inspect_opts, fun, opts \\ []`,
				"The elements of a list between two documents, as containers are shown. Options are `:separator` and `:break`, which is `:strict`, `:flex` or `:maybe`.", algebraContainer},
			{"to_doc", "term, opts", "The document of a term as `inspect/2` shows it.", algebraToDoc},
			{"format", "doc, width", "The text of a document in lines of a width, as a list of strings.", algebraFormat},
		},
	}
}

// inspectImplementations is the function of the protocol Inspect.
func inspectImplementations() []Function {
	return []Function{
		{"inspect", "term, opts", "The document of a term, `opts` being a struct `Inspect.Opts`.", protocolInspect},
	}
}

func constantTerm(t term.Term) process.Func {
	return func(*process.Process, []term.Term) (term.Term, error) { return t, nil }
}

func algebraBreak(text string, mode term.Atom) term.Term {
	return term.Tuple{term.Atom("doc_break"), term.Binary(text), mode}
}

func algebraBreakOf(mode term.Atom) process.Func {
	return func(_ *process.Process, a []term.Term) (term.Term, error) {
		text, ok := a[0].(term.Binary)
		if !ok {
			return nil, errClause
		}
		return algebraBreak(string(text), mode), nil
	}
}

// algebraConcat joins documents from the right. The last alone may be
// anything.
func algebraConcat(docs ...term.Term) (term.Term, error) {
	if len(docs) == 0 {
		return inspect.DocNil, nil
	}
	doc := docs[len(docs)-1]
	for i := len(docs) - 2; i >= 0; i-- {
		if !inspect.IsDoc(docs[i]) || !inspect.IsDoc(doc) {
			return nil, noClause(nil, "Elixir.Inspect.Algebra", "concat", args{docs[i], doc})
		}
		doc = term.Tuple{term.Atom("doc_cons"), docs[i], doc}
	}
	return doc, nil
}

func algebraCollapse(_ *process.Process, a []term.Term) (term.Term, error) {
	if n, ok := a[0].(term.Int); !ok || n <= 0 {
		return nil, errClause
	}
	return term.Tuple{term.Atom("doc_collapse"), a[0]}, nil
}

func algebraString(_ *process.Process, a []term.Term) (term.Term, error) {
	text, ok := a[0].(term.Binary)
	if !ok {
		return nil, errClause
	}
	return term.Tuple{term.Atom("doc_string"), text, term.Int(len(graphemes(string(text))))}, nil
}

func algebraGroup(_ *process.Process, a []term.Term) (term.Term, error) {
	if !inspect.IsDoc(a[0]) {
		return nil, errClause
	}
	return term.Tuple{term.Atom("doc_group"), a[0], a[1]}, nil
}

func algebraNest(_ *process.Process, a []term.Term) (term.Term, error) {
	level, isInt := a[1].(term.Int)
	word, _ := a[1].(term.Atom)
	if !inspect.IsDoc(a[0]) || !isInt && word != "cursor" && word != "reset" || isInt && level < 0 {
		return nil, errClause
	}
	if isInt && level == 0 {
		return a[0], nil
	}
	if mode, _ := a[2].(term.Atom); mode != "always" && mode != "break" {
		return nil, errClause
	}
	return term.Tuple{term.Atom("doc_nest"), a[0], a[1], a[2]}, nil
}

func algebraFits(_ *process.Process, a []term.Term) (term.Term, error) {
	if mode, _ := a[1].(term.Atom); !inspect.IsDoc(a[0]) || mode != "enabled" && mode != "disabled" {
		return nil, errClause
	}
	return term.Tuple{term.Atom("doc_fits"), a[0], a[1]}, nil
}

func algebraForce(_ *process.Process, a []term.Term) (term.Term, error) {
	if !inspect.IsDoc(a[0]) {
		return nil, errClause
	}
	return term.Tuple{term.Atom("doc_force"), a[0]}, nil
}

func algebraNoLimit(_ *process.Process, a []term.Term) (term.Term, error) {
	return term.Tuple{term.Atom("doc_limit"), a[0], term.Infinity}, nil
}

func algebraColor(_ *process.Process, a []term.Term) (term.Term, error) {
	opts, ok := isStruct(a[2], "Elixir.Inspect.Opts")
	key, isAtom := a[1].(term.Atom)
	if !inspect.IsDoc(a[0]) || !ok || !isAtom {
		return nil, errClause
	}
	colors, _ := opts.Get(term.Atom("syntax_colors"))
	color, _ := term.KeywordGet(colors, key)
	if color == nil || !term.Truthy(color) {
		return a[0], nil
	}
	reset, ok := term.KeywordGet(colors, "reset")
	if !ok {
		reset = term.Atom("reset")
	}
	return algebraConcat(term.Tuple{term.Atom("doc_color"), a[0], color}, term.Tuple{term.Atom("doc_color"), inspect.DocNil, reset})
}

func algebraGlue(mode term.Atom) process.Func {
	return func(_ *process.Process, a []term.Term) (term.Term, error) {
		text, ok := a[1].(term.Binary)
		if !ok {
			return nil, errClause
		}
		return algebraConcat(a[0], algebraBreak(string(text), mode), a[2])
	}
}

func algebraFold(self *process.Process, a []term.Term) (term.Term, error) {
	docs, ok := term.Slice(a[0])
	if _, isFun := a[1].(*term.Fun); !ok || len(docs) > 1 && !isFun {
		return nil, errClause
	}
	if len(docs) == 0 {
		return inspect.DocNil, nil
	}
	doc := docs[len(docs)-1]
	for i := len(docs) - 2; i >= 0; i-- {
		var err error
		if doc, err = code.Call(self, a[1], docs[i], doc); err != nil {
			return nil, err
		}
	}
	return doc, nil
}

func algebraSurround(_ *process.Process, a []term.Term) (term.Term, error) {
	for _, doc := range a {
		if !inspect.IsDoc(doc) {
			return nil, errClause
		}
	}
	inner := term.Tuple{term.Atom("doc_nest"), a[1], term.Int(1), term.Atom("always")}
	return term.Tuple{term.Atom("doc_cons"), term.Tuple{term.Atom("doc_cons"), a[0], inner}, a[2]}, nil
}

func algebraToDoc(self *process.Process, a []term.Term) (term.Term, error) {
	opts, ok := isStruct(a[1], "Elixir.Inspect.Opts")
	if !ok {
		return nil, errClause
	}
	doc, err := inspect.Doc(a[0], optionsOf(self, opts))
	return doc, inspectFailure(err)
}

func protocolInspect(self *process.Process, a []term.Term) (term.Term, error) {
	opts, ok := isStruct(a[1], "Elixir.Inspect.Opts")
	if !ok {
		return nil, errClause
	}
	doc, err := inspect.ImplDoc(a[0], optionsOf(self, opts))
	return doc, inspectFailure(err)
}

func algebraFormat(_ *process.Process, a []term.Term) (term.Term, error) {
	width, ok := a[1].(term.Int)
	if a[1] == term.Term(term.Infinity) {
		width, ok = -1, true
	} else if width < 0 {
		ok = false
	}
	if !ok || !inspect.IsDoc(a[0]) {
		return nil, errClause
	}
	parts, ok := inspect.FormatDoc(a[0], int(width))
	if !ok {
		return nil, exception.Raise(term.Atom("function_clause"))
	}
	return stringList(parts), nil
}
