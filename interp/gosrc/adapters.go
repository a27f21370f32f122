package gosrc

import (
	"encoding/json"
	"fmt"
	"io"
	"reflect"
	"sort"
	"sync"

	"container/heap"
	"context"
	"time"

	"gex/runtime/otp"
)

// This file is the compiled side of lowerBoxes for the interfaces of the
// standard library: a learner's value becomes an adapter, which calls the
// methods of its type and is at the same time a box with the value.

// adapters are the interfaces that learners' types can become, with the
// function that makes the adapter. It takes the box and then the methods in
// the order of their names.
var adapters = map[string]any{
	"sort.Interface":           adaptSort,
	"container/heap.Interface": adaptHeap,
	"io.Reader":                func(b any, read func([]byte) (int, error)) io.Reader { return reader{box(b), read} },
	"io.Writer":                func(b any, write func([]byte) (int, error)) io.Writer { return writer{box(b), write} },
	"io.Closer":                func(b any, close func() error) io.Closer { return closer{box(b), close} },
	"io.ByteReader":            func(b any, read func() (byte, error)) io.ByteReader { return byteReader{box(b), read} },
	"io.StringWriter": func(b any, write func(string) (int, error)) io.StringWriter {
		return stringWriter{box(b), write}
	},
	"io.ReadWriter":   adaptReadWriter,
	"io.ReadCloser":   adaptReadCloser,
	"io.WriteCloser":  adaptWriteCloser,
	"sync.Locker":     func(b any, lock, unlock func()) sync.Locker { return locker{box(b), lock, unlock} },
	"context.Context": adaptContext,
	"fmt.Formatter":   func(b any, f func(fmt.State, rune)) fmt.Formatter { return formats{box(b), f} },
	"fmt.GoStringer":  func(b any, f func() string) fmt.GoStringer { return goStringer{box(b), f} },
	"encoding/json.Marshaler": func(b any, f func() ([]byte, error)) json.Marshaler {
		return marshaler{box(b), f}
	},
}

func box(b any) otp.Box {
	t, v := b.(otp.Boxed).Unbox()
	return otp.Box{Type: t, Value: v}
}

// adapterName is the name under which lowered code finds an adapter.
func adapterName(path string) string {
	name := "Adapt"
	for _, r := range path {
		if r != '.' && r != '/' {
			name += string(r)
		}
	}
	return name
}

func adapterSymbols(symbols map[string]reflect.Value) map[string]reflect.Value {
	for path, f := range adapters {
		symbols[adapterName(path)] = reflect.ValueOf(f)
	}
	return symbols
}

type sorter struct {
	otp.Box
	length func() int
	less   func(i, j int) bool
	swap   func(i, j int)
}

func (s sorter) Len() int           { return s.length() }
func (s sorter) Less(i, j int) bool { return s.less(i, j) }
func (s sorter) Swap(i, j int)      { s.swap(i, j) }

func adaptSort(b any, length func() int, less func(i, j int) bool, swap func(i, j int)) sort.Interface {
	return sorter{box(b), length, less, swap}
}

type heaper struct {
	sorter
	pop  func() any
	push func(any)
}

func (h heaper) Pop() any   { return h.pop() }
func (h heaper) Push(x any) { h.push(x) }

func adaptHeap(b any, length func() int, less func(i, j int) bool, pop func() any, push func(any), swap func(i, j int)) heap.Interface {
	return heaper{sorter{box(b), length, less, swap}, pop, push}
}

type reader struct {
	otp.Box
	read func([]byte) (int, error)
}

func (r reader) Read(p []byte) (int, error) { return r.read(p) }

type writer struct {
	otp.Box
	write func([]byte) (int, error)
}

func (w writer) Write(p []byte) (int, error) { return w.write(p) }

type closer struct {
	otp.Box
	close func() error
}

func (c closer) Close() error { return c.close() }

type byteReader struct {
	otp.Box
	read func() (byte, error)
}

func (r byteReader) ReadByte() (byte, error) { return r.read() }

type stringWriter struct {
	otp.Box
	write func(string) (int, error)
}

func (w stringWriter) WriteString(s string) (int, error) { return w.write(s) }

type readWriter struct {
	reader
	write func([]byte) (int, error)
}

func (w readWriter) Write(p []byte) (int, error) { return w.write(p) }

func adaptReadWriter(b any, read, write func([]byte) (int, error)) io.ReadWriter {
	return readWriter{reader{box(b), read}, write}
}

type readCloser struct {
	reader
	close func() error
}

func (c readCloser) Close() error { return c.close() }

func adaptReadCloser(b any, close func() error, read func([]byte) (int, error)) io.ReadCloser {
	return readCloser{reader{box(b), read}, close}
}

type writeCloser struct {
	writer
	close func() error
}

func (c writeCloser) Close() error { return c.close() }

func adaptWriteCloser(b any, close func() error, write func([]byte) (int, error)) io.WriteCloser {
	return writeCloser{writer{box(b), write}, close}
}

type locker struct {
	otp.Box
	lock, unlock func()
}

func (l locker) Lock()   { l.lock() }
func (l locker) Unlock() { l.unlock() }

type contextual struct {
	otp.Box
	deadline func() (time.Time, bool)
	done     func() <-chan struct{}
	err      func() error
	value    func(any) any
}

func (c contextual) Deadline() (time.Time, bool) { return c.deadline() }
func (c contextual) Done() <-chan struct{}       { return c.done() }
func (c contextual) Err() error                  { return c.err() }
func (c contextual) Value(key any) any           { return c.value(key) }

func adaptContext(b any, deadline func() (time.Time, bool), done func() <-chan struct{}, err func() error, value func(any) any) context.Context {
	return contextual{box(b), deadline, done, err, value}
}

type formats struct {
	otp.Box
	format func(fmt.State, rune)
}

func (f formats) Format(s fmt.State, verb rune) { f.format(s, verb) }

type goStringer struct {
	otp.Box
	text func() string
}

func (g goStringer) GoString() string { return g.text() }

type marshaler struct {
	otp.Box
	marshal func() ([]byte, error)
}

func (m marshaler) MarshalJSON() ([]byte, error) { return m.marshal() }
