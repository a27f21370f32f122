// Package calendar counts days and writes dates and times as ISO 8601 does: the
// arithmetic and the texts of Elixir's Calendar.ISO, in plain Go values.
//
// It knows no terms, no clock and no time zones but UTC and fixed offsets. It
// imports nothing and may be imported by every room. It follows the module
// Calendar.ISO of Elixir 1.14: the proleptic Gregorian calendar with the years
// -9999 to 9999 and a day of 86,400 seconds.
package calendar
