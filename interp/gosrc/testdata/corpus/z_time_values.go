package main

import (
	"fmt"
	"sort"
	"time"
)

type Span struct {
	From, To time.Time
	Label    string
}

func (s Span) Len() time.Duration   { return s.To.Sub(s.From) }
func (s Span) Overlaps(o Span) bool { return s.From.Before(o.To) && o.From.Before(s.To) }
func (s Span) String() string {
	return fmt.Sprintf("%s[%s+%v]", s.Label, s.From.Format("15:04"), s.Len())
}

type Timeout time.Duration

func (t Timeout) String() string { return "T" + time.Duration(t).String() }

type Raw time.Duration

func Main() {
	fmt.Println(Raw(5), []Raw{6}, any(Raw(7)).(Raw)+1)
	day := time.Date(2024, time.February, 28, 22, 30, 0, 0, time.UTC)
	fmt.Println(day, day.Weekday(), day.YearDay(), day.AddDate(0, 0, 2).Format("2006-01-02 Mon"))
	spans := []Span{{day, day.Add(90 * time.Minute), "late"}, {day.Add(-2 * time.Hour), day, "early"}, {day.Add(time.Hour), day.Add(3 * time.Hour), "night"}}
	sort.Slice(spans, func(i, j int) bool { return spans[i].From.Before(spans[j].From) })
	fmt.Println(spans)
	for i := range spans {
		for j := i + 1; j < len(spans); j++ {
			if spans[i].Overlaps(spans[j]) {
				fmt.Println(spans[i].Label, "overlaps", spans[j].Label)
			}
		}
	}
	d, err := time.ParseDuration("1h15m30.5s")
	fmt.Println(d, err, d.Minutes(), d.Round(time.Minute), d.Truncate(time.Hour), time.Duration(1500)*time.Microsecond)
	t, err := time.Parse(time.RFC3339, "2023-07-04T10:20:30Z")
	fmt.Println(t.Unix(), t.Month(), int(t.Month()), t.Equal(t.In(time.FixedZone("X", 3600))), err)
	_, err = time.Parse("2006-01-02", "2023-13-01")
	fmt.Println(err)
	fmt.Println(Timeout(2*time.Second), []Timeout{1}, t.Before(day), day.Sub(t).Hours() > 24, time.Duration(0), time.Time{}.IsZero())
	counts := map[time.Weekday]int{}
	for i := range 10 {
		counts[day.AddDate(0, 0, i).Weekday()]++
	}
	fmt.Println(counts[time.Wednesday], counts[time.Saturday], counts)
	y, w := day.ISOWeek()
	fmt.Println(y, w, day.Truncate(24*time.Hour).Format(time.Kitchen))
}

func main() { Main() }
