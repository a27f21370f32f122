package main

import (
	"errors"
	"fmt"
	"strings"
)

type AccountID string
type Money int64

func (m Money) String() string { return fmt.Sprintf("$%d.%02d", int64(m)/100, int64(m)%100) }

type InsufficientFunds struct {
	ID         AccountID
	Need, Have Money
}

func (e *InsufficientFunds) Error() string {
	return fmt.Sprintf("account %s: need %v, have %v", e.ID, e.Need, e.Have)
}
func (e *InsufficientFunds) Is(target error) bool { return target == ErrFunds }

var (
	ErrFunds    = errors.New("funds")
	ErrNotFound = errors.New("not found")
)

type Account struct {
	ID      AccountID
	Balance Money
	History []Entry
}
type Entry struct {
	Kind   string
	Amount Money
}
type Bank struct{ accounts map[AccountID]*Account }

func (b *Bank) get(id AccountID) (*Account, error) {
	a, ok := b.accounts[id]
	if !ok {
		return nil, fmt.Errorf("%w: %s", ErrNotFound, id)
	}
	return a, nil
}
func (a *Account) Withdraw(m Money) error {
	if a.Balance < m {
		return &InsufficientFunds{a.ID, m, a.Balance}
	}
	a.Balance -= m
	a.History = append(a.History, Entry{"w", m})
	return nil
}
func (a *Account) Deposit(m Money) { a.Balance += m; a.History = append(a.History, Entry{"d", m}) }
func (b *Bank) Transfer(from, to AccountID, m Money) (err error) {
	defer func() {
		if err != nil {
			err = fmt.Errorf("transfer %v: %w", m, err)
		}
	}()
	src, err := b.get(from)
	if err != nil {
		return err
	}
	dst, err := b.get(to)
	if err != nil {
		return err
	}
	if err := src.Withdraw(m); err != nil {
		return err
	}
	dst.Deposit(m)
	return nil
}
func Main() {
	b := &Bank{map[AccountID]*Account{"a": {ID: "a", Balance: 10050}, "b": {ID: "b"}}}
	for _, t := range []struct {
		from, to AccountID
		m        Money
	}{{"a", "b", 5025}, {"a", "b", 9900}, {"a", "zz", 1}, {"b", "a", 5}} {
		err := b.Transfer(t.from, t.to, t.m)
		var inf *InsufficientFunds
		fmt.Println(err, errors.Is(err, ErrFunds), errors.Is(err, ErrNotFound), errors.As(err, &inf))
		if inf != nil {
			fmt.Println(" short by", inf.Need-inf.Have)
		}
	}
	fmt.Println(b.accounts["a"].Balance, *b.accounts["b"])
	fmt.Printf("%v %+v %d\n", b.accounts["a"].History, b.accounts["b"].History, b.accounts["a"].Balance)
	e := errors.Join(ErrFunds, nil, fmt.Errorf("x: %w", ErrNotFound))
	fmt.Println(strings.ReplaceAll(e.Error(), "\n", "|"), errors.Is(e, ErrNotFound), errors.Unwrap(e) == nil)
}

func main() { Main() }
