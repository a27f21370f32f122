package lib

import (
	"errors"
	"io/fs"
	"path"
	"strings"
	"syscall"

	"gex/runtime/code"
	"gex/runtime/exception"
	"gex/runtime/process"
	"gex/runtime/term"
)

const fileModule = term.Atom("Elixir.File")

func fileTable() Module {
	return Module{
		Name: fileModule,
		Doc:  "Files. At the prompt they are those of the machine; in lessons and replays they are kept in memory.",
		Functions: []Function{
			{"read", "path", "`{:ok, content}` of a file, or `{:error, reason}`.", fileRead},
			{"read!", "path", "The content of a file; raises `File.Error`.", mustFile(fileRead, "read!", 358, "read file")},
			{"write", `path, content, modes \\ []`, "Writes a file; with `[:append]`, at its end.", fileWrite},
			{"write!", `path, content, modes \\ []`, "Writes a file; raises `File.Error`.", mustFile(fileWrite, "write!", 1104, "write to file")},
			{"open", "path", "`{:ok, device}` to read from.", func(self *process.Process, a []term.Term) (term.Term, error) {
				return fileOpen(self, args{a[0], term.Empty})
			}},
			{"open", "path, modes_or_function", "`{:ok, device}` for modes such as `[:read, :write, :append, :utf8]`, or what the function returns for it.", fileOpen},
			{"open", "path, modes, function", "`{:ok, result}` of a function that gets the device.", fileOpenWith},
			{"open!", `path, modes_or_function \\ []`, "The device; raises `File.Error`.", mustFile(fileOpen, "open!", 1492, "open")},
			{"close", "io_device", "Closes a device.", fileClose},
			{"stream!", `path, modes \\ [], line_or_bytes \\ :line`, "A stream of the lines of a file, or of pieces of some bytes.", fileStream},
			{"exists?", `path, opts \\ []`, "Whether there is such a file or directory.", fileTest(func(fs.FileInfo) bool { return true })},
			{"regular?", `path, opts \\ []`, "Whether there is such a file.", fileTest(func(i fs.FileInfo) bool { return i.Mode().IsRegular() })},
			{"dir?", `path, opts \\ []`, "Whether there is such a directory.", fileTest(fs.FileInfo.IsDir)},
			{"ls", `path \\ "."`, "`{:ok, names}` of what is in a directory.", fileList},
			{"ls!", `path \\ "."`, "The names of what is in a directory.", mustFile(fileList, "ls!", 1637, "list directory")},
			{"mkdir", "path", "Makes a directory.", filePlain(FileSystem.Mkdir)},
			{"mkdir!", "path", "Makes a directory; raises `File.Error`.", mustFile(filePlain(FileSystem.Mkdir), "mkdir!", 255, "make directory")},
			{"mkdir_p", "path", "Makes a directory and those above it.", filePlain(mkdirAll)},
			{"mkdir_p!", "path", "Makes a directory and those above it; raises `File.Error`.", mustFile(filePlain(mkdirAll), "mkdir_p!", 319, "make directory (with -p)")},
			{"rm", "path", "Removes a file.", filePlain(removeFile)},
			{"rm!", "path", "Removes a file; raises `File.Error`.", mustFile(filePlain(removeFile), "rm!", 1182, "remove file")},
			{"rmdir", "path", "Removes an empty directory.", filePlain(removeDir)},
			{"rmdir!", "path", "Removes an empty directory; raises `File.Error`.", mustFile(filePlain(removeDir), "rmdir!", 1220, "remove directory")},
			{"rm_rf", "path", "Removes a directory with all that is in it: `{:ok, what was removed}`.", fileRemoveAll},
			{"rm_rf!", "path", "Removes a directory with all that is in it.", mustFile(fileRemoveAll, "rm_rf!", 1289, "remove files and directories recursively from")},
			{"touch", `path, time \\ nil`, "Makes a file if there is none.", fileTouch},
			{"touch!", `path, time \\ nil`, "Makes a file if there is none; raises `File.Error`.", mustFile(fileTouch, "touch!", 605, "touch")},
			{"stat", `path, opts \\ []`, "`{:ok, stat}` with the size, type and mode of a file.", fileStat},
			{"stat!", `path, opts \\ []`, "The size, type and mode of a file.", mustFile(fileStat, "stat!", 408, "read file stats")},
			{"rename", "source, destination", "Gives a file another name.", fileTwo(FileSystem.Rename)},
			{"rename!", "source, destination", "Gives a file another name; raises `File.RenameError`.", mustTwo(fileTwo(FileSystem.Rename), "Rename", "rename!", 2, 766, "rename")},
			{"cp", `source, destination, options \\ []`, "Copies a file.", fileTwo(copyFile)},
			{"cp!", `source, destination, options \\ []`, "Copies a file; raises `File.CopyError`.", mustTwo(fileTwo(copyFile), "Copy", "cp!", 3, 838, "copy")},
			{"copy", "source, destination", "`{:ok, bytes copied}`.", fileCopy},
			{"copy!", "source, destination", "The number of bytes copied.", mustTwo(fileCopy, "Copy", "copy!", 3, 717, "copy")},
			{"cwd", "", "`{:ok, path}` of the directory one is in.", fileCwd},
			{"cwd!", "", "The directory one is in.", func(self *process.Process, a []term.Term) (term.Term, error) {
				dir, err := filesOf(self).Getwd()
				return term.Binary(dir), err
			}},
		},
	}
}

