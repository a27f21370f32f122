package main

import "fmt"

func sum(base int, xs ...int) int {
	for _, x := range xs {
		base += x
	}
	return base
}
func show(xs ...any) string { return fmt.Sprint(len(xs), xs) }
func mutate(xs ...int)      { xs[0] = 99 }

type Opt func(*Cfg)
type Cfg struct {
	Host string
	Port int
	Tags []string
}

func WithPort(p int) Opt       { return func(c *Cfg) { c.Port = p } }
func WithTags(t ...string) Opt { return func(c *Cfg) { c.Tags = append(c.Tags, t...) } }
func New(host string, opts ...Opt) *Cfg {
	c := &Cfg{Host: host, Port: 80}
	for _, o := range opts {
		o(c)
	}
	return c
}

type Logger struct{ prefix string }

func (l Logger) Printf(format string, a ...any) string { return l.prefix + fmt.Sprintf(format, a...) }

func apply(fs ...func(int) int) int {
	v := 1
	for _, f := range fs {
		v = f(v)
	}
	return v
}

func pair() (int, string)         { return 7, "seven" }
func take(n int, s string) string { return fmt.Sprint(n, s) }
func takeAny(a ...any) int        { return len(a) }

func Main() {
	fmt.Println(sum(1), sum(1, 2, 3), sum(0, []int{4, 5}...))
	fmt.Println(show(), show(nil), show(1, "a"), show([]any{1, 2}...), show([]int{1, 2}))
	xs := []int{1, 2}
	mutate(xs...)
	fmt.Println(xs)
	fmt.Printf("%+v\n", *New("h"))
	fmt.Printf("%+v\n", *New("h", WithPort(8080), WithTags("a", "b"), WithTags()))
	fmt.Println(Logger{"> "}.Printf("%d-%s", 1, "x"), Logger{}.Printf("none"))
	fmt.Println(apply(func(i int) int { return i + 1 }, func(i int) int { return i * 10 }))
	fmt.Println(take(pair()), takeAny(pair()), takeAny(), takeAny(nil))
	fmt.Println(pair())
	f := sum
	fmt.Println(f(1, 1))
	args := []any{"x", 2}
	fmt.Printf("%s %d\n", args...)
	var none []int
	fmt.Println(sum(5, none...))
	lf := Logger{"m:"}.Printf
	fmt.Println(lf("%v", []string{"a"}))
	fmt.Println(append([]int{}, xs...), max(xs[0], xs[1]))
}

func main() { Main() }
