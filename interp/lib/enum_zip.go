package lib

import (
	"slices"

	"gex/runtime/code"
	"gex/runtime/exception"
	"gex/runtime/process"
	"gex/runtime/term"
)

func zipMap(self *process.Process, enumerables []term.Term, f func(row []term.Term) (term.Term, error)) (term.Term, error) {
	var out []term.Term
	err := zipEach(self, enumerables, func(row []term.Term) error {
		x, err := f(row)
		out = append(out, x)
		return err
	})
	if err != nil {
		return nil, err
	}
	return term.List(out...), nil
}

func tupleOf(row []term.Term) (term.Term, error) { return term.Tuple(row), nil }

func enumZip(self *process.Process, a []term.Term) (term.Term, error) {
	all, err := collect(self, a[0])
	if err != nil {
		return nil, err
	}
	return zipMap(self, all, tupleOf)
}

func enumZip2(self *process.Process, a []term.Term) (term.Term, error) {
	return zipMap(self, a, tupleOf)
}

// The functions by which Enum hands the rows of a zip on.
var (
	zipWithOf2     = inEnum("-zip_with/3-fun-0-", 4, 3887)
	zipWithOfRow   = inEnum("-zip_with/2-fun-0-", 3, 3917)
	zipReduceOf2   = inEnum("-zip_reduce/4-fun-0-", 3, 3947)
	zipReduceOfRow = inEnum("-zip_reduce/3-fun-0-", 3, 3983)
)

func enumZipWith(self *process.Process, a []term.Term) (term.Term, error) {
	all, err := collect(self, a[0])
	if err != nil {
		return nil, err
	}
	return zipMap(self, all, func(row []term.Term) (term.Term, error) {
		value, err := code.Call(self, a[1], term.List(row...))
		return value, inZipOfRows(err, all, zipWithOfRow, zipReduceOfRow)
	})
}

func enumZipWith2(self *process.Process, a []term.Term) (term.Term, error) {
	rows := 0
	return zipMap(self, a[:2], func(row []term.Term) (term.Term, error) {
		value, err := code.Call(self, a[2], row...)
		switch {
		case err == nil:
		case areLists(a[:2]):
			waiting := inEnum("zip_with_list", 3, 4725)
			waiting.Waits = true
			err = exception.In(err, inEnum("zip_with_list", 3, 4725))
			if rows > 0 {
				err = exception.In(err, waiting)
			}
		default:
			err = inZip(err, a[:2], zipWithOf2, zipReduceOf2)
		}
		rows++
		return value, err
	})
}

func enumZipReduce(self *process.Process, a []term.Term) (term.Term, error) {
	all, err := collect(self, a[0])
	if err != nil {
		return nil, err
	}
	acc := a[1]
	err = zipEach(self, all, func(row []term.Term) (err error) {
		acc, err = code.Call(self, a[2], term.List(row...), acc)
		return inZipOfRows(err, all, zipReduceOfRow)
	})
	return acc, err
}

func enumZipReduce2(self *process.Process, a []term.Term) (term.Term, error) {
	acc := a[2]
	err := zipEach(self, a[:2], func(row []term.Term) (err error) {
		acc, err = code.Call(self, a[3], row[0], row[1], acc)
		switch {
		case err == nil:
			return nil
		case areLists(a[:2]):
			return exception.In(err, inEnum("zip_reduce_list", 4, 4732))
		}
		return inZip(err, a[:2], zipReduceOf2)
	})
	return acc, err
}

func areLists(enumerables []term.Term) bool {
	for _, e := range enumerables {
		if !term.IsList(e) {
			return false
		}
	}
	return true
}

// inZip adds to the error of what is called with a row the functions that hand
// it on and the loop that takes the elements.
func inZip(err error, enumerables []term.Term, through ...exception.Frame) error {
	if err == nil {
		return nil
	}
	return exception.In(err, append(through, zipFrames(enumerables, 1429)...)...)
}

// inZipOfRows is inZip where any number of enumerables is zipped: lists have a
// loop of their own.
func inZipOfRows(err error, enumerables []term.Term, through ...exception.Frame) error {
	if err == nil || !areLists(enumerables) {
		return inZip(err, enumerables, through...)
	}
	return exception.In(err, append(through, inStream("zip_list", 4, 1320))...)
}

// inZipLoop reports whether an error has left a loop that zips.
func inZipLoop(x *exception.Error) bool {
	if len(x.Stack) == 0 {
		return false
	}
	loop := x.Stack[len(x.Stack)-1].Function
	return loop == "do_zip_enum" || loop == "zip_list"
}

// belowZip are the frames between a zip of streams and the caller of a function
// of Enum that zips, or goes through such a zip.
func belowZip(f functionName, a args) []exception.Frame {
	for _, kind := range []string{"list", "other"} {
		frames := frameTable()[frameKey{f, kind}]
		i := slices.IndexFunc(frames, func(f exception.Frame) bool { return f.Function == "do_zip_enum" || f.Function == "zip_enum" })
		if i >= 0 {
			return frames[i+1:]
		}
	}
	return belowStream(f, a)
}
