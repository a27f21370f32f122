package gosrc

import (
	"fmt"
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

// Allow lets the unit import packages beyond those that everybody may. It
// fails for a package that is not in this shell.
func (u *Unit) Allow(paths ...string) error {
	for _, p := range paths {
		if !slices.Contains(extra, p) && !slices.Contains(allowed, p) {
			return fmt.Errorf("package %q cannot be allowed: there are %s", p, strings.Join(extra, ", "))
		}
		u.extra = append(u.extra, p)
	}
	return nil
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
