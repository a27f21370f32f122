package gosrc

import (
	"fmt"
	"io"
	"log"
	"reflect"
	"strings"
	"time"

	"gex/runtime/otp"
)

// logger is a Logger of package log, which tells the time of the node. What is
// fatal ends the process.
type logger struct {
	support *supportFunctions
	out     io.Writer
	prefix  string
	flags   int
}

func (s *supportFunctions) newLogger(out io.Writer, prefix string, flags int) *logger {
	return &logger{s, out, prefix, flags}
}

// logSymbols are the values of package log: the functions are those of the
// standard logger, which writes to standard error.
func (s *supportFunctions) logSymbols(values map[string]reflect.Value) {
	_, stderr := s.standardFiles()
	standard := s.newLogger(stderr, "", log.LstdFlags)
	v := reflect.ValueOf(standard)
	for i := range v.NumMethod() {
		values[v.Type().Method(i).Name] = v.Method(i)
	}
	values["New"] = reflect.ValueOf(s.newLogger)
	values["Default"] = reflect.ValueOf(func() *logger { return standard })
	values["Logger"] = reflect.ValueOf((*logger)(nil))
}

func (l *logger) SetOutput(w io.Writer)   { l.out = w }
func (l *logger) SetPrefix(prefix string) { l.prefix = prefix }
func (l *logger) SetFlags(flags int)      { l.flags = flags }
func (l *logger) Writer() io.Writer       { return l.out }
func (l *logger) Prefix() string          { return l.prefix }
func (l *logger) Flags() int              { return l.flags }

// Output writes one line: the prefix, the time as the flags say, and the text.
func (l *logger) Output(_ int, text string) error {
	now := l.support.api.Node().SystemTime()
	if l.flags&log.LUTC != 0 {
		now = now.UTC()
	}
	before, behind := l.prefix, ""
	if l.flags&log.Lmsgprefix != 0 {
		before, behind = "", l.prefix
	}
	line := before + l.stamp(now) + behind + text
	if !strings.HasSuffix(line, "\n") {
		line += "\n"
	}
	_, err := io.WriteString(l.out, line)
	return err
}

// stamp is the time before a line.
func (l *logger) stamp(now time.Time) string {
	var text string
	if l.flags&log.Ldate != 0 {
		text = now.Format("2006/01/02 ")
	}
	switch {
	case l.flags&log.Lmicroseconds != 0:
		text += now.Format("15:04:05.000000 ")
	case l.flags&log.Ltime != 0:
		text += now.Format("15:04:05 ")
	}
	return text
}

func (l *logger) write(text string) {
	if err := l.Output(0, text); err != nil {
		return // a program does not end because a line of its log is lost
	}
}

func (l *logger) Print(v ...any)            { l.write(l.sprint(v)) }
func (l *logger) Println(v ...any)          { l.write(l.sprintln(v)) }
func (l *logger) Printf(f string, v ...any) { l.write(l.support.sprintf(f, v)) }

func (l *logger) Fatal(v ...any)            { l.fatal(l.sprint(v)) }
func (l *logger) Fatalln(v ...any)          { l.fatal(l.sprintln(v)) }
func (l *logger) Fatalf(f string, v ...any) { l.fatal(l.support.sprintf(f, v)) }

func (l *logger) Panic(v ...any)            { l.panics(l.sprint(v)) }
func (l *logger) Panicln(v ...any)          { l.panics(l.sprintln(v)) }
func (l *logger) Panicf(f string, v ...any) { l.panics(l.support.sprintf(f, v)) }

func (l *logger) sprint(v []any) string {
	return l.support.text(l.support.sprint(v))
}

func (l *logger) sprintln(v []any) string {
	return l.support.text(fmt.Sprintln(l.support.printable(v)...))
}

func (l *logger) fatal(text string) {
	l.write(text)
	l.support.exit(1)
}

func (l *logger) panics(text string) {
	l.write(text)
	panic(otp.Fault{Value: text})
}
