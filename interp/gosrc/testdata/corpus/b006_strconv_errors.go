package main

import (
	"errors"
	"fmt"
	"math"
	"strconv"
)

func main() {
	for _, s := range []string{"12", "-5", "abc", "99999999999999999999", "", "0x1f", "1_000", " 7"} {
		n, err := strconv.Atoi(s)
		fmt.Println(n, err)
	}
	_, err := strconv.ParseInt("300", 10, 8)
	var ne *strconv.NumError
	if errors.As(err, &ne) {
		fmt.Println(ne.Func, ne.Num, ne.Err, ne.Err == strconv.ErrRange)
	}
	v, _ := strconv.ParseInt("0x1f", 0, 64)
	w, _ := strconv.ParseInt("-1011", 2, 64)
	u, _ := strconv.ParseUint("ff", 16, 8)
	fmt.Println(v, w, u)
	f, err := strconv.ParseFloat("3.25e2", 64)
	fmt.Println(f, err)
	f, err = strconv.ParseFloat("1e400", 64)
	fmt.Println(f, err)
	b, err := strconv.ParseBool("T")
	fmt.Println(b, err)
	b, err = strconv.ParseBool("yes")
	fmt.Println(b, err)
	fmt.Println(strconv.FormatInt(-255, 16), strconv.FormatFloat(1.0/3, 'f', 4, 64), strconv.FormatFloat(1e6, 'e', -1, 32), strconv.FormatFloat(123456789, 'g', 5, 64))
	fmt.Println(string(strconv.AppendInt([]byte("n="), 42, 2)), string(strconv.AppendQuote(nil, "q\"")))
	s, err := strconv.Unquote(`"a\tb"`)
	fmt.Println(s, err)
	_, err = strconv.Unquote("bad")
	fmt.Println(err)
	fmt.Println(strconv.Itoa(-0), strconv.QuoteRune('☺'))
	var x int
	var word string
	n, err := fmt.Sscanf("age 42", "%s %d", &word, &x)
	fmt.Println(n, err, word, x)
	n, err = fmt.Sscan("7 eight", &x, &word)
	fmt.Println(n, err, x, word)
	var fl float64
	_, err = fmt.Sscan("zz", &fl)
	fmt.Println(err)
	var a, c int
	fmt.Sscanf("10-20", "%d-%d", &a, &c)
	fmt.Println(a, c, math.Inf(1), -math.Inf(1), math.NaN(), -0.0, 1/math.Inf(-1))
	fmt.Println(1e20, 1e21, 1e-5, 123456789.0, float32(0.1), 100000.0, 2.0, 1e6, 12345678.9)
}
