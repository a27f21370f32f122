package main

import (
	"errors"
	"fmt"
	"maps"
	"slices"
	"strconv"
	"strings"
)

type Plugin interface {
	Name() string
	Exec(args ...string) (string, error)
}
type Initer interface {
	Init(cfg map[string]string) error
}
type Closer interface{ Close() }
type Factory func() Plugin

var registry = map[string]Factory{}

func Register(name string, f Factory) {
	if _, dup := registry[name]; dup {
		panic("duplicate plugin " + name)
	}
	registry[name] = f
}

func init() {
	Register("echo", func() Plugin { return echo{} })
	Register("count", func() Plugin { return new(count) })
}
func init() {
	Register("calc", func() Plugin { return &calc{ops: ops} })
}

var ops = map[string]func(int, int) int{
	"add": func(a, b int) int { return a + b },
	"div": func(a, b int) int { return a / b },
}

type echo struct{}

func (echo) Name() string                     { return "echo" }
func (echo) Exec(a ...string) (string, error) { return strings.Join(a, " "), nil }

type count struct {
	n   int
	max int
}

func (*count) Name() string { return "count" }
func (c *count) Init(cfg map[string]string) (err error) {
	c.max, err = strconv.Atoi(cfg["max"])
	return
}
func (c *count) Exec(...string) (string, error) {
	if c.n++; c.n > c.max {
		return "", &limitErr{c.max}
	}
	return strconv.Itoa(c.n), nil
}
func (c *count) Close() { fmt.Println("closing after", c.n) }

type limitErr struct{ max int }

func (l *limitErr) Error() string { return "limit " + strconv.Itoa(l.max) }

type calc struct{ ops map[string]func(int, int) int }

func (calc) Name() string { return "calc" }
func (c calc) Exec(a ...string) (s string, err error) {
	defer func() {
		if r := recover(); r != nil {
			err = fmt.Errorf("calc%q: %v", a, r)
		}
	}()
	x, _ := strconv.Atoi(a[1])
	y, _ := strconv.Atoi(a[2])
	return fmt.Sprint(c.ops[a[0]](x, y)), nil
}

type Host struct {
	plugins map[string]Plugin
	order   []string
}

func (h *Host) Load(cfg map[string]map[string]string) error {
	h.plugins = map[string]Plugin{}
	for _, name := range slices.Sorted(maps.Keys(registry)) {
		p := registry[name]()
		if i, ok := p.(Initer); ok {
			if err := i.Init(cfg[name]); err != nil {
				return fmt.Errorf("init %s: %w", name, err)
			}
		}
		h.plugins[name] = p
		h.order = append(h.order, p.Name())
	}
	return nil
}
func (h *Host) Run(line string) (string, error) {
	f := strings.Fields(line)
	p, ok := h.plugins[f[0]]
	if !ok {
		return "", fmt.Errorf("no plugin %q", f[0])
	}
	return p.Exec(f[1:]...)
}
func (h *Host) Close() {
	for _, p := range h.plugins {
		if c, ok := p.(Closer); ok {
			defer c.Close()
		}
	}
}

func main() {
	var h Host
	fmt.Println(h.Load(nil))
	fmt.Println(h.Load(map[string]map[string]string{"count": {"max": "2"}}), h.order)
	for _, l := range []string{"echo a b", "count", "count", "count", "calc add 2 3", "calc div 1 0", "calc mul 1 2", "calc add", "zap"} {
		out, err := h.Run(l)
		var le *limitErr
		fmt.Printf("%-12s %q %v %t\n", l, out, err, errors.As(err, &le))
	}
	h.Close()
	_, isInit := h.plugins["echo"].(Initer)
	fmt.Println(isInit, len(registry))
	Register("echo", nil)
}
