package cast_test

import (
	"errors"
	"fmt"
	"os"
	"strings"
	"testing"
	"time"

	"gex/tutorials/cast"
)

func Example() {
	r := cast.New(os.Stdout, cast.Options{Version: 2, Columns: 80, Rows: 24, Title: "A session"})
	r.Mark("Start")
	r.Print("iex> ")
	r.Wait(1500 * time.Millisecond)
	r.Print("1 < 2\ntrue\n")
	fmt.Println(r.End(), r.Now())
	// Output:
	// {"env":{"TERM":"xterm-256color"},"height":24,"title":"A session","version":2,"width":80}
	// [0.000,"m","Start"]
	// [0.000,"o","iex> "]
	// [1.500,"o","1 < 2\r\ntrue\r\n"]
	// <nil> 1.5s
}

func TestVersion3(t *testing.T) {
	var b strings.Builder
	r := cast.New(&b, cast.Options{Version: 3, Columns: 100, Rows: 30, Title: "T"})
	r.Wait(time.Second)
	r.Print("a")
	r.Wait(1234567 * time.Microsecond)
	r.Print("")
	r.Print("b")
	if err := r.End(); err != nil {
		t.Fatal(err)
	}
	want := `{"term":{"cols":100,"rows":30,"type":"xterm-256color"},"title":"T","version":3}
[1.000,"o","a"]
[1.235,"o","b"]
[0.000,"x","0"]
`
	if b.String() != want {
		t.Errorf("wrote\n%s\nwant\n%s", &b, want)
	}
}

type full struct{ room int }

var errFull = errors.New("full")

func (f *full) Write(p []byte) (int, error) {
	if f.room -= len(p); f.room < 0 {
		return 0, errFull
	}
	return len(p), nil
}

func TestEndTellsOfErrors(t *testing.T) {
	r := cast.New(&full{100}, cast.Options{Version: 2})
	r.Print("a")
	r.Print("b")
	if err := r.End(); !errors.Is(err, errFull) {
		t.Errorf("End() = %v, want %v", err, errFull)
	}
}
