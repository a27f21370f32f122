package lib_test

import (
	"testing"

	"gex/interp/lib"
	"gex/runtime/ioserver"
	"gex/runtime/process"
)

// A log goes to the files of the node, in memory as on the disk.
func TestLogsAreWrittenToTheFilesOfTheNode(t *testing.T) {
	for name, files := range map[string]lib.FileSystem{"log": lib.MemoryFiles(nil), t.TempDir() + "/log": lib.SystemFiles{}} {
		node := process.NewNode(process.Options{})
		lib.SetFiles(node, files)
		for _, text := range []string{"one\n", "two\n"} {
			if err := ioserver.Append(node, name, text); err != nil {
				t.Fatal(err)
			}
		}
		if data, err := files.ReadFile(name); string(data) != "one\ntwo\n" || err != nil {
			t.Errorf("%T: got %q, %v", files, data, err)
		}
		if err := ioserver.Append(node, name+"/below", "x"); err == nil {
			t.Errorf("%T: a file below a file was written", files)
		}
		node.Close()
	}
}
