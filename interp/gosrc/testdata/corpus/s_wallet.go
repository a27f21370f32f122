package main

import (
	"errors"
	"fmt"
)

var ErrInsufficient = errors.New("cannot withdraw, insufficient funds")

type Bitcoin int

func (b Bitcoin) String() string { return fmt.Sprintf("%d BTC", b) }

type Wallet struct{ balance Bitcoin }

func (w *Wallet) Deposit(a Bitcoin) { w.balance += a }
func (w *Wallet) Withdraw(a Bitcoin) error {
	if a > w.balance {
		return ErrInsufficient
	}
	w.balance -= a
	return nil
}

func Main() {
	w := Wallet{}
	w.Deposit(10)
	fmt.Println(w.balance, w.Withdraw(3), w.balance)
	fmt.Printf("%s %d %v\n", w.balance, w.balance, w)
	if err := w.Withdraw(100); errors.Is(err, ErrInsufficient) {
		fmt.Println("error:", err)
	}
}

func main() { Main() }
