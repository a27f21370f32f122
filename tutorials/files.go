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
		if err == nil {
			doc.Beside = func() []*transcript.Document { return book(name) }
		}
		return doc, besides(name), err
	case errors.Is(err, fs.ErrNotExist) && isLesson(lessons, name):
		doc, err = openLesson(lessons, name)
		return doc, lessonFile(lessons), err
	}
	return nil, nil, err
}

// book reads the other transcripts in the directory of one, which are chapters of the
// same book: those behind it by name from the last to the next, then those before it,
// so that the nearest one before it comes last.
func book(name string) []*transcript.Document {
	dir := filepath.Dir(name)
	entries, err := os.ReadDir(dir)
	if err != nil {
		return nil
	}
	var before, behind []*transcript.Document
	for _, entry := range entries {
		path := filepath.Join(dir, entry.Name())
		if entry.IsDir() || !isTranscript(path) || entry.Name() == filepath.Base(name) {
			continue
		}
		text, err := os.ReadFile(path)
		if err != nil {
			continue
		}
		doc, err := transcript.Parse(path, string(text))
		switch {
		case err != nil:
		case entry.Name() < filepath.Base(name):
			before = append(before, doc)
		default:
			behind = append(behind, doc)
		}
	}
	slices.Reverse(behind)
	return append(behind, before...)
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

// isTranscript reports whether a file may be one by its name.
func isTranscript(path string) bool {
	return slices.Contains([]string{".md", ".markdown"}, filepath.Ext(path)) && !strings.HasSuffix(path, errataSuffix)
}

func transcriptsBelow(dir string) ([]string, error) {
	var names []string
	err := filepath.WalkDir(dir, func(path string, d fs.DirEntry, err error) error {
		if err != nil || d.IsDir() || !isTranscript(path) {
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
