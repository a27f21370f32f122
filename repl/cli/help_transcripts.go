package cli

// errataTopic is gex help errata.
const errataTopic = `Errata: what has to be said about a file that is not to be touched

A transcript of somebody else may print what no system prints any more, and name
files that stand in the middle of its text. What an author would write into the
file stands in a second one, NAME.errata.md beside NAME.md, or where -errata says.
It is Markdown, with directives that say with at=LINE what they speak of:

  <!-- gex: at=196 erratum="spawn_link returns a pid" -->
      the input at line 196 prints something else than what is written, and why.
      It fails when it prints that one day, since the erratum is stale then.
  <!-- gex: at=452 skip -->            is not run
  <!-- gex: at=16 racy -->             may differ
  <!-- gex: at=129 file=kv.exs -->     the block whose fence is line 129 is a file
                                       that inputs may load; of several with one
                                       name an input sees the one before it

Right before a block of the errata at=LINE puts the block in front of that line,
and at=LINE-LINE in the place of these lines: a call that has lost its end, code
that has no prompts.

  <!-- gex: at=47-49 -->
  ` + "```iex" + `
  iex> :gen_event.call(pid, BroadcastEventHandler, :broadcasts)
  ["Meetup at 10 o'clock", "I dare you!"]
  ` + "```" + `

A file with errata is never rewritten; -update rewrites the outputs of blocks that
stand in the errata. Files of errata are no transcripts of their own when a directory
is checked. gex replay, trace and export follow the errata beside a file, too.
`

// eventsTopic is gex help events.
const eventsTopic = `The lines of gex test -json

Each line is an object. Fields and actions may be added; those that are there stay.

  Time      when the line was written
  Action    of a file first start; of each of its steps one of
              pass     it agrees
              fail     it does not; an output comes before that says how
              erratum  it differs, as its erratum says
              racy     it differs, as it may
              skip     it was not run, or not chosen by -run
            and of the file at last
              pass, fail, update (outputs were rewritten), error (see Output)
  File      as it was named
  Step      section/step; absent where the file is spoken of
  Line      of the input, from 1
  Elapsed   seconds
  Output    text for people
  Runs      of a file, with -count or -explore; Failed counts those that failed
  Outcomes  of a step, with -explore, the most frequent first: Runs, Seed (for
            -seed), Action (pass or fail) and Output of each
  Book, OTP, Gex
            what a step prints in each, with -oracle

Files come one after the other, in the order in which they were found.
`

// notes stand below the flags of a command.
var notes = map[string]string{"test": testNotes}

const testNotes = `
Each file runs on a virtual clock in sessions of its own, several files at once. A
step that fails shows its place, the terms that differ, what was sent, and what to
type next. -i asks for each output: y writes it, n keeps the old one, a writes this
and all others, q keeps this and all others.

-explore runs each file in N orders of processes and messages, drawn by lot from
what Erlang leaves open: messages of two senders may arrive in any order, those of
one keep theirs. Each step must come to one thing, or be marked racy. -seed N brings
one of these orders again.

-oracle iex runs the same inputs in an installed IEx and shows the three side by
side: what is written, what OTP prints, what gex prints. It fails where gex differs,
where the file differs and has no erratum, and where an erratum is stale.

It exits with 0 if all is well, 1 if a step failed, 2 if the command line means
nothing or there is no iex, 3 if an input did not end in its time or gex itself
failed. More: gex help errata, gex help events.
`
