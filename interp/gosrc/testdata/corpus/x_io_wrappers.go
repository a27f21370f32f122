package main

import (
	"bufio"
	"bytes"
	"errors"
	"fmt"
	"io"
	"strings"
	"unicode"
)

type rot13 struct{ r io.Reader }

func (r rot13) Read(p []byte) (int, error) {
	n, err := r.r.Read(p)
	for i, b := range p[:n] {
		switch {
		case b >= 'a' && b <= 'z':
			p[i] = 'a' + (b-'a'+13)%26
		case b >= 'A' && b <= 'Z':
			p[i] = 'A' + (b-'A'+13)%26
		}
	}
	return n, err
}

type counter struct {
	io.Writer
	n, calls int
}

func (c *counter) Write(p []byte) (int, error) {
	n, err := c.Writer.Write(p)
	c.n += n
	c.calls++
	return n, err
}

type upper struct{ w io.Writer }

func (u upper) Write(p []byte) (int, error) { return u.w.Write(bytes.ToUpper(p)) }

type zeros struct{ left int }

func (z *zeros) Read(p []byte) (n int, err error) {
	for n < len(p) && z.left > 0 {
		p[n] = '0' + byte(z.left%10)
		n++
		z.left--
	}
	if n == 0 {
		return 0, io.EOF
	}
	return n, nil
}

type failing struct{ after int }

var errBroken = errors.New("broken pipe")

func (f *failing) Write(p []byte) (int, error) {
	if f.after--; f.after < 0 {
		return 0, errBroken
	}
	return len(p), nil
}

func Main() {
	b, err := io.ReadAll(rot13{strings.NewReader("Uryyb, Jbeyq!")})
	fmt.Println(string(b), err)
	var buf bytes.Buffer
	c := &counter{Writer: upper{&buf}}
	fmt.Fprintf(c, "%s-%d ", "abc", 7)
	io.WriteString(c, "tail")
	n, err := io.Copy(c, io.LimitReader(&zeros{100}, 12))
	fmt.Println(buf.String(), c.n, c.calls, n, err)
	tee := io.TeeReader(strings.NewReader("teed"), &buf)
	io.ReadAll(tee)
	fmt.Println(buf.Len(), strings.HasSuffix(buf.String(), "teed"))
	mr := io.MultiReader(strings.NewReader("one "), &zeros{3}, strings.NewReader(" two"))
	b, _ = io.ReadAll(mr)
	fmt.Printf("%q\n", b)
	var x, y strings.Builder
	w := io.MultiWriter(&x, &y, c)
	fmt.Fprint(w, "multi")
	fmt.Println(x.String() == y.String(), c.n)
	f := &failing{1}
	_, err = fmt.Fprintln(f, "ok")
	fmt.Println(err)
	_, err = fmt.Fprintln(f, "fails")
	fmt.Println(err, errors.Is(err, errBroken))
	sc := bufio.NewScanner(strings.NewReader("the quick\n\nbrown  fox\nend"))
	lines, words := 0, map[string]int{}
	for sc.Scan() {
		lines++
		ws := bufio.NewScanner(strings.NewReader(sc.Text()))
		ws.Split(bufio.ScanWords)
		for ws.Scan() {
			words[ws.Text()]++
		}
	}
	fmt.Println(lines, words, sc.Err())
	br := bufio.NewReader(rot13{strings.NewReader("nop\nqrs\nrest")})
	for {
		line, err := br.ReadString('\n')
		fmt.Printf("%q %v;", line, err)
		if err == io.EOF {
			break
		}
	}
	fmt.Println()
	br = bufio.NewReader(strings.NewReader("héy"))
	for {
		r, size, err := br.ReadRune()
		if err != nil {
			break
		}
		fmt.Print(string(unicode.ToUpper(r)), size, " ")
	}
	bw := bufio.NewWriter(c)
	fmt.Fprint(bw, "buffered")
	before := c.n
	bw.Flush()
	fmt.Println(c.n - before)
	var rd io.Reader = &zeros{2}
	if z, ok := rd.(*zeros); ok {
		fmt.Println(z.left)
	}
	_, isCloser := rd.(io.Closer)
	fmt.Println(isCloser, io.NopCloser(rd).Close())
	p := make([]byte, 4)
	k, err := io.ReadFull(&zeros{3}, p)
	fmt.Println(k, err, err == io.ErrUnexpectedEOF)
	var num int
	var word string
	got, err := fmt.Sscanf("12 apples", "%d %s", &num, &word)
	fmt.Println(got, err, num, word)
	got, err = fmt.Fscan(strings.NewReader("7 x"), &num, &word)
	fmt.Println(got, err, num, word)
}

func main() { Main() }
