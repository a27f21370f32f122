package lib

import (
	"gex/runtime/code"
	"gex/runtime/inspect"
	"gex/runtime/process"
	"gex/runtime/term"
)

// algebraContainer is container_doc/6.
func algebraContainer(self *process.Process, a []term.Term) (term.Term, error) {
	left, right := a[0], a[2]
	opts, isMap := a[3].(*term.Map)
	fun, isFun := a[4].(*term.Fun)
	if !inspect.IsDoc(left) || !inspect.IsDoc(right) || !term.IsList(a[1]) || !isFun || fun.Arity != 2 || !term.IsList(a[5]) {
		return nil, errClause
	}
	if a[1] == term.Term(term.Empty) {
		return algebraConcat(left, right)
	}
	if !isMap {
		return nil, badmap(a[3])
	}
	c := containerDocs{self: self, opts: opts, fun: fun, simple: true}
	limit, _ := opts.Get(term.Atom("limit"))
	if err := c.each(a[1], limit); err != nil {
		return nil, err
	}
	mode, ok := term.KeywordGet(a[5], "break")
	if !ok {
		mode = term.Atom("maybe")
	}
	separator, ok := term.KeywordGet(a[5], "separator")
	if !ok {
		separator = term.Binary(",")
	}
	flex := mode == term.Term(term.Atom("flex")) || mode == term.Term(term.Atom("maybe")) && c.simple
	docs := c.docs[len(c.docs)-1]
	for i := len(c.docs) - 2; i >= 0; i-- {
		docs = algebraJoin(c.docs[i], docs, flex, separator)
	}
	return algebraBrackets(left, docs, right, flex), nil
}

// algebraBrackets puts the documents of the elements between two others.
func algebraBrackets(left, docs, right term.Term, flex bool) term.Term {
	nest := func(doc term.Term, n int) term.Term {
		return term.Tuple{term.Atom("doc_nest"), doc, term.Int(n), term.Atom("always")}
	}
	var doc term.Term
	if flex {
		doc = docConsOf(docConsOf(left, nest(docs, 1)), right)
	} else {
		empty := algebraBreak("", "strict")
		doc = docConsOf(nest(docConsOf(left, docConsOf(empty, docs)), 2), docConsOf(empty, right))
	}
	return term.Tuple{term.Atom("doc_group"), doc, term.Atom("self")}
}

func docConsOf(left, right term.Term) term.Term {
	return term.Tuple{term.Atom("doc_cons"), left, right}
}

// algebraJoin puts a separator and a break between two documents, unless one
// is empty.
func algebraJoin(left, right term.Term, flex bool, separator term.Term) term.Term {
	switch {
	case right == term.Term(inspect.DocNil):
		return left
	case left == term.Term(inspect.DocNil):
		return right
	}
	mode := term.Atom("strict")
	if flex {
		mode = "flex"
	}
	return docConsOf(docConsOf(left, separator), docConsOf(algebraBreak(" ", mode), right))
}

// containerDocs makes the documents of the elements of a list.
type containerDocs struct {
	self   *process.Process
	opts   *term.Map
	fun    *term.Fun
	docs   []term.Term
	simple bool // whether all are mere words
}

func (c *containerDocs) each(list, limit term.Term) error {
	for {
		cell, ok := list.(*term.Cons)
		switch {
		case !ok:
			return nil
		case limit == term.Term(term.Int(0)):
			c.docs = append(c.docs, term.Binary("..."))
			return nil
		}
		after := limit
		if n, ok := limit.(term.Int); ok {
			after = n - 1
		}
		doc, err := c.element(cell.Head, after)
		if err != nil {
			return err
		}
		if !term.IsList(cell.Tail) {
			return c.improper(doc, cell.Tail, after)
		}
		c.docs = append(c.docs, doc)
		if doc != term.Term(inspect.DocNil) {
			limit = after
		}
		list = cell.Tail
	}
}

func (c *containerDocs) element(x, limit term.Term) (term.Term, error) {
	doc, err := code.Call(c.self, c.fun, x, c.opts.Put(term.Atom("limit"), limit))
	c.simple = c.simple && err == nil && inspect.IsWord(doc)
	return doc, err
}

func (c *containerDocs) improper(doc, tail, limit term.Term) error {
	right, err := c.element(tail, limit)
	if err != nil {
		return err
	}
	c.docs = append(c.docs, algebraJoin(doc, right, c.simple, term.Binary(" |")))
	return nil
}
