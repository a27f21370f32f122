package lib

import (
	"encoding/binary"
	"strings"
	"unicode/utf16"
	"unicode/utf8"

	"golang.org/x/text/unicode/norm"

	"gex/runtime/exception"
	"gex/runtime/process"
	"gex/runtime/term"
)

func unicodeTable() Module {
	return Module{
		Name: "unicode",
		Doc:  "Erlang's conversions of characters. What cannot be converted is returned as `{:error, converted, rest}` or `{:incomplete, converted, rest}`.",
		Functions: []Function{
			{"characters_to_binary", "chars", "The characters of nested lists as a string.", func(_ *process.Process, a []term.Term) (term.Term, error) {
				return charactersTo(a, "characters_to_binary", func(s string) term.Term { return term.Binary(s) })
			}},
			{"characters_to_binary", "chars, inEncoding", "The characters, whose binaries are in an encoding, as a string.", func(_ *process.Process, a []term.Term) (term.Term, error) {
				return charactersTo(a, "characters_to_binary", func(s string) term.Term { return term.Binary(s) })
			}},
			{"characters_to_binary", "chars, inEncoding, outEncoding", "The characters as a binary of an encoding.", charactersEncoded},
			{"characters_to_list", "chars", "The characters of nested lists as a list of code points.", func(_ *process.Process, a []term.Term) (term.Term, error) {
				return charactersTo(a, "characters_to_list", term.Charlist)
			}},
			{"characters_to_list", "chars, inEncoding", "The characters, whose binaries are in an encoding, as code points.", func(_ *process.Process, a []term.Term) (term.Term, error) {
				return charactersTo(a, "characters_to_list", term.Charlist)
			}},
			{"characters_to_nfc_binary", "chars", "The string in the normal form C.", normalForm("characters_to_nfc_binary", norm.NFC)},
			{"characters_to_nfd_binary", "chars", "The string in the normal form D.", normalForm("characters_to_nfd_binary", norm.NFD)},
			{"characters_to_nfkc_binary", "chars", "The string in the normal form KC.", normalForm("characters_to_nfkc_binary", norm.NFKC)},
			{"characters_to_nfkd_binary", "chars", "The string in the normal form KD.", normalForm("characters_to_nfkd_binary", norm.NFKD)},
			{"characters_to_nfc_list", "chars", "The code points in the normal form C.", normalForm("characters_to_nfc_list", norm.NFC)},
			{"characters_to_nfd_list", "chars", "The code points in the normal form D.", normalForm("characters_to_nfd_list", norm.NFD)},
			{"characters_to_nfkc_list", "chars", "The code points in the normal form KC.", normalForm("characters_to_nfkc_list", norm.NFKC)},
			{"characters_to_nfkd_list", "chars", "The code points in the normal form KD.", normalForm("characters_to_nfkd_list", norm.NFKD)},
			{"bom_to_encoding", "bin", "`{encoding, length}` by the byte order mark at the begin.", bomToEncoding},
			{"encoding_to_bom", "encoding", "The byte order mark of an encoding.", encodingToBom},
		},
	}
}

// encodingIn reads the name of an encoding.
func encodingIn(t term.Term) (name term.Atom, little, ok bool) {
	if pair, isTuple := t.(term.Tuple); isTuple && len(pair) == 2 {
		name, _ = pair[0].(term.Atom)
		order, _ := pair[1].(term.Atom)
		return name, order == "little", (name == "utf16" || name == "utf32") && (order == "little" || order == "big")
	}
	switch name, _ = t.(term.Atom); name {
	case "utf8", "unicode":
		return "utf8", false, true
	case "latin1", "utf16", "utf32":
		return name, false, true
	}
	return "", false, false
}

// noCharacters is the error of a function that was given other things than
// characters.
func noCharacters(function string, a args) error {
	err := refused("unicode", function, a, "not valid character data (an iodata term)")
	exception.As(err).Stack[0].File, exception.As(err).Stack[0].Line = "unicode.erl", 895
	return err
}

// decodedChars are nested lists whose binaries, in an encoding, were made
// strings.
func decodedChars(t term.Term, encoding term.Atom, little bool) term.Term {
	switch t := t.(type) {
	case term.Binary:
		switch encoding {
		case "latin1":
			return term.Binary(latin1(string(t)))
		case "utf16":
			return term.Binary(fromUTF16(string(t), little))
		case "utf32":
			return term.Binary(fromUTF32(string(t), little))
		}
	case *term.Cons:
		return &term.Cons{Head: decodedChars(t.Head, encoding, little), Tail: decodedChars(t.Tail, encoding, little)}
	}
	return t
}

func byteOrder(little bool) binary.ByteOrder {
	if little {
		return binary.LittleEndian
	}
	return binary.BigEndian
}

