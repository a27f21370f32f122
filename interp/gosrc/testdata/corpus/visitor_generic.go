package main

import (
	"fmt"
	"strconv"
)

type Node interface{ Accept(v Visitor) any }
type Visitor interface {
	VisitNum(Num) any
	VisitBin(*Bin) any
	VisitVar(Var) any
}
type Num float64
type Var string
type Bin struct {
	Op   byte
	L, R Node
}

func (n Num) Accept(v Visitor) any  { return v.VisitNum(n) }
func (n Var) Accept(v Visitor) any  { return v.VisitVar(n) }
func (b *Bin) Accept(v Visitor) any { return v.VisitBin(b) }

type Eval struct{ env map[Var]float64 }

func (e Eval) VisitNum(n Num) any { return float64(n) }
func (e Eval) VisitVar(n Var) any {
	v, ok := e.env[n]
	if !ok {
		panic(fmt.Errorf("undefined %q", n))
	}
	return v
}
func (e Eval) VisitBin(b *Bin) any {
	l, r := b.L.Accept(e).(float64), b.R.Accept(e).(float64)
	switch b.Op {
	case '+':
		return l + r
	case '*':
		return l * r
	case '/':
		return l / r
	}
	panic("bad op " + string(b.Op))
}

type Printer struct{ depth int }

func (p Printer) VisitNum(n Num) any { return strconv.FormatFloat(float64(n), 'g', -1, 64) }
func (p Printer) VisitVar(n Var) any { return string(n) }
func (p Printer) VisitBin(b *Bin) any {
	in := Printer{p.depth + 1}
	s := b.L.Accept(in).(string) + " " + string(b.Op) + " " + b.R.Accept(in).(string)
	if p.depth > 0 {
		s = "(" + s + ")"
	}
	return s
}

func visit[T any](n Node, v Visitor) (out T, err error) {
	defer func() {
		switch r := recover().(type) {
		case nil:
		case error:
			err = r
		default:
			err = fmt.Errorf("%v", r)
		}
	}()
	return n.Accept(v).(T), nil
}

func main() {
	tree := &Bin{'+', Num(1), &Bin{'*', Var("x"), &Bin{'+', Num(2.5), Var("y")}}}
	fmt.Println(visit[string](tree, Printer{}))
	fmt.Println(visit[float64](tree, Eval{map[Var]float64{"x": 2, "y": 0.5}}))
	fmt.Println(visit[float64](tree, Eval{map[Var]float64{"x": 2}}))
	fmt.Println(visit[float64](&Bin{'%', Num(1), Num(2)}, Eval{}))
	fmt.Println(visit[int](Num(3), Eval{}))
	fmt.Println(visit[float64](&Bin{Op: '+', L: Num(1)}, Eval{}))
	var v Visitor = Eval{}
	_, isP := v.(Printer)
	fmt.Println(isP, tree.L == Node(Num(1)), tree.L == Node(Var("1")))
}
