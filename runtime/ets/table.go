package ets

import (
	"fmt"

	"gex/runtime/process"
	"gex/runtime/term"
)

// Types of tables.
const (
	Set          = term.Atom("set")
	OrderedSet   = term.Atom("ordered_set")
	Bag          = term.Atom("bag")
	DuplicateBag = term.Atom("duplicate_bag")
)

// Protections of tables.
const (
	Public    = term.Atom("public")
	Protected = term.Atom("protected")
	Private   = term.Atom("private")
)

// ArgumentError says what is wrong with an argument of a call; position 1 is
// the first. Text is worded as in OTP.
type ArgumentError struct {
	Position int
	Text     string
	// Cause is what OTP calls it, "" if it does not.
	Cause term.Atom
}

// Error returns position and text for Go programmers.
func (e *ArgumentError) Error() string { return fmt.Sprintf("argument %d: %s", e.Position, e.Text) }

// Errors of the first argument of most calls.
var (
	errNoTable = &ArgumentError{1, "the table identifier does not refer to an existing ETS table", "id"}
	// errNoTableRef is the error of a reference that has never been a table's.
	errNoTableRef = &ArgumentError{1, "not a valid table identifier", ""}
	errNoID       = &ArgumentError{1, "not an atom or a table identifier", ""}
	errNoAccess   = &ArgumentError{1, "the table identifier refers to an ETS table with insufficient access rights", "access"}
	errType       = &ArgumentError{1, "the table identifier refers to an ETS table of a type not supported by this operation", ""}
)

// Options say what kind of table New makes; the zero value is a protected set
// without a name.
type Options struct {
	Type, Protection term.Atom
	Named            bool
	// KeyPosition is the element of the objects that is their key, from 1; 0
	// means 1.
	KeyPosition int
	// ReadConcurrency, WriteConcurrency and Compressed are shown by Info.
	ReadConcurrency, WriteConcurrency, Compressed term.Term
	// Heir becomes the owner when the owner ends, and is told so with HeirData;
	// the zero PID is none.
	Heir     term.PID
	HeirData term.Term
}

// Table is a table. Its methods may be called by running processes only.
type Table struct {
	ID    term.Ref
	Name  term.Atom
	Owner term.PID
	Options
	index  index
	fixing Fixing
}

type tablesKey struct{}

// tables are the tables of a node.
type tables struct {
	byID   map[term.Ref]*Table
	byName map[term.Atom]*Table
	sweep  int // sweep when there are so many
}

func tablesOf(node *process.Node) *tables {
	if ts, ok := node.Value(tablesKey{}).(*tables); ok {
		return ts
	}
	ts := &tables{make(map[term.Ref]*Table), make(map[term.Atom]*Table), 64}
	node.SetValue(tablesKey{}, ts)
	return ts
}

func (ts *tables) remove(t *Table) {
	delete(ts.byID, t.ID)
	if t.Named && ts.byName[t.Name] == t {
		delete(ts.byName, t.Name)
	}
}

// removeDead gives back the tables of processes that are gone.
func (ts *tables) removeDead() {
	for _, t := range ts.byID {
		if process.Lookup(t.Owner) == nil {
			ts.remove(t)
		}
	}
	ts.sweep = max(64, 2*len(ts.byID))
}

// New makes a table that belongs to self. The only error is a name that is
// taken.
func New(self *process.Process, name term.Atom, o Options) (*Table, error) {
	ts := tablesOf(self.Node())
	if len(ts.byID) >= ts.sweep {
		ts.removeDead()
	}
	if o.Named && Named(self.Node(), name) != nil {
		return nil, &ArgumentError{1, "table name already exists", "already_exists"}
	}
	if o.Type == "" {
		o.Type = Set
	}
	if o.Protection == "" {
		o.Protection = Protected
	}
	o.KeyPosition = max(1, o.KeyPosition)
	t := &Table{ID: self.Node().MakeMagicRef(), Name: name, Owner: self.PID(), Options: o}
	t.index = &linear{}
	if o.Type == OrderedSet {
		t.index = &ordered{}
	}
	ts.byID[t.ID] = t
	if o.Named {
		ts.byName[name] = t
	}
	if o.Heir != (term.PID{}) {
		t.inheritFrom(self)
	}
	return t, nil
}

