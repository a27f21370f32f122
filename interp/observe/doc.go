// Package observe draws what happens among processes: tables, trees and
// sequence charts from the event log of a node.
//
// A Log takes the events that process.Node emits, input by input, and remembers
// who the processes were after they are gone. Everything else is a pure
// function of such data: ChartOf makes a Chart of the events of an input, and
// Chart.Text, Chart.Mermaid, Chart.SVG and JSON write it down; Table and Tree do the same
// for what there is now. Nothing here asks a node or prints, so that the shell,
// gex trace and an exported page draw the same pictures.
//
// It may be imported by interp and the rooms above.
//
// # Design notes
//
// A chart keeps to what a learner did: messages to the processes that print,
// and among processes of the system, are left out. Messages of the protocols of
// OTP are told by their shape and shown without their envelope, since somebody
// may send them by hand, as GenServer's requests in Erlang's style are.
//
// A picture is laid out with letters of one width, since nothing here can measure
// text. Its colours are in one style sheet, which an exported page has once. Each
// row is a group with a sentence, and the sentences together describe the picture
// to those who cannot see it.
//
// The log is bounded: an input keeps its first events, and old inputs go when
// there are too many in all. A message that is kept is kept alive.
package observe
