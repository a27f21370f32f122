package gosrc

import (
	"encoding/binary"
	"errors"
	"fmt"
	"io"
	"reflect"
	"strings"

	"gex/runtime/otp"
)

// replaceBinary gives the functions of encoding/binary that look into their
// argument what is in its box.
func replaceBinary(values map[string]reflect.Value) {
	set := func(name string, f any) { values[name] = reflect.ValueOf(f) }
	set("Write", func(w io.Writer, order binary.ByteOrder, data any) error {
		return namedSize(binary.Write(w, order, otp.Unboxed(data)), data)
	})
	set("Read", func(r io.Reader, order binary.ByteOrder, data any) error {
		return namedSize(binary.Read(r, order, otp.Unboxed(data)), data)
	})
	set("Size", func(data any) int { return binary.Size(otp.Unboxed(data)) })
	set("Append", func(buf []byte, order binary.AppendByteOrder, data any) ([]byte, error) {
		made, err := binary.Append(buf, order.(binary.ByteOrder), otp.Unboxed(data))
		return made, namedSize(err, data)
	})
	set("Encode", func(buf []byte, order binary.ByteOrder, data any) (int, error) {
		n, err := binary.Encode(buf, order, otp.Unboxed(data))
		return n, namedSize(err, data)
	})
	set("Decode", func(buf []byte, order binary.ByteOrder, data any) (int, error) {
		n, err := binary.Decode(buf, order, otp.Unboxed(data))
		return n, namedSize(err, data)
	})
}

// namedSize is an error about a type, which ends with its name, with the name that
// the type has in compiled code.
func namedSize(err error, data any) error {
	b, boxed := data.(otp.Boxed)
	if err == nil || !boxed {
		return err
	}
	t, value := b.Unbox()
	text, found := strings.CutSuffix(err.Error(), fmt.Sprintf("%T", value))
	if !found {
		return err
	}
	return errors.New(text + t.Name)
}
