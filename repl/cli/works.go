package cli

import (
	"context"
	"flag"
	"fmt"
	"slices"
	"strings"

	"gex/interp"
	"gex/interp/bridge"
	"gex/interp/observe"
	"gex/repl"
	"gex/tutorials"
)

// defineTrace is the command trace.
func defineTrace(w *world, flags *flag.FlagSet) func([]string) error {
	o := &tutorials.TraceOptions{Format: string(interp.Terminal)}
	color := repl.ColorAuto
	flags.Func("format", "`term|mermaid|svg|json`", func(text string) error {
		o.Format = text
		if !slices.Contains(interp.Formats(), interp.Format(text)) {
			return fmt.Errorf("want term, mermaid, svg or json")
		}
		return nil
	})
	flags.StringVar(&o.Step, "step", "", "only the step with this `ID`")
	flags.Func("only", "only the processes with these `NAMES`, as shell,KV.Registry or pids", func(text string) error {
		o.Only = append(o.Only, strings.Split(text, ",")...)
		return nil
	})
	flags.StringVar(&o.Result, "o", "", "write to `FILE`")
	colorFlag(flags, &color)
	return func(files []string) error {
		if err := w.work(&o.Work, "trace", files, color); err != nil {
			return err
		}
		if name, step, found := strings.Cut(o.File, ":"); found && o.Step == "" {
			o.File, o.Step = name, step
		}
		return exited(tutorials.Trace(context.Background(), *o))
	}
}

// defineExport is the command export.
func defineExport(w *world, flags *flag.FlagSet) func([]string) error {
	o := &tutorials.ExportOptions{ChartStyle: observe.SVGStyle, Elixir: bridge.Elixir}
	flags.StringVar(&o.To, "to", "html", "`"+strings.Join(tutorials.ExportFormats(), "|")+"`")
	flags.StringVar(&o.Result, "o", "", "write to `FILE`")
	return func(files []string) error {
		if err := w.work(&o.Work, "export", files, repl.ColorNever); err != nil {
			return err
		}
		return exited(tutorials.Export(context.Background(), *o))
	}
}

// defineLint is the command lint.
func defineLint(w *world, flags *flag.FlagSet) func([]string) error {
	o := &tutorials.LintOptions{}
	flags.BoolVar(&o.Fix, "fix", false, "write prompts, numbers, blanks and Go as they should be")
	return func(paths []string) error {
		o.Paths, o.Terminal, o.Open = paths, w.terminal(nil, repl.ColorNever), opener(nil)
		return exited(tutorials.Lint(context.Background(), *o))
	}
}

// work fills in what is done with one file.
func (w *world) work(o *tutorials.Work, command string, files []string, color repl.ColorMode) error {
	if len(files) != 1 {
		return usageError{command + " wants one file or lesson"}
	}
	o.File, o.Terminal, o.Open = files[0], w.terminal(nil, color), opener(nil)
	return nil
}
