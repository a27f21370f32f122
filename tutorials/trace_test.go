package tutorials_test

import (
	"context"
	"encoding/json"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"gex/tutorials"
)

// traced draws what a lesson sends.
func traced(t *testing.T, change func(*tutorials.TraceOptions)) (out, errs string, code int) {
	t.Helper()
	var o tutorials.TraceOptions
	var b, e strings.Builder
	o.Open, o.File, o.Out, o.Err, o.Format = openGolden, "genevent", &b, &e, "term"
	change(&o)
	code = tutorials.Trace(context.Background(), o)
	return b.String(), e.String(), code
}

func TestTrace(t *testing.T) {
	out, _, code := traced(t, func(o *tutorials.TraceOptions) { o.Step = "add" })
	want := "genevent:add  GenEvent.add_handler(manager, Forwarder, self())\n\nshell"
	if code != tutorials.ExitOK || !strings.HasPrefix(out, want) || !strings.Contains(out, "+ Forwarder") {
		t.Errorf("exit code %d:\n%s", code, out)
	}
	out, _, _ = traced(t, func(o *tutorials.TraceOptions) {})
	if n := strings.Count(out, "genevent:"); n < 10 {
		t.Errorf("%d charts of the whole lesson:\n%s", n, out)
	}
}

func TestTraceFormats(t *testing.T) {
	one, _, _ := traced(t, func(o *tutorials.TraceOptions) { o.Step, o.Format = "add", "mermaid" })
	if !strings.HasPrefix(one, "sequenceDiagram\n") {
		t.Errorf("mermaid:\n%s", one)
	}
	all, _, _ := traced(t, func(o *tutorials.TraceOptions) { o.Format = "mermaid" })
	if !strings.HasPrefix(all, "## genevent:start\n\n```mermaid\nsequenceDiagram\n") {
		t.Errorf("all in mermaid:\n%s", all)
	}
	name := filepath.Join(t.TempDir(), "all.svg")
	_, errs, _ := traced(t, func(o *tutorials.TraceOptions) { o.Format, o.Result = "svg", name })
	svg, err := os.ReadFile(name)
	if err != nil || !strings.Contains(errs, "wrote "+name) {
		t.Fatalf("%v: %s", err, errs)
	}
	wellFormed(t, "svg", string(svg))
	lines, _, _ := traced(t, func(o *tutorials.TraceOptions) { o.Format = "json" })
	for line := range strings.SplitSeq(strings.TrimSpace(lines), "\n") {
		var event struct{ Kind string }
		if err := json.Unmarshal([]byte(line), &event); err != nil || event.Kind == "" {
			t.Errorf("%s: %v", line, err)
		}
	}
}

func TestTraceOnly(t *testing.T) {
	out, _, _ := traced(t, func(o *tutorials.TraceOptions) { o.Step, o.Only = "mon", []string{"shell"} })
	if strings.Contains(out, "GenEvent  ") {
		t.Errorf("only the shell:\n%s", out)
	}
	_, errs, code := traced(t, func(o *tutorials.TraceOptions) { o.Only = []string{"nobody"} })
	if code != tutorials.ExitFailed || !strings.Contains(errs, "nothing was sent") {
		t.Errorf("only nobody: exit code %d, %s", code, errs)
	}
}

func TestTraceUsage(t *testing.T) {
	for _, change := range []func(*tutorials.TraceOptions){
		func(o *tutorials.TraceOptions) { o.File = "nothing" },
		func(o *tutorials.TraceOptions) { o.Step = "nothing" },
	} {
		if _, errs, code := traced(t, change); code != tutorials.ExitUsage || errs == "" {
			t.Errorf("exit code %d, %s", code, errs)
		}
	}
}
