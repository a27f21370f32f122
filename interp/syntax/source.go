package syntax

import "strings"

// The way from a tree to its source is that of Elixir, because the result has
// to be the same to the last blank. First the tree becomes what is left of it
// in a quoted expression (source_form.go, source_lower.go): the formatter asks
// whether something has the form of an operator, of keywords or of a charlist,
// never how it was written, and of lines it knows those of calls only. The
// forms become documents (source_format.go and the files of its constructs)
// in the algebra of source_doc.go, which source_layout.go breaks into lines.
// This algebra has more to it than the one that values are inspected with: a
// list or function that is the last argument may decide whether the line fits.

// sourceWidth is the width for which Elixir formats code.
const sourceWidth = 98

// Source writes a tree as source, exactly as Macro.to_string/1 of Elixir 1.14
// does with the quoted expression: formatted, for lines of 98 columns, with
// do blocks for do: keywords and whatever else the quoted form does not keep.
func Source(n Node) string {
	var w formatter
	return render(w.block(lower{}.node(n)), sourceWidth)
}

// ClauseHead writes the head of a function clause as the blame of a
// FunctionClauseError lists it: def f(x, 1) when is_list(x) and y or z. Kind
// is "def" or its like. The operands of and and or have no parentheses there;
// a guard of several whens is the *Binary of them, and nil is no guard.
func ClauseHead(kind, name string, params []Node, guard Node) string {
	words := make([]string, len(params))
	for i, p := range params {
		words[i] = Source(p)
	}
	head := kind + " " + name + "(" + strings.Join(words, ", ") + ")"
	for guard != nil {
		first := guard
		guard = nil
		if when, ok := first.(*Binary); ok && when.Op == "when" {
			first, guard = when.Left, when.Right
		}
		head += " when " + guardText(first)
	}
	return head
}

func guardText(n Node) string {
	if b, ok := n.(*Binary); ok && (b.Op == "and" || b.Op == "or") {
		return guardText(b.Left) + " " + b.Op + " " + guardText(b.Right)
	}
	return Source(n)
}
