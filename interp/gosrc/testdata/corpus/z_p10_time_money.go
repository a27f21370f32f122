package main

import (
	"fmt"
	"math"
	"time"
)

type Cents int64

func (c Cents) String() string {
	sign := ""
	if c < 0 {
		sign, c = "-", -c
	}
	return fmt.Sprintf("%s$%d.%02d", sign, c/100, c%100)
}

type Account struct {
	Owner   string
	Balance Cents
	History []Entry
}
type Entry struct {
	At    time.Time
	Delta Cents
	Memo  string
}

func (a *Account) Apply(at time.Time, d Cents, memo string) error {
	if a.Balance+d < 0 {
		return fmt.Errorf("%s: insufficient funds: %v%+d", a.Owner, a.Balance, int64(d))
	}
	a.Balance += d
	a.History = append(a.History, Entry{at, d, memo})
	return nil
}

func main() {
	t0 := time.Date(2024, time.February, 28, 23, 30, 0, 0, time.UTC)
	a := &Account{Owner: "ann"}
	fmt.Println(a.Apply(t0, 10050, "pay"), a.Apply(t0.Add(time.Hour), -2575, "food"), a.Apply(t0, -99999, "car"))
	for i, e := range a.History {
		fmt.Println(i, e.At.Format("2006-01-02 15:04 Mon"), e.Delta, e.Memo)
	}
	fmt.Println(a.Balance, Cents(-5), []Cents{1, 100})
	fmt.Println(t0.AddDate(0, 0, 2).Weekday(), t0.YearDay(), t0.Month(), t0.Unix())
	d := a.History[1].At.Sub(a.History[0].At)
	fmt.Println(d, d.Minutes(), d.Truncate(time.Hour) == d, time.Duration(1e9+5e6))
	p, err := time.Parse(time.RFC3339, "2024-02-30T00:00:00Z")
	fmt.Println(p.IsZero(), err)
	fmt.Printf("%+v\n", a.History[0].Delta)
	fmt.Printf("%v %s\n", struct{ D time.Duration }{d}, []time.Duration{time.Millisecond})
	dd, err := time.ParseDuration("1h15m30.5s")
	fmt.Println(dd, err, dd.Seconds())
	fmt.Println(math.Floor(-2.5), math.Round(2.5), math.MaxInt64, math.Inf(1), math.NaN(), -0.0, 1/math.Inf(-1))
	var u8 uint8 = 250
	u8 += 10
	var i8 int8 = 127
	i8++
	fmt.Println(u8, i8, 7/-2, 7%-2, -7>>1, 1<<3|1, 6&^2, ^5)
	x := 10
	x, y := 3, x
	fmt.Println(x, y, 0b101, 0o17, 0x1p4, 1_000, 'a'+1, string(rune('a'+1)))
}
