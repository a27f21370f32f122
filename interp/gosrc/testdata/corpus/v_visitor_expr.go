package main

import (
	"fmt"
	"strings"
)

type Visitor interface {
	VisitNum(*Num) any
	VisitBin(*Bin) any
	VisitNeg(*Neg) any
}
type Expr interface{ Accept(Visitor) any }
type Num struct{ V float64 }
type Bin struct {
	Op   byte
	L, R Expr
}
type Neg struct{ E Expr }

func (n *Num) Accept(v Visitor) any { return v.VisitNum(n) }
func (b *Bin) Accept(v Visitor) any { return v.VisitBin(b) }
func (n *Neg) Accept(v Visitor) any { return v.VisitNeg(n) }

type Eval struct{ depth int }

func (Eval) VisitNum(n *Num) any { return n.V }
func (e Eval) VisitBin(b *Bin) any {
	l, r := b.L.Accept(e).(float64), b.R.Accept(e).(float64)
	switch b.Op {
	case '+':
		return l + r
	case '-':
		return l - r
	case '*':
		return l * r
	case '/':
		return l / r
	}
	panic(fmt.Sprintf("bad op %c", b.Op))
}
func (e Eval) VisitNeg(n *Neg) any { return -n.E.Accept(e).(float64) }

type Printer struct {
	strings.Builder
	parens int
}

func (p *Printer) VisitNum(n *Num) any { fmt.Fprintf(p, "%g", n.V); return nil }
func (p *Printer) VisitBin(b *Bin) any {
	p.parens++
	p.WriteString("(")
	b.L.Accept(p)
	p.WriteByte(' ')
	p.WriteByte(b.Op)
	p.WriteByte(' ')
	b.R.Accept(p)
	p.WriteString(")")
	return nil
}
func (p *Printer) VisitNeg(n *Neg) any { p.WriteString("-"); n.E.Accept(p); return nil }

type CountVisitor map[string]int

func (c CountVisitor) VisitNum(*Num) any { c["num"]++; return c }
func (c CountVisitor) VisitBin(b *Bin) any {
	c[string(b.Op)]++
	b.L.Accept(c)
	b.R.Accept(c)
	return c
}
func (c CountVisitor) VisitNeg(n *Neg) any { c["neg"]++; return n.E.Accept(c) }
func safe(e Expr) (v any, err error) {
	defer func() {
		if r := recover(); r != nil {
			err = fmt.Errorf("eval: %v", r)
		}
	}()
	return e.Accept(Eval{}), nil
}
func Main() {
	e := &Bin{'+', &Num{1}, &Bin{'*', &Neg{&Num{2.5}}, &Num{4}}}
	p := &Printer{}
	e.Accept(p)
	fmt.Println(p.String(), p.parens, p.Len())
	fmt.Println(safe(e))
	fmt.Println(safe(&Bin{'?', &Num{1}, &Num{2}}))
	c := CountVisitor{}
	e.Accept(c)
	fmt.Println(c, len(c))
	var list []Expr = []Expr{&Num{1}, e, &Neg{e}}
	for _, x := range list {
		fmt.Printf("%T ", x)
	}
	fmt.Println()
}

func main() { Main() }