// SetHeir names the process that becomes the owner when the owner, self, ends;
// the zero PID is none.
func (t *Table) SetHeir(self *process.Process, heir term.PID, data term.Term) {
	watched := t.Heir != (term.PID{})
	t.Heir, t.HeirData = heir, data
	if !watched && heir != (term.PID{}) {
		t.inheritFrom(self)
	}
}

// inheritFrom gives the table to its heir when owner ends and still has it. A
// table whose heir is gone too ends with its owner.
func (t *Table) inheritFrom(owner *process.Process) {
	owner.AtExit(func() {
		heir := process.Lookup(t.Heir)
		if t.Owner != owner.PID() || heir == nil {
			return
		}
		t.Owner = heir.PID()
		heir.Deliver(term.Tuple{term.Atom("ETS-TRANSFER"), t.Identifier(), owner.PID(), t.HeirData})
		if t.Heir != t.Owner {
			t.inheritFrom(heir)
		}
	})
}

// Named returns the table with a name, or nil.
func Named(node *process.Node, name term.Atom) *Table {
	ts := tablesOf(node)
	return ts.alive(ts.byName[name])
}

// alive returns t if it is there and its owner lives.
func (ts *tables) alive(t *Table) *Table {
	if t != nil && process.Lookup(t.Owner) == nil {
		ts.remove(t)
		return nil
	}
	return t
}

// All returns the tables of a node in the order in which they were made.
func All(node *process.Node) []*Table {
	ts := tablesOf(node)
	ts.removeDead()
	all := make([]*Table, 0, len(ts.byID))
	for _, t := range ts.byID {
		all = append(all, t)
	}
	sortByID(all)
	return all
}

// Access is what a call does to a table.
type Access uint8

// The accesses. Look is for what may be known about any table.
const (
	Look Access = iota
	Read
	Write
)

// Find returns the table of an identifier if self may access it so.
func Find(self *process.Process, id term.Term, access Access) (*Table, error) {
	ts := tablesOf(self.Node())
	var t *Table
	switch id := id.(type) {
	case term.Ref:
		if id.ID&term.MagicRef == 0 {
			return nil, errNoTableRef
		}
		t = ts.alive(ts.byID[id])
	case term.Atom:
		t = ts.alive(ts.byName[id])
	default:
		return nil, errNoID
	}
	if t == nil {
		return nil, errNoTable
	}
	own := t.Owner == self.PID()
	switch {
	case own || access == Look || t.Protection == Public:
	case t.Protection == Private || access == Write:
		return nil, errNoAccess
	}
	return t, nil
}

// Identifier is what programs know the table by: its name or its reference.
func (t *Table) Identifier() term.Term {
	if t.Named {
		return t.Name
	}
	return t.ID
}

// Delete removes the table.
func (t *Table) Delete(node *process.Node) { tablesOf(node).remove(t) }

// Rename gives the table another name.
func (t *Table) Rename(node *process.Node, name term.Atom) error {
	ts := tablesOf(node)
	if t.Named {
		if Named(node, name) != nil {
			return &ArgumentError{2, "table name already exists", ""}
		}
		delete(ts.byName, t.Name)
		ts.byName[name] = t
	}
	t.Name = name
	return nil
}

// GiveAway makes another process the owner, which is told by a message
// {:"ETS-TRANSFER", table, from, gift}.
func (t *Table) GiveAway(self *process.Process, to term.PID, gift term.Term) error {
	switch {
	case t.Owner != self.PID():
		return &ArgumentError{2, "the current process is not the owner", ""}
	case to == self.PID():
		return &ArgumentError{2, "the process is already the owner of the table", ""}
	case process.Lookup(to) == nil:
		return &ArgumentError{2, "the pid refers to a terminated process", ""}
	}
	t.Owner = to
	if t.Heir != (term.PID{}) {
		t.inheritFrom(process.Lookup(to))
	}
	self.Send(to, term.Tuple{term.Atom("ETS-TRANSFER"), t.Identifier(), self.PID(), gift})
	return nil
}

// Len returns the number of objects.
func (t *Table) Len() int { return t.index.len() }

// Memory returns how many words OTP would need for the table with its
// objects, counted roughly.
func (t *Table) Memory() int {
	if t.Type == OrderedSet {
		return 139 + 8*t.index.len()
	}
	return 305 + 7*t.index.len()
}
