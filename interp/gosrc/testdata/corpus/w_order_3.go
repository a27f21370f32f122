package main

import "fmt"

func f(a int, b int) { fmt.Println(a, b) }

func main() {
	r := []rune("héé")
	b := []byte("abcd")
	reset := func() { copy(r, []rune("héé")); copy(b, "abcd") }
	fmt.Println(len(string(r)), copy(r, []rune("ab")))
	reset()
	f(len(string(r)), copy(r, []rune("ab")))
	reset()
	x, y := len(string(r)), copy(r, []rune("ab"))
	fmt.Println(x, y)
	reset()
	fmt.Println(len(string(r)) + copy(r, []rune("ab")))
	reset()
	fmt.Println(string(b)+"!", copy(b, "XY"))
	reset()
	fmt.Println(string(b) == "abcd", copy(b, "XY"))
	reset()
	fmt.Println(string(b)[0], copy(b, "XY"))
	reset()
	fmt.Println(string(b)[1:], copy(b, "XY"))
	reset()
	fmt.Println(string(b) < "b", copy(b, "XY"))
	reset()
	fmt.Println(string(b[0]), copy(b, "XY"))
	reset()
	fmt.Println(string(rune(b[0])), copy(b, "XY"))
	reset()
	fmt.Println(map[string]int{"abcd": 7}[string(b)], copy(b, "XY"))
	reset()
	fmt.Println([]byte(string(b)), copy(b, "XY"))
	reset()
	fmt.Println([]rune(string(b))[0], copy(b, "XY"))
	reset()
	fmt.Println(b[1:], copy(b, "XY"))
	reset()
	fmt.Println([2]byte(b), copy(b, "XY"))
	reset()
	fmt.Println(append([]byte(nil), b...), copy(b, "XY"))
	reset()
	fmt.Println(append(b[:1], 'z'), b[1], copy(b, "XY"))
	reset()
	fmt.Println(b[1], append(b[:1], 'z'))
	reset()
	fmt.Println(b[1] + byte(len(append(b[:1], 'z'))))
	reset()
	fmt.Println(min(b[0], 200), copy(b, "XY"))
	reset()
	fmt.Println(string(b)+string(b), copy(b, "XY"))
	reset()
	s := "abc"
	cut := func() int { s = s[1:]; return len(s) }
	fmt.Println([]byte(s), cut())
	s = "abc"
	fmt.Println([]rune(s), cut())
	s = "abc"
	fmt.Println(s+"!", cut())
	s = "abc"
	fmt.Println(len([]rune(s)), cut())
	s = "abc"
	fmt.Println(len([]byte(s)), cut())
	s = "abc"
	fmt.Println(s == "abc", cut())
	s = "abc"
	fmt.Println(s < "b", cut())
	s = "abc"
	fmt.Println(string(s[0]), cut())
	s = "abc"
	fmt.Println(s[1:], cut())
	s = "abc"
	fmt.Println(len(s+"z"), cut())
	s = "abc"
	fmt.Println((s + "z")[1:], cut())
	s = "abc"
	a1, a2 := s+"!", cut()
	fmt.Println(a1, a2)
	v := 3
	set := func() int { v = 9; return 1 }
	fmt.Println(float64(v), set())
	v = 3
	fmt.Println(-v, set())
	v = 3
	fmt.Println(v*2, set())
	v = 3
	fmt.Println(v > 5, set())
	v = 3
	fmt.Println(!(v > 5), set())
	v = 3
	fmt.Println(v > 5 || v == 9, set())
	v = 3
	fmt.Println(string(rune('a'+v)), set())
	v = 3
	fmt.Println(min(v, 100), set())
	v = 3
	fmt.Println(max(v, 1) + set())
	v = 3
	fmt.Println(complex(float64(v), 0), set())
	v = 3
	fmt.Println(uint8(v), set())
	v = 3
	fmt.Println([]int{v}, set())
	v = 3
	fmt.Println(struct{ x int }{v}, set())
	v = 3
	fmt.Println([1]int{v}, set())
	v = 3
	fmt.Println(&struct{ x int }{v}, set())
	v = 3
	fmt.Println(map[int]int{1: v}, set())
	v = 3
	fmt.Println(any(v), set())
	v = 3
	fmt.Println(any(v) == any(9), set())
	v = 3
	fmt.Println(func() int { return v }(), set())
	v = 3
}
