package tutorials

import "testing"

func TestProse(t *testing.T) {
	p := newPainter(Terminal{Width: 30})
	tests := []struct{ in, want string }{
		{"# Title\n\nA paragraph\nover two lines.\n", "Title\n\nA paragraph over two lines.\n\n"},
		{"one two three four five six seven eight", "one two three four five six\nseven eight\n\n"},
		{"- an item that is rather too long\n- two\n", "- an item that is rather too\n  long\n- two\n\n"},
		{"1. one\n   more\n2. two", "1. one more\n2. two\n\n"},
		{"a <!-- gex: step=x\n hint=\"y\" -->\nb", "a b\n\n"},
		{"**bold**, *soft*, [link](http://x) and `code *x*`.", "bold, soft, link (http://x)\nand `code *x*`.\n\n"},
		{"keep `code of words` together always", "keep `code of words` together\nalways\n\n"},
		{"", ""},
	}
	for _, test := range tests {
		if got := p.prose(test.in); got != test.want {
			t.Errorf("prose(%q) = %q, want %q", test.in, got, test.want)
		}
	}
}
