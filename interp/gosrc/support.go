package gosrc

import (
	"cmp"
	"fmt"
	"go/types"
	"maps"
	"math/rand"
	randv2 "math/rand/v2"
	"reflect"
	"runtime"
	"sync"
	"sync/atomic"
	"time"

	"gex/interp/gosrc/stdlib"
	"gex/runtime/otp"
	"gex/runtime/process"
)

// supportFunctions holds what lowered code calls, bound to a node. Interpreted
// code runs on the node's goroutines, one at a time, except in go statements.
type supportFunctions struct {
	api      *otp.API
	entries  atomic.Uint32                // functions entered, by goroutines of go statements too
	kept     map[string]bool              // variables that keep their values in the generation that loads
	about    map[*process.Process]*defers // what the deferred function that is about to be called may recover from
	queues   map[uintptr]queue            // who waits at channels
	sleepers map[any][]*process.Process   // who waits for locks and the like
	doing    map[*sync.Once]bool
	conds    map[*sync.Cond]*signals
	timers   map[any]*timer
	encoding map[*process.Process][]reference // what is being encoded as JSON
	streams  jsonStreams
	passing  any       // what ends a process, on its way through package fmt
	watched  time.Time // when memory was last looked at
	stacks   stacks
	passage  atomic.Pointer[passage]
	seed     int64
	source   *rand.Rand
	types    map[string]*otp.BoxType
	checked  map[string]types.Type   // the types of boxes by their ids
	shown    typeNames               // of all generations
	ids      map[string]string       // ids of the latest generation by the names of types
	tagged   map[reflect.Type]string // ids by the run-time types of structs
}

func newSupport(api *otp.API) *supportFunctions {
	s := &supportFunctions{
		api: api, types: map[string]*otp.BoxType{}, checked: map[string]types.Type{},
		ids: map[string]string{}, shown: typeNames{}, tagged: map[reflect.Type]string{},
		about: map[*process.Process]*defers{}, queues: map[uintptr]queue{}, sleepers: map[any][]*process.Process{},
		doing: map[*sync.Once]bool{}, conds: map[*sync.Cond]*signals{}, timers: map[any]*timer{}, encoding: map[*process.Process][]reference{},
		streams: newJSONStreams(),
	}
	api.Boxer = s.boxStruct
	api.FaultLine = s.faultLine
	return s
}

// learn takes the types of a generation over, and returns what was known by
// their names before.
func (s *supportFunctions) learn(p *program) map[string]string {
	before := maps.Clone(s.ids)
	maps.Copy(s.shown, p.labels)
	for id, t := range p.boxed {
		s.checked[id] = t
		s.ids[types.TypeString(t, mainQualifier)] = id
	}
	return before
}

func (s *supportFunctions) symbols() map[string]reflect.Value {
	values := adapterSymbols(map[string]reflect.Value{
		"Enter":       reflect.ValueOf(func() int { s.enter(); return 0 }),
		"Deep":        reflect.ValueOf(s.enter),
		"Deeper":      reflect.ValueOf(s.deeper),
		"Loop":        reflect.ValueOf(func() int { s.loop(); return 0 }),
		"Fault":       reflect.ValueOf(fault),
		"Deferred":    reflect.ValueOf(s.deferred),
		"NewDefers":   reflect.ValueOf(s.newDefers),
		"Equal":       reflect.ValueOf(equal),
		"CheckKey":    reflect.ValueOf(checkKey),
		"Box":         reflect.ValueOf(s.box),
		"BoxError":    reflect.ValueOf(s.boxError),
		"BoxStringer": reflect.ValueOf(s.boxStringer),
		"Is":          reflect.ValueOf(is),
		"SameType":    reflect.ValueOf(func(a, b any) bool { return reflect.TypeOf(a) == reflect.TypeOf(b) }),
		"NamedFunc":   reflect.ValueOf(namedFunc),
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
		"AsksAs":      reflect.ValueOf(asksAs),
		"Coroutine":   reflect.ValueOf(coroutine),
		"Keeps":       reflect.ValueOf(func(name string) bool { return s.kept[name] }),
		"Index":       reflect.ValueOf(index),
		"RangeFault":  reflect.ValueOf(rangeFault),
		"Shift":       reflect.ValueOf(shift),
		"High":        reflect.ValueOf(high),
		"Low":         reflect.ValueOf(low),
		"Bounds":      reflect.ValueOf(bounds),
		"FullBounds":  reflect.ValueOf(fullBounds),
		"Clear":       reflect.ValueOf(clearValue),
		"True":        reflect.ValueOf(func() bool { return true }),
		"MinFloat":    reflect.ValueOf(func(x, y float64) float64 { return min(x, y) }),
		"MaxFloat":    reflect.ValueOf(func(x, y float64) float64 { return max(x, y) }),
		"Complex":     reflect.ValueOf(func(re, im float64) complex128 { return complex(re, im) }),
		"Keys":        reflect.ValueOf(keys),
		"Offsets":     reflect.ValueOf(offsets),
		"EncodeJSON":  reflect.ValueOf(s.encodeTo),
		"EscapeHTML":  reflect.ValueOf(s.escapeHTML),
		"DecodeJSON":  reflect.ValueOf(s.decodeJSON),
		"UseNumber":   reflect.ValueOf(s.useNumber),
		"OnlyKnown":   reflect.ValueOf(s.disallowUnknownFields),
		"Go":          reflect.ValueOf(s.run),
	})
	maps.Copy(values, s.waitingSymbols())
	maps.Copy(values, s.limitSymbols())
	return values
}

