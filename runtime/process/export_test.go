package process

// Left counts what a node still holds, for tests that look for leaks. The
// coroutines are those that belong to a process.
func (n *Node) Left() map[string]int {
	left := map[string]int{
		"processes": n.processes.size,
		"names":     len(n.names),
		"aliases":   len(n.aliases),
		"timers":    len(n.timers) + len(n.unarmed),
		"ready":     n.queue.size,
		"exits":     len(n.doomed),
		"posts":     len(n.posts),
	}
	for p := range n.processes.all() {
		left["links"] += p.links.len()
		left["monitors"] += p.monitors.len()
		left["monitored"] += p.monitored.len()
		left["messages"] += p.mailbox.size()
		if p.co != nil {
			left["coroutines"]++
		}
	}
	return left
}

// Spares is the number of coroutines kept for later use, and MaxSpares its bound.
func (n *Node) Spares() int { return len(n.spares) }

// MaxSpares bounds Spares.
const MaxSpares = maxSpares
