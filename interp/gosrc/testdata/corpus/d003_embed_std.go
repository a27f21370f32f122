package main

import (
	"bytes"
	"errors"
	"fmt"
	"io"
	"sort"
	"strings"
	"sync"
	"time"
)

type SafeMap struct {
	sync.RWMutex
	m map[string]int
}
type Stamped struct {
	time.Time
	note string
}
type Buf struct {
	bytes.Buffer
	writes int
}

func (b *Buf) Write(p []byte) (int, error) {
	b.writes++
	return b.Buffer.Write(p)
}

type MyErr struct {
	error
	Code int
}

func (m MyErr) Unwrap() error { return m.error }

type rev struct{ sort.Interface }

func (r rev) Less(i, j int) bool { return r.Interface.Less(j, i) }

type countReader struct {
	io.Reader
	n *int
}

func (c countReader) Read(p []byte) (int, error) {
	n, err := c.Reader.Read(p)
	*c.n += n
	return n, err
}

type doc struct {
	*strings.Builder
	title string
}

func main() {
	s := SafeMap{m: map[string]int{}}
	s.Lock()
	s.m["a"]++
	s.Unlock()
	s.RLock()
	fmt.Println(s.m["a"])
	s.RUnlock()
	st := Stamped{time.Date(2024, 1, 2, 3, 4, 5, 0, time.UTC), "n"}
	fmt.Println(st.Year(), st.Add(time.Hour).Hour(), st.Weekday(), st)
	var b Buf
	fmt.Fprintf(&b, "x=%d", 1)
	fmt.Fprint(&b, "!")
	b.WriteString("?")
	fmt.Println(b.String(), b.writes, b.Len())
	e := MyErr{io.EOF, 5}
	fmt.Println(e, errors.Is(e, io.EOF), e.Error())
	var err error = fmt.Errorf("w: %w", e)
	var me MyErr
	fmt.Println(errors.As(err, &me), me.Code)
	xs := []int{3, 1, 2}
	sort.Sort(rev{sort.IntSlice(xs)})
	fmt.Println(xs)
	n := 0
	data, _ := io.ReadAll(countReader{strings.NewReader("hello"), &n})
	fmt.Println(len(data), n)
	d := doc{new(strings.Builder), "T"}
	d.WriteString("abc")
	fmt.Fprintf(d, "-%d", 5)
	fmt.Println(d.String(), d.Len(), d.title)
}
