package process

import (
	"slices"
	"testing"
)

// TestListed compares with what process_info of OTP 25 shows.
func TestListed(t *testing.T) {
	for _, c := range []struct {
		keys []uint64
		want []int
	}{
		{nil, []int{}},
		{[]uint64{1}, []int{0}},
		{[]uint64{1, 2}, []int{0, 1}},
		{[]uint64{1, 2, 3}, []int{1, 2, 0}},
		{[]uint64{1, 2, 3, 4}, []int{1, 2, 3, 0}},
		{[]uint64{1, 2, 3, 4, 5, 6}, []int{1, 3, 4, 5, 2, 0}},
		{[]uint64{1, 2, 3, 4, 5, 6, 7, 8}, []int{3, 5, 6, 7, 4, 1, 2, 0}},
		{[]uint64{97, 102, 100, 104, 99, 101, 103}, []int{2, 1, 3, 6, 5, 0, 4}},
		{[]uint64{119, 118, 117, 116}, []int{1, 0, 2, 3}},
		{[]uint64{126, 125, 124, 123, 122}, []int{1, 0, 3, 2, 4}},
	} {
		if got := listed(c.keys); !slices.Equal(got, c.want) {
			t.Errorf("listed(%v) = %v, want %v", c.keys, got, c.want)
		}
	}
}

// TestFelled compares with the order in which the processes linked to one that
// was killed hear of it on OTP 25 with one scheduler.
func TestFelled(t *testing.T) {
	for n, want := range [][]int{
		{}, {1}, {2, 1}, {1, 3, 2}, {1, 4, 3, 2}, {1, 3, 5, 4, 2}, {1, 3, 6, 5, 4, 2}, {1, 3, 5, 7, 6, 4, 2}, {1, 3, 2, 5, 8, 7, 6, 4},
	} {
		keys := make([]uint64, n)
		for i := range keys {
			keys[i] = uint64(100 + i)
		}
		got := felled(keys)
		for i := range got {
			got[i]++
		}
		if !slices.Equal(got, want) {
			t.Errorf("felled(%d keys) = %v, want %v", n, got, want)
		}
	}
}
