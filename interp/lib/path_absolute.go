package lib

import (
	"path"
	"strings"

	"gex/runtime/process"
	"gex/runtime/term"
)

func onPathText(_ *process.Process, t term.Term, f func(string) (term.Term, error)) (term.Term, error) {
	text, err := ToString(t)
	if err != nil {
		return nil, err
	}
	return f(text)
}

func pathRootname(_ *process.Process, a []term.Term) (term.Term, error) {
	return trimExtension(a, func(path string) string { return path })
}

// absolute puts the directory that one is in, or the one given, before a
// relative path, and the home directory in the place of ~.
func absolute(self *process.Process, a args, home bool) (string, error) {
	text, err := ToString(a[0])
	if err != nil {
		return "", err
	}
	if home && (text == "~" || strings.HasPrefix(text, "~/")) {
		return filesOf(self).Home() + text[1:], nil
	}
	if strings.HasPrefix(text, "/") {
		return text, nil
	}
	dir, err := filesOf(self).Getwd()
	if len(a) > 1 {
		if dir, err = ToString(a[1]); err == nil && home {
			dir, err = absolute(self, a[1:2], home)
		}
		if err != nil {
			return "", err
		}
	}
	if err != nil {
		return text, nil
	}
	return joinPaths(dir, text), nil
}

func pathAbsname(self *process.Process, a []term.Term) (term.Term, error) {
	text, err := absolute(self, a, false)
	return term.Binary(text), err
}

func pathExpand(self *process.Process, a []term.Term) (term.Term, error) {
	text, err := absolute(self, a, true)
	return term.Binary(path.Clean(text)), err
}

// ExpandPath returns a path from the root on, as Path.expand/1 does.
func ExpandPath(self *process.Process, name string) string {
	text, err := absolute(self, args{term.Binary(name)}, true)
	if err != nil {
		return name
	}
	return path.Clean(text)
}

func pathRelativeTo(_ *process.Process, a []term.Term) (term.Term, error) {
	text, err := ToString(a[0])
	if err != nil {
		return nil, err
	}
	from, err := ToString(a[1])
	if err != nil {
		return nil, err
	}
	if text == from {
		return term.Binary("."), nil
	}
	if rest, ok := strings.CutPrefix(text, strings.TrimSuffix(from, "/")+"/"); ok {
		return term.Binary(rest), nil
	}
	return term.Binary(strings.TrimSuffix(text, "/")), nil
}
