package main

import (
	"cmp"
	"errors"
	"fmt"
	"slices"
	"sort"
	"strconv"
	"strings"
	"text/tabwriter"
	"time"
	"os"
)

type Money int64
type Category string
type Sale struct {
	Item     string
	Category Category
	Qty      int
	Unit     Money
	On       time.Time
}

func (m Money) String() string {
	sign := ""
	if m < 0 {
		sign, m = "-", -m
	}
	s := strconv.FormatInt(int64(m/100), 10)
	for i := len(s) - 3; i > 0; i -= 3 {
		s = s[:i] + "," + s[i:]
	}
	return fmt.Sprintf("%s$%s.%02d", sign, s, int64(m%100))
}
func (s Sale) Total() Money { return Money(s.Qty) * s.Unit }

type GroupBy[K cmp.Ordered] struct {
	Key   K
	Count int
	Sum   Money
}

func Group[T any, K cmp.Ordered](xs []T, key func(T) K, sum func(T) Money) []GroupBy[K] {
	m := map[K]*GroupBy[K]{}
	for _, x := range xs {
		k := key(x)
		g, ok := m[k]
		if !ok {
			g = &GroupBy[K]{Key: k}
			m[k] = g
		}
		g.Count++
		g.Sum += sum(x)
	}
	var out []GroupBy[K]
	for _, g := range m {
		out = append(out, *g)
	}
	slices.SortFunc(out, func(a, b GroupBy[K]) int { return cmp.Or(cmp.Compare(b.Sum, a.Sum), cmp.Compare(a.Key, b.Key)) })
	return out
}
func Partition[S ~[]E, E any](s S, f func(E) bool) (yes, no S) {
	for _, e := range s {
		if f(e) {
			yes = append(yes, e)
		} else {
			no = append(no, e)
		}
	}
	return
}
func parse(line string) (s Sale, err error) {
	f := strings.Split(line, ";")
	if len(f) != 5 {
		return s, fmt.Errorf("want 5 fields, got %d", len(f))
	}
	defer func() {
		if err != nil {
			err = fmt.Errorf("%q: %w", line, err)
		}
	}()
	s.Item, s.Category = f[0], Category(f[1])
	if s.Qty, err = strconv.Atoi(f[2]); err != nil {
		return
	}
	whole, cents, _ := strings.Cut(f[3], ".")
	w, err := strconv.ParseInt(whole, 10, 64)
	if err != nil {
		return
	}
	c, err := strconv.ParseInt((cents + "00")[:2], 10, 64)
	if err != nil {
		return
	}
	s.Unit = Money(w*100 + c)
	s.On, err = time.Parse(time.DateOnly, f[4])
	return
}

const data = `pen;office;10;1.5;2024-01-15
desk;furniture;2;1250.99;2024-02-03
lamp;furniture;4;80;2024-01-20
bad;line
ink;office;x;1;2024-01-01
ink;office;3;20.05;2024-13-01
chair;furniture;1;999.9;2024-02-28
ink;office;7;20.05;2024-02-29`

func main() {
	var sales []Sale
	var errs []error
	for i, line := range strings.Split(data, "\n") {
		s, err := parse(line)
		if err != nil {
			errs = append(errs, fmt.Errorf("line %d: %w", i+1, err))
			continue
		}
		sales = append(sales, s)
	}
	fmt.Println(errors.Join(errs...))
	var ne *strconv.NumError
	var pe *time.ParseError
	fmt.Println(errors.As(errs[1], &ne), ne.Func, errors.As(errs[2], &pe), pe.Value)
	tw := tabwriter.NewWriter(os.Stdout, 0, 4, 1, ' ', tabwriter.AlignRight|tabwriter.TabIndent)
	fmt.Fprintln(tw, "item\tqty\tunit\ttotal\tday\t")
	for _, s := range sales {
		fmt.Fprintf(tw, "%s\t%d\t%v\t%v\t%s\t\n", s.Item, s.Qty, s.Unit, s.Total(), s.On.Format("Mon 02 Jan"))
	}
	tw.Flush()
	for _, g := range Group(sales, func(s Sale) Category { return s.Category }, Sale.Total) {
		fmt.Printf("%-10s %2d %12v %5.1f%%\n", g.Key, g.Count, g.Sum, 100*float64(g.Sum)/float64(Group(sales, func(Sale) int { return 0 }, Sale.Total)[0].Sum))
	}
	for _, g := range Group(sales, func(s Sale) time.Month { return s.On.Month() }, Sale.Total) {
		fmt.Printf("%v %+v %T\n", g.Key, g, g)
	}
	big, small := Partition(sales, func(s Sale) bool { return s.Total() > 100_00 })
	fmt.Println(len(big), len(small), small[0].Item, Money(-123456789), Money(5), []Money{1, 100000})
	idx := map[Category]map[string][]int{}
	for i, s := range sales {
		if idx[s.Category] == nil {
			idx[s.Category] = map[string][]int{}
		}
		idx[s.Category][s.Item] = append(idx[s.Category][s.Item], i)
	}
	fmt.Println(idx)
	sort.SliceStable(sales, func(i, j int) bool { return sales[i].On.After(sales[j].On) })
	fmt.Println(sales[0].Item, sales[0].On.YearDay(), sales[0].On.Sub(sales[len(sales)-1].On))
	fmt.Printf("%v\n%+v\n", sales[1], sales[1])
}
