package main

import "fmt"

type Options struct {
	Retries *int
	Name    *string
	Verbose *bool
	Ratio   *float64
}

type Level int

func (l Level) String() string { return [...]string{"low", "mid", "high"}[l] }

func show[T any](p *T) string {
	if p == nil {
		return "unset"
	}
	return fmt.Sprint(*p)
}

func def() int { return 7 }

func Main() {
	o := Options{Retries: new(3), Name: new("gopher"), Ratio: new(0.5)}
	fmt.Println(show(o.Retries), show(o.Name), show(o.Verbose), show(o.Ratio))
	n := def()
	p := new(n)
	*p++
	fmt.Println(n, *p)
	q := new(def() + n)
	fmt.Println(*q)
	l := new(Level(2))
	fmt.Println(*l, l)
	a := new([3]int{1, 2, 3})
	a[1] = 9
	fmt.Println(*a, len(a))
	b := new(n > 3)
	fmt.Println(*b)
	z := new(int)
	fmt.Println(*z)
	o.Verbose = new(*b && n > 0)
	fmt.Printf("%T %T %T\n", o.Verbose, l, a)
	fmt.Println(show(o.Verbose))
}

func main() { Main() }
