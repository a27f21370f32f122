package lib

import (
	"path"
	"strings"

	"gex/runtime/exception"
	"gex/runtime/process"
	"gex/runtime/term"
)

func pathModule() Module {
	return Module{
		Name: "Elixir.Path",
		Doc:  "Names of files, as text: nothing is looked up.",
		Functions: []Function{
			{"join", "left, right", "Two paths, one behind the other.", pathJoin},
			{"join", "paths", "The paths of a list, one behind the other.", pathJoinAll},
			{"basename", "path", "The last component.", onPath(basename)},
			{"basename", "path, extension", "The last component without the extension.", pathBasename},
			{"dirname", "path", "All but the last component.", onPath(path.Dir)},
			{"extname", "path", "The extension of the last component, with its dot.", onPath(extname)},
			{"rootname", "path", "The path without its extension.", onPath(func(p string) string { return strings.TrimSuffix(p, extname(p)) })},
			{"rootname", "path, extension", "The path without the extension.", pathRootname},
			{"split", "path", "The components of a path.", pathSplit},
			{"type", "path", "`:absolute` or `:relative`.", func(self *process.Process, a []term.Term) (term.Term, error) {
				return onPathText(self, a[0], func(p string) (term.Term, error) {
					if strings.HasPrefix(p, "/") {
						return term.Atom("absolute"), nil
					}
					return term.Atom("relative"), nil
				})
			}},
			{"absname", "path", "The path from the root on.", pathAbsname},
			{"absname", "path, relative_to", "The path from the root on, seen from a directory.", pathAbsname},
			{"expand", "path", "The path from the root on, without `.`, `..` and `~`.", pathExpand},
			{"expand", "path, relative_to", "The path from the root on, without `.`, `..` and `~`, seen from a directory.", pathExpand},
			{"relative", "name", "The path without the root.", onPath(pathRelative)},
			{"safe_relative", "path", "`{:ok, path}` without `.` and `..`, or `:error` if it leads out of the directory.", pathSafeRelative},
			{"safe_relative_to", "path, relative_to", "As `safe_relative/1`, seen from a directory.", pathSafeRelative},
			{"wildcard", `glob, opts \\ []`, "The files whose names match a pattern with `*`, `**`, `?`, `[a-z]` and `{a,b}`.", pathWildcard},
			{"relative_to", "path, from", "The path as it is seen from a directory.", pathRelativeTo},
			{"relative_to_cwd", "path", "The path as it is seen from the directory one is in.", func(self *process.Process, a []term.Term) (term.Term, error) {
				dir, err := filesOf(self).Getwd()
				if err != nil {
					return a[0], nil
				}
				return pathRelativeTo(self, args{a[0], term.Binary(dir)})
			}},
		},
	}
}

// onPath is a function of a path, which may be any chardata.
func onPath(f func(string) string) process.Func {
	return func(_ *process.Process, a []term.Term) (term.Term, error) {
		text, err := ToString(a[0])
		if err != nil {
			return nil, err
		}
		return term.Binary(f(text)), nil
	}
}

func basename(p string) string {
	if strings.Trim(p, "/") == "" {
		return ""
	}
	return path.Base(p)
}

// extname is the extension; a name that begins with its only dot has none.
func extname(p string) string {
	name := basename(p)
	if at := strings.LastIndexByte(name, '.'); at > 0 {
		return name[at:]
	}
	return ""
}

func pathBasename(_ *process.Process, a []term.Term) (term.Term, error) {
	return trimExtension(a, basename)
}

// trimExtension is part of the path a[0] without the extension a[1] at its end.
func trimExtension(a []term.Term, part func(string) string) (term.Term, error) {
	text, err := ToString(a[0])
	if err != nil {
		return nil, err
	}
	extension, err := ToString(a[1])
	if err != nil {
		return nil, err
	}
	return term.Binary(strings.TrimSuffix(part(text), extension)), nil
}

// joinPaths puts one slash between the paths and none at the end.
func joinPaths(left, right string) string {
	joined := strings.TrimRight(left, "/") + "/" + strings.Trim(right, "/")
	if left == "" {
		joined = strings.TrimRight(right, "/")
	}
	return strings.TrimSuffix(joined, "/")
}

func pathJoin(self *process.Process, a []term.Term) (term.Term, error) {
	left, err := ToString(a[0])
	if err != nil {
		return nil, err
	}
	right, err := joinedPath(self, a[1])
	if err != nil {
		return nil, err
	}
	return term.Binary(joinPaths(left, right)), nil
}

// joinedPath is the text of a path behind another one, which may be no atom.
func joinedPath(self *process.Process, t term.Term) (string, error) {
	switch t.(type) {
	case term.Binary, *term.Cons, term.EmptyList:
		return ToString(t)
	}
	return "", exception.In(noClause(self, "Elixir.IO", "chardata_to_string", args{t}),
		at("Path", "do_join", 3, "path.ex", 558), at("Path", "join", 2, "path.ex", 550))
}

func pathJoinAll(self *process.Process, a []term.Term) (term.Term, error) {
	elements, ok := term.Slice(a[0])
	if !ok || len(elements) == 0 {
		return nil, errClause
	}
	joined, err := ToString(elements[0])
	if err != nil {
		return nil, err
	}
	for _, e := range elements[1:] {
		next, err := joinedPath(self, e)
		if err != nil {
			return nil, exception.In(err, at("Path", "join", 1, "path.ex", 518))
		}
		joined = joinPaths(joined, next)
	}
	return term.Binary(joined), nil
}

func pathSplit(_ *process.Process, a []term.Term) (term.Term, error) {
	text, err := ToString(a[0])
	if err != nil {
		return nil, err
	}
	var parts []term.Term
	if strings.HasPrefix(text, "/") {
		parts = append(parts, term.Binary("/"))
	}
	for part := range strings.SplitSeq(text, "/") {
		if part != "" {
			parts = append(parts, term.Binary(part))
		}
	}
	return term.List(parts...), nil
}
