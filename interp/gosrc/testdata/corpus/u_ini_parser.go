package main

import (
	"errors"
	"fmt"
	"strings"
)

type Section map[string]string
type Config map[string]Section
type ParseError struct {
	Line int
	Msg  string
}

func (e *ParseError) Error() string { return fmt.Sprintf("line %d: %s", e.Line, e.Msg) }

func Parse(src string) (Config, error) {
	cfg := Config{}
	cur := ""
	for i, line := range strings.Split(src, "\n") {
		line = strings.TrimSpace(line)
		if line == "" || strings.HasPrefix(line, "#") {
			continue
		}
		if strings.HasPrefix(line, "[") {
			if !strings.HasSuffix(line, "]") {
				return nil, &ParseError{i + 1, "unterminated section"}
			}
			cur = line[1 : len(line)-1]
			cfg[cur] = Section{}
			continue
		}
		k, v, ok := strings.Cut(line, "=")
		if !ok {
			return cfg, &ParseError{Line: i + 1, Msg: "no ="}
		}
		if cfg[cur] == nil {
			cfg[cur] = make(Section)
		}
		cfg[cur][strings.TrimSpace(k)] = strings.TrimSpace(v)
	}
	return cfg, nil
}

func Main() {
	cfg, err := Parse("# c\ntop = 1\n[db]\nhost=x\nport = 5\n\n[empty]\n")
	fmt.Println(cfg, err, cfg["db"]["port"], len(cfg["empty"]))
	_, err = Parse("a=1\n[bad\n")
	var pe *ParseError
	fmt.Println(errors.As(err, &pe), pe.Line, err)
	_, err = Parse("junk")
	fmt.Printf("%v %T\n", err, err)
}

func main() { Main() }
