package lib

import (
	"crypto/hmac"
	"crypto/md5"
	"crypto/sha1"
	"crypto/sha256"
	"crypto/sha3"
	"crypto/sha512"
	"encoding/base64"
	"hash"
	"strings"

	"gex/runtime/exception"
	"gex/runtime/process"
	"gex/runtime/term"
)

func cryptoTable() Module {
	return Module{
		Name: "crypto",
		Doc:  "Sums that tell whether bytes have been changed, and random bytes.",
		Functions: []Function{
			{"hash", "type, data", "The sum of bytes: `:md5`, `:sha`, `:sha256`, `:sha512`, `:sha3_256` and others.", cryptoHash},
			{"mac", "type, sub_type, key, data", "The sum of bytes with a key; the type is `:hmac`.", cryptoMac},
			{"strong_rand_bytes", "n", "`n` random bytes. On a virtual clock they are the same at each run.", cryptoRandom},
		},
	}
}

var hashes = map[term.Atom]func() hash.Hash{
	"md5": md5.New, "sha": sha1.New, "sha224": sha256.New224, "sha256": sha256.New, "sha384": sha512.New384, "sha512": sha512.New,
	"sha3_224": func() hash.Hash { return sha3.New224() }, "sha3_256": func() hash.Hash { return sha3.New256() },
	"sha3_384": func() hash.Hash { return sha3.New384() }, "sha3_512": func() hash.Hash { return sha3.New512() },
}

// badCrypto is the exception of crypto for what it cannot take.
func badCrypto(words string, a args, function string) error {
	return exception.Raise(term.Tuple{term.Atom("badarg"), term.Tuple{term.Charlist("hash.c"), term.Int(172)}, term.Charlist(words)}).
		In(exception.Frame{Module: "crypto", Function: function, Args: a, HasArgs: true})
}

func cryptoHash(_ *process.Process, a []term.Term) (term.Term, error) {
	make, ok := wordIn(hashes, a[0])
	if !ok {
		return nil, badCrypto("Bad digest type", a, "hash")
	}
	var data strings.Builder
	if !writeBytes(&data, a[1]) {
		return nil, badarg("erlang", "iolist_to_binary", a[1])
	}
	sum := make()
	sum.Write([]byte(data.String()))
	return term.Binary(sum.Sum(nil)), nil
}

func cryptoMac(_ *process.Process, a []term.Term) (term.Term, error) {
	make, ok := wordIn(hashes, a[1])
	var key, data strings.Builder
	if !ok || a[0] != term.Term(term.Atom("hmac")) || !writeBytes(&key, a[2]) || !writeBytes(&data, a[3]) {
		return nil, badCrypto("Bad digest type", a, "mac")
	}
	sum := hmac.New(make, []byte(key.String()))
	sum.Write([]byte(data.String()))
	return term.Binary(sum.Sum(nil)), nil
}

func cryptoRandom(self *process.Process, a []term.Term) (term.Term, error) {
	n, ok := intAt(a, 0)
	const most = 1 << 20
	if !ok || n < 0 || n > most {
		return nil, errClause
	}
	bytes := make([]byte, n)
	for i := range bytes {
		bytes[i] = byte(randomOf(self).IntN(256))
	}
	return term.Binary(bytes), nil
}

func erlangBase64Table() Module {
	return Module{
		Name: "base64",
		Doc:  "Bytes in base 64.",
		Functions: []Function{
			{"encode", "data", "The bytes in base 64.", onIodata(func(s string) (term.Term, error) {
				return term.Binary(base64.StdEncoding.EncodeToString([]byte(s))), nil
			})},
			{"encode_to_string", "data", "The bytes in base 64, as a charlist.", onIodata(func(s string) (term.Term, error) {
				return term.Charlist(base64.StdEncoding.EncodeToString([]byte(s))), nil
			})},
			{"decode", "base64", "The bytes of base 64.", onIodata(erlangDecode64)},
			{"mime_decode", "base64", "The bytes of base 64, in which other characters are passed over.", onIodata(mimeDecode64)},
			{"mime_decode_to_string", "base64", "As `mime_decode/1`, as a list.", onIodata(func(s string) (term.Term, error) {
				bytes, err := mimeDecode64(s)
				if err != nil {
					return nil, err
				}
				return byteList(string(bytes.(term.Binary))), nil
			})},
			{"decode_to_string", "base64", "The bytes of base 64, as a list.", onIodata(func(s string) (term.Term, error) {
				bytes, err := erlangDecode64(s)
				if err != nil {
					return nil, err
				}
				return byteList(string(bytes.(term.Binary))), nil
			})},
		},
	}
}

func byteList(s string) term.Term {
	list := make([]term.Term, len(s))
	for i := range len(s) {
		list[i] = term.Int(s[i])
	}
	return term.List(list...)
}

func erlangDecode64(s string) (term.Term, error) {
	bytes, err := base64.StdEncoding.DecodeString(strings.Join(strings.Fields(s), ""))
	if err != nil {
		return nil, errClause
	}
	return term.Binary(bytes), nil
}

// onIodata is for functions of bytes, given as a binary or as nested lists.
func onIodata(f func(string) (term.Term, error)) process.Func {
	return func(_ *process.Process, a []term.Term) (term.Term, error) {
		var b strings.Builder
		if !writeBytes(&b, a[0]) {
			return nil, errClause
		}
		return f(b.String())
	}
}

// mimeDecode64 passes over what are no digits of base 64.
func mimeDecode64(s string) (term.Term, error) {
	return erlangDecode64(strings.Map(func(r rune) rune {
		if r >= 'a' && r <= 'z' || r >= 'A' && r <= 'Z' || r >= '0' && r <= '9' || r == '+' || r == '/' || r == '=' {
			return r
		}
		return -1
	}, s))
}
