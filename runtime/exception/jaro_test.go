package exception

import (
	"math"
	"os"
	"strconv"
	"strings"
	"testing"
)

func TestJaroDistanceRecorded(t *testing.T) {
	data, err := os.ReadFile("testdata/jaro.txt")
	if err != nil {
		t.Fatal(err)
	}
	for line := range strings.Lines(string(data)) {
		parts := strings.Split(strings.TrimSpace(line), ",")
		want, err := strconv.ParseFloat(parts[2], 64)
		if err != nil {
			t.Fatal(err)
		}
		if got := jaroDistance(parts[0], parts[1]); math.Abs(got-want) > 1e-9 {
			t.Errorf("jaroDistance(%q, %q) = %v, want %v", parts[0], parts[1], got, want)
		}
	}
}
