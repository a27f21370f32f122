package cli

import (
	"flag"
	"fmt"
	"maps"
	"runtime"
	"slices"
	"strings"

	"gex/interp"
)

// pages are the topics that are written when they are asked for.
var pages = map[string]func() string{"elixir": interp.Limits, "go": interp.GoLimits}

// topics are the texts of gex help TOPIC besides those of the commands.
var topics = map[string]string{
	"errata": errataTopic,
	"events": eventsTopic,
	"keys": `Keys in the shell

  Enter          evaluate; an unfinished statement goes on at the prompt ...(N)>
  Alt-Enter      a line break within the line
  Tab            complete; once more lists what is possible
  Up, Down       to another line of the statement; at its edge, statements typed
                 before, whole; Ctrl-R searches in them
  Ctrl-C         give up the half-typed statement, or interrupt an evaluation;
                 twice at an empty prompt leaves
  Ctrl-D         leave, at an empty prompt
  Ctrl-\         leave at once
  Ctrl-A, -E     start, end of the line; once more: of the statement
  Ctrl-K, -U     cut behind, before the cursor; Ctrl-W a word; Ctrl-Y puts back
  Ctrl-L         clear the screen              Ctrl-Z              suspend

Text may be pasted with its prompts (iex(3)>, ...(3)>): they are dropped.
Outputs in between are compared with what comes, and a line says whether they
agree.
`,
	"environment": `Environment

  GEX_HOME          directory for history and progress; none keeps nothing
  XDG_STATE_HOME    they are in gex below this directory otherwise
  HOME              .gex.exs there, or here, is evaluated first; -dot-iex FILE says which
  NO_COLOR          not empty: no colour
  CLICOLOR_FORCE    not empty or 0: colour also when the output is no terminal
  TERM=dumb         plain lines: no escape sequences, no echo

The flag -color always or -color never goes before all of these.
`,
	"lessons": `Lessons and other transcripts

A transcript is a Markdown file. Its blocks of iex and of Go are run; what stands
below an input is what is expected. Blocks of Elixir modules are its project: what
they define is there when an input below names it, in its last version, and so is
what the other files of the directory define. One file is a lesson (gex learn), a
script to watch (gex replay) and a test (gex test). Others come of it by gex export.

Comments tell more, right before a block, or for a section or the whole file:

  <!-- gex: step=start goal="a manager" hint="start_link" hint="match the pair" -->

  session=NAME  reset      the shell that the block runs in; begin it anew
  step=ID                  the name of the first input, as in genevent:start
  goal hint after          what the learner is to reach; help, repeatable; the last word
  exercise  answer=HOW     the input is not shown; effect, value, text or any counts
  quiz                     a question and a list of - [ ] and - [x]
  file=NAME                a file that inputs may load
  hidden  skip  racy       run and not shown; not run; run and not compared
  erratum="why"            written wrong on purpose; fails once it is right
  ids order pid            which ids agree, how strict the order is, the first pid
  clock timeout            virtual or real; how long an input may take

In what is expected _ is any term, a line ... is any lines, and a collection or an
error that ends in ... may go on. Pids and references agree by which is which.

gex lint says what is missing in a lesson. /save FILE.md in the shell writes the
session as a transcript to begin with.
`,
	"exit": `Exit codes

  0  all went well
  1  something failed: a transcript, a lesson, an expression of -e
  2  the command line means nothing
  3  an internal error of gex, or of the system; a transcript whose input did
     not end in the time it had
`,
}

// defineHelp is the command help.
func defineHelp(w *world, _ *flag.FlagSet) func([]string) error {
	return func(args []string) error {
		if len(args) == 0 {
			w.overview()
			return nil
		}
		if page, ok := pages[args[0]]; ok {
			_, err := fmt.Fprint(w.stdout, page())
			return err
		}
		if text, ok := topics[args[0]]; ok {
			_, err := fmt.Fprint(w.stdout, text)
			return err
		}
		for _, c := range commands() {
			if c.name == args[0] {
				return w.execute(c, []string{"-h"})
			}
		}
		return usageError{fmt.Sprintf("no help on %q", args[0])}
	}
}

func (w *world) overview() {
	fmt.Fprint(w.stdout, "gex is an interactive shell for OTP's event managers, processes and servers.\n\n")
	for _, c := range commands() {
		summary, _, _ := strings.Cut(c.summary, "\n")
		fmt.Fprintf(w.stdout, "  %-28s %s\n", c.line(), summary)
	}
	names := slices.Sorted(maps.Keys(pages))
	names = append(names, slices.Sorted(maps.Keys(topics))...)
	slices.Sort(names)
	fmt.Fprintf(w.stdout, "\ngex alone is gex shell. More: gex help COMMAND, gex help TOPIC (%s).\n",
		strings.Join(names, ", "))
}

// defineVersion is the command version.
func defineVersion(w *world, _ *flag.FlagSet) func([]string) error {
	return func([]string) error {
		_, err := fmt.Fprintf(w.stdout, "gex %s (%s %s/%s)\n",
			version, runtime.Version(), runtime.GOOS, runtime.GOARCH)
		return err
	}
}
