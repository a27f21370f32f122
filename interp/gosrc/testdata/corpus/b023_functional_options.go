package main

import (
	"errors"
	"fmt"
	"strings"
	"time"
)

type Server struct {
	host    string
	port    int
	timeout time.Duration
	tls     *struct{ cert string }
	mw      []string
}
type Option func(*Server) error

func WithPort(p int) Option {
	return func(s *Server) error {
		if p <= 0 || p > 65535 {
			return fmt.Errorf("invalid port %d", p)
		}
		s.port = p
		return nil
	}
}
func WithTimeout(d time.Duration) Option { return func(s *Server) error { s.timeout = d; return nil } }
func WithTLS(c string) Option {
	return func(s *Server) error {
		s.tls = &struct{ cert string }{c}
		return nil
	}
}
func Use(names ...string) Option {
	return func(s *Server) (err error) { s.mw = append(s.mw, names...); return }
}
func NewServer(host string, opts ...Option) (*Server, error) {
	s := &Server{host: host, port: 80, timeout: 30 * time.Second}
	var errs []error
	for i, o := range opts {
		if err := o(s); err != nil {
			errs = append(errs, fmt.Errorf("option %d: %w", i, err))
		}
	}
	return s, errors.Join(errs...)
}

type Builder struct {
	parts []string
	err   error
}

func (b *Builder) Select(cols ...string) *Builder {
	if len(cols) == 0 {
		cols = []string{"*"}
	}
	b.parts = append(b.parts, "SELECT "+strings.Join(cols, ", "))
	return b
}
func (b *Builder) From(t string) *Builder {
	if t == "" {
		b.err = errors.New("no table")
	}
	b.parts = append(b.parts, "FROM "+t)
	return b
}
func (b *Builder) Where(f string, args ...any) *Builder {
	b.parts = append(b.parts, fmt.Sprintf("WHERE "+f, args...))
	return b
}
func (b *Builder) Build() (string, error) { return strings.Join(b.parts, " "), b.err }

func main() {
	s, err := NewServer("localhost", WithPort(8080), WithTimeout(time.Minute), Use("log", "auth"), Use())
	fmt.Printf("%+v %v\n", *s, err)
	s, err = NewServer("h", WithPort(-1), WithTLS("c.pem"), WithPort(70000))
	fmt.Println(s.port, s.tls.cert, s.timeout)
	fmt.Println(err)
	q, err := new(Builder).Select().From("users").Where("age > %d AND name = '%s'", 18, "bob").Build()
	fmt.Println(q, err)
	q, err = (&Builder{}).Select("a", "b").From("").Build()
	fmt.Println(q, "|", err)
}
