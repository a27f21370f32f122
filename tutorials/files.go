package tutorials

import (
	"errors"
	"fmt"
	"io/fs"
	"os"
	"path/filepath"
	"slices"
	"strings"

	"gex/tutorials/transcript"
)

// openDocument parses a file, or the lesson of that name if there is no such
// file. files finds what its inputs load.
func openDocument(lessons fs.FS, name string) (doc *transcript.Document, files func(string) ([]byte, error), err error) {
	text, err := os.ReadFile(name)
	switch {
	case err == nil:
		doc, err = transcript.Parse(name, string(text))
		return doc, besides(name), err
	case errors.Is(err, fs.ErrNotExist) && isLesson(lessons, name):
		doc, err = openLesson(lessons, name)
		return doc, lessonFile(lessons), err
	}
	return nil, nil, err
}

// errataSuffix ends the names of errata: NAME.errata.md holds those of NAME.md.
const errataSuffix = ".errata.md"

// openAmended is openDocument with errata: those of a file or directory, or if
// that is "" those beside the document.
func openAmended(lessons fs.FS, name, given string) (*transcript.Document, *transcript.Errata, func(string) ([]byte, error), error) {
	doc, files, err := openDocument(lessons, name)
	if err != nil {
		return nil, nil, nil, err
	}
	path := errataOf(name, given)
	text, err := os.ReadFile(path)
	if errors.Is(err, fs.ErrNotExist) && path != given {
		return doc, nil, files, nil
	}
	if err != nil {
		return nil, nil, nil, err
	}
	errata, err := transcript.ParseErrata(path, string(text))
	if err == nil {
		err = doc.Amend(errata)
	}
	return doc, errata, files, err
}

func exists(name string) bool {
	_, err := os.Stat(name)
	return err == nil
}

// besides finds files in the directory of a transcript, then in the current
// one.
func besides(name string) func(string) ([]byte, error) {
	return func(file string) ([]byte, error) {
		if !filepath.IsAbs(file) {
			if data, err := os.ReadFile(filepath.Join(filepath.Dir(name), file)); err == nil {
				return data, nil
			}
		}
		return os.ReadFile(file)
	}
}

// expand lists the transcripts among paths: files as they are, and all
// Markdown files below directories that have something to run.
func expand(lessons fs.FS, paths []string) ([]string, error) {
	var names []string
	for _, path := range paths {
		info, err := os.Stat(path)
		switch {
		case err != nil && isLesson(lessons, path), err == nil && !info.IsDir():
			names = append(names, path)
		case err != nil:
			return nil, err
		default:
			below, err := transcriptsBelow(path)
			if err != nil {
				return nil, err
			}
			names = append(names, below...)
		}
	}
	return names, nil
}

func isMarkdown(path string) bool {
	return slices.Contains([]string{".md", ".markdown"}, filepath.Ext(path))
}

func transcriptsBelow(dir string) ([]string, error) {
	var names []string
	err := filepath.WalkDir(dir, func(path string, d fs.DirEntry, err error) error {
		if err != nil || d.IsDir() || !isMarkdown(path) || strings.HasSuffix(path, errataSuffix) {
			return err
		}
		text, err := os.ReadFile(path)
		if err != nil {
			return err
		}
		// A file that does not parse is listed too, so that it is reported.
		if doc, err := transcript.Parse(path, string(text)); err != nil || len(doc.Steps()) > 0 {
			names = append(names, path)
		}
		return nil
	})
	if err != nil {
		return nil, fmt.Errorf("look for transcripts: %w", err)
	}
	slices.Sort(names)
	return names, nil
}
