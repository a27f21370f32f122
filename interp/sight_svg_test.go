package interp_test

import (
	"context"
	"encoding/xml"
	"io"
	"strings"
	"testing"

	"gex/interp"
)

// pictured runs inputs and draws what the last one sent.
func pictured(t *testing.T, format interp.Format, o interp.PictureOptions, inputs ...string) string {
	t.Helper()
	s := interp.New(interp.Options{Virtual: true, NoHints: true})
	defer s.Close()
	for _, input := range inputs {
		if !s.Eval(context.Background(), input).OK {
			t.Fatalf("%s failed", input)
		}
	}
	text, ok := s.Picture(format, o)
	if !ok {
		return ""
	}
	return text
}

// elements counts the elements of an SVG by their class, and fails if it is no
// XML.
func elements(t *testing.T, svg string) map[string]int {
	t.Helper()
	count := map[string]int{}
	for d := xml.NewDecoder(strings.NewReader(svg)); ; {
		token, err := d.Token()
		if err == io.EOF {
			return count
		}
		if err != nil {
			t.Fatalf("%v in\n%s", err, svg)
		}
		if e, ok := token.(xml.StartElement); ok {
			for _, a := range e.Attr {
				if a.Name.Local == "class" {
					count[a.Value]++
				}
			}
		}
	}
}

const twoTalk = `me = self(); pid = spawn(fn -> receive do {:ask, from} -> send(from, {:answer, "<&>"}); exit(:done) end end); ` +
	`Process.monitor(pid); send(pid, {:ask, me}); Process.sleep(1)`

func TestPictureSVG(t *testing.T) {
	svg := pictured(t, interp.SVG, interp.PictureOptions{Title: "A <talk>"}, twoTalk)
	got := elements(t, svg)
	want := map[string]int{"life": 2, "row spawn": 1, "row async": 2, "row exit": 1, "row down": 1, "gex-chart": 1}
	for class, n := range want {
		if got[class] != n {
			t.Errorf("%d elements of class %q, want %d", got[class], class, n)
		}
	}
	for _, text := range []string{"<title>A &lt;talk&gt;</title>", "prefers-color-scheme: dark", "spawn_monitor", ":done", "&lt;&amp;&gt;"} {
		if !strings.Contains(svg, text) {
			t.Errorf("%q is missing in\n%s", text, svg)
		}
	}
	if again := pictured(t, interp.SVG, interp.PictureOptions{Title: "A <talk>"}, twoTalk); again != svg {
		t.Error("another picture at the second time")
	}
}

func TestPictureOptions(t *testing.T) {
	if svg := pictured(t, interp.SVG, interp.PictureOptions{Inline: true}, twoTalk); strings.Contains(svg, "<style>") {
		t.Error("an inline picture has a style of its own")
	}
	three := `a = spawn(fn -> receive do x -> x end end); b = spawn(fn -> receive do x -> x end end); send(a, 1); send(b, 2)`
	all := pictured(t, interp.Mermaid, interp.PictureOptions{}, three, "send(a, 3); send(b, 4)")
	if strings.Count(all, "participant") != 3 {
		t.Errorf("all:\n%s", all)
	}
	only := pictured(t, interp.Mermaid, interp.PictureOptions{Only: []string{"shell", "a"}},
		`a = spawn(fn -> receive do x -> x end end); b = spawn(fn -> receive do x -> x end end)`, "send(a, 1); send(b, 2)")
	if strings.Count(only, "participant") != 2 || !strings.Contains(only, ": 1\n") {
		t.Errorf("only shell and a:\n%s", only)
	}
	if nobody := pictured(t, interp.Mermaid, interp.PictureOptions{Only: []string{"nobody"}}, twoTalk); nobody != "" {
		t.Errorf("nobody:\n%s", nobody)
	}
	if nothing := pictured(t, interp.SVG, interp.PictureOptions{}, "1 + 1"); nothing != "" {
		t.Errorf("nothing:\n%s", nothing)
	}
}

// TestPictureHasNoColours prints in colour and finds none in the chart.
func TestPictureHasNoColours(t *testing.T) {
	if chart := pictured(t, interp.Terminal, interp.PictureOptions{}, `IO.puts("\e[36m:pong\e[0m\e[33m")`); !strings.Contains(chart, "» :pong\n") {
		t.Errorf("chart:\n%q", chart)
	}
}
