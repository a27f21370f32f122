package main

import (
	"errors"
	"fmt"
	"strconv"
)

type Money int64

func (m Money) String() string { return fmt.Sprintf("$%d.%02d", int64(m)/100, int64(m)%100) }

type TxKind int

const (
	Deposit TxKind = iota + 1
	Withdrawal
	Transfer
)

var kindNames = map[TxKind]string{Deposit: "deposit", Withdrawal: "withdrawal", Transfer: "transfer"}

func (k TxKind) String() string {
	if s, ok := kindNames[k]; ok {
		return s
	}
	return "TxKind(" + strconv.Itoa(int(k)) + ")"
}

type Tx struct {
	Kind     TxKind
	Amount   Money
	From, To *Account
}
type Account struct {
	ID      string
	Balance Money
	history []Tx
}
type InsufficientFunds struct {
	Need, Have Money
}

func (e *InsufficientFunds) Error() string { return fmt.Sprintf("need %v, have %v", e.Need, e.Have) }

var ErrSame = errors.New("same account")

type Bank struct{ accounts map[string]*Account }

func (b *Bank) Open(id string) *Account {
	if b.accounts == nil {
		b.accounts = make(map[string]*Account)
	}
	a := &Account{ID: id}
	b.accounts[id] = a
	return a
}
func (b *Bank) Apply(tx Tx) (err error) {
	defer func() {
		if err != nil {
			err = fmt.Errorf("%v failed: %w", tx.Kind, err)
		}
	}()
	switch tx.Kind {
	case Deposit:
		tx.To.Balance += tx.Amount
		tx.To.history = append(tx.To.history, tx)
	case Withdrawal:
		if tx.From.Balance < tx.Amount {
			return &InsufficientFunds{tx.Amount, tx.From.Balance}
		}
		tx.From.Balance -= tx.Amount
		tx.From.history = append(tx.From.history, tx)
	case Transfer:
		if tx.From == tx.To {
			return ErrSame
		}
		if err := b.Apply(Tx{Kind: Withdrawal, Amount: tx.Amount, From: tx.From}); err != nil {
			return err
		}
		return b.Apply(Tx{Kind: Deposit, Amount: tx.Amount, To: tx.To})
	default:
		return fmt.Errorf("unknown kind %v", tx.Kind)
	}
	return nil
}

func main() {
	var b Bank
	x, y := b.Open("x"), b.Open("y")
	for _, tx := range []Tx{{Deposit, 10050, nil, x}, {Transfer, 2500, x, y}, {Transfer, 1, x, x}, {Transfer, 99999, y, x}, {Kind: 9}} {
		if err := b.Apply(tx); err != nil {
			var inf *InsufficientFunds
			fmt.Println("error:", err, errors.Is(err, ErrSame), errors.As(err, &inf))
			if inf != nil {
				fmt.Println(" short by", inf.Need-inf.Have)
			}
		}
	}
	fmt.Println(x.Balance, y.Balance, len(x.history), x.history[0].Kind, x.history[0].Amount)
	fmt.Printf("%v %d %+v\n", x.Balance, x.Balance, y.history[0].To == y)
}
