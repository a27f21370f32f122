package syntax

// Options says how a source is to be read. The zero value reads an anonymous
// source from line 1.
type Options struct {
	File    string // the name in the result and in errors; "nofile" if empty
	Line    int    // the number of the first line; 1 if zero
	Handles bool   // read #PID<0.1.2>, #Reference<...> and #Port<...> as literals

	// Previous says what the prompt evaluated last, so that a source that
	// begins with an operator goes on from there: v(-1) is put before it.
	Previous Previous
}

// Previous is the kind of the expression before this one.
type Previous uint8

const (
	// NoPrevious is for sources that are no prompt input.
	NoPrevious Previous = iota
	// PreviousValue is an expression whose value v(-1) stands for.
	PreviousValue
	// PreviousMatch is an expression of the form pattern = value, after which
	// IEx takes no operator.
	PreviousMatch
)

func (o Options) filled() Options {
	if o.File == "" {
		o.File = "nofile"
	}
	if o.Line == 0 {
		o.Line = 1
	}
	return o
}
