package gosrc

import (
	"fmt"
	"slices"
	"strconv"
	"strings"

	"gex/runtime/otp"
)

// namedTypes writes a format anew for values in boxes, of whose types fmt does
// not know the names: the verb T becomes s for the name, and what is said about
// arguments that no directive takes is written out.
func namedTypes(format string, args []any) (string, []any) {
	if !slices.ContainsFunc(args, hasOwnName) {
		return format, args
	}
	d := directives{args: slices.Clone(args)}
	for rest := format; rest != ""; {
		text, after, found := strings.Cut(rest, "%")
		d.out.WriteString(text)
		if !found {
			break
		}
		rest = d.directive(after)
	}
	if !d.indexed && d.next < len(args) {
		d.extra(args[d.next:])
		d.args = d.args[:d.next]
	}
	return d.out.String(), d.args
}

func isBoxed(v any) bool {
	_, ok := v.(otp.Boxed)
	return ok
}

// directives is a format that is being written anew.
type directives struct {
	out     strings.Builder
	args    []any
	next    int  // the argument that the next directive takes
	indexed bool // the format says which arguments it takes
	moved   bool // the next directive has to say so too
}

// directive writes one anew and returns what follows it.
func (d *directives) directive(text string) string {
	i, start := 0, 0
	var head strings.Builder
	head.WriteByte('%')
	for ; i < len(text) && strings.IndexByte("+-# 0123456789.*[", text[i]) >= 0; i++ {
		switch text[i] {
		case '[':
			end := strings.IndexByte(text[i:], ']')
			if end < 0 {
				d.out.WriteString(head.String() + text[start:])
				return ""
			}
			head.WriteString(text[start:i])
			if n, err := strconv.Atoi(text[i+1 : i+end]); err == nil {
				d.next = n - 1
			}
			d.indexed, d.moved = true, true
			i += end
			start = i + 1
		case '*':
			head.WriteString(text[start:i] + d.place() + "*")
			start = i + 1
			d.next++
		}
	}
	head.WriteString(text[start:i])
	if i == len(text) || text[i] == '%' {
		d.out.WriteString(head.String())
		if i < len(text) {
			d.out.WriteByte('%')
			i++
		}
		return text[i:]
	}
	verb := text[i:]
	if text[i] == 'T' && d.next >= 0 && d.next < len(d.args) && hasOwnName(d.args[d.next]) {
		d.name(head.String())
	} else {
		d.out.WriteString(head.String() + d.place() + verb[:1])
	}
	d.next++
	return verb[1:]
}

// place is the index of the argument that is taken, if it has to be said.
func (d *directives) place() string {
	if !d.moved {
		return ""
	}
	d.moved = false
	return fmt.Sprintf("[%d]", d.next+1)
}

// name writes the name of the type of an argument.
func (d *directives) name(head string) {
	name := typeName(d.args[d.next])
	if !d.indexed {
		d.args[d.next] = name
		d.out.WriteString(head + "s")
		return
	}
	d.args = append(d.args, name)
	d.out.WriteString(fmt.Sprintf("%s[%d]s", head, len(d.args)))
	d.moved = true
}

// extra writes what fmt says of arguments that no directive takes.
func (d *directives) extra(args []any) {
	var said []string
	for _, a := range args {
		if a == nil {
			said = append(said, "<nil>")
		} else {
			said = append(said, typeName(a)+"="+fmt.Sprint(a))
		}
	}
	text := "%!(EXTRA " + strings.Join(said, ", ") + ")"
	d.out.WriteString(strings.ReplaceAll(text, "%", "%%"))
}
