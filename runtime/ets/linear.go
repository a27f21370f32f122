package ets

import (
	"math"
	"math/bits"
	"slices"

	"gex/runtime/term"
)

// leastSlots is how many slots a table has that is not large.
const leastSlots = 256

// linear is a hash table that grows by one slot at a time, as OTP's do, so that
// its slots are gone through in the same order. It keeps its slots when objects
// are deleted. The entries of a slot are oldest first.
type linear struct {
	slots [][]*entry
	count int
}

// hashKey returns the number by which a key is placed.
func hashKey(key term.Term) uint32 {
	if atom, ok := key.(term.Atom); ok {
		return atom.Hash()
	}
	return term.NodeHash(key) & math.MaxInt32
}

// slotOf returns the number of the slot that a hash belongs to.
func (x *linear) slotOf(hash uint32) int {
	mask := uint32(1)<<bits.Len(uint(len(x.slots)-1)) - 1
	if slot := int(hash & mask); slot < len(x.slots) {
		return slot
	}
	return int(hash & (mask >> 1))
}

// find returns the slot of a key and its place there, -1 if it is not there.
func (x *linear) find(key term.Term, hash uint32) (slot, place int) {
	if x.slots == nil {
		return 0, -1
	}
	slot = x.slotOf(hash)
	return slot, slices.IndexFunc(x.slots[slot], func(e *entry) bool { return e.hash == hash && term.CompareExact(e.key, key) == 0 })
}

func (x *linear) get(key term.Term) *entry {
	if slot, place := x.find(key, hashKey(key)); place >= 0 {
		return x.slots[slot][place]
	}
	return nil
}

func (x *linear) put(key term.Term, objects []term.Tuple) {
	hash := hashKey(key)
	slot, place := x.find(key, hash)
	switch {
	case place >= 0 && len(objects) == 0:
		x.count -= len(x.slots[slot][place].objects)
		x.slots[slot] = slices.Delete(x.slots[slot], place, place+1)
	case place >= 0:
		e := x.slots[slot][place]
		x.count += len(objects) - len(e.objects)
		e.key, e.objects = key, objects
	case len(objects) > 0:
		if x.slots == nil {
			x.slots = make([][]*entry, leastSlots)
			slot = x.slotOf(hash)
		}
		x.count += len(objects)
		x.slots[slot] = append(x.slots[slot], &entry{key: key, hash: hash, objects: objects})
		x.grow()
	}
}

// grow adds a slot if there are more objects than slots and divides the one
// that its entries have been in.
func (x *linear) grow() {
	if x.count <= len(x.slots) {
		return
	}
	added := len(x.slots)
	from := added &^ (1 << (bits.Len(uint(added)) - 1))
	old := x.slots[from]
	x.slots = append(x.slots, nil)
	x.slots[from] = nil
	for _, e := range old {
		slot := x.slotOf(e.hash)
		x.slots[slot] = append(x.slots[slot], e)
	}
}

func (x *linear) entries() []*entry {
	var all []*entry
	for _, slot := range x.slots {
		all = append(all, slot...)
	}
	return all
}

// bySlot returns the objects of each slot, as Objects has them.
func (x *linear) bySlot() [][]term.Tuple {
	slots := make([][]term.Tuple, max(leastSlots, len(x.slots)))
	for i, slot := range x.slots {
		for _, e := range slices.Backward(slot) {
			slots[i] = append(slots[i], e.objects...)
		}
	}
	return slots
}

// from returns the first entry at a slot or behind.
func (x *linear) from(slot int) *entry {
	for ; slot < len(x.slots); slot++ {
		if len(x.slots[slot]) > 0 {
			return x.slots[slot][0]
		}
	}
	return nil
}

func (x *linear) first() *entry { return x.from(0) }

// last is first, because OTP goes through these tables in one direction.
func (x *linear) last() *entry { return x.first() }

func (x *linear) after(key term.Term) *entry {
	slot, place := x.find(key, hashKey(key))
	if place >= 0 && place+1 < len(x.slots[slot]) {
		return x.slots[slot][place+1]
	}
	return x.from(slot + 1)
}

// before is after; see last.
func (x *linear) before(key term.Term) *entry { return x.after(key) }

func (x *linear) clear()   { x.slots, x.count = nil, 0 }
func (x *linear) len() int { return x.count }
