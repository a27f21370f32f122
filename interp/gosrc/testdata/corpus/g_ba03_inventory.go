package main

import (
	"cmp"
	"encoding/json"
	"errors"
	"fmt"
	"maps"
	"os"
	"slices"
	"strings"
	"sync"
	"text/tabwriter"
	"time"
)

type SKU string
type Cents int
type Category int

const (
	Unknown Category = iota
	Tool
	Toy
	Food
)

//go:noinline
func (c Category) String() string {
	switch c {
	case Tool:
		return "tool"
	case Toy, Food:
		return map[Category]string{Toy: "toy", Food: "food"}[c]
	}
	return fmt.Sprintf("category<%d>", int(c))
}

func (c Cents) String() string { return fmt.Sprintf("$%.2f", float64(c)/100) }

type Item struct {
	SKU      SKU      `json:"sku"`
	Name     string   `json:"name"`
	Price    Cents    `json:"price"`
	Qty      int      `json:"qty"`
	Category Category `json:"cat"`
	*Discount
}

type Discount struct {
	Percent int       `json:"percent"`
	Until   time.Time `json:"until"`
}

func (d *Discount) Apply(c Cents) Cents {
	if d == nil {
		return c
	}
	return c - c*Cents(d.Percent)/100
}

type Event interface{ apply(*Store) error }
type (
	Received struct {
		SKU SKU
		N   int
	}
	Sold struct {
		SKU SKU
		N   int
	}
	Renamed struct{ From, To string }
	Batch   []Event
)

type StockError struct {
	SKU        SKU
	Have, Want int
}

func (e StockError) Error() string { return fmt.Sprintf("%s: have %d, want %d", e.SKU, e.Have, e.Want) }

var ErrUnknown = errors.New("unknown item")

func (r Received) apply(s *Store) error {
	it, err := s.find(r.SKU)
	if err == nil {
		it.Qty += r.N
	}
	return err
}
func (e Sold) apply(s *Store) error {
	it, err := s.find(e.SKU)
	switch {
	case err != nil:
		return fmt.Errorf("sell: %w", err)
	case it.Qty < e.N:
		return StockError{e.SKU, it.Qty, e.N}
	}
	it.Qty -= e.N
	s.revenue += it.Apply(it.Price) * Cents(e.N)
	return nil
}
func (r *Renamed) apply(s *Store) error {
	for _, it := range s.items {
		if it.Name == r.From {
			it.Name = r.To
			return nil
		}
	}
	return ErrUnknown
}
func (b Batch) apply(s *Store) error {
	var errs []error
	for i, e := range b {
		if err := e.apply(s); err != nil {
			errs = append(errs, fmt.Errorf("#%d %T: %w", i, e, err))
		}
	}
	return errors.Join(errs...)
}

type Store struct {
	mu      sync.Mutex
	items   map[SKU]*Item
	revenue Cents
	log     []string
}

func (s *Store) find(k SKU) (*Item, error) {
	if it := s.items[k]; it != nil {
		return it, nil
	}
	return nil, fmt.Errorf("%w %q", ErrUnknown, k)
}

func (s *Store) Do(e Event) error {
	s.mu.Lock()
	defer s.mu.Unlock()
	s.log = append(s.log, fmt.Sprintf("%T", e))
	return e.apply(s)
}

func GroupBy[K comparable, V any](vs []V, f func(V) K) map[K][]V {
	m := map[K][]V{}
	for _, v := range vs {
		m[f(v)] = append(m[f(v)], v)
	}
	return m
}

func main() {
	until := time.Date(2025, 1, 2, 3, 4, 5, 0, time.UTC)
	s := &Store{items: map[SKU]*Item{
		"h1": {SKU: "h1", Name: "hammer", Price: 1999, Qty: 3, Category: Tool},
		"t1": {"t1", "train", 4550, 1, Toy, &Discount{10, until}},
		"a1": {SKU: "a1", Name: "apple", Price: 25, Category: Food},
	}}
	events := []Event{
		Received{"a1", 10}, Sold{"a1", 4}, Sold{"t1", 1}, Sold{"t1", 1}, &Renamed{"hammer", "sledge"},
		Batch{Sold{"zz", 1}, Received{"h1", 2}, &Renamed{"x", "y"}, Batch{Sold{"h1", 99}}},
	}
	for _, e := range events {
		err := s.Do(e)
		var se StockError
		fmt.Printf("%v | %t %t %v\n", err, errors.Is(err, ErrUnknown), errors.As(err, &se), se.Want-se.Have)
	}
	fmt.Println(s.revenue, len(s.log))
	fmt.Println(strings.Join(s.log, "\n"))
	tw := tabwriter.NewWriter(os.Stdout, 4, 0, 1, '.', 0)
	items := slices.SortedFunc(maps.Values(s.items), func(a, b *Item) int {
		return cmp.Or(cmp.Compare(b.Price, a.Price), cmp.Compare(a.Name, b.Name))
	})
	for _, it := range items {
		fmt.Fprintf(tw, "%s\t%v\t%d\t%v\t%v\n", it.Name, it.Price, it.Qty, it.Category, it.Discount != nil)
	}
	tw.Flush()
	g := GroupBy(items, func(i *Item) bool { return i.Price > 1000 })
	fmt.Println(len(g[true]), len(g[false]), g[false][0].Name)
	b, err := json.MarshalIndent(items, "", " ")
	fmt.Println(string(b), err)
	var back []Item
	fmt.Println(json.Unmarshal(b, &back), len(back), back[0].Discount.Until.Equal(until), back[1].Discount == nil)
	fmt.Printf("%v %+v\n", back[1], back[2])
	fmt.Println(Category(9), []Category{Tool, Toy}, map[Category]Cents{Food: 5, Tool: 100}, back[0].Apply(1000))
	defer func() {
		r := recover()
		fmt.Printf("%v %T\n", r, r)
	}()
	fmt.Println(back[1].Percent)
}
