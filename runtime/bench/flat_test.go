package bench_test

import (
	"strconv"
	"testing"

	"gex/runtime/genevent"
	"gex/runtime/process"
	"gex/runtime/term"
)

// BenchmarkFlat shows that an event costs the same however many are on their
// way, and a process however many there are, from one to a million. What still
// grows is what the caches of the machine do not hold.
func BenchmarkFlat(b *testing.B) {
	for _, size := range []int{1, 1000, 1_000_000} {
		b.Run("events."+strconv.Itoa(size), func(b *testing.B) {
			inProcess(b, func(self *process.Process) { flood(b, self, size) })
		})
	}
	for _, size := range []int{1, 1000, 1_000_000} {
		b.Run("processes."+strconv.Itoa(size), func(b *testing.B) {
			inProcess(b, func(self *process.Process) { crowd(b, self, size) })
		})
	}
}

// flood sends size events before the manager handles the first, again and
// again until there have been b.N.
func flood(b *testing.B, self *process.Process, size int) {
	m := manager(self, genevent.Erlang.Start, genevent.Erlang.AddHandler, 1)
	b.ResetTimer()
	sent := 0
	for ; sent < b.N; sent += size {
		for range size - 1 {
			_ = genevent.Erlang.Notify(self, m, term.Atom("event"))
		}
		_ = genevent.Erlang.SyncNotify(self, m, term.Atom("event"))
	}
	b.ReportMetric(float64(b.Elapsed().Nanoseconds())/float64(sent), "ns/event")
}

// crowd starts size servers, has each pass on a message, and ends them, again
// and again until there have been b.N lives.
func crowd(b *testing.B, self *process.Process, size int) {
	b.ResetTimer()
	lives := 0
	for ; lives < b.N; lives += size {
		pids := make([]term.PID, size)
		next := self.PID()
		for i := range pids {
			next = self.Spawn(passServer(next), process.SpawnOptions{}).PID()
			pids[i] = next
		}
		self.Send(next, term.Atom("token"))
		self.Receive(nil)
		for _, pid := range pids {
			self.Exit(pid, term.Atom("kill"))
		}
	}
	b.ReportMetric(float64(b.Elapsed().Nanoseconds())/float64(lives), "ns/life")
}
