package main

import (
	"errors"
	"fmt"
	"sort"
	"strings"
)

type Money int64

func (m Money) String() string {
	sign := ""
	if m < 0 {
		sign, m = "-", -m
	}
	return fmt.Sprintf("%s$%d.%02d", sign, m/100, m%100)
}

type Kind byte

const (
	Deposit  Kind = 'D'
	Withdraw Kind = 'W'
	Transfer Kind = 'T'
)

type Entry struct {
	Kind     Kind
	From, To string
	Amount   Money
}

type InsufficientFunds struct {
	Account    string
	Need, Have Money
}

func (e *InsufficientFunds) Error() string {
	return fmt.Sprintf("%s needs %v but has %v", e.Account, e.Need, e.Have)
}

var ErrNoAccount = errors.New("no such account")

type Bank struct {
	balances map[string]Money
	ledger   []Entry
	hooks    []func(Entry)
}

func (b *Bank) apply(e Entry) (err error) {
	snapshot := make(map[string]Money, len(b.balances))
	for k, v := range b.balances {
		snapshot[k] = v
	}
	defer func() {
		if r := recover(); r != nil {
			err = fmt.Errorf("panic in hook: %v", r)
		}
		if err != nil {
			b.balances = snapshot
		} else {
			b.ledger = append(b.ledger, e)
		}
	}()
	move := func(name string, delta Money) error {
		bal, ok := b.balances[name]
		switch {
		case !ok:
			return fmt.Errorf("%w: %q", ErrNoAccount, name)
		case bal+delta < 0:
			return &InsufficientFunds{name, -delta, bal}
		}
		b.balances[name] = bal + delta
		return nil
	}
	switch e.Kind {
	case Deposit:
		err = move(e.To, e.Amount)
	case Withdraw:
		err = move(e.From, -e.Amount)
	case Transfer:
		if err = move(e.To, e.Amount); err == nil {
			err = move(e.From, -e.Amount)
		}
	default:
		return fmt.Errorf("kind %c", e.Kind)
	}
	if err == nil {
		for _, h := range b.hooks {
			h(e)
		}
	}
	return
}

func (b Bank) String() string {
	var names []string
	for n := range b.balances {
		names = append(names, n)
	}
	sort.Strings(names)
	var sb strings.Builder
	for i, n := range names {
		if i > 0 {
			sb.WriteString(", ")
		}
		fmt.Fprintf(&sb, "%s=%v", n, b.balances[n])
	}
	return sb.String()
}

func Main() {
	b := &Bank{balances: map[string]Money{"ann": 1000, "bob": 0}}
	total := Money(0)
	b.hooks = append(b.hooks, func(e Entry) { total += e.Amount }, func(e Entry) {
		if e.Amount == 666 {
			panic("cursed amount")
		}
	})
	for _, e := range []Entry{
		{Deposit, "", "ann", 550}, {Kind: Transfer, From: "ann", To: "bob", Amount: 1549}, {Withdraw, "ann", "", 2},
		{Transfer, "bob", "zed", 1}, {Transfer, "bob", "ann", 5000}, {Deposit, "", "bob", 666}, {'X', "", "", 0},
	} {
		err := b.apply(e)
		var inf *InsufficientFunds
		switch {
		case errors.As(err, &inf):
			fmt.Println("poor:", inf.Account, inf.Need-inf.Have)
		case errors.Is(err, ErrNoAccount):
			fmt.Println("unknown:", err)
		default:
			fmt.Println("err:", err)
		}
		fmt.Println(" ", b)
	}
	fmt.Println(len(b.ledger), total, Money(-5), []Money{1, 100})
	fmt.Printf("%v %+v %c\n", b.ledger[0], b.ledger[1], b.ledger[1].Kind)
}

func main() { Main() }
