package lib

import (
	"hash/fnv"
	"io"
	"slices"

	"gex/runtime/term"
)

// hashTable is the table that grows and shrinks a slot at a time of :dict and
// of the first version of :sets: a tuple of a tag, the number of elements, the
// slots in use, the slots there are, half of that, the sizes at which it grows
// and shrinks, an empty segment, and segments of 16 slots.
type hashTable struct {
	tag                     term.Atom
	size, slots, room, half int
	growsAt, shrinksAt      int
	buckets                 [][]term.Term // one a slot, room of them
}

const (
	segmentSize  = 16
	growingLoad  = 5
	shrinkLoad   = 3
	hashTableLen = 9
)

func newHashTable(tag term.Atom) *hashTable {
	return &hashTable{tag: tag, slots: segmentSize, room: segmentSize, half: segmentSize / 2,
		growsAt: segmentSize * growingLoad, shrinksAt: segmentSize * shrinkLoad, buckets: make([][]term.Term, segmentSize)}
}

func (h *hashTable) term() term.Term {
	empty := make(term.Tuple, segmentSize)
	for i := range empty {
		empty[i] = term.Empty
	}
	var segments term.Tuple
	for from := 0; from < h.room; from += segmentSize {
		segment := make(term.Tuple, segmentSize)
		for i := range segment {
			segment[i] = term.List(h.buckets[from+i]...)
		}
		segments = append(segments, segment)
	}
	return term.Tuple{h.tag, term.Int(h.size), term.Int(h.slots), term.Int(h.room), term.Int(h.half), term.Int(h.growsAt), term.Int(h.shrinksAt), empty, segments}
}

func hashTableOf(tag term.Atom, t term.Term) (*hashTable, bool) {
	tuple, ok := t.(term.Tuple)
	if !ok || len(tuple) != hashTableLen || tuple[0] != term.Term(tag) {
		return nil, false
	}
	h := &hashTable{tag: tag}
	for i, field := range []*int{&h.size, &h.slots, &h.room, &h.half, &h.growsAt, &h.shrinksAt} {
		n, ok := tuple[1+i].(term.Int)
		if !ok {
			return nil, false
		}
		*field = int(n)
	}
	segments, ok := tuple[hashTableLen-1].(term.Tuple)
	for _, s := range segments {
		segment, isTuple := s.(term.Tuple)
		if !isTuple {
			return nil, false
		}
		for _, b := range segment {
			bucket, proper := term.Slice(b)
			if !proper {
				return nil, false
			}
			h.buckets = append(h.buckets, bucket)
		}
	}
	return h, ok && len(h.buckets) == h.room && h.room > 0 && h.slots <= h.room
}

// clone is a table that can be changed, but for the buckets, which must be
// replaced.
func (h *hashTable) clone() *hashTable {
	c := *h
	c.buckets = slices.Clone(h.buckets)
	return &c
}

// hashIn is erlang:phash(key, n) less one.
func hashIn(key term.Term, n int) int {
	hash, ok := phash(key, 0)
	if !ok { // not one of those of which we know the hash
		text := fnv.New32a()
		_, _ = io.WriteString(text, show(key)) // never fails
		hash = text.Sum32()
	}
	return int(uint64(hash) % uint64(n))
}

func (h *hashTable) slot(key term.Term) int {
	s := hashIn(key, h.room)
	if s >= h.slots {
		return s - h.half
	}
	return s
}

// grown notes one more element, for which there may have to be one more slot.
func (h *hashTable) grown(keyOf func(term.Term) term.Term) {
	if h.size++; h.size <= h.growsAt {
		return
	}
	if h.slots == h.room {
		h.room, h.half = 2*h.room, 2*h.half
		h.buckets = append(h.buckets, make([][]term.Term, h.room-len(h.buckets))...)
	}
	added := h.slots
	old := added - h.half
	h.slots++
	var kept, moved []term.Term
	for _, x := range h.buckets[old] {
		if hashIn(keyOf(x), h.room) == old {
			kept = append(kept, x)
		} else {
			moved = append(moved, x)
		}
	}
	h.buckets[old], h.buckets[added] = kept, moved
	h.growsAt, h.shrinksAt = h.slots*growingLoad, h.slots*shrinkLoad
}

// shrunk notes so many elements less.
func (h *hashTable) shrunk(n int) {
	h.size -= n
	if n == 0 || h.size >= h.shrinksAt || h.slots <= segmentSize {
		return
	}
	last := h.slots - 1
	h.buckets[last-h.half] = slices.Concat(h.buckets[last-h.half], h.buckets[last])
	h.buckets[last] = nil
	h.slots--
	h.growsAt, h.shrinksAt = h.slots*growingLoad, h.slots*shrinkLoad
	if h.slots == h.half {
		h.room, h.half = h.room/2, h.half/2
		h.buckets = h.buckets[:h.room]
	}
}

// all are the elements in the order of to_list: by slots, each from its end.
func (h *hashTable) all() []term.Term {
	var list []term.Term
	for _, bucket := range h.buckets {
		for _, x := range slices.Backward(bucket) {
			list = append(list, x)
		}
	}
	return list
}
