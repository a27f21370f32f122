package registry

import (
	"hash/fnv"
	"io"

	"gex/runtime/ets"
	"gex/runtime/inspect"
	"gex/runtime/process"
	"gex/runtime/term"
)

// part is one partition: the server that owns the two tables.
type part struct {
	server     term.PID
	keys, pids *ets.Table
}

// Hash returns a number below limit that depends on the term only:
// erlang:phash2/2, and one of gex's own for what has no number of its own there.
func Hash(t term.Term, limit int) int {
	if sum, known := term.PortableHash(t); known {
		return int(uint64(sum) % uint64(limit))
	}
	h := fnv.New64a()
	io.WriteString(h, inspect.Inspect(t, inspect.Options{Limit: -1, PrintableLimit: -1})) // never fails
	return int(h.Sum64() % uint64(limit))
}

// Find returns the registry with a name, and false if there is none.
func Find(self *process.Process, name term.Term) (*Registry, bool) {
	atom, ok := name.(term.Atom)
	if !ok {
		return nil, false
	}
	meta := ets.Named(self.Node(), atom)
	if meta == nil {
		return nil, false
	}
	rows := meta.Lookup(infoRow)
	if len(rows) == 0 {
		return nil, false
	}
	info, _ := rows[0][1].(term.Tuple)
	if len(info) != 5 {
		return nil, false
	}
	r := &Registry{Name: atom, self: self, meta: meta, listeners: info[4]}
	r.Kind, _ = info[0].(term.Atom)
	n, _ := info[1].(term.Int)
	if n == 1 {
		return r, r.addPart(self, info[2], info[3])
	}
	for i := range n {
		rows := meta.Lookup(i)
		if len(rows) == 0 || len(rows[0]) != 3 || !r.addPart(self, rows[0][1], rows[0][2]) {
			return nil, false
		}
	}
	return r, true
}

// addPart adds the partition with a table of keys; owner is its server with
// the table of pids.
func (r *Registry) addPart(self *process.Process, keys, owner term.Term) bool {
	pair, ok := owner.(term.Tuple)
	if !ok || len(pair) != 2 {
		return false
	}
	var p part
	p.server, _ = pair[0].(term.PID)
	p.keys, _ = ets.Find(self, keys, ets.Look)
	p.pids, _ = ets.Find(self, pair[1], ets.Look)
	r.parts = append(r.parts, p)
	return p.keys != nil && p.pids != nil
}

// home is the partition that a key or pid belongs to.
func (r *Registry) home(t term.Term) part {
	if len(r.parts) == 1 {
		return r.parts[0]
	}
	return r.parts[Hash(t, len(r.parts))]
}

// tables returns the table in which pid registers a key, and the partition
// that will forget it: unique keys have a home, duplicate ones live with their
// process.
func (r *Registry) tables(key term.Term, pid term.PID) (keys *ets.Table, mine part) {
	mine = r.home(pid)
	if r.Unique() {
		return r.home(key).keys, mine
	}
	return mine.keys, mine
}

// KeyTable is the table in which a key is looked for first.
func (r *Registry) KeyTable(key term.Term) term.Ref { return r.holders(key)[0].keys.ID }

// holders are the partitions in which a key may be.
func (r *Registry) holders(key term.Term) []part {
	if r.Unique() {
		return []part{r.home(key)}
	}
	return r.parts
}

// unlinkUnused ends the link to a partition where self has nothing any more.
func (r *Registry) unlinkUnused(self *process.Process, mine part) {
	if len(mine.pids.Lookup(self.PID())) == 0 {
		self.Unlink(mine.server)
	}
}
