//go:build ignore

// Compare pipes the inputs of a transcript into gex and into a real IEx and
// says how many times faster gex is, from start to end.
//
//	go run testdata/transcripts/compare.go [-n RUNS] [-least RATIO] [FILE.md]
//
// FILE is that of the GenEvent guide unless another is given. A block of Go is
// typed as the block of Elixir before it, into both. The runs of the two
// alternate, and the medians are compared, so that other work on the machine
// slows both. It exits with 1 if the ratio is less than -least.
package main

import (
	"bytes"
	"flag"
	"fmt"
	"os"
	"os/exec"
	"path/filepath"
	"slices"
	"strings"
	"time"

	"gex/tutorials/oracle"
	"gex/tutorials/transcript"
)

func main() {
	runs := flag.Int("n", 9, "how often each is run")
	least := flag.Float64("least", 20, "the least ratio that will do")
	flag.Parse()
	name := filepath.Join("testdata", "transcripts", "seed000.md")
	if flag.NArg() > 0 {
		name = flag.Arg(0)
	}
	if err := compare(name, *runs, *least); err != nil {
		fmt.Fprintln(os.Stderr, err)
		os.Exit(1)
	}
}

func compare(name string, runs int, least float64) error {
	text, err := os.ReadFile(name)
	if err != nil {
		return err
	}
	doc, err := transcript.Parse(name, string(text))
	if err != nil {
		return err
	}
	if err := (oracle.Options{}).Find(); err != nil {
		return err
	}
	dir, err := os.MkdirTemp("", "compare")
	if err != nil {
		return err
	}
	defer os.RemoveAll(dir)
	gex := filepath.Join(dir, "gex")
	if out, err := exec.Command("go", "build", "-o", gex, ".").CombinedOutput(); err != nil {
		return fmt.Errorf("go build: %v\n%s", err, out)
	}
	input := oracle.Inputs(doc)
	var ours, theirs costs
	for range runs {
		ours.add(dir, input, gex)
		theirs.add(dir, input, "iex", "--dot-iex", "")
	}
	fmt.Printf("%s: %d inputs, medians of %d runs\n", name, len(doc.Steps()), runs)
	ratio := against("elapsed", ours.elapsed, theirs.elapsed)
	against("processor", ours.processor, theirs.processor)
	if ratio < least {
		return fmt.Errorf("less than %g times as fast", least)
	}
	return nil
}

// costs are what runs of a shell took, from start to end.
type costs struct{ elapsed, processor []time.Duration }

// add runs a shell on the input.
func (c *costs) add(dir, input string, name string, args ...string) {
	command := exec.Command(name, args...)
	command.Dir, command.Stdin = dir, strings.NewReader(input)
	command.Env = append(os.Environ(), "GEX_HOME=none", "TERM=dumb")
	var out bytes.Buffer
	command.Stdout, command.Stderr = &out, &out
	began := time.Now()
	if err := command.Run(); err != nil {
		fmt.Fprintf(os.Stderr, "%s: %v\n%s", name, err, &out)
		os.Exit(1)
	}
	c.elapsed = append(c.elapsed, time.Since(began))
	c.processor = append(c.processor, command.ProcessState.UserTime()+command.ProcessState.SystemTime())
}

// against prints the medians and returns their ratio.
func against(what string, ours, theirs []time.Duration) float64 {
	slices.Sort(ours)
	slices.Sort(theirs)
	a, b := ours[len(ours)/2], theirs[len(theirs)/2]
	ratio := float64(b) / float64(a)
	fmt.Printf("%-9s  gex %7.1f ms  iex %7.1f ms  %.1f times as fast\n", what, ms(a), ms(b), ratio)
	return ratio
}

func ms(d time.Duration) float64 { return float64(d.Microseconds()) / 1000 }
