package tutorials_test

import "testing"

func TestSpecialExercises(t *testing.T) {
	tryAnswers(t, "special", []answer{
		{"resume", ":sys.resume(PingPong)\nflush", true},
		{"resume", ":sys.resume(Process.whereis(PingPong)); :sys.get_state(PingPong); flush()", true},
		{"resume", ":sys.suspend(PingPong); Process.sleep(10); flush", false},
		{"resume", ":sys.resume(PingPong); send PingPong, {:ping, self()}; Process.sleep(10); flush", false},
		{"answer", "send PingPong, {:ping, self()}\nsend PingPong, {:ping, self()}\n:sys.get_state(PingPong)", true},
		{"answer", "Enum.each([1, 2], fn _ -> send(PingPong, {:ping, self()}) end); :sys.get_state(PingPong)", true},
		{"answer", "send(PingPong, {:ping, self()}); :sys.get_state(PingPong)", false},
		{"answer", "42", false},
		{"terminate", ":sys.terminate(PingPong, :enough)\nreceive do {:EXIT, _, reason} -> reason end", true},
		{"terminate", "pid = Process.whereis(PingPong); :sys.terminate(pid, :enough); receive do {:EXIT, ^pid, r} -> r end", true},
		{"terminate", ":sys.terminate(PingPong, :other); receive do {:EXIT, _, reason} -> reason end", false},
		{"terminate", ":enough", false},
	})
}
