package conformance_test

import (
	"os"
	"path/filepath"
	"regexp"
	"strings"
	"testing"
)

// tableRow is a row of the README: an id and what shows it.
var tableRow = regexp.MustCompile(`(?m)^\| ([SXP]\d+b?) \| (.*?)(?: \([^)]*\))? \|$`)

// shown is the name of a recording, or room.TestName.
var shown = regexp.MustCompile(`^(?:(\w+)\.(Test\w+)|[a-z]+\d*_\w+)$`)

func readFile(t *testing.T, path string) string {
	t.Helper()
	text, err := os.ReadFile(path)
	if err != nil {
		t.Fatal(err)
	}
	return string(text)
}

// roomTests returns the source of all tests of a room.
func roomTests(t *testing.T, room string) string {
	t.Helper()
	paths, _ := filepath.Glob(filepath.Join("..", room, "*_test.go"))
	var all strings.Builder
	for _, path := range paths {
		all.WriteString(readFile(t, path))
	}
	return all.String()
}

func TestTableIsComplete(t *testing.T) {
	rows := map[string]string{}
	for _, m := range tableRow.FindAllStringSubmatch(readFile(t, "README.md"), -1) {
		if _, twice := rows[m[1]]; twice {
			t.Errorf("%s has two rows", m[1])
		}
		rows[m[1]] = m[2]
	}
	ids := strings.Fields(readFile(t, "testdata/ids.txt"))
	for _, id := range ids {
		if rows[id] == "" {
			t.Errorf("%s has no row that says what shows it", id)
		}
	}
	if len(rows) != len(ids) {
		t.Errorf("the table has %d rows, the inventory %d", len(rows), len(ids))
	}
}

// notInOTP25 are rows of the inventory that are no promise of OTP 25.
var notInOTP25 = map[string]bool{"S41": true}

func TestTableNamesWhatExists(t *testing.T) {
	sources := map[string]string{}
	for _, m := range tableRow.FindAllStringSubmatch(readFile(t, "README.md"), -1) {
		if notInOTP25[m[1]] {
			continue
		}
		for name := range strings.SplitSeq(m[2], ", ") {
			parts := shown.FindStringSubmatch(name)
			switch {
			case parts == nil:
				t.Errorf("%s: %q is neither a recording nor a test", m[1], name)
			case parts[2] == "":
				if _, err := os.Stat(filepath.Join("..", "..", "testdata", "recordings", name+".json")); err != nil {
					t.Errorf("%s: there is no recording %s", m[1], name)
				}
			default:
				if sources[parts[1]] == "" {
					sources[parts[1]] = roomTests(t, parts[1])
				}
				if !strings.Contains(sources[parts[1]], "func "+parts[2]+"(") {
					t.Errorf("%s: there is no test %s", m[1], name)
				}
			}
		}
	}
}
