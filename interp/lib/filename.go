package lib

import (
	"path"
	"strings"

	"gex/runtime/exception"
	"gex/runtime/ioserver"
	"gex/runtime/process"
	"gex/runtime/term"
)

func filenameTable() Module {
	return Module{
		Name: "filename",
		Doc:  "Erlang's functions on names of files, which are charlists, binaries or atoms. The result is a binary if the argument is one, else a charlist.",
		Functions: []Function{
			{"absname", "filename", "The name from the root.", filenameAbsolute},
			{"absname", "filename, dir", "The name from the root, below a directory if it is relative.", filenameAbsolute},
			{"absname_join", "dir, filename", "As `join/2`.", filenameJoin},
			{"append", "dir, name", "As `join/2`.", filenameJoin},
			{"basename", "filename", "The last part.", onFilename("basename", 188, func(s string, _ []string) string { return erlangBasename(s) })},
			{"basename", "filename, ext", "The last part without an extension.", onFilename("basename", 228, func(s string, rest []string) string {
				return strings.TrimSuffix(erlangBasename(s), rest[0])
			})},
			{"dirname", "filename", "All but the last part.", onFilename("dirname", 283, func(s string, _ []string) string { return path.Dir(strings.TrimRight(s, "/") + trailing(s)) })},
			{"extension", "filename", "The extension with its period.", onFilename("extension", 380, func(s string, _ []string) string { return erlangExtension(s) })},
			{"rootname", "filename", "The name without its extension.", onFilename("rootname", 620, func(s string, _ []string) string { return strings.TrimSuffix(s, erlangExtension(s)) })},
			{"rootname", "filename, ext", "The name without an extension.", onFilename("rootname", 650, func(s string, rest []string) string { return strings.TrimSuffix(s, rest[0]) })},
			{"nativename", "path", "The name as the system writes it.", onFilename("nativename", 850, func(s string, _ []string) string { return s })},
			{"join", "components", "The parts joined with slashes.", filenameJoinAll},
			{"join", "name1, name2", "Two parts joined with a slash.", filenameJoin},
			{"split", "filename", "The parts.", filenameSplit},
			{"pathtype", "path", "`:absolute` or `:relative`.", func(_ *process.Process, a []term.Term) (term.Term, error) {
				s, _, ok := filenameOf(a[0])
				switch {
				case !ok:
					return nil, errClause
				case strings.HasPrefix(s, "/"):
					return term.Atom("absolute"), nil
				}
				return term.Atom("relative"), nil
			}},
			{"flatten", "filename", "The name as a flat list, or the binary.", filenameFlatten},
			{"validate", "filename", "Whether the name can be that of a file.", func(_ *process.Process, a []term.Term) (term.Term, error) {
				s, _, ok := filenameOf(a[0])
				return term.Bool(ok && s != "" && !strings.Contains(s, "\x00")), nil
			}},
		},
	}
}

// filenameOf reads the name of a file, and how names of its kind are made.
func filenameOf(t term.Term) (string, like, bool) {
	charlist := func(s string) term.Term { return term.Charlist(s) }
	switch t := t.(type) {
	case term.Binary:
		return string(t), func(s string) term.Term { return term.Binary(s) }, true
	case term.Atom:
		return string(t), charlist, true
	case *term.Cons, term.EmptyList:
		var b strings.Builder
		for e := range term.Elements(t) {
			s, ok := ioserver.Chars(e)
			if a, isAtom := e.(term.Atom); isAtom {
				s, ok = string(a), true
			}
			if n, isInt := e.(term.Int); isInt {
				s, ok = string(rune(n)), true
			}
			if !ok {
				return "", nil, false
			}
			b.WriteString(s)
		}
		return b.String(), charlist, true
	}
	return "", nil, false
}

// trailing is a slash if the name is that of the root or ends with one.
func trailing(s string) string {
	if strings.HasSuffix(s, "/") {
		return "/"
	}
	return ""
}

func erlangBasename(s string) string {
	if base := path.Base(s); base != "/" && (base != "." || strings.HasSuffix(s, ".")) {
		return base
	}
	return ""
}

// erlangExtension is the extension of the last part, which is none if it is all
// of it.
func erlangExtension(s string) string {
	base := erlangBasename(s)
	if i := strings.LastIndexByte(base, '.'); i > 0 {
		return base[i:]
	}
	return ""
}

