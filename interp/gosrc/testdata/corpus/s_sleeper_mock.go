package main

import (
	"bytes"
	"fmt"
	"io"
	"strings"
	"time"
)

type Sleeper interface{ Sleep() }
type Spy struct{ Calls []string }

func (s *Spy) Sleep() { s.Calls = append(s.Calls, "sleep") }
func (s *Spy) Write(p []byte) (int, error) {
	s.Calls = append(s.Calls, "write "+strings.TrimSpace(string(p)))
	return len(p), nil
}

type Configurable struct {
	d     time.Duration
	sleep func(time.Duration)
}

func (c *Configurable) Sleep() { c.sleep(c.d) }

func Countdown(out io.Writer, s Sleeper) {
	for i := 3; i > 0; i-- {
		fmt.Fprintln(out, i)
		s.Sleep()
	}
	fmt.Fprint(out, "Go!")
}

func Main() {
	spy := &Spy{}
	Countdown(spy, spy)
	fmt.Println(spy.Calls)
	var slept time.Duration
	c := &Configurable{time.Second, func(d time.Duration) { slept += d }}
	var b bytes.Buffer
	Countdown(&b, c)
	fmt.Printf("%q %v\n", b.String(), slept)
}

func main() { Main() }