// loop is the checkpoint that a loop makes every so many iterations.
func (s *supportFunctions) loop() {
	s.reduce(checkEvery)
	s.watchMemory()
}

func (s *supportFunctions) reduce(n int) {
	if self := s.api.Node().Current(); self != nil {
		self.Reduce(n)
		self.Notice()
	}
}

// index is a checked index.
func index(i, length, line int) int {
	if i < 0 || i >= length {
		panic(otp.Fault{Value: otp.RuntimeError(fmt.Sprintf("index out of range [%d]%s", i, withLength(i, length))), Line: line})
	}
	return i
}

// shift is a checked count of a shift.
func shift(n, line int) uint {
	if n < 0 {
		panic(otp.Fault{Value: otp.RuntimeError("negative shift amount"), Line: line})
	}
	return uint(n)
}

// withLength is what Go says after an index that is not negative.
func withLength(i, length int) string {
	if i < 0 {
		return ""
	}
	return fmt.Sprintf(" with length %d", length)
}

// fault gives the value of a panic its line.
func fault(value any, line int) any {
	if value == nil {
		value = new(runtime.PanicNilError)
	}
	return otp.Fault{Value: value, Line: line}
}

// keys are those of a map, as a slice of their type.
func keys(m any) any {
	v := reflect.ValueOf(m)
	list := reflect.MakeSlice(reflect.SliceOf(v.Type().Key()), 0, v.Len())
	return reflect.Append(list, v.MapKeys()...).Interface()
}

// namedFunc reports whether a value is a function of a type with a name.
func namedFunc(f any) bool {
	t := reflect.TypeOf(f)
	return t != nil && t.Kind() == reflect.Func && t.Name() != ""
}

// offsets are the places at which the characters of a string begin.
func offsets(text string) []int {
	list := make([]int, 0, len(text))
	for i := range text {
		list = append(list, i)
	}
	return list
}

// clearValue is the builtin clear.
func clearValue(v any) { reflect.ValueOf(v).Clear() }

// run is a go statement: f runs in a goroutine of the process.
func (s *supportFunctions) run(f func(), line int) { s.api.Go(f, line) }

// guardedSymbols replaces functions of packages that would go round the node:
// printing goes through the group leader, time is the node's.
func (s *supportFunctions) guardedSymbols(path string) map[string]reflect.Value {
	api, values := s.api, stdlib.Symbols(path)
	s.limit(path, values)
	switch path {
	case "context":
		s.replaceContext(values)
	case "encoding/binary":
		replaceBinary(values)
	case "encoding/json":
		s.replaceJSON(values)
	case "fmt":
		s.replacePrinting(values)
	case "math/rand":
		replaceRandom(values, s.random())
	case "math/rand/v2":
		replaceRandom(values, randv2.New(s.random()))
	case "sync":
		values["OnceFunc"] = reflect.ValueOf(s.onceFunc)
	case "time":
		values["After"] = reflect.ValueOf(s.after)
		values["Tick"] = reflect.ValueOf(s.tick)
		values["NewTimer"] = reflect.ValueOf(s.newTimer)
		values["NewTicker"] = reflect.ValueOf(s.newTicker)
		values["AfterFunc"] = reflect.ValueOf(s.afterFunc)
		values["Sleep"] = reflect.ValueOf(api.Timer().Sleep)
		values["Now"] = reflect.ValueOf(func() time.Time { return api.Node().SystemTime() })
		values["Since"] = reflect.ValueOf(func(t time.Time) time.Duration { return api.Node().SystemTime().Sub(t) })
		values["Until"] = reflect.ValueOf(func(t time.Time) time.Duration { return t.Sub(api.Node().SystemTime()) })
	}
	return values
}

// random is the node's own source, the same at every run of a virtual node.
func (s *supportFunctions) random() *rand.Rand {
	if s.source == nil {
		seed := s.seed
		if seed == 0 && !s.api.Node().Virtual() {
			seed = time.Now().UnixNano()
		}
		s.source = rand.New(rand.NewSource(cmp.Or(seed, 1)))
	}
	return s.source
}

// replaceRandom gives the functions of math/rand the node's source.
func replaceRandom(values map[string]reflect.Value, generator any) {
	source := reflect.ValueOf(generator)
	for name := range values {
		if m := source.MethodByName(name); m.IsValid() && values[name].Kind() == reflect.Func {
			values[name] = m
		}
	}
}
