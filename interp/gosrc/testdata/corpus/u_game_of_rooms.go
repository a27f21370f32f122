package main

import (
	"fmt"
	"strings"
)

type Direction int

const (
	North Direction = iota
	East
	South
	West
)

var dirs = map[string]Direction{"n": North, "e": East, "s": South, "w": West}

func (d Direction) Opposite() Direction { return (d + 2) % 4 }
func (d Direction) String() string      { return [...]string{"north", "east", "south", "west"}[d] }

type Room struct {
	Name  string
	Exits [4]*Room
	Items []string
}

func (r *Room) Connect(d Direction, o *Room) *Room {
	r.Exits[d], o.Exits[d.Opposite()] = o, r
	return o
}

type Player struct {
	At  *Room
	Bag map[string]int
}
type NoExit struct {
	Room string
	Dir  Direction
}

func (e NoExit) Error() string { return fmt.Sprintf("no exit %v from %s", e.Dir, e.Room) }

func (p *Player) Go(d Direction) error {
	next := p.At.Exits[d]
	if next == nil {
		return NoExit{p.At.Name, d}
	}
	p.At = next
	return nil
}

func (p *Player) Take(item string) bool {
	for i, it := range p.At.Items {
		if it == item {
			p.At.Items = append(p.At.Items[:i], p.At.Items[i+1:]...)
			p.Bag[item]++
			return true
		}
	}
	return false
}

func Main() {
	hall := &Room{Name: "hall", Items: []string{"lamp", "key"}}
	hall.Connect(North, &Room{Name: "attic"}).Connect(East, &Room{Name: "roof", Items: []string{"coin"}})
	p := &Player{At: hall, Bag: map[string]int{}}
	for _, cmd := range strings.Fields("n w e take:coin s take:lamp w s take:lamp take:lamp") {
		if item, ok := strings.CutPrefix(cmd, "take:"); ok {
			fmt.Println(cmd, p.Take(item))
			continue
		}
		if err := p.Go(dirs[cmd]); err != nil {
			fmt.Println(err, err == NoExit{p.At.Name, dirs[cmd]})
			continue
		}
		fmt.Println("at", p.At.Name)
	}
	fmt.Println(p.Bag, hall.Items)
}

func main() { Main() }
