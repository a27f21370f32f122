package gosrc

import (
	"fmt"
	"go/types"
	"io"
	"maps"
	"math/rand"
	"reflect"
	"runtime"
	"sync/atomic"
	"time"

	"gex/runtime/exception"
	"gex/runtime/otp"
	"gex/runtime/process"
	"gex/runtime/term"
)

// Limits of what interpreted code may do.
const (
	// maxCalls is how deep interpreted functions may call each other. The
	// interpreter passes a panic on through every frame, which takes a time
	// that grows with the square of the depth.
	maxCalls = 1000
	// framesPerCall is how many Go frames one interpreted call takes at least.
	framesPerCall = 4
	// depthEvery is how many entries go by between two looks at the depth.
	depthEvery = 16
)

// supportFunctions holds what lowered code calls, bound to a node. Interpreted
// code runs on the node's goroutines, one at a time, except in go statements.
type supportFunctions struct {
	api     *otp.API
	entries atomic.Uint32          // functions entered, by goroutines of go statements too
	kept    map[string]bool        // variables that keep their values in the generation that loads
	running atomic.Pointer[defers] // whose deferred calls run at present
	types   map[string]*otp.BoxType
	checked map[string]types.Type   // the types of boxes by their ids
	shown   typeNames               // of all generations
	ids     map[string]string       // ids of the latest generation by the names of types
	tagged  map[reflect.Type]string // ids by the run-time types of structs
}

func newSupport(api *otp.API) *supportFunctions {
	s := &supportFunctions{
		api: api, types: map[string]*otp.BoxType{}, checked: map[string]types.Type{},
		ids: map[string]string{}, shown: typeNames{}, tagged: map[reflect.Type]string{},
	}
	api.Boxer = s.boxStruct
	return s
}

// learn takes the types of a generation over, and returns what was known by
// their names before.
func (s *supportFunctions) learn(p *program) map[string]string {
	before := maps.Clone(s.ids)
	maps.Copy(s.shown, p.shown)
	for id, t := range p.boxed {
		s.checked[id] = t
		s.ids[types.TypeString(t, mainQualifier)] = id
	}
	return before
}

func (s *supportFunctions) symbols() map[string]reflect.Value {
	return adapterSymbols(map[string]reflect.Value{
		"Enter":       reflect.ValueOf(s.enter),
		"Loop":        reflect.ValueOf(s.loop),
		"Fault":       reflect.ValueOf(fault),
		"Recover":     reflect.ValueOf(s.recover),
		"NewDefers":   reflect.ValueOf(s.newDefers),
		"Equal":       reflect.ValueOf(equal),
		"Box":         reflect.ValueOf(s.box),
		"BoxError":    reflect.ValueOf(s.boxError),
		"BoxStringer": reflect.ValueOf(s.boxStringer),
		"Is":          reflect.ValueOf(is),
		"TypeOf":      reflect.ValueOf(typeOf),
		"Value":       reflect.ValueOf(otp.Unboxed),
		"Implements":  reflect.ValueOf(s.implements),
		"AsError":     reflect.ValueOf(asError),
		"AsStringer":  reflect.ValueOf(asStringer),
		"NotAsserted": reflect.ValueOf(s.notAsserted),
		"Func":        reflect.ValueOf(func(f any) any { return f }),
		"NotNil":      reflect.ValueOf(notNil),
		"Method":      reflect.ValueOf(methodOf),
		"Register":    reflect.ValueOf(s.register),
		"ErrorsAs":    reflect.ValueOf(errorsAs),
		"Keeps":       reflect.ValueOf(func(name string) bool { return s.kept[name] }),
		"Block":       reflect.ValueOf(s.block),
		"Receive":     reflect.ValueOf(s.receive),
		"Send":        reflect.ValueOf(s.send),
		"Select":      reflect.ValueOf(s.choose),
		"ReceiveCase": reflect.ValueOf(receiveCase),
		"SendCase":    reflect.ValueOf(sendCase),
		"NoCase":      reflect.ValueOf(noCase),
		"Lock":        reflect.ValueOf(s.lock),
		"Forever":     reflect.ValueOf(s.forever),
		"Size":        reflect.ValueOf(size),
		"Index":       reflect.ValueOf(index),
		"High":        reflect.ValueOf(high),
		"Low":         reflect.ValueOf(low),
		"Clear":       reflect.ValueOf(clearValue),
		"Go":          reflect.ValueOf(s.run),
	})
}

// loop is the checkpoint that a loop makes every so many iterations.
func (s *supportFunctions) loop() { s.reduce(loopEvery) }

func (s *supportFunctions) reduce(n int) {
	if s.api.InGoroutine() {
		return
	}
	if self := s.api.Node().Current(); self != nil {
		self.Reduce(n)
	}
}

// enter is the checkpoint of a function, which also limits recursion.
func (s *supportFunctions) enter() {
	if s.entries.Add(1)%depthEvery != 0 {
		return
	}
	s.reduce(depthEvery)
	var pc [1]uintptr
	if runtime.Callers(maxCalls*framesPerCall, pc[:]) > 0 {
		panic(exception.New("RuntimeError", fmt.Sprintf("recursion too deep: more than %d calls; use a loop", maxCalls)))
	}
}

// index is a checked index.
func index(i, length, line int) int {
	if i < 0 || i >= length {
		panic(otp.Fault{Value: otp.RuntimeError(fmt.Sprintf("index out of range [%d]%s", i, withLength(i, length))), Line: line})
	}
	return i
}

// maxMemory is how much one value may take.
const maxMemory = 1 << 30

