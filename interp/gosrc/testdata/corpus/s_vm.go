package main

import (
	"fmt"
	"strings"
)

type Op byte

const (
	PUSH Op = iota
	ADD
	MUL
	JNZ
	DUP
	DEC
	PRINT
	HALT
)

func (o Op) String() string {
	return [...]string{"PUSH", "ADD", "MUL", "JNZ", "DUP", "DEC", "PRINT", "HALT"}[o]
}

type Instr struct {
	Op  Op
	Arg int
}
type VM struct {
	stack []int
	pc    int
	out   strings.Builder
	steps int
}

func (v *VM) pop() (x int) {
	x, v.stack = v.stack[len(v.stack)-1], v.stack[:len(v.stack)-1]
	return
}

func (v *VM) Run(p []Instr) (err error) {
	defer func() {
		if r := recover(); r != nil {
			err = fmt.Errorf("pc=%d %v: %v", v.pc, p[v.pc].Op, r)
		}
	}()
	for ; ; v.pc++ {
		v.steps++
		switch in := p[v.pc]; in.Op {
		case PUSH:
			v.stack = append(v.stack, in.Arg)
		case ADD:
			v.stack = append(v.stack, v.pop()+v.pop())
		case MUL:
			v.stack = append(v.stack, v.pop()*v.pop())
		case DUP:
			v.stack = append(v.stack, v.stack[len(v.stack)-1])
		case DEC:
			v.stack[len(v.stack)-1]--
		case JNZ:
			if v.stack[len(v.stack)-1] != 0 {
				v.pc = in.Arg - 1
			}
		case PRINT:
			fmt.Fprintln(&v.out, v.pop())
		case HALT:
			return nil
		default:
			return fmt.Errorf("bad op %d", in.Op)
		}
	}
}

func Main() {
	v := &VM{}
	fmt.Println(v.Run([]Instr{{PUSH, 2}, {PUSH, 3}, {ADD, 0}, {DUP, 0}, {MUL, 0}, {PRINT, 0}, {HALT, 0}}), v.out.String())
	w := VM{}
	fmt.Println(w.Run([]Instr{{Op: PUSH, Arg: 3}, {Op: DEC}, {Op: JNZ, Arg: 1}, {Op: HALT}}), w.steps, w.stack)
	u := new(VM)
	fmt.Println(u.Run([]Instr{{PUSH, 1}, {99, 0}}))
	fmt.Println(Instr{MUL, 4}, []Op{PUSH, HALT})
}

func main() { Main() }
