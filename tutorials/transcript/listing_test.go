package transcript

import (
	"context"
	"errors"
	"fmt"
	"strings"
	"testing"
)

// loading is a fake that modules can be loaded into. It has one of its own,
// Enum, and cannot load what says broken.
type loading struct {
	*fake
	has    map[string]bool
	loaded []string
	places *[]string // where what was loaded stands; nil if nobody asks
}

func (l *loading) Load(_ context.Context, file string, line int, source string) error {
	if l.places != nil {
		*l.places = append(*l.places, fmt.Sprintf("%s:%d", file, line))
	}
	if strings.Contains(source, "broken") {
		return errors.New("** (CompileError) broken")
	}
	first, _, _ := strings.Cut(source, "\n")
	l.loaded = append(l.loaded, first)
	return nil
}

func (l *loading) HasModule(name string) bool { return name == "Enum" || l.has[name] }

// Eval defines what an input like "defmodule M" does, and tells what has been
// loaded since the input before.
func (l *loading) Eval(ctx context.Context, text string) Outcome {
	if _, rest, ok := strings.Cut(text, "defmodule "); ok {
		l.has[strings.Fields(rest)[0]] = true
	}
	l.answers = map[string][]Output{text: {{Value, "", fmt.Sprint(l.loaded) + "\n"}}}
	l.loaded = nil
	return l.fake.Eval(ctx, text)
}

func elixirBlock(modules ...string) string {
	return "```elixir\n" + strings.Join(modules, "\n") + "\n```\n"
}

func TestListings(t *testing.T) {
	bucket, registry := "defmodule KV.Bucket do end", "defmodule KV.Registry do KV.Bucket end"
	tests := []struct {
		name string
		text string
		want []string // what was loaded before each input
	}{
		{"when it is named", elixirBlock(bucket) + iexBlock("iex> 1\niex> KV.Bucket.new\niex> KV.Bucket.new\n"),
			[]string{"[]", "[" + bucket + "]", "[]"}},
		{"in a pattern or as an argument", elixirBlock(bucket) + elixirBlock("defmodule S do defstruct [] end") +
			iexBlock("iex> start(KV.Bucket)\niex> %S{} = x\n"),
			[]string{"[" + bucket + "]", "[defmodule S do defstruct [] end]"}},
		{"after what it needs", elixirBlock(registry) + elixirBlock(bucket) + elixirBlock(registry) + iexBlock("iex> KV.Registry.new\n"),
			[]string{"[" + bucket + " " + registry + "]"}},
		{"not before it is written", iexBlock("iex> KV.Bucket.new\n") + elixirBlock(bucket), []string{"[]"}},
		{"the last version", elixirBlock(bucket) + elixirBlock("defmodule KV.Bucket do 2 end") + iexBlock("iex> KV.Bucket.new\n"),
			[]string{"[defmodule KV.Bucket do 2 end]"}},
		{"a later version", elixirBlock(bucket) + iexBlock("iex> KV.Bucket\n") + elixirBlock("defmodule KV.Bucket do 2 end") + iexBlock("iex> KV.Bucket\n"),
			[]string{"[" + bucket + "]", "[defmodule KV.Bucket do 2 end]"}},
		{"a later version of one of two", elixirBlock("defmodule A do B end", "defmodule B do end") + elixirBlock("defmodule B do 2 end") + iexBlock("iex> A.b\niex> B.c\n"),
			[]string{"[defmodule A do B end defmodule B do 2 end]", "[]"}},
		{"not what the shell has", elixirBlock("defmodule Enum do end") + iexBlock("iex> Enum.map\n"), []string{"[]"}},
		{"not what the input defines", elixirBlock(bucket) + iexBlock("iex> defmodule KV.Bucket do end\niex> KV.Bucket.new\n"), []string{"[]", "[]"}},
		{"not what an input has defined, but newer", elixirBlock(bucket) + iexBlock("iex> defmodule KV.Bucket do end\n") +
			elixirBlock("defmodule KV.Bucket do 3 end") + iexBlock("iex> KV.Bucket.new\n"),
			[]string{"[]", "[defmodule KV.Bucket do 3 end]"}},
		{"a module and one inside", elixirBlock("defmodule A do\ndefmodule B do end\nend") + iexBlock("iex> A.B.f\n"), []string{"[defmodule A do]"}},
		{"a protocol with what implements it", elixirBlock("defprotocol Size do end") + elixirBlock("defimpl Size, for: Map do end") +
			elixirBlock("defimpl Size, for: List do end") + iexBlock("iex> Size.size\n"),
			[]string{"[defprotocol Size do end defimpl Size, for: List do end defimpl Size, for: Map do end]"}},
		{"not what is skipped", "<!-- gex: skip -->\n" + elixirBlock(bucket) + iexBlock("iex> KV.Bucket\n"), []string{"[]"}},
		{"not what does more than define", elixirBlock(bucket, "KV.Bucket.new") + iexBlock("iex> KV.Bucket\n"), []string{"[]"}},
		{"not a piece", elixirBlock("def new, do: KV.Bucket") + iexBlock("iex> KV.Bucket\n"), []string{"[]"}},
		{"in each session", elixirBlock(bucket) + iexBlock("iex> KV.Bucket\n") + "<!-- gex: session=two -->\n" + iexBlock("iex> KV.Bucket\n"),
			[]string{"[" + bucket + "]", "[" + bucket + "]"}},
	}
	for _, tt := range tests {
		t.Run(tt.name, func(t *testing.T) {
			var got []string
			for _, result := range run(t, tt.text, Options{Open: openLoading}).Results {
				got = append(got, strings.TrimSpace(result.Outputs[0].Text))
			}
			if !equal(got, tt.want) {
				t.Errorf("got  %q\nwant %q", got, tt.want)
			}
		})
	}
}

