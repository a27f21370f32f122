package oracle

import (
	"bytes"
	"cmp"
	"context"
	"errors"
	"fmt"
	"io"
	"os"
	"os/exec"
	"path/filepath"
	"strconv"
	"strings"
	"time"

	"gex/runtime/late"
	"gex/tutorials/transcript"
)

// Options say how an IEx is used. The zero value is the one on the path.
type Options struct {
	// Command is the program; "" is iex.
	Command string
	// Quiet is how long nothing must come after a prompt; 0 is 150 ms.
	Quiet time.Duration
}

// quiet is long enough for what processes print after a result.
const quiet = 150 * time.Millisecond

// started is how long IEx may take to start, and an input to end that has no
// context of its own.
const started = 20 * time.Second

// Find looks for the program; the error says that it is not installed.
func (o Options) Find() error {
	if _, err := exec.LookPath(o.command()); err != nil {
		return fmt.Errorf("no %s to compare with: install Elixir 1.14, or leave -oracle out", o.command())
	}
	return nil
}

func (o Options) command() string { return cmp.Or(o.Command, "iex") }

// Opener returns what opens an IEx for the sessions of a document.
func (o Options) Opener(doc *transcript.Document) transcript.Opener {
	twins := twinsOf(doc)
	return func(env transcript.Environment) (transcript.Shell, error) { return o.start(env, twins) }
}

// twinsOf finds for each block of Go the Elixir before it in its section.
func twinsOf(doc *transcript.Document) map[string]string {
	twins := map[string]string{}
	for _, s := range doc.Sections {
		before := ""
		for _, part := range s.Parts {
			b, ok := part.(*transcript.Block)
			switch {
			case !ok:
			case (b.Use == transcript.Display || b.Use == transcript.Listing) && strings.HasPrefix(b.Info, "elixir"):
				before = b.Text()
			case b.Use == transcript.Program:
				twins[b.Steps[0].Text()] = before
			}
		}
	}
	return twins
}

// Inputs returns all inputs of a document as one would pipe them into an IEx.
func Inputs(doc *transcript.Document) string {
	twins := twinsOf(doc)
	var all strings.Builder
	for _, s := range doc.Steps() {
		all.WriteString(elixir(twins, s.Text()) + "\n")
	}
	return all.String()
}

// elixir is an input as IEx can read it, without a line end.
func elixir(twins map[string]string, text string) string {
	if twin, ok := twins[text]; ok {
		text = twin
	}
	return strings.TrimRight(importGo().ReplaceAllString(text, `import_file "$1.exs"`), "\n")
}

// iex is a real one behind pipes.
type iex struct {
	env    transcript.Environment
	twins  map[string]string // Elixir by Go
	quiet  time.Duration
	dir    string
	cmd    *exec.Cmd
	in     io.WriteCloser
	bytes  chan []byte
	number int
}

func (o Options) start(env transcript.Environment, twins map[string]string) (*iex, error) {
	dir, err := os.MkdirTemp("", "oracle")
	if err != nil {
		return nil, err
	}
	x := &iex{env: env, twins: twins, quiet: cmp.Or(o.Quiet, quiet), dir: dir, bytes: make(chan []byte, 1000), number: 1}
	x.cmd = exec.Command(o.command(), "--dot-iex", "")
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
	go x.listen(out)
	if _, err := x.read(context.Background()); err != nil {
		x.Close()
		return nil, err
	}
	return x, nil
}

// listen passes on what IEx prints.
func (x *iex) listen(out io.Reader) {
	defer close(x.bytes)
	for {
		buffer := make([]byte, 4096)
		n, err := out.Read(buffer)
		if n > 0 {
			x.bytes <- buffer[:n]
		}
		if err != nil {
			return
		}
	}
}

// Status takes every input for complete.
func (x *iex) Status(string) transcript.Status { return transcript.Complete }

