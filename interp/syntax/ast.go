package syntax

import "math/big"

// Pos is a place in the source: line and column count from 1, the column in
// code points.
type Pos struct {
	Line   int
	Column int
}

// Position returns the place itself; it makes every node that embeds a Pos
// answer for its own place.
func (p Pos) Position() Pos { return p }

// NameMark begins what the compiler puts behind the names of variables, so that those
// of a macro differ from those of its caller.
const NameMark = "@"

// Node is a node of the tree. The set is closed: only the types of this
// package are nodes, and all of them are pointers.
type Node interface {
	Position() Pos
	node()
}

// File is the result of a parse: the name the source was given and its
// expressions. An empty source has an empty *Block as body; a source of one
// expression has that expression. Warnings are what the compiler would say
// about the text itself, in the order of the text.
type File struct {
	Name     string
	Body     Node
	Warnings []Warning
	Comments []Comment
}

// Comment is a comment with the numbers of line ends between it and what is
// before and behind it.
type Comment struct {
	Pos
	Text                     string
	LinesBefore, LinesBehind int
}

// Warning is a remark about a source that is correct all the same.
type Warning struct {
	Pos
	Message string
}

// Part is a piece of a string-like literal: text with the escapes already
// replaced, or, if Expr is not nil, the expression of a #{...}.
type Part struct {
	Text string
	Expr Node
}

// Literals.
type (
	// Int is an integer. Big is nil unless the value is too large for Value.
	Int struct {
		Pos
		Value int64
		Big   *big.Int
	}

	// Float is a floating point number.
	Float struct {
		Pos
		Value float64
	}

	// Atom is an atom without interpolation, with nil, true and false among
	// them. :"two words" is an Atom, too.
	Atom struct {
		Pos
		Name string
	}

	// QuotedAtom is an atom with interpolation, :"a#{b}".
	QuotedAtom struct {
		Pos
		Parts []Part
	}

	// String is a binary in double quotes or a """ heredoc. It has one part, of
	// text, unless there is an interpolation; text between two interpolations
	// may be missing or empty.
	String struct {
		Pos
		Parts []Part
	}

	// Charlist is a list of code points in single quotes or a ''' heredoc.
	Charlist struct {
		Pos
		Parts []Part
	}

	// Sigil is ~r/x/i and its like. The parts of a lower case sigil may be
	// interpolations and its escapes are kept as written, as in Elixir, where
	// the sigil's macro unescapes; see [Unescape].
	Sigil struct {
		Pos
		Name      byte
		Parts     []Part
		Modifiers string
		Delimiter string // the opening delimiter: / | " ' ( [ { < """ '''
	}

	// Handle is a #PID<0.1.2>, #Reference<0.1.2.3> or #Port<0.1>, read only
	// if [Options] allows it.
	Handle struct {
		Pos
		Kind    string // "PID", "Reference" or "Port"
		Numbers []uint64
	}
)

// Containers.
type (
	// Tuple is {a, b}. Keywords without brackets are its last element as
	// *Keywords.
	Tuple struct {
		Pos
		Elems []Node
	}

	// List is [a, b] or, with a Tail, [a, b | tail]. A keyword a: 1 stands in
	// Elems as a *Pair, which means the 2-tuple {:a, 1}.
	List struct {
		Pos
		Elems []Node
		Tail  Node
	}

	// Pair is a key with its value: key: value (the key is an *Atom or a
	// *QuotedAtom) or, with Arrow, key => value. It occurs in *List,
	// *Keywords, *Map and *Struct only.
	Pair struct {
		Pos
		Key   Node
		Value Node
		Arrow bool
	}

	// Keywords is a keyword list without brackets, the last argument of a
	// call or the last element of a tuple. It means a list of 2-tuples.
	Keywords struct {
		Pos
		Pairs []*Pair
	}

	// Map is %{k => v, a: 1}. The elements are *Pair; anything else is
	// grammatical but meaningless outside of quote. With a Base it is the
	// update %{base | k => v}.
	Map struct {
		Pos
		Base  Node
		Elems []Node
	}

	// Struct is %Name{...}; Fields is its map part, possibly an update. Name
	// is an *Alias, or a pattern like %name{} or %_{}.
	Struct struct {
		Pos
		Name   Node
		Fields *Map
	}

	// Bitstring is <<a, b::size(8)>>. A segment with a specification is a
	// *Binary with operator "::".
	Bitstring struct {
		Pos
		Segments []Node
	}

	// Range is first..last or first..last//step; Step is nil without a step.
	// The bare .. has neither First nor Last.
	Range struct {
		Pos
		First, Last, Step Node
	}
)

