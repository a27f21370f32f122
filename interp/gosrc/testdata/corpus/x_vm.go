package main

import (
	"errors"
	"fmt"
	"os"
	"strings"
)

type Op byte

const (
	PUSH Op = iota
	ADD
	SUB
	MUL
	DIV
	DUP
	SWAP
	JMP
	JZ
	PRINT
	CALL
	RET
	HALT
)

var names = map[Op]string{PUSH: "push", ADD: "add", SUB: "sub", MUL: "mul", DIV: "div", DUP: "dup", SWAP: "swap", JMP: "jmp", JZ: "jz", PRINT: "print", CALL: "call", RET: "ret", HALT: "halt"}

func (o Op) String() string {
	if s, ok := names[o]; ok {
		return strings.ToUpper(s)
	}
	return fmt.Sprintf("Op(%#x)", byte(o))
}
func (o Op) HasArg() bool { return o == PUSH || o == JMP || o == JZ || o == CALL }

type Instr struct {
	Op
	Arg int32
}

func (i Instr) String() string {
	if i.HasArg() {
		return fmt.Sprintf("%v %d", i.Op, i.Arg)
	}
	return i.Op.String()
}

type VMError struct {
	PC  int
	In  Instr
	Err error
}

func (e VMError) Error() string { return fmt.Sprintf("pc=%d %v: %v", e.PC, e.In, e.Err) }
func (e VMError) Unwrap() error { return e.Err }

var (
	ErrStack = errors.New("stack underflow")
	ErrDiv   = errors.New("divide by zero")
	ErrSteps = errors.New("too many steps")
)

type VM struct {
	code  []Instr
	stack []int32
	calls []int
	pc    int
	out   strings.Builder
	trace func(*VM, Instr)
	steps uint
}

func (vm *VM) pop() int32 {
	if len(vm.stack) == 0 {
		panic(ErrStack)
	}
	x := vm.stack[len(vm.stack)-1]
	vm.stack = vm.stack[:len(vm.stack)-1]
	return x
}
func (vm *VM) push(xs ...int32) { vm.stack = append(vm.stack, xs...) }

var table = [...]func(*VM, int32){
	PUSH: func(vm *VM, a int32) { vm.push(a) },
	ADD:  func(vm *VM, _ int32) { vm.push(vm.pop() + vm.pop()) },
	SUB:  func(vm *VM, _ int32) { b, a := vm.pop(), vm.pop(); vm.push(a - b) },
	MUL:  func(vm *VM, _ int32) { vm.push(vm.pop() * vm.pop()) },
	DIV: func(vm *VM, _ int32) {
		b, a := vm.pop(), vm.pop()
		if b == 0 {
			panic(ErrDiv)
		}
		vm.push(a / b)
	},
	DUP:  func(vm *VM, _ int32) { x := vm.pop(); vm.push(x, x) },
	SWAP: func(vm *VM, _ int32) { a, b := vm.pop(), vm.pop(); vm.push(a, b) },
	JMP:  func(vm *VM, a int32) { vm.pc = int(a) },
	JZ: func(vm *VM, a int32) {
		if vm.pop() == 0 {
			vm.pc = int(a)
		}
	},
	PRINT: func(vm *VM, _ int32) { fmt.Fprint(&vm.out, vm.pop(), ";") },
	CALL:  func(vm *VM, a int32) { vm.calls = append(vm.calls, vm.pc); vm.pc = int(a) },
	RET: func(vm *VM, _ int32) {
		n := len(vm.calls) - 1
		vm.pc, vm.calls = vm.calls[n], vm.calls[:n]
	},
}

func (vm *VM) Run() (err error) {
	var in Instr
	pc := 0
	defer func() {
		switch r := recover().(type) {
		case nil:
		case error:
			err = VMError{pc, in, r}
		default:
			panic(r)
		}
	}()
	for {
		pc = vm.pc
		in = vm.code[pc]
		vm.pc++
		if vm.trace != nil {
			vm.trace(vm, in)
		}
		if vm.steps++; vm.steps > 1000 {
			return VMError{pc, in, ErrSteps}
		}
		if in.Op == HALT {
			return nil
		}
		table[in.Op](vm, in.Arg)
	}
}

func assemble(src string) ([]Instr, error) {
	byName := make(map[string]Op, len(names))
	for o, n := range names {
		byName[n] = o
	}
	labels := map[string]int32{}
	var code []Instr
	type fix struct {
		at    int
		label string
	}
	var fixes []fix
	var errs []error
lines:
	for n, line := range strings.Split(src, "\n") {
		line, _, _ = strings.Cut(line, "#")
		f := strings.Fields(line)
		switch len(f) {
		case 0:
			continue lines
		case 1:
			if l, ok := strings.CutSuffix(f[0], ":"); ok {
				labels[l] = int32(len(code))
				continue
			}
		}
		op, ok := byName[f[0]]
		if !ok {
			errs = append(errs, fmt.Errorf("line %d: unknown op %q", n+1, f[0]))
			continue
		}
		in := Instr{Op: op}
		if op.HasArg() {
			if len(f) < 2 {
				errs = append(errs, fmt.Errorf("line %d: %v needs an argument", n+1, op))
				continue lines
			}
			if _, err := fmt.Sscanf(f[1], "%d", &in.Arg); err != nil {
				fixes = append(fixes, fix{len(code), f[1]})
			}
		}
		code = append(code, in)
	}
	for _, f := range fixes {
		at, ok := labels[f.label]
		if !ok {
			errs = append(errs, fmt.Errorf("no label %s", f.label))
		}
		code[f.at].Arg = at
	}
	return code, errors.Join(errs...)
}

const countdown = `
	push 5
loop:
	dup
	print       # show
	push 1
	sub
	dup
	jz end
	jmp loop
end:
	call square
	halt
square:
	push 7
	dup
	mul
	print
	ret`

func main() {
	code, err := assemble(countdown)
	fmt.Println(len(code), err)
	for i, in := range code {
		fmt.Printf("%02d %v|", i, in)
	}
	fmt.Println()
	vm := &VM{code: code}
	seen := map[Op]int{}
	vm.trace = func(v *VM, in Instr) { seen[in.Op]++ }
	fmt.Println(vm.Run(), vm.out.String(), vm.steps, seen, vm.stack)
	for _, src := range []string{"add", "push 1\npush 0\ndiv", "l:\njmp l", "push 1", "ret", "frob\npush\njmp nowhere", "push 2147483647\ndup\nadd\nprint\npush -2147483648\npush -1\ndiv\nprint\nhalt"} {
		code, err := assemble(src)
		if err != nil {
			fmt.Printf("%v\n--\n", err)
			continue
		}
		vm := VM{code: code}
		err = vm.Run()
		var ve VMError
		fmt.Println(err, "|", errors.As(err, &ve), ve.PC, ve.In, errors.Is(err, ErrStack), errors.Is(err, ErrSteps), vm.out.String())
	}
	fmt.Println(Op(77), Instr{Op(77), 3}, []Op{ADD, RET})
	fmt.Fprintf(os.Stdout, "%v %+v %#v %d\n", Instr{JZ, 1}, Instr{JZ, 1}, Instr{JZ, 1}, Instr{JZ, 1})
}
