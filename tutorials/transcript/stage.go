package transcript

import (
	"cmp"
	"context"
	"fmt"
	"io/fs"
	"slices"
	"sync"
	"time"

	"gex/runtime/late"
)

// colors are the escape sequences of a colouring shell; they do not count.
var colors = late.Regexp(`\x1b\[[0-9;]*m`)

// Stage holds the shells of a document's sessions while it is run, played or
// learned. One goroutine uses it.
type Stage struct {
	doc      *Document
	listings []*listing
	chapters func() []*listing // those of the other texts of the book
	needed   []*Block          // listings that have been loaded
	open     Opener
	base     Environment
	sessions map[string]*session
	limit    time.Duration // of an input that has none of its own
	forget   func()        // takes back what the last Agrees has bound
}

// session is a shell and what it has printed since the last Eval.
type session struct {
	shell    Shell
	outputs  []Output
	inputs   int
	provided provided
	at       *Block    // the one that is being run
	ids      *bindings // of ids=session
	block    *Block    // whose ids are bound in ofBlock
	ofBlock  *bindings
}

// NewStage prepares the sessions of doc. They are opened with base, to which
// the directives of each block are added, and see the files of doc before
// those that base.ReadFile finds. What a shell prints also goes to base.Output.
func NewStage(doc *Document, open Opener, base Environment) *Stage {
	return &Stage{
		doc: doc, listings: doc.listings(), chapters: sync.OnceValue(doc.chapters), open: open, base: base,
		sessions: map[string]*session{}, limit: defaultTimeout, forget: func() {},
	}
}

// Lively is a Shell on a virtual clock that can go on in real time.
type Lively interface {
	GoLive()
}

// GoLive has all shells keep real time from now on, as far as they can, and those
// that are opened later as well.
func (s *Stage) GoLive() {
	s.base.Virtual = false
	for _, in := range s.sessions {
		if shell, ok := in.shell.(Lively); ok {
			shell.GoLive()
		}
	}
}

// Close closes all shells.
func (s *Stage) Close() {
	for name := range s.sessions {
		s.drop(name)
	}
}

func (s *Stage) drop(name string) {
	if old, ok := s.sessions[name]; ok {
		old.shell.Close()
		delete(s.sessions, name)
	}
}

// Enter makes the session of a block ready and returns its shell: the one
// that is there, or a new one at the first block and after a reset.
func (s *Stage) Enter(b *Block) (Shell, error) {
	in, err := s.enter(b)
	if err != nil {
		return nil, err
	}
	return in.shell, nil
}

func (s *Stage) enter(b *Block) (*session, error) {
	name := b.sessionName()
	if in, ok := s.sessions[name]; ok && (in.at == b || in.inputs == 0 || !b.resets()) {
		in.at = b
		return in, nil
	}
	s.drop(name)
	return s.start(name, b)
}

// sessionName is the name of the block's session.
func (b *Block) sessionName() string {
	if b.Directives.Session == "" {
		return "main"
	}
	return b.Directives.Session
}

// resets reports whether the block wants a new session.
func (b *Block) resets() bool {
	return b.Directives.Reset || b.Use == Session && len(b.Steps) > 0 && b.Steps[0].Input[0].number() == 1
}

func (s *Stage) start(name string, b *Block) (*session, error) {
	in := &session{ids: newBindings(), at: b, provided: provided{by: map[string]int{}}}
	env := s.base
	env.Name, env.FirstPID = name, b.Directives.PID
	env.ReadFile = func(name string) ([]byte, error) { return s.readFile(in.at, name) }
	env.Virtual = env.Virtual && !b.Directives.RealTime
	env.Output = func(o Output) {
		if s.base.Output != nil {
			s.base.Output(o)
		}
		o.Text = colors().ReplaceAllString(o.Text, "")
		if o.Kind != Hint {
			in.outputs = append(in.outputs, o)
		}
	}
	shell, err := s.open(env)
	if err != nil {
		return nil, fmt.Errorf("open session %s: %w", name, err)
	}
	in.shell = shell
	s.sessions[name] = in
	return in, nil
}

// readFile finds the files of the document first.
func (s *Stage) readFile(at *Block, name string) ([]byte, error) {
	if text, ok := s.doc.fileAt(at, name); ok {
		return []byte(text), nil
	}
	if s.base.ReadFile != nil {
		return s.base.ReadFile(name)
	}
	return nil, &fs.PathError{Op: "open", Path: name, Err: fs.ErrNotExist}
}

// defaultTimeout is how long an input may take if nothing else is said.
const defaultTimeout = 10 * time.Second

// Run runs a step as it is written, as Eval does, with the modules of the
// listings above it that it needs.
func (s *Stage) Run(ctx context.Context, step *Step) ([]Output, Outcome, error) {
	in, err := s.enter(step.Block)
	if err != nil {
		return nil, Outcome{}, err
	}
	s.provide(ctx, in, step)
	return s.Eval(ctx, step.Block, step.Text())
}

// Eval runs one input in the session of b and returns what was printed since
// the input before.
func (s *Stage) Eval(ctx context.Context, b *Block, text string) ([]Output, Outcome, error) {
	in, err := s.enter(b)
	if err != nil {
		return nil, Outcome{}, err
	}
	limited, cancel := context.WithTimeout(ctx, cmp.Or(b.Directives.Timeout, s.limit))
	defer cancel()
	in.inputs++
	outcome := in.shell.Eval(limited, text)
	outcome.TimedOut = limited.Err() != nil && ctx.Err() == nil
	outputs := in.outputs
	in.outputs = nil
	return outputs, outcome, nil
}

// Agrees reports whether outputs are those of the step, or with only the value
// chosen, whether their value is. Ids agree within their scope with those of
// the steps that agreed before, unless Forget has taken that back.
func (s *Stage) Agrees(step *Step, outputs []Output, value bool) bool {
	in, err := s.enter(step.Block)
	if err != nil {
		return false
	}
	ids, want := in.scope(step.Block), step.Output()
	if value && want != "" {
		parts := units(want)
		want = parts[len(parts)-1]
		outputs = slices.DeleteFunc(slices.Clone(outputs), func(o Output) bool { return o.Kind != Value })
	}
	mark := ids.mark()
	s.forget = func() { ids.undo(mark) }
	_, ok := compare(want, outputs, step.Block.Directives.Order, ids, step.Place())
	return ok
}

// Forget takes back which ids the outputs that were last found to agree gave to
// those of the step: the step is to be done once more.
func (s *Stage) Forget() { s.forget() }

// scope returns the bindings that hold in a block.
func (in *session) scope(b *Block) *bindings {
	if b.Directives.IDs == IDsOfSession {
		return in.ids
	}
	if in.block != b {
		in.block, in.ofBlock = b, newBindings()
	}
	return in.ofBlock
}
