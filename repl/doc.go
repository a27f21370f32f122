// Package repl is the interactive shell: it reads lines from a terminal, a
// dumb terminal or a pipe, collects them to whole statements, hands these to
// an interp.Session and shows what the session prints.
//
// It knows nothing of the language, of processes or of values: whether a text
// is a whole statement, what it means and how its value looks is for the
// session to say. It follows IEx.Server and the line editing of Erlang's
// shell, and may be imported by cli only, the command line.
//
// # Design notes
//
// Three goroutines. The shell's loop owns the session: it alone evaluates,
// settles and completes. The blocking ReadLine sits in a goroutine of its own
// and hands over lines, so that the loop can serve background processes while
// the learner types. The keyboard's goroutine does nothing but read bytes from
// the terminal; it lives as long as the program and is the reason why Ctrl-C
// reaches a running evaluation at once, even when it was typed ahead.
//
// The terminal stays in raw mode for the whole session. Evaluations get no
// keyboard signals; the keyboard sees the byte of Ctrl-C and knows whether it
// is meant for the line or for the evaluation. What is typed during an
// evaluation is not echoed until its prompt is there, so it never gets between
// the lines of the output.
//
// chzyer/readline loses its prompt now and then when somebody writes while it
// is about to read (it looks at a flag without holding a lock), redraws with
// data races on a change of size, divides by zero in its completion menu, and
// takes the Delete key for the end of input. All that is avoided in one way:
// everything that is to happen on the screen while a line is being typed is
// sent through the stream of keys, as a Ctrl-C with a hidden meaning, and is
// done on the goroutine that draws the line, when it waits for a key. See
// keyboard. Prints are collected while they wait, so a flood of them costs one
// redraw at a time, and keys and prints take turns.
//
// readline keeps the line and its history and knows the keys; the line is drawn
// here, by painter, which counts the columns of wide characters and tabs as
// terminals do, and remembers the row of the cursor for wiping the line.
//
// The line buffer of readline has one line. Statements of several lines are
// kept whole in it and in the history, with a private rune in place of each line
// break, which the painter draws as one. Keys that mean a line (motion) are
// replaced by a private rune of their own where they do not leave the statement.
// Of a statement that is higher than the screen the painter draws the rows
// around the cursor, since a terminal cannot take back what has scrolled away;
// all of it goes by when it is done.
//
// A paste is one unit: lines of it that are known to follow tell whether a
// whole statement goes on, with a pipe or with further Go declarations. Lines
// of a pipe are taken one by one, as IEx takes them.
//
// On a pipe nobody can type, so the shell echoes what it reads and the output
// is a transcript. A terminal without escape sequences echoes by itself.
package repl
