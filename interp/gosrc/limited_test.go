package gosrc

import (
	"strings"
	"testing"

	"gex/runtime/ioserver"
	"gex/runtime/process"
)

// newLimited is a session that tells standard error from standard output.
func newLimited(t *testing.T) (s *session, complaints *strings.Builder) {
	s = &session{t: t, node: process.NewNode(process.Options{Virtual: true})}
	complaints = &strings.Builder{}
	ioserver.Start(s.node, func(o ioserver.Output) {
		if o.Kind == ioserver.Warning {
			complaints.WriteString(o.Text)
			return
		}
		s.out.WriteString(o.Text)
	})
	s.unit = New(s.node)
	t.Cleanup(s.node.Close)
	return s, complaints
}

// Standard output and standard error are those of the node.
func TestStandardFiles(t *testing.T) {
	s, complaints := newLimited(t)
	s.mustDefine(`import ("fmt"; "io"; "log"; "os")
func f() {
	fmt.Fprintf(os.Stdout, "%d ", 1)
	fmt.Fprintln(os.Stderr, "wrong")
	var w io.Writer = os.Stdout
	n, err := io.WriteString(w, "two ")
	fmt.Println(n, err, w == io.Writer(os.Stdout), len(os.Args), os.Stdout.Name())
	log.SetFlags(log.Lmsgprefix)
	log.SetPrefix("p: ")
	log.Println("logged", 1)
	log.New(os.Stdout, "> ", 0).Printf("%v", []string{"a"})
}`)
	if _, err := s.apply("Go", "f"); err != nil {
		t.Fatal(err)
	}
	if want := "1 two 4 <nil> true 1 /dev/stdout\n> [a]\n"; s.out.String() != want {
		t.Errorf("stdout has %q, want %q", s.out.String(), want)
	}
	if want := "wrong\np: logged 1\n"; complaints.String() != want {
		t.Errorf("stderr has %q, want %q", complaints.String(), want)
	}
}

// Lines of the log have the time of the node.
func TestLogTime(t *testing.T) {
	s, complaints := newLimited(t)
	s.mustDefine(`import ("fmt"; "log"; "time")
func f() {
	fmt.Print(time.Now().UTC().Format("2006/01/02 15:04:05.000000"), " now\n")
	log.SetFlags(log.LstdFlags | log.LUTC | log.Lmicroseconds)
	log.Print("now")
}`)
	if _, err := s.apply("Go", "f"); err != nil {
		t.Fatal(err)
	}
	if complaints.String() != s.out.String() || s.out.String() == "" {
		t.Errorf("the log has %q, the clock %q", complaints.String(), s.out.String())
	}
}

// Exit ends the process without deferred calls, and nothing recovers from it,
// be it called by the process or by a goroutine of it.
func TestExitOfOS(t *testing.T) {
	for _, call := range []string{
		"os.Exit(4)", "c := make(chan int); go func() { os.Exit(4) }(); <-c", "go os.Exit(4); time.Sleep(time.Second)",
	} {
		s := newSession(t)
		s.mustDefine(`import ("fmt"; "os"; "time")
var _ = time.Second
func f() {
	defer fmt.Println("deferred", recover())
	func() {
		defer func() { recover() }()
		fmt.Println("before")
		` + call + `
	}()
	fmt.Println("after")
}`)
		_, err := s.apply("Go", "f")
		if got := ending(err); got != "{:exit_status, 4}" || s.out.String() != "before\n" {
			t.Errorf("%s: f prints %q and ends with %s", call, s.out.String(), got)
		}
	}
}

// Fatal writes the line and exits with 1.
func TestFatal(t *testing.T) {
	s, complaints := newLimited(t)
	s.mustDefine("import \"log\"\nfunc f() { log.SetFlags(0); defer log.Print(\"never\"); log.Fatalf(\"fatal %d\", 1) }")
	_, err := s.apply("Go", "f")
	if got := ending(err); got != "{:exit_status, 1}" || complaints.String() != "fatal 1\n" {
		t.Errorf("f logs %q and ends with %s", complaints.String(), got)
	}
}

// A program asks about its goroutines and about errors of the language.
func TestRuntime(t *testing.T) {
	s := newSession(t)
	s.mustDefine(`import ("fmt"; "runtime")
func f() {
	done := make(chan bool)
	go func() { <-done }()
	fmt.Println(runtime.NumGoroutine(), runtime.NumCPU() > 0, runtime.GOOS != "GOOS")
	close(done)
	runtime.Gosched()
	fmt.Println(runtime.NumGoroutine())
	for _, fail := range []func(){func() { var m map[int]int; m[1] = 1 }, func() { panic(fmt.Errorf("mine")) }} {
		func() {
			defer func() {
				r := recover()
				e, ok := r.(runtime.Error)
				fmt.Println(ok)
				if ok {
					fmt.Println(e.Error())
				}
				switch r.(type) {
				case runtime.Error:
					fmt.Println("of the language")
				case error:
					fmt.Println("of the program")
				}
			}()
			fail()
		}()
	}
}`)
	if _, err := s.apply("Go", "f"); err != nil {
		t.Fatal(err)
	}
	want := "2 true true\n1\ntrue\nassignment to entry in nil map\nof the language\nfalse\nof the program\n"
	if s.out.String() != want {
		t.Errorf("got %q, want %q", s.out.String(), want)
	}
}

// What -allow gives is the package itself.
func TestAllowedIsWhole(t *testing.T) {
	s := newSession(t)
	if err := s.unit.Allow("os/exec"); err != nil {
		t.Fatal(err)
	}
	s.mustDefine("import (\"os\"; \"os/exec\")\nvar c exec.Cmd\nfunc f() bool { c.Stdout = os.Stdout; _, err := os.Stat(\"/nowhere\"); return os.IsNotExist(err) }")
	if got, err := s.apply("Go", "f"); err != nil || show(got) != "true" {
		t.Errorf("f() = %v, %v", got, err)
	}
}

// Limited says what there is.
func TestLimited(t *testing.T) {
	for _, p := range Limited() {
		if !strings.Contains(p[1], ", ") {
			t.Errorf("of %s there is %q", p[0], p[1])
		}
	}
	if len(Limited()) != len(limited) {
		t.Errorf("Limited() = %v", Limited())
	}
}

// A program that the passes fail for is refused, and nothing falls over.
func TestTranslateRefuses(t *testing.T) {
	if err := new(program).translate(nil); err == nil || !strings.Contains(err.Error(), "this is valid Go, but the interpreter cannot run it") {
		t.Errorf("translate gives %v", err)
	}
}
