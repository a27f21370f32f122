package lib

import (
	"bytes"
	"compress/zlib"
	"encoding/binary"
	"io"
	"math"
	"math/big"
	"strings"
	"unicode/utf8"

	"gex/runtime/process"
	"gex/runtime/term"
)

// externalFormat are the functions of the external term format, the bytes in
// which nodes send terms to each other. What has an identity on this node only
// (pids, references, functions that were typed) has no bytes here.
func externalFormat() []Function {
	return []Function{
		{"term_to_binary", `term, options \\ []`, "The bytes of a term in the external format. The option `:compressed` makes them fewer.", termToBinary},
		{"binary_to_term", `binary, options \\ []`, "The term of which `term_to_binary/1` made the bytes.", binaryToTerm},
		{"external_size", `term, options \\ []`, "How many bytes `term_to_binary/1` makes.", externalSize},
	}
}

// The tags of the external term format.
const (
	tagVersion       = 131
	tagCompressed    = 80
	tagNewFloat      = 70
	tagBitBinary     = 77
	tagSmallInteger  = 97
	tagInteger       = 98
	tagAtom          = 100
	tagSmallTuple    = 104
	tagLargeTuple    = 105
	tagNil           = 106
	tagString        = 107
	tagList          = 108
	tagBinary        = 109
	tagSmallBig      = 110
	tagLargeBig      = 111
	tagExport        = 113
	tagMap           = 116
	tagSmallAtom     = 115
	tagAtomUTF8      = 118
	tagSmallAtomUTF8 = 119
)

// encoder appends terms in the external format. It is over at the first term
// that has no bytes.
type encoder struct {
	out    []byte
	failed bool
}

func (e *encoder) tag(b ...byte) { e.out = append(e.out, b...) }
func (e *encoder) uint32(n int)  { e.out = binary.BigEndian.AppendUint32(e.out, uint32(n)) }
func (e *encoder) all(t ...term.Term) {
	for _, x := range t {
		e.term(x)
	}
}

func (e *encoder) term(t term.Term) {
	switch t := t.(type) {
	case term.Atom:
		e.atom(t)
	case term.Int, *term.Big:
		e.integer(t)
	case term.Float:
		e.tag(tagNewFloat)
		e.out = binary.BigEndian.AppendUint64(e.out, math.Float64bits(float64(t)))
	case term.Binary:
		e.tag(tagBinary)
		e.uint32(len(t))
		e.out = append(e.out, t...)
	case *term.Bits:
		e.tag(tagBitBinary)
		e.uint32(len(t.Bytes))
		e.tag(byte((t.Size-1)%8 + 1))
		e.out = append(e.out, t.Bytes...)
	case term.Tuple:
		e.tuple(t)
	case term.EmptyList:
		e.tag(tagNil)
	case *term.Cons:
		e.list(t)
	case *term.Map:
		e.mapping(t)
	case *term.Fun:
		e.fun(t)
	default:
		m, ok := term.AsMap(t)
		if !ok {
			e.failed = true
			return
		}
		e.mapping(m)
	}
}

func (e *encoder) mapping(m *term.Map) {
	e.tag(tagMap)
	e.uint32(m.Len())
	for _, p := range m.Listed() {
		e.all(p.Key, p.Value)
	}
}

func (e *encoder) atom(t term.Atom) {
	latin1, fits := latin1Of(string(t))
	switch {
	case fits:
		e.tag(tagAtom, byte(len(latin1)>>8), byte(len(latin1)))
		e.out = append(e.out, latin1...)
	case len(t) < 256:
		e.tag(tagSmallAtomUTF8, byte(len(t)))
		e.out = append(e.out, t...)
	default:
		e.tag(tagAtomUTF8, byte(len(t)>>8), byte(len(t)))
		e.out = append(e.out, t...)
	}
}

// latin1Of returns the bytes of a text whose characters are all below 256.
func latin1Of(text string) ([]byte, bool) {
	var out []byte
	for _, r := range text {
		if r > 0xff {
			return nil, false
		}
		out = append(out, byte(r))
	}
	return out, true
}

func (e *encoder) integer(t term.Term) {
	if n, ok := t.(term.Int); ok {
		switch {
		case n >= 0 && n < 256:
			e.tag(tagSmallInteger, byte(n))
			return
		case n >= math.MinInt32 && n <= math.MaxInt32:
			e.tag(tagInteger)
			e.uint32(int(n))
			return
		}
	}
	n, _ := term.BigInt(t)
	sign := byte(0)
	if n.Sign() < 0 {
		sign = 1
	}
	digits := n.Bytes()
	if len(digits) < 256 {
		e.tag(tagSmallBig, byte(len(digits)))
	} else {
		e.tag(tagLargeBig)
		e.uint32(len(digits))
	}
	e.tag(sign)
	for i := len(digits) - 1; i >= 0; i-- {
		e.tag(digits[i])
	}
}