// Number is the number of the prompt.
func (x *iex) Number() int { return x.number }

// Close ends IEx.
func (x *iex) Close() {
	_ = x.cmd.Process.Kill()
	for range x.bytes { // until it has closed its output
	}
	_ = x.cmd.Wait()
	_ = os.RemoveAll(x.dir)
}

var (
	importGo  = late.Regexp(`import_file "(\w+)\.go"`)
	fileNames = late.Regexp(`"([\w./-]+\.\w+)"`)
	asserts   = late.Regexp(`\b(?:assert|refute|assert_receive|refute_receive)\b`)
)

// imports has the claims of tests at the prompt, as gex does.
const imports = "Application.load(:ex_unit); Application.put_env(:ex_unit, :assert_receive_timeout, 500); import ExUnit.Assertions"

// Eval has IEx evaluate an input and prints what comes.
func (x *iex) Eval(ctx context.Context, text string) transcript.Outcome {
	text = elixir(x.twins, text)
	x.provide(text)
	if asserts().MatchString(text) {
		_, _ = x.ask(ctx, imports)
	}
	output, err := x.ask(ctx, text)
	kind := transcript.Value
	if strings.Contains("\n"+output, "\n** (") {
		kind = transcript.Failure
	}
	if strings.TrimSpace(output) != "" {
		x.env.Output(transcript.Output{Kind: kind, From: "iex", Text: output})
	}
	return transcript.Outcome{OK: kind == transcript.Value && err == nil}
}

// Load implements transcript.Loader.
func (x *iex) Load(ctx context.Context, _ string, _ int, source string) error {
	if err := os.WriteFile(filepath.Join(x.dir, "listing.ex"), []byte(source), 0o644); err != nil {
		return err
	}
	_, err := x.ask(ctx, `Code.put_compiler_option(:ignore_module_conflict, true); Code.compile_file("listing.ex"); nil`)
	return err
}

// HasModule implements transcript.Loader.
func (x *iex) HasModule(name string) bool {
	answer, err := x.ask(context.Background(), "Code.ensure_loaded?("+name+")")
	return err != nil || strings.Contains(answer, "true")
}

// provide writes the files that an input names.
func (x *iex) provide(text string) {
	for _, m := range fileNames().FindAllStringSubmatch(text, -1) {
		if data, err := x.env.ReadFile(m[1]); err == nil && filepath.IsLocal(m[1]) {
			_ = os.MkdirAll(filepath.Dir(filepath.Join(x.dir, m[1])), 0o755)
			_ = os.WriteFile(filepath.Join(x.dir, m[1]), data, 0o644)
		}
	}
}

func (x *iex) ask(ctx context.Context, text string) (string, error) {
	if _, err := io.WriteString(x.in, text+"\n"); err != nil {
		return "", err
	}
	return x.read(ctx)
}

var (
	promptAtEnd = late.Regexp(`(?:^|\n)(?:(?:iex|\.\.\.)\(\d+\)> )*iex\((\d+)\)> $`)
	prompts     = late.Regexp(`(?m)^(?:\.\.\.\(\d+\)> |iex\(\d+\)> )+`)
)

// read collects what is printed until a prompt stands there and nothing has
// come for a while.
func (x *iex) read(ctx context.Context) (string, error) {
	ctx, cancel := context.WithTimeout(ctx, started)
	defer cancel()
	var all bytes.Buffer
	for {
		select {
		case more, ok := <-x.bytes:
			if !ok {
				return all.String(), errors.New("iex has ended")
			}
			all.Write(more)
		case <-time.After(x.quiet):
			m := promptAtEnd().FindStringSubmatch(all.String())
			if m == nil {
				continue
			}
			x.number, _ = strconv.Atoi(m[1])
			return prompts().ReplaceAllString(all.String(), ""), nil
		case <-ctx.Done():
			return all.String(), fmt.Errorf("no prompt: %w", ctx.Err())
		}
	}
}
