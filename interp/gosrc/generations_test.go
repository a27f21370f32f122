package gosrc

import (
	"fmt"
	"runtime"
	"strings"
	"testing"
)

// liveHeap is how many bytes are in use after a collection.
func liveHeap() int64 {
	runtime.GC()
	runtime.GC() // the first leaves what has finalizers
	var stats runtime.MemStats
	runtime.ReadMemStats(&stats)
	return int64(stats.HeapAlloc)
}

// handlers are so many declarations that have nothing to do with each other.
func handlers(declarations int) string {
	var b strings.Builder
	for i := range declarations / 2 {
		fmt.Fprintf(&b, "type H%d struct{ UseGenEvent }\nfunc (H%d) HandleEvent(e, s Term) Result { Send(s, e); return OK(s) }\n", i, i)
	}
	return b.String()
}

// A thousand redefinitions leave nothing behind: neither memory nor goroutines,
// nor types, variables and functions by the names of which there is one of each.
func TestGenerationsLeaveNothing(t *testing.T) {
	s := newSession(t)
	s.mustDefine(handlers(10) + "var total = 1\nfunc Total() int { return total }\n" +
		"func Map[T, U any](xs []T, f func(T) U) []U { var all []U; for _, x := range xs { all = append(all, f(x)) }; return all }")
	redefine := func(i int) {
		t.Helper()
		s.mustDefine(fmt.Sprintf("type Point struct{ X, Y int }\nfunc (p Point) String() string { return fmt.Sprint(p.X, %d) }", i))
		s.mustDefine(fmt.Sprintf("func Work() string { total++; xs := Map([]int{%d}, func(n int) any { return Point{n, 1} }); return fmt.Sprint(xs...) }", i))
		if got, err := s.apply("Go", "work"); err != nil || show(got) != fmt.Sprintf("\"%d %d\"", i, i) {
			t.Fatalf("after redefinition %d work() = %s, %v", i, show(got), err)
		}
	}
	counts := func() string {
		support := s.unit.support
		return fmt.Sprint(len(support.types), len(support.checked), len(support.ids), len(support.shown), len(support.tagged), len(s.unit.variables), len(s.unit.functions), runtime.NumGoroutine())
	}
	rounds := 500 / setting("GEX_SHARE", 1)
	if testing.Short() {
		rounds = 50
	}
	for i := range 20 {
		redefine(i)
	}
	known, heap := counts(), liveHeap()
	for i := range rounds {
		redefine(20 + i)
	}
	if now := counts(); now != known {
		t.Errorf("types, variables, functions and goroutines were %s and are %s", known, now)
	}
	// A generation takes more than 50 KB, and what the collector finds differs by less than 4 MB.
	if grown := liveHeap() - heap; grown > 4<<20 {
		t.Errorf("%d redefinitions keep %d KB", 2*rounds, grown>>10)
	}
}
