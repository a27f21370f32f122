package main

import (
	"errors"
	"fmt"
)

type State int

const (
	Idle State = iota
	Connecting
	Connected
	Failed
	numStates
)

var names = [...]string{Idle: "idle", Connecting: "connecting", Connected: "connected", Failed: "failed"}

func (s State) String() string {
	if s < 0 || s >= numStates {
		return fmt.Sprintf("State(%d)", int(s))
	}
	return names[s]
}

type Event interface{ isEvent() }
type Dial struct{ host string }
type Ack struct{}
type Err struct{ error }

func (Dial) isEvent() {}
func (Ack) isEvent()  {}
func (Err) isEvent()  {}

type Machine struct {
	State
	hooks map[[2]State][]func(Event)
	tries uint8
}

func (m *Machine) On(from, to State, f func(Event)) {
	if m.hooks == nil {
		m.hooks = map[[2]State][]func(Event){}
	}
	key := [2]State{from, to}
	m.hooks[key] = append(m.hooks[key], f)
}

func (m *Machine) Fire(e Event) {
	old := m.State
	switch e := e.(type) {
	case Dial:
		m.State = Connecting
		m.tries++
	case Ack:
		if m.State == Connecting {
			m.State = Connected
		}
	case Err:
		m.State = Failed
		fmt.Println("err:", e.Error(), e)
	default:
		panic(fmt.Sprintf("unexpected %T", e))
	}
	for _, h := range m.hooks[[2]State{old, m.State}] {
		h(e)
	}
}

func main() {
	var m Machine
	m.On(Idle, Connecting, func(e Event) { fmt.Printf("dial %+v\n", e) })
	m.On(Connecting, Failed, func(e Event) { fmt.Printf("%T %v\n", e, e) })
	for _, e := range []Event{Dial{"h:1"}, Err{errors.New("boom")}, Dial{"h:2"}, Ack{}} {
		m.Fire(e)
		fmt.Println(m.State, m, m.tries)
	}
	fmt.Printf("%v %d %s %x %q\n", State(9), Connected, Failed, Failed, Idle)
	fmt.Printf("%#v %T\n", m.State, m.State)
	defer func() { fmt.Println("recovered:", recover()) }()
	m.Fire(nil)
}
