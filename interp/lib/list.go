package lib

import (
	"slices"
	"strconv"
	"strings"

	"gex/runtime/code"
	"gex/runtime/exception"
	"gex/runtime/process"
	"gex/runtime/term"
)

func listModule() Module {
	return Module{
		Name: "Elixir.List",
		Doc:  "Functions on lists, which are chains of cells: the front is near, the end is far.",
		Functions: []Function{
			{"first", `list, default \\ nil`, "The first element, or `default` of an empty list.", listFirst},
			{"last", "list", "The last element, nil of an empty list.", listLastOne},
			{"last", "list, default", "The last element, or `default` of an empty list.", listLast},
			{"flatten", "list", "The elements of the list and of all lists inside.", listFlatten},
			{"flatten", "list, tail", "As `flatten/1`, with `tail` at the end.", listFlattenTail},
			{"foldl", "list, acc, fun", "Folds from the left.", listFoldl},
			{"foldr", "list, acc, fun", "Folds from the right.", listFoldr},
			{"delete", "list, element", "The list without the first `element`.", listDelete},
			{"delete_at", "list, index", "The list without the element at `index`.", listDeleteAt},
			{"insert_at", "list, index, value", "The list with `value` at `index`.", listInsertAt},
			{"replace_at", "list, index, value", "The list with the element at `index` replaced.", listReplaceAt},
			{"update_at", "list, index, fun", "The list with `fun` applied to the element at `index`.", listUpdateAt},
			{"pop_at", `list, index, default \\ nil`, "`{element, rest}` for the element at `index`.", listPopAt},
			{"duplicate", "elem, n", "A list of `n` times the same element.", listDuplicate},
			{"wrap", "term", "A list stays what it is, nil becomes [], anything else `[term]`.", pure1(listWrap)},
			{"zip", "list_of_lists", "The first elements as a tuple, the second and so on, as long as the shortest list.", listZip},
			{"to_tuple", "list", "The elements as a tuple.", listToTuple},
			{"to_string", "list", "The characters of the list as a string.", listToString},
			{"to_charlist", "list", "The characters of the list, flat.", listToCharlist},
			{"to_atom", "charlist", "The atom with that name.", listToAtom},
			{"to_existing_atom", "charlist", "The atom with that name, if there is one.", listToExisting},
			{"to_integer", "charlist", "The integer written in the list.", listToInteger},
			{"to_integer", "charlist, base", "The integer written in the list in a base from 2 to 36.", listToIntegerBase},
			{"to_float", "charlist", "The float written in the list.", listToFloat},
			{"keyfind", `list, key, position, default \\ nil`, "The first tuple with `key` at `position`.", listKeyfind},
			{"keyfind!", "list, key, position", "The first tuple with `key` at `position`; raises if there is none.", listMustKeyfind},
			{"keymember?", "list, key, position", "Whether a tuple has `key` at `position`.", listKeymember},
			{"keydelete", "list, key, position", "The list without the first tuple with `key` at `position`.", listKeydelete},
			{"keyreplace", "list, key, position, new_tuple", "The list with the first such tuple replaced.", listKeyreplace},
			{"keystore", "list, key, position, new_tuple", "As `keyreplace/4`, but adds the tuple if there is none.", listKeystore},
			{"keysort", `list, position, sorter \\ :asc`, "The tuples in the order of the elements at `position`.", listKeysort},
			{"myers_difference", "list1, list2", "How to make `list2` of `list1`: `:eq`, `:del` and `:ins`.", listDifference},
			{"myers_difference", "list1, list2, diff_script", "As `myers_difference/2`; `diff_script` may compare elements that differ.", listDifference},
			{"keytake", "list, key, position", "`{tuple, rest}`, or nil.", listKeytake},
			{"starts_with?", "list, prefix", "Whether the list begins with `prefix`.", listStartsWith},
			{"improper?", "list", "Whether the list ends in something else than [].", test(listImproper)},
			{"ascii_printable?", `list, limit \\ :infinity`, "Whether all elements are printable ASCII characters.", listPrintable},
		},
	}
}

func listFirst(_ *process.Process, a []term.Term) (term.Term, error) {
	switch l := a[0].(type) {
	case *term.Cons:
		return l.Head, nil
	case term.EmptyList:
		return a[1], nil
	}
	return nil, errClause
}

func listLast(self *process.Process, a []term.Term) (term.Term, error) {
	list, ok := term.Slice(a[0])
	if !ok {
		return nil, noLast(self, a, 0)
	}
	if len(list) == 0 {
		return a[1], nil
	}
	return list[len(list)-1], nil
}

// listLastOne is List.last/1, which has the first step of last/2 in it.
func listLastOne(self *process.Process, a []term.Term) (term.Term, error) {
	if _, proper := term.Slice(a[0]); !proper {
		return nil, noLast(self, args{a[0], term.Nil}, 1)
	}
	return listLast(self, args{a[0], term.Nil})
}

