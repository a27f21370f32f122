package gosrc

import (
	"bytes"
	"os"
	"os/exec"
	"path/filepath"
	"regexp"
	"strconv"
	"strings"
	"testing"

	"gex/runtime/exception"
	"gex/runtime/term"
)

// endOfOutput stands in a record between what a program prints and how it fails.
const endOfOutput = "--- fails with "

// record compiles and runs a program and writes down what it does.
func record(t *testing.T, file string) {
	t.Helper()
	binary := filepath.Join(t.TempDir(), "program")
	if out, err := exec.Command("go", "build", "-ldflags=-s -w", "-o", binary, file).CombinedOutput(); err != nil {
		t.Fatalf("go build %s: %v\n%s", file, err, out)
	}
	var out, messages bytes.Buffer
	cmd := exec.Command(binary)
	cmd.Stdout, cmd.Stderr = &out, &messages
	if err := cmd.Run(); err != nil {
		out.WriteString(endOfOutput + howEnded(messages.String(), cmd.ProcessState.ExitCode()) + "\n")
	}
	if err := os.WriteFile(recordOf(file), out.Bytes(), 0o644); err != nil {
		t.Fatal(err)
	}
}

// howEnded is the last panic, or the exit status of a program that has ended itself.
func howEnded(messages string, status int) string {
	if status == 2 && endsWithPanic.MatchString(messages) {
		return lastPanic(messages)
	}
	return exitStatus + strconv.Itoa(status)
}

const exitStatus = "exit status "

var endsWithPanic = regexp.MustCompile(`(?m)^(panic: |fatal error: )`)

// lastPanic is the message of the panic that a program has ended with, which
// is the last one if there were several.
func lastPanic(messages string) string {
	text, _, _ := strings.Cut(messages, "\n\ngoroutine ")
	text, _, _ = strings.Cut(text, "\n[signal ")
	if i := strings.LastIndex("\n"+text, "panic: "); i >= 0 {
		text = text[i+len("panic: ")-1:]
	}
	return strings.ReplaceAll(marks.ReplaceAllString(text, ""), "\n\t", "\n")
}

// marks are what stands behind panics that were recovered on the way.
var marks = regexp.MustCompile(` \[recovered(, repanicked)?\]`)

// sameEnding compares the failure of a session with the message of a compiled
// program. The beginning of run-time errors is the name of the exception here;
// of values without a text compiled programs print the address.
func sameEnding(got error, want string) bool {
	want = strings.TrimSuffix(want, "\n")
	if status, ok := strings.CutPrefix(want, exitStatus); ok {
		return ending(got) == "{:exit_status, "+status+"}"
	}
	if address.MatchString(want) {
		return got != nil
	}
	if strings.HasSuffix(want, " - deadlock!") {
		return strings.Contains(ending(got), "deadlock")
	}
	if m := typedValue.FindStringSubmatch(want); m != nil {
		want = strings.TrimSuffix(strings.TrimPrefix(m[1], `"`), `"`) // which does not escape what is in it
	}
	if text, err := strconv.Unquote(ending(got)); err == nil {
		return text == want
	}
	return ending(got) == strings.TrimPrefix(want, "runtime error: ")
}

var (
	address    = regexp.MustCompile(`^\(.*\) (0x[0-9a-f]+|\(0x.*\))$`)
	typedValue = regexp.MustCompile(`(?s)^main\.\w+\((.*)\)$`)
)

// ending is how a session fails, in the words of a compiled program.
func ending(err error) string {
	if err == nil {
		return "no failure"
	}
	x := exception.As(err)
	reason := x.Reason
	if exited, ok := reason.(term.Tuple); ok && x.Class == exception.ClassExit && len(exited) == 2 {
		if _, status := exited[1].(term.Int); !status {
			reason = exited[0] // of a process that a goroutine has ended
		}
	}
	message := exception.Message(reason, x.Stack, exception.Options{})
	if message == "bad argument in arithmetic expression" {
		return "integer divide by zero"
	}
	return strings.TrimPrefix(message, "Erlang error: ")
}

func TestLastPanic(t *testing.T) {
	for _, c := range [][2]string{
		{"panic: boom\n\ngoroutine 1 [running]:\nmain.main()\n", "boom"},
		{"panic: runtime error: invalid memory address\n[signal SIGSEGV: segmentation violation]\n\ngoroutine 1", "runtime error: invalid memory address"},
		{"panic: first\n\tline [recovered]\n\tpanic: again\n\tline\n\ngoroutine 1", "again\nline"},
		{"panic: first [recovered, repanicked]\n\ngoroutine 1", "first"},
		{"fatal error: all goroutines are asleep - deadlock!\n\ngoroutine 1", "fatal error: all goroutines are asleep - deadlock!"},
	} {
		if got := lastPanic(c[0]); got != c[1] {
			t.Errorf("lastPanic(%q) = %q, want %q", c[0], got, c[1])
		}
	}
}
