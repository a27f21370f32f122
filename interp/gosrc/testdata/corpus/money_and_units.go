package main

import (
	"errors"
	"fmt"
	"math"
)

type Cents int64
type Currency string
type Money struct {
	Amount Cents
	Cur    Currency
}

func (c Cents) String() string {
	sign := ""
	if c < 0 {
		sign, c = "-", -c
	}
	return fmt.Sprintf("%s%d.%02d", sign, c/100, c%100)
}
func (m Money) String() string { return m.Amount.String() + " " + string(m.Cur) }
func (m Money) Mul(k float64) Money {
	m.Amount = Cents(math.Round(float64(m.Amount) * k))
	return m
}

type MismatchError struct{ A, B Currency }

func (e *MismatchError) Error() string { return fmt.Sprintf("%s vs %s", e.A, e.B) }

func Add(ms ...Money) (sum Money, err error) {
	for i, m := range ms {
		switch {
		case i == 0:
			sum = m
		case m.Cur != sum.Cur:
			return Money{}, &MismatchError{sum.Cur, m.Cur}
		default:
			sum.Amount += m.Amount
		}
	}
	return
}

type Celsius float64
type Fahrenheit float64

func CToF(c Celsius) Fahrenheit { return Fahrenheit(c*9/5 + 32) }
func (f Fahrenheit) C() Celsius { return Celsius((f - 32) * 5 / 9) }

type Rate map[[2]Currency]float64

func (r Rate) Convert(m Money, to Currency) (Money, bool) {
	if m.Cur == to {
		return m, true
	}
	k, ok := r[[2]Currency{m.Cur, to}]
	if !ok {
		if k, ok = r[[2]Currency{to, m.Cur}]; ok {
			k = 1 / k
		}
	}
	if !ok {
		return Money{}, false
	}
	out := m.Mul(k)
	out.Cur = to
	return out, true
}

func main() {
	a, b := Money{1999, "EUR"}, Money{-501, "EUR"}
	fmt.Println(Add(a, b))
	_, err := Add(a, Money{1, "USD"})
	var me *MismatchError
	fmt.Println(err, errors.As(err, &me), me.B)
	fmt.Println(a.Mul(1.19), b.Amount, Cents(5), Cents(-5))
	fmt.Printf("%v %s %d %+v\n", a, b.Amount, a.Amount, b)
	fmt.Println([]Money{a, b}, map[Currency]Cents{"EUR": 5, "CHF": 250})
	r := Rate{{"EUR", "USD"}: 1.1, {"EUR", "CHF"}: 0.95}
	for _, to := range []Currency{"USD", "EUR", "CHF", "JPY"} {
		fmt.Println(r.Convert(a, to))
	}
	fmt.Println(r.Convert(Money{1100, "USD"}, "EUR"))
	fmt.Println(CToF(100), Fahrenheit(212).C(), CToF(-40) == -40)
	fmt.Printf("%.1f %T %v\n", CToF(36.6), CToF(0), Celsius(1)/3)
	total := Cents(0)
	for i := Cents(1); i <= 3; i++ {
		total += i * 100
	}
	fmt.Println(total, total/7, total%7)
}
