// Package golden tests Go handlers, servers and processes with transcripts:
// Markdown files in which a session with the shell is written down. It is what a
// project of its own imports in its tests.
//
//	func TestTranscripts(t *testing.T) {
//		golden.Options{Modules: []any{Ledger{}}}.Run(t, os.DirFS("testdata"), "*.md")
//	}
//
// runs each file as a subtest with a subtest for each input, on a node of its
// own with a virtual clock. Ledger is a Go type written against
// gex/runtime/otp; in the transcript it is the module Ledger. Outputs are compared
// as gex test does it: pids by which is which, _ and ... for what does not matter,
// prints by process. The format is described in gex/tutorials/transcript, and gex
// test runs the same files where they need no compiled modules.
//
// A test that is run with a flag can rewrite the outputs that differ:
//
//	var update = flag.Bool("update", false, "rewrite transcripts")
//
//	golden.Options{Update: *update, Dir: "testdata"}.Run(t, os.DirFS("testdata"), "*.md")
//
// The directory of this package's own tests shows all of it.
//
// # Versions
//
// Version is the version of this API and of the format. Within one version
// nothing is taken away: fields of Options, keys of directives and prompts that
// are understood may be added, and a transcript that passes goes on to pass unless
// what it shows was wrong, by what Elixir and OTP do. Package
// gex/tutorials/transcript, below this one, makes no such promise.
//
// # Design notes
//
// The package is one door for other projects. Run is not a function of
// tutorials/transcript, since that knows a shell by an interface only and must not
// know package interp, and it is none of tutorials, which is the lessons and what
// a learner does with them. Sessions and transcripts are joined in tutorials/live,
// for main too; here is only what a test needs of it. It imports testing, which no
// part of the binary does.
//
// Compiled modules call the functions of package otp, which act on one node of
// the program. While a session with modules runs, these act on its node, so such
// sessions run one at a time, whatever t.Parallel says.
package golden
