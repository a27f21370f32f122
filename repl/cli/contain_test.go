//go:build unix

package cli

import (
	"bufio"
	"io"
	"os"
	"os/exec"
	"strings"
	"testing"
	"time"
)

// What a learner types cannot end the shell: each attack of
// testdata/contain.txt fails as it should, and the shell goes on.
func TestContainment(t *testing.T) {
	program := binary(t)
	eachAttack(t, func(t *testing.T, input, want string) { attackShell(t, program, input, want) })
}

// Nor can it on a terminal, where Ctrl-C is a key.
func TestContainmentOnTerminal(t *testing.T) {
	binary(t)
	eachAttack(t, func(t *testing.T, input, _ string) { attackTerminal(t, input) })
}

// eachAttack runs a test for each part of testdata/contain.txt.
func eachAttack(t *testing.T, test func(t *testing.T, input, want string)) {
	data, err := os.ReadFile("testdata/contain.txt")
	if err != nil {
		t.Fatal(err)
	}
	_, attacks, _ := strings.Cut(string(data), "\n== ")
	for _, attack := range strings.Split(attacks, "\n== ") {
		name, rest, _ := strings.Cut(attack, "\n")
		want, input, _ := strings.Cut(rest, "\n")
		t.Run(name, func(t *testing.T) {
			t.Parallel()
			test(t, input, strings.TrimPrefix(want, "want: "))
		})
	}
}

// attackTerminal types an attack at a terminal. One that prints "running" never
// ends by itself, by no limit either, and is interrupted. Ctrl-C drops what was typed
// ahead, so the rest waits for the prompt.
func attackTerminal(t *testing.T, input string) {
	c := start(t, nil, "-no-history", "-memory", "32M")
	c.patience = 2 * time.Minute
	c.waitFor("iex(1)>")
	c.send(strings.NewReplacer("\n", "\r", "\t", " ").Replace(input) + "\r")
	if strings.Contains(input, "running") {
		c.eventually("running", func(screen string) bool { return strings.Contains(screen, "\nrunning") })
		c.send("\x03")
		c.eventually("a prompt after Ctrl-C", func(screen string) bool {
			return strings.Contains(screen, "interrupted") && strings.HasSuffix(screen, ")>")
		})
	}
	c.send(":after\r")
	c.eventually(":after", func(screen string) bool { return strings.Contains(screen, "\n:after\niex(") })
	c.send("\x04")
	c.exits(exitOK)
}

// attackShell types an attack into a shell that reads from a pipe.
func attackShell(t *testing.T, program, input, want string) {
	cmd := exec.Command(program, "-no-history", "-memory", "32M")
	cmd.Stdin = strings.NewReader(input + "\n:after\n")
	pipe, err := cmd.StdoutPipe()
	if err != nil {
		t.Fatal(err)
	}
	var stderr strings.Builder
	cmd.Stderr = &stderr
	if err := cmd.Start(); err != nil {
		t.Fatal(err)
	}
	deadline := time.AfterFunc(2*time.Minute, func() { cmd.Process.Kill() })
	defer deadline.Stop()
	output := interruptRunning(cmd, pipe)
	if err := cmd.Wait(); err != nil {
		t.Errorf("the shell ended with %v", err)
	}
	if !strings.Contains(joined(output), joined(want)) || !strings.Contains(output, "\n:after\n") {
		t.Errorf("it printed\n%s%s\nwant %q and that it goes on", output, stderr.String(), want)
	}
}

// joined is a text without its line breaks, which long reports have anywhere.
func joined(text string) string { return strings.Join(strings.Fields(text), "") }

// interruptRunning reads all that a shell prints, and interrupts it when it says
// that it is running.
func interruptRunning(cmd *exec.Cmd, pipe io.Reader) string {
	var output strings.Builder
	for lines := bufio.NewReader(pipe); ; {
		line, err := lines.ReadString('\n')
		output.WriteString(line)
		if line == "running\n" {
			cmd.Process.Signal(os.Interrupt)
		}
		if err != nil {
			return output.String()
		}
	}
}
