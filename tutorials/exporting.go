package tutorials

import (
	"context"
	"fmt"
	"maps"
	"slices"
	"strings"

	"gex/runtime/late"
	"gex/tutorials/export"
	"gex/tutorials/transcript"
)

// ExportOptions says what a transcript becomes.
type ExportOptions struct {
	Work
	To string // one of ExportFormats
	// ChartStyle is the style sheet of charts in a page.
	ChartStyle string
	// Elixir turns Go declarations into modules of Elixir.
	Elixir func(source string) (string, error)
}

// exporters are the formats by name, but for casts.
var exporters = map[string]func(export.Lesson) (string, error){
	"html":   func(l export.Lesson) (string, error) { return l.HTML(), nil },
	"md":     func(l export.Lesson) (string, error) { return l.Markdown(), nil },
	"livemd": export.Lesson.Livebook,
	"exs":    export.Lesson.Script,
}

// ExportFormats lists what a transcript can become.
func ExportFormats() []string {
	return append(slices.Sorted(maps.Keys(exporters)), "cast")
}

// Export runs a transcript and writes it in another form. It returns the exit
// code.
func Export(ctx context.Context, o ExportOptions) int {
	if o.To == "cast" {
		o.Color = true
		return Replay(ctx, ReplayOptions{Work: o.Work, Cast: true})
	}
	write, ok := exporters[o.To]
	if !ok {
		return o.trouble(fmt.Errorf("-to wants one of %s", strings.Join(ExportFormats(), ", ")), ExitUsage)
	}
	doc, files, err := o.document()
	if err != nil {
		return o.trouble(err, ExitUsage)
	}
	lesson := export.Lesson{
		Doc: doc, Name: o.name(), Shown: map[*transcript.Step]export.Shown{}, ChartStyle: o.ChartStyle, Elixir: o.Elixir,
	}
	err = o.perform(ctx, doc, files, func(p performed) {
		shown := export.Shown{Number: p.number, Output: moduleCode().ReplaceAllString(p.printed(), "<<$1, ...>>"), Failed: p.failed()}
		title := fmt.Sprintf("What step %s sent", p.step.ID)
		shown.Chart, _ = p.stage.Draw(p.step.Block, transcript.Drawing{Format: "svg", Title: title, Inline: true})
		lesson.Shown[p.step], lesson.Needed = shown, p.stage.Needed()
	})
	if err != nil {
		return o.trouble(err, ExitInternal)
	}
	text, err := write(lesson)
	if err != nil {
		return o.trouble(fmt.Errorf("export %s: %w", o.File, err), ExitFailed)
	}
	return o.write(text)
}

// moduleCode is the code of a module, of which nobody wants to see more than its
// start.
var moduleCode = late.Regexp(`<<(70, 79, 82, 49)[\d,. \n]*>>`)
