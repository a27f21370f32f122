package main

import (
	"io"
	"os/exec"
	"path/filepath"
	"testing"
)

// BenchmarkReplayLessons replays all lessons one after the other, each in a
// process of its own of the built program. All of it is to take less than two
// seconds.
func BenchmarkReplayLessons(b *testing.B) {
	program := filepath.Join(b.TempDir(), "gex")
	if out, err := exec.Command("go", "build", "-o", program, ".").CombinedOutput(); err != nil {
		b.Fatalf("go build: %v\n%s", err, out)
	}
	for b.Loop() {
		for _, lesson := range lessonNames() {
			cmd := exec.Command(program, "replay", "-speed", "max", lesson)
			cmd.Stdout = io.Discard
			if err := cmd.Run(); err != nil {
				b.Fatalf("%s: %v", lesson, err)
			}
		}
	}
}
