package main

import "fmt"

type matrix [][]int

func (m matrix) find(want int) (r, c int, ok bool) {
search:
	for r = range m {
		for c = range m[r] {
			switch {
			case m[r][c] == want:
				ok = true
				break search
			case m[r][c] < 0:
				continue search
			}
		}
	}
	return
}

func retry(max int) (log []string) {
	n := 0
again:
	n++
	log = append(log, fmt.Sprint("try", n))
	if n < max {
		goto again
	}
	return
}

func primes(n int) (ps []int) {
next:
	for i := 2; i < n; i++ {
		for _, p := range ps {
			if p*p > i {
				break
			}
			if i%p == 0 {
				continue next
			}
		}
		ps = append(ps, i)
	}
	return
}

func classify(n int) (s string) {
	switch {
	case n < 0:
		s = "neg "
		fallthrough
	case n == 0:
		s += "nonpos"
	case n > 100:
		s = "big "
		if n > 1000 {
			break
		}
		fallthrough
	default:
		s += "pos"
	}
	return
}

func selectLoop() (out []string) {
	a, b, done := make(chan int, 3), make(chan string, 3), make(chan struct{})
	go func() {
		defer close(done)
		for i := range 3 {
			a <- i
		}
		b <- "end"
	}()
	<-done
loop:
	for {
		select {
		case v := <-a:
			if v == 1 {
				continue loop
			}
			out = append(out, fmt.Sprint(v))
		default:
			select {
			case s := <-b:
				out = append(out, s)
				break loop
			default:
				break
			}
		}
	}
	return
}

func closures() (fs []func() int) {
outer:
	for i := 0; i < 4; i++ {
		for j := range 3 {
			if j == 2 {
				continue outer
			}
			if i == 3 {
				break outer
			}
			fs = append(fs, func() int { i += 10; return i*100 + j })
		}
		i := i * 2
		_ = i
	}
	return
}

func Main() {
	m := matrix{{1, 2, 3}, {4, -1, 9}, {5, 6, 7}}
	fmt.Println(m.find(6))
	fmt.Println(m.find(9))
	fmt.Println(retry(3), primes(40))
	for _, n := range []int{-5, 0, 7, 500, 5000} {
		fmt.Println(n, classify(n))
	}
	fmt.Println(selectLoop())
	for _, f := range closures() {
		fmt.Print(f(), " ", f(), "; ")
	}
	fmt.Println()
	i := 0
loop:
	if i < 3 {
		fmt.Print("g", i, " ")
		i++
		goto loop
	}
	{
		switch x := i * 2; x {
		case 1, 2, 3:
			fmt.Println("small")
		case 4, 5, 6:
			if x == 6 {
				goto done
			}
			fmt.Println("unreachable")
		}
	}
done:
	fmt.Println("done", i)
block:
	switch {
	default:
		if i == 3 {
			break block
		}
		fmt.Println("not printed")
	}
	for i, j := 0, 10; i < j; i, j = i+1, j-2 {
		fmt.Print(i, ":", j, " ")
	}
	fmt.Println()
}

func main() { Main() }
