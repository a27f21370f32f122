package inspect

import (
	"math"

	"gex/runtime/term"
)

// Options says how to print; the zero value gives what inspect/1 gives, one
// line of at most 50 elements.
type Options struct {
	// Width is the width of a line for Pretty, 80 when 0, unlimited when negative.
	Width int
	// Limit is the number of elements of a container, 50 when 0, unlimited
	// when negative, none at all when it is None.
	Limit int
	// PrintableLimit is the number of characters of a string or charlist, 4096
	// when 0, unlimited when negative, none when it is None.
	PrintableLimit int
	// Base is the base of integers.
	Base Base
	// Charlists says how to print lists of integers.
	Charlists Charlists
	// Binaries says how to print binaries.
	Binaries Binaries
	// PlainStructs prints structs as maps, as structs: false does.
	PlainStructs bool
	// AnyStructs prints structs by their fields, as Inspect.Any does, also
	// those that are printed in a way of their own.
	AnyStructs bool
	// Pretty breaks lines at Width. IEx and IO.inspect do, inspect/1 does not.
	Pretty bool
	// Colors wraps tokens in escape sequences, or does not when nil.
	Colors *Colors
	// StructFields returns the names of the fields of a struct that somebody
	// declared, in the order of the declaration. It may be nil.
	StructFields func(module term.Atom) ([]string, bool)
	// Derived returns what a module derives of Inspect. It may be nil.
	Derived func(module term.Atom) (Derived, bool)
	// Customs may be nil.
	Customs Customs
	// Unsafe has the failure of an implementation of Inspect fail, which is
	// shown otherwise.
	Unsafe bool
	// CustomOptions, SyntaxColors and InspectFun are the options of these names
	// as implementations get them; nil for the defaults.
	CustomOptions, SyntaxColors term.Term
	InspectFun                  *term.Fun
}

// None is the limit 0, for which Options has no other way.
const None = math.MinInt

// Base is the base in which integers are printed.
type Base uint8

// The bases; all but decimal have a prefix as 0x.
const (
	Decimal Base = iota
	Binary
	Octal
	Hex
)

// Charlists is a way to print lists of integers.
type Charlists uint8

// The option charlists: of inspect/2.
const (
	InferCharlists Charlists = iota
	AsCharlists
	AsLists
)

// Binaries is a way to print binaries.
type Binaries uint8

// The option binaries: of inspect/2.
const (
	InferBinaries Binaries = iota
	AsStrings
	AsBinaries
)

// Colors holds the escape sequence before a token of each kind, and Reset,
// which follows it. A kind without a sequence is not wrapped at all.
type Colors struct {
	Atom, Binary, Boolean, Charlist, List, Map, Nil, Number, Regex, String, Tuple string
	Reset                                                                         string
}

const (
	sgrReset   = "\x1b[0m"
	sgrGreen   = "\x1b[32m"
	sgrYellow  = "\x1b[33m"
	sgrMagenta = "\x1b[35m"
	sgrCyan    = "\x1b[36m"
	sgrDefault = "\x1b[39m"
)

// IEx returns the colours of IEx, which resets to yellow, the colour of
// results, after each token.
func IEx() *Colors {
	c := Syntax()
	c.Reset = sgrReset + sgrYellow
	return c
}

// Syntax returns the colours of IO.ANSI.syntax_colors, which resets to none.
func Syntax() *Colors {
	return &Colors{
		Atom: sgrCyan, Binary: sgrDefault, Boolean: sgrMagenta, Charlist: sgrYellow,
		List: sgrDefault, Map: sgrDefault, Nil: sgrMagenta, Number: sgrYellow,
		String: sgrGreen, Tuple: sgrDefault, Reset: sgrReset,
	}
}

const (
	defaultWidth     = 80
	defaultLimit     = 50
	defaultPrintable = 4096
	unlimited        = -1
)

// resolve returns what the number of an option stands for, unlimited or at
// least 0.
func resolve(n, fallback int) int {
	switch {
	case n == None:
		return 0
	case n == 0:
		return fallback
	case n < 0:
		return unlimited
	}
	return n
}