// noLast is the exception of List.last/2 for what is no list, or is one that does
// not end. The compiler put the function into itself once, so that every other
// step is a case in the step before; inlined is 1 if the first one is.
func noLast(self *process.Process, a args, inlined int) error {
	elements, tail := term.SliceWithTail(a[0])
	left := args{tail, a[1]}
	if (len(elements)+inlined)%2 == 0 {
		return noClause(self, "Elixir.List", "last", left)
	}
	arity := 2
	if len(elements) < inlined {
		arity = 1
	}
	return caseClause(term.Tuple(left)).In(at("List", "last", arity, "list.ex", 320))
}

func listFlatten(self *process.Process, a []term.Term) (term.Term, error) {
	return listFlattenTail(self, args{a[0], term.Empty})
}

func listFlattenTail(self *process.Process, a []term.Term) (term.Term, error) {
	var out []term.Term
	if !flattenInto(&out, a[0]) || !term.IsList(a[1]) {
		return nil, noClause(self, "lists", "flatten", a[:1])
	}
	return term.ListWithTail(out, a[1]), nil
}

func flattenInto(out *[]term.Term, t term.Term) bool {
	for {
		switch cell := t.(type) {
		case term.EmptyList:
			return true
		case *term.Cons:
			if term.IsList(cell.Head) {
				if !flattenInto(out, cell.Head) {
					return false
				}
			} else {
				*out = append(*out, cell.Head)
			}
			t = cell.Tail
		default:
			return false
		}
	}
}

func listFoldl(self *process.Process, a []term.Term) (term.Term, error) {
	if !term.IsList(a[0]) || !isFun(a[2], 2) {
		return nil, errClause
	}
	return enumReduce(self, a)
}

func listFoldr(self *process.Process, a []term.Term) (term.Term, error) {
	list, ok := term.Slice(a[0])
	if !ok || !isFun(a[2], 2) {
		return nil, errClause
	}
	list = slices.Clone(list)
	slices.Reverse(list)
	return enumReduce(self, args{term.List(list...), a[1], a[2]})
}

func listDelete(_ *process.Process, a []term.Term) (term.Term, error) {
	list, ok := term.Slice(a[0])
	if !ok {
		return nil, errClause
	}
	i := slices.IndexFunc(list, func(x term.Term) bool { return term.Same(x, a[1]) })
	if i < 0 {
		return a[0], nil
	}
	return term.List(slices.Delete(slices.Clone(list), i, i+1)...), nil
}

// listAt decodes a list and an index into it, which may be negative; the
// index is -1 when there is no such element.
func listAt(a args) ([]term.Term, int, error) {
	list, ok := term.Slice(a[0])
	index, isInt := intAt(a, 1)
	if !ok || !isInt {
		return nil, 0, errClause
	}
	if index < 0 {
		index += len(list)
	}
	if index < 0 || index >= len(list) {
		index = -1
	}
	return slices.Clone(list), index, nil
}

func listDeleteAt(_ *process.Process, a []term.Term) (term.Term, error) {
	list, i, err := listAt(a)
	if err != nil || i < 0 {
		return a[0], err
	}
	return term.List(slices.Delete(list, i, i+1)...), nil
}

func listInsertAt(_ *process.Process, a []term.Term) (term.Term, error) {
	list, ok := term.Slice(a[0])
	i, isInt := intAt(a, 1)
	if !ok || !isInt {
		return nil, errClause
	}
	if i < 0 {
		i = max(len(list)+i+1, 0)
	}
	return term.List(slices.Insert(slices.Clone(list), min(i, len(list)), a[2])...), nil
}

func listReplaceAt(_ *process.Process, a []term.Term) (term.Term, error) {
	list, i, err := listAt(a)
	if err != nil || i < 0 {
		return a[0], err
	}
	list[i] = a[2]
	return term.List(list...), nil
}

func listUpdateAt(self *process.Process, a []term.Term) (term.Term, error) {
	list, i, err := listAt(a)
	if err != nil || i < 0 {
		return a[0], err
	}
	list[i], err = code.Call(self, a[2], list[i])
	return term.List(list...), err
}

func listPopAt(_ *process.Process, a []term.Term) (term.Term, error) {
	list, i, err := listAt(a)
	if err != nil || i < 0 {
		return term.Tuple{a[2], a[0]}, err
	}
	popped := list[i]
	return term.Tuple{popped, term.List(slices.Delete(list, i, i+1)...)}, nil
}

// cellSize is what an element of a list takes while the list is made.
const cellSize = 48

func listDuplicate(self *process.Process, a []term.Term) (term.Term, error) {
	n, ok := intAt(a, 1)
	if !ok || n < 0 {
		return nil, errClause
	}
	if err := self.Reserve(n, cellSize); err != nil {
		return nil, err
	}
	return term.List(slices.Repeat([]term.Term{a[0]}, n)...), nil
}

func listWrap(t term.Term) term.Term {
	switch {
	case term.IsList(t):
		return t
	case t == term.Term(term.Nil):
		return term.Empty
	}
	return term.List(t)
}

