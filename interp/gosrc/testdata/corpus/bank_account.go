package main

import (
	"errors"
	"fmt"
	"sync"
)

type Account struct {
	mu      sync.Mutex
	ID      string
	Balance float64
	History []Txn
}

type Txn struct {
	Kind   string
	Amount float64
}

type InsufficientFunds struct{ Need, Have float64 }

func (e InsufficientFunds) Error() string {
	return fmt.Sprintf("insufficient funds: need %.2f, have %.2f", e.Need, e.Have)
}

var ErrAmount = errors.New("invalid amount")

func (a *Account) Deposit(x float64) error {
	if x <= 0 {
		return ErrAmount
	}
	a.mu.Lock()
	defer a.mu.Unlock()
	a.Balance += x
	a.History = append(a.History, Txn{"deposit", x})
	return nil
}

func (a *Account) Withdraw(x float64) error {
	a.mu.Lock()
	defer a.mu.Unlock()
	if x > a.Balance {
		return &InsufficientFunds{x, a.Balance}
	}
	a.Balance -= x
	a.History = append(a.History, Txn{"withdraw", -x})
	return nil
}

type Bank struct{ accounts map[string]*Account }

func (b *Bank) Transfer(from, to string, x float64) error {
	f, ok := b.accounts[from]
	if !ok {
		return fmt.Errorf("account %q: %w", from, ErrNone)
	}
	t, ok := b.accounts[to]
	if !ok {
		return fmt.Errorf("account %q: %w", to, ErrNone)
	}
	if err := f.Withdraw(x); err != nil {
		return fmt.Errorf("transfer: %w", err)
	}
	return t.Deposit(x)
}

var ErrNone = errors.New("no such account")

func Main() {
	b := &Bank{accounts: map[string]*Account{"a": {ID: "a", Balance: 100}, "b": {ID: "b"}}}
	fmt.Println(b.Transfer("a", "b", 30))
	err := b.Transfer("a", "b", 300)
	var inf *InsufficientFunds
	if errors.As(err, &inf) {
		fmt.Println(inf.Need, inf.Have, err)
	}
	fmt.Println(b.Transfer("x", "b", 1), errors.Is(b.Transfer("a", "y", 1), ErrNone))
	fmt.Println(b.accounts["a"].Deposit(-1) == ErrAmount)
	fmt.Println(b.accounts["a"].History, b.accounts["b"].Balance)
	fmt.Printf("%+v\n", b.accounts["b"].History)
	var wg sync.WaitGroup
	acc := b.accounts["b"]
	for range 20 {
		wg.Add(1)
		go func() {
			defer wg.Done()
			acc.Deposit(1)
		}()
	}
	wg.Wait()
	fmt.Println(acc.Balance, len(acc.History))
}

func main() { Main() }
