package main

import (
	"cmp"
	"fmt"
	"slices"
	"strings"
)

type SKU string
type Item struct {
	SKU   SKU
	Name  string
	Qty   int
	Price float64
	Tags  map[string]struct{}
}
type Change interface {
	Apply(*Store) error
	fmt.Stringer
}
type Add struct {
	Item
	By int
}
type Remove struct {
	SKU SKU
	N   int
}
type Store struct {
	items map[SKU]*Item
	log   []Change
}

func (a Add) Apply(s *Store) error {
	it, ok := s.items[a.SKU]
	if !ok {
		c := a.Item
		it = &c
		s.items[a.SKU] = it
	}
	it.Qty += a.By
	return nil
}
func (a Add) String() string { return fmt.Sprintf("+%d %s", a.By, a.SKU) }
func (r Remove) Apply(s *Store) error {
	it := s.items[r.SKU]
	switch {
	case it == nil:
		return fmt.Errorf("unknown sku %q", r.SKU)
	case it.Qty < r.N:
		return fmt.Errorf("only %d of %s", it.Qty, it.Name)
	case it.Qty == r.N:
		delete(s.items, r.SKU)
	default:
		it.Qty -= r.N
	}
	return nil
}
func (r Remove) String() string { return fmt.Sprintf("-%d %s", r.N, r.SKU) }
func (s *Store) Do(cs ...Change) (errs []error) {
	for _, c := range cs {
		if err := c.Apply(s); err != nil {
			errs = append(errs, fmt.Errorf("%v: %w", c, err))
			continue
		}
		s.log = append(s.log, c)
	}
	return
}
func (s *Store) Total() (sum float64) {
	for _, it := range s.items {
		sum += float64(it.Qty) * it.Price
	}
	return
}
func (s *Store) Find(pred func(Item) bool) []Item {
	var out []Item
	for _, it := range s.items {
		if pred(*it) {
			out = append(out, *it)
		}
	}
	slices.SortFunc(out, func(a, b Item) int { return cmp.Or(-cmp.Compare(a.Qty, b.Qty), strings.Compare(a.Name, b.Name)) })
	return out
}
func Main() {
	s := &Store{items: map[SKU]*Item{}}
	errs := s.Do(Add{Item{SKU: "p1", Name: "Pen", Price: 1.5, Tags: map[string]struct{}{"office": {}}}, 10}, Add{Item{SKU: "n1", Name: "Note", Price: 3}, 4},
		Remove{"p1", 3}, Remove{"zz", 1}, Remove{"n1", 9}, Add{Item{SKU: "p1"}, 3}, Add{Item: Item{SKU: "c1", Name: "Clip"}, By: 10})
	for _, e := range errs {
		fmt.Println(e)
	}
	fmt.Println(s.log, s.Total())
	for _, it := range s.Find(func(i Item) bool { return i.Qty >= 4 }) {
		_, office := it.Tags["office"]
		fmt.Println(it.SKU, it.Qty, office)
	}
	s.Do(Remove{"n1", 4})
	_, ok := s.items["n1"]
	fmt.Println(ok, len(s.items), s.log[len(s.log)-1])
	kinds := map[string]int{}
	for _, c := range s.log {
		switch c := c.(type) {
		case Add:
			kinds["add"] += c.By
		case Remove:
			kinds["remove"] += c.N
		}
	}
	fmt.Println(kinds)
}

func main() { Main() }
