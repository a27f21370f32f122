package tutorials_test

import "testing"

func TestCastingExercises(t *testing.T) {
	tryAnswers(t, "casting", []answer{
		{"three", "for _ <- 1..3, do: PingPong.ping\nflush", true},
		{"three", "PingPong.ping; PingPong.ping; PingPong.ping; :timer.sleep(1); flush", true},
		{"three", "PingPong.ping; PingPong.ping; Process.sleep(10); flush", false},
		{"three", "send self(), :pong; send self(), :ping; Process.sleep(10); flush", false},
		{"all", "Process.sleep(9999); Process.info(Process.whereis(PingPong), :message_queue_len)", true},
		{"all", "Process.sleep(1000)\n:sys.get_state(PingPong); Process.info(Process.whereis(PingPong), :message_queue_len)", true},
		{"all", "Process.sleep(500); Process.info(Process.whereis(PingPong), :message_queue_len)", false},
		{"all", "{:message_queue_len, 0}", false},
	})
}
