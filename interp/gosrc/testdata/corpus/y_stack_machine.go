package main

import (
	"fmt"
)

type OpCode byte

const (
	PUSH OpCode = iota
	ADD
	MUL
	SUB
	DUP
	JNZ
	PRINT
	HALT
)

var opNames = [...]string{PUSH: "PUSH", ADD: "ADD", MUL: "MUL", SUB: "SUB", DUP: "DUP", JNZ: "JNZ", PRINT: "PRINT", HALT: "HALT"}

func (o OpCode) String() string { return opNames[o] }

type Ins struct {
	Op  OpCode
	Arg int
}
type VM struct {
	stack []int
	pc    int
	out   []string
	steps int
}

func (v *VM) push(n int) { v.stack = append(v.stack, n) }
func (v *VM) pop() int {
	if len(v.stack) == 0 {
		panic(fmt.Errorf("pc %d: empty stack", v.pc))
	}
	n := v.stack[len(v.stack)-1]
	v.stack = v.stack[:len(v.stack)-1]
	return n
}
func (v *VM) Run(prog []Ins) (err error) {
	defer func() {
		if r := recover(); r != nil {
			e, ok := r.(error)
			if !ok {
				panic(r)
			}
			err = e
		}
	}()
	for ; ; v.steps++ {
		in := prog[v.pc]
		v.pc++
		switch in.Op {
		case PUSH:
			v.push(in.Arg)
		case ADD:
			v.push(v.pop() + v.pop())
		case SUB:
			b, a := v.pop(), v.pop()
			v.push(a - b)
		case MUL:
			v.push(v.pop() * v.pop())
		case DUP:
			n := v.pop()
			v.push(n)
			v.push(n)
		case JNZ:
			if v.pop() != 0 {
				v.pc = in.Arg
			}
		case PRINT:
			v.out = append(v.out, fmt.Sprint(v.pop()))
		case HALT:
			return nil
		}
	}
}
func Main() {
	v := &VM{}
	err := v.Run([]Ins{{PUSH, 3}, {DUP, 0}, {PRINT, 0}, {PUSH, 1}, {SUB, 0}, {DUP, 0}, {JNZ, 1}, {HALT, 0}})
	fmt.Println(v.out, err, v.steps, v.stack)
	fmt.Println((&VM{}).Run([]Ins{{PUSH, 1}, {ADD, 0}}))
	err = (&VM{}).Run([]Ins{{PUSH, 1}})
	fmt.Println(err)
	fmt.Println(Ins{MUL, 2}, []OpCode{PUSH, HALT})
	fmt.Printf("%v %+v %d\n", Ins{JNZ, 4}, Ins{JNZ, 4}, JNZ)
}

func main() { Main() }