func (e *encoder) tuple(t term.Tuple) {
	if len(t) < 256 {
		e.tag(tagSmallTuple, byte(len(t)))
	} else {
		e.tag(tagLargeTuple)
		e.uint32(len(t))
	}
	e.all(t...)
}

// list writes a list, as a string if it is one of bytes.
func (e *encoder) list(cell *term.Cons) {
	elements, tail := term.SliceWithTail(cell)
	text := make([]byte, 0, len(elements))
	for _, x := range elements {
		if n, ok := x.(term.Int); ok && n >= 0 && n < 256 {
			text = append(text, byte(n))
		}
	}
	if len(text) == len(elements) && len(text) < 1<<16 && tail == term.Empty {
		e.tag(tagString, byte(len(text)>>8), byte(len(text)))
		e.out = append(e.out, text...)
		return
	}
	e.tag(tagList)
	e.uint32(len(elements))
	e.all(elements...)
	e.term(tail)
}

func (e *encoder) fun(f *term.Fun) {
	if !f.External {
		e.failed = true
		return
	}
	e.tag(tagExport)
	e.all(f.Module, term.Atom(f.Name), term.Int(f.Arity))
}

// encoded returns the bytes of a term, without the version.
func encoded(function string, a args) ([]byte, error) {
	if !term.IsList(a[1]) {
		return nil, refused("erlang", function, a, "", "not a list")
	}
	e := &encoder{}
	e.term(a[0])
	if e.failed {
		return nil, refused("erlang", function, a, "gex has no external format for pids, references and functions without a name")
	}
	return e.out, nil
}

func termToBinary(_ *process.Process, a []term.Term) (term.Term, error) {
	plain, err := encoded("term_to_binary", a)
	if err != nil {
		return nil, err
	}
	level, asked := compression(a[1])
	if asked && level > 0 {
		var packed bytes.Buffer
		w, _ := zlib.NewWriterLevel(&packed, level)
		_, _ = w.Write(plain) // into memory, which takes all
		_ = w.Close()
		if packed.Len()+5 < len(plain) {
			head := binary.BigEndian.AppendUint32([]byte{tagVersion, tagCompressed}, uint32(len(plain)))
			return term.Binary(append(head, packed.Bytes()...)), nil
		}
	}
	return term.Binary(append([]byte{tagVersion}, plain...)), nil
}

// compression reads the options :compressed and {:compressed, level}.
func compression(options term.Term) (level int, asked bool) {
	for o := range term.Elements(options) {
		if o == term.Term(term.Atom("compressed")) {
			return 6, true
		}
		if p, ok := o.(term.Tuple); ok && len(p) == 2 && p[0] == term.Term(term.Atom("compressed")) {
			n, _ := p[1].(term.Int)
			return min(max(int(n), 0), 9), true
		}
	}
	return 0, false
}

func externalSize(_ *process.Process, a []term.Term) (term.Term, error) {
	plain, err := encoded("external_size", a)
	return term.Int(len(plain) + 1), err
}

// decoder reads terms in the external format; ok turns false at what is none.
type decoder struct {
	in    string
	ok    bool
	depth int
}

// maxExternalDepth bounds how deep terms from outside may be nested.
const maxExternalDepth = 100_000

func (d *decoder) bytes(n int) string {
	if n < 0 || n > len(d.in) {
		d.ok = false
		return ""
	}
	part := d.in[:n]
	d.in = d.in[n:]
	return part
}

// size reads an unsigned integer of n bytes.
func (d *decoder) size(n int) int {
	total := 0
	for _, b := range []byte(d.bytes(n)) {
		total = total<<8 | int(b)
	}
	return total
}

// terms reads n terms, each of which takes a byte at least.
func (d *decoder) terms(n int) []term.Term {
	if n > len(d.in) {
		d.ok = false
		return nil
	}
	out := make([]term.Term, n)
	for i := range out {
		if out[i] = d.term(); !d.ok {
			return nil
		}
	}
	return out
}

func (d *decoder) term() term.Term {
	d.depth++
	defer func() { d.depth-- }()
	if tag := d.size(1); d.ok && d.depth < maxExternalDepth {
		return d.tagged(tag)
	}
	d.ok = false
	return term.Nil
}

func (d *decoder) tagged(tag int) term.Term {
	switch tag {
	case tagNewFloat:
		return d.float(math.Float64frombits(uint64(d.size(8))))
	case tagSmallInteger:
		return term.Int(d.size(1))
	case tagInteger:
		return term.Int(int32(d.size(4)))
	case tagSmallBig:
		return d.big(d.size(1))
	case tagLargeBig:
		return d.big(d.size(4))
	case tagSmallTuple:
		return term.Tuple(d.terms(d.size(1)))
	case tagLargeTuple:
		return term.Tuple(d.terms(d.size(4)))
	case tagNil:
		return term.Empty
	case tagString:
		return byteList(d.bytes(d.size(2)))
	case tagList:
		elements := d.terms(d.size(4))
		return term.ListWithTail(elements, d.term())
	case tagBinary:
		return term.Binary(d.bytes(d.size(4)))
	case tagBitBinary:
		return d.bitString()
	case tagMap:
		return d.mapping(d.size(4))
	case tagExport:
		return d.export()
	}
	return d.atom(tag)
}

