package gosrc

import (
	"fmt"
	"io"
	"reflect"
	"strings"

	"gex/runtime/otp"
)

// replacePrinting gives package fmt the group leader for its standard output,
// and nothing to read from. Values that contain themselves are not printed.
func (s *supportFunctions) replacePrinting(values map[string]reflect.Value) {
	for name := range values {
		if scans(name) {
			delete(values, name)
		}
	}
	print := func(text string) (int, error) {
		s.api.IO().Print(text)
		return len(text), nil
	}
	set := func(name string, f any) { values[name] = reflect.ValueOf(f) }
	set("Print", func(a ...any) (int, error) { return print(s.text(s.sprint(a))) })
	set("Println", func(a ...any) (int, error) { return print(s.text(fmt.Sprintln(s.printable(a)...))) })
	set("Printf", func(f string, a ...any) (int, error) { return print(s.sprintf(f, a)) })
	set("Sprint", func(a ...any) string { return s.text(s.sprint(a)) })
	set("Sprintln", func(a ...any) string { return s.text(fmt.Sprintln(s.printable(a)...)) })
	set("Sprintf", func(f string, a ...any) string { return s.sprintf(f, a) })
	set("Errorf", func(f string, a ...any) error {
		f, a = namedTypes(f, s.printable(a))
		err := fmt.Errorf(f, a...)
		s.text("")
		return err
	})
	set("Fprint", func(w io.Writer, a ...any) (int, error) {
		return io.WriteString(w, s.text(s.sprint(a)))
	})
	set("Fprintln", func(w io.Writer, a ...any) (int, error) {
		return io.WriteString(w, s.text(fmt.Sprintln(s.printable(a)...)))
	})
	set("Fprintf", func(w io.Writer, f string, a ...any) (int, error) { return io.WriteString(w, s.sprintf(f, a)) })
	set("Append", func(b []byte, a ...any) []byte { return append(b, s.text(s.sprint(a))...) })
	set("Appendln", func(b []byte, a ...any) []byte { return append(b, s.text(fmt.Sprintln(s.printable(a)...))...) })
	set("Appendf", func(b []byte, f string, a ...any) []byte { return append(b, s.sprintf(f, a)...) })
}

// sprint is Sprint: a space stands between operands of which neither is a string,
// also one of a type of the learner's.
func (s *supportFunctions) sprint(values []any) string {
	var b strings.Builder
	after := true
	for i, value := range s.printable(values) {
		isString := isText(values[i])
		if i > 0 && !isString && !after {
			b.WriteByte(' ')
		}
		fmt.Fprint(&b, value)
		after = isString
	}
	return b.String()
}

// isText reports whether a value is a string of any type.
func isText(value any) bool {
	if b, ok := value.(otp.Boxed); ok {
		_, value = b.Unbox()
	}
	return value != nil && reflect.TypeOf(value).Kind() == reflect.String
}

// text is a text that package fmt has made. If something that ends a process was
// swallowed meanwhile, it goes on.
func (s *supportFunctions) text(made string) string {
	if r := s.passing; r != nil {
		s.passing = nil
		panic(r)
	}
	return made
}

func (s *supportFunctions) sprintf(f string, a []any) string {
	f, a = namedTypes(f, s.printable(a))
	return s.text(fmt.Sprintf(f, a...))
}

func scans(name string) bool {
	switch name {
	case "Scan", "Scanf", "Scanln":
		return true
	}
	return false
}
