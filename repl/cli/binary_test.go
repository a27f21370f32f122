package cli

import (
	"os"
	"os/exec"
	"path/filepath"
	"sync"
	"testing"
)

// binary returns the program to try: that of GEX_BINARY, or one built now.
func binary(t testing.TB) string {
	t.Helper()
	if name := os.Getenv("GEX_BINARY"); name != "" {
		return name
	}
	if testing.Short() {
		t.Skip("builds the program")
	}
	built.Do(func() {
		var dir string
		if dir, builtErr = os.MkdirTemp("", "gex-under-test"); builtErr != nil {
			return
		}
		builtName = filepath.Join(dir, "gex")
		builtOutput, builtErr = exec.Command("go", "build", "-o", builtName, ".").CombinedOutput()
	})
	if builtErr != nil {
		t.Fatalf("go build: %v\n%s", builtErr, builtOutput)
	}
	return builtName
}

var (
	built       sync.Once
	builtName   string
	builtOutput []byte
	builtErr    error
)

// TestMain runs the tests at the root of the repository, where the command line
// is used and where the files of the tests are named from.
func TestMain(m *testing.M) {
	if err := os.Chdir("../.."); err != nil {
		panic(err)
	}
	code := m.Run()
	if builtName != "" {
		os.RemoveAll(filepath.Dir(builtName))
	}
	os.Exit(code)
}
