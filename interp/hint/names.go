package hint

import (
	"cmp"
	"fmt"
	"maps"
	"slices"
	"strings"
	"unicode"
	"unicode/utf8"

	"gex/runtime/late"
)

// undefinedName finds the name and arity of what is undefined in the words of
// Elixir.
var undefinedName = late.Regexp(`undefined function ([a-z_]\w*[?!]?)/(\d+) \(|undefined variable "(\w+)"`)

func (f *Failure) undefined() (name, arity string) {
	m := undefinedName().FindStringSubmatch(f.Text)
	if m == nil {
		return "", ""
	}
	return m[1] + m[3], m[2]
}

// functionInVariable is for f(1) where f is a variable.
func (f *Failure) functionInVariable() string {
	name, arity := f.undefined()
	if name == "" || arity == "" || arity == "0" || !slices.Contains(f.Facts.Variables(), name) {
		return ""
	}
	return name + " is a variable: a function in a variable is called with a dot, " + name + ".(...)"
}

// otherArities is for a function that there is with other numbers of arguments.
func (f *Failure) otherArities() string {
	name, arity := f.undefined()
	arities := f.Facts.Functions()[name]
	if name == "" || len(arities) == 0 {
		return ""
	}
	var list []string
	for _, n := range slices.Sorted(slices.Values(arities)) {
		list = append(list, fmt.Sprintf("%s/%d", name, n))
	}
	if arity == "" {
		return "there is a function of that name, " + strings.Join(slices.Compact(list), ", ")
	}
	return "there is " + strings.Join(slices.Compact(list), ", ") + ", but not with " + arity
}

// nearestName is for a name that is like one there is.
func (f *Failure) nearestName() string {
	name, arity := f.undefined()
	if name == "" {
		return ""
	}
	candidates := slices.Collect(maps.Keys(f.Facts.Functions()))
	if arity == "" || arity == "0" {
		candidates = append(candidates, f.Facts.Variables()...)
	}
	if said := DidYouMean(name, candidates); said != "" {
		return said
	}
	if arity == "0" && !strings.Contains(f.Input, name+"(") {
		return "there is no variable " + name + " and no function of that name; a name stands for a value after " + name + " = ..."
	}
	return ""
}

var absentModule = late.Regexp(`\(module ([\w.]+) is not available\)`)

// nearestModule is for a module that is like one there is, or lies in another.
func (f *Failure) nearestModule() string {
	m := absentModule().FindStringSubmatch(f.Text)
	if m == nil {
		return ""
	}
	modules := f.Facts.Modules()
	for _, name := range modules {
		if strings.HasSuffix(name, "."+m[1]) {
			return "did you mean " + name + "? alias " + name + " makes the short name good"
		}
	}
	return DidYouMean(m[1], modules)
}

// DidYouMean asks for the candidate that is most like a name, "" if none is alike.
func DidYouMean(name string, candidates []string) string {
	if near := nearest(name, candidates); near != "" {
		return "did you mean " + near + "?"
	}
	return ""
}

// nearest returns the candidate that is most like a name, "" if none is alike.
// Of the letters of the name one at least must stay; capitals count as one change,
// however many there are. Of those that are as near the longest is meant, since
// letters are sooner left out than put in. Operators are like nothing.
func nearest(name string, candidates []string) string {
	best, least := "", max(1, min(len(name)/3, 3))+1
	longestFirst := func(a, b string) int { return cmp.Or(len(b)-len(a), strings.Compare(a, b)) }
	for _, c := range slices.SortedFunc(slices.Values(candidates), longestFirst) {
		if first, _ := utf8.DecodeRuneInString(c); c == name || first != '_' && !unicode.IsLetter(first) {
			continue
		}
		d := distance(name, c, least)
		if strings.EqualFold(name, c) {
			d = 1
		} else if d >= utf8.RuneCountInString(name) {
			continue
		}
		if d < least {
			best, least = c, d
		}
	}
	return best
}

// distance is the number of letters to change, insert, leave out or exchange
// with their neighbour to get from a to b; limit if it is not less.
func distance(a, b string, limit int) int {
	x, y := []rune(a), []rune(b)
	if len(x)-len(y) >= limit || len(y)-len(x) >= limit {
		return limit
	}
	rows := make([][]int, len(x)+1)
	for i := range rows {
		rows[i] = make([]int, len(y)+1)
		rows[i][0] = i
	}
	for j := range rows[0] {
		rows[0][j] = j
	}
	for i := 1; i <= len(x); i++ {
		for j := 1; j <= len(y); j++ {
			rows[i][j] = step(rows, x, y, i, j)
		}
	}
	return min(rows[len(x)][len(y)], limit)
}

func step(rows [][]int, x, y []rune, i, j int) int {
	change := rows[i-1][j-1]
	if x[i-1] != y[j-1] {
		change++
	}
	n := min(change, rows[i-1][j]+1, rows[i][j-1]+1)
	if i > 1 && j > 1 && x[i-1] == y[j-2] && x[i-2] == y[j-1] {
		n = min(n, rows[i-2][j-2]+1)
	}
	return n
}
