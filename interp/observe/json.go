package observe

import (
	"encoding/json"
	"strings"

	"gex/runtime/process"
)

// jsonEvent is an event as a line of JSON. Times are in microseconds, pids as
// 0.109.0, messages as IEx prints them.
type jsonEvent struct {
	Seq     uint64 `json:"seq"`
	VTime   int64  `json:"vtime"`
	Kind    string `json:"kind"`
	From    string `json:"from,omitempty"`
	To      string `json:"to,omitempty"`
	Msg     string `json:"msg,omitempty"`
	Call    uint64 `json:"call_id,omitempty"`
	Mailbox int    `json:"mailbox_len"`
	Lost    bool   `json:"lost,omitempty"`
	Step    int    `json:"step"`
}

// JSON writes the events of a step, each an object on a line of its own. The
// numbers of events and calls count from 1 in the step.
func (s *Step) JSON() string {
	var b strings.Builder
	encoder := json.NewEncoder(&b)
	encoder.SetEscapeHTML(false)
	calls := make(map[uint64]uint64)
	for i, e := range s.Events {
		_ = encoder.Encode(asJSON(e, uint64(i+1), callNumber(calls, e), s.Number))
	}
	return b.String()
}

// callNumber numbers the calls of a step in their order.
func callNumber(calls map[uint64]uint64, e process.Event) uint64 {
	if e.Call == 0 {
		return 0
	}
	if calls[e.Call] == 0 {
		calls[e.Call] = uint64(len(calls) + 1)
	}
	return calls[e.Call]
}

func asJSON(e process.Event, seq, call uint64, step int) jsonEvent {
	return jsonEvent{
		Seq: seq, VTime: e.Time.Microseconds(), Kind: e.Kind.String(),
		From: e.From.String(), To: e.To.String(), Msg: inspected(e.Message),
		Call: call, Mailbox: e.Queued, Lost: e.Lost, Step: step,
	}
}
