package lib_test

import (
	"errors"
	"io/fs"
	"slices"
	"testing"

	"gex/interp/lib"
)

// TestFileSystems does the same in memory and in a directory of the machine.
func TestFileSystems(t *testing.T) {
	for name, c := range map[string]struct {
		files lib.FileSystem
		dir   string
	}{"memory": {lib.MemoryFiles(nil), "work"}, "system": {lib.SystemFiles{}, t.TempDir() + "/work"}} {
		t.Run(name, func(t *testing.T) {
			must := func(err error) {
				t.Helper()
				if err != nil {
					t.Error(err)
				}
			}
			must(c.files.Mkdir(c.dir))
			must(c.files.WriteFile(c.dir+"/a", []byte("text")))
			must(c.files.Rename(c.dir+"/a", c.dir+"/b"))
			data, err := c.files.ReadFile(c.dir + "/b")
			must(err)
			names, err := c.files.ReadDir(c.dir)
			must(err)
			if string(data) != "text" || !slices.Equal(names, []string{"b"}) {
				t.Errorf("read %q, listed %q", data, names)
			}
			if _, err := c.files.ReadFile(c.dir + "/a"); !errors.Is(err, fs.ErrNotExist) {
				t.Errorf("reading a file that was renamed: %v", err)
			}
			if err := c.files.WriteFile(c.dir+"/none/x", nil); !errors.Is(err, fs.ErrNotExist) {
				t.Errorf("writing into no directory: %v", err)
			}
			if c.files.Remove(c.dir) == nil {
				t.Error("a directory with files in it was removed")
			}
			must(c.files.Remove(c.dir + "/b"))
			must(c.files.Remove(c.dir))
		})
	}
}

// TestMemoryOverlay reads what is below, and leaves it alone.
func TestMemoryOverlay(t *testing.T) {
	files := lib.MemoryFiles(func(name string) ([]byte, error) {
		if name == "lesson.ex" {
			return []byte("below"), nil
		}
		return nil, fs.ErrNotExist
	})
	read := func(want string) {
		t.Helper()
		if data, err := files.ReadFile("lesson.ex"); err != nil || string(data) != want {
			t.Errorf("read %q, %v, want %q", data, err, want)
		}
	}
	read("below")
	if err := files.WriteFile("lesson.ex", []byte("above")); err != nil {
		t.Error(err)
	}
	read("above")
	if err := files.Remove("lesson.ex"); err != nil {
		t.Error(err)
	}
	if _, err := files.Stat("lesson.ex"); !errors.Is(err, fs.ErrNotExist) {
		t.Errorf("a removed file: %v", err)
	}
}
