package main

import "fmt"

type Employee interface {
	Pay() float64
	fmt.Stringer
}
type Person struct{ First, Last string }

func (p Person) String() string { return p.First + " " + p.Last }

type Salaried struct {
	Person
	Yearly float64
}
type Hourly struct {
	*Person
	Rate, Hours float64
}

func (s Salaried) Pay() float64 { return s.Yearly / 12 }
func (h *Hourly) Pay() float64  { return h.Rate * h.Hours }

func Main() {
	staff := []Employee{Salaried{Person{"Ann", "Lee"}, 60000}, &Hourly{&Person{"Bob", "Ray"}, 20, 80}}
	total := 0.0
	for i, e := range staff {
		fmt.Printf("%d %-10v %9.2f %T\n", i, e, e.Pay(), e)
		total += e.Pay()
	}
	fmt.Println(total, staff[0])
	by := map[string]Employee{}
	for _, e := range staff {
		by[e.String()] = e
	}
	if h, ok := by["Bob Ray"].(*Hourly); ok {
		h.Hours += 10
		h.First = "Rob"
	}
	fmt.Println(staff[1].Pay(), staff[1])
}

func main() { Main() }
