package gosrc

import (
	"fmt"
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
	"crypto/md5",
	"crypto/sha1",
	"crypto/sha256",
	"encoding/base64",
	"encoding/binary",
	"encoding/csv",
	"encoding/hex",
	"encoding/json",
	"errors",
	"fmt",
	"hash/crc32",
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
	"net/url",
	"path",
	"regexp",
	"slices",
	"sort",
	"strconv",
	"strings",
	"sync",
	"sync/atomic",
	"text/tabwriter",
	"time",
	"unicode",
	"unicode/utf8",
}

// extra lists the packages that a user may allow with the flag -allow. They
// reach files, programs and the machine, or go round what the shell guards.
var extra = []string{
	"context",
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
	for _, path := range paths {
		if !slices.Contains(extra, path) && !slices.Contains(allowed, path) {
			return fmt.Errorf("package %q cannot be allowed: there are %s", path, strings.Join(extra, ", "))
		}
		u.extra = append(u.extra, path)
	}
	return nil
}

// Extra returns the import paths that Allow takes.
func Extra() []string { return slices.Clone(extra) }

// otpPath is the package whose names need no qualifier at the prompt.
const otpPath = "gex/runtime/otp"

// Packages returns the import paths of the standard library that Go typed at
// the prompt may use.
func Packages() []string { return slices.Clone(allowed) }
