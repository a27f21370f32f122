package syntax

// Options says how a source is to be read. The zero value reads an anonymous
// source from line 1.
type Options struct {
	File    string // the name in the result and in errors; "nofile" if empty
	Line    int    // the number of the first line; 1 if zero
	Handles bool   // read #PID<0.1.2>, #Reference<...> and #Port<...> as literals
}
