package main

import (
	"errors"
	"fmt"
	"strconv"
)

type Unit string

func parse(s string) (int, error) {
	n, err := strconv.Atoi(s)
	var ne *strconv.NumError
	if errors.As(err, &ne) {
		return 0, fmt.Errorf("parse %q with %s: %w", ne.Num, ne.Func, ne.Err)
	}
	return n, err
}

func main() {
	for _, s := range []string{"12", "x1", "", "99999999999999999999", "-7", "+3", "0x10"} {
		n, err := parse(s)
		fmt.Println(n, err, errors.Is(err, strconv.ErrSyntax), errors.Is(err, strconv.ErrRange))
	}
	fmt.Println(strconv.ParseInt("ff", 16, 64))
	fmt.Println(strconv.ParseInt("0b101", 0, 8))
	fmt.Println(strconv.ParseInt("300", 10, 8))
	fmt.Println(strconv.ParseUint("-1", 10, 64))
	fmt.Println(strconv.ParseFloat("1e400", 64))
	fmt.Println(strconv.ParseFloat("3.25", 32))
	fmt.Println(strconv.ParseBool("T"))
	fmt.Println(strconv.ParseBool("yes"))
	fmt.Println(strconv.FormatInt(-255, 2), strconv.FormatInt(255, 36), strconv.Itoa(-0))
	fmt.Println(strconv.FormatFloat(1.0/3, 'f', 4, 64), strconv.FormatFloat(1e21, 'g', -1, 64), strconv.FormatFloat(2.5, 'e', 2, 32))
	fmt.Println(strconv.Quote("hi\n\"é\x01☺"), strconv.QuoteToASCII("é☺"), strconv.QuoteRune('☺'))
	b := strconv.AppendInt([]byte("n="), 42, 10)
	b = strconv.AppendBool(append(b, ' '), true)
	b = strconv.AppendQuote(append(b, ' '), "q")
	fmt.Println(string(b), Unit(strconv.Itoa(5)+"kg"))
}
