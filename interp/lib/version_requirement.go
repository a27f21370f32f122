package lib

import (
	"slices"
	"strings"

	"gex/runtime/exception"
	"gex/runtime/process"
	"gex/runtime/term"
)

// condition is an operator with the version it compares with; joined is how
// it is joined to the one before it: "and", "or", or "" for the first.
type condition struct {
	joined, op string
	version    version
}

// versionOperators, the longer ones first.
var versionOperators = []string{"~>", ">=", "<=", "!=", "==", "!", ">", "<"}

// deprecatedVersionOperators have the line of the lexer that warns of them.
var deprecatedVersionOperators = map[string]int{"!=": 522, "!": 527}

// requirementWords splits the text of a requirement into operators, versions,
// and the words between.
func requirementWords(text string) []string {
	var words []string
	for text = strings.TrimLeft(text, " "); text != ""; text = strings.TrimLeft(text, " ") {
		i := slices.IndexFunc(versionOperators, func(op string) bool { return strings.HasPrefix(text, op) })
		if i >= 0 {
			words, text = append(words, versionOperators[i]), text[len(versionOperators[i]):]
			continue
		}
		word, rest, _ := strings.Cut(text, " ")
		words, text = append(words, word), rest
	}
	return words
}

// parseRequirement reads conditions that are joined by and and or. A version
// without operator has to be that version.
func parseRequirement(text string) ([]condition, bool) {
	words := requirementWords(text)
	var conditions []condition
	for len(words) > 0 {
		c := condition{op: "=="}
		if len(conditions) > 0 {
			if words[0] != "and" && words[0] != "or" || len(words) == 1 {
				return nil, false
			}
			c.joined, words = words[0], words[1:]
		}
		if slices.Contains(versionOperators, words[0]) {
			if len(words) == 1 {
				return nil, false
			}
			c.op, words = words[0], words[1:]
		}
		var ok bool
		if c.version, ok = parseVersion(words[0], c.op == "~>"); !ok {
			return nil, false
		}
		conditions, words = append(conditions, c), words[1:]
	}
	return conditions, len(conditions) > 0
}

// warnOfOperators prints a warning for each operator that is not to be used.
func warnOfOperators(self *process.Process, text string, from ...exception.Frame) error {
	for _, word := range requirementWords(text) {
		line, deprecated := deprecatedVersionOperators[word]
		if !deprecated {
			continue
		}
		frames := append([]exception.Frame{
			at("Version.Parser", "lexer", 3, "version.ex", line), at("Version.Parser", "parse_requirement", 1, "version.ex", 577),
		}, from...)
		if err := warning(self, word+" inside Version requirements is deprecated, use ~> or >= instead", frames...); err != nil {
			return err
		}
	}
	return nil
}

var (
	parseRequirementFrame     = at("Version", "parse_requirement", 1, "version.ex", 416)
	mustParseRequirementFrame = at("Version", "parse_requirement!", 1, "version.ex", 439)
	versionMatchFrame         = at("Version", "match?", 3, "version.ex", 287)
)

// requirement is the struct of a requirement's text; false if it is none.
func requirement(self *process.Process, text term.Binary, from ...exception.Frame) (term.Term, bool, error) {
	if err := warnOfOperators(self, string(text), from...); err != nil {
		return nil, false, err
	}
	conditions, ok := parseRequirement(string(text))
	if !ok {
		return nil, false, nil
	}
	var lexed []term.Term
	for _, c := range conditions {
		if c.joined != "" {
			lexed = append(lexed, term.Atom(c.joined))
		}
		var build []term.Term
		if c.version.hasBuild {
			build = append(build, term.Binary(c.version.build))
		}
		patch := orNil(c.version.patch)
		lexed = append(lexed, term.Atom(c.op), term.Tuple{c.version.major, c.version.minor, patch, term.List(c.version.pre...), term.List(build...)})
	}
	return structOf(requirementModule, pair("source", text), pair("lexed", term.List(lexed...))), true, nil
}

func versionParseRequirement(self *process.Process, a []term.Term) (term.Term, error) {
	text, ok := a[0].(term.Binary)
	if !ok {
		return nil, errClause
	}
	r, ok, err := requirement(self, text, parseRequirementFrame)
	if !ok {
		return term.ErrorAtom, err
	}
	return okTuple(r), nil
}

func versionMustParseRequirement(self *process.Process, a []term.Term) (term.Term, error) {
	text, ok := a[0].(term.Binary)
	if !ok {
		return nil, errClause
	}
	return mustParseRequirement(self, text)
}

// mustParseRequirement is parse_requirement!/1, called by from.
func mustParseRequirement(self *process.Process, text term.Binary, from ...exception.Frame) (term.Term, error) {
	r, ok, err := requirement(self, text, append([]exception.Frame{parseRequirementFrame, mustParseRequirementFrame}, from...)...)
	if err == nil && !ok {
		err = raise("Version.InvalidRequirementError", "requirement", text).
			In(at("Version", "parse_requirement!", 1, "version.ex", 441)).In(from...)
	}
	return r, err
}

func versionMatches(self *process.Process, a []term.Term) (term.Term, error) {
	required := a[1]
	if text, ok := required.(term.Binary); ok {
		var err error
		if required, err = mustParseRequirement(self, text, versionMatchFrame); err != nil {
			return nil, err
		}
	}
	v, err := versionArgument(self, a[0], at("Version", "match?", 3, "version.ex", 292))
	if err != nil {
		return nil, err
	}
	pre, given := option(a[2], "allow_pre")
	allowPre := !given || term.Truthy(pre)
	m, ok := isStruct(required, requirementModule)
	if !ok {
		matchable := term.Tuple{v.major, v.minor, v.patch, term.List(v.pre...), term.Bool(allowPre)}
		return nil, noClause(self, requirementModule, "match?", args{required, matchable})
	}
	source, _ := m.Get(term.Atom("source"))
	text, _ := source.(term.Binary)
	conditions, _ := parseRequirement(string(text))
	return term.Bool(matchesConditions(v, allowPre, conditions)), nil
}

// matchesConditions reports whether v meets the conditions; and binds tighter
// than or.
func matchesConditions(v version, allowPre bool, conditions []condition) bool {
	any, all := false, true
	for _, c := range conditions {
		if c.joined == "or" {
			any, all = any || all, true
		}
		all = all && c.matches(v, allowPre)
	}
	return any || all
}

func (c condition) matches(v version, allowPre bool) bool {
	wanted := c.version
	if wanted.patch == nil {
		wanted.patch = term.Int(0)
	}
	order := v.compare(wanted)
	switch c.op {
	case "==":
		return order == 0
	case "!=", "!":
		return order != 0
	case ">":
		return order > 0
	case ">=":
		return order >= 0
	case "<":
		return order < 0
	case "<=":
		return order <= 0
	}
	if order < 0 || !allowPre && len(v.pre) > 0 && len(wanted.pre) == 0 {
		return false
	}
	return term.Same(v.major, wanted.major) && (c.version.patch == nil || term.Same(v.minor, wanted.minor))
}
