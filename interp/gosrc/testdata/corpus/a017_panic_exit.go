package main

import (
	"fmt"
)

type Account struct{ balance int }

func (a *Account) Withdraw(n int) {
	if n > a.balance {
		panic(fmt.Errorf("insufficient funds: have %d, need %d", a.balance, n))
	}
	a.balance -= n
}

func main() {
	defer fmt.Println("deferred 1")
	defer func() {
		fmt.Println("deferred 2")
	}()
	a := &Account{10}
	a.Withdraw(3)
	fmt.Println(a.balance)
	a.Withdraw(30)
	fmt.Println("unreachable")
}
