package transcript_test

import (
	"context"
	"fmt"

	"gex/tutorials/transcript"
)

// calculator is a shell that knows one sum.
type calculator struct{ env transcript.Environment }

func (calculator) Status(string) transcript.Status { return transcript.Complete }

func (c calculator) Eval(_ context.Context, text string) transcript.Outcome {
	if text != "1 + 2" {
		c.env.Output(transcript.Output{Kind: transcript.Failure, Text: "** (CompileError) what is " + text + "?\n"})
		return transcript.Outcome{}
	}
	c.env.Output(transcript.Output{Kind: transcript.Value, Text: "{:sum, 3}\n"})
	return transcript.Outcome{OK: true}
}

func (calculator) Number() int { return 1 }

func (calculator) Close() {}

func Example() {
	doc, err := transcript.Parse("sums.md", "# Sums\n\n```iex\niex> 1 + 2\n{:sum, 4}\niex> 2 + 2\n** (CompileError) ...\n```\n")
	if err != nil {
		fmt.Println(err)
		return
	}
	open := func(env transcript.Environment) (transcript.Shell, error) { return calculator{env}, nil }
	report, err := doc.Run(context.Background(), transcript.Options{Open: open})
	if err != nil {
		fmt.Println(err)
		return
	}
	fmt.Println(report.Summary())
	fmt.Print(report.Results[0].Describe())
	report.Update()
	fmt.Print(doc)
	// Output:
	// 1 ok, 1 FAIL
	// sums.md:4: FAIL (4)
	//     input | 1 + 2
	//     want  | {:sum, 4}
	//           |        ^
	//     got   | {:sum, 3}
	//           |        ^
	// # Sums
	//
	// ```iex
	// iex> 1 + 2
	// {:sum, 3}
	// iex> 2 + 2
	// ** (CompileError) ...
	// ```
}
