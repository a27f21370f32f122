package tutorials_test

import (
	"context"
	"strings"
	"testing"

	"gex/tutorials"
)

// TestCastsAreTheSameAgain writes the cast of each lesson twice.
func TestCastsAreTheSameAgain(t *testing.T) {
	for _, lesson := range lessonList(t) {
		var casts [2]strings.Builder
		for i := range casts {
			var errs strings.Builder
			o := tutorials.ReplayOptions{Cast: true, Jitter: 0.3}
			o.Open, o.File, o.Out, o.Err, o.Color = openGolden, lesson, &casts[i], &errs, true
			if code := tutorials.Replay(context.Background(), o); code != tutorials.ExitOK {
				t.Fatalf("%s: exit code %d: %s", lesson, code, &errs)
			}
		}
		if casts[0].String() != casts[1].String() {
			t.Errorf("%s: two casts differ", lesson)
		}
		if n := strings.Count(casts[0].String(), `,"m","`); n != len(openLesson(t, lesson).Sections)-1 {
			t.Errorf("%s: %d marks", lesson, n)
		}
	}
}
