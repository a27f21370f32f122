package main

import (
	"fmt"
)

type Vehicle interface {
	Plate() string
	Size() int
}
type Car struct{ plate string }
type Bike struct{ plate string }

func (c *Car) Plate() string { return c.plate }
func (*Car) Size() int       { return 2 }
func (b Bike) Plate() string { return b.plate }
func (Bike) Size() int       { return 1 }

type Slot struct {
	ID    int
	Size  int
	taken Vehicle
}
type Lot struct {
	slots []*Slot
	by    map[string]*Slot
}

func NewLot(sizes ...int) *Lot {
	l := &Lot{by: map[string]*Slot{}}
	for i, s := range sizes {
		l.slots = append(l.slots, &Slot{ID: i + 1, Size: s})
	}
	return l
}
func (l *Lot) Park(v Vehicle) (int, error) {
	if _, ok := l.by[v.Plate()]; ok {
		return 0, fmt.Errorf("%s is already parked", v.Plate())
	}
	for _, s := range l.slots {
		if s.taken == nil && s.Size >= v.Size() {
			s.taken, l.by[v.Plate()] = v, s
			return s.ID, nil
		}
	}
	return 0, fmt.Errorf("no room for %T %s", v, v.Plate())
}
func (l *Lot) Leave(p string) (v Vehicle, ok bool) {
	s, ok := l.by[p]
	if !ok {
		return
	}
	v, s.taken = s.taken, nil
	delete(l.by, p)
	return v, true
}
func Main() {
	l := NewLot(1, 2, 1)
	for _, v := range []Vehicle{&Car{"A"}, Bike{"B"}, &Car{"C"}, Bike{"B"}, Bike{"D"}, Bike{"E"}} {
		id, err := l.Park(v)
		fmt.Println(id, err)
	}
	v, ok := l.Leave("A")
	fmt.Println(v.Plate(), ok, len(l.by))
	v, ok = l.Leave("A")
	fmt.Println(v, ok)
	fmt.Println(l.Park(Bike{"E"}))
	free := 0
	for _, s := range l.slots {
		if s.taken == nil {
			free++
		}
	}
	fmt.Println(free)
}

func main() { Main() }
