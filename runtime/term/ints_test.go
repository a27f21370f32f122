package term_test

import (
	"math"
	"testing"

	"gex/runtime/term"
)

// TestInts makes more integers than share a piece of memory: each is what any
// other of its value is, and stays so.
func TestInts(t *testing.T) {
	var ints term.Ints
	var made []term.Term
	for i := range 100 {
		made = append(made, ints.Term(term.Int(i)))
	}
	made = append(made, ints.Term(math.MinInt64), ints.Term(math.MaxInt64))
	for i, got := range made[:100] {
		if want := term.Term(term.Int(i)); got != want || term.Compare(got, want) != 0 || term.NodeHash(got) != term.NodeHash(want) {
			t.Errorf("Term(%d) = %v", i, got)
		}
	}
	if made[100] != term.Term(term.Int(math.MinInt64)) || made[101] != term.Term(term.Int(math.MaxInt64)) {
		t.Errorf("the bounds are %v and %v", made[100], made[101])
	}
}

// TestIntsShareMemory counts what integers cost.
func TestIntsShareMemory(t *testing.T) {
	var ints term.Ints
	var keep term.Term
	if got := testing.AllocsPerRun(100, func() {
		for i := range 160 {
			keep = ints.Term(term.Int(i + 1000))
		}
	}); got != 10 {
		t.Errorf("160 integers take %v pieces of memory, want 10", got)
	}
	if keep != term.Term(term.Int(1159)) {
		t.Errorf("the last one is %v", keep)
	}
}
