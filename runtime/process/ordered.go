package process

import "iter"

// ordered is a set of values with keys that remembers the order of insertion.
// Most processes have nothing in theirs, so an empty one takes one word.
type ordered[K comparable, V any] struct{ *members[K, V] }

// members are what is in a set. Small sets are searched from the newest end,
// since what was added last (the monitor of a call) is what is removed first;
// larger ones get an index when they are searched.
type members[K comparable, V any] struct {
	first, last *entry[K, V]
	index       map[K]*entry[K, V]
	size        int
}

type entry[K comparable, V any] struct {
	key        K
	value      V
	prev, next *entry[K, V]
}

// indexFrom is the size from which an index pays.
const indexFrom = 16

func (o ordered[K, V]) len() int {
	if o.members == nil {
		return 0
	}
	return o.size
}

func (o ordered[K, V]) find(key K) *entry[K, V] {
	if o.members == nil {
		return nil
	}
	if o.index == nil && o.size >= indexFrom {
		o.makeIndex()
	}
	if o.index != nil {
		return o.index[key]
	}
	for e := o.last; e != nil; e = e.prev {
		if e.key == key {
			return e
		}
	}
	return nil
}

func (o ordered[K, V]) get(key K) (value V, ok bool) {
	if e := o.find(key); e != nil {
		return e.value, true
	}
	return value, false
}

// put adds a key that is not there.
func (o *ordered[K, V]) put(key K, value V) { o.add(&entry[K, V]{key: key, value: value}) }

// add adds an entry, whose key is not there, in the memory of the caller.
func (o *ordered[K, V]) add(e *entry[K, V]) {
	if o.members == nil {
		o.members = &members[K, V]{}
	}
	e.prev = o.last
	if o.last == nil {
		o.first = e
	} else {
		o.last.next = e
	}
	o.last = e
	o.size++
	if o.index != nil {
		o.index[e.key] = e
	}
}

func (o *members[K, V]) makeIndex() {
	o.index = make(map[K]*entry[K, V], o.size)
	for e := o.first; e != nil; e = e.next {
		o.index[e.key] = e
	}
}

// delete removes key and reports whether it was there.
func (o ordered[K, V]) delete(key K) bool {
	e := o.find(key)
	if e == nil {
		return false
	}
	o.remove(e)
	return true
}

// remove takes an entry out.
func (o *members[K, V]) remove(e *entry[K, V]) {
	if e.prev == nil {
		o.first = e.next
	} else {
		e.prev.next = e.next
	}
	if e.next == nil {
		o.last = e.prev
	} else {
		e.next.prev = e.prev
	}
	o.size--
	if o.index != nil {
		delete(o.index, e.key)
	}
	e.prev, e.next = nil, nil
}

// all ranges in order of insertion; the current entry may be deleted.
func (o ordered[K, V]) all() iter.Seq2[K, V] {
	return func(yield func(K, V) bool) {
		if o.members == nil {
			return
		}
		for e := o.first; e != nil; {
			next := e.next
			if !yield(e.key, e.value) {
				return
			}
			e = next
		}
	}
}