func fromUTF16(s string, little bool) string {
	units := make([]uint16, len(s)/2)
	for i := range units {
		units[i] = byteOrder(little).Uint16([]byte(s[2*i:]))
	}
	return string(utf16.Decode(units))
}

func fromUTF32(s string, little bool) string {
	var b strings.Builder
	for i := 0; i+4 <= len(s); i += 4 {
		b.WriteRune(rune(byteOrder(little).Uint32([]byte(s[i:]))))
	}
	return b.String()
}

// charactersTo converts a[0], of which the encoding is a[1] if that is there.
func charactersTo(a args, function string, as func(string) term.Term) (term.Term, error) {
	chars := a[0]
	if len(a) > 1 {
		encoding, little, ok := encodingIn(a[1])
		if !ok {
			return nil, refused("unicode", function, a, "", "not a valid encoding")
		}
		chars = decodedChars(chars, encoding, little)
	}
	c, ok := readChardata(chars)
	switch {
	case !ok:
		return nil, noCharacters(function, a)
	case c.incomplete:
		return term.Tuple{term.Atom("incomplete"), as(c.text), c.rest}, nil
	case c.fault != nil:
		return term.Tuple{term.ErrorAtom, as(c.text), c.rest}, nil
	}
	return as(c.text), nil
}

func charactersEncoded(_ *process.Process, a []term.Term) (term.Term, error) {
	encoding, little, ok := encodingIn(a[2])
	if !ok {
		return nil, refused("unicode", "characters_to_binary", a, "", "", "not a valid encoding")
	}
	converted, err := charactersTo(a[:2], "characters_to_binary", func(s string) term.Term { return term.Binary(s) })
	text, isText := converted.(term.Binary)
	if err != nil || !isText {
		return converted, err
	}
	var b []byte
	for i, r := range string(text) {
		switch encoding {
		case "latin1":
			if r > 0xFF {
				return term.Tuple{term.ErrorAtom, term.Binary(b), text[i:]}, nil
			}
			b = append(b, byte(r))
		case "utf16":
			for _, unit := range utf16.AppendRune(nil, r) {
				var two [2]byte
				byteOrder(little).PutUint16(two[:], unit)
				b = append(b, two[:]...)
			}
		case "utf32":
			var four [4]byte
			byteOrder(little).PutUint32(four[:], uint32(r))
			b = append(b, four[:]...)
		default:
			b = utf8.AppendRune(b, r)
		}
	}
	return term.Binary(b), nil
}

func normalForm(name string, form norm.Form) process.Func {
	list := strings.HasSuffix(name, "list")
	return func(_ *process.Process, a []term.Term) (term.Term, error) {
		c, ok := readChardata(a[0])
		switch {
		case !ok:
			err := badarg("unicode", name, a...)
			exception.As(err).Stack[0].File, exception.As(err).Stack[0].Line = "unicode.erl", 892
			return nil, err
		case c.fault != nil:
			return term.Tuple{term.ErrorAtom, term.Binary(form.String(c.text)), c.rest}, nil
		case list:
			return term.Charlist(form.String(c.text)), nil
		}
		return term.Binary(form.String(c.text)), nil
	}
}

// byteOrderMarks are the marks of the encodings, the longer first.
var byteOrderMarks = []struct {
	bytes    string
	encoding term.Term
}{
	{"\xEF\xBB\xBF", term.Atom("utf8")},
	{"\x00\x00\xFE\xFF", term.Tuple{term.Atom("utf32"), term.Atom("big")}},
	{"\xFF\xFE\x00\x00", term.Tuple{term.Atom("utf32"), term.Atom("little")}},
	{"\xFE\xFF", term.Tuple{term.Atom("utf16"), term.Atom("big")}},
	{"\xFF\xFE", term.Tuple{term.Atom("utf16"), term.Atom("little")}},
}

func bomToEncoding(_ *process.Process, a []term.Term) (term.Term, error) {
	s, ok := a[0].(term.Binary)
	if !ok {
		return nil, errClause
	}
	for _, m := range byteOrderMarks {
		if strings.HasPrefix(string(s), m.bytes) {
			return term.Tuple{m.encoding, term.Int(len(m.bytes))}, nil
		}
	}
	return term.Tuple{term.Atom("latin1"), term.Int(0)}, nil
}

func encodingToBom(_ *process.Process, a []term.Term) (term.Term, error) {
	name, little, ok := encodingIn(a[0])
	order := term.Atom("big")
	if little {
		order = "little"
	}
	for _, m := range byteOrderMarks {
		if term.Same(m.encoding, name) || term.Same(m.encoding, term.Tuple{name, order}) {
			return term.Binary(m.bytes), nil
		}
	}
	if !ok {
		return nil, errClause
	}
	return term.Binary(""), nil
}