// pathAt is a path, which may be any chardata.
func pathAt(self *process.Process, t term.Term, function string, arity, line int) (string, error) {
	var b strings.Builder
	if _, isInt := t.(term.Int); isInt || !writeChars(&b, t) {
		return "", exception.In(noClause(self, "Elixir.IO", "chardata_to_string", args{t}), at("File", function, arity, "file.ex", line))
	}
	return b.String(), nil
}

// errorNames are the names that Erlang has for errors of the system.
var errorNames = map[syscall.Errno]term.Atom{
	syscall.ENOENT: "enoent", syscall.EACCES: "eacces", syscall.EEXIST: "eexist", syscall.ENOTDIR: "enotdir",
	syscall.EISDIR: "eisdir", syscall.EINVAL: "einval", syscall.EPERM: "eperm", syscall.ENOTEMPTY: "eexist",
	syscall.ENOSPC: "enospc", syscall.EROFS: "erofs", syscall.EXDEV: "exdev", syscall.EMFILE: "emfile", syscall.ENAMETOOLONG: "enametoolong",
}

// posix is the name of an error.
func posix(err error) term.Atom {
	var errno syscall.Errno
	if errors.As(err, &errno) {
		if name, ok := errorNames[errno]; ok {
			return name
		}
	}
	switch {
	case errors.Is(err, fs.ErrNotExist):
		return "enoent"
	case errors.Is(err, fs.ErrPermission):
		return "eacces"
	case errors.Is(err, fs.ErrExist):
		return "eexist"
	}
	return "einval"
}

func posixTuple(err error) term.Term { return errorTuple(posix(err)) }

// mustFile makes of a function that returns :ok, {:ok, value} or {:error,
// reason} one that raises File.Error.
func mustFile(f process.Func, function string, line int, action string) process.Func {
	return func(self *process.Process, a []term.Term) (term.Term, error) {
		result, err := f(self, a)
		if err != nil || result == term.Term(term.OK) {
			return result, err
		}
		tuple := result.(term.Tuple)
		if tuple[0] == term.Term(term.OK) {
			return tuple[1], nil
		}
		var b strings.Builder
		writeChars(&b, a[0])
		return nil, raise("File.Error", "reason", tuple[1], "path", term.Binary(b.String()), "action", term.Binary(action)).
			In(at("File", function, len(a), "file.ex", line))
	}
}

// mustTwo is mustFile for functions of two paths.
func mustTwo(f process.Func, kind, function string, arity, line int, action string) process.Func {
	return func(self *process.Process, a []term.Term) (term.Term, error) {
		result, err := f(self, a)
		if err != nil || result == term.Term(term.OK) {
			return result, err
		}
		tuple := result.(term.Tuple)
		if tuple[0] == term.Term(term.OK) {
			return tuple[1], nil
		}
		return nil, raise("File."+kind+"Error", "reason", tuple[1], "source", a[0], "destination", a[1], "on", term.Nil, "action", term.Binary(action)).
			In(at("File", function, arity, "file.ex", line))
	}
}

// filePlain is a function of a path that returns :ok or {:error, reason}.
func filePlain(f func(FileSystem, string) error) process.Func {
	return func(self *process.Process, a []term.Term) (term.Term, error) {
		name, err := pathAt(self, a[0], "mkdir", 1, 240)
		if err != nil {
			return nil, err
		}
		if err := f(filesOf(self), name); err != nil {
			return posixTuple(err), nil
		}
		return term.OK, nil
	}
}

func fileTwo(f func(files FileSystem, from, to string) error) process.Func {
	return func(self *process.Process, a []term.Term) (term.Term, error) {
		from, err := pathAt(self, a[0], "cp", 3, 800)
		if err != nil {
			return nil, err
		}
		to, err := pathAt(self, a[1], "cp", 3, 801)
		if err != nil {
			return nil, err
		}
		if err := f(filesOf(self), from, to); err != nil {
			return posixTuple(err), nil
		}
		return term.OK, nil
	}
}

func fileTest(f func(fs.FileInfo) bool) process.Func {
	return func(self *process.Process, a []term.Term) (term.Term, error) {
		name, err := pathAt(self, a[0], "exists?", 2, 176)
		if err != nil {
			return nil, err
		}
		info, err := filesOf(self).Stat(name)
		return term.Bool(err == nil && f(info)), nil
	}
}

func fileRead(self *process.Process, a []term.Term) (term.Term, error) {
	name, err := pathAt(self, a[0], "read", 1, 344)
	if err != nil {
		return nil, err
	}
	data, err := filesOf(self).ReadFile(name)
	if err != nil {
		return posixTuple(err), nil
	}
	return okTuple(term.Binary(data)), nil
}