func onFilename(name string, line int, f func(s string, rest []string) string) process.Func {
	return func(_ *process.Process, a []term.Term) (term.Term, error) {
		s, as, ok := filenameOf(a[0])
		if !ok {
			return nil, noFilename(a[0], name, len(a), line)
		}
		var rest []string
		for _, t := range a[1:] {
			text, _, ok := filenameOf(t)
			if !ok {
				return nil, noFilename(t, name, len(a), line)
			}
			rest = append(rest, text)
		}
		return as(f(s, rest)), nil
	}
}

// noFilename is the error of what is no name, in a function of :filename.
func noFilename(t term.Term, name string, arity, line int) error {
	err := exception.As(noClause(nil, "filename", "do_flatten", args{t, term.Empty}))
	err.Stack[0].File, err.Stack[0].Line = "filename.erl", 832
	return err.In(in("filename", name, arity, line))
}

// filenameKind is the kind of a name that is made of several: a binary if one
// of them is.
func filenameKind(parts []term.Term) like {
	for _, p := range parts {
		if _, ok := p.(term.Binary); ok {
			return func(s string) term.Term { return term.Binary(s) }
		}
	}
	return func(s string) term.Term { return term.Charlist(s) }
}

func joinNames(parts []term.Term) (string, error) {
	joined := ""
	for i, p := range parts {
		s, _, ok := filenameOf(p)
		switch {
		case !ok:
			return "", errClause
		case i == 0 || strings.HasPrefix(s, "/"):
			joined = s
		default:
			joined = strings.TrimRight(joined, "/") + "/" + s
			if joined == "/"+s && parts[0] != term.Term(term.Binary("/")) {
				joined = s
			}
		}
	}
	for strings.Contains(joined, "//") {
		joined = strings.ReplaceAll(joined, "//", "/")
	}
	if len(joined) > 1 {
		joined = strings.TrimRight(joined, "/")
	}
	return joined, nil
}

func filenameJoin(_ *process.Process, a []term.Term) (term.Term, error) {
	joined, err := joinNames(a)
	return filenameKind(a)(joined), err
}

func filenameJoinAll(_ *process.Process, a []term.Term) (term.Term, error) {
	parts, ok := term.Slice(a[0])
	if !ok || len(parts) == 0 {
		return nil, errClause
	}
	joined, err := joinNames(parts)
	return filenameKind(parts)(joined), err
}

func filenameSplit(_ *process.Process, a []term.Term) (term.Term, error) {
	s, as, ok := filenameOf(a[0])
	if !ok {
		return nil, errClause
	}
	var parts []term.Term
	if strings.HasPrefix(s, "/") {
		parts = append(parts, as("/"))
	}
	for part := range strings.SplitSeq(s, "/") {
		if part != "" {
			parts = append(parts, as(part))
		}
	}
	return term.List(parts...), nil
}

func filenameFlatten(_ *process.Process, a []term.Term) (term.Term, error) {
	list, ok := term.Slice(a[0])
	if !ok {
		if s, as, isName := filenameOf(a[0]); isName {
			return as(s), nil
		}
		return nil, errClause
	}
	var flat []term.Term
	for _, e := range list {
		switch e := e.(type) {
		case term.Atom:
			points, _ := term.Slice(term.Charlist(string(e)))
			flat = append(flat, points...)
		case *term.Cons, term.EmptyList:
			inner, _ := term.Slice(e)
			flat = append(flat, inner...)
		default:
			flat = append(flat, e)
		}
	}
	return term.List(flat...), nil
}

func filenameAbsolute(self *process.Process, a []term.Term) (term.Term, error) {
	s, as, ok := filenameOf(a[0])
	if !ok {
		return nil, errClause
	}
	if strings.HasPrefix(s, "/") {
		joined, err := joinNames(a[:1])
		return as(joined), err
	}
	from := ""
	if len(a) == 2 {
		if from, _, ok = filenameOf(a[1]); !ok {
			return nil, errClause
		}
	} else {
		var err error
		if from, err = filesOf(self).Getwd(); err != nil {
			return nil, badarg("filename", "absname", a...)
		}
	}
	joined, err := joinNames(args{term.Binary(from), term.Binary(s)})
	return as(joined), err
}
