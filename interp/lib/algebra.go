package lib

import (
	"strings"

	"gex/runtime/inspect"
	"gex/runtime/process"
	"gex/runtime/term"
)

// algebraModule is Inspect.Algebra for implementations of Inspect. A document
// is a string here: it is laid out when it is made, on one line but for the
// lines that are asked for.
var algebraModule = Module{
	Name: "Elixir.Inspect.Algebra",
	Doc:  "What implementations of Inspect are made of. Documents are strings.",
	Functions: []Function{
		{"empty", "", "The empty document.", constantText("")},
		{"line", "", "A line break.", constantText("\n")},
		{"break", `string \\ " "`, "A place where a line may be broken; here the string.", docOf},
		{"string", "string", "A string as a document.", docOf},
		{"group", `doc, mode \\ :self`, "The document itself.", docOf},
		{"nest", `doc, level, mode \\ :always`, "The document itself.", docOf},
		{"color", "doc, color_key, opts", "The document itself.", docOf},
		{"concat", "docs", "The documents of a list, one behind the other.", docOf},
		{"concat", "doc1, doc2", "Two documents, one behind the other.", joinedBy("")},
		{"space", "doc1, doc2", "Two documents with a space between.", joinedBy(" ")},
		{"line", "doc1, doc2", "Two documents with a line break between.", joinedBy("\n")},
		{"glue", `doc1, break_string \\ " ", doc2`, "Two documents with a string between.", algebraGlue},
		{"to_doc", "term, opts", "A term as `inspect/2` has it.", algebraToDoc},
	},
}

// algebraOptions are the options that implementations of Inspect are given.
var algebraOptions = structOf("Elixir.Inspect.Opts",
	pair("base", term.Atom("decimal")), pair("binaries", term.Atom("infer")), pair("char_lists", term.Atom("infer")),
	pair("charlists", term.Atom("infer")), pair("custom_options", term.Empty), pair("limit", term.Int(50)),
	pair("pretty", term.False), pair("printable_limit", term.Int(4096)), pair("safe", term.True),
	pair("structs", term.True), pair("syntax_colors", term.Empty), pair("width", term.Int(80)))

// docText is the text of a document: a string, or a list of documents.
func docText(doc term.Term) (string, bool) {
	switch doc := doc.(type) {
	case term.Binary:
		return string(doc), true
	case term.EmptyList:
		return "", true
	case *term.Cons:
		var b strings.Builder
		for e := range term.Elements(doc) {
			text, ok := docText(e)
			if !ok {
				return "", false
			}
			b.WriteString(text)
		}
		return b.String(), true
	}
	return "", false
}

func constantText(text string) process.Func {
	return func(*process.Process, []term.Term) (term.Term, error) { return term.Binary(text), nil }
}

func docOf(_ *process.Process, a []term.Term) (term.Term, error) {
	text, ok := docText(a[0])
	if !ok {
		return nil, errClause
	}
	return term.Binary(text), nil
}

func joinedBy(between string) process.Func {
	return func(_ *process.Process, a []term.Term) (term.Term, error) {
		first, ok1 := docText(a[0])
		second, ok2 := docText(a[1])
		if !ok1 || !ok2 {
			return nil, errClause
		}
		return term.Binary(first + between + second), nil
	}
}

func algebraGlue(self *process.Process, a []term.Term) (term.Term, error) {
	between, ok := a[1].(term.Binary)
	if !ok {
		return nil, errClause
	}
	return joinedBy(string(between))(self, args{a[0], a[2]})
}

func algebraToDoc(self *process.Process, a []term.Term) (term.Term, error) {
	return term.Binary(inspect.Inspect(a[0], InspectOptions(self.Node()))), nil
}
