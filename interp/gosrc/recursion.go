package gosrc

import (
	"runtime"
	"slices"
	"strings"

	"gex/runtime/process"
)

// This file is the compiled side of lowerRecursion. The interpreter passes a
// panic on by a new one in every call, and each looks at all of the stack: what
// is deep in calls so goes on with a new stack every so often, and a panic ends
// those at once on which only interpreted code stands.

// Limits of recursion.
const (
	// maxCalls is how deep functions may call each other if memory allows.
	maxCalls = 1 << 20
	// bytesPerCall is the part of the memory budget that a call may take,
	// bytesPerStack that of a stack, of which functions with deferred calls
	// have one each.
	bytesPerCall  = 8 << 10
	bytesPerStack = 32 << 10
	// framesOfStack is how many frames of compiled code a stack has before the
	// next one begins; an interpreted call takes two or more.
	framesOfStack = 200
	// maxFrames is how many a stack may have where no other can begin.
	maxFrames = 8000
)

// MaxCalls returns how deep functions may call each other with a memory budget of
// so many bytes, at most.
func MaxCalls(budget int) int { return min(maxCalls, budget/bytesPerCall) }

// stacks is what is known of the frames on stacks, by their addresses.
type stacks struct {
	frames []uintptr
	kinds  map[uintptr]frameKind
	lot    uint32
}

// frameKind says of what a frame is the call.
type frameKind uint8

const (
	frameOther       frameKind = iota // code that may recover a panic
	frameInterpreter                  // the interpreter or the packages that it uses
	frameCall                         // the function that runs an interpreted one
	frameBody                         // the function that has the body of another run as one
)

// enter is the checkpoint of every so many entries of functions. It returns how
// many up to the next one are left out, less than none if the stack is deep: these
// are drawn by lot, the same at every run.
func (s *supportFunctions) enter() int {
	s.reduce(checkEvery)
	s.watchMemory()
	s.stacks.lot = s.stacks.lot*1664525 + 1013904223
	left := int(s.stacks.lot>>16) % checkEvery
	var pc [1]uintptr
	if runtime.Callers(framesOfStack, pc[:]) == 0 {
		return left
	}
	if runtime.Callers(maxFrames, pc[:]) > 0 {
		calls, _ := s.stacks.look()
		panic(process.TooDeep(calls / 100 * 100))
	}
	return left - checkEvery
}

// deeper goes on with a new stack.
func (s *supportFunctions) deeper(f func()) {
	self := s.current()
	here, _ := s.stacks.look()
	stacks, calls := self.Stacks()
	budget := int(s.api.Node().MemoryBudget())
	switch limit := MaxCalls(budget); {
	case calls+here > limit:
		panic(process.TooDeep(limit))
	case stacks > budget/bytesPerStack:
		panic(process.TooDeep(calls / 100 * 100))
	}
	self.OnNewStack(here, f, s.deaf)
}

// raise goes on with a panic that has been recovered.
func (s *supportFunctions) raise(value any) { s.current().Raise(value, s.deaf) }

// deaf reports whether only interpreted code stands on the stack of the caller,
// which recovers a panic only to pass it on.
func (s *supportFunctions) deaf() bool {
	_, other := s.stacks.look()
	return !other
}

// look counts the interpreted calls on the stack of the caller, and reports
// whether there are frames of other code on it.
func (s *stacks) look() (calls int, other bool) {
	if s.frames == nil {
		s.frames, s.kinds = make([]uintptr, maxFrames+1), map[uintptr]frameKind{}
	}
	n := runtime.Callers(0, s.frames)
	for _, pc := range s.frames[:n] {
		kind, known := s.kinds[pc]
		if !known {
			kind = kindOfFrame(pc)
			s.kinds[pc] = kind
		}
		switch kind {
		case frameOther:
			other = true
		case frameCall:
			calls++
		case frameBody:
			calls--
		}
	}
	return calls, other || n > maxFrames
}

// passing are the functions that stand between interpreted ones and do not
// recover panics, or only to pass them on, by the beginnings of their names.
var passing = []string{
	"github.com/traefik/yaegi/interp.", "reflect.", "runtime.", "sort.", "slices.",
	"gex/interp/gosrc.(*stacks).look", "gex/interp/gosrc.(*supportFunctions).deaf", "gex/interp/gosrc.(*supportFunctions).raise",
	"gex/interp/gosrc.(*supportFunctions).deeper", "gex/interp/gosrc.(*defers).Run", "gex/interp/gosrc.(*defers).runOne",
	"gex/runtime/process.(*Process).OnNewStack", "gex/runtime/process.(*Process).Raise",
}

// kindOfFrame says what stands at an address, where the compiler may have put
// several calls into one.
func kindOfFrame(pc uintptr) frameKind {
	kind := frameInterpreter
	for frames, more := runtime.CallersFrames([]uintptr{pc}), true; more; {
		var frame runtime.Frame
		frame, more = frames.Next()
		switch f := frame.Function; {
		case f == "github.com/traefik/yaegi/interp.runCfg":
			kind = frameCall
		case f == "gex/interp/gosrc.(*defers).Run":
			kind = frameBody
		case !slices.ContainsFunc(passing, func(prefix string) bool { return strings.HasPrefix(f, prefix) }):
			return frameOther
		}
	}
	return kind
}
