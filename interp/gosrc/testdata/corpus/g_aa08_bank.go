package main

import (
	"errors"
	"fmt"
	"maps"
	"slices"
	"strings"
	"sync"
	"time"
)

type Money int64

func (m Money) String() string {
	sign := ""
	if m < 0 {
		sign, m = "-", -m
	}
	return fmt.Sprintf("%s$%d.%02d", sign, int64(m)/100, int64(m)%100)
}

func (m Money) Format(f fmt.State, verb rune) {
	switch verb {
	case 'v', 's':
		if f.Flag('+') && m >= 0 {
			fmt.Fprint(f, "+")
		}
		if w, ok := f.Width(); ok {
			fmt.Fprintf(f, "%*s", w, m.String())
			return
		}
		fmt.Fprint(f, m.String())
	default:
		fmt.Fprintf(f, "%%!%c(Money=%d)", verb, int64(m))
	}
}

type AccountID string

type Account struct {
	ID      AccountID
	Balance Money
	Limit   *Money
	History []Entry
}

type Entry struct {
	At     time.Time
	Amount Money
	Note   string
}

var (
	ErrInsufficient = errors.New("insufficient funds")
	ErrNotFound     = errors.New("account not found")
	ErrFrozen       = fmt.Errorf("account frozen: %w", errors.ErrUnsupported)
)

type TransferError struct {
	From, To AccountID
	Amount   Money
	Err      error
}

func (e *TransferError) Error() string {
	return fmt.Sprintf("transfer %v from %s to %s: %v", e.Amount, e.From, e.To, e.Err)
}
func (e *TransferError) Unwrap() error { return e.Err }

type Bank struct {
	sync.Mutex
	accounts map[AccountID]*Account
	frozen   map[AccountID]struct{}
	clock    func() time.Time
}

func (b *Bank) get(id AccountID) (*Account, error) {
	if _, ok := b.frozen[id]; ok {
		return nil, ErrFrozen
	}
	if a, ok := b.accounts[id]; ok {
		return a, nil
	}
	return nil, fmt.Errorf("%w: %q", ErrNotFound, id)
}

func (a *Account) move(m Money, note string, at time.Time) error {
	min := Money(0)
	if a.Limit != nil {
		min = -*a.Limit
	}
	if a.Balance+m < min {
		return fmt.Errorf("%s has %v, needs %v: %w", a.ID, a.Balance, -m, ErrInsufficient)
	}
	a.Balance += m
	a.History = append(a.History, Entry{at, m, note})
	return nil
}

func (b *Bank) Transfer(from, to AccountID, amount Money) (err error) {
	b.Lock()
	defer b.Unlock()
	defer func() {
		if err != nil {
			err = &TransferError{from, to, amount, err}
		}
	}()
	src, err1 := b.get(from)
	dst, err2 := b.get(to)
	if err := errors.Join(err1, err2); err != nil {
		return err
	}
	if err := src.move(-amount, "to "+string(to), b.clock()); err != nil {
		return err
	}
	return dst.move(amount, "from "+string(from), b.clock())
}

func main() {
	t := time.Date(2024, time.February, 28, 23, 30, 0, 0, time.UTC)
	limit := Money(5000)
	bank := &Bank{
		accounts: map[AccountID]*Account{
			"alice": {ID: "alice", Balance: 10000},
			"bob":   {ID: "bob", Limit: &limit},
			"carol": {ID: "carol"},
		},
		frozen: map[AccountID]struct{}{"carol": {}},
		clock: func() time.Time {
			t = t.Add(90 * time.Minute)
			return t
		},
	}
	steps := []struct {
		from, to AccountID
		amount   Money
	}{
		{"alice", "bob", 2550}, {"bob", "alice", 7000}, {"bob", "alice", 999999}, {"zed", "carol", 1}, {"carol", "bob", 5}, {"alice", "nobody", 3},
	}
	for i, s := range steps {
		err := bank.Transfer(s.from, s.to, s.amount)
		var te *TransferError
		fmt.Printf("%d. %v\n", i+1, err)
		if errors.As(err, &te) {
			fmt.Println("  ", te.Amount, errors.Is(err, ErrInsufficient), errors.Is(err, ErrNotFound), errors.Is(err, errors.ErrUnsupported))
			if j, ok := te.Err.(interface{ Unwrap() []error }); ok {
				fmt.Printf("   joined %d %q\n", len(j.Unwrap()), strings.Split(te.Err.Error(), "\n"))
			}
		}
	}
	for _, id := range slices.Sorted(maps.Keys(bank.accounts)) {
		a := bank.accounts[id]
		fmt.Printf("%-6s %10v %+v %d\n", a.ID, a.Balance, a.Balance, len(a.History))
		for _, e := range a.History {
			fmt.Printf("   %s %v %s\n", e.At.Format("Jan 2 15:04 Mon"), e.Amount, e.Note)
		}
	}
	fmt.Printf("%d %v %s\n", Money(5), []Money{1, -250}, map[string]Money{"x": 100})
	fmt.Printf("%v %+v\n", Entry{Amount: 5}, struct {
		M Money
		P *Money
	}{M: 7})
	fmt.Println(t.Sub(time.Date(2024, 2, 28, 0, 0, 0, 0, time.UTC)), t.Weekday(), t.YearDay(), t.Month())
	fmt.Println(Money(-5), Money(100).String(), bank.accounts["alice"].Balance == 100*100-2550+7000)
}
