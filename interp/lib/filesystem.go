package lib

import (
	"io"
	"io/fs"
	"os"
	"path"
	"path/filepath"
	"slices"
	"strings"
	"syscall"
	"time"

	"gex/runtime/ioserver"
	"gex/runtime/process"
)

// FileSystem is where File reads and writes. Its errors wrap the numbers of
// the operating system.
type FileSystem interface {
	ReadFile(name string) ([]byte, error)
	WriteFile(name string, data []byte) error
	Stat(name string) (fs.FileInfo, error)
	ReadDir(name string) ([]string, error)
	Mkdir(name string) error
	Remove(name string) error
	Rename(from, to string) error
	Getwd() (string, error)
	// Home and Temporary are the directories that have these names.
	Home() string
	Temporary() string
}

type filesKey struct{}

// SetFiles says where File of the node reads and writes, and logs are written;
// without it File does so in the memory of the node.
func SetFiles(node *process.Node, files FileSystem) {
	node.SetValue(filesKey{}, files)
	ioserver.SetOpener(node, func(name string, appending bool) (io.WriteCloser, error) { return openIn(files, name, appending) })
}

// openIn opens a file to write to.
func openIn(files FileSystem, name string, appending bool) (io.WriteCloser, error) {
	if files == FileSystem(SystemFiles{}) {
		return ioserver.OnDisk(name, appending)
	}
	w := &fileWriter{files: files, name: name}
	if appending {
		content, _ := files.ReadFile(name) // one that is not there is made
		w.content = slices.Clone(content)
	}
	return w, files.WriteFile(name, w.content)
}

// fileWriter writes to a file as a whole each time.
type fileWriter struct {
	files   FileSystem
	name    string
	content []byte
}

func (w *fileWriter) Write(p []byte) (int, error) {
	w.content = append(w.content, p...)
	return len(p), w.files.WriteFile(w.name, w.content)
}

func (w *fileWriter) Close() error { return nil }

func filesOf(self *process.Process) FileSystem {
	if files, ok := self.Node().Value(filesKey{}).(FileSystem); ok {
		return files
	}
	files := MemoryFiles(nil)
	SetFiles(self.Node(), files)
	return files
}

// SystemFiles are the files of the machine.
type SystemFiles struct{}

const newFile, newDirectory = 0o666, 0o777

// ReadFile implements FileSystem.
func (SystemFiles) ReadFile(name string) ([]byte, error) { return os.ReadFile(name) }

// WriteFile implements FileSystem.
func (SystemFiles) WriteFile(name string, data []byte) error {
	return os.WriteFile(name, data, newFile)
}

// Stat implements FileSystem.
func (SystemFiles) Stat(name string) (fs.FileInfo, error) { return os.Stat(name) }

// ReadDir implements FileSystem.
func (SystemFiles) ReadDir(name string) ([]string, error) {
	entries, err := os.ReadDir(name)
	names := make([]string, len(entries))
	for i, e := range entries {
		names[i] = e.Name()
	}
	return names, err
}

// Mkdir implements FileSystem.
func (SystemFiles) Mkdir(name string) error { return os.Mkdir(name, newDirectory) }

// Remove implements FileSystem.
func (SystemFiles) Remove(name string) error { return os.Remove(name) }

// Rename implements FileSystem.
func (SystemFiles) Rename(from, to string) error { return os.Rename(from, to) }

// Getwd implements FileSystem.
func (SystemFiles) Getwd() (string, error) { return os.Getwd() }

// Home implements FileSystem.
func (SystemFiles) Home() string {
	home, err := os.UserHomeDir()
	if err != nil {
		return ""
	}
	return home
}

// Temporary implements FileSystem.
func (SystemFiles) Temporary() string { return os.TempDir() }

// memoryFiles are files that nobody else sees, over those that read finds. The
// directories of files that were found are not known.
type memoryFiles struct {
	read  func(name string) ([]byte, error)
	files map[string]*memoryFile
}

type memoryFile struct {
	name string
	data []byte
	dir  bool
	gone bool
}

// MemoryFiles are files in memory, over those that read, which may be nil,
// finds. Nothing that is written leaves the process.
func MemoryFiles(read func(name string) ([]byte, error)) FileSystem {
	m := &memoryFiles{read, map[string]*memoryFile{}}
	for _, dir := range []string{"/", ".", memoryTemporary} {
		m.files[dir] = &memoryFile{name: path.Base(dir), dir: true}
	}
	return m
}

func clean(name string) string {
	if rest, ok := strings.CutPrefix(name, memoryHome+"/"); ok {
		name = rest
	}
	return path.Clean(filepath.ToSlash(name))
}

