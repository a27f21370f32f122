package process

import "gex/runtime/term"

// This file holds the flags of processes other than trap_exit. They change
// nothing here: Go's memory has no heaps to size and nobody is preferred. They
// are kept so that process_flag and process_info answer what was set.

// flag is a flag that process_flag knows: its first value and the term that a
// value is kept as, nil for a wrong one.
type flag struct {
	first term.Term
	value func(term.Term) term.Term
}

var flags = map[term.Atom]flag{
	"priority":           {term.Normal, oneOf("low", "normal", "high", "max")},
	"message_queue_data": {term.Atom("on_heap"), oneOf("on_heap", "off_heap")},
	"error_handler":      {term.Atom("error_handler"), anAtom},
	"sensitive":          {term.False, oneOf("true", "false")},
	"save_calls":         {term.Int(0), upTo(10000)},
	"fullsweep_after":    {term.Int(65535), atLeastZero},
	"min_heap_size":      {term.Int(233), heapSize},
	"min_bin_vheap_size": {term.Int(46422), heapSize},
	"max_heap_size":      {maxHeap(0, true, true), maxHeapSize},
}

func oneOf(names ...term.Atom) func(term.Term) term.Term {
	return func(t term.Term) term.Term {
		for _, name := range names {
			if t == term.Term(name) {
				return t
			}
		}
		return nil
	}
}

func anAtom(t term.Term) term.Term {
	if _, ok := t.(term.Atom); ok {
		return t
	}
	return nil
}

func atLeastZero(t term.Term) term.Term {
	if n, ok := t.(term.Int); ok && n >= 0 {
		return n
	}
	return nil
}

func upTo(limit term.Int) func(term.Term) term.Term {
	return func(t term.Term) term.Term {
		if n, ok := t.(term.Int); ok && n >= 0 && n <= limit {
			return n
		}
		return nil
	}
}

// heapSize rounds up to a size that heaps of the Erlang machine have.
func heapSize(t term.Term) term.Term {
	n, ok := t.(term.Int)
	if !ok || n < 0 {
		return nil
	}
	previous, size := term.Int(142), term.Int(233)
	for size < n {
		previous, size = size, previous+size+1
		if size >= 1<<20 {
			previous, size = size-size/5, size+size/5
		}
	}
	return size
}

func maxHeap(size term.Int, kill, report bool) term.Term {
	return term.NewMap(
		term.Pair{Key: term.Atom("error_logger"), Value: term.Bool(report)},
		term.Pair{Key: term.Atom("kill"), Value: term.Bool(kill)},
		term.Pair{Key: term.Atom("size"), Value: size},
	)
}

func maxHeapSize(t term.Term) term.Term {
	if n, ok := t.(term.Int); ok && (n == 0 || n >= 233) {
		return maxHeap(n, true, true)
	}
	m, ok := t.(*term.Map)
	if !ok {
		return nil
	}
	size, _ := m.Get(term.Atom("size"))
	n, ok := size.(term.Int)
	if !ok || n < 0 {
		return nil
	}
	on := func(key term.Atom) bool { v, ok := m.Get(key); return !ok || v == term.Term(term.True) }
	return maxHeap(n, on("kill"), on("error_logger"))
}

// Flag returns the value of a flag that SetFlag knows.
func (p *Process) Flag(name term.Atom) term.Term {
	if p.rare != nil && p.rare.flags[name] != nil {
		return p.rare.flags[name]
	}
	return flags[name].first
}

// KnowsFlag reports whether SetFlag knows a flag.
func KnowsFlag(name term.Atom) bool { return flags[name].value != nil }

// SetFlag sets a flag and returns its old value, or nil if the flag does not
// take that value.
func (p *Process) SetFlag(name term.Atom, value term.Term) term.Term {
	f, known := flags[name]
	if !known {
		return nil
	}
	kept := f.value(value)
	if kept == nil {
		return nil
	}
	old := p.Flag(name)
	more := p.more()
	if more.flags == nil {
		more.flags = make(map[term.Atom]term.Term)
	}
	more.flags[name] = kept
	return old
}

// ParseSpawnOptions reads the options of spawn_opt and reports whether all of
// them are right.
func ParseSpawnOptions(list term.Term) (o SpawnOptions, ok bool) {
	options, ok := term.Slice(list)
	for _, x := range options {
		ok = ok && o.add(x)
	}
	return o, ok
}

func (o *SpawnOptions) add(option term.Term) bool {
	pair, _ := option.(term.Tuple)
	switch tag := term.Tag(option, 2); {
	case option == term.Term(term.Atom("link")):
		o.Link = true
	case option == term.Term(term.Atom("monitor")):
		o.Monitor = true
	case tag == "monitor":
		var known bool
		o.Monitor = true
		o.MonitorOptions, known = ParseMonitorOptions(pair[1])
		return known
	case spawnFlags[tag] && flags[tag].value(pair[1]) != nil:
		o.Flags = append(o.Flags, pair)
	default:
		return false
	}
	return true
}

// spawnFlags are the flags that spawn_opt can set.
var spawnFlags = map[term.Atom]bool{
	"priority": true, "fullsweep_after": true, "min_heap_size": true, "min_bin_vheap_size": true,
	"max_heap_size": true, "message_queue_data": true,
}

var aliasModes = map[term.Term]AliasMode{
	term.Atom("explicit_unalias"): ExplicitUnalias,
	term.Atom("demonitor"):        AliasDemonitor,
	term.Atom("reply_demonitor"):  ReplyDemonitor,
}

// ParseMonitorOptions reads the options of monitor/3 and reports whether all
// of them are right.
func ParseMonitorOptions(list term.Term) (o MonitorOptions, ok bool) {
	options, ok := term.Slice(list)
	for _, x := range options {
		switch term.Tag(x, 2) {
		case "tag":
			o.Tag = x.(term.Tuple)[1]
		case "alias":
			mode, known := aliasModes[x.(term.Tuple)[1]]
			o.Alias, ok = mode, ok && known
		default:
			ok = false
		}
	}
	return o, ok
}