func listToTuple(_ *process.Process, a []term.Term) (term.Term, error) {
	list, ok := term.Slice(a[0])
	if !ok {
		return nil, badarg("erlang", "list_to_tuple", a...)
	}
	return term.Tuple(list), nil
}

func listToString(self *process.Process, a []term.Term) (term.Term, error) {
	if !term.IsList(a[0]) {
		return nil, errClause
	}
	text, err := charsToString(self, a[0])
	return term.Binary(text), err
}

// listZip is Enum.zip/1 that takes tuples for lists.
func listZip(self *process.Process, a []term.Term) (term.Term, error) {
	rows, proper := term.Slice(a[0])
	if !proper {
		return enumZip(self, a)
	}
	lists := make([]term.Term, len(rows))
	for i, row := range rows {
		lists[i] = row
		if tuple, ok := row.(term.Tuple); ok {
			lists[i] = term.List(tuple...)
		}
	}
	return enumZip(self, args{term.List(lists...)})
}

func listToCharlist(self *process.Process, a []term.Term) (term.Term, error) {
	if !term.IsList(a[0]) {
		return nil, errClause
	}
	if _, ok := readChardata(a[0]); !ok {
		return nil, exception.ArgumentError("cannot convert the given list to a charlist.\n\n"+
			"To be converted to a charlist, a list must contain only:\n\n"+
			"  * strings\n"+
			"  * integers representing Unicode code points\n"+
			"  * or a list containing one of these three elements\n\n"+
			"Please check the given list or call inspect/1 to get the list representation, got:\n\n%s\n", shown(self, a[0])).
			In(at("List", "to_charlist", 1, "list.ex", 1137))
	}
	text, err := charsToString(self, a[0])
	return term.Charlist(text), err
}

// listText reads a charlist for a built-in of erlang.
func listText(function string, a args) (string, error) {
	var b strings.Builder
	if !term.IsList(a[0]) || !writeChars(&b, a[0]) {
		return "", badarg("erlang", function, a[0])
	}
	return b.String(), nil
}

func listToAtom(self *process.Process, a []term.Term) (term.Term, error) {
	text, err := listText("list_to_atom", a)
	if err != nil {
		return nil, err
	}
	return made(self, term.Atom(text)), nil
}

func listToInteger(_ *process.Process, a []term.Term) (term.Term, error) {
	text, err := listText("list_to_integer", a)
	if err != nil {
		return nil, err
	}
	if n, ok := parseInteger(text, 10); ok {
		return n, nil
	}
	return nil, badarg("erlang", "list_to_integer", a[0])
}

func listToIntegerBase(_ *process.Process, a []term.Term) (term.Term, error) {
	text, err := listText("list_to_integer", a[:1])
	if err != nil {
		return nil, badarg("erlang", "list_to_integer", a...)
	}
	base, ok := intAt(a, 1)
	if ok && base >= 2 && base <= 36 {
		if n, valid := parseInteger(text, base); valid {
			return n, nil
		}
	}
	return nil, badarg("erlang", "list_to_integer", a...)
}

func listToFloat(_ *process.Process, a []term.Term) (term.Term, error) {
	text, err := listText("list_to_float", a)
	if err != nil {
		return nil, err
	}
	if f, err := strconv.ParseFloat(text, 64); err == nil && strings.Contains(text, ".") {
		return term.Float(f), nil
	}
	return nil, badarg("erlang", "list_to_float", a[0])
}

func listStartsWith(_ *process.Process, a []term.Term) (term.Term, error) {
	list, ok1 := term.Slice(a[0])
	prefix, ok2 := term.Slice(a[1])
	if !ok1 || !ok2 {
		return nil, errClause
	}
	if len(prefix) > len(list) {
		return term.False, nil
	}
	return term.Bool(slices.EqualFunc(list[:len(prefix)], prefix, term.Same)), nil
}

func listImproper(t term.Term) bool {
	_, proper := term.Slice(t)
	return term.IsList(t) && !proper
}

func listPrintable(_ *process.Process, a []term.Term) (term.Term, error) {
	limit, ok := intAt(a, 1)
	if !term.IsList(a[0]) || limit < 0 || !ok && a[1] != term.Term(term.Atom("infinity")) {
		return nil, errClause
	}
	list := a[0]
	for left := limit; !ok || left > 0; left-- {
		cell, isCell := list.(*term.Cons)
		if !isCell {
			return term.Bool(list == term.Term(term.Empty)), nil
		}
		n, isInt := cell.Head.(term.Int)
		if !isInt || !(n >= 32 && n <= 126 || n >= 7 && n <= 13 || n == 27) {
			return term.False, nil
		}
		list = cell.Tail
	}
	return term.True, nil
}

// badmatch is the exception of a match within a library function.
func badmatch(t term.Term) *exception.Error {
	return exception.Raise(term.Tuple{term.Atom("badmatch"), t})
}
