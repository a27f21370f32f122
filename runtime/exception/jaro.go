package exception

// jaroDistance is String.jaro_distance: 1 for equal texts, 0 for texts that
// share no character in about the same place.
func jaroDistance(a, b string) float64 {
	if a == b {
		return 1
	}
	x, y := []rune(a), []rune(b)
	matchedX, matchedY := matches(x, y)
	common := float64(len(matchedX))
	if common == 0 {
		return 0
	}
	moved := 0
	for i := range matchedX {
		if matchedX[i] != matchedY[i] {
			moved++
		}
	}
	transposed := float64(moved) / 2
	return (common/float64(len(x)) + common/float64(len(y)) + (common-transposed)/common) / 3
}

// matches returns the characters of x and of y, each in its order, that occur
// in the other not farther away than half the length of the longer one.
func matches(x, y []rune) (matchedX, matchedY []rune) {
	reach := max(max(len(x), len(y))/2-1, 0)
	used := make([]bool, len(y))
	for i, c := range x {
		for j := max(i-reach, 0); j < min(i+reach+1, len(y)); j++ {
			if !used[j] && y[j] == c {
				used[j] = true
				matchedX = append(matchedX, c)
				break
			}
		}
	}
	for j, c := range y {
		if used[j] {
			matchedY = append(matchedY, c)
		}
	}
	return matchedX, matchedY
}
