package tutorials_test

import "testing"

func TestProcessesExercises(t *testing.T) {
	tryAnswers(t, "processes", []answer{
		{"product", "spawn(fn -> send me, {:product, 2 * 3 * 4} end); Process.sleep(10); flush", true},
		{"product", "pid = spawn_link(fn -> send(me, {:product, 24}) end)\nflush", true},
		{"product", "spawn(fn -> send self(), {:product, 24} end); Process.sleep(10); flush", false},
		{"product", "spawn(fn -> send me, {:product, 23} end); Process.sleep(10); flush", false},
		{"polly", "send :polly, {:say, self(), :cracker}\nflush", true},
		{"polly", "send Process.whereis(:polly), {:say, me, :cracker}; :timer.sleep(5); flush()", true},
		{"polly", "send :polly, {:say, self(), \"cracker\"}; Process.sleep(10); flush", false},
		{"polly", "send :polly, :cracker; Process.sleep(10); flush", false},
		{"adder", "type Adder struct{}\nfunc (a Adder) from(sum int) {\n\tReceive(\n\t\tOn(\"{:add, n}\", func(n int) { a.from(sum + n) }),\n" +
			"\t\tOn(\"{:sum, pid}\", func(pid PID) { Send(pid, T(\"sum\", sum)); a.from(sum) }),\n\t)\n}\n" +
			"func (a Adder) Loop() { a.from(0) }\nfunc (Adder) Start() PID { return Spawn(Adder{}.Loop) }", true},
		{"adder", "type Adder struct{}\nfunc (Adder) Start() PID { return Self() }", false},
		{"adder", "type Adder struct{}\nfunc (Adder) Loop() { sum := 0; sum += \"1\" }\n" +
			"func (Adder) Start() PID { return Spawn(Adder{}.Loop) }", false},
	})
}
