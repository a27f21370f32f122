// Package tutorials holds the lessons of gex and what can be done with a
// transcript: learn from it ([Learn]), watch it being typed ([Replay]), check
// that it is true ([Test]), see what its steps sent ([Trace]), take it
// elsewhere ([Export]) and have an author told what is missing ([Lint]). Each is a function from options to an exit code; main
// only wires flags and the terminal to them.
//
// It knows the shell through transcript.Shell and [Live], and nothing of the
// runtime. main may import it.
//
// # Lessons
//
// A lesson is a transcript in the directory lessons, embedded in the binary;
// lessons/NAME.md is the lesson NAME. A step of a lesson is done when what the
// learner typed had the effect that the transcript shows: all that is printed
// agrees, and the names that later steps use are bound. How it was typed, and in
// how many lines, does not matter. For a block of Go, the declarations must be
// there and must load.
//
// Each exercise has answers of other ways, right and wrong, in
// testdata/answers. A question is a quiz, whose answers have letters.
//
// What a lesson says of OTP has been compared with OTP: testdata/elixir has what
// each one prints in real Elixir, as the script that it is exported to.
//
// In predict mode the learner says what a step prints, and the player runs it:
// an input whose effect one has foretold need not be typed as well. What was
// foretold wrongly is kept with the progress and asked again at the end.
//
// # Checking
//
// Test runs files side by side and tells of them in order, through sinks: text
// for people, events for programs, JUnit for build servers. It never decides what
// agrees; that is package transcript's. An oracle is one more opener of shells:
// tutorials/oracle has one for an installed IEx, and tests have their own.
//
// # Design notes
//
// Going back, starting a step again and coming back another day are one and
// the same: a fresh shell, in which the steps before are run again silently.
// The kernel gives the same result every time, so no state needs saving but
// the place in the lesson. It lies in the state directory and goes nowhere. The
// steps before run on a virtual clock, which becomes a real one then: nobody
// waits for the sleeps of yesterday.
//
// Commands of the player begin with a slash, which no expression of the shell
// does, so they take nothing from the learner. Those of the shell that only look
// are handed on to it; those that would begin anew, or write, are not.
//
// The times of a cast are those that the replay plans, not those of a clock, and
// the fingers tremble by a seed. So the same transcript gives the same cast.
//
// A typed answer that is a mere value does not count, although it prints the
// same: it is no way to the result.
package tutorials
