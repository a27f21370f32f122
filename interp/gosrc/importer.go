package gosrc

import (
	"archive/zip"
	"bytes"
	_ "embed"
	"fmt"
	"go/token"
	"go/types"
	"io"
	"io/fs"
	"slices"

	"golang.org/x/tools/go/gcexportdata"
)

//go:generate go run generate.go

// exportData is an archive with the types of the allowed packages and of otp,
// written by generate.go. It is complete in itself: the Go installation of the
// user, if there is one, plays no part.
//
//go:embed data/export.zip
var exportData []byte

// importer finds packages in the embedded archive. Nothing is decoded before
// it is asked for.
type importer struct {
	archive  *zip.Reader
	fset     *token.FileSet
	extra    []string                  // allowed beyond the list
	packages map[string]*types.Package // seen, perhaps in part
	complete map[string]*types.Package
}

func newImporter() *importer {
	return &importer{fset: token.NewFileSet(), packages: map[string]*types.Package{}, complete: map[string]*types.Package{}}
}

// Import implements types.Importer.
func (i *importer) Import(path string) (*types.Package, error) {
	if p := i.complete[path]; p != nil {
		return p, nil
	}
	if slices.Contains(extra, path) && !slices.Contains(i.extra, path) {
		if limited[path] == "" {
			return nil, fmt.Errorf("package %q is not available in this shell%s", path, insteadOf(path))
		}
		p, err := i.importLimited(path)
		if err == nil {
			i.complete[path] = p
		}
		return p, err
	}
	data, err := i.read(path)
	if err != nil {
		return nil, err
	}
	p, err := gcexportdata.Read(bytes.NewReader(data), i.fset, i.packages, path)
	if err != nil {
		return nil, fmt.Errorf("types of %s: %w", path, err)
	}
	i.complete[path] = p
	return p, nil
}

func (i *importer) read(path string) ([]byte, error) {
	if i.archive == nil {
		archive, err := zip.NewReader(bytes.NewReader(exportData), int64(len(exportData)))
		if err != nil {
			return nil, err
		}
		i.archive = archive
	}
	file, err := i.archive.Open(path)
	if err == nil { // or it is a part of the paths of others
		if info, failed := file.Stat(); failed != nil || info.IsDir() {
			err = fs.ErrNotExist
		}
	}
	if err != nil {
		return nil, fmt.Errorf("package %q is not available in this shell%s", path, insteadOf(path))
	}
	defer file.Close()
	return io.ReadAll(file)
}
