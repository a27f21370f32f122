package transcript

import (
	"cmp"
	"context"
	"fmt"
	"runtime"
	"slices"
	"strconv"
	"strings"
	"sync"

	"gex/runtime/late"
)

// Variant is one of the outcomes of a step under different schedules.
type Variant struct {
	Runs int   // how often it came
	Seed int64 // a schedule under which it comes
	Result
}

// Explored is what a step came to under all schedules.
type Explored struct {
	Step     *Step
	Variants []Variant // the most frequent first
}

// Bad reports whether the step has more than one outcome and does not say so,
// or one that is wrong.
func (e Explored) Bad() bool {
	return len(e.Variants) > 1 && !e.Step.Directives().Racy || slices.ContainsFunc(e.Variants, func(v Variant) bool { return v.Verdict.Bad() })
}

// Describe lists the outcomes, each with how often it came and a schedule that
// brings it again.
func (e Explored) Describe() string {
	var b strings.Builder
	fmt.Fprintf(&b, "%s: %d outcomes (%s)\n", e.Step.Place(), len(e.Variants), e.Step.Path())
	section(&b, "input", e.Step.Text())
	for _, v := range e.Variants {
		fmt.Fprintf(&b, "    %d times, schedule %d: %s\n", v.Runs, v.Seed, v.Verdict)
		section(&b, "", v.Printed())
	}
	return b.String()
}

// Exploration is what a document came to under many schedules.
type Exploration struct {
	Document *Document
	Runs     int
	Steps    []Explored
}

// OK reports whether every step has one outcome, and a right one.
func (e *Exploration) OK() bool { return !slices.ContainsFunc(e.Steps, Explored.Bad) }

// Explore runs the document under the schedules first, first+1, ..., n in all,
// and tells what outcomes each step has. Two outcomes are one if they print the
// same up to the names of ids, the times of reports and what the order of the
// step leaves open. The runs go side by side, as many as there are processors;
// o.Open must allow that. The error is one of a shell.
func (d *Document) Explore(ctx context.Context, o Options, first int64, n int) (*Exploration, error) {
	o.Observe = nil
	reports := make([]*Report, n)
	err := SideBySide(n, func(i int) (err error) {
		o := o
		o.Schedule = first + int64(i)
		reports[i], err = d.Run(ctx, o)
		return err
	})
	if err != nil {
		return nil, err
	}
	found := &Exploration{Document: d, Runs: n}
	texts := make([][]string, n)
	for i, r := range reports {
		texts[i] = r.outcomes()
	}
	for at, step := range d.Steps() {
		explored := Explored{Step: step}
		variants := map[string]int{} // index by outcome
		for i, r := range reports {
			key := texts[i][at]
			if _, ok := variants[key]; !ok {
				variants[key] = len(explored.Variants)
				explored.Variants = append(explored.Variants, Variant{Seed: first + int64(i), Result: r.Results[at]})
			}
			explored.Variants[variants[key]].Runs++
		}
		slices.SortStableFunc(explored.Variants, func(a, b Variant) int { return cmp.Compare(b.Runs, a.Runs) })
		found.Steps = append(found.Steps, explored)
	}
	return found, nil
}

// SideBySide calls f with 0 to n-1, as many at once as there are processors,
// and returns the first error.
func SideBySide(n int, f func(i int) error) error {
	var wait sync.WaitGroup
	errs := make([]error, n)
	next := make(chan int)
	for range min(n, runtime.GOMAXPROCS(0)) {
		wait.Go(func() {
			for i := range next {
				errs[i] = f(i)
			}
		})
	}
	for i := range n {
		next <- i
	}
	close(next)
	wait.Wait()
	return cmp.Or(errs...)
}

// outcomes writes down what each step came to, the same for what is the same.
// What is not compared comes to nothing.
func (r *Report) outcomes() []string {
	names := map[*Block]map[string]string{}
	texts := make([]string, len(r.Results))
	for i, result := range r.Results {
		if result.Verdict == Skipped {
			continue
		}
		b := result.Step.Block
		if names[b] == nil {
			names[b] = map[string]string{}
		}
		texts[i] = result.Verdict.String() + "\n" + canonicalIDs(canonicalOrder(result), names[b])
	}
	return texts
}

// stamps are the times of reports.
var stamps = late.Regexp(`(?m)^\d\d:\d\d:\d\d\.\d{3}\b`)

// canonicalOrder is what a step printed, in an order of its own where that does
// not count.
func canonicalOrder(r Result) string {
	lanes := map[string]string{}
	var last string
	for _, c := range chunks(withoutWarnings(r.Outputs), r.Step.Directives().Order) {
		text := stamps().ReplaceAllLiteralString(strings.Join(c.lines, "\n"), "") + "\n"
		if c.kind == Value {
			last += text
		} else {
			lanes[c.lane] += text
		}
	}
	texts := make([]string, 0, len(lanes))
	for _, text := range lanes {
		texts = append(texts, text)
	}
	masked := func(text string) string { return idPattern().ReplaceAllString(text, "#") }
	slices.SortFunc(texts, func(a, b string) int { return cmp.Or(cmp.Compare(masked(a), masked(b)), cmp.Compare(a, b)) })
	return strings.Join(texts, "") + last
}

// canonicalIDs numbers ids in order of appearance; names holds those of the
// block.
func canonicalIDs(text string, names map[string]string) string {
	return idPattern().ReplaceAllStringFunc(text, func(id string) string {
		key := idKey(id)
		if names[key] == "" {
			names[key] = "#" + class(key) + "<" + strconv.Itoa(len(names)+1) + ">"
		}
		return names[key]
	})
}
