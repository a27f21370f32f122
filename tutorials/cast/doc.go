// Package cast writes recordings of a terminal in the format of asciinema, version
// 2 and 3: text with times, and marks for chapters.
//
// It measures no time. Whoever writes says how long each wait is to be, so that
// the same session gives the same bytes. It imports the standard library only and
// may be imported by tutorials.
//
// # Design notes
//
// A recording has no date and names no machine: they would make two of the same
// session differ. Times are whole milliseconds, which no player can tell from
// finer ones.
package cast
