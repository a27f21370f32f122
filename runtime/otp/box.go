package otp

import (
	"errors"
	"fmt"
	"slices"
)

// BoxType is a type declared in interpreted Go, as its boxes know it. There
// is one for each type, so that boxes are compared by ==.
type BoxType struct {
	// ID tells the type from all others, Name is what %T prints.
	ID, Name string
	// Methods are String, Error, Is, As and Unwrap, as functions of a box.
	Methods map[string]any
	// Format prints the value as fmt prints it in compiled code.
	Format func(f fmt.State, verb rune, b Boxed)
	// JSON encodes the value as encoding/json does in compiled code.
	JSON func(b Boxed) ([]byte, error)
}

// Boxed is a value of interpreted Go with its type, which the interpreter
// knows by its fields only. It is what such a value is inside an interface.
type Boxed interface {
	fmt.Formatter
	// Unbox returns the type and the bare value.
	Unbox() (*BoxType, any)
}

// Box is a Boxed without methods.
type Box struct {
	Type  *BoxType
	Value any
}

// ErrorBox is a Boxed whose type is an error.
type ErrorBox Box

// StringerBox is a Boxed as a fmt.Stringer.
type StringerBox Box

// Unbox implements Boxed.
func (b Box) Unbox() (*BoxType, any) { return b.Type, b.Value }

// Unbox implements Boxed.
func (b ErrorBox) Unbox() (*BoxType, any) { return b.Type, b.Value }

// Unbox implements Boxed.
func (b StringerBox) Unbox() (*BoxType, any) { return b.Type, b.Value }

// Format implements fmt.Formatter.
func (b Box) Format(f fmt.State, verb rune) { b.Type.Format(f, verb, b) }

// Format implements fmt.Formatter.
func (b ErrorBox) Format(f fmt.State, verb rune) { b.Type.Format(f, verb, b) }

// Format implements fmt.Formatter.
func (b StringerBox) Format(f fmt.State, verb rune) { b.Type.Format(f, verb, b) }

// MarshalJSON encodes the value in the box.
func (b Box) MarshalJSON() ([]byte, error) { return b.Type.JSON(b) }

// MarshalJSON encodes the value in the box.
func (b ErrorBox) MarshalJSON() ([]byte, error) { return b.Type.JSON(b) }

// MarshalJSON encodes the value in the box.
func (b StringerBox) MarshalJSON() ([]byte, error) { return b.Type.JSON(b) }

// String calls the method of the type.
func (b StringerBox) String() string { return b.Type.Methods["String"].(func(any) string)(b) }

// Error calls the method of the type.
func (b ErrorBox) Error() string { return b.Type.Methods["Error"].(func(any) string)(b) }

// Unwrap calls the method of the type, if it has one.
func (b ErrorBox) Unwrap() error {
	if unwrap, ok := b.Type.Methods["Unwrap"].(func(any) error); ok {
		return unwrap(b)
	}
	return nil
}

// Is calls the method of the type, if it has one.
func (b ErrorBox) Is(target error) bool {
	if is, ok := b.Type.Methods["Is"].(func(any, error) bool); ok && is(b, target) {
		return true
	}
	unwrap, ok := b.Type.Methods["Unwrap"].(func(any) []error)
	return ok && slices.ContainsFunc(unwrap(b), func(inner error) bool { return errors.Is(inner, target) })
}

// Unboxed returns the bare value of a box, and any other value as it is.
func Unboxed(value any) any {
	if b, ok := value.(Boxed); ok {
		_, value = b.Unbox()
	}
	return value
}
