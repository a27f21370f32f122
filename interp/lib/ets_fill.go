package lib

import (
	"gex/runtime/code"
	"gex/runtime/exception"
	"gex/runtime/gen"
	"gex/runtime/process"
	"gex/runtime/term"
)

// etsFills are the functions that fill tables from elsewhere, and what belongs
// to tables on disk, of which there are none.
func etsFills() []Function {
	return []Function{
		{"init_table", "table, function", "Clears a table and fills it: calls `function.(:read)` until it returns `:end_of_input` and not `{objects, function}`.", etsInit},
		{"to_dets", "table, dets", "Would fill a table on disk; none is open.", noDets("to_dets", 704)},
		{"from_dets", "table, dets", "Would fill a table from one on disk; none is open.", noDets("from_dets", 686)},
		{"repair_continuation", "continuation, match_spec", "A continuation that was written down and read again, ready for use; here it always is.", func(_ *process.Process, a []term.Term) (term.Term, error) {
			if t, ok := a[0].(term.Tuple); a[0] != term.Term(endOfTable) && (!ok || len(t) != 4) {
				return nil, errClause
			}
			return a[0], nil
		}},
	}
}

func etsInit(self *process.Process, a []term.Term) (term.Term, error) {
	if _, err := etsClear(self, a[:1]); err != nil {
		return nil, exception.In(err, in("ets", "init_table", 2, 734))
	}
	read, goesOn := a[1], in("ets", "init_table", 2, 735)
	for {
		part, err := code.Call(self, read, term.Atom("read"))
		if err != nil {
			if _, isFun := read.(*term.Fun); !isFun {
				err = exception.In(err, goesOn) // as Erlang's evaluator has it
			}
			return nil, exception.In(err, goesOn)
		}
		if part == term.Term(term.Atom("end_of_input")) {
			return term.True, nil
		}
		pair, _ := part.(term.Tuple)
		var next *term.Fun
		if len(pair) == 2 {
			next, _ = pair[1].(*term.Fun)
		}
		if next == nil || !term.IsList(pair[0]) {
			return nil, exception.Exit(part).In(in("ets", "init_table_continue", 2, 748))
		}
		if err := etsFillPart(self, a[0], pair[0]); err != nil {
			_, _ = code.Call(self, next, term.Atom("close")) // catch
			return nil, err
		}
		read, goesOn = next, in("ets", "init_table_continue", 2, 745)
	}
}

// etsFillPart inserts the objects of a list, one by one.
func etsFillPart(self *process.Process, table, objects term.Term) error {
	for o := range term.Elements(objects) {
		if _, err := code.Apply(self, "ets", "insert", table, o); err != nil {
			x := gen.Catch(err, in("ets", "init_table_sub", 2, 753), in("ets", "init_table_continue", 2, 740))
			return exception.Exit(exception.ExitReason(x)).In(in("ets", "init_table_continue", 2, 743))
		}
	}
	return nil
}

// noDets is a function about a table on disk that is not open.
func noDets(name string, line int) process.Func {
	return func(_ *process.Process, a []term.Term) (term.Term, error) {
		return nil, exception.Raise(term.Atom("badarg")).In(exception.Frame{
			Module: "ets", Function: name, Args: a, HasArgs: true, File: "ets.erl", Line: line})
	}
}
