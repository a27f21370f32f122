package exunit

import (
	"fmt"
	"strings"
	"time"

	"gex/runtime/exception"
	"gex/runtime/inspect"
	"gex/runtime/ioserver"
	"gex/runtime/process"
	"gex/runtime/term"
)

// This file words what a run prints.

func (u *Unit) print(self *process.Process, text string) {
	ioserver.Write(self.Node(), ioserver.Output{Kind: ioserver.User, From: self.PID(), Text: text})
}

// count counts a test by its kind: test or doctest.
func (c *counts) count(t *test) {
	c.total++
	if c.kinds[t.kind] == 0 {
		c.order = append(c.order, t.kind)
	}
	c.kinds[t.kind]++
}

// summary is what stands below the dots and failures.
func (c *counts) summary(all time.Duration) string {
	var parts []string
	for _, kind := range []term.Atom{"doctest", "test"} {
		if n := c.kinds[kind]; n > 0 {
			parts = append(parts, plural(n, string(kind)))
		}
	}
	parts = append(parts, plural(c.failures, "failure"))
	if c.invalid > 0 {
		parts = append(parts, fmt.Sprintf("%d invalid", c.invalid))
	}
	if c.skipped > 0 {
		parts = append(parts, fmt.Sprintf("%d skipped", c.skipped))
	}
	return fmt.Sprintf("\nFinished in %s seconds (%ss async, %ss sync)\n%s\n\nRandomized with seed 0\n",
		seconds(all), seconds(c.async), seconds(c.sync), strings.Join(parts, ", "))
}

// seconds shows hundredths of a second below a tenth, else tenths.
func seconds(d time.Duration) string {
	if d < 100*time.Millisecond {
		return fmt.Sprintf("0.0%d", d/(10*time.Millisecond))
	}
	return fmt.Sprintf("%d.%d", d/time.Second, d%time.Second/(100*time.Millisecond))
}

func plural(n int, word string) string {
	if n == 1 {
		return "1 " + word
	}
	return fmt.Sprintf("%d %ss", n, word)
}

const indent = "     "

// invalid words the failure of what runs before all tests of a module.
func (u *Unit) invalid(tests *testCase, o *outcome, number int) string {
	text := fmt.Sprintf("\n\n%3d) %s: failure on setup_all callback, all tests have been invalidated\n", number, inspect.AtomText(tests.module))
	if o.exit != nil {
		return text + indented("** (EXIT from "+shown(o.pid)+") "+exception.FormatExit(o.exit, u.config.Exception())) + "\n"
	}
	x := exception.As(o.err)
	return text + indented(exception.FormatBanner(x, u.config.Exception())) + u.stack(tests, &test{}, x) + "\n"
}

// failure words a failed test.
func (u *Unit) failure(tests *testCase, t *test, o *outcome, number int) string {
	var b strings.Builder
	fmt.Fprintf(&b, "\n\n%3d) %s (%s)\n%s%s:%d\n", number, t.name, inspect.AtomText(tests.module), indent, t.file, t.line)
	if o.exit != nil {
		b.WriteString(indented("** (EXIT from " + shown(o.pid) + ") " + exception.FormatExit(o.exit, u.config.Exception())))
		return b.String() + "\n"
	}
	x := exception.As(o.err)
	message := exception.FormatBanner(x, u.config.Exception())
	if text, ok := assertionText(message); ok {
		b.WriteString(indented(text))
		if !strings.Contains("\n"+text, "\ncode:") {
			b.WriteString(u.codeLine(tests, t, x))
		}
	} else {
		b.WriteString(indented(message) + u.codeLine(tests, t, x))
	}
	b.WriteString(u.stack(tests, t, x))
	return b.String() + "\n"
}

// assertionText is the text of an assertion without its banner.
func assertionText(message string) (string, bool) {
	text, ok := strings.CutPrefix(message, "** (ExUnit.AssertionError) ")
	return strings.ReplaceAll(strings.Trim(text, "\n"), "\n"+indent, "\n"), ok // parts of it are indented already
}

// indented puts every line under the name of the test.
func indented(text string) string {
	var b strings.Builder
	for line := range strings.SplitSeq(text, "\n") {
		if line != "" {
			line = indent + line
		}
		b.WriteString(line + "\n")
	}
	return b.String()
}

// isTest reports whether a frame is the test itself.
func isTest(tests *testCase, t *test, f exception.Frame) bool {
	return f.Module == tests.module && f.Function == t.function && f.Arity == 1
}

// codeLine shows the line of the test at which it failed.
func (u *Unit) codeLine(tests *testCase, t *test, x *exception.Error) string {
	for _, f := range x.Stack {
		if !isTest(tests, t, f) {
			continue
		}
		source, err := u.config.ReadFile(t.file)
		lines := strings.Split(source, "\n")
		if err != nil || f.Line < 1 || f.Line > len(lines) {
			return ""
		}
		return indent + "code: " + strings.TrimSpace(lines[f.Line-1]) + "\n"
	}
	return ""
}

// stack lists the frames down to the test, without those of ExUnit.
func (u *Unit) stack(tests *testCase, t *test, x *exception.Error) string {
	var lines []string
	for _, f := range x.Stack {
		if f.Module == assertions {
			continue
		}
		if isTest(tests, t, f) {
			lines = append(lines, fmt.Sprintf("%s  %s:%d: (test)", indent, t.file, f.Line))
			break
		}
		lines = append(lines, indent+"  "+exception.FormatStackFrame(f, u.config.Exception()))
	}
	if len(lines) == 0 {
		return ""
	}
	return indent + "stacktrace:\n" + strings.Join(lines, "\n") + "\n"
}