func (d *decoder) float(f float64) term.Term {
	if math.IsNaN(f) || math.IsInf(f, 0) {
		d.ok = false
	}
	return term.Float(f)
}

func (d *decoder) big(n int) term.Term {
	negative := d.size(1) != 0
	digits := []byte(d.bytes(n))
	for i, j := 0, len(digits)-1; i < j; i, j = i+1, j-1 {
		digits[i], digits[j] = digits[j], digits[i]
	}
	value := new(big.Int).SetBytes(digits)
	if negative {
		value.Neg(value)
	}
	return term.Integer(value)
}

func (d *decoder) bitString() term.Term {
	n, used := d.size(4), d.size(1)
	text := d.bytes(n)
	switch {
	case n == 0 || used < 1 || used > 8:
		d.ok = false
	case used == 8:
		return term.Binary(text)
	case d.ok:
		last := text[n-1] &^ (1<<(8-used) - 1)
		return &term.Bits{Bytes: text[:n-1] + string([]byte{last}), Size: 8*(n-1) + used}
	}
	return term.Nil
}

func (d *decoder) mapping(n int) term.Term {
	if n > len(d.in) {
		d.ok = false
		return term.Nil
	}
	parts := d.terms(2 * n)
	pairs := make([]term.Pair, 0, n)
	for i := 0; i+1 < len(parts); i += 2 {
		pairs = append(pairs, term.Pair{Key: parts[i], Value: parts[i+1]})
	}
	return term.NewMap(pairs...)
}

func (d *decoder) export() term.Term {
	parts := d.terms(3)
	if !d.ok {
		return term.Nil
	}
	module, ok1 := parts[0].(term.Atom)
	name, ok2 := parts[1].(term.Atom)
	arity, ok3 := parts[2].(term.Int)
	d.ok = ok1 && ok2 && ok3
	return &term.Fun{Module: module, Name: string(name), Arity: int(arity), External: true}
}

func (d *decoder) atom(tag int) term.Term {
	var text string
	switch tag {
	case tagAtomUTF8:
		text = d.bytes(d.size(2))
	case tagSmallAtomUTF8:
		text = d.bytes(d.size(1))
	case tagAtom:
		text = fromLatin1(d.bytes(d.size(2)))
	case tagSmallAtom:
		text = fromLatin1(d.bytes(d.size(1)))
	default:
		d.ok = false
	}
	d.ok = d.ok && utf8.ValidString(text) && utf8.RuneCountInString(text) < 256
	return term.Atom(text)
}

func fromLatin1(text string) string {
	var b strings.Builder
	for i := range len(text) {
		b.WriteRune(rune(text[i]))
	}
	return b.String()
}

func binaryToTerm(self *process.Process, a []term.Term) (term.Term, error) {
	text, ok := a[0].(term.Binary)
	if !ok || !term.IsList(a[1]) || len(text) < 2 || text[0] != tagVersion {
		return nil, badarg("erlang", "binary_to_term", withoutEmpty(a)...)
	}
	d := &decoder{in: string(text[1:]), ok: true}
	rest, packed := 0, text[1] == tagCompressed
	if packed {
		if rest, ok = d.unpack(self); !ok {
			return nil, badarg("erlang", "binary_to_term", withoutEmpty(a)...)
		}
	}
	t := d.term()
	if !packed {
		rest = len(d.in)
	}
	if !d.ok {
		return nil, badarg("erlang", "binary_to_term", withoutEmpty(a)...)
	}
	for o := range term.Elements(a[1]) {
		if o == term.Term(term.Atom("used")) {
			return term.Tuple{t, term.Int(len(text) - rest)}, nil
		}
	}
	return t, nil
}

// withoutEmpty leaves out options that were not given.
func withoutEmpty(a args) args {
	if len(a) == 2 && a[1] == term.Empty {
		return a[:1]
	}
	return a
}

// unpack replaces the compressed input by what it is made of, and returns how
// many bytes follow it.
func (d *decoder) unpack(self *process.Process) (rest int, ok bool) {
	d.bytes(1)
	size := d.size(4)
	if !d.ok || self.Reserve(size, 1) != nil {
		return 0, false
	}
	source := strings.NewReader(d.in)
	r, err := zlib.NewReader(source)
	if err != nil {
		return 0, false
	}
	plain, err := io.ReadAll(io.LimitReader(r, int64(size)+1))
	if err != nil || len(plain) != size {
		return 0, false
	}
	d.in = string(plain)
	return source.Len(), true
}