// size is a checked number of elements of so many bytes.
func size(n, bytes, line int) int {
	if n < 0 {
		panic(otp.Fault{Value: otp.RuntimeError("makeslice: len out of range"), Line: line})
	}
	if n > 0 && bytes > 0 && n > maxMemory/bytes {
		panic(otp.Fault{Value: otp.RuntimeError(fmt.Sprintf("out of memory: %d elements of %d bytes, the limit is 1 GiB", n, bytes)), Line: line})
	}
	return n
}

// high is a checked upper bound of a slice expression; limit is called name.
func high(i, limit int, name string, line int) int {
	if i < 0 || i > limit {
		text := fmt.Sprintf("slice bounds out of range [:%d] with %s %d", i, name, limit)
		if i < 0 {
			text = fmt.Sprintf("slice bounds out of range [:%d]", i)
		}
		panic(otp.Fault{Value: otp.RuntimeError(text), Line: line})
	}
	return i
}

// low is a checked lower bound of a slice expression. An upper bound that is
// wrong itself is left to high.
func low(i, high, line int) int {
	if i < 0 || i > high && high >= 0 {
		text := fmt.Sprintf("slice bounds out of range [%d:%d]", i, high)
		if i < 0 {
			text = fmt.Sprintf("slice bounds out of range [%d:]", i)
		}
		panic(otp.Fault{Value: otp.RuntimeError(text), Line: line})
	}
	return i
}

// withLength is what Go says after an index that is not negative.
func withLength(i, length int) string {
	if i < 0 {
		return ""
	}
	return fmt.Sprintf(" with length %d", length)
}

// fault gives the value of a panic its line.
func fault(value any, line int) any { return otp.Fault{Value: value, Line: line} }

// clearValue is the builtin clear.
func clearValue(v any) { reflect.ValueOf(v).Clear() }

// run is a go statement: f runs in a goroutine of its own. A panic ends that
// goroutine only, and is reported as the end of the process that started it.
func (s *supportFunctions) run(f func()) {
	starter := s.api.Node().Current()
	go func() {
		defer func() {
			if r := recover(); r != nil && !process.IsKernelPanic(r) && starter != nil {
				s.goroutineFailed(starter, r)
			}
		}()
		s.api.Goroutine(f)
	}()
}

// goroutineFailed ends the process whose goroutine panicked.
func (s *supportFunctions) goroutineFailed(starter *process.Process, r any) {
	if f, ok := otp.Unwrap(r).(otp.Fault); ok {
		r = f.Value
	}
	reason := exception.ExitReason(otp.Failure(r))
	s.api.Node().Post(func() { starter.Node().Spawn(killer(starter.PID(), reason), process.SpawnOptions{}) })
}

func killer(pid term.PID, reason term.Term) process.Body {
	return func(self *process.Process) error {
		self.Exit(pid, reason)
		return nil
	}
}

// guardedSymbols replaces functions of packages that would go round the node:
// printing goes through the group leader, time is the node's.
func guardedSymbols(path string, api *otp.API) map[string]reflect.Value {
	values := packageSymbols(path)
	switch path {
	case "fmt":
		for name := range values {
			if scans(name) {
				delete(values, name)
			}
		}
		print := func(text string) (int, error) {
			api.IO().Print(text)
			return len(text), nil
		}
		values["Print"] = reflect.ValueOf(func(a ...any) (int, error) { return print(fmt.Sprint(a...)) })
		values["Println"] = reflect.ValueOf(func(a ...any) (int, error) { return print(fmt.Sprintln(a...)) })
		values["Printf"] = reflect.ValueOf(func(f string, a ...any) (int, error) {
			f, a = namedTypes(f, a)
			return print(fmt.Sprintf(f, a...))
		})
		values["Sprintf"] = reflect.ValueOf(func(f string, a ...any) string {
			f, a = namedTypes(f, a)
			return fmt.Sprintf(f, a...)
		})
		values["Errorf"] = reflect.ValueOf(func(f string, a ...any) error {
			f, a = namedTypes(f, a)
			return fmt.Errorf(f, a...)
		})
		values["Fprintf"] = reflect.ValueOf(func(w io.Writer, f string, a ...any) (int, error) {
			f, a = namedTypes(f, a)
			return fmt.Fprintf(w, f, a...)
		})
	case "math/rand":
		replaceRandom(values, api)
	case "time":
		values["Sleep"] = reflect.ValueOf(api.Timer().Sleep)
		values["Now"] = reflect.ValueOf(func() time.Time { return api.Node().SystemTime() })
		values["Since"] = reflect.ValueOf(func(t time.Time) time.Duration { return api.Node().SystemTime().Sub(t) })
		values["Until"] = reflect.ValueOf(func(t time.Time) time.Duration { return t.Sub(api.Node().SystemTime()) })
	}
	return values
}

// replaceRandom gives the functions of math/rand a source of the node's own,
// the same at every run of a virtual node.
func replaceRandom(values map[string]reflect.Value, api *otp.API) {
	seed := int64(1)
	if !api.Node().Virtual() {
		seed = time.Now().UnixNano()
	}
	source := reflect.ValueOf(rand.New(rand.NewSource(seed)))
	for name := range values {
		if m := source.MethodByName(name); m.IsValid() && values[name].Kind() == reflect.Func {
			values[name] = m
		}
	}
}

func scans(name string) bool {
	switch name {
	case "Scan", "Scanf", "Scanln", "Fscan", "Fscanf", "Fscanln":
		return true
	}
	return false
}
