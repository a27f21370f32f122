package ets

import (
	"slices"
	"sort"

	"gex/runtime/term"
)

// entry is a key with its objects, oldest first.
type entry struct {
	key     term.Term
	objects []term.Tuple
	hash    uint32 // in a linear index
}

// index finds entries by their keys and goes through them in an order.
type index interface {
	// get returns the entry of a key, or nil.
	get(key term.Term) *entry
	// put sets the objects of a key; none removes it.
	put(key term.Term, objects []term.Tuple)
	// entries returns all entries in order; the slice is the caller's.
	entries() []*entry
	// first, last, after and before return entries in that order, nil if there
	// is none.
	first() *entry
	last() *entry
	after(key term.Term) *entry
	before(key term.Term) *entry
	clear()
	// len is the number of objects.
	len() int
}

// maxBucket is how many entries a bucket has before it is split.
const maxBucket = 256

// ordered is an index in the order of keys: a list of entries in buckets, so
// that inserting moves few.
type ordered struct {
	buckets [][]*entry
	objects int
}

// find returns where the key is or would be.
func (x *ordered) find(key term.Term) (bucket, position int, found bool) {
	bucket = sort.Search(len(x.buckets), func(i int) bool {
		b := x.buckets[i]
		return term.Compare(b[len(b)-1].key, key) >= 0
	})
	if bucket == len(x.buckets) {
		return bucket, 0, false
	}
	b := x.buckets[bucket]
	position = sort.Search(len(b), func(i int) bool { return term.Compare(b[i].key, key) >= 0 })
	return bucket, position, term.Compare(b[position].key, key) == 0
}

func (x *ordered) get(key term.Term) *entry {
	if b, p, found := x.find(key); found {
		return x.buckets[b][p]
	}
	return nil
}

func (x *ordered) put(key term.Term, objects []term.Tuple) {
	b, p, found := x.find(key)
	switch {
	case found && len(objects) == 0:
		x.objects -= len(x.buckets[b][p].objects)
		x.buckets[b] = slices.Delete(x.buckets[b], p, p+1)
		if len(x.buckets[b]) == 0 {
			x.buckets = slices.Delete(x.buckets, b, b+1)
		}
	case found:
		e := x.buckets[b][p]
		x.objects += len(objects) - len(e.objects)
		e.key, e.objects = key, objects
	case len(objects) > 0:
		x.objects += len(objects)
		x.add(b, p, &entry{key: key, objects: objects})
	}
}

func (x *ordered) add(bucket, position int, e *entry) {
	if bucket == len(x.buckets) {
		if bucket == 0 {
			x.buckets = append(x.buckets, []*entry{e})
			return
		}
		bucket--
		position = len(x.buckets[bucket])
	}
	b := slices.Insert(x.buckets[bucket], position, e)
	x.buckets[bucket] = b
	if len(b) > maxBucket {
		half := len(b) / 2
		x.buckets[bucket] = b[:half:half]
		x.buckets = slices.Insert(x.buckets, bucket+1, slices.Clone(b[half:]))
	}
}

func (x *ordered) entries() []*entry {
	var all []*entry
	for _, b := range x.buckets {
		all = append(all, b...)
	}
	return all
}

// after returns the first entry whose key is greater than key, before the last
// one whose key is less; nil if there is none.
func (x *ordered) after(key term.Term) *entry {
	b, p, found := x.find(key)
	if found {
		p++
	}
	if b < len(x.buckets) && p == len(x.buckets[b]) {
		b, p = b+1, 0
	}
	if b >= len(x.buckets) {
		return nil
	}
	return x.buckets[b][p]
}

func (x *ordered) before(key term.Term) *entry {
	b, p, _ := x.find(key)
	if p > 0 {
		return x.buckets[b][p-1]
	}
	if b == 0 {
		return nil
	}
	previous := x.buckets[b-1]
	return previous[len(previous)-1]
}

func (x *ordered) first() *entry {
	if len(x.buckets) == 0 {
		return nil
	}
	return x.buckets[0][0]
}

func (x *ordered) last() *entry {
	if len(x.buckets) == 0 {
		return nil
	}
	b := x.buckets[len(x.buckets)-1]
	return b[len(b)-1]
}

func (x *ordered) clear()   { x.buckets, x.objects = nil, 0 }
func (x *ordered) len() int { return x.objects }
