package main

import (
	"fmt"
	"time"
)

type Msg interface{ isMsg() }
type (
	Inc   struct{ By int }
	Get   struct{ Reply chan<- int }
	Stop  struct{}
	Every struct {
		N    int
		Then Msg
	}
)

func (Inc) isMsg()    {}
func (Get) isMsg()    {}
func (Stop) isMsg()   {}
func (*Every) isMsg() {}

type Server struct {
	inbox chan Msg
	done  chan struct{}
	n     int
	log   []string
}

func Start() *Server {
	s := &Server{inbox: make(chan Msg, 8), done: make(chan struct{})}
	go s.loop()
	return s
}
func (s *Server) loop() {
	defer close(s.done)
	for m := range s.inbox {
		switch m := m.(type) {
		case Inc:
			s.n += m.By
		case Get:
			m.Reply <- s.n
		case *Every:
			for range m.N {
				s.inbox <- m.Then
			}
		case Stop:
			s.log = append(s.log, fmt.Sprintf("stopping at %d", s.n))
			return
		}
		s.log = append(s.log, fmt.Sprintf("%T%+v", m, strip(m)))
	}
}
func strip(m Msg) any {
	switch x := m.(type) {
	case Get:
		return "chan"
	case *Every:
		return *x
	default:
		return x
	}
}
func (s *Server) Get() int {
	c := make(chan int)
	s.inbox <- Get{c}
	return <-c
}

func main() {
	s := Start()
	s.inbox <- Inc{5}
	fmt.Println(s.Get())
	s.inbox <- &Every{3, Inc{10}}
	time.Sleep(time.Millisecond)
	fmt.Println(s.Get())
	s.inbox <- Stop{}
	<-s.done
	for _, l := range s.log {
		fmt.Println(l)
	}
	select {
	case _, ok := <-s.done:
		fmt.Println("closed", !ok)
	default:
		fmt.Println("open")
	}
}
