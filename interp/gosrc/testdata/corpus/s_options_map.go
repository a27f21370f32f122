package main

import (
	"fmt"
	"strconv"
	"strings"
)

type Option struct {
	Name  string
	Apply func(map[string]any, string) error
}

func Main() {
	opts := map[string]Option{
		"port": {"port", func(m map[string]any, s string) error {
			n, err := strconv.Atoi(s)
			if err != nil {
				return fmt.Errorf("port: %w", err)
			}
			m["port"] = n
			return nil
		}},
		"tags":  {Name: "tags", Apply: func(m map[string]any, s string) error { m["tags"] = strings.Split(s, ","); return nil }},
		"debug": {"debug", func(m map[string]any, s string) (err error) { m["debug"], err = strconv.ParseBool(s); return }},
	}
	cfg := map[string]any{}
	for _, kv := range []string{"port=80", "tags=a,b", "debug=maybe", "debug=true", "port=x", "none=1"} {
		k, v, _ := strings.Cut(kv, "=")
		o, ok := opts[k]
		if !ok {
			fmt.Println("unknown", k)
			continue
		}
		if err := o.Apply(cfg, v); err != nil {
			fmt.Println(err)
		}
	}
	fmt.Println(cfg, len(cfg), cfg["port"].(int)+1)
}

func main() { Main() }
