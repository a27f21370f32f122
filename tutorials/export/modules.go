package export

import (
	"fmt"
	"go/ast"
	"path"
	"slices"
	"strings"

	"gex/runtime/late"
	"gex/tutorials/transcript"
)

// modules follows the modules of a lesson, to say for each block of Go which
// modules of Elixir stand in its place.
type modules struct {
	elixir    func(source string) (string, error)
	originals []string          // the blocks of Elixir since the last Go
	source    []string          // all Go that was loaded, block by block
	files     map[string]string // the files of the document in Elixir, by name
}

func (l Lesson) modules() *modules {
	return &modules{elixir: l.Elixir, files: map[string]string{}}
}

var moduleHead = late.Regexp(`(?m)^defmodule ([\w.]+) do`)

// display takes notice of a block that is only shown, or of a file.
func (m *modules) display(b *transcript.Block) error {
	switch {
	case b.Use == transcript.File && path.Ext(b.Directives.File) == ".go":
		text, err := m.translate(withoutClauses(b.Text()))
		if err != nil {
			return fmt.Errorf("%s: %w", b.Directives.File, err)
		}
		m.files[b.Directives.File] = text
	case b.Use == transcript.File:
		m.files[b.Directives.File] = b.Text()
	case language(b) == "elixir":
		m.originals = append(m.originals, b.Text())
	}
	return nil
}

// translate returns the modules of Elixir that do what a piece of Go does.
func (m *modules) translate(source string) (string, error) {
	originals := m.originals
	m.originals = nil
	types, methods := declared(source)
	m.source = append(slices.DeleteFunc(m.source, func(old string) bool {
		had, _ := declared(old)
		return len(had) > 0 && !slices.ContainsFunc(had, func(name string) bool { return !slices.Contains(types, name) })
	}), source)
	if whole := covering(originals, types, methods); whole != "" {
		return whole, nil
	}
	if len(types) > 0 && m.elixir != nil {
		return m.elixir(source + m.hidden(source))
	}
	if m.elixir == nil {
		return "", fmt.Errorf("nothing here turns Go into Elixir")
	}
	return m.again(methods)
}

// again translates modules to which methods were added.
func (m *modules) again(names []string) (string, error) {
	var all []string
	for _, source := range m.source {
		types, methods := declared(source)
		if overlap(names, types) || overlap(names, methods) {
			all = append(all, source)
		}
	}
	return m.elixir(strings.Join(all, "\n"))
}

// hidden is the Go of states that an earlier block has declared.
func (m *modules) hidden(source string) string {
	var b strings.Builder
	for _, old := range m.source {
		if old != source && strings.Contains(old, " struct {") && !moduleType().MatchString(old) {
			b.WriteString("\n" + old)
		}
	}
	return b.String()
}

var moduleType = late.Regexp(`(?m)^type [A-Z]`)

func overlap(a, b []string) bool {
	return slices.ContainsFunc(a, func(name string) bool { return slices.Contains(b, name) })
}

// covering returns the originals that define all the modules of Go types. If
// there are methods of other types, they are only a part of their module.
func covering(originals []string, types, methods []string) string {
	var defined []string
	for _, text := range originals {
		for _, m := range moduleHead().FindAllStringSubmatch(text, -1) {
			defined = append(defined, m[1])
		}
	}
	for _, name := range slices.Concat(types, methods) {
		if !slices.Contains(types, name) || !slices.Contains(defined, strings.ReplaceAll(name, "_", ".")) {
			return ""
		}
	}
	return strings.Join(slices.DeleteFunc(slices.Clone(originals), func(text string) bool { return !moduleHead().MatchString(text) }), "\n")
}

// declared lists the exported types of Go source, and the exported types that
// its methods are of.
func declared(source string) (types, methods []string) {
	for _, d := range transcript.Declared(source) {
		switch {
		case d.Type && ast.IsExported(d.Name):
			types = append(types, d.Name)
		case ast.IsExported(d.Receiver) && !slices.Contains(methods, d.Receiver):
			methods = append(methods, d.Receiver)
		}
	}
	return types, methods
}

// clauses are those of a Go file that the prompt needs not.
var clauses = late.Regexp(`(?ms)^package \w+$|^import (\([^)]*\)|[^\n]*)$`)

func withoutClauses(source string) string {
	return strings.TrimLeft(clauses().ReplaceAllString(source, ""), "\n")
}

var importFile = late.Regexp(`^import_file\(? *"([^"]+)" *\)?$`)

// input is what an input of the prompt becomes in Elixir. What is a command of
// gex is empty.
func (m *modules) input(text string) (elixir string, isModule bool) {
	if strings.HasPrefix(strings.TrimSpace(text), "/") {
		return "", false
	}
	if found := importFile().FindStringSubmatch(strings.TrimSpace(text)); found != nil {
		if file, ok := m.files[found[1]]; ok {
			return file, true
		}
	}
	return text, moduleHead().MatchString(text)
}
