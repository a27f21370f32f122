// Package live joins the shell of package interp and the transcripts of package
// tutorials/transcript: it opens sessions as transcripts know them.
//
// It is the only place that knows both. main, the package transcript for other
// projects and tests import it.
package live
