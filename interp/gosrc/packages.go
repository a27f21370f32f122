package gosrc

import (
	"fmt"
	"maps"
	"path"
	"slices"
	"strings"
)

// allowed lists the packages of the standard library that learners may use.
// It is the sandbox: nothing on it reaches files, the network, other
// processes or memory. The generator makes export data and symbols of these.
var allowed = []string{
	"bufio",
	"bytes",
	"cmp",
	"container/heap",
	"container/list",
	"container/ring",
	"context",
	"crypto/hmac",
	"crypto/md5",
	"crypto/sha1",
	"crypto/sha256",
	"crypto/sha512",
	"encoding",
	"encoding/base32",
	"encoding/base64",
	"encoding/binary",
	"encoding/csv",
	"encoding/hex",
	"encoding/json",
	"errors",
	"fmt",
	"hash",
	"hash/adler32",
	"hash/crc32",
	"hash/crc64",
	"hash/fnv",
	"html",
	"io",
	"iter",
	"maps",
	"math",
	"math/big",
	"math/bits",
	"math/cmplx",
	"math/rand",
	"math/rand/v2",
	"net/url",
	"path",
	"regexp",
	"slices",
	"sort",
	"strconv",
	"strings",
	"sync",
	"sync/atomic",
	"text/scanner",
	"text/tabwriter",
	"time",
	"unicode",
	"unicode/utf16",
	"unicode/utf8",
}

// extra lists the packages that a user may allow with the flag -allow. They
// reach files, programs and the machine, or go round what the shell guards.
var extra = []string{
	"log",
	"os",
	"os/exec",
	"path/filepath",
	"reflect",
	"runtime",
	"text/template",
}

// instead says what to write instead of what packages are often used for that
// are not in this shell.
var instead = map[string]string{
	"crypto/rand":   "math/rand has numbers that nobody has to guess",
	"embed":         "write the text between backquotes",
	"encoding/gob":  "encoding/json writes and reads structs",
	"encoding/xml":  "encoding/json writes and reads structs",
	"flag":          "give a function what it needs as arguments",
	"hash/maphash":  "hash/fnv and hash/crc32 hash bytes, the same at every run",
	"html/template": "write a function that prints with Fprintf, and escape with html.EscapeString",
	"io/fs":         "files are out of reach, errors can be made by errors.New",
	"io/ioutil":     "package io has ReadAll, Discard and NopCloser",
	"log/slog":      "print with package log, or with the module Logger",
	"net":           "processes send each other messages",
	"net/http":      "processes send each other messages; encoding/json and net/url are there",
	"os/signal":     "Ctrl-C interrupts what is typed at the prompt",
	"path/filepath": "package path joins and splits names",
	"reflect":       "switch on the type of a value, compare with slices.Equal and maps.Equal, print types with %T",
	"runtime/debug": "a failure of a process comes with its stack trace",
	"testing":       "compare in a function that prints what differs",
	"text/template": "write a function that prints with Fprintf",
	"unique":        "compare the values themselves, or keep one of each in a map",
	"unsafe":        "encoding/binary and math.Float64bits give the bytes of values",
}

// insteadOf is instead as the end of a message.
func insteadOf(path string) string {
	if words := instead[path]; words != "" {
		return ": " + words
	}
	return ""
}

// Allow lets the unit import packages beyond those that everybody may. It
// fails for a package that is not in this shell.
func (u *Unit) Allow(paths ...string) error {
	for _, p := range paths {
		if !slices.Contains(extra, p) && !slices.Contains(allowed, p) {
			return fmt.Errorf("package %q cannot be allowed: there are %s", p, strings.Join(extra, ", "))
		}
		u.extra = append(u.extra, p)
		if p == "os/exec" { // which speaks of files of the real os
			u.extra = append(u.extra, "os")
		}
	}
	return nil
}

// Limited returns the import paths of the packages of which there is a part, and
// what there is.
func Limited() [][2]string {
	var list [][2]string
	for _, path := range slices.Sorted(maps.Keys(limited)) {
		if p, err := newImporter().Import(path); err == nil {
			list = append(list, [2]string{path, limitedNames(p)})
		}
	}
	return list
}

// Extra returns the import paths that Allow takes.
func Extra() []string { return slices.Clone(extra) }

// packageName is the name of a package without an import name: that before
// the version.
func packageName(importPath string) string {
	name := path.Base(importPath)
	if name == "v2" {
		return path.Base(path.Dir(importPath))
	}
	return name
}

// otpPath is the package whose names need no qualifier at the prompt.
const otpPath = "gex/runtime/otp"

// Packages returns the import paths of the standard library that Go typed at
// the prompt may use.
func Packages() []string { return slices.Clone(allowed) }
