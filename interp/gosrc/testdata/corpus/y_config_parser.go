package main

import (
	"errors"
	"fmt"
	"strconv"
	"strings"
	"time"
)

type Section map[string]string
type Config struct {
	sections map[string]Section
	order    []string
}
type ParseError struct {
	Line int
	Msg  string
}

func (e *ParseError) Error() string { return "line " + strconv.Itoa(e.Line) + ": " + e.Msg }
func Parse(src string) (*Config, error) {
	c := &Config{sections: map[string]Section{"": {}}}
	cur := ""
	for i, raw := range strings.Split(src, "\n") {
		line := strings.TrimSpace(raw)
		switch {
		case line == "", strings.HasPrefix(line, "#"):
			continue
		case line[0] == '[':
			if line[len(line)-1] != ']' {
				return nil, &ParseError{i + 1, "unclosed section"}
			}
			cur = line[1 : len(line)-1]
			if _, dup := c.sections[cur]; !dup {
				c.sections[cur] = Section{}
				c.order = append(c.order, cur)
			}
		default:
			k, v, ok := strings.Cut(line, "=")
			if !ok {
				return nil, &ParseError{Line: i + 1, Msg: fmt.Sprintf("no = in %q", line)}
			}
			c.sections[cur][strings.TrimSpace(k)] = strings.TrimSpace(v)
		}
	}
	return c, nil
}
func Get[T any](c *Config, sec, key string, conv func(string) (T, error), def T) T {
	if s, ok := c.sections[sec][key]; ok {
		if v, err := conv(s); err == nil {
			return v
		}
	}
	return def
}
func Main() {
	c, err := Parse("name = demo\n# c\n[server]\nport=8080\ntimeout = 1m30s\n[db]\n debug = true\nport=x\n")
	fmt.Println(err, c.order, c.sections["server"], len(c.sections))
	fmt.Println(Get(c, "server", "port", strconv.Atoi, 1), Get(c, "db", "port", strconv.Atoi, 5432), Get(c, "db", "debug", strconv.ParseBool, false), Get(c, "server", "timeout", time.ParseDuration, 0))
	for _, bad := range []string{"[x", "a=b\nnope"} {
		c, err := Parse(bad)
		var pe *ParseError
		fmt.Println(c == nil, err, errors.As(err, &pe) && pe.Line > 0)
	}
}

func main() { Main() }
