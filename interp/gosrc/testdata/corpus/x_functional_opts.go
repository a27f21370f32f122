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
	tags    map[string]string
	mw      []func(Handler) Handler
}

type Handler func(req string) (string, error)
type Option func(*Server) error

func WithPort(p int) Option {
	return func(s *Server) error {
		if p < 0 || p > 65535 {
			return fmt.Errorf("bad port %d", p)
		}
		s.port = p
		return nil
	}
}

func WithTimeout(d time.Duration) Option {
	return func(s *Server) error { s.timeout = d; return nil }
}

func WithTag(k, v string) Option {
	return func(s *Server) error {
		if s.tags == nil {
			s.tags = make(map[string]string)
		}
		if _, dup := s.tags[k]; dup {
			return errors.New("duplicate tag " + k)
		}
		s.tags[k] = v
		return nil
	}
}

func WithMiddleware(ms ...func(Handler) Handler) Option {
	return func(s *Server) error { s.mw = append(s.mw, ms...); return nil }
}

func New(host string, opts ...Option) (*Server, error) {
	s := &Server{host: host, port: 80, timeout: 30 * time.Second}
	var errs []error
	for _, o := range opts {
		errs = append(errs, o(s))
	}
	if err := errors.Join(errs...); err != nil {
		return nil, fmt.Errorf("new server: %w", err)
	}
	return s, nil
}

func (s *Server) Serve(h Handler, reqs ...string) (out []string) {
	for i := len(s.mw) - 1; i >= 0; i-- {
		h = s.mw[i](h)
	}
	for _, r := range reqs {
		resp, err := h(r)
		if err != nil {
			resp = "ERR " + err.Error()
		}
		out = append(out, resp)
	}
	return
}

func trace(log *[]string, name string) func(Handler) Handler {
	return func(next Handler) Handler {
		n := 0
		return func(req string) (resp string, err error) {
			n++
			*log = append(*log, fmt.Sprintf("%s>%d", name, n))
			defer func() { *log = append(*log, name+"<"+resp) }()
			return next(req)
		}
	}
}

func guard(next Handler) Handler {
	return func(req string) (string, error) {
		if strings.Contains(req, "!") {
			return "", fmt.Errorf("rejected %q", req)
		}
		return next(req)
	}
}

type Builder struct {
	parts []string
	err   error
}

func (b *Builder) Add(s string) *Builder {
	if b.err != nil {
		return b
	}
	if s == "" {
		b.err = errors.New("empty part")
		return b
	}
	b.parts = append(b.parts, s)
	return b
}

func (b *Builder) Build() (string, error) { return strings.Join(b.parts, "/"), b.err }

func Main() {
	s, err := New("h", WithPort(8080), WithTag("env", "dev"), WithTimeout(1500*time.Millisecond))
	fmt.Println(s.host, s.port, s.timeout, s.tags, err)
	_, err = New("h", WithPort(-1), WithTag("a", "1"), WithTag("a", "2"))
	fmt.Println(err)
	var log []string
	s, _ = New("x", WithMiddleware(trace(&log, "A"), guard, trace(&log, "B")))
	fmt.Printf("%q\n", s.Serve(func(r string) (string, error) { return strings.ToUpper(r), nil }, "hi", "no!", "bye"))
	fmt.Println(strings.Join(log, " "))
	fmt.Println(new(Builder).Add("a").Add("b").Build())
	fmt.Println((&Builder{}).Add("a").Add("").Add("c").Build())
}

func main() { Main() }
