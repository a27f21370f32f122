package main

import (
	"fmt"
	"math"
)

type Bracket struct {
	Limit float64
	Rate  float64
}

var brackets = []Bracket{{10000, 0}, {30000, 0.1}, {math.Inf(1), 0.25}}

func Tax(income float64) (tax float64) {
	prev := 0.0
	for _, b := range brackets {
		if income <= prev {
			break
		}
		tax += (math.Min(income, b.Limit) - prev) * b.Rate
		prev = b.Limit
	}
	return
}

func Main() {
	for _, in := range []float64{5000, 20000, 50000.5} {
		fmt.Printf("%10.2f -> %9.2f (%.1f%%)\n", in, Tax(in), 100*Tax(in)/in)
	}
}

func main() { Main() }
