package main

import (
	"errors"
	"fmt"
	"os"
	"strconv"
	"strings"
)

type Op byte

const (
	PUSH Op = iota
	ADD
	SUB
	MUL
	JMP
	JZ
	DUP
	PRINT
	CALL
	RET
	HALT
)

var opNames = map[Op]string{PUSH: "PUSH", ADD: "ADD", SUB: "SUB", MUL: "MUL", JMP: "JMP", JZ: "JZ", DUP: "DUP", PRINT: "PRINT", CALL: "CALL", RET: "RET", HALT: "HALT"}

func (o Op) String() string {
	if n, ok := opNames[o]; ok {
		return n
	}
	return "Op(" + strconv.Itoa(int(o)) + ")"
}

type Instr struct {
	Op  Op
	Arg int
}

func (i Instr) String() string {
	switch i.Op {
	case PUSH, JMP, JZ, CALL:
		return fmt.Sprintf("%-5v %d", i.Op, i.Arg)
	}
	return i.Op.String()
}

type VMError struct {
	PC  int
	In  Instr
	Err error
}

func (e *VMError) Error() string { return fmt.Sprintf("pc=%d %v: %s", e.PC, e.In, e.Err) }
func (e *VMError) Unwrap() error { return e.Err }

var (
	ErrUnderflow = errors.New("stack underflow")
	ErrLimit     = errors.New("step limit")
	ErrBadOp     = errors.New("bad op")
)

type Stack []int

func (s *Stack) Push(v int) { *s = append(*s, v) }
func (s *Stack) Pop() int {
	if len(*s) == 0 {
		panic(ErrUnderflow)
	}
	v := (*s)[len(*s)-1]
	*s = (*s)[:len(*s)-1]
	return v
}

type handler func(vm *VM, arg int)

type VM struct {
	Stack
	calls []int
	pc    int
	steps int
	out   strings.Builder
	trace func(format string, args ...any)
}

var handlers [HALT + 1]handler

func init() {
	bin := func(f func(a, b int) int) handler {
		return func(vm *VM, _ int) {
			b, a := vm.Pop(), vm.Pop()
			vm.Push(f(a, b))
		}
	}
	handlers = [...]handler{
		PUSH:  (*VM).push,
		ADD:   bin(func(a, b int) int { return a + b }),
		SUB:   bin(func(a, b int) int { return a - b }),
		MUL:   bin(func(a, b int) int { return a * b }),
		JMP:   func(vm *VM, arg int) { vm.pc = arg },
		DUP:   func(vm *VM, _ int) { v := vm.Pop(); vm.Push(v); vm.Push(v) },
		PRINT: func(vm *VM, _ int) { fmt.Fprintln(&vm.out, vm.Pop()) },
		JZ: func(vm *VM, arg int) {
			if vm.Pop() == 0 {
				vm.pc = arg
			}
		},
		CALL: func(vm *VM, arg int) { vm.calls = append(vm.calls, vm.pc); vm.pc = arg },
		RET: func(vm *VM, _ int) {
			vm.pc, vm.calls = vm.calls[len(vm.calls)-1], vm.calls[:len(vm.calls)-1]
		},
		HALT: nil,
	}
}

func (vm *VM) push(arg int) { vm.Push(arg) }

func (vm *VM) Run(prog []Instr) (err error) {
	var in Instr
	var at int
	defer func() {
		switch r := recover().(type) {
		case nil:
		case error:
			err = &VMError{at, in, r}
		default:
			panic(r)
		}
	}()
	for ; ; vm.steps++ {
		if vm.steps > 200 {
			return &VMError{vm.pc, in, ErrLimit}
		}
		at, in = vm.pc, prog[vm.pc]
		vm.pc++
		if in.Op == HALT {
			return nil
		}
		if int(in.Op) >= len(handlers) {
			return &VMError{at, in, fmt.Errorf("%w %v", ErrBadOp, in.Op)}
		}
		if vm.trace != nil {
			vm.trace("%03d %-10v %v\n", at, in, vm.Stack)
		}
		handlers[in.Op](vm, in.Arg)
	}
}

func assemble(src string) (prog []Instr, err error) {
	labels := map[string]int{}
	type fix struct {
		at    int
		label string
	}
	var fixes []fix
	byName := make(map[string]Op, len(opNames))
	for op, n := range opNames {
		byName[n] = op
	}
	for ln, line := range strings.Split(src, "\n") {
		line, _, _ = strings.Cut(line, ";")
		f := strings.Fields(line)
		switch {
		case len(f) == 0:
			continue
		case strings.HasSuffix(f[0], ":"):
			labels[strings.TrimSuffix(f[0], ":")] = len(prog)
			continue
		}
		op, ok := byName[strings.ToUpper(f[0])]
		if !ok {
			return nil, fmt.Errorf("line %d: unknown %q", ln+1, f[0])
		}
		in := Instr{Op: op}
		if len(f) > 1 {
			if in.Arg, err = strconv.Atoi(f[1]); err != nil {
				fixes = append(fixes, fix{len(prog), f[1]})
				err = nil
			}
		}
		prog = append(prog, in)
	}
	for _, f := range fixes {
		at, ok := labels[f.label]
		if !ok {
			return nil, fmt.Errorf("undefined label %s at %d", f.label, f.at)
		}
		prog[f.at].Arg = at
	}
	return
}

func main() {
	src := `
	push 3      ; counter
loop:
	dup
	print
	push 1
	sub
	dup
	jz end
	jmp loop
end:
	call fn
	halt
fn:
	push 6
	push 7
	mul
	print
	ret`
	prog, err := assemble(src)
	if err != nil {
		fmt.Println(err)
		os.Exit(1)
	}
	for i, in := range prog {
		fmt.Printf("%2d: %v|\n", i, in)
	}
	vm := &VM{}
	fmt.Println(vm.Run(prog), vm.steps, vm.Stack, strings.Fields(vm.out.String()))
	for _, p := range [][]Instr{
		{{ADD, 0}},
		{{Op: PUSH, Arg: 1}, {Op: ADD}},
		{{JMP, 0}},
		{{Op: 42}},
		{{RET, 0}},
		{{Op: PUSH, Arg: 2}},
		{},
	} {
		vm := VM{trace: func(f string, a ...any) { fmt.Printf("  "+f, a...) }}
		if p[0:] != nil && len(p) == 1 && p[0].Op == JMP {
			vm.trace = nil
		}
		err := vm.Run(p)
		var ve *VMError
		fmt.Println(err, errors.As(err, &ve), errors.Is(err, ErrUnderflow), errors.Is(err, ErrLimit), errors.Is(err, ErrBadOp))
	}
	_, err = assemble("push 1\njmp nowhere")
	fmt.Println(err)
	_, err = assemble("foo")
	fmt.Println(err, Op(77), HALT, []Op{ADD, 99})
	fmt.Printf("%v %+v %d %s %x\n", prog[0], prog[1], prog[2], prog[:2], Op(10))
}
