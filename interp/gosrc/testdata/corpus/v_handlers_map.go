package main

import (
	"errors"
	"fmt"
	"sort"
	"strings"
)

type Request struct {
	Method, Path string
	Params       map[string]string
}
type Response struct {
	Status int
	Body   string
}
type Handler func(Request) (Response, error)
type Middleware func(Handler) Handler
type Router struct {
	routes map[string]map[string]Handler
	mw     []Middleware
	log    []string
}
type HTTPError struct {
	Code int
	Msg  string
}

func (e HTTPError) Error() string { return fmt.Sprintf("%d %s", e.Code, e.Msg) }
func NewRouter() *Router          { return &Router{routes: make(map[string]map[string]Handler)} }
func (r *Router) Handle(method, path string, h Handler) *Router {
	if r.routes[path] == nil {
		r.routes[path] = map[string]Handler{}
	}
	r.routes[path][method] = h
	return r
}
func (r *Router) Use(m ...Middleware) { r.mw = append(r.mw, m...) }
func (r *Router) Serve(req Request) Response {
	ms, ok := r.routes[req.Path]
	if !ok {
		return Response{404, "not found: " + req.Path}
	}
	h, ok := ms[req.Method]
	if !ok {
		var allowed []string
		for m := range ms {
			allowed = append(allowed, m)
		}
		sort.Strings(allowed)
		return Response{405, "allowed: " + strings.Join(allowed, ",")}
	}
	for i := len(r.mw) - 1; i >= 0; i-- {
		h = r.mw[i](h)
	}
	res, err := h(req)
	var he HTTPError
	switch {
	case errors.As(err, &he):
		return Response{he.Code, he.Msg}
	case err != nil:
		return Response{500, err.Error()}
	}
	return res
}
func Logger(r *Router) Middleware {
	return func(next Handler) Handler {
		return func(q Request) (res Response, err error) {
			r.log = append(r.log, "> "+q.Path)
			defer func() { r.log = append(r.log, fmt.Sprintf("< %s %d %v", q.Path, res.Status, err)) }()
			return next(q)
		}
	}
}
func Recoverer(next Handler) Handler {
	return func(q Request) (res Response, err error) {
		defer func() {
			if r := recover(); r != nil {
				err = fmt.Errorf("recovered: %v", r)
			}
		}()
		return next(q)
	}
}
func Main() {
	r := NewRouter()
	r.Handle("GET", "/hi", func(q Request) (Response, error) { return Response{200, "hi " + q.Params["name"]}, nil }).
		Handle("POST", "/hi", func(Request) (Response, error) { return Response{}, HTTPError{418, "teapot"} }).
		Handle("GET", "/boom", func(q Request) (Response, error) {
			var m map[string]int
			m["x"] = 1
			return Response{}, nil
		}).
		Handle("GET", "/wrap", func(q Request) (Response, error) {
			return Response{}, fmt.Errorf("ctx: %w", HTTPError{409, "conflict"})
		})
	r.Use(Logger(r), Recoverer)
	for _, q := range []Request{{"GET", "/hi", map[string]string{"name": "bob"}}, {Method: "POST", Path: "/hi"}, {Method: "PUT", Path: "/hi"}, {"GET", "/none", nil}, {"GET", "/boom", nil}, {"GET", "/wrap", nil}} {
		fmt.Printf("%+v\n", r.Serve(q))
	}
	for _, l := range r.log {
		fmt.Println(l)
	}
}

func main() { Main() }
