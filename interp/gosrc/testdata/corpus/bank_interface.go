package main

import (
	"errors"
	"fmt"
)

type Account interface {
	Deposit(amount float64) error
	Withdraw(amount float64) error
	Balance() float64
}

type InsufficientFunds struct{ Need, Have float64 }

func (e InsufficientFunds) Error() string {
	return fmt.Sprintf("insufficient funds: need %.2f, have %.2f", e.Need, e.Have)
}

type base struct {
	owner   string
	balance float64
	history []string
}

func (b *base) Deposit(a float64) error {
	if a <= 0 {
		return errors.New("deposit must be positive")
	}
	b.balance += a
	b.history = append(b.history, fmt.Sprintf("+%.2f", a))
	return nil
}

func (b *base) Withdraw(a float64) error {
	if a > b.balance {
		return InsufficientFunds{a, b.balance}
	}
	b.balance -= a
	b.history = append(b.history, fmt.Sprintf("-%.2f", a))
	return nil
}

func (b *base) Balance() float64 { return b.balance }

type Savings struct {
	base
	rate float64
}

func (s *Savings) AddInterest() { s.Deposit(s.balance * s.rate) }

type Checking struct {
	*base
	overdraft float64
}

func (c Checking) Withdraw(a float64) error {
	err := c.base.Withdraw(a)
	var inf InsufficientFunds
	if errors.As(err, &inf) && a <= inf.Have+c.overdraft {
		c.balance -= a
		c.history = append(c.history, fmt.Sprintf("overdraft %.2f", a))
		return nil
	}
	return err
}

func transfer(from, to Account, amt float64) (err error) {
	if err = from.Withdraw(amt); err != nil {
		return fmt.Errorf("transfer: %w", err)
	}
	return to.Deposit(amt)
}

func main() {
	s := &Savings{base{owner: "ann"}, 0.05}
	c := Checking{&base{owner: "bob", balance: 100}, 50}
	accts := []Account{s, c}
	fmt.Println(s.Deposit(200), s.Deposit(-1))
	s.AddInterest()
	fmt.Println(transfer(c, s, 130), transfer(c, s, 100))
	err := transfer(s, c, 1e6)
	fmt.Println(err, errors.Is(err, InsufficientFunds{1e6, 340}))
	for _, a := range accts {
		fmt.Printf("%.2f %T ", a.Balance(), a)
		switch v := a.(type) {
		case *Savings:
			fmt.Println(v.owner, v.history)
		case Checking:
			fmt.Println(v.owner, v.history, v.overdraft)
		}
	}
	total := 0.0
	for _, a := range accts {
		total += a.Balance()
	}
	fmt.Println(total)
}
