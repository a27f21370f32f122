package main

import (
	"encoding/json"
	"errors"
	"fmt"
	"math"
	"time"
)

type Event interface{ Apply(*Cart) error }
type (
	Added   struct{ SKU string; Qty int; Price float64 }
	Removed struct{ SKU string; Qty int }
	Coupon  struct{ Code string; Percent float64 }
	Checked struct{ At time.Time }
)
type Line struct {
	Qty   int     `json:"qty"`
	Price float64 `json:"price"`
}
type Cart struct {
	Lines    map[string]*Line `json:"lines"`
	Discount float64          `json:"discount,omitempty"`
	Done     bool             `json:"done"`
	version  int
}

func (a Added) Apply(c *Cart) error {
	if a.Qty <= 0 {
		return fmt.Errorf("qty %d: %w", a.Qty, ErrInvalid)
	}
	l, ok := c.Lines[a.SKU]
	if !ok {
		l = &Line{Price: a.Price}
		c.Lines[a.SKU] = l
	}
	l.Qty += a.Qty
	return nil
}
func (r Removed) Apply(c *Cart) error {
	l := c.Lines[r.SKU]
	if l == nil {
		return &Missing{r.SKU}
	}
	if l.Qty -= r.Qty; l.Qty <= 0 {
		delete(c.Lines, r.SKU)
	}
	return nil
}
func (p *Coupon) Apply(c *Cart) error { c.Discount = p.Percent / 100; return nil }
func (Checked) Apply(c *Cart) error {
	if c.Done {
		return ErrClosed
	}
	c.Done = true
	return nil
}

var (
	ErrInvalid = errors.New("invalid")
	ErrClosed  = errors.New("closed")
)

type Missing struct{ SKU string }

func (m *Missing) Error() string   { return "missing " + m.SKU }
func (m *Missing) Is(t error) bool { return t == ErrInvalid }

func (c Cart) Total() (t float64) {
	defer func() { t = math.Round(t*(1-c.Discount)*100) / 100 }()
	for _, l := range c.Lines {
		t += float64(l.Qty) * l.Price
	}
	return
}

type Store struct {
	events []Event
	subs   []func(int, Event)
}

func (s *Store) Append(es ...Event) (n int) {
	for _, e := range es {
		s.events = append(s.events, e)
		for _, f := range s.subs {
			f(len(s.events), e)
		}
		n++
	}
	return
}
func (s *Store) Replay(until int) (*Cart, error) {
	c := &Cart{Lines: map[string]*Line{}}
	var errs []error
	for i, e := range s.events {
		if i >= until && until >= 0 {
			break
		}
		if err := e.Apply(c); err != nil {
			errs = append(errs, fmt.Errorf("#%d %T: %w", i+1, e, err))
			continue
		}
		c.version = i + 1
	}
	return c, errors.Join(errs...)
}

func main() {
	var s Store
	seen := map[string]int{}
	s.subs = append(s.subs, func(n int, e Event) {
		seen[fmt.Sprintf("%T", e)]++
		if _, ok := e.(*Coupon); ok {
			fmt.Printf("coupon at %d: %+v %v\n", n, e, e)
		}
	})
	at := time.Date(2024, 5, 6, 7, 8, 9, 0, time.UTC)
	fmt.Println(s.Append(Added{"pen", 3, 1.5}, Added{"ink", 1, 9.99}, Removed{"cap", 1}, &Coupon{"TEN", 10}, Added{SKU: "pen", Qty: -1}, Removed{"pen", 1}, Checked{at}, Checked{at}))
	for _, n := range []int{2, 4, -1} {
		c, err := s.Replay(n)
		fmt.Println(c.Total(), c.version, len(c.Lines), c.Done)
		if err != nil {
			fmt.Println(err)
			var m *Missing
			fmt.Println(errors.Is(err, ErrInvalid), errors.Is(err, ErrClosed), errors.As(err, &m))
		}
		b, _ := json.Marshal(c)
		fmt.Println(string(b))
	}
	fmt.Println(seen)
	fmt.Println(s.events[0], s.events[6], len(s.events))
	fmt.Printf("%+v %#v\n", s.events[1], s.events[2])
	byType := map[bool][]Event{}
	for _, e := range s.events {
		_, isAdd := e.(Added)
		byType[isAdd] = append(byType[isAdd], e)
	}
	fmt.Println(len(byType[true]), len(byType[false]), byType[true])
	fmt.Println(s.events[0] == Event(Added{"pen", 3, 1.5}), s.events[3] == Event(&Coupon{"TEN", 10}), s.events[6] == s.events[7])
}
