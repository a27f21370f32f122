package main

import (
	"errors"
	"fmt"
	"maps"
	"slices"
	"strings"
)

type Dir uint8

const (
	North Dir = iota
	East
	South
	West
	nDirs
)

func (d Dir) Opposite() Dir  { return (d + nDirs/2) % nDirs }
func (d Dir) String() string { return "NESW"[d : d+1] }

type Item struct {
	Name   string
	Weight int
	Use    func(*Game) (string, error)
}
type Room struct {
	Name  string
	Exits [nDirs]*Room
	Items map[string]*Item
	Locks map[Dir]string
}
type Game struct {
	At    *Room
	Bag   []*Item
	Score int
	over  bool
	cmds  map[string]func(...string) (string, error)
}
type UsageError string

func (u UsageError) Error() string { return "usage: " + string(u) }

var (
	ErrWall  = errors.New("a wall is in the way")
	ErrHeavy = errors.New("too heavy")
)

type LockedError struct {
	Dir Dir
	Key string
}

func (l *LockedError) Error() string { return fmt.Sprintf("%v is locked: find %q", l.Dir, l.Key) }

func link(a *Room, d Dir, b *Room) { a.Exits[d], b.Exits[d.Opposite()] = b, a }
func (g *Game) has(name string) bool {
	return slices.ContainsFunc(g.Bag, func(i *Item) bool { return i.Name == name })
}
func (g *Game) load() (w int) {
	for _, i := range g.Bag {
		w += i.Weight
	}
	return
}
func (g *Game) init() *Game {
	g.cmds = map[string]func(...string) (string, error){
		"look": func(...string) (string, error) {
			var ex []string
			for d, r := range g.At.Exits {
				if r != nil {
					ex = append(ex, fmt.Sprint(Dir(d), ":", r.Name))
				}
			}
			return fmt.Sprintf("%s %v %v", g.At.Name, ex, slices.Sorted(maps.Keys(g.At.Items))), nil
		},
		"take": g.take,
		"use": func(a ...string) (string, error) {
			for _, it := range g.Bag {
				if len(a) == 1 && it.Name == a[0] {
					if it.Use == nil {
						return "nothing happens", nil
					}
					return it.Use(g)
				}
			}
			return "", UsageError("use <item>")
		},
	}
	for d := range nDirs {
		g.cmds[strings.ToLower(d.String())] = func(...string) (string, error) { return g.move(d) }
	}
	return g
}
func (g *Game) move(d Dir) (string, error) {
	next := g.At.Exits[d]
	switch key, locked := g.At.Locks[d]; {
	case next == nil:
		return "", ErrWall
	case locked && !g.has(key):
		return "", &LockedError{d, key}
	case locked:
		delete(g.At.Locks, d)
		g.Score += 10
		fallthrough
	default:
		g.At = next
	}
	g.Score++
	return "you enter the " + next.Name, nil
}
func (g *Game) take(args ...string) (msg string, err error) {
	if len(args) == 0 {
		return "", UsageError("take <item>...")
	}
	defer func() { msg = strings.TrimSuffix(msg, " ") }()
	for _, a := range args {
		it, ok := g.At.Items[a]
		if !ok {
			return msg, fmt.Errorf("no %s here", a)
		}
		if g.load()+it.Weight > 10 {
			return msg, fmt.Errorf("%s: %w", a, ErrHeavy)
		}
		g.Bag = append(g.Bag, it)
		delete(g.At.Items, a)
		msg += "+" + a + " "
	}
	return
}
func (g *Game) Do(line string) string {
	words := strings.Fields(strings.ToLower(line))
	if len(words) == 0 {
		return "?"
	}
	f, ok := g.cmds[words[0]]
	if !ok {
		return fmt.Sprintf("unknown %q", words[0])
	}
	out, err := f(words[1:]...)
	var le *LockedError
	var ue UsageError
	switch {
	case errors.As(err, &le):
		out += fmt.Sprintf("[locked %v/%s]", le.Dir, le.Key)
	case errors.As(err, &ue):
		out += "[" + ue.Error() + "]"
	case errors.Is(err, ErrWall), errors.Is(err, ErrHeavy):
		out += "[!" + err.Error() + "]"
	case err != nil:
		out += "[" + err.Error() + "]"
	}
	return out
}

func main() {
	hall := &Room{Name: "hall", Items: map[string]*Item{"lamp": {Name: "lamp", Weight: 2}, "rock": {"rock", 9, nil}}}
	cave := &Room{Name: "cave", Items: map[string]*Item{"key": {Name: "key", Weight: 1}}}
	vault := &Room{Name: "vault", Items: map[string]*Item{"gold": {Name: "gold", Weight: 7}}}
	link(hall, North, cave)
	link(hall, East, vault)
	hall.Locks = map[Dir]string{East: "key"}
	hall.Items["lamp"].Use = func(g *Game) (string, error) {
		if g.At.Name != "cave" {
			return "it is bright here", nil
		}
		g.Score += 5
		return "you see", nil
	}
	g := (&Game{At: hall}).init()
	for i, c := range strings.Split("look;take;take lamp rock;e;s;n;use lamp;take key;look;S;e;take gold;use gold;dance;;look", ";") {
		fmt.Printf("%2d> %-15s %s\n", i, c, g.Do(c))
	}
	fmt.Println(g.Score, g.load(), len(g.Bag), North.Opposite(), []Dir{West, East}, g.At.Exits[West].Name)
}
