package lib

import (
	"compress/flate"
	"compress/gzip"
	"compress/zlib"
	"encoding/binary"
	"hash/adler32"
	"hash/crc32"
	"io"
	"strings"

	"gex/interp/deflate"
	"gex/runtime/exception"
	"gex/runtime/process"
	"gex/runtime/term"
)

// zlibTable is the part of :zlib that needs no stream. It makes the bytes that
// Erlang's own makes.
func zlibTable() Module {
	return Module{
		Name: "zlib",
		Doc:  "Makes bytes fewer, and brings them back.",
		Functions: []Function{
			{"compress", "data", "The data in zlib's format.", compressed(func(data []byte) []byte {
				return binary.BigEndian.AppendUint32(append([]byte{0x78, 0x9c}, deflate.Compress(data)...), adler32.Checksum(data))
			})},
			{"zip", "data", "The data without a head and a sum.", compressed(deflate.Compress)},
			{"gzip", "data", "The data in the format of gzip.", compressed(func(data []byte) []byte {
				out := append([]byte{0x1f, 0x8b, 8, 0, 0, 0, 0, 0, 0, 3}, deflate.Compress(data)...)
				out = binary.LittleEndian.AppendUint32(out, crc32.ChecksumIEEE(data))
				return binary.LittleEndian.AppendUint32(out, uint32(len(data)))
			})},
			{"uncompress", "data", "The data that `compress/1` was given.", uncompressed("uncompress", func(r io.Reader) (io.Reader, error) { return zlib.NewReader(r) })},
			{"unzip", "data", "The data that `zip/1` was given.", uncompressed("unzip", func(r io.Reader) (io.Reader, error) { return flate.NewReader(r), nil })},
			{"gunzip", "data", "The data that `gzip/1` was given.", uncompressed("gunzip", func(r io.Reader) (io.Reader, error) { return gzip.NewReader(r) })},
		},
	}
}

func compressed(with func([]byte) []byte) process.Func {
	return func(_ *process.Process, a []term.Term) (term.Term, error) {
		var data strings.Builder
		if !writeBytes(&data, a[0]) {
			return nil, badarg("erlang", "iolist_to_iovec", a...)
		}
		return term.Binary(with([]byte(data.String()))), nil
	}
}

// mostUncompressed is how much a learner may get from a few bytes.
const mostUncompressed = 64 << 20

func uncompressed(name string, reader func(io.Reader) (io.Reader, error)) process.Func {
	return func(_ *process.Process, a []term.Term) (term.Term, error) {
		var data strings.Builder
		if !writeBytes(&data, a[0]) {
			return nil, badarg("erlang", "iolist_to_iovec", a...)
		}
		failed := exception.Raise(term.Atom("data_error")).In(exception.Frame{Module: "zlib", Function: name, Arity: 1})
		r, err := reader(strings.NewReader(data.String()))
		if err != nil {
			return nil, failed
		}
		out, err := io.ReadAll(io.LimitReader(r, mostUncompressed+1))
		switch {
		case err != nil:
			return nil, failed
		case len(out) > mostUncompressed:
			return nil, exception.Raise(term.Atom("enomem")).In(exception.Frame{Module: "zlib", Function: name, Arity: 1})
		}
		return term.Binary(out), nil
	}
}
