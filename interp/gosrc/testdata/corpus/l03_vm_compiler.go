package main

import (
	"errors"
	"fmt"
	"maps"
	"slices"
	"strings"
)

type Op byte

const (
	PUSH Op = iota
	LOAD
	STORE
	ADD
	SUB
	MUL
	DIV
	LT
	JMP
	JZ
	CALL
	RET
	PRINT
	HALT
)

//go:noinline
func (o Op) String() string {
	return strings.Fields("PUSH LOAD STORE ADD SUB MUL DIV LT JMP JZ CALL RET PRINT HALT")[o]
}

type Instr struct {
	Op  Op
	Arg int
}

func (i Instr) String() string {
	switch i.Op {
	case PUSH, LOAD, STORE, JMP, JZ, CALL:
		return fmt.Sprintf("%-5v %d", i.Op, i.Arg)
	}
	return i.Op.String()
}

type frame struct {
	ret    int
	locals [8]int
}
type VM struct {
	code   []Instr
	stack  []int
	frames []frame
	pc     int
	steps  int
	out    strings.Builder
}
type VMError struct {
	PC   int
	In   Instr
	Inner error
}

func (e *VMError) Error() string { return fmt.Sprintf("pc=%d [%v]: %v", e.PC, e.In, e.Inner) }
func (e *VMError) Unwrap() error { return e.Inner }

var (
	ErrUnderflow = errors.New("stack underflow")
	ErrDivZero   = errors.New("division by zero")
	ErrSteps     = errors.New("too many steps")
)

func (v *VM) pop() int {
	if len(v.stack) == 0 {
		panic(ErrUnderflow)
	}
	x := v.stack[len(v.stack)-1]
	v.stack = v.stack[:len(v.stack)-1]
	return x
}
func (v *VM) push(x int) { v.stack = append(v.stack, x) }

var binary_ = map[Op]func(a, b int) int{
	ADD: func(a, b int) int { return a + b },
	SUB: func(a, b int) int { return a - b },
	MUL: func(a, b int) int { return a * b },
	DIV: func(a, b int) int {
		if b == 0 {
			panic(ErrDivZero)
		}
		return a / b
	},
	LT: func(a, b int) int {
		if a < b {
			return 1
		}
		return 0
	},
}

func (v *VM) Run(limit int) (err error) {
	defer func() {
		if r := recover(); r != nil {
			e, ok := r.(error)
			if !ok {
				panic(r)
			}
			err = &VMError{v.pc - 1, v.code[v.pc-1], e}
		}
	}()
	v.frames = []frame{{ret: -1}}
	for {
		if v.steps++; v.steps > limit {
			v.pc++
			panic(ErrSteps)
		}
		in := v.code[v.pc]
		v.pc++
		fr := &v.frames[len(v.frames)-1]
		switch in.Op {
		case PUSH:
			v.push(in.Arg)
		case LOAD:
			v.push(fr.locals[in.Arg])
		case STORE:
			fr.locals[in.Arg] = v.pop()
		case JMP:
			v.pc = in.Arg
		case JZ:
			if v.pop() == 0 {
				v.pc = in.Arg
			}
		case CALL:
			nf := frame{ret: v.pc}
			nf.locals[0] = v.pop()
			v.frames = append(v.frames, nf)
			v.pc = in.Arg
		case RET:
			v.pc = fr.ret
			v.frames = v.frames[:len(v.frames)-1]
		case PRINT:
			fmt.Fprintln(&v.out, v.pop())
		case HALT:
			return nil
		default:
			b := v.pop()
			a := v.pop()
			v.push(binary_[in.Op](a, b))
		}
	}
}

func main() {
	fact := []Instr{{PUSH, 5}, {CALL, 4}, {Op: PRINT}, {Op: HALT},
		{LOAD, 0}, {PUSH, 2}, {Op: LT}, {JZ, 10}, {PUSH, 1}, {Op: RET},
		{LOAD, 0}, {LOAD, 0}, {PUSH, 1}, {Op: SUB}, {CALL, 4}, {Op: MUL}, {Op: RET}}
	progs := map[string][]Instr{
		"fact":  fact,
		"div":   {{PUSH, 1}, {PUSH, 0}, {Op: DIV}, {Op: HALT}},
		"under": {{PUSH, 1}, {Op: ADD}},
		"loop":  {{JMP, 0}},
		"off":   {{PUSH, 1}, {JMP, 7}},
		"count": {{PUSH, 3}, {STORE, 1}, {LOAD, 1}, {JZ, 10}, {LOAD, 1}, {Op: PRINT}, {LOAD, 1}, {PUSH, 1}, {Op: SUB}, {JMP, 1}, {Op: HALT}},
	}
	for _, name := range slices.Sorted(maps.Keys(progs)) {
		vm := VM{code: progs[name]}
		var err error
		func() {
			defer func() {
				if r := recover(); r != nil {
					err = fmt.Errorf("crash: %v", r)
				}
			}()
			err = vm.Run(200)
		}()
		var ve *VMError
		fmt.Printf("%s: out=%q steps=%d err=%v known=%t\n", name, vm.out.String(), vm.steps, err, errors.As(err, &ve))
		for _, target := range []error{ErrUnderflow, ErrDivZero, ErrSteps} {
			if errors.Is(err, target) {
				fmt.Println("  is", target, "in", ve.In, ve.In.Op)
			}
		}
	}
	for i, in := range fact[:6] {
		fmt.Printf("%02d %v|%s|%+v\n", i, in, in.Op, struct{ I Instr }{in})
	}
	fmt.Printf("%v %d %T\n", []Op{ADD, HALT}, []Op{ADD}, binary_[ADD])
}
