package main

import (
	"fmt"
	"regexp"
	"strings"
)

func main() {
	re := regexp.MustCompile(`(\w+)@(\w+)\.com`)
	s := "alice@example.com, bob@test.com; nobody@x.org"
	fmt.Println(re.MatchString(s), re.FindString(s), re.FindStringIndex(s))
	fmt.Println(re.FindAllString(s, -1), re.FindStringSubmatch(s))
	for _, m := range re.FindAllStringSubmatch(s, -1) {
		fmt.Println(m[1], "at", m[2])
	}
	fmt.Println(re.ReplaceAllString(s, "$2:$1"))
	fmt.Println(re.ReplaceAllStringFunc(s, strings.ToUpper), re.NumSubexp(), re)
	nm := regexp.MustCompile(`(?P<year>\d{4})-(?P<month>\d{2})`)
	match := nm.FindStringSubmatch("on 2024-05-01")
	for i, n := range nm.SubexpNames() {
		if n != "" {
			fmt.Println(n, match[i])
		}
	}
	fmt.Println(nm.ReplaceAllString("2024-05", "${month}/${year}"), nm.SubexpIndex("month"))
	_, err := regexp.Compile(`a(b`)
	fmt.Println(err)
	fmt.Printf("%q\n", regexp.MustCompile(`\s+`).Split("a  b c", -1))
	ok, _ := regexp.MatchString("^[a-z]+\\[(\\d+)\\]$", "adam[23]")
	fmt.Println(ok, regexp.QuoteMeta("1+1=2?"))
	tmpl := []byte("$key=$val\n")
	re2 := regexp.MustCompile(`(?m)(?P<key>\w+):\s+(?P<val>\w+)$`)
	var res []byte
	content := []byte("a: 1\nb: 2\n")
	for _, sm := range re2.FindAllSubmatchIndex(content, -1) {
		res = re2.Expand(res, tmpl, content, sm)
	}
	fmt.Print(string(res))
	defer func() { fmt.Println("recovered", recover()) }()
	regexp.MustCompile("*")
}