func hasMode(modes term.Term, mode term.Atom) bool { return contains(modes, mode) }

func fileWrite(self *process.Process, a []term.Term) (term.Term, error) {
	name, err := pathAt(self, a[0], "write", 3, 1078)
	if err != nil {
		return nil, err
	}
	var b strings.Builder
	if !writeBytes(&b, a[1]) {
		return errorTuple(term.Atom("badarg")), nil
	}
	files, content := filesOf(self), []byte(b.String())
	if hasMode(a[2], "append") {
		before, err := files.ReadFile(name)
		if err == nil {
			content = append(append([]byte(nil), before...), content...)
		}
	}
	if err := files.WriteFile(name, content); err != nil {
		return posixTuple(err), nil
	}
	return term.OK, nil
}

func fileList(self *process.Process, a []term.Term) (term.Term, error) {
	name, err := pathAt(self, a[0], "ls", 1, 1618)
	if err != nil {
		return nil, err
	}
	names, err := filesOf(self).ReadDir(name)
	if err != nil {
		return posixTuple(err), nil
	}
	return okTuple(stringList(names)), nil
}

func mkdirAll(files FileSystem, name string) error {
	if info, err := files.Stat(name); err == nil {
		if info.IsDir() {
			return nil
		}
		return fails("mkdir", name, syscall.ENOTDIR)
	}
	if dir := path.Dir(name); dir != name && dir != "." {
		if err := mkdirAll(files, dir); err != nil {
			return err
		}
	}
	return files.Mkdir(name)
}

func removeFile(files FileSystem, name string) error {
	if info, err := files.Stat(name); err == nil && info.IsDir() {
		return fails("remove", name, syscall.EPERM)
	}
	return files.Remove(name)
}

func removeDir(files FileSystem, name string) error {
	if info, err := files.Stat(name); err == nil && !info.IsDir() {
		return fails("remove", name, syscall.ENOTDIR)
	}
	return files.Remove(name)
}

func fileRemoveAll(self *process.Process, a []term.Term) (term.Term, error) {
	name, err := pathAt(self, a[0], "rm_rf", 1, 1248)
	if err != nil {
		return nil, err
	}
	removed, failed, err := removeAll(filesOf(self), name)
	if err != nil {
		return term.Tuple{term.ErrorAtom, posix(err), term.Binary(failed)}, nil
	}
	return okTuple(stringList(removed)), nil
}

// removeAll returns what it removed, the last first, or where it failed.
func removeAll(files FileSystem, name string) (removed []string, failed string, err error) {
	info, err := files.Stat(name)
	if err != nil {
		return nil, "", nil
	}
	if info.IsDir() {
		names, err := files.ReadDir(name)
		if err != nil {
			return nil, name, err
		}
		for _, inner := range names {
			more, failed, err := removeAll(files, path.Join(name, inner))
			removed = append(more, removed...)
			if err != nil {
				return removed, failed, err
			}
		}
	}
	if err := files.Remove(name); err != nil {
		return removed, name, err
	}
	return append([]string{name}, removed...), "", nil
}

func fileTouch(self *process.Process, a []term.Term) (term.Term, error) {
	name, err := pathAt(self, a[0], "touch", 2, 560)
	if err != nil {
		return nil, err
	}
	files := filesOf(self)
	if _, err := files.Stat(name); err == nil {
		return term.OK, nil
	}
	if err := files.WriteFile(name, nil); err != nil {
		return posixTuple(err), nil
	}
	return term.OK, nil
}

func copyFile(files FileSystem, from, to string) error {
	data, err := files.ReadFile(from)
	if err != nil {
		return err
	}
	return files.WriteFile(to, data)
}

func fileCopy(self *process.Process, a []term.Term) (term.Term, error) {
	content, err := fileRead(self, a[:1])
	if err != nil || term.Tag(content, 2) == term.ErrorAtom {
		return content, err
	}
	data := content.(term.Tuple)[1]
	written, err := fileWrite(self, args{a[1], data, term.Empty})
	if err != nil || written != term.Term(term.OK) {
		return written, err
	}
	return okTuple(term.Int(len(data.(term.Binary)))), nil
}

func fileCwd(self *process.Process, _ []term.Term) (term.Term, error) {
	dir, err := filesOf(self).Getwd()
	if err != nil {
		return posixTuple(err), nil
	}
	return okTuple(term.Binary(dir)), nil
}

func fileOpenWith(self *process.Process, a []term.Term) (term.Term, error) {
	opened, err := fileOpen(self, a[:2])
	if err != nil || term.Tag(opened, 2) == term.ErrorAtom {
		return opened, err
	}
	device := opened.(term.Tuple)[1]
	result, err := code.Call(self, a[2], device)
	if _, closing := fileClose(self, args{device}); err == nil {
		err = closing
	}
	return okTuple(orNil(result)), err
}
