package lib

import (
	"slices"
	"strings"

	"gex/runtime/exception"
	"gex/runtime/process"
	"gex/runtime/term"
)

const (
	versionModule     = term.Atom("Elixir.Version")
	requirementModule = term.Atom("Elixir.Version.Requirement")
)

var versionStruct = []term.Pair{pair("major", term.Nil), pair("minor", term.Nil), pair("patch", term.Nil), pair("pre", term.Empty), pair("build", term.Nil)}

// versionTable is Elixir's Version: semantic versions and what is required of them.
func versionTable() Module {
	return Module{
		Name:     versionModule,
		Doc:      "Versions as `1.2.3-rc.1+build`, their order, and requirements such as `~> 1.2`.",
		Struct:   versionStruct,
		Enforced: []term.Atom{"major", "minor", "patch"},
		Functions: []Function{
			{"parse", "string", "`{:ok, version}`, or `:error` if it is none.", versionParse},
			{"parse!", "string", "The version; raises `Version.InvalidVersionError` if it is none.", versionMustParse},
			{"to_string", "version", "The version as text.", versionToString},
			{"compare", "version1, version2", "`:gt`, `:eq` or `:lt`. What stands behind a `+` does not count.", versionCompare},
			{"match?", `version, requirement, opts \\ []`, "Whether a version is what is required. `allow_pre: false` leaves out pre-releases under `~>` unless they are asked for.", versionMatches},
			{"parse_requirement", "string", "`{:ok, requirement}`, or `:error` if it is none.", versionParseRequirement},
			{"parse_requirement!", "string", "The requirement; raises `Version.InvalidRequirementError` if it is none.", versionMustParseRequirement},
			{"compile_requirement", "requirement", "The requirement, which is as fast without.", requirementItself},
		},
	}
}

func requirementTable() Module {
	return Module{
		Name:   requirementModule,
		Doc:    "What is required of a version, as `Version.parse_requirement/1` returns it.",
		Struct: []term.Pair{pair("source", term.Nil), pair("lexed", term.Nil)},
	}
}

// version is what is compared: the numbers and the parts behind the hyphen,
// each an integer or a string. patch is nil where a requirement leaves it out.
type version struct {
	major, minor, patch term.Term
	pre                 []term.Term
	build               string
	hasBuild            bool
}

// parseVersion reads MAJOR.MINOR.PATCH-PRE+BUILD. The patch may be left out if
// the version is approximate.
func parseVersion(text string, approximate bool) (v version, ok bool) {
	text, v.build, v.hasBuild = strings.Cut(text, "+")
	if v.hasBuild && slices.ContainsFunc(strings.Split(v.build, "."), notPart) {
		return v, false
	}
	numbers, pre, hasPre := strings.Cut(text, "-")
	parts := strings.Split(numbers, ".")
	if len(parts) != 3 && !(approximate && len(parts) == 2) {
		return v, false
	}
	for i, into := range []*term.Term{&v.major, &v.minor, &v.patch}[:len(parts)] {
		if *into, ok = versionNumber(parts[i]); !ok {
			return v, false
		}
	}
	if !hasPre {
		return v, true
	}
	for part := range strings.SplitSeq(pre, ".") {
		if notPart(part) {
			return v, false
		}
		value := term.Term(term.Binary(part))
		if strings.Trim(part, "0123456789") == "" {
			if value, ok = versionNumber(part); !ok {
				return v, false
			}
		}
		v.pre = append(v.pre, value)
	}
	return v, true
}

// versionNumber reads a number without leading zeros.
func versionNumber(text string) (term.Term, bool) {
	if text == "" || strings.Trim(text, "0123456789") != "" || len(text) > 1 && text[0] == '0' {
		return nil, false
	}
	return parseInteger(text, 10)
}

// notPart reports whether text is no part of what stands behind the numbers:
// letters, digits and hyphens, one at least.
func notPart(text string) bool {
	return text == "" || strings.ContainsFunc(text, func(r rune) bool {
		return !(r >= '0' && r <= '9' || r >= 'a' && r <= 'z' || r >= 'A' && r <= 'Z' || r == '-')
	})
}

