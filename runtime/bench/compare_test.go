package bench_test

import (
	"os"
	"os/exec"
	"path/filepath"
	"strings"
	"testing"
)

// TestCompareWithoutErlang checks that the script ends well where there is
// nothing to compare with.
func TestCompareWithoutErlang(t *testing.T) {
	shell, err := exec.LookPath("sh")
	if err != nil {
		t.Skip("there is no sh here")
	}
	dirname, err := exec.LookPath("dirname")
	if err != nil {
		t.Skip("there is no dirname here")
	}
	bin := t.TempDir()
	if err := os.Symlink(dirname, filepath.Join(bin, "dirname")); err != nil {
		t.Fatal(err)
	}
	cmd := exec.Command(shell, "./compare")
	cmd.Env = []string{"PATH=" + bin}
	out, err := cmd.CombinedOutput()
	if err != nil || !strings.Contains(string(out), "there is no erl") {
		t.Errorf("compare: %v\n%s", err, out)
	}
}
