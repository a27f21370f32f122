package main

import (
	"bytes"
	"container/list"
	"fmt"
	"regexp"
	"slices"
	"strings"
	"sync"
	"time"
	"unicode"
)

func Main() {
	var sb strings.Builder
	f := sb.WriteString
	f("abc")
	p := &sb
	g := p.WriteByte
	g('x')
	fmt.Println(sb.String(), p.Len())
	h := p.String
	sb.WriteString("more")
	fmt.Println(h())
	d := 3 * time.Second
	k := d.Seconds
	d = 1
	fmt.Println(k())
	re := regexp.MustCompile("a+")
	m := re.MatchString
	fmt.Println(m("caat"), slices.IndexFunc([]string{"b", "a"}, re.MatchString))
	strs := []string{"xay", "b"}
	_ = strs
	type S struct {
		mu  *sync.Mutex
		buf bytes.Buffer
	}
	s := S{mu: &sync.Mutex{}}
	s.mu.Lock()
	w := s.buf.WriteString
	w("in buf")
	fmt.Println(s.buf.String())
	s.mu.Unlock()
	l := list.New()
	push := l.PushBack
	push(1)
	push(2)
	fmt.Println(l.Len())
	up := strings.Map
	fmt.Println(up(unicode.ToUpper, "abc"), strings.FieldsFunc("a1b2", unicode.IsDigit))
}

func main() { Main() }