// compare orders versions: by number, then those before the release, in which
// numbers are less than words.
func (v version) compare(w version) int {
	for _, pair := range [][2]term.Term{{v.major, w.major}, {v.minor, w.minor}, {v.patch, w.patch}} {
		if order := term.Compare(pair[0], pair[1]); order != 0 {
			return order
		}
	}
	switch {
	case len(v.pre) == 0:
		return min(len(w.pre), 1)
	case len(w.pre) == 0:
		return -1
	}
	return slices.CompareFunc(v.pre, w.pre, term.Compare)
}

func (v version) term() term.Term {
	build := term.Term(term.Nil)
	if v.hasBuild {
		build = term.Binary(v.build)
	}
	return structOf(versionModule, pair("major", v.major), pair("minor", v.minor), pair("patch", v.patch),
		pair("pre", term.List(v.pre...)), pair("build", build))
}

// versionFields are the fields of a struct in the order of its module.
func versionFields(m *term.Map) [5]term.Term {
	var fields [5]term.Term
	for i, p := range versionStruct {
		fields[i], _ = m.Get(p.Key)
		fields[i] = orNil(fields[i])
	}
	return fields
}

// versionText is a version struct as text.
func versionText(m *term.Map) string {
	f := versionFields(m)
	text := show(f[0]) + "." + show(f[1]) + "." + show(f[2])
	for i, part := range slices.Collect(term.Elements(f[3])) {
		before := "."
		if i == 0 {
			before = "-"
		}
		words, _ := ToString(part)
		text += before + words
	}
	if build, ok := f[4].(term.Binary); ok && build != "" {
		text += "+" + string(build)
	}
	return text
}

func versionToString(_ *process.Process, a []term.Term) (term.Term, error) {
	m, ok := isStruct(a[0], versionModule)
	if !ok {
		return nil, errClause
	}
	return term.Binary(versionText(m)), nil
}

func versionParse(_ *process.Process, a []term.Term) (term.Term, error) {
	text, ok := a[0].(term.Binary)
	if !ok {
		return nil, errClause
	}
	v, ok := parseVersion(string(text), false)
	if !ok {
		return term.ErrorAtom, nil
	}
	return okTuple(v.term()), nil
}

func versionMustParse(self *process.Process, a []term.Term) (term.Term, error) {
	result, err := versionParse(self, a)
	if err != nil {
		return nil, err
	}
	if t, ok := result.(term.Tuple); ok {
		return t[1], nil
	}
	return nil, invalidVersion(a[0]).In(at("Version", "parse!", 1, "version.ex", 397))
}

func invalidVersion(t term.Term) *exception.Error {
	return raise("Version.InvalidVersionError", "version", t)
}

// versionArgument is an argument that is a version or the text of one.
func versionArgument(self *process.Process, t term.Term, caller exception.Frame) (version, error) {
	if m, ok := isStruct(t, versionModule); ok {
		f := versionFields(m)
		pre, _ := term.Slice(f[3])
		return version{major: f[0], minor: f[1], patch: f[2], pre: pre}, nil
	}
	text, ok := t.(term.Binary)
	if !ok {
		x := noClause(self, "Elixir.Version.Parser", "parse_version", args{t, term.False}).(*exception.Error)
		return version{}, x.In(at("Version", "to_matchable", 2, "version.ex", 458), caller)
	}
	v, ok := parseVersion(string(text), false)
	if !ok {
		return v, invalidVersion(t).In(at("Version", "to_matchable", 2, "version.ex", 463), caller)
	}
	return v, nil
}

func versionCompare(self *process.Process, a []term.Term) (term.Term, error) {
	caller := at("Version", "compare", 2, "version.ex", 335)
	v, err := versionArgument(self, a[0], caller)
	if err != nil {
		return nil, err
	}
	w, err := versionArgument(self, a[1], caller)
	if err != nil {
		return nil, err
	}
	return []term.Term{term.Atom("lt"), term.Atom("eq"), term.Atom("gt")}[v.compare(w)+1], nil
}

func requirementItself(_ *process.Process, a []term.Term) (term.Term, error) {
	if _, ok := isStruct(a[0], requirementModule); !ok {
		return nil, errClause
	}
	return a[0], nil
}
