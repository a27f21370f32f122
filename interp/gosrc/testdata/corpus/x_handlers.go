package main

import (
	"errors"
	"fmt"
	"log"
	"os"
	"slices"
	"strings"
	"sync"
	"text/tabwriter"
	"time"
	"unicode"
)

type Level int8

const (
	Debug Level = iota - 1
	Info
	Warn
	Error
)

func (l Level) String() string {
	switch l {
	case Debug:
		return "DEBUG"
	case Info:
		return "INFO"
	case Warn:
		return "WARN"
	case Error:
		return "ERROR"
	}
	return fmt.Sprintf("Level(%+d)", int8(l))
}

func (l Level) MarshalText() ([]byte, error) { return []byte(strings.ToLower(l.String())), nil }
func (l *Level) UnmarshalText(b []byte) error {
	for c := Debug; c <= Error; c++ {
		if strings.EqualFold(c.String(), string(b)) {
			*l = c
			return nil
		}
	}
	return fmt.Errorf("unknown level %q", b)
}

type Attr struct {
	Key   string
	Value any
}

type Record struct {
	Time  time.Time
	Level Level
	Msg   string
	Attrs []Attr
}

type Handler interface {
	Enabled(Level) bool
	Handle(Record) error
	With(...Attr) Handler
}

type textHandler struct {
	mu    *sync.Mutex
	w     *strings.Builder
	min   Level
	attrs []Attr
	group string
}

func (h textHandler) Enabled(l Level) bool { return l >= h.min }
func (h textHandler) With(as ...Attr) Handler {
	h.attrs = append(slices.Clip(h.attrs), as...)
	return h
}
func (h textHandler) Handle(r Record) error {
	h.mu.Lock()
	defer h.mu.Unlock()
	fmt.Fprintf(h.w, "%s %-5v %s", r.Time.Format("15:04:05.000"), r.Level, r.Msg)
	for _, a := range slices.Concat(h.attrs, r.Attrs) {
		v := fmt.Sprint(a.Value)
		if strings.ContainsFunc(v, unicode.IsSpace) {
			v = fmt.Sprintf("%q", v)
		}
		fmt.Fprintf(h.w, " %s=%s", a.Key, v)
	}
	h.w.WriteByte('\n')
	return nil
}

type multi []Handler

func (m multi) Enabled(l Level) bool {
	return slices.ContainsFunc(m, func(h Handler) bool { return h.Enabled(l) })
}
func (m multi) Handle(r Record) error {
	var errs []error
	for _, h := range m {
		if h.Enabled(r.Level) {
			errs = append(errs, h.Handle(r))
		}
	}
	return errors.Join(errs...)
}
func (m multi) With(as ...Attr) Handler {
	out := make(multi, len(m))
	for i := range m {
		out[i] = m[i].With(as...)
	}
	return out
}

type failing struct{ Handler }

func (f failing) Handle(r Record) error {
	if r.Level > Warn {
		return fmt.Errorf("sink %s: %w", r.Level, os.ErrClosed)
	}
	return f.Handler.Handle(r)
}

type Logger struct {
	h     Handler
	clock func() time.Time
}

func (l *Logger) log(lv Level, msg string, args ...any) {
	if !l.h.Enabled(lv) {
		return
	}
	r := Record{Time: l.clock(), Level: lv, Msg: msg}
	for len(args) > 0 {
		switch k := args[0].(type) {
		case Attr:
			r.Attrs = append(r.Attrs, k)
			args = args[1:]
		case string:
			if len(args) == 1 {
				r.Attrs = append(r.Attrs, Attr{"!BADKEY", k})
				args = nil
				break
			}
			r.Attrs = append(r.Attrs, Attr{k, args[1]})
			args = args[2:]
		default:
			r.Attrs = append(r.Attrs, Attr{"!BADKEY", k})
			args = args[1:]
		}
	}
	if err := l.h.Handle(r); err != nil {
		fmt.Println("log failed:", err, errors.Is(err, os.ErrClosed))
	}
}

func (l *Logger) With(args ...Attr) *Logger {
	c := *l
	c.h = l.h.With(args...)
	return &c
}
func (l *Logger) Info(m string, a ...any)  { l.log(Info, m, a...) }
func (l *Logger) Error(m string, a ...any) { l.log(Error, m, a...) }

func main() {
	var out, out2 strings.Builder
	mu := new(sync.Mutex)
	base := time.Date(2024, time.February, 29, 23, 59, 58, 5e8, time.UTC)
	n := 0
	clock := func() time.Time { n++; return base.Add(time.Duration(n) * 1500 * time.Millisecond) }
	l := &Logger{multi{textHandler{mu: mu, w: &out}, failing{textHandler{mu: mu, w: &out2, min: Warn}}}, clock}
	l.Info("start", "pid", 42, "name", "a b", Attr{"err", errors.New("boom")})
	req := l.With(Attr{"req", 7})
	req2 := req.With(Attr{"x", []int{1, 2}})
	req3 := req.With(Attr{"y", Warn})
	req2.Info("two", "odd")
	req3.Error("three", 5, map[string]Level{"k": Error})
	l.log(Debug, "hidden")
	l.log(Level(9), "weird", "l", Level(-9))
	fmt.Print(out.String(), "--\n", out2.String())
	var lv Level
	fmt.Println(lv.UnmarshalText([]byte("warn")), lv, lv.UnmarshalText([]byte("x")), lv)
	fmt.Println(base.Format(time.RFC1123), base.AddDate(1, 0, 0).Format("2006-01-02"), base.Weekday(), base.YearDay(), base.Unix())
	t2, err := time.Parse("2006-01-02 15:04", "2024-13-01 10:00")
	fmt.Println(t2.IsZero(), err)
	d, err := time.ParseDuration("1h15m30.918s")
	fmt.Println(d, err, d.Minutes(), d.Round(time.Minute), base.Sub(base.Add(-d)), base.Truncate(time.Hour).Equal(base))
	std := log.New(os.Stdout, "[std] ", log.Lmsgprefix)
	std.Printf("hello %d", 1)
	std.SetPrefix("p:")
	std.SetFlags(0)
	std.Println("x", 2)
	tw := tabwriter.NewWriter(os.Stdout, 5, 0, 1, '.', 0)
	for _, r := range []Record{{Level: Info, Msg: "a"}, {Level: Error, Msg: "long message"}} {
		fmt.Fprintf(tw, "%v\t%s\t%d\n", r.Level, r.Msg, len(r.Attrs))
	}
	tw.Flush()
	fmt.Printf("%+v\n", Record{Level: Warn, Msg: "m", Attrs: []Attr{{"k", nil}, {"e", os.ErrClosed}}}.Attrs)
	defer func() {
		r := recover()
		fmt.Printf("%v %T\n", r, r)
	}()
	std.Panicf("fatal %v", Error)
}
