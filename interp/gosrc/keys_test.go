package gosrc

import "testing"

// Maps whose keys are interface values print in one order: nil first, and the
// learner's types by their names, then by value.
func TestOrderOfInterfaceKeys(t *testing.T) {
	const source = `
type Shape interface{ Area() int }
type Square struct{ side int }
type Circle struct{ radius int }
func (s Square) Area() int { return s.side }
func (c Circle) Area() int { return c.radius }
func Typed() string { return fmt.Sprint(map[Shape]int{Square{2}: 1, Circle{9}: 2, Square{1}: 3, Circle{10}: 4, nil: 5}) }
func Mixed() string { return fmt.Sprint(map[any]int{Square{2}: 1, Circle{3}: 4, nil: 6, Square{1}: 9, Circle{1}: 13}) }
func Lists() string { return fmt.Sprint([]any{map[any]any{Square{2}: 1, Circle{1}: 2}}, map[string]map[any]int{"x": {Square{2}: 1, Circle{1}: 2}}) }
`
	for range 5 {
		s := newSession(t)
		s.mustDefine(source)
		for function, want := range map[string]string{
			"typed": `"map[<nil>:5 {9}:2 {10}:4 {1}:3 {2}:1]"`,
			"mixed": `"map[<nil>:6 {1}:13 {3}:4 {1}:9 {2}:1]"`,
			"lists": `"[map[{1}:2 {2}:1]] map[x:map[{1}:2 {2}:1]]"`,
		} {
			if got, err := s.apply("Go", function); err != nil || show(got) != want {
				t.Errorf("%s() = %s, %v; want %s", function, show(got), err, want)
			}
		}
	}
}
