package gosrc

import (
	"errors"
	"fmt"
	"go/ast"
	"io"
	"io/fs"
	"maps"
	"reflect"
	"strings"

	"github.com/traefik/yaegi/interp"

	"gex/runtime/exception"
	"gex/runtime/otp"
	"gex/runtime/process"
)

// symbols are the values of packages, by import path.
type symbols map[string]map[string]reflect.Value

// load loads a program in a fresh interpreter, which is all that the other stages
// know of it, so that another could take its place: a lowered tree in, and out what the
// program exports when it is loaded. Packages are not given under their own
// names, by which the interpreter would recognise fmt and replace its functions. The
// interpreter sees no files, and writes nothing but, to faults, the numbers of functions
// that a panic leaves.
func load(tree *ast.File, packages symbols, faults *lines) (exported exports, err error) {
	defer contain(&err)
	given := exports{}
	packages[supportPath]["Export"] = reflect.ValueOf(func(name string, value any) { given[name] = reflect.ValueOf(value) })
	i := interp.New(interp.Options{
		Stdin: strings.NewReader(""), Stdout: io.Discard, Stderr: faults,
		SourcecodeFilesystem: noFiles{},
	})
	used := interp.Exports{}
	for path, values := range packages {
		used[path+"/package"] = values
	}
	used["."] = map[string]reflect.Value{"MapTypes": reflect.ValueOf(methodsFor(packages["fmt"]))}
	if err := i.Use(used); err != nil {
		return nil, err
	}
	i.FileSet().AddFile(interp.DefaultSourceName, placesBase, len(faults.entries))
	if err := evaluate(i, tree); err != nil {
		return nil, initialized(err)
	}
	exported = i.Symbols("main")["main"]
	if give, ok := exported[exportName]; ok {
		give.Call(nil)
	}
	maps.Copy(exported, given)
	return exported, nil
}

// evaluate is Eval of a file that is there as a tree.
func evaluate(i *interp.Interpreter, tree *ast.File) error {
	compiled, err := i.CompileAST(tree)
	if err != nil {
		return err
	}
	_, err = i.Execute(compiled)
	return err
}

// initialized returns the error of a program that did not load. Initializers of
// variables are learner code: what they raise is an exception, and what ends a
// process goes on.
func initialized(err error) error {
	var panicked interp.Panic
	if !errors.As(err, &panicked) {
		return err
	}
	return initializerFailed(panicked.Value)
}

// runInits calls the functions init of a program in their order.
func runInits(p *program, e exports) (err error) {
	defer contain(&err)
	for i := range p.inits {
		f, err := e.value(initName(i + 1))
		if err != nil {
			return cannotRun(err)
		}
		f.Call(nil)
	}
	return nil
}

func initializerFailed(recovered any) error {
	frame := exception.Frame{Module: FunctionsModule, Function: "__init__", File: "iex"}
	value := otp.Unwrap(recovered)
	if process.IsKernelPanic(value) {
		panic(value)
	}
	if fault, ok := value.(otp.Fault); ok {
		value, frame.Line = fault.Value, fault.Line
	}
	return otp.Failure(value).In(frame)
}

// methodsFor tells the interpreter which methods of interpreted values the
// functions of fmt look for.
func methodsFor(fmtValues map[string]reflect.Value) map[reflect.Value][]reflect.Type {
	printed := []reflect.Type{reflect.TypeFor[fmt.Formatter](), reflect.TypeFor[fmt.Stringer]()}
	methods := map[reflect.Value][]reflect.Type{}
	for _, name := range []string{"Append", "Appendf", "Appendln", "Errorf", "Fprint", "Fprintf", "Fprintln",
		"Print", "Printf", "Println", "Sprint", "Sprintf", "Sprintln"} {
		if f, ok := fmtValues[name]; ok {
			methods[f] = printed
		}
	}
	return methods
}

// contain turns a panic of the interpreter's compiler into an error.
func contain(err *error) {
	if r := recover(); r != nil {
		if fault, ok := otp.Unwrap(r).(otp.Fault); ok {
			*err = initializerFailed(fault)
			return
		}
		if process.IsKernelPanic(otp.Unwrap(r)) {
			panic(otp.Unwrap(r))
		}
		*err = fmt.Errorf("%v", r)
	}
}

// noFiles is a file system without files.
type noFiles struct{}

// Open implements fs.FS.
func (noFiles) Open(name string) (fs.File, error) {
	return nil, &fs.PathError{Op: "open", Path: name, Err: fs.ErrNotExist}
}
