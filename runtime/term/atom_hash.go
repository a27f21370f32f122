package term

// Hash returns the number that OTP 25 has for the text of an atom, in the
// tables of ets and in erlang:phash/2. A character of Latin-1 counts as one
// byte, others as the bytes of their encoding.
func (a Atom) Hash() uint32 {
	var h uint32
	for _, r := range string(a) {
		for _, b := range latin(r) {
			h = h<<4 + uint32(b)
			if g := h & 0xf0000000; g != 0 {
				h ^= g >> 24
				h ^= g
			}
		}
	}
	return h
}

// latin is the bytes of a character: one if it is in Latin-1.
func latin(r rune) []byte {
	if r < 0x100 {
		return []byte{byte(r)}
	}
	return []byte(string(r))
}
