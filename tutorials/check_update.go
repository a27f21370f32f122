package tutorials

import (
	"errors"
	"fmt"
	"io"
	"os"
	"strings"

	"github.com/google/renameio/v2/maybe"

	"gex/tutorials/transcript"
)

// update rewrites the outputs of a file that differ: all of them, or with -i
// those that are accepted.
func (c *checker) update(f *checked) error {
	accept := func(transcript.Result, string) bool { return true }
	if c.o.Accept {
		accept = c.accept
	}
	rewritten := map[*transcript.Step]bool{}
	f.updated = true
	f.changed = f.report.UpdateIf(func(r transcript.Result, output string) bool {
		rewritten[r.Step] = accept(r, output)
		return rewritten[r.Step]
	})
	for _, r := range f.report.Results {
		if r.Verdict.Bad() && !rewritten[r.Step] {
			f.left = append(f.left, r)
		}
	}
	if f.changed == 0 {
		return nil
	}
	if err := replaceFile(f.name, f.doc.String()); err != nil {
		return err
	}
	if f.errata != nil {
		return replaceFile(f.errata.Name(), f.errata.String())
	}
	return nil
}

// replaceFile writes a file that exists, in one piece, if its text changes.
func replaceFile(name, text string) error {
	info, err := os.Stat(name)
	if err != nil {
		return fmt.Errorf("update: %w", err)
	}
	if old, err := os.ReadFile(name); err == nil && string(old) == text {
		return nil
	}
	if err := maybe.WriteFile(name, []byte(text), info.Mode().Perm()); err != nil {
		return fmt.Errorf("update: %w", err)
	}
	return nil
}

const acceptHelp = "y writes this output, n keeps the old one, a writes this and all others, q keeps this and all others\n"

// accept shows what would be rewritten and asks.
func (c *checker) accept(r transcript.Result, output string) bool {
	if c.all || c.enough {
		return c.all
	}
	fmt.Fprintf(c.o.Out, "%s (%s)\n", r.Step.Place(), r.Step.Path())
	for line := range strings.SplitSeq(r.Step.Text(), "\n") {
		fmt.Fprintf(c.o.Out, "    %s\n", c.paint.faint.Sprint(line))
	}
	fmt.Fprint(c.o.Out, c.hunk(r.Step.Output(), output))
	for {
		answer, err := c.o.In.ReadLine("write this output? [y,n,a,q,?] ", "")
		switch strings.TrimSpace(answer) {
		case "y":
			return true
		case "n":
			return false
		case "a":
			c.all = true
			return true
		case "q":
			c.enough = true
			return false
		}
		if errors.Is(err, io.EOF) || errors.Is(err, ErrInterrupted) {
			c.enough = true
			return false
		}
		fmt.Fprint(c.o.Out, acceptHelp)
	}
}

// hunk shows the lines that go and those that come, among those that stay.
func (c *checker) hunk(before, after string) string {
	var b strings.Builder
	old, new := splitText(before), splitText(after)
	common := transcript.CommonLines(old, new)
	i, j := 0, 0
	take := func(mark string, lines []string, paint func(...any) string) {
		for _, line := range lines {
			b.WriteString(paint("  "+mark+" "+line) + "\n")
		}
	}
	for _, pair := range append(common, [2]int{len(old), len(new)}) {
		take("-", old[i:pair[0]], c.paint.bad.Sprint)
		take("+", new[j:pair[1]], c.paint.good.Sprint)
		if pair[0] < len(old) {
			take(" ", old[pair[0]:pair[0]+1], fmt.Sprint)
		}
		i, j = pair[0]+1, pair[1]+1
	}
	return b.String()
}

func splitText(text string) []string {
	if text == "" {
		return nil
	}
	return strings.Split(text, "\n")
}
