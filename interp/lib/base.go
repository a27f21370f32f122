package lib

import (
	"strings"

	"gex/runtime/exception"
	"gex/runtime/process"
	"gex/runtime/term"
)

func baseTable() Module {
	return Module{
		Name: "Elixir.Base",
		Doc:  "Bytes as text.",
		Functions: []Function{
			{"encode16", `data, opts \\ []`, "Two hexadecimal digits a byte; `case: :lower` for small letters.", inBase16.encode},
			{"decode16", `string, opts \\ []`, "`{:ok, bytes}`, or `:error`.", inBase16.decode},
			{"decode16!", `string, opts \\ []`, "The bytes; raises `ArgumentError`.", inBase16.mustDecode},
			{"encode32", `data, opts \\ []`, "The bytes in base 32.", inBase32.encode},
			{"decode32", `string, opts \\ []`, "`{:ok, bytes}`, or `:error`.", inBase32.decode},
			{"decode32!", `string, opts \\ []`, "The bytes; raises `ArgumentError`.", inBase32.mustDecode},
			{"hex_encode32", `data, opts \\ []`, "The bytes in base 32 with the digits 0 to V.", inHex32.encode},
			{"hex_decode32", `string, opts \\ []`, "`{:ok, bytes}`, or `:error`.", inHex32.decode},
			{"hex_decode32!", `string, opts \\ []`, "The bytes; raises `ArgumentError`.", inHex32.mustDecode},
			{"encode64", `data, opts \\ []`, "The bytes in base 64.", inBase64.encode},
			{"decode64", `string, opts \\ []`, "`{:ok, bytes}`, or `:error`.", inBase64.decode},
			{"decode64!", `string, opts \\ []`, "The bytes; raises `ArgumentError`.", inBase64.mustDecode},
			{"url_encode64", `data, opts \\ []`, "The bytes in base 64 for addresses.", inUrl64.encode},
			{"url_decode64", `string, opts \\ []`, "`{:ok, bytes}`, or `:error`.", inUrl64.decode},
			{"url_decode64!", `string, opts \\ []`, "The bytes; raises `ArgumentError`.", inUrl64.mustDecode},
		},
	}
}

// base is a way to write bytes: each character of the alphabet stands for a
// few bits, and = fills the last group.
type base struct {
	alphabet    string
	bits, group int // of a character; characters of a group
	oneCase     bool
	// name and noPads, a line, are those of the decoder that fails.
	name   string
	places *places
	noPads int
}

var (
	inBase16 = base{"0123456789ABCDEF", 4, 2, true, "decode16", nil, 0}
	inBase32 = base{"ABCDEFGHIJKLMNOPQRSTUVWXYZ234567", 5, 8, true, "decode32", placesOf32, 1209}
	inHex32  = base{"0123456789ABCDEFGHIJKLMNOPQRSTUV", 5, 8, true, "decode32hex", placesOf32, 1209}
	inBase64 = base{"ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/", 6, 4, false, "decode64base", placesOf64, 735}
	inUrl64  = base{"ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_", 6, 4, false, "decode64url", placesOf64, 735}
)

func padding(options term.Term) bool {
	value, ok := option(options, "padding")
	return !ok || term.Truthy(value)
}

// caseOf is the option case: upper by default.
func caseOf(options term.Term) (term.Atom, error) {
	value, ok := option(options, "case")
	if !ok {
		return "upper", nil
	}
	switch word, _ := value.(term.Atom); word {
	case "upper", "lower", "mixed":
		return word, nil
	}
	return "", exception.Raise(term.Tuple{term.Atom("case_clause"), value})
}

func (b base) encode(_ *process.Process, a []term.Term) (term.Term, error) {
	data, ok := a[0].(term.Binary)
	if !ok {
		return nil, errClause
	}
	letters, err := caseOf(a[1])
	if err != nil {
		return nil, exception.In(err, at("Base", "encode16", 2, "base.ex", 179))
	}
	var text strings.Builder
	bits, n := uint(0), 0
	for i := range len(data) {
		bits, n = bits<<8|uint(data[i]), n+8
		for n >= b.bits {
			n -= b.bits
			text.WriteByte(b.alphabet[bits>>n&(1<<b.bits-1)])
		}
	}
	if n > 0 {
		text.WriteByte(b.alphabet[bits<<(b.bits-n)&(1<<b.bits-1)])
	}
	for padding(a[1]) && text.Len()%b.group != 0 {
		text.WriteByte('=')
	}
	if b.oneCase && letters == "lower" {
		return term.Binary(strings.ToLower(text.String())), nil
	}
	return term.Binary(text.String()), nil
}

