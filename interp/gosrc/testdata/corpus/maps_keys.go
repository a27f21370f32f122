package main

import (
	"fmt"
	"sort"
	"strings"
)

type Pos struct{ R, C int }
type Animal interface{ Sound() string }
type Dog struct{ n int }
type Cat struct{ n int }

func (Dog) Sound() string { return "woof" }
func (Cat) Sound() string { return "meow" }

func Main() {
	grid := map[Pos]rune{{0, 0}: 'a', {1, 2}: 'b'}
	fmt.Println(len(grid), string(grid[Pos{1, 2}]), grid[Pos{9, 9}])
	grid[Pos{0, 0}]++
	fmt.Println(string(grid[Pos{0, 0}]))
	byAnimal := map[Animal]int{Dog{1}: 1, Cat{1}: 2}
	byAnimal[Dog{1}] += 10
	byAnimal[Dog{2}]++
	fmt.Println(byAnimal[Dog{1}], byAnimal[Cat{1}], byAnimal[Cat{2}], len(byAnimal))
	anyKey := map[any]string{1: "int", "1": "string", 1.0: "float", Pos{1, 1}: "pos", [2]int{1, 2}: "arr", nil: "nil", true: "bool"}
	fmt.Println(anyKey[1], anyKey["1"], anyKey[1.0], anyKey[Pos{1, 1}], anyKey[[2]int{1, 2}], anyKey[nil], anyKey[true], anyKey[int64(1)] == "")
	counts := map[string]int{}
	for _, w := range strings.Fields("a b a c b a") {
		counts[w]++
	}
	fmt.Println(counts)
	groups := map[bool][]int{}
	for i := range 6 {
		groups[i%2 == 0] = append(groups[i%2 == 0], i)
	}
	fmt.Println(groups)
	nested := map[string]map[string]int{}
	for _, k := range []string{"x", "y", "x"} {
		if nested[k] == nil {
			nested[k] = map[string]int{}
		}
		nested[k]["n"]++
	}
	fmt.Println(nested)
	if v, ok := counts["zz"]; !ok {
		fmt.Println("missing", v)
	}
	delete(counts, "a")
	delete(counts, "nope")
	fmt.Println(counts, len(counts))
	ptrs := map[string]*Pos{"p": {1, 2}}
	ptrs["p"].R = 7
	fmt.Println(*ptrs["p"])
	st := map[string]Pos{"p": {1, 2}}
	q := st["p"]
	q.R = 100
	fmt.Println(st["p"], q)
	fm := map[string]func(int) int{"inc": func(i int) int { return i + 1 }}
	fmt.Println(fm["inc"](1))
	arr := map[[2]string]int{{"a", "b"}: 1}
	fmt.Println(arr[[2]string{"a", "b"}])
	keys := make([]string, 0)
	for k := range map[string]bool{"b": true, "a": false} {
		keys = append(keys, k)
	}
	sort.Strings(keys)
	fmt.Println(keys)
	clear(counts)
	fmt.Println(len(counts))
	type key struct{ a, b any }
	mk := map[key]int{{1, "x"}: 5}
	fmt.Println(mk[key{1, "x"}], mk[key{1, "y"}])
}

func main() { Main() }
