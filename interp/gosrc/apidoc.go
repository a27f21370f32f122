package gosrc

import (
	_ "embed" // the documentation
	"slices"
	"strings"
)

// apiText is what generate.go has found in the source of otp.
//
//go:embed data/otp.txt
var apiText string

// Documentation returns the declaration and the comment of a name of the API, as Send,
// GenServer.Call or Ref.String; false if learners have no such name.
func Documentation(name string) (declaration, comment string, ok bool) {
	root, _, _ := strings.Cut(name, ".")
	_, rest, ok := strings.Cut("\n"+apiText, "\n== "+name+"\n")
	if !ok || slices.Contains(internalNames, root) {
		return "", "", false
	}
	entry, _, _ := strings.Cut(rest, "\n== ")
	declaration, comment, _ = strings.Cut(entry, "\n\n")
	return declaration, comment, true
}
