package main

import "fmt"

type Visitor interface {
	VisitNum(n Num) any
	VisitAdd(a Add) any
}
type Expr interface{ Accept(Visitor) any }
type Num struct{ V int }
type Add struct{ L, R Expr }

func (n Num) Accept(v Visitor) any { return v.VisitNum(n) }
func (a Add) Accept(v Visitor) any { return v.VisitAdd(a) }

type evaluator struct{}

func (evaluator) VisitNum(n Num) any { return n.V }
func (e evaluator) VisitAdd(a Add) any {
	return a.L.Accept(e).(int) + a.R.Accept(e).(int)
}

type printer struct{ depth *int }

func (p printer) VisitNum(n Num) any { return fmt.Sprint(n.V) }
func (p printer) VisitAdd(a Add) any {
	*p.depth++
	return "(" + a.L.Accept(p).(string) + " + " + a.R.Accept(p).(string) + ")"
}

func Main() {
	e := Add{Num{1}, Add{Num{2}, Num{3}}}
	d := 0
	fmt.Println(e.Accept(printer{&d}), e.Accept(evaluator{}), d)
	for _, v := range []Visitor{evaluator{}, printer{&d}} {
		fmt.Printf("%T %v\n", v.VisitNum(Num{7}), v.VisitNum(Num{7}))
	}
}

func main() { Main() }
