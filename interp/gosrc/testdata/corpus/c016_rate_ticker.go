package main

import (
	"fmt"
	"math"
	"time"
)

type Clock interface{ Now() time.Time }
type fake struct{ t time.Time }

func (f *fake) Now() time.Time          { return f.t }
func (f *fake) Advance(d time.Duration) { f.t = f.t.Add(d) }

type Bucket struct {
	clk    Clock
	tokens float64
	last   time.Time
	rate   float64
	burst  float64
}

func (b *Bucket) Allow() bool {
	now := b.clk.Now()
	b.tokens = math.Min(b.burst, b.tokens+now.Sub(b.last).Seconds()*b.rate)
	b.last = now
	if b.tokens < 1 {
		return false
	}
	b.tokens--
	return true
}

type Stopwatch struct {
	start time.Time
	laps  []time.Duration
}

func (s *Stopwatch) Lap(c Clock) {
	s.laps = append(s.laps, c.Now().Sub(s.start))
	s.start = c.Now()
}

func main() {
	f := &fake{time.Date(2020, 1, 1, 0, 0, 0, 0, time.UTC)}
	b := Bucket{clk: f, tokens: 2, last: f.t, rate: 2, burst: 3}
	for i := range 8 {
		fmt.Print(b.Allow(), " ")
		if i%2 == 1 {
			f.Advance(600 * time.Millisecond)
		}
	}
	fmt.Println()
	sw := Stopwatch{start: f.Now()}
	for _, d := range []time.Duration{time.Second, 1500 * time.Millisecond} {
		f.Advance(d)
		sw.Lap(f)
	}
	fmt.Println(sw.laps, sw)
	fmt.Printf("%v %+v\n", b.tokens, *f)
	t := time.NewTimer(time.Millisecond)
	<-t.C
	fmt.Println(t.Reset(time.Hour), t.Stop())
	tk := time.NewTicker(2 * time.Millisecond)
	defer tk.Stop()
	for i := 0; i < 3; i++ {
		<-tk.C
	}
	done := make(chan struct{})
	res := []int{}
	go func() {
		defer close(done)
		for i := 0; i < 3; i++ {
			time.Sleep(time.Millisecond)
			res = append(res, i)
		}
	}()
	<-done
	fmt.Println(res)
}
