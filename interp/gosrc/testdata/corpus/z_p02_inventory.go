package main

import (
	"errors"
	"fmt"
	"strings"
)

type SKU string
type Item struct {
	SKU   SKU
	Qty   int
	Price float64
	Tags  map[string]struct{}
}
type Inventory struct {
	items map[SKU]*Item
	log   []string
}

var ErrMissing = errors.New("missing item")

type ShortageError struct {
	SKU        SKU
	Want, Have int
}

func (e *ShortageError) Error() string {
	return fmt.Sprintf("%s: want %d, have %d", e.SKU, e.Want, e.Have)
}
func (e *ShortageError) Is(target error) bool { return target == ErrShort }

var ErrShort = errors.New("short")

func (inv *Inventory) Take(s SKU, n int) (err error) {
	defer func() {
		inv.log = append(inv.log, fmt.Sprintf("take(%q,%d)=%v", s, n, err))
	}()
	it, ok := inv.items[s]
	switch {
	case !ok:
		return fmt.Errorf("take %s: %w", s, ErrMissing)
	case it.Qty < n:
		return &ShortageError{s, n, it.Qty}
	}
	it.Qty -= n
	return
}

func main() {
	inv := &Inventory{items: map[SKU]*Item{"a1": {SKU: "a1", Qty: 5, Price: 2.5, Tags: map[string]struct{}{"x": {}}}}}
	for _, t := range []struct {
		s SKU
		n int
	}{{"a1", 3}, {"a1", 3}, {"zz", 1}} {
		err := inv.Take(t.s, t.n)
		var se *ShortageError
		fmt.Println(err, errors.Is(err, ErrMissing), errors.Is(err, ErrShort), errors.As(err, &se), se != nil && se.Want == 3)
	}
	fmt.Println(strings.Join(inv.log, "; "))
	fmt.Printf("%+v\n", *inv.items["a1"])
	joined := errors.Join(ErrMissing, nil, &ShortageError{"q", 1, 0})
	fmt.Printf("%q %v\n", joined, errors.Is(joined, ErrShort))
}
