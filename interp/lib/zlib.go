package lib

import (
	"bytes"
	"compress/flate"
	"compress/gzip"
	"compress/zlib"
	"io"
	"strings"

	"gex/runtime/exception"
	"gex/runtime/process"
	"gex/runtime/term"
)

// zlibTable is the part of :zlib that needs no stream. What it makes any zlib
// reads; it is a few bytes longer or shorter than what Erlang's own makes.
func zlibTable() Module {
	return Module{
		Name: "zlib",
		Doc:  "Makes bytes fewer, and brings them back.",
		Functions: []Function{
			{"compress", "data", "The data in zlib's format.", compressed(func(w io.Writer) io.WriteCloser { return zlib.NewWriter(w) })},
			{"zip", "data", "The data without a head and a sum.", compressed(func(w io.Writer) io.WriteCloser {
				deflate, _ := flate.NewWriter(w, flate.DefaultCompression) // the level is right
				return deflate
			})},
			{"gzip", "data", "The data in the format of gzip.", compressed(func(w io.Writer) io.WriteCloser { return gzip.NewWriter(w) })},
			{"uncompress", "data", "The data that `compress/1` was given.", uncompressed("uncompress", func(r io.Reader) (io.Reader, error) { return zlib.NewReader(r) })},
			{"unzip", "data", "The data that `zip/1` was given.", uncompressed("unzip", func(r io.Reader) (io.Reader, error) { return flate.NewReader(r), nil })},
			{"gunzip", "data", "The data that `gzip/1` was given.", uncompressed("gunzip", func(r io.Reader) (io.Reader, error) { return gzip.NewReader(r) })},
		},
	}
}

func compressed(writer func(io.Writer) io.WriteCloser) process.Func {
	return func(_ *process.Process, a []term.Term) (term.Term, error) {
		var data strings.Builder
		if !writeBytes(&data, a[0]) {
			return nil, badarg("erlang", "iolist_to_iovec", a...)
		}
		var out bytes.Buffer
		w := writer(&out)
		_, _ = io.WriteString(w, data.String()) // a buffer takes all
		_ = w.Close()
		return term.Binary(out.String()), nil
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
