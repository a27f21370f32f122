//go:build ignore

// Record runs transcripts in a real IEx and shows where they differ, or with
// -update writes down what it says. It proves that what the transcripts expect
// is what IEx 1.14 prints, and makes new ones: write inputs and a line _ below
// each, and let -update fill them in.
//
//	go run testdata/transcripts/record.go [-update] [-v] FILE.md...
//
// A block of Go is run as the block of Elixir that stands before it in its
// section, and a file NAME.go that is imported as the file NAME.exs.
//
// Log reports race with results in a real IEx: they are most often first, as
// they always are here; a run in which they were late says so by a difference.
//
// It needs iex on the path. Nothing else needs it: the transcripts are
// committed.
package main

import (
	"bytes"
	"context"
	"errors"
	"flag"
	"fmt"
	"io"
	"os"
	"os/exec"
	"path/filepath"
	"regexp"
	"strconv"
	"strings"
	"time"

	"gex/tutorials/transcript"
)

func main() {
	update := flag.Bool("update", false, "write down what IEx says")
	verbose := flag.Bool("v", false, "show every difference")
	flag.Parse()
	failed := false
	for _, name := range flag.Args() {
		ok, err := record(name, *update, *verbose)
		if err != nil {
			fmt.Fprintln(os.Stderr, err)
		}
		failed = failed || !ok || err != nil
	}
	if failed {
		os.Exit(1)
	}
}

func record(name string, update, verbose bool) (bool, error) {
	text, err := os.ReadFile(name)
	if err != nil {
		return false, err
	}
	doc, err := transcript.Parse(name, string(text))
	if err != nil {
		return false, err
	}
	open := func(env transcript.Environment) (transcript.Shell, error) { return start(env, doc) }
	report, err := doc.Run(context.Background(), transcript.Options{Open: open, Width: 80})
	if err != nil {
		return false, err
	}
	if verbose || !update {
		for _, r := range report.Results {
			if r.Verdict.Bad() {
				fmt.Print(r.Describe())
			}
		}
	}
	fmt.Printf("%s: %s\n", name, report.Summary())
	if update && report.Update() > 0 {
		return true, os.WriteFile(name, []byte(doc.String()), 0o644)
	}
	return report.OK(), nil
}

// iex is a real one behind pipes.
type iex struct {
	env    transcript.Environment
	twins  map[string]string // Elixir by Go
	dir    string
	cmd    *exec.Cmd
	in     io.WriteCloser
	bytes  chan []byte
	number int
}

func start(env transcript.Environment, doc *transcript.Document) (*iex, error) {
	dir, err := os.MkdirTemp("", "record")
	if err != nil {
		return nil, err
	}
	for name, text := range doc.Files() {
		if err := os.WriteFile(filepath.Join(dir, name), []byte(text), 0o644); err != nil {
			return nil, err
		}
	}
	x := &iex{env: env, twins: twins(doc), dir: dir, bytes: make(chan []byte, 1000), number: 1}
	x.cmd = exec.Command("iex", "--dot-iex", "")
	x.cmd.Dir, x.cmd.Env = dir, append(os.Environ(), "TERM=dumb")
	if x.in, err = x.cmd.StdinPipe(); err != nil {
		return nil, err
	}
	out, err := x.cmd.StdoutPipe()
	if err != nil {
		return nil, err
	}
	if err := x.cmd.Start(); err != nil {
		return nil, err
	}
	go func() {
		for {
			buffer := make([]byte, 4096)
			n, err := out.Read(buffer)
			if n > 0 {
				x.bytes <- buffer[:n]
			}
			if err != nil {
				close(x.bytes)
				return
			}
		}
	}()
	if _, err := x.read(10 * time.Second); err != nil {
		return nil, err
	}
	if strings.Contains(doc.String(), "assert_receive") {
		x.Eval(context.Background(), "Application.load(:ex_unit); Application.put_env(:ex_unit, :assert_receive_timeout, 500); import ExUnit.Assertions")
	}
	return x, nil
}

// twins finds for each block of Go the Elixir before it in its section.
func twins(doc *transcript.Document) map[string]string {
	found := map[string]string{}
	for _, s := range doc.Sections {
		before := ""
		for _, part := range s.Parts {
			b, ok := part.(*transcript.Block)
			switch {
			case !ok:
			case b.Use == transcript.Display && strings.HasPrefix(b.Info, "elixir"):
				before = b.Text()
			case b.Use == transcript.Program:
				found[b.Steps[0].Text()] = before
			}
		}
	}
	return found
}

func (x *iex) Status(string) transcript.Status { return transcript.Complete }

func (x *iex) Number() int { return x.number }

func (x *iex) Close() {
	_ = x.cmd.Process.Kill()
	_ = x.cmd.Wait()
	_ = os.RemoveAll(x.dir)
}

var importGo = regexp.MustCompile(`import_file "(\w+)\.go"`)

func (x *iex) Eval(_ context.Context, text string) transcript.Outcome {
	if twin, ok := x.twins[text]; ok {
		text = twin
	}
	text = importGo.ReplaceAllString(text, `import_file "$1.exs"`)
	if _, err := io.WriteString(x.in, strings.TrimRight(text, "\n")+"\n"); err != nil {
		return transcript.Outcome{}
	}
	output, err := x.read(5 * time.Second)
	kind := transcript.Value
	if strings.Contains("\n"+output, "\n** (") {
		kind = transcript.Failure
	}
	x.print(output, kind)
	return transcript.Outcome{OK: kind == transcript.Value && err == nil}
}

// print hands over the lines. Who printed them is not known, so all but the
// last term are of one process.
func (x *iex) print(output string, kind transcript.Kind) {
	if strings.TrimSpace(output) != "" && output != "ExUnit.Assertions\n" {
		x.env.Output(transcript.Output{Kind: kind, From: "iex", Text: output})
	}
}

var promptAtEnd = regexp.MustCompile(`(?:^|\n)(?:iex\((\d+)\)> |\.\.\.\(\d+\)> )+$`)
var prompts = regexp.MustCompile(`(?m)^(?:\.\.\.\(\d+\)> |iex\(\d+\)> )+`)

// read collects what is printed until a prompt stands there and nothing has
// come for a while.
func (x *iex) read(limit time.Duration) (string, error) {
	var all bytes.Buffer
	deadline := time.After(limit)
	for {
		select {
		case more, ok := <-x.bytes:
			if !ok {
				return all.String(), errors.New("iex has ended")
			}
			all.Write(more)
		case <-time.After(400 * time.Millisecond):
			m := promptAtEnd.FindStringSubmatch(all.String())
			if m == nil {
				continue
			}
			x.number, _ = strconv.Atoi(m[1])
			return prompts.ReplaceAllString(all.String(), ""), nil
		case <-deadline:
			return all.String(), errors.New("no prompt")
		}
	}
}
