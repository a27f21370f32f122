package main

import (
	"cmp"
	"encoding/json"
	"errors"
	"fmt"
	"slices"
	"strings"
	"time"
)

type Priority int

const (
	Low Priority = iota - 1
	Normal
	High
)

func (p Priority) String() string {
	switch p {
	case Low:
		return "low"
	case High:
		return "HIGH"
	}
	return "normal"
}
func (p *Priority) UnmarshalText(b []byte) error {
	for _, q := range []Priority{Low, Normal, High} {
		if strings.EqualFold(q.String(), string(b)) {
			*p = q
			return nil
		}
	}
	return fmt.Errorf("priority %q unknown", b)
}

type Task struct {
	Title string     `json:"title"`
	Prio  Priority   `json:"prio"`
	Due   *time.Time `json:"due,omitempty"`
	Sub   []Task     `json:"sub,omitempty"`
}

func (t Task) Walk(depth int, f func(int, Task) error) error {
	if err := f(depth, t); err != nil {
		return fmt.Errorf("%s: %w", t.Title, err)
	}
	for _, s := range t.Sub {
		if err := s.Walk(depth+1, f); err != nil {
			return err
		}
	}
	return nil
}

var errStop = errors.New("stop")

func main() {
	src := `[{"title":"a","prio":"high","due":"2024-05-06T07:08:09Z","sub":[{"title":"a1","prio":"LOW"},{"title":"a2"}]},{"title":"b","prio":"normal"}]`
	var ts []Task
	if err := json.Unmarshal([]byte(src), &ts); err != nil {
		panic(err)
	}
	for _, t := range ts {
		t.Walk(0, func(d int, t Task) error {
			due := "-"
			if t.Due != nil {
				due = t.Due.Format(time.DateTime)
			}
			fmt.Printf("%s%-4s %-6v %s\n", strings.Repeat("  ", d), t.Title, t.Prio, due)
			return nil
		})
	}
	err := ts[0].Walk(0, func(d int, t Task) error {
		if d > 0 {
			return errStop
		}
		return nil
	})
	fmt.Println(err, errors.Is(err, errStop))
	slices.SortStableFunc(ts, func(a, b Task) int { return cmp.Compare(a.Prio, b.Prio) })
	fmt.Println(ts[0].Title, ts[0].Prio < ts[1].Prio, ts[1].Due.Month())
	fmt.Println(json.Unmarshal([]byte(`[{"prio":"urgent"}]`), &ts))
	out, _ := json.Marshal(Task{Title: "x", Prio: High})
	fmt.Println(string(out))
	byPrio := map[Priority][]string{}
	for _, t := range ts {
		byPrio[t.Prio] = append(byPrio[t.Prio], t.Title)
	}
	fmt.Println(byPrio, len(byPrio[Low]))
}