// Names and calls.
type (
	// Alias is Foo.Bar. Base is nil, or the expression the alias starts with,
	// as in __MODULE__.Bar.
	Alias struct {
		Pos
		Base  Node
		Names []string
	}

	// Var is a bare name: a variable or, if there is none, a local call
	// without arguments. __MODULE__ and its kin are Vars, as is the operator
	// in &+/2. What stands behind a NameMark in the name is not written. Called says that a call is as good as a variable, as quote says
	// of names that are imported where it stands.
	Var struct {
		Pos
		Name   string
		Called bool
	}

	// Call is a call by name: local if Target is nil, else Target.Name.
	// Keywords without brackets are the last argument as *Keywords. Parens
	// says whether parentheses were written: m.f has none, m.f() has.
	Call struct {
		Pos
		Target Node
		Name   string
		Args   []Node
		Parens bool
		Do     *DoBlock
	}

	// AnonCall is fun.(args).
	AnonCall struct {
		Pos
		Fun  Node
		Args []Node
		Do   *DoBlock
	}

	// Apply is a second pair of parentheses after a call, f(x)(y). It means
	// something with unquote only.
	Apply struct {
		Pos
		Fun  Node
		Args []Node
		Do   *DoBlock
	}

	// MultiAlias is Foo.{Bar, Baz}.
	MultiAlias struct {
		Pos
		Base  Node
		Elems []Node
	}

	// Access is x[key].
	Access struct {
		Pos
		X, Key Node
	}

	// Attribute is @name or, with a Value, @name value. Any other use of the
	// operator @ is a *Unary.
	Attribute struct {
		Pos
		Name  string
		Value Node
		// Quoted says that a macro made it.
		Quoted bool
	}
)

// Operators and functions.
type (
	// Unary is an operator before its operand: ! not + - ~~~ @ (see
	// *Attribute), and "not" for both "not a in b" and "a not in b", over a
	// *Binary "in".
	Unary struct {
		Pos
		Op string
		X  Node
	}

	// Binary is an operator between its operands; Op is as written, among
	// them "=", "<-", "\\", "::", "|", "when", "and", "in" and "=>" no more
	// than in a *Pair. Pos is the place of the operator.
	Binary struct {
		Pos
		Op          string
		Left, Right Node
	}

	// Pin is ^x.
	Pin struct {
		Pos
		X Node
	}

	// Capture is &f/1, &M.f/1 or &(&1 + 1).
	Capture struct {
		Pos
		X Node
	}

	// CaptureArg is &1.
	CaptureArg struct {
		Pos
		Index int
	}

	// Fn is fn clauses end.
	Fn struct {
		Pos
		Clauses []*Clause
	}

	// Clause is args when guard -> body. Guard is nil if there is none; "a
	// when b when c" has the *Binary "when" of b and c as guard. A Body that
	// was left out is the atom nil.
	Clause struct {
		Pos
		Args  []Node
		Guard Node
		Body  Node
	}

	// Stab is a sequence of clauses, the body of a case or a (x -> y).
	Stab struct {
		Pos
		Clauses []*Clause
	}

	// Block is a sequence of expressions, (a; b), with any number of them but
	// one; (not x) and (!x) are Blocks of one, as in Elixir. Parens tells one in
	// parentheses, whose position is theirs.
	Block struct {
		Pos
		Exprs  []Node
		Parens bool
	}
)

