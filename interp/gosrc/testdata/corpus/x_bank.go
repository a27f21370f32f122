package main

import (
	"errors"
	"fmt"
	"os"
	"sort"
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
	return fmt.Sprintf("%s$%d.%02d", sign, m/100, m%100)
}

type TxKind uint8

const (
	Deposit TxKind = iota + 1
	Withdraw
	Transfer
	_
	Fee
)

//go:generate stringer
var kindNames = [...]string{Deposit: "deposit", Withdraw: "withdraw", Transfer: "transfer", Fee: "fee"}

func (k TxKind) String() string {
	if int(k) < len(kindNames) && kindNames[k] != "" {
		return kindNames[k]
	}
	return fmt.Sprintf("TxKind(%d)", uint8(k))
}

type Tx struct {
	ID     int
	Kind   TxKind
	Amount Money
	Note   string
	At     time.Duration
}

type InsufficientFunds struct {
	Need, Have Money
}

func (e *InsufficientFunds) Error() string {
	return fmt.Sprintf("insufficient funds: need %v, have %v", e.Need, e.Have)
}

var (
	ErrNoAccount = errors.New("no such account")
	ErrFrozen    = errors.New("account frozen")
)

type Account struct {
	Owner   string
	balance Money
	history []Tx
	frozen  bool
}

func (a *Account) apply(tx Tx) (err error) {
	defer func() {
		if err != nil {
			err = fmt.Errorf("account %q: %w", a.Owner, err)
		}
	}()
	if a.frozen {
		return ErrFrozen
	}
	switch tx.Kind {
	case Deposit:
		a.balance += tx.Amount
	case Withdraw, Transfer:
		if a.balance < tx.Amount {
			return &InsufficientFunds{tx.Amount, a.balance}
		}
		a.balance -= tx.Amount
	default:
		return fmt.Errorf("bad kind %v", tx.Kind)
	}
	a.history = append(a.history, tx)
	return nil
}

type Bank struct {
	mu       sync.RWMutex
	accounts map[string]*Account
	nextID   int
	log      []string
	hooks    []func(Tx, error)
}

func NewBank(names ...string) *Bank {
	b := &Bank{accounts: make(map[string]*Account)}
	for _, n := range names {
		b.accounts[n] = &Account{Owner: n}
	}
	return b
}

func (b *Bank) On(f func(Tx, error)) { b.hooks = append(b.hooks, f) }

func (b *Bank) Do(name string, kind TxKind, amount Money, note string) (tx Tx, err error) {
	b.mu.Lock()
	defer b.mu.Unlock()
	defer func() {
		for _, h := range b.hooks {
			h(tx, err)
		}
	}()
	a, ok := b.accounts[name]
	if !ok {
		return Tx{}, fmt.Errorf("%w: %s", ErrNoAccount, name)
	}
	b.nextID++
	tx = Tx{b.nextID, kind, amount, note, time.Duration(b.nextID) * 90 * time.Second}
	return tx, a.apply(tx)
}

func (b *Bank) Move(from, to string, amount Money) error {
	_, e1 := b.Do(from, Transfer, amount, "to "+to)
	if e1 != nil {
		return errors.Join(errors.New("move failed"), e1)
	}
	_, e2 := b.Do(to, Deposit, amount, "from "+from)
	return e2
}

func (b *Bank) Report() string {
	b.mu.RLock()
	defer b.mu.RUnlock()
	names := make([]string, 0, len(b.accounts))
	for n := range b.accounts {
		names = append(names, n)
	}
	sort.Slice(names, func(i, j int) bool {
		x, y := b.accounts[names[i]], b.accounts[names[j]]
		if x.balance != y.balance {
			return x.balance > y.balance
		}
		return names[i] < names[j]
	})
	var sb strings.Builder
	for i, n := range names {
		fmt.Fprintf(&sb, "%2d. %-8s|%10v|%d tx\n", i+1, n, b.accounts[n].balance, len(b.accounts[n].history))
	}
	return sb.String()
}

func main() {
	b := NewBank("ann", "bob", "cid")
	counts := map[TxKind]int{}
	var failures []error
	b.On(func(t Tx, e error) { counts[t.Kind]++ })
	b.On(func(_ Tx, e error) {
		if e != nil {
			failures = append(failures, e)
		}
	})
	tx, err := b.Do("ann", Deposit, 12345, "salary")
	fmt.Printf("%v %+v %v\n", tx, tx, err)
	fmt.Printf("%#v\n", tx)
	_, err = b.Do("bob", Withdraw, 1, "x")
	var inf *InsufficientFunds
	fmt.Println(errors.As(err, &inf), inf, inf.Need, err)
	err = b.Move("ann", "bob", 2345)
	fmt.Println(err)
	err = b.Move("bob", "cid", 99999)
	fmt.Println(err)
	fmt.Printf("%q\n", err)
	inf = nil
	fmt.Println(errors.As(err, &inf), inf.Have, errors.Is(err, ErrFrozen))
	b.accounts["cid"].frozen = true
	if err := b.Move("ann", "cid", 100); errors.Is(err, ErrFrozen) {
		fmt.Println("frozen:", err)
	}
	_, err = b.Do("dan", Fee, 1, "")
	fmt.Println(err, errors.Is(err, ErrNoAccount), errors.Unwrap(err) == ErrNoAccount)
	_, err = b.Do("ann", Fee, 1, "")
	fmt.Println(err)
	fmt.Print(b.Report())
	fmt.Println(counts, len(failures))
	for k := TxKind(0); k < 7; k++ {
		fmt.Printf("%v %d %x|", k, k, k)
	}
	fmt.Println()
	var wg sync.WaitGroup
	for i := range 10 {
		wg.Add(1)
		go func() {
			defer wg.Done()
			b.Do("ann", Deposit, Money(i), "g")
		}()
	}
	wg.Wait()
	fmt.Println(b.accounts["ann"].balance, len(b.accounts["ann"].history))
	fmt.Println(*b.accounts["bob"])
	fmt.Println(Money(-5), Money(-12345), []Money{1, 200}, map[string]Money{"z": 3, "a": -4})
	for i, f := range failures {
		fmt.Fprintln(os.Stdout, i, f)
	}
}
