package main

import (
	"encoding/json"
	"fmt"
	"time"
)

func main() {
	t := time.Date(2023, 12, 31, 23, 59, 58, 123456789, time.UTC)
	fmt.Println(t)
	fmt.Println(t.Format(time.RFC1123), t.Format("2006-01-02T15:04:05.000Z07:00"), t.Format("3:04PM Mon Jan 2"))
	fmt.Println(t.Add(2*time.Second), t.AddDate(0, 2, 0).Format(time.DateOnly))
	y, w := t.ISOWeek()
	fmt.Println(y, w, t.Unix(), t.UnixMilli(), t.Month(), t.Weekday(), t.Nanosecond())
	p, err := time.Parse("2006-01-02 15:04", "2024-02-29 08:30")
	fmt.Println(p, err)
	_, err = time.Parse(time.RFC3339, "nope")
	fmt.Println(err)
	d := p.Sub(t)
	fmt.Println(d, d.Hours(), d.Round(time.Hour), d.Truncate(time.Minute), d > 24*time.Hour)
	dd, err := time.ParseDuration("1h15m30.918s")
	fmt.Println(dd, err, dd.Minutes(), dd.Milliseconds())
	_, err = time.ParseDuration("5x")
	fmt.Println(err)
	fmt.Println(t.Before(p), t.Equal(t.In(time.FixedZone("X", 3600))), t.In(time.FixedZone("EST", -5*3600)))
	fmt.Println(time.Duration(1500)*time.Millisecond, time.Duration(0), 90*time.Second, time.Duration(1234567))
	fmt.Printf("%v %d %s %T %q\n", time.Second, time.Second, 2*time.Hour, time.Minute, time.Millisecond)
	var z time.Time
	fmt.Println(z, z.IsZero(), z.Year())
	type ev struct {
		At  time.Time
		Dur time.Duration
		M   time.Month
	}
	e := ev{p, time.Minute, time.May}
	fmt.Printf("%v\n%+v\n", e, e)
	b, _ := json.Marshal(e)
	fmt.Println(string(b))
	var back ev
	fmt.Println(json.Unmarshal(b, &back), back == e, back.At.Equal(e.At))
	start := time.Now()
	time.Sleep(3 * time.Millisecond)
	fmt.Println(time.Since(start) >= 3*time.Millisecond, time.Until(start) < 0)
	fmt.Println(time.Unix(1700000000, 0).UTC(), time.March, time.Saturday, time.Month(13))
	m := map[time.Weekday]int{time.Sunday: 1, time.Friday: 2}
	fmt.Println(m)
	fmt.Println(t.Compare(p))
}
