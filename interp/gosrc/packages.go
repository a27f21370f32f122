package gosrc

import "slices"

// allowed lists the packages of the standard library that learners may use.
// It is the sandbox: nothing on it reaches files, the network, other
// processes or memory. The generator makes export data and symbols of these.
var allowed = []string{
	"bytes",
	"cmp",
	"container/heap",
	"container/list",
	"container/ring",
	"encoding/base64",
	"encoding/hex",
	"encoding/json",
	"errors",
	"fmt",
	"hash/fnv",
	"io",
	"iter",
	"maps",
	"math",
	"math/big",
	"math/bits",
	"math/cmplx",
	"math/rand",
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

// otpPath is the package whose names need no qualifier at the prompt.
const otpPath = "gex/runtime/otp"

// Packages returns the import paths of the standard library that Go typed at
// the prompt may use.
func Packages() []string { return slices.Clone(allowed) }