func (b base) decode(self *process.Process, a []term.Term) (term.Term, error) {
	bytes, err := b.mustDecode(self, a)
	switch {
	case err == errClause:
		return nil, err
	case err != nil && isArgumentError(err):
		return term.ErrorAtom, nil
	case err != nil:
		return nil, err
	}
	return okTuple(bytes), nil
}

func isArgumentError(err error) bool {
	_, ok := isStruct(exception.As(err).Reason, "Elixir.ArgumentError")
	return ok
}

func (b base) mustDecode(_ *process.Process, a []term.Term) (term.Term, error) {
	text, ok := a[0].(term.Binary)
	if !ok {
		return nil, errClause
	}
	letters, err := caseOf(a[1])
	if err != nil {
		return nil, exception.In(err, at("Base", "decode16!", 2, "base.ex", 305))
	}
	s := string(text)
	if value, _ := option(a[1], "ignore"); value == term.Term(term.Atom("whitespace")) {
		s = strings.Join(strings.Fields(s), "")
	}
	if b.group == 2 && len(s)%2 != 0 {
		return nil, exception.ArgumentError("string given to decode has wrong length. An even number of bytes was expected, got: %d. "+
			"Double check your string for unwanted characters or pad it accordingly", len(s)).In(at("Base", "decode16!", 2, "base.ex", 313))
	}
	return b.bytes(s, letters, padding(a[1]))
}

// bytes decodes what has the right number of characters.
func (b base) bytes(s string, letters term.Atom, padded bool) (term.Term, error) {
	name := b.name
	if b.oneCase {
		name += string(letters)
	}
	if padded && len(s)%b.group != 0 {
		if err := b.misplaced(name, s, letters); err != nil {
			return nil, err
		}
		return nil, exception.ArgumentError("incorrect padding").In(at("Base", name+"!", 2, "base.ex", b.noPads))
	}
	digits := s
	if b.places != nil {
		digits = s[:len(s)-b.places.padding(s)]
	}
	var out []byte
	bits, n := uint(0), 0
	for i := range len(digits) {
		v := b.digit(digits[i], letters)
		if v < 0 {
			return nil, b.badCharacter(name, s, i)
		}
		bits, n = bits<<b.bits|uint(v), n+b.bits
		if n >= 8 {
			n -= 8
			out = append(out, byte(bits>>n))
		}
	}
	if n >= b.bits {
		return nil, exception.ArgumentError("incorrect padding").In(at("Base", name+"!", 2, "base.ex", b.noPads))
	}
	return term.Binary(out), nil
}

// misplaced is the error of what is no digit before the last of the blocks of
// eight characters that are decoded at a time.
func (b base) misplaced(name, s string, letters term.Atom) error {
	for i := range (len(s) - 1) / 8 * 8 {
		if b.digit(s[i], letters) < 0 {
			return b.badCharacter(name, s, i)
		}
	}
	return nil
}

// badCharacter is the error of character i of s.
func (b base) badCharacter(name, s string, i int) error {
	return exception.ArgumentError("non-alphabet character found: %s (byte %d)", show(term.Binary(s[i:i+1])), s[i]).
		In(at("Base", "bad_character!", 1, "base.ex", 137)).In(b.framesAt(name+"!", s, i)...)
}

// framesAt are the frames of the decoder that looks at character i of s.
func (b base) framesAt(name, s string, i int) []exception.Frame {
	if b.places == nil {
		return []exception.Frame{hexFrame(name, s, i)}
	}
	return b.places.frames(name, s, i)
}

// digit is the value of a character, or -1.
func (b base) digit(c byte, letters term.Atom) int {
	if b.oneCase {
		switch lower := c >= 'a' && c <= 'z'; {
		case lower && letters == "upper", c >= 'A' && c <= 'Z' && letters == "lower":
			return -1
		case lower:
			c -= 'a' - 'A'
		}
	}
	return strings.IndexByte(b.alphabet, c)
}
