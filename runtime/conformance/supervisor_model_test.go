package conformance_test

import (
	"fmt"
	"slices"
)

// supervisorModel is what a supervisor is to those who look at it from
// outside: children with their restart type, in the order in which they were
// started first, and what happened to them.
type supervisorModel struct {
	strategy  string
	intensity int
	children  []modelChild
	reports   []string
	restarts  int // in the present period
	ended     bool
}

type modelChild struct {
	id      int
	restart string
	runs    bool
}

// supervisorCommand is one step of a history of a supervisor.
type supervisorCommand struct {
	Op      supervisorOp
	ID      int
	Restart string
	Reason  string
}

type supervisorOp int

const (
	opStartChild supervisorOp = iota
	opTerminateChild
	opRestartChild
	opDeleteChild
	opChildStops
	opChildIsKilled
	opWait
	supervisorOps
)

var (
	strategies   = []string{"one_for_one", "one_for_all", "rest_for_one"}
	restartTypes = []string{"permanent", "transient", "temporary"}
	stopReasons  = []string{":normal", ":shutdown", "{:shutdown, 1}", ":boom"}
)

// badChild is the number of a child that never starts.
const badChild = 9

// begin starts the children that the supervisor begins with. With one that
// fails those before it are stopped, and there is no supervisor.
func (m *supervisorModel) begin(ids []int, fails bool) string {
	for i, id := range ids {
		m.children = append(m.children, modelChild{id: id, restart: "permanent"})
		m.start(i)
	}
	if !fails {
		return ""
	}
	m.stop(0)
	m.ended = true
	return "{:shutdown, {:failed_to_start_child, 9, :bad}}"
}

func (m *supervisorModel) find(id int) int {
	return slices.IndexFunc(m.children, func(c modelChild) bool { return c.id == id })
}

func (m *supervisorModel) report(format string, args ...any) {
	m.reports = append(m.reports, fmt.Sprintf(format, args...))
}

func (m *supervisorModel) start(i int) {
	m.children[i].runs = true
	m.report("start %d", m.children[i].id)
}

// stop stops the children from index i on, the newest first, and forgets those
// that are temporary.
func (m *supervisorModel) stop(from int) {
	for i := len(m.children) - 1; i >= from; i-- {
		if m.children[i].runs {
			m.children[i].runs = false
			m.report("stop %d :shutdown", m.children[i].id)
		}
		if m.children[i].restart == "temporary" {
			m.children = slices.Delete(m.children, i, i+1)
		}
	}
}

// do carries out a command and returns the result of the call.
func (m *supervisorModel) do(c supervisorCommand) string {
	i := m.find(c.ID)
	switch c.Op {
	case opWait:
		m.restarts = 0
	case opStartChild:
		return m.startChild(i, c)
	case opChildStops, opChildIsKilled:
		m.childEnds(i, c)
	case opTerminateChild:
		if i < 0 {
			return "{:error, :not_found}"
		}
		m.terminate(i)
	case opRestartChild, opDeleteChild:
		switch {
		case i < 0:
			return "{:error, :not_found}"
		case m.children[i].runs:
			return "{:error, :running}"
		case c.Op == opDeleteChild:
			m.children = slices.Delete(m.children, i, i+1)
			return ":ok"
		}
		m.start(i)
		return "{:ok, pid}"
	}
	return ":ok"
}

func (m *supervisorModel) startChild(i int, c supervisorCommand) string {
	switch {
	case i < 0:
		m.children = append(m.children, modelChild{id: c.ID, restart: c.Restart})
		m.start(len(m.children) - 1)
		return "{:ok, pid}"
	case m.children[i].runs:
		return "{:error, {:already_started, pid}}"
	}
	return "{:error, :already_present}"
}

func (m *supervisorModel) terminate(i int) {
	if m.children[i].runs {
		m.children[i].runs = false
		m.report("stop %d :shutdown", m.children[i].id)
	}
	if m.children[i].restart == "temporary" {
		m.children = slices.Delete(m.children, i, i+1)
	}
}

func (m *supervisorModel) childEnds(i int, c supervisorCommand) {
	if i < 0 || !m.children[i].runs {
		return
	}
	m.children[i].runs = false
	abnormal := c.Op == opChildIsKilled || c.Reason == ":boom"
	if c.Op == opChildStops {
		m.report("stop %d %s", c.ID, c.Reason)
	}
	switch restart := m.children[i].restart; {
	case restart == "permanent", restart == "transient" && abnormal:
		m.restart(i)
	case restart == "temporary":
		m.children = slices.Delete(m.children, i, i+1)
	}
}

// restart starts a child again with those that go with it, or ends it all when
// that was once too often.
func (m *supervisorModel) restart(i int) {
	if m.restarts++; m.restarts > m.intensity {
		m.stop(0)
		m.children, m.ended = nil, true
		return
	}
	switch m.strategy {
	case "one_for_one":
		m.start(i)
		return
	case "one_for_all":
		i = 0
	}
	m.stop(i)
	for ; i < len(m.children); i++ {
		m.start(i)
	}
}

// shown are the children, oldest first.
func (m *supervisorModel) shown() []string {
	var list []string
	for _, c := range m.children {
		list = append(list, fmt.Sprintf("%d %t", c.id, c.runs))
	}
	return list
}
