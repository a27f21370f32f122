package main

import (
	"fmt"
	"time"
)

type Date struct{ Y, M, D int }

func leap(y int) bool { return y%4 == 0 && (y%100 != 0 || y%400 == 0) }
func (d Date) days() int {
	days := [...]int{31, 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31}
	n := d.D
	for m := 1; m < d.M; m++ {
		n += days[m-1]
		if m == 2 && leap(d.Y) {
			n++
		}
	}
	for y := 1; y < d.Y; y++ {
		n += 365
		if leap(y) {
			n++
		}
	}
	return n
}
func (d Date) Before(o Date) bool { return d.days() < o.days() }
func (d Date) String() string     { return fmt.Sprintf("%04d-%02d-%02d", d.Y, d.M, d.D) }
func (d Date) Valid() bool {
	t := time.Date(d.Y, time.Month(d.M), d.D, 0, 0, 0, 0, time.UTC)
	return t.Year() == d.Y && int(t.Month()) == d.M && t.Day() == d.D
}
func Main() {
	a, b := Date{2024, 2, 28}, Date{2024, 3, 1}
	fmt.Println(a, b, b.days()-a.days(), a.Before(b), Date{2023, 2, 29}.Valid(), Date{2024, 2, 29}.Valid())
	fmt.Println([]Date{a, b}, map[Date]string{a: "x"}, &a)
	t := time.Date(2024, 1, 31, 10, 30, 0, 0, time.UTC)
	for i := range 3 {
		fmt.Print(t.AddDate(0, i, 0).Format("02 Jan 06, "), " ")
	}
	fmt.Println(t.Weekday(), t.YearDay())
	fmt.Println(t.Format("Monday, January 2, 2006 at 3:04 PM"), t.Add(36*time.Hour).Format(time.RFC1123))
	d := 90*time.Minute + 30*time.Second
	fmt.Println(d, d.Hours(), int(d.Minutes()), time.Duration(2.5*float64(time.Second)))
	u, err := time.Parse("2006-01-02 15:04", "2024-12-25 18:00")
	fmt.Println(u.Sub(t).Hours(), err, u.After(t), u.Compare(t))
	_, err = time.Parse("2006-01-02", "nope")
	fmt.Println(err)
	type meeting struct {
		at  time.Time
		dur time.Duration
		On  time.Month
	}
	m := meeting{dur: time.Hour, On: time.May}
	fmt.Println(m.dur, m.On)
	fmt.Printf("%v %d\n", m.On, m.On)
}

func main() { Main() }
