package main

import (
	"bufio"
	"fmt"
	"sort"
	"strconv"
	"strings"
)

type Priority int

const (
	Low Priority = iota - 1
	Normal
	High
)

func ParsePriority(s string) (p Priority, err error) {
	switch strings.ToLower(s) {
	case "low":
		p = Low
	case "", "normal":
	case "high":
		p = High
	default:
		err = fmt.Errorf("priority %q", s)
	}
	return
}

func (p Priority) String() string {
	return map[Priority]string{Low: "low", Normal: "normal", High: "high"}[p]
}

type Item struct {
	ID   int
	Text string
	Done bool
	Pri  Priority
	Tags map[string]bool
}

type List struct {
	items  []*Item
	nextID int
	undo   []func()
}

type command func(l *List, args []string) (string, error)

var commands map[string]command

func (l *List) find(arg string) (*Item, error) {
	id, err := strconv.Atoi(arg)
	if err != nil {
		return nil, fmt.Errorf("bad id: %w", err)
	}
	for _, it := range l.items {
		if it.ID == id {
			return it, nil
		}
	}
	return nil, fmt.Errorf("no item %d", id)
}

func setup() {
	commands = map[string]command{
		"add": func(l *List, args []string) (string, error) {
			l.nextID++
			it := &Item{ID: l.nextID, Tags: map[string]bool{}}
			var words []string
			for _, a := range args {
				switch {
				case strings.HasPrefix(a, "#"):
					it.Tags[a[1:]] = true
				case strings.HasPrefix(a, "!"):
					p, err := ParsePriority(a[1:])
					if err != nil {
						return "", err
					}
					it.Pri = p
				default:
					words = append(words, a)
				}
			}
			it.Text = strings.Join(words, " ")
			l.items = append(l.items, it)
			l.undo = append(l.undo, func() { l.items = l.items[:len(l.items)-1] })
			return fmt.Sprintf("added %d", it.ID), nil
		},
		"done": func(l *List, args []string) (string, error) {
			it, err := l.find(args[0])
			if err != nil {
				return "", err
			}
			was := it.Done
			it.Done = true
			l.undo = append(l.undo, func() { it.Done = was })
			return "done " + it.Text, nil
		},
		"undo": func(l *List, _ []string) (string, error) {
			if len(l.undo) == 0 {
				return "", fmt.Errorf("nothing to undo")
			}
			last := l.undo[len(l.undo)-1]
			l.undo = l.undo[:len(l.undo)-1]
			last()
			return "undone", nil
		},
		"ls": func(l *List, args []string) (string, error) {
			sorted := append([]*Item{}, l.items...)
			sort.SliceStable(sorted, func(i, j int) bool { return sorted[i].Pri > sorted[j].Pri })
			var out []string
			for _, it := range sorted {
				if len(args) > 0 && !it.Tags[args[0]] {
					continue
				}
				box := " "
				if it.Done {
					box = "x"
				}
				out = append(out, fmt.Sprintf("[%s] %d %s (%v)", box, it.ID, it.Text, it.Pri))
			}
			return strings.Join(out, "\n"), nil
		},
	}
}

func run(l *List, line string) (out string, err error) {
	defer func() {
		if r := recover(); r != nil {
			err = fmt.Errorf("usage error: %v", r)
		}
	}()
	fields := strings.Fields(line)
	cmd, ok := commands[fields[0]]
	if !ok {
		return "", fmt.Errorf("unknown command %q", fields[0])
	}
	return cmd(l, fields[1:])
}

func Main() {
	setup()
	l := &List{}
	sc := bufio.NewScanner(strings.NewReader(`add buy milk #shop !high
add walk dog
add pay rent !low #home #shop
add x !urgent
done 2
done nine
done 7
done
ls
ls shop
undo
undo
ls
undo
undo
frobnicate`))
	for n := 1; sc.Scan(); n++ {
		out, err := run(l, sc.Text())
		if err != nil {
			fmt.Printf("%2d! %v\n", n, err)
			continue
		}
		fmt.Printf("%2d> %s\n", n, out)
	}
}

func main() { Main() }
