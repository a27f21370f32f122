package main

import (
	"bytes"
	"fmt"
	"log"
)

type svc struct{ log *log.Logger }

func main() {
	var buf bytes.Buffer
	l := log.New(&buf, "app: ", 0)
	l.Println("hello", 1)
	l.Printf("x=%d", 5)
	s := svc{log.New(&buf, "[svc] ", log.Lmsgprefix)}
	s.log.Print("in service")
	l.SetPrefix("new: ")
	l.Print("a", "b", 3)
	fmt.Print(buf.String())
	fmt.Println(l.Prefix(), l.Flags())
}
