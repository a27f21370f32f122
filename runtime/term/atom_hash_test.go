package term

import "testing"

// The numbers are those of erlang:phash(Atom, 1 bsl 32) of OTP 25, less one.
func TestAtomHash(t *testing.T) {
	for atom, phash := range map[Atom]uint32{
		"a": 98, "é": 234, "Ā": 3265, "ж": 3511, "日本": 251805805, "aĀb": 449635,
	} {
		if got := atom.Hash(); got != phash-1 {
			t.Errorf("%s: hash %d, want %d", atom, got, phash-1)
		}
	}
}
