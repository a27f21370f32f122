package main

import (
	"context"
	"errors"
	"fmt"
	"maps"
	"slices"
	"strings"
)

type Request struct {
	Method, Path string
	Params       map[string]string
	Ctx          context.Context
}
type Response struct {
	Code   int
	Body   string
	Header map[string][]string
}
type Handler interface{ Serve(*Response, *Request) error }
type HandlerFunc func(*Response, *Request) error

func (f HandlerFunc) Serve(w *Response, r *Request) error { return f(w, r) }

type Middleware func(Handler) Handler
type route struct {
	method  string
	pattern []string
	h       Handler
}
type Router struct {
	routes []route
	mws    []Middleware
	sub    map[string]*Router
	NotFound Handler
}
type HTTPError struct {
	Code int
	Err  error
}

func (e HTTPError) Error() string { return fmt.Sprintf("%d: %v", e.Code, e.Err) }
func (e HTTPError) Unwrap() error { return e.Err }

var ErrNoUser = errors.New("no such user")

func (r *Router) Use(m ...Middleware) *Router { r.mws = append(r.mws, m...); return r }
func (r *Router) Handle(method, pattern string, f func(*Response, *Request) error) {
	r.routes = append(r.routes, route{method, strings.Split(strings.Trim(pattern, "/"), "/"), HandlerFunc(f)})
}
func (rt route) match(req *Request) (map[string]string, bool) {
	parts := strings.Split(strings.Trim(req.Path, "/"), "/")
	if len(parts) != len(rt.pattern) || rt.method != req.Method {
		return nil, false
	}
	ps := map[string]string{}
	for i, seg := range rt.pattern {
		if name, ok := strings.CutPrefix(seg, ":"); ok {
			ps[name] = parts[i]
		} else if seg != parts[i] {
			return nil, false
		}
	}
	return ps, true
}
func (r *Router) Serve(w *Response, req *Request) error {
	var h Handler
	for _, rt := range r.routes {
		if ps, ok := rt.match(req); ok {
			h, req.Params = rt.h, ps
			break
		}
	}
	if h == nil {
		if h = r.NotFound; h == nil {
			h = HandlerFunc(func(*Response, *Request) error { return HTTPError{404, errors.New("not found")} })
		}
	}
	for i := len(r.mws) - 1; i >= 0; i-- {
		h = r.mws[i](h)
	}
	return h.Serve(w, req)
}

type ctxKey int

const userKey ctxKey = iota

func recoverer(next Handler) Handler {
	return HandlerFunc(func(w *Response, r *Request) (err error) {
		defer func() {
			if p := recover(); p != nil {
				err = HTTPError{500, fmt.Errorf("panic: %v", p)}
			}
		}()
		return next.Serve(w, r)
	})
}
func logger(log *[]string) Middleware {
	return func(next Handler) Handler {
		return HandlerFunc(func(w *Response, r *Request) error {
			err := next.Serve(w, r)
			*log = append(*log, fmt.Sprintf("%-4s %-10s %v", r.Method, r.Path, err))
			return err
		})
	}
}
func auth(next Handler) Handler {
	return HandlerFunc(func(w *Response, r *Request) error {
		r.Ctx = context.WithValue(r.Ctx, userKey, "root")
		w.Header["X-User"] = append(w.Header["X-User"], "root")
		return next.Serve(w, r)
	})
}
func do(h Handler, method, path string) {
	w := &Response{Code: 200, Header: map[string][]string{}}
	err := h.Serve(w, &Request{Method: method, Path: path, Ctx: context.Background()})
	var he HTTPError
	if errors.As(err, &he) {
		w.Code, w.Body = he.Code, he.Error()
	}
	fmt.Printf("%s %s -> %d %q %v nouser=%t\n", method, path, w.Code, w.Body, w.Header, errors.Is(err, ErrNoUser))
}

func main() {
	var log []string
	r := new(Router).Use(logger(&log), recoverer, auth)
	users := map[string]struct{ Name string }{"1": {"Ann"}, "2": {"Bob"}}
	r.Handle("GET", "/users/:id", func(w *Response, q *Request) error {
		u, ok := users[q.Params["id"]]
		if !ok {
			return HTTPError{404, fmt.Errorf("user %s: %w", q.Params["id"], ErrNoUser)}
		}
		w.Body = fmt.Sprintf("%+v by %v", u, q.Ctx.Value(userKey))
		return nil
	})
	r.Handle("POST", "/users/:id/tags/:tag", func(w *Response, q *Request) error {
		keys := slices.Sorted(maps.Keys(q.Params))
		w.Code, w.Body = 201, fmt.Sprint(keys, q.Params)
		return nil
	})
	r.Handle("GET", "/panic", func(*Response, *Request) error {
		var m map[string]int
		m["x"]++
		return nil
	})
	for _, c := range [][2]string{{"GET", "/users/1"}, {"GET", "/users/9"}, {"POST", "/users/1/tags/x/"}, {"GET", "/panic"}, {"DELETE", "/"}} {
		do(r, c[0], c[1])
	}
	fmt.Println(strings.Join(log, "\n"))
}
