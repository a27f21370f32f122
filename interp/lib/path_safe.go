package lib

import (
	"path"
	"slices"
	"strings"

	"gex/runtime/process"
	"gex/runtime/term"
)

// This file holds the functions of Path that look for a way out of a directory,
// and for files by a pattern.

// pathRelative is the path without the root; what it is below stays.
func pathRelative(p string) string {
	switch strings.TrimLeft(p, "/") {
	case p:
	case "":
		return "."
	}
	if p = strings.TrimLeft(p, "/"); p == "" {
		return ""
	}
	return strings.TrimSuffix(joinPaths(p, ""), "/")
}

func pathSafeRelative(_ *process.Process, a []term.Term) (term.Term, error) {
	text, err := ToString(a[0])
	if err != nil {
		return nil, err
	}
	if strings.HasPrefix(text, "/") {
		return term.ErrorAtom, nil
	}
	var parts []string
	for part := range strings.SplitSeq(text, "/") {
		switch {
		case part == "" || part == ".":
		case part != "..":
			parts = append(parts, part)
		case len(parts) == 0:
			return term.ErrorAtom, nil
		default:
			parts = parts[:len(parts)-1]
		}
	}
	return okTuple(term.Binary(strings.Join(parts, "/"))), nil
}

func pathWildcard(self *process.Process, a []term.Term) (term.Term, error) {
	pattern, err := ToString(a[0])
	if err != nil {
		return nil, err
	}
	dots, _ := option(a[1], "match_dot")
	g := globber{files: filesOf(self), dots: dots == term.Term(term.True)}
	for _, alternative := range alternatives(pattern) {
		start, rest := "", alternative
		if strings.HasPrefix(rest, "/") {
			start, rest = "/", strings.TrimLeft(rest, "/")
		}
		g.find(start, strings.Split(rest, "/"))
	}
	slices.Sort(g.found)
	return stringList(slices.Compact(g.found)), nil
}

// alternatives spells out {a,b} of a pattern.
func alternatives(pattern string) []string {
	open := strings.IndexByte(pattern, '{')
	if open < 0 {
		return []string{pattern}
	}
	shut := strings.IndexByte(pattern[open:], '}')
	if shut < 0 {
		return []string{pattern}
	}
	var all []string
	for word := range strings.SplitSeq(pattern[open+1:open+shut], ",") {
		all = append(all, alternatives(pattern[:open]+word+pattern[open+shut+1:])...)
	}
	return all
}

// globber finds files whose names match a pattern, part by part.
type globber struct {
	files FileSystem
	dots  bool // whether * takes names that begin with a dot
	found []string
}

func (g *globber) find(dir string, parts []string) {
	if len(parts) == 0 {
		if _, err := g.files.Stat(dir); err == nil {
			g.found = append(g.found, dir)
		}
		return
	}
	if !strings.ContainsAny(parts[0], "*?[\\") {
		g.find(below(dir, parts[0]), parts[1:])
		return
	}
	from := dir
	if from == "" {
		from = "."
	}
	names, err := g.files.ReadDir(from)
	if err != nil {
		return
	}
	deep := parts[0] == "**"
	if deep {
		g.find(dir, parts[1:])
	}
	for _, name := range names {
		matches, _ := path.Match(parts[0], name)
		if !matches || strings.HasPrefix(name, ".") && !g.dots && !strings.HasPrefix(parts[0], ".") {
			continue
		}
		if deep {
			g.find(below(dir, name), parts)
			continue
		}
		g.find(below(dir, name), parts[1:])
	}
}

func below(dir, name string) string {
	if dir == "" || strings.HasSuffix(dir, "/") {
		return dir + name
	}
	return dir + "/" + name
}
