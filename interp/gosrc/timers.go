package gosrc

import (
	"reflect"
	"time"

	"gex/runtime/otp"
	"gex/runtime/process"
)

// This file is package time on the clock of the node. A timer is package time's
// own value, of which only the channel is used; the clock of the node runs it.

// timer is the timer of the node that stands for one of package time.
type timer struct {
	node   *process.Timer
	every  time.Duration // 0 for one that fires once
	action func()
}

// start lets the node run the timer.
func (t *timer) start(n *process.Node, d time.Duration) {
	t.node = n.After(d, func() {
		if t.every > 0 {
			t.start(n, t.every)
		}
		t.action()
	})
}

// ringer is a timer that sends the time into a channel, unless it is full.
func (s *supportFunctions) ringer(every time.Duration) (*timer, chan time.Time) {
	c := make(chan time.Time, 1)
	channel := reflect.ValueOf(c)
	return &timer{every: every, action: func() {
		now := reflect.ValueOf(s.api.Node().SystemTime())
		s.trySend(reflect.SelectCase{Dir: reflect.SelectSend, Chan: channel, Send: now})
	}}, c
}

// after is time.After, tick time.Tick.
func (s *supportFunctions) after(d time.Duration) <-chan time.Time {
	t, c := s.ringer(0)
	t.start(s.api.Node(), d)
	return c
}

func (s *supportFunctions) tick(d time.Duration) <-chan time.Time {
	if d <= 0 {
		return nil
	}
	t, c := s.ringer(d)
	t.start(s.api.Node(), d)
	return c
}

func (s *supportFunctions) newTimer(d time.Duration) *time.Timer {
	t, c := s.ringer(0)
	return keepTimer(s, &time.Timer{C: c}, t, d)
}

func (s *supportFunctions) newTicker(d time.Duration) *time.Ticker {
	if d <= 0 {
		panic("non-positive interval for NewTicker")
	}
	t, c := s.ringer(d)
	return keepTimer(s, &time.Ticker{C: c}, t, d)
}

// afterFunc is time.AfterFunc: f runs in a goroutine of the process that
// called it.
func (s *supportFunctions) afterFunc(d time.Duration, f func()) *time.Timer {
	owner := s.current().Main()
	return keepTimer(s, &time.Timer{}, &timer{action: func() { s.api.GoIn(owner, f) }}, d)
}

// keepTimer starts a timer and remembers by which value the learner knows it.
func keepTimer[T any](s *supportFunctions, key T, t *timer, d time.Duration) T {
	s.timers[key] = t
	t.start(s.api.Node(), d)
	return key
}

// stopTimer is Stop, and reports whether the timer was running.
func (s *supportFunctions) stopTimer(key any, line int) bool {
	_, running := s.timerOf(key, line).node.Cancel()
	return running
}

// stopTicker is Stop of a Ticker.
func (s *supportFunctions) stopTicker(key any, line int) { s.stopTimer(key, line) }

// resetTimer is Reset.
func (s *supportFunctions) resetTimer(key any, d time.Duration, line int) bool {
	t := s.timerOf(key, line)
	_, running := t.node.Cancel()
	if t.every > 0 {
		t.every = d
	}
	t.start(s.api.Node(), d)
	return running
}

// resetTicker is Reset of a Ticker.
func (s *supportFunctions) resetTicker(key any, d time.Duration, line int) {
	s.resetTimer(key, d, line)
}

// stopTimerLater and the like are methods as values.
func stopTimerLater(f func(any, int) bool, key any, line int) func() bool {
	return func() bool { return f(key, line) }
}

func resetTimerLater(f func(any, time.Duration, int) bool, key any, line int) func(time.Duration) bool {
	return func(d time.Duration) bool { return f(key, d, line) }
}

func resetTickerLater(f func(any, time.Duration, int), key any, line int) func(time.Duration) {
	return func(d time.Duration) { f(key, d, line) }
}

func (s *supportFunctions) timerOf(key any, line int) *timer {
	s.checkAlive()
	if t := s.timers[key]; t != nil {
		return t
	}
	panic(otp.Fault{Value: "time: Stop or Reset called on uninitialized Timer", Line: line})
}