func openLoading(env Environment) (Shell, error) {
	return &loading{fake: &fake{env: env}, has: map[string]bool{}}, nil
}

// TestListingsOfTheBook shows that a text has the modules of the other chapters, up
// to where it defines them in its own way.
func TestListingsOfTheBook(t *testing.T) {
	chapter := func(name string, blocks ...string) *Document {
		doc, err := Parse(name, strings.Join(blocks, "\n"))
		if err != nil {
			t.Fatal(err)
		}
		return doc
	}
	bucket, registry := "defmodule KV.Bucket do end", "defmodule KV.Registry do KV.Bucket end"
	doc := chapter("t.md", iexBlock("iex> KV.Bucket.new\niex> KV.Registry.new\niex> Own.f\niex> Enum.map\niex> Nothing.f\n")+elixirBlock("defmodule Own do end")+iexBlock("iex> Own.f\n"))
	read := 0
	doc.Beside = func() []*Document {
		read++
		return []*Document{
			chapter("a.md", elixirBlock("defmodule KV.Bucket do 1 end"), elixirBlock("defmodule Own do 1 end"), elixirBlock("defmodule Enum do end")),
			chapter("b.md", elixirBlock(bucket), elixirBlock(registry), iexBlock("iex> 1\n")),
		}
	}
	report, err := doc.Run(t.Context(), Options{Open: openLoading})
	if err != nil {
		t.Fatal(err)
	}
	var got []string
	for _, result := range report.Results {
		got = append(got, strings.TrimSpace(result.Outputs[0].Text))
	}
	if want := []string{"[" + bucket + "]", "[" + registry + "]", "[defmodule Own do 1 end]", "[]", "[]", "[defmodule Own do end]"}; !equal(got, want) {
		t.Errorf("loaded %q, want %q", got, want)
	}
	if read != 1 {
		t.Errorf("the book was read %d times", read)
	}
}

// TestListingExpectedMissing shows that a text may speak of a module before it is
// compiled.
func TestListingExpectedMissing(t *testing.T) {
	report := run(t, elixirBlock("defmodule KV do end")+iexBlock("iex> KV.get\n** (UndefinedFunctionError) function KV.get/0 is undefined (module KV is not available)\niex> KV.get\n"),
		Options{Open: openLoading})
	for i, want := range []string{"[]\n", "[defmodule KV do end]\n"} {
		if got := report.Results[i].Outputs[0].Text; got != want {
			t.Errorf("before input %d: %q, want %q", i+1, got, want)
		}
	}
}

// TestListingBroken shows that a step that fails tells which listing it lacks.
func TestListingBroken(t *testing.T) {
	report := run(t, elixirBlock("defmodule KV do", "broken", "end")+iexBlock("iex> KV.get\n1\n"), Options{Open: openLoading})
	want := "the listing at t.md:1 was not loaded: ** (CompileError) broken"
	if got := report.Results[0].Describe(); !strings.Contains(got, want) {
		t.Errorf("got:\n%s\nwant %q in it", got, want)
	}
}

// TestListingPlace shows that a module knows where its first line stands.
func TestListingPlace(t *testing.T) {
	var places []string
	open := func(env Environment) (Shell, error) {
		return &loading{fake: &fake{env: env}, has: map[string]bool{}, places: &places}, nil
	}
	run(t, "# Title\n\n"+elixirBlock("defmodule KV do end")+iexBlock("iex> KV.get\n"), Options{Open: open})
	if want := []string{"t.md:4"}; !equal(places, want) {
		t.Errorf("loaded from %q, want %q", places, want)
	}
}