// DoBlock is do ... end with its sections, in the order written; the first is
// "do", the others are among else, rescue, catch and after.
type DoBlock struct {
	Pos
	Sections []Section
}

// Section is a part of a do block. Body is a *Stab if the section consists of
// clauses, an empty *Block if it is empty, else its expression or a *Block.
type Section struct {
	Pos
	Name string
	Body Node
}

func (*Int) node()        {}
func (*Float) node()      {}
func (*Atom) node()       {}
func (*QuotedAtom) node() {}
func (*String) node()     {}
func (*Charlist) node()   {}
func (*Sigil) node()      {}
func (*Handle) node()     {}
func (*Tuple) node()      {}
func (*List) node()       {}
func (*Pair) node()       {}
func (*Keywords) node()   {}
func (*Map) node()        {}
func (*Struct) node()     {}
func (*Bitstring) node()  {}
func (*Range) node()      {}
func (*Alias) node()      {}
func (*Var) node()        {}
func (*Call) node()       {}
func (*AnonCall) node()   {}
func (*Apply) node()      {}
func (*MultiAlias) node() {}
func (*Access) node()     {}
func (*Attribute) node()  {}
func (*Unary) node()      {}
func (*Binary) node()     {}
func (*Pin) node()        {}
func (*Capture) node()    {}
func (*CaptureArg) node() {}
func (*Fn) node()         {}
func (*Clause) node()     {}
func (*Stab) node()       {}
func (*Block) node()      {}

// Constant joins the parts of a literal. It reports false if one of them is
// an interpolation.
func Constant(parts []Part) (string, bool) {
	if len(parts) == 1 && parts[0].Expr == nil {
		return parts[0].Text, true
	}
	return "", false
}

// Sections takes the arguments of a call apart into those that come before
// its do block and the sections of the block, whether they were written as
// do ... end or as do: and else: keywords. Keywords other than sections stay
// with the arguments; a call without a block has no sections.
func Sections(args []Node, do *DoBlock) ([]Node, []Section) {
	if do != nil {
		return args, do.Sections
	}
	if len(args) == 0 {
		return args, nil
	}
	last := len(args) - 1
	rest, sections := splitPairs(KeywordPairs(args[last]))
	if len(sections) == 0 {
		return args, nil
	}
	args = args[:last:last]
	if len(rest) > 0 {
		args = append(args, &Keywords{Pos: rest[0].Pos, Pairs: rest})
	}
	return args, sections
}

// KeywordPairs returns the pairs of a keyword list with or without brackets, or
// nil if n is none.
func KeywordPairs(n Node) []*Pair {
	switch n := n.(type) {
	case *Keywords:
		return n.Pairs
	case *List:
		pairs := make([]*Pair, 0, len(n.Elems))
		for _, e := range n.Elems {
			p, ok := e.(*Pair)
			if t, isTuple := e.(*Tuple); isTuple && len(t.Elems) == 2 {
				if key, isAtom := t.Elems[0].(*Atom); isAtom {
					p, ok = &Pair{Pos: t.Pos, Key: key, Value: t.Elems[1]}, true
				}
			}
			if !ok {
				return nil
			}
			pairs = append(pairs, p)
		}
		return pairs
	}
	return nil
}

// splitPairs tells the do block sections among pairs from the others. There
// are no sections without a do.
func splitPairs(pairs []*Pair) (rest []*Pair, sections []Section) {
	hasDo := false
	for _, p := range pairs {
		name, ok := sectionName(p.Key)
		if !ok {
			rest = append(rest, p)
			continue
		}
		hasDo = hasDo || name == "do"
		sections = append(sections, Section{Pos: p.Pos, Name: name, Body: p.Value})
	}
	if !hasDo {
		return pairs, nil
	}
	return rest, sections
}

func sectionName(key Node) (string, bool) {
	a, ok := key.(*Atom)
	if !ok {
		return "", false
	}
	switch a.Name {
	case "do", "else", "rescue", "catch", "after":
		return a.Name, true
	}
	return "", false
}
