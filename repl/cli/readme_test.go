package cli

import (
	"bytes"
	"os"
	"testing"
)

// TestReadme runs the sessions of the README, so that they stay true.
func TestReadme(t *testing.T) {
	var stdout, stderr bytes.Buffer
	if code := Run([]string{"test", "README.md"}, os.Stdin, &stdout, &stderr); code != 0 {
		t.Errorf("gex test README.md exits with %d\n%s%s", code, &stdout, &stderr)
	}
}
