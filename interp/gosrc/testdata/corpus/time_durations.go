package main

import (
	"fmt"
	"time"
)

func Main() {
	d := 90 * time.Minute
	fmt.Println(d, d.Hours(), time.Duration(1500)*time.Millisecond, d.Round(time.Hour), d.Truncate(time.Hour))
	t := time.Date(2024, time.February, 28, 23, 30, 0, 0, time.UTC)
	fmt.Println(t.Format("2006-01-02 15:04:05"), t.Weekday(), t.YearDay(), t.Month(), t.Unix())
	u := t.Add(48 * time.Hour)
	fmt.Println(u.Format(time.RFC3339), u.Sub(t), u.After(t), t.Before(u), t.Equal(t))
	p, err := time.Parse("2006-01-02", "2023-12-25")
	fmt.Println(p, err)
	_, err = time.Parse("2006-01-02", "nope")
	fmt.Println(err != nil)
	fmt.Println(t.AddDate(0, 1, 1).Format("Jan 2, 2006"), p.IsZero(), time.Time{}.IsZero())
	dd, err := time.ParseDuration("1h15m30.5s")
	fmt.Println(dd, err, dd.Minutes())
	fmt.Printf("%v %d %T %s\n", dd, time.Second, dd, time.Millisecond*3)
	start := time.Now()
	time.Sleep(2 * time.Millisecond)
	fmt.Println(time.Since(start) >= 2*time.Millisecond, time.Since(start) < time.Hour)
	switch t.Weekday() {
	case time.Saturday, time.Sunday:
		fmt.Println("weekend")
	default:
		fmt.Println("weekday", time.Wednesday)
	}
	var total time.Duration
	for _, x := range []time.Duration{time.Second, 2 * time.Second} {
		total += x
	}
	fmt.Println(total, total > 2*time.Second, total.Seconds() == 3)
	m := map[time.Month]int{time.January: 31}
	fmt.Println(m, []time.Duration{time.Second})
	y, mo, day := t.Date()
	fmt.Println(y, mo, day, t.Hour(), t.Minute())
}

func main() { Main() }
