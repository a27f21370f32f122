package main

import (
	"fmt"
	"os"
	"strings"
	"text/tabwriter"
	"time"
)

type State int

const (
	Idle State = iota
	Connecting
	Connected
	Closed
	numStates
)

func (s State) String() string   { return []string{"Idle", "Connecting", "Connected", "Closed"}[s] }
func (s State) GoString() string { return "State#" + s.String() }

type Event struct {
	Name string
	Data any
}

type Action func(m *Machine, e Event) error

type Transition struct {
	To     State
	Action Action
}

type key struct {
	from  State
	event string
}

type Machine struct {
	State
	table   map[key]Transition
	trace   []string
	entered [numStates]int
	onEnter [numStates][]func(from State)
	retries int
}

func (m *Machine) When(from State, event string, to State, a Action) *Machine {
	if m.table == nil {
		m.table = map[key]Transition{}
	}
	m.table[key{from, event}] = Transition{to, a}
	return m
}

func (m *Machine) Enter(s State, f func(State)) *Machine {
	m.onEnter[s] = append(m.onEnter[s], f)
	return m
}

type BadTransition struct {
	key
	Machine *Machine
}

func (b BadTransition) Error() string {
	return fmt.Sprintf("no transition from %v on %s", b.from, b.event)
}

func (m *Machine) Fire(events ...Event) (n int, err error) {
	for n = range events {
		e := events[n]
		t, ok := m.table[key{m.State, e.Name}]
		if !ok {
			return n, BadTransition{key{m.State, e.Name}, m}
		}
		if t.Action != nil {
			if err = t.Action(m, e); err != nil {
				m.trace = append(m.trace, fmt.Sprintf("!%s", err))
				continue
			}
		}
		from := m.State
		m.State = t.To
		m.entered[t.To]++
		m.trace = append(m.trace, fmt.Sprintf("%v->%v", from, m.State))
		for _, f := range m.onEnter[t.To] {
			f(from)
		}
	}
	return len(events), err
}

func retry(limit int) Action {
	return func(m *Machine, e Event) error {
		m.retries++
		if m.retries > limit {
			return fmt.Errorf("gave up after %d: %v", limit, e.Data)
		}
		return nil
	}
}

func main() {
	m := new(Machine)
	var log []string
	m.When(Idle, "dial", Connecting, nil).
		When(Connecting, "fail", Idle, retry(2)).
		When(Connecting, "ok", Connected, func(m *Machine, e Event) error {
			switch d := e.Data.(type) {
			case string:
				m.trace = append(m.trace, "addr="+d)
			case []string:
				m.trace = append(m.trace, "addrs="+strings.Join(d, "|"))
			case nil:
				m.trace = append(m.trace, "noaddr")
			case fmt.Stringer:
				m.trace = append(m.trace, "stringer="+d.String())
			case error:
				return d
			default:
				m.trace = append(m.trace, fmt.Sprintf("%T", d))
			}
			return nil
		}).
		When(Connected, "close", Closed, nil).
		When(Closed, "reset", Idle, func(m *Machine, _ Event) error { m.retries = 0; return nil }).
		Enter(Connected, func(f State) { log = append(log, "up from "+f.String()) }).
		Enter(Closed, func(State) { log = append(log, "down") })
	n, err := m.Fire(Event{Name: "dial"}, Event{"fail", 1}, Event{Name: "dial"}, Event{"ok", "1.2.3.4"}, Event{Name: "close"})
	fmt.Println(n, err, m.State, m)
	n, err = m.Fire(Event{Name: "dial"})
	fmt.Println(n, err)
	if bt, ok := err.(BadTransition); ok {
		fmt.Println(bt.key, bt.from, bt.event, bt.Machine == m)
		fmt.Printf("%+v %#v\n", bt.key, bt.key)
	}
	for _, d := range []any{nil, []string{"a", "b"}, Idle, fmt.Errorf("bad"), 3.5, time.Second, struct{}{}, [2]bool{}} {
		m.Fire(Event{Name: "reset"}, Event{Name: "dial"})
		_, err := m.Fire(Event{"ok", d})
		if err != nil {
			fmt.Println("err", err, m.State)
			m.State = Closed
			continue
		}
		m.Fire(Event{Name: "close"})
	}
	fmt.Println(m.entered, log)
	m.State = Idle
	m.retries = 0
	for i := 0; i < 4; i++ {
		_, err = m.Fire(Event{Name: "dial"}, Event{"fail", i})
		fmt.Print(err, ";", m.State, " ")
	}
	fmt.Println()
	fmt.Println(strings.Join(m.trace, " "))
	w := tabwriter.NewWriter(os.Stdout, 0, 8, 2, ' ', tabwriter.AlignRight|tabwriter.Debug)
	fmt.Fprintln(w, "state\tentered\t")
	for s := Idle; s < numStates; s++ {
		fmt.Fprintf(w, "%v\t%d\t\n", s, m.entered[s])
	}
	w.Flush()
	fmt.Printf("%v %d %#v %s %q %x\n", m.State, m.State, m.State, m.State, m.State, m.State)
	defer func() { fmt.Println("recovered:", recover()) }()
	fmt.Println(State(9))
	_ = State(9).String()
}
