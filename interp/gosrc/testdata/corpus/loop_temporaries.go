package main

import "fmt"

type P struct{ X, Y int }

func maybe(i int) (P, bool) { return P{i, i}, i%2 == 0 }
func pick(i int) *P {
	if i%2 == 0 {
		return nil
	}
	return &P{i, 0}
}

func Main() {
	for i := range 3 {
		var p P
		var n int
		var s string
		var xs []int
		var m map[string]int
		var e error
		var a any
		var f func()
		var arr [2]int
		var pp *P
		fmt.Println(p, n, s, xs, m, e, a, f == nil, arr, pp == nil)
		p, n, s, xs, m, e, a, f, arr, pp = P{i, i}, i+1, "s", []int{i}, map[string]int{"k": i}, fmt.Errorf("e%d", i), i, func() {}, [2]int{i, i}, &p
		_, _, _, _, _, _, _ = m, e, a, f, arr, pp, xs
		fmt.Println(p, n, s)
	}
	var ps []*P
	var fs []func() P
	for i := 0; i < 3; i++ {
		p := P{i, 0}
		ps = append(ps, &p)
		fs = append(fs, func() P { p.Y++; return p })
	}
	for i, p := range ps {
		p.X += 10
		fmt.Print(*p, fs[i](), fs[i](), " ")
	}
	fmt.Println()
	var arrs [3][2]int
	for i := range arrs {
		row := arrs[i]
		row[0] = i + 1
		arrs[i][1] = row[0]
		local := [2]int{}
		local[i%2]++
		fmt.Print(row, arrs[i], local, " ")
	}
	fmt.Println(arrs)
	for i := range 4 {
		if q := pick(i); q != nil {
			fmt.Print(q.X, " ")
		} else if v, ok := maybe(i); ok {
			fmt.Print(v, " ")
		}
	}
	fmt.Println()
	structs := []P{{1, 2}, {3, 4}}
	for _, s := range structs {
		s.X = 100
	}
	for i := range structs {
		s := &structs[i]
		s.Y *= 2
	}
	fmt.Println(structs)
	for i, s := range structs {
		structs[1].X = 77
		fmt.Print(i, s, " ")
	}
	copyArr := [2]P{{1, 1}, {2, 2}}
	for i, s := range copyArr {
		copyArr[1].X = 99
		fmt.Print(i, s, " ")
	}
	fmt.Println(copyArr)
	xs := []int{1, 2, 3}
	for i, x := range xs {
		if i == 0 {
			xs = append(xs, 4)
			xs[1] = 20
		}
		fmt.Print(x, " ")
	}
	fmt.Println(xs)
	counts := map[rune]int{}
	for _, r := range "héllo" {
		counts[r]++
	}
	fmt.Println(counts['l'], counts['é'], counts['z'], len(counts))
	groups := map[bool][]int{}
	for i := range 5 {
		groups[i%2 == 0] = append(groups[i%2 == 0], i)
	}
	fmt.Println(groups)
	nested := map[string]map[string]int{}
	for _, w := range []string{"ab", "ac", "bb", "ab"} {
		k := w[:1]
		inner, ok := nested[k]
		if !ok {
			inner = map[string]int{}
			nested[k] = inner
		}
		inner[w]++
	}
	fmt.Println(nested)
	for i := range 3 {
		switch v := any(i).(type) {
		case int:
			v *= 2
			defer func() { fmt.Print("d", v, " ") }()
		}
	}
	for i := range 3 {
		x := i
		defer func(n int) { fmt.Print(n, x, " ") }(x * 10)
		x = -i
	}
	total := 0
	for _, row := range [][]int{{1, 2}, {}, {3}} {
		sum := 0
		for _, v := range row {
			sum += v
		}
		total += sum
		fmt.Print(sum, " ")
	}
	fmt.Println(total)
}

func main() { Main() }
