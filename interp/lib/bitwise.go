package lib

import "gex/runtime/term"

func bitwiseTable() Module {
	return Module{
		Name: "Elixir.Bitwise",
		Doc:  "Integers as rows of bits.",
		Functions: []Function{
			{"band", "left, right", "Bitwise and.", arithmetic("band", term.Band)},
			{"bor", "left, right", "Bitwise or.", arithmetic("bor", term.Bor)},
			{"bxor", "left, right", "Bitwise exclusive or.", arithmetic("bxor", term.Bxor)},
			{"bnot", "expr", "Bitwise not.", numericOp("bnot", term.Bnot)},
			{"bsl", "left, right", "Shift to the left.", arithmetic("bsl", term.Bsl)},
			{"bsr", "left, right", "Shift to the right.", arithmetic("bsr", term.Bsr)},
			{"&&&", "left, right", "Bitwise and.", arithmetic("band", term.Band)},
			{"|||", "left, right", "Bitwise or.", arithmetic("bor", term.Bor)},
			{"^^^", "left, right", "Bitwise exclusive or.", arithmetic("bxor", term.Bxor)},
			{"~~~", "expr", "Bitwise not.", numericOp("bnot", term.Bnot)},
			{"<<<", "left, right", "Shift to the left.", arithmetic("bsl", term.Bsl)},
			{">>>", "left, right", "Shift to the right.", arithmetic("bsr", term.Bsr)},
		},
	}
}
