// Package program runs a session of the shell that was saved as a program in
// Go: what /save FILE.go writes calls it. It gives the program the library and
// the logger that the prompt has, and prints values and errors as the prompt
// does.
//
// It is no shell: it reads nothing and has no prompts. It imports lib and the
// rooms of runtime, and is imported by programs only.
package program