func fails(op, name string, errno syscall.Errno) error {
	return &fs.PathError{Op: op, Path: name, Err: errno}
}

// find returns a file, or nil if there is none. The empty name is that of none.
func (m *memoryFiles) find(name string) *memoryFile {
	if name == "" {
		return nil
	}
	if f, ok := m.files[clean(name)]; ok {
		if f.gone {
			return nil
		}
		return f
	}
	if m.read == nil {
		return nil
	}
	data, err := m.read(name)
	if err != nil {
		return nil
	}
	return &memoryFile{name: path.Base(clean(name)), data: data}
}

func (m *memoryFiles) ReadFile(name string) ([]byte, error) {
	switch f := m.find(name); {
	case f == nil:
		return nil, fails("open", name, syscall.ENOENT)
	case f.dir:
		return nil, fails("open", name, syscall.EISDIR)
	default:
		return f.data, nil
	}
}

// parent checks that a file may be made.
func (m *memoryFiles) parent(op, name string) error {
	switch dir := m.find(path.Dir(clean(name))); {
	case dir == nil || name == "":
		return fails(op, name, syscall.ENOENT)
	case !dir.dir:
		return fails(op, name, syscall.ENOTDIR)
	}
	return nil
}

func (m *memoryFiles) WriteFile(name string, data []byte) error {
	if f := m.find(name); f != nil && f.dir {
		return fails("open", name, syscall.EISDIR)
	}
	if err := m.parent("open", name); err != nil {
		return err
	}
	m.files[clean(name)] = &memoryFile{name: path.Base(clean(name)), data: slices.Clone(data)}
	return nil
}

func (m *memoryFiles) Stat(name string) (fs.FileInfo, error) {
	f := m.find(name)
	if f == nil {
		return nil, fails("stat", name, syscall.ENOENT)
	}
	return f, nil
}

func (m *memoryFiles) ReadDir(name string) ([]string, error) {
	switch dir := m.find(name); {
	case dir == nil:
		return nil, fails("open", name, syscall.ENOENT)
	case !dir.dir:
		return nil, fails("open", name, syscall.ENOTDIR)
	}
	var names []string
	for other, f := range m.files {
		if path.Dir(other) == clean(name) && other != clean(name) && !f.gone {
			names = append(names, f.name)
		}
	}
	slices.Sort(names)
	return names, nil
}

func (m *memoryFiles) Mkdir(name string) error {
	if m.find(name) != nil {
		return fails("mkdir", name, syscall.EEXIST)
	}
	if err := m.parent("mkdir", name); err != nil {
		return err
	}
	m.files[clean(name)] = &memoryFile{name: path.Base(clean(name)), dir: true}
	return nil
}

func (m *memoryFiles) Remove(name string) error {
	f := m.find(name)
	if f == nil {
		return fails("remove", name, syscall.ENOENT)
	}
	if names, err := m.ReadDir(name); f.dir && err == nil && len(names) > 0 {
		return fails("remove", name, syscall.EEXIST)
	}
	m.files[clean(name)] = &memoryFile{gone: true}
	return nil
}

func (m *memoryFiles) Rename(from, to string) error {
	f := m.find(from)
	if f == nil {
		return fails("rename", from, syscall.ENOENT)
	}
	if err := m.parent("rename", to); err != nil {
		return err
	}
	for name, inner := range m.files {
		if rest, ok := strings.CutPrefix(name, clean(from)+"/"); ok && f.dir {
			m.files[clean(to)+"/"+rest] = inner
			delete(m.files, name)
		}
	}
	m.files[clean(from)] = &memoryFile{gone: true}
	m.files[clean(to)] = &memoryFile{name: path.Base(clean(to)), data: f.data, dir: f.dir}
	return nil
}

// The directories that there are: the one that one is in, and that of
// temporary files.
const (
	memoryHome      = "/home/gex"
	memoryTemporary = "/var/tmp"
)

func (m *memoryFiles) Getwd() (string, error) { return memoryHome, nil }
func (m *memoryFiles) Home() string           { return memoryHome }
func (m *memoryFiles) Temporary() string      { return memoryTemporary }

// memoryFile is its own fs.FileInfo.

func (f *memoryFile) Name() string { return f.name }
func (f *memoryFile) Size() int64  { return int64(len(f.data)) }
func (f *memoryFile) IsDir() bool  { return f.dir }
func (f *memoryFile) Sys() any     { return nil }

// ModTime is the time at which virtual clocks begin.
func (f *memoryFile) ModTime() time.Time { return time.Date(2015, 1, 1, 0, 0, 0, 0, time.UTC) }

func (f *memoryFile) Mode() fs.FileMode {
	if f.dir {
		return fs.ModeDir | 0o755
	}
	return 0o644
}
