package main

import (
	"fmt"
	"time"
)

type Interval struct{ Start, End time.Time }

func (iv Interval) Length() time.Duration { return iv.End.Sub(iv.Start) }
func (iv Interval) Overlaps(o Interval) bool {
	return iv.Start.Before(o.End) && o.Start.Before(iv.End)
}

type Weekday = time.Weekday

func main() {
	t := time.Date(2024, time.February, 28, 23, 30, 15, 123456789, time.UTC)
	fmt.Println(t, t.Year(), t.Month(), t.Day(), t.Weekday(), t.YearDay(), t.Hour(), t.Nanosecond())
	fmt.Println(t.Add(36*time.Hour).Format("2006-01-02 15:04"), t.AddDate(0, 1, 1).Format(time.DateOnly), t.Format(time.RFC1123), t.Format(time.Kitchen))
	d := 90*time.Minute + 30*time.Second + 5*time.Millisecond
	fmt.Println(d, d.Hours(), d.Minutes(), d.Round(time.Minute), d.Truncate(time.Hour), time.Duration(1500)*time.Microsecond, time.Duration(0))
	p, err := time.Parse("2006-01-02", "2024-03-01")
	fmt.Println(p, err, p.Sub(t).Round(time.Second), p.After(t), p.Equal(p.Local()))
	_, err = time.Parse(time.RFC3339, "garbage")
	fmt.Println(err)
	dd, err := time.ParseDuration("1h15m30.5s")
	fmt.Println(dd, err, dd.Seconds())
	_, err = time.ParseDuration("5 apples")
	fmt.Println(err)
	a := Interval{t, t.Add(time.Hour)}
	b := Interval{t.Add(30 * time.Minute), t.Add(2 * time.Hour)}
	fmt.Println(a.Length(), a.Overlaps(b), b.Overlaps(Interval{t, t}))
	var wd Weekday = time.Saturday
	fmt.Printf("%v %d %s %T %v\n", wd, wd, time.March, wd, time.Month(13))
	loc := time.FixedZone("CET", 3600)
	fmt.Println(t.In(loc), t.In(loc).Location(), t.Unix(), time.Unix(0, 0).UTC(), t.UnixMilli())
	y, w := t.ISOWeek()
	fmt.Println(y, w, t.Truncate(24*time.Hour), time.Time{}.IsZero(), time.Time{})
	days := map[time.Weekday]int{}
	for i := range 10 {
		days[t.AddDate(0, 0, i).Weekday()]++
	}
	fmt.Println(days)
}
