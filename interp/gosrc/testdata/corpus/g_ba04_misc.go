package main

import (
	"container/heap"
	"container/ring"
	"fmt"
	"math"
	"math/big"
	"math/bits"
	"strconv"
	"strings"
	"time"
	"unicode"
)

type Weekday int

const (
	Sunday Weekday = iota
	Monday
	Tuesday
	_
	Thursday
)

const (
	KB = 1 << (10 * (iota + 1))
	MB
	GB
)

const (
	A, B = iota, iota * 10
	C, D
	_, _
	E, F
)

type Perm uint8

const (
	Read Perm = 1 << iota
	Write
	Exec
	All = Read | Write | Exec
)

func (p Perm) String() string {
	if p == 0 {
		return "-"
	}
	var sb strings.Builder
	for i, c := range "rwx" {
		if p&(1<<i) != 0 {
			sb.WriteRune(c)
		} else {
			sb.WriteByte('-')
		}
	}
	return sb.String()
}

func (p *Perm) Set(q Perm) *Perm   { *p |= q; return p }
func (p *Perm) Clear(q Perm) *Perm { *p &^= q; return p }

type Item struct {
	name string
	prio int
	idx  int
}
type PQ []*Item

func (q PQ) Len() int           { return len(q) }
func (q PQ) Less(i, j int) bool { return q[i].prio > q[j].prio }
func (q PQ) Swap(i, j int)      { q[i], q[j] = q[j], q[i]; q[i].idx = i; q[j].idx = j }
func (q *PQ) Push(x any)        { it := x.(*Item); it.idx = len(*q); *q = append(*q, it) }
func (q *PQ) Pop() (x any) {
	old := *q
	n := len(old)
	x = old[n-1]
	old[n-1] = nil
	*q = old[:n-1]
	return
}

type Point struct{ X, Y float64 }

func (p Point) Dist(q Point) float64 { return math.Hypot(p.X-q.X, p.Y-q.Y) }

func collatz(n int) (steps int) {
	for ; n != 1; steps++ {
		if n%2 == 0 {
			n /= 2
		} else {
			n = 3*n + 1
		}
	}
	return
}

func classify(r rune) (s string) {
	switch {
	case unicode.IsUpper(r):
		s = "U"
	case unicode.IsLower(r):
		s = "l"
	case unicode.IsDigit(r):
		s = "9"
	case unicode.IsSpace(r), unicode.IsPunct(r):
		s = "_"
	default:
		s = "?"
	}
	return
}

func main() {
	fmt.Println(Thursday, KB, MB, GB, A, B, C, D, E, F)
	var p Perm
	p.Set(Read | Exec).Clear(Read)
	fmt.Println(p, All, Perm(0), All&^Write, ^p, p<<1, []Perm{Read, Write})
	fmt.Printf("%v %d %03b %x %T\n", p, p, p, p, p)
	q := &PQ{}
	heap.Init(q)
	items := map[string]*Item{}
	for i, w := range strings.Fields("low mid high top") {
		it := &Item{name: w, prio: i * i}
		items[w] = it
		heap.Push(q, it)
	}
	items["low"].prio = 5
	heap.Fix(q, items["low"].idx)
	heap.Remove(q, items["mid"].idx)
	for q.Len() > 0 {
		it := heap.Pop(q).(*Item)
		fmt.Print(it.name, ":", it.prio, " ")
	}
	fmt.Println()
	r := ring.New(3)
	for i := range 3 {
		r.Value = i
		r = r.Next()
	}
	r.Do(func(v any) { fmt.Print(v, " ") })
	fmt.Println(r.Len())
	z := 0.0
	fmt.Println(1/-z, math.Ceil(-0.5), math.Round(-0.4), math.Trunc(-0.9), math.Max(z, -z), strconv.FormatFloat(-z, 'g', -1, 64))
	fmt.Println(collatz(27), bits.OnesCount(255), bits.Len(1000), bits.TrailingZeros(8), bits.Reverse8(1))
	f := new(big.Int).MulRange(1, 25)
	fmt.Println(f, f.BitLen(), new(big.Int).Exp(big.NewInt(2), big.NewInt(100), nil))
	x, _ := new(big.Rat).SetString("3/4")
	fmt.Println(x.Add(x, big.NewRat(1, 3)), x.FloatString(4))
	fmt.Println(strings.Map(func(r rune) rune { return []rune(classify(r))[0] }, "Go 1.26, 日本!"))
	var i8 int8 = 127
	i8++
	var u8 uint8 = 0
	u8--
	var u32 uint32 = 1 << 31
	fmt.Println(i8, u8, u32<<1, int8(u8), uint16(math.MaxUint16), -7/2, -7%3, 7&^5, 6^3, ^6)
	fmt.Println(int(math.Pi+z), int(-3.99+z), uint8(300&0xff), int64(math.MaxInt32)+1, float32(0.1)+float32(0.2), 0.1+0.2)
	fmt.Println(strconv.Quote("a\tb\"c"), strconv.FormatInt(-255, 16), strconv.Itoa(-0))
	n, err := strconv.ParseInt("zz", 36, 64)
	fmt.Println(n, err)
	_, err = strconv.Atoi("12a")
	fmt.Println(err)
	_, err = strconv.ParseBool("maybe")
	fmt.Println(err)
	u, err := strconv.ParseUint("300", 10, 8)
	fmt.Println(u, err)
	d := 3*time.Hour + 25*time.Minute + 45*time.Second + 500*time.Millisecond
	fmt.Println(d, d.Round(time.Minute), d.Truncate(time.Hour), d.Hours(), d.Milliseconds(), time.Duration(1500), -d)
	t0 := time.Date(2024, 12, 31, 23, 59, 59, 999, time.UTC)
	t1 := t0.AddDate(0, 2, 0).Add(time.Microsecond)
	fmt.Println(t0, t1, t1.Sub(t0), t1.After(t0), t0.Weekday(), t1.Format(time.RFC3339Nano), t0.Unix())
	pt, err := time.Parse("2006-01-02 15:04", "2024-02-30 10:00")
	fmt.Println(pt, err)
	dd, err := time.ParseDuration("1h15m30.918s")
	fmt.Println(dd, err, t0.Truncate(24*time.Hour).Format("Mon Jan _2 2006"))
	var c complex128 = complex(1, -2)
	fmt.Println(c*c, real(c), imag(c), c == complex(1, -2), -c)
	fmt.Printf("%v %.1f %T\n", c, c, c)
	lbl := 0
outer:
	for i := 0; ; i++ {
		for j := i; j < 10; j += 3 {
			switch {
			case j == 4:
				continue outer
			case i > 5:
				break outer
			}
			lbl += j
		}
	}
	fmt.Println(lbl)
	for i, j := 0, 10; i < j; i, j = i+1, j-2 {
		fmt.Print(i, j, ";")
	}
	fmt.Println()
	goto end
end:
	fmt.Println("end")
}
