package main

import (
	"encoding/json"
	"errors"
	"fmt"
	"maps"
	"slices"
	"strings"
	"time"
)

type Period struct{ From, To time.Time }

func (p Period) Overlaps(o Period) bool { return p.From.Before(o.To) && o.From.Before(p.To) }
func (p Period) Len() time.Duration    { return p.To.Sub(p.From) }
func (p Period) String() string {
	return p.From.Format("15:04") + "–" + p.To.Format("15:04")
}

type Booking struct {
	Period
	Room string `json:"room"`
	Who  []string
	meta struct{ created time.Time }
}
type Calendar struct {
	bookings map[string][]*Booking
	clock    func() time.Time
}
type Conflict struct{ Old, New *Booking }

func (c Conflict) Error() string {
	return fmt.Sprintf("%s: %v conflicts with %v", c.New.Room, c.New.Period, c.Old.Period)
}
func (c *Calendar) Book(b Booking) (err error) {
	for _, o := range c.bookings[b.Room] {
		if o.Overlaps(b.Period) {
			return Conflict{o, &b}
		}
	}
	b.meta.created = c.clock()
	if c.bookings == nil {
		c.bookings = make(map[string][]*Booking)
	}
	i, _ := slices.BinarySearchFunc(c.bookings[b.Room], b, func(x *Booking, y Booking) int { return x.From.Compare(y.From) })
	c.bookings[b.Room] = slices.Insert(c.bookings[b.Room], i, &b)
	return
}
func (c *Calendar) Free(room string, day Period) (free []Period) {
	at := day.From
	for _, b := range c.bookings[room] {
		if at.Before(b.From) {
			free = append(free, Period{at, b.From})
		}
		at = b.To
	}
	if at.Before(day.To) {
		free = append(free, Period{at, day.To})
	}
	return
}
func at(h, m int) time.Time { return time.Date(2024, 3, 10, h, m, 0, 0, time.UTC) }

type Hist [24]int

func (h *Hist) Add(p Period) {
	for t := p.From.Truncate(time.Hour); t.Before(p.To); t = t.Add(time.Hour) {
		h[t.Hour()]++
	}
}
func (h Hist) Bars() (out []string) {
	for i, n := range h {
		if n > 0 {
			out = append(out, fmt.Sprintf("%02d%s", i, strings.Repeat("#", n)))
		}
	}
	return
}

func main() {
	tick := 0
	c := Calendar{clock: func() time.Time { tick++; return at(0, tick) }}
	for _, b := range []Booking{
		{Period: Period{at(9, 0), at(10, 30)}, Room: "A", Who: []string{"x", "y"}},
		{Period: Period{at(13, 0), at(14, 0)}, Room: "A"},
		{Period: Period{at(10, 0), at(11, 0)}, Room: "A"},
		{Period: Period{at(10, 30), at(11, 0)}, Room: "A"},
		{Period: Period{at(10, 0), at(12, 15)}, Room: "B"},
	} {
		if err := c.Book(b); err != nil {
			var cf Conflict
			fmt.Println(err, errors.As(err, &cf), cf.Old.Who, cf.New == &b)
		}
	}
	for _, r := range slices.Sorted(maps.Keys(c.bookings)) {
		for _, b := range c.bookings[r] {
			fmt.Println(r, b, b.Len(), b.meta.created.Minute(), len(b.Who))
		}
		fmt.Println(r, "free", c.Free(r, Period{at(8, 0), at(18, 0)}))
	}
	var h Hist
	for _, bs := range c.bookings {
		for _, b := range bs {
			h.Add(b.Period)
		}
	}
	fmt.Println(h.Bars(), h[10])
	js, err := json.Marshal(c.bookings["B"][0])
	fmt.Println(string(js), err)
	fmt.Printf("%v|%s|%+v\n", c.bookings["B"][0].Period, c.bookings["B"][0].From, Period{}.Len())
	total := time.Duration(0)
	for _, b := range c.bookings["A"] {
		total += b.Len()
	}
	fmt.Println(total, total.Hours(), total.Round(time.Hour), fmt.Sprintf("%.1f", total.Minutes()/7))
	week := map[time.Weekday][]int{}
	for d := 1; d <= 10; d++ {
		day := time.Date(2024, time.February, 20+d, 0, 0, 0, 0, time.UTC)
		week[day.Weekday()] = append(week[day.Weekday()], day.Day())
	}
	fmt.Println(week, len(week))
}
