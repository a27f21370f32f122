package tutorials

import (
	"context"
	"fmt"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"time"
)

// watch checks files again when they or their errata have changed, or new ones
// have come, until ctx ends. It returns the worst exit code of the last state
// of all files.
func (c *checker) watch(ctx context.Context, names []string, code int) int {
	codes := map[string]int{"": code}
	seen := map[string]stamp{}
	for _, name := range names {
		seen[name] = c.stampOf(name)
	}
	for {
		select {
		case <-ctx.Done():
			return worstCode(codes)
		case <-c.o.Watch:
		}
		now, err := expand(c.o.Lessons, c.o.Paths)
		if err != nil {
			continue // a file that is being written anew may be gone for a moment
		}
		changed := slices.DeleteFunc(slices.Clone(now), func(name string) bool { return seen[name] == c.stampOf(name) })
		if len(changed) == 0 {
			continue
		}
		delete(codes, "")
		if !c.o.JSON {
			fmt.Fprintf(c.o.Out, "%s\n", c.paint.faint.Sprint("changed: "+strings.Join(changed, ", ")))
		}
		for _, name := range changed {
			codes[name] = c.files(ctx, []string{name})
			seen[name] = c.stampOf(name)
		}
	}
}

func worstCode(codes map[string]int) int {
	worst := ExitOK
	for _, code := range codes {
		worst = max(worst, code)
	}
	return worst
}

// stamp is what tells that a file has changed, and its errata.
type stamp struct{ file, errata change }

// change is when a file was last written, and its length.
type change struct {
	at   time.Time
	size int64
}

func (c *checker) stampOf(name string) stamp {
	return stamp{changedAt(name), changedAt(errataOf(name, c.o.Errata))}
}

// errataOf is where the errata of a file are, if there are some: in the file or
// directory that is given, or beside it.
func errataOf(name, given string) string {
	beside := strings.TrimSuffix(name, filepath.Ext(name)) + errataSuffix
	if info, err := os.Stat(given); err == nil && !info.IsDir() {
		return given
	} else if given != "" {
		return filepath.Join(given, filepath.Base(beside))
	}
	return beside
}

func changedAt(name string) change {
	info, err := os.Stat(name)
	if err != nil {
		return change{}
	}
	return change{info.ModTime(), info.Size()}
}
