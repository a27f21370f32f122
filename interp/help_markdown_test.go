package interp

import "testing"

const sample = "A title doc with `code` and *emph* and **bold** and a [link](http://x.y) long enough to wrap over the eighty columns of a line, `some code here` yes.\n\n" +
	"# Heading one\n\n## Heading two\n\n* item one is long enough to wrap over the eighty columns of a line because it has many many words\n" +
	"* item two\n  continued\n\n1. first\n2. second\n\n    iex> 1 + 1\n    2\n\n    iex> 2\n\nlast\n"

// What IEx 1.14 prints for the sample.
const plainSample = `
                                      Mdx

A title doc with ` + "`code`" + ` and *emph* and **bold** and a link (http://x.y) long
enough to wrap over the eighty columns of a line, ` + "`some code here`" + ` yes.

# Heading one

## Heading two

  * item one is long enough to wrap over the eighty columns of a line
    because it has many many words
  * item two continued

  1. first
  2. second

    iex> 1 + 1
    2
    
    iex> 2

last

`

const coloredSample = "\x1b[0m\n\x1b[7m\x1b[33m                                      Mdx                                       \x1b[0m\n\x1b[0m\n" +
	"A title doc with \x1b[36mcode\x1b[0m and \x1b[4memph\x1b[0m and \x1b[1mbold\x1b[0m and a link (http://x.y) long enough to\n" +
	"wrap over the eighty columns of a line, \x1b[36msome code here\x1b[0m yes.\n\x1b[0m\n" +
	"\x1b[33m# Heading one\x1b[0m\n\x1b[0m\n\x1b[33m## Heading two\x1b[0m\n\x1b[0m\n" +
	"  • item one is long enough to wrap over the eighty columns of a line\n    because it has many many words\n  • item two continued\n\x1b[0m\n" +
	"  1. first\n  2. second\n\x1b[0m\n" +
	"\x1b[36m    iex> 1 + 1\n    2\n    \n    iex> 2\x1b[0m\n\x1b[0m\nlast\n\x1b[0m\n"

func TestMarkdown(t *testing.T) {
	for _, c := range []struct {
		color bool
		want  string
	}{{false, plainSample}, {true, coloredSample}} {
		d := document{color: c.color, width: maxWidth}
		d.title("Mdx")
		d.markdown(sample)
		if d.String() != c.want {
			t.Errorf("in colour %t:\n%q\nwant\n%q", c.color, d.String(), c.want)
		}
	}
}

// TestMarkdownTakesAnything: every block ends.
func TestMarkdownTakesAnything(t *testing.T) {
	for _, text := range []string{"", "\n\n", "* ", "*", "    ", "#", "a\n* b\nc", "* a\n\n  b", "1. a\n\n\n2. b", "\tx\n\n", "```\nx\n```"} {
		d := document{color: true, width: maxWidth}
		d.markdown(text)
	}
}
