package main

import (
	"errors"
	"fmt"
	"maps"
	"slices"
	"strconv"
	"time"
)

type request struct {
	op    string
	key   string
	val   any
	reply chan<- response
}
type response struct {
	val any
	err error
}
type Store struct{ reqs chan request }

var ErrMissing = errors.New("missing key")

type unknownOp struct{ op string }

func (u unknownOp) Error() string { return "unknown op " + strconv.Quote(u.op) }

func NewStore() *Store {
	s := &Store{make(chan request)}
	go s.loop()
	return s
}

func (s *Store) loop() {
	data := map[string]any{}
	versions := map[string][]any{}
	for r := range s.reqs {
		var res response
		switch r.op {
		case "get":
			if v, ok := data[r.key]; ok {
				res.val = v
			} else {
				res.err = fmt.Errorf("get %s: %w", r.key, ErrMissing)
			}
		case "put":
			versions[r.key] = append(versions[r.key], data[r.key])
			res.val, data[r.key] = data[r.key], r.val
		case "undo":
			vs := versions[r.key]
			if n := len(vs); n > 0 {
				data[r.key], versions[r.key] = vs[n-1], vs[:n-1]
				res.val = data[r.key]
			}
		case "keys":
			res.val = slices.Sorted(maps.Keys(data))
		default:
			res.err = unknownOp{r.op}
		}
		r.reply <- res
	}
}

func (s *Store) call(op, key string, val ...any) (any, error) {
	ch := make(chan response, 1)
	r := request{op: op, key: key, reply: ch}
	if len(val) > 0 {
		r.val = val[0]
	}
	s.reqs <- r
	select {
	case res := <-ch:
		return res.val, res.err
	case <-time.After(time.Second):
		return nil, errors.New("timeout")
	}
}

func get[T any](s *Store, key string) (T, error) {
	v, err := s.call("get", key)
	if err != nil {
		var zero T
		return zero, err
	}
	t, ok := v.(T)
	if !ok {
		return t, fmt.Errorf("%s is %T, not %T", key, v, t)
	}
	return t, nil
}

func main() {
	s := NewStore()
	fmt.Println(s.call("put", "a", 1))
	fmt.Println(s.call("put", "a", "two"))
	fmt.Println(s.call("put", "b", []int{1, 2}))
	fmt.Println(s.call("keys", ""))
	fmt.Println(get[string](s, "a"))
	fmt.Println(get[int](s, "a"))
	fmt.Println(get[[]int](s, "b"))
	_, err := get[bool](s, "zz")
	fmt.Println(err, errors.Is(err, ErrMissing))
	fmt.Println(s.call("undo", "a"))
	fmt.Println(s.call("undo", "a"))
	_, err = s.call("zap", "")
	var u unknownOp
	fmt.Println(err, errors.As(err, &u), u.op, err == unknownOp{"zap"})
	close(s.reqs)
	defer func() { fmt.Println(recover()) }()
	s.call("get", "a")
}
