package gosrc

import (
	"fmt"
	"os"
	"os/exec"
	"path/filepath"
	"strconv"
	"strings"
	"testing"
)

// Random programs do in the pipeline what they do compiled. All are compiled
// at once. GEX_PROGRAMS says how many, GEX_SEED where to begin.
func TestDifferential(t *testing.T) {
	if testing.Short() {
		t.Skip("runs the go tool")
	}
	if _, err := exec.LookPath("go"); err != nil {
		t.Skip("no go tool")
	}
	n, seed := setting("GEX_PROGRAMS", 20), setting("GEX_SEED", 1)
	programs := make([]string, n)
	for i := range programs {
		programs[i] = newGenerator(int64(seed+i), fmt.Sprintf("P%d", seed+i)).program()
	}
	want := runAll(t, programs, seed)
	for i, program := range programs {
		t.Run(fmt.Sprint(seed+i), func(t *testing.T) {
			s := newSession(t)
			s.mustDefine("var errBase = errors.New(\"base\")")
			if _, err := s.define(program); err != nil {
				t.Fatalf("Define: %v\n%s", err, program)
			}
			_, err := s.apply("Go", fmt.Sprintf("p%d_main", seed+i))
			if s.out.String() != want[i] || err != nil {
				t.Errorf("%s\n%v\n%s", diff(s.out.String(), want[i]), err, program)
			}
		})
	}
}

func setting(name string, value int) int {
	if n, err := strconv.Atoi(os.Getenv(name)); err == nil {
		return n
	}
	return value
}

// separator stands between the outputs of two programs.
const separator = "\x00end of a program\n"

// runAll compiles the programs as one and returns what each prints.
func runAll(t *testing.T, programs []string, seed int) []string {
	t.Helper()
	var b strings.Builder
	b.WriteString("package main\n\nimport (\n\t\"errors\"\n\t\"fmt\"\n\t\"math\"\n\t\"strings\"\n)\n\nvar errBase = errors.New(\"base\")\n\nvar _, _ = math.Pi, strings.ToUpper\n\n")
	b.WriteString(strings.Join(programs, "\n"))
	b.WriteString("\nfunc main() {\n")
	for i := range programs {
		fmt.Fprintf(&b, "\tP%dMain()\n\tfmt.Print(%q)\n", seed+i, separator)
	}
	b.WriteString("}\n")
	dir := t.TempDir()
	source, binary := filepath.Join(dir, "main.go"), filepath.Join(dir, "programs")
	if err := os.WriteFile(source, []byte(b.String()), 0o600); err != nil {
		t.Fatal(err)
	}
	if out, err := exec.Command("go", "build", "-gcflags=-N -l", "-o", binary, source).CombinedOutput(); err != nil {
		t.Fatalf("go build: %v\n%s", err, out)
	}
	out, err := exec.Command(binary).Output()
	if err != nil {
		t.Fatalf("programs: %v\n%s", err, out)
	}
	return strings.Split(string(out), separator)
}
