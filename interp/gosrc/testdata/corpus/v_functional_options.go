package main

import (
	"fmt"
	"time"
)

type Level uint8
type Server struct {
	host    string
	port    int
	tls     bool
	timeout time.Duration
	headers map[string][]string
	lvl     Level
}
type Option interface{ apply(*Server) error }
type optFunc func(*Server) error

func (f optFunc) apply(s *Server) error { return f(s) }

type portOption int

func (p portOption) apply(s *Server) error {
	if p <= 0 || p > 65535 {
		return fmt.Errorf("port %d out of range", int(p))
	}
	s.port = int(p)
	return nil
}
func WithHost(h string) Option { return optFunc(func(s *Server) error { s.host = h; return nil }) }
func WithTimeout(d time.Duration) Option {
	return optFunc(func(s *Server) error { s.timeout = d; return nil })
}
func WithHeader(k string, v ...string) Option {
	return optFunc(func(s *Server) error {
		s.headers[k] = append(s.headers[k], v...)
		return nil
	})
}

var TLS Option = optFunc(func(s *Server) error { s.tls = true; return nil })

func New(opts ...Option) (*Server, error) {
	s := &Server{host: "localhost", port: 80, headers: map[string][]string{}, timeout: 1500 * time.Millisecond}
	for i, o := range opts {
		if o == nil {
			continue
		}
		if err := o.apply(s); err != nil {
			return nil, fmt.Errorf("option %d (%T): %w", i, o, err)
		}
	}
	return s, nil
}
func Main() {
	s, err := New(WithHost("h"), portOption(8080), TLS, nil, WithHeader("A", "1", "2"), WithHeader("A", "3"))
	fmt.Printf("%+v %v\n", *s, err)
	s, err = New(portOption(70000))
	fmt.Println(s, err)
	s, _ = New()
	fmt.Println(s.timeout, s.port, len(s.headers), s.lvl)
	s, _ = New([]Option{WithTimeout(time.Minute), WithTimeout(2 * time.Hour)}...)
	fmt.Println(s.timeout)
}

func main() { Main() }
