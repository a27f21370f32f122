package term

import "fmt"

// PID names a process of the node. It is a pointer to the process's identity,
// so that sending needs no look-up; two PIDs are the same process exactly if
// their numbers are equal, which Equal compares.
type PID struct{ *Identity }

// Identity is what all PIDs of one process share.
type Identity struct {
	// Number and Serial are the last two parts of #PID<0.Number.Serial>.
	Number, Serial uint32
	// Process is the kernel's record of the process. Only package process
	// reads or writes it.
	Process any
}

// String returns the three numbers of the pid as they stand between the angle
// brackets of #PID<0.108.0>; the zero PID, which names nobody, has none.
func (p PID) String() string {
	if p.Identity == nil {
		return ""
	}
	return fmt.Sprintf("0.%d.%d", p.Number, p.Serial)
}

// Key is the pid as one comparable number, 0 for the zero PID.
func (p PID) Key() uint64 {
	if p.Identity == nil {
		return 0
	}
	return uint64(p.Serial)<<32 | uint64(p.Number)
}

// Numbers returns the three last numbers of #Reference<0.a.b.c>.
func (r Ref) Numbers() [3]uint32 {
	const low = 1 << 18 // as in OTP, the first word has 18 bits
	return [3]uint32{1 + uint32(r.ID>>50), uint32(r.ID >> 18), uint32(r.ID % low)}
}

// RefOf is the reverse of Numbers.
func RefOf(n [3]uint32) Ref {
	return Ref{uint64(n[0]-1)<<50 | uint64(n[1])<<18 | uint64(n[2])}
}
