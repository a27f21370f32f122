// Package transcript reads Markdown files in which a session with the shell
// is written down, runs them again, compares what comes out with what is
// written, and brings the writing up to date.
//
// One file serves three ends: people read it as a tutorial, a player leads
// through it or types it on a screen, and a test proves that it is true. The
// package is no Markdown renderer and no shell: it knows the shell through
// [Shell], which its user implements.
//
// It imports interp/syntax and the standard library, and is imported by
// tutorials, main and tests.
//
// # The format
//
// A file is CommonMark; {% highlight iex %} and {% endhighlight %} are fences as
// well. A fenced block is a session when its info string
// starts with "iex", or when its first line that is not blank begins with a
// prompt. A prompt is iex>, iex(3)>, ...>, ...(3)> or ... (3)>, each after an
// optional listing number "12. ". Lines without a prompt, or with iex> once more,
// belong to an input that is not whole without them. A block of Go ("go") is one input. A block of
// Elixir ("elixir") that holds nothing but modules is a listing: it defines them
// for the inputs below, when one first names them, as the files of a project do
// for the shell that is started in it; and for the other texts of the book, as long as
// they have no such module. Other blocks are prose.
//
// Between two inputs stands the output expected of the first. Blank lines at
// its ends do not belong to it, blank lines within do; nor do remarks, "# text", at
// its end, where only the value could stand. No output at all means
// that only success is checked. H1 is the title, H2 begins a section.
//
// Directives stand in comments, <!-- gex: key key=value key="two words" -->.
// Right before a block they speak of that block. Elsewhere they speak of the
// section they stand in, and before the first section of the whole file.
//
//	session=NAME      the environment the block runs in ("main")
//	reset             start that environment anew; iex(1)> at the start implies it
//	step=ID           the name of the block's first step
//	hint="..."        help for the learner, repeatable, each more telling
//	goal="..."        what the learner is to reach
//	after="..."       what to say when the step is done
//	answer=HOW        what counts as done: effect, value, text or any
//	exercise          the learner is not shown the input
//	quiz              what follows is a question and a list of answers, - [ ]
//	                  and - [x]; with step, hint, goal and after
//	hidden            run, not shown
//	handler           a block of Go to run; for readers, since every one is run
//	file=NAME         not run: a file that inputs may load
//	ids=SCOPE         ids agree within block or session ("block")
//	order=HOW         process, exact or any ("process")
//	pid=N             the first pid of the environment
//	settle=off        as timing below: kept for authors, the runner always settles
//	timeout=D         how long an input may take ("10s", of real time)
//	clock=KIND        virtual or real ("virtual")
//	skip              not run
//	racy              run; it may differ
//	erratum="why"     printed wrong on purpose; fails when it becomes right
//	persona=NAME      for readers
//	at=LINE           of errata: what they speak of
//
// Errata are a file of their own for a file that must not be edited, in the same
// format. Each directive says with at=LINE which block or input it is for; right
// before a block of the errata, at=LINE puts that in front of the line, at=LINE-LINE
// in the place of lines. A directive for an input speaks of that alone. See
// [ParseErrata] and [Document.Amend].
//
// # What agrees
//
// Values are compared token by token, so line breaks and blanks mean nothing;
// text that is no value is compared by line, without blanks at the end. Pids,
// references and ports agree when one renaming, one to one in both
// directions, turns all of one side into the other; functions of the prompt when
// they take the same number of arguments. 'abc' is ~c"abc". Maps are sets. In what is
// expected, and only there, _ is any term, ... at the end of a collection is
// any rest, a line ... is any lines, ... at the end of an error's first line
// is the rest of that error, and <<1, 2, ...>> is any binary. What one process
// prints keeps its order, prints of different processes may mix, and the value
// comes last. Warnings of the compiler count only where one is written.
//
// # Order
//
// What a run prints is the same each time. [Document.Explore] runs a document in
// many orders, each drawn by a seed from what Erlang leaves open, and tells what
// every step came to. Inputs are typed at a human's speed: all is at rest before
// the next one, in every order.
//
// # Design notes
//
// Errata name lines and not texts, as a reader does who finds one. If the other
// file changes, a line that has neither block nor input is an error, and an
// erratum that has slipped to another input is stale there or hides nothing.
//
// An erratum that is racy as well may agree: what depends on the system that a
// transcript was made on agrees by accident.
//
// Blank lines within an output belong to it, against the usual rule of such
// formats: the errors of IEx have blank lines in them, and an update must be
// able to write every output down.
//
// iex(1)> resets only at the start of a block. Further down it is the shell
// that has started again, which the transcript is about.
//
// The model keeps every line in pieces (margin, prompt, text, line end), and
// writing the pieces down gives the file byte by byte. An update changes
// output lines of the model and nothing else.
//
// The reader of values is tolerant where the parser of the shell is not:
// what is printed may be half a value, prose or a log line. It makes a tree of
// brackets and leaves the rest alone.
//
// Where outputs may mix, matching searches, with the order that was seen
// first. A budget bounds it; a block that exhausts it fails as a mismatch.
package transcript
