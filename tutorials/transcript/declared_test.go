package transcript

import (
	"slices"
	"testing"
)

func TestDeclared(t *testing.T) {
	for _, tt := range []struct {
		source string
		want   []Declaration
	}{
		{"", nil},
		{"type A struct{}\n\nfunc (A) B() {}\nfunc (a *A) C() {}\nfunc D() {}", []Declaration{
			{Name: "A", Type: true}, {Receiver: "A", Name: "B"}, {Receiver: "A", Name: "C"}, {Name: "D"},
		}},
		{"type (\n\ta int\n\tB []a\n)\nvar x int", []Declaration{{Name: "a", Type: true}, {Name: "B", Type: true}}},
		{"type A struct{}\nfunc (A) B( {", []Declaration{{Name: "A", Type: true}, {Receiver: "A", Name: "B"}}},
	} {
		if got := Declared(tt.source); !slices.Equal(got, tt.want) {
			t.Errorf("Declared(%q) = %v, want %v", tt.source, got, tt.want)
		}
	}
}
