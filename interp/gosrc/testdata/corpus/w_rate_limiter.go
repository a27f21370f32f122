package main

import (
	"fmt"
	"math"
	"sync"
	"time"
)

type Clock interface{ Now() time.Time }
type fake struct{ t time.Time }

func (f *fake) Now() time.Time          { return f.t }
func (f *fake) Advance(d time.Duration) { f.t = f.t.Add(d) }

type Bucket struct {
	mu     sync.Mutex
	clock  Clock
	rate   float64
	burst  int
	tokens float64
	last   time.Time
}

func NewBucket(c Clock, rate float64, burst int) *Bucket {
	return &Bucket{clock: c, rate: rate, burst: burst, tokens: float64(burst), last: c.Now()}
}
func (b *Bucket) Allow() bool {
	b.mu.Lock()
	defer b.mu.Unlock()
	now := b.clock.Now()
	b.tokens = math.Min(float64(b.burst), b.tokens+now.Sub(b.last).Seconds()*b.rate)
	b.last = now
	if b.tokens >= 1 {
		b.tokens--
		return true
	}
	return false
}

type Window struct {
	limit int
	span  time.Duration
	hits  map[string][]time.Time
}

func (w *Window) Hit(key string, at time.Time) bool {
	keep := w.hits[key][:0]
	for _, h := range w.hits[key] {
		if at.Sub(h) < w.span {
			keep = append(keep, h)
		}
	}
	if len(keep) >= w.limit {
		w.hits[key] = keep
		return false
	}
	w.hits[key] = append(keep, at)
	return true
}
func Main() {
	c := &fake{time.Date(2024, 1, 1, 0, 0, 0, 0, time.UTC)}
	b := NewBucket(c, 2, 3)
	var got []bool
	for i := 0; i < 5; i++ {
		got = append(got, b.Allow())
	}
	c.Advance(500 * time.Millisecond)
	got = append(got, b.Allow(), b.Allow())
	fmt.Println(got)
	w := &Window{limit: 2, span: time.Second, hits: make(map[string][]time.Time)}
	start := c.Now()
	for _, ms := range []int{0, 100, 200, 1050, 1150} {
		fmt.Print(w.Hit("k", start.Add(time.Duration(ms)*time.Millisecond)), " ")
	}
	fmt.Println(len(w.hits["k"]))
	d, err := time.ParseDuration("1h15m30.5s")
	fmt.Println(d, err, d.Minutes(), d.Round(time.Hour), d.Truncate(time.Minute))
	t, err := time.Parse("2006-01-02", "2024-02-30")
	fmt.Println(t.IsZero(), err)
	t, _ = time.Parse(time.RFC3339, "2024-03-10T08:30:00Z")
	fmt.Println(t, t.Unix(), t.Format(time.Kitchen), t.AddDate(0, 1, -10).Format("Jan 2"))
	y, wk := t.ISOWeek()
	fmt.Println(y, wk, t.Truncate(24*time.Hour).Equal(time.Date(2024, 3, 10, 0, 0, 0, 0, time.UTC)))
	var zero time.Time
	fmt.Println(zero, zero.IsZero(), t.After(zero), time.Duration(1500)*time.Microsecond)
}

func main() { Main() }
