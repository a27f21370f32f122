package exception

// jaroDistance is String.jaro_distance: 1 for equal texts, 0 for texts that
// share no character in about the same place. Unlike in the textbook, a
// transposition is a common character that stands before the previous one.
func jaroDistance(a, b string) float64 {
	if a == b {
		return 1
	}
	x, y := []rune(a), []rune(b)
	if len(x) >= len(y) {
		x, y = y, x
	}
	common, transposed := matches(x, y)
	if common == 0 {
		return 0
	}
	c := float64(common)
	return (c/float64(len(x)) + c/float64(len(y)) + (c-float64(transposed))/c) / 3
}

// matches looks for each character of x in y, not farther away than half the
// length of y, and counts those that are there and those out of order.
func matches(x, y []rune) (common, transposed int) {
	reach := len(y)/2 - 1
	used := make([]bool, len(y))
	previous := -1
	for i, c := range x {
		for j := max(i-reach, 0); j < min(i+reach+1, len(y)); j++ {
			if used[j] || y[j] != c {
				continue
			}
			used[j] = true
			common++
			if j < previous {
				transposed++
			}
			previous = j
			break
		}
	}
	return common, transposed
}
