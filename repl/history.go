package repl

import (
	"fmt"
	"os"
	"path/filepath"
	"strings"

	"github.com/google/renameio/v2/maybe"
)

// historyLimit is the number of statements kept.
const historyLimit = 500

// history is the list of statements typed in this and former sessions, and the
// file that keeps them: one a line, with line breaks escaped.
type history struct {
	path       string // "" keeps nothing
	statements []string
}

// loadHistory reads the history kept in the file path, which need not exist.
func loadHistory(path string) *history {
	h := &history{path: path}
	data, err := os.ReadFile(path)
	if path == "" || err != nil {
		return h
	}
	for line := range strings.Lines(string(data)) {
		if s := decodeStatement(strings.TrimRight(line, "\r\n")); s != "" {
			h.statements = append(h.statements, s)
		}
	}
	if len(h.statements) > 2*historyLimit {
		h.statements = h.statements[len(h.statements)-historyLimit:]
		h.rewrite()
	}
	return h
}

// add appends a statement, unless it is the last one again.
func (h *history) add(statement string) error {
	if n := len(h.statements); n > 0 && h.statements[n-1] == statement {
		return nil
	}
	h.statements = append(h.statements, statement)
	if h.path == "" {
		return nil
	}
	if err := os.MkdirAll(filepath.Dir(h.path), 0o700); err != nil {
		return fmt.Errorf("keep history: %w", err)
	}
	f, err := os.OpenFile(h.path, os.O_APPEND|os.O_CREATE|os.O_WRONLY, 0o600)
	if err != nil {
		return fmt.Errorf("keep history: %w", err)
	}
	defer f.Close()
	_, err = f.WriteString(encodeStatement(statement) + "\n")
	return err
}

// rewrite replaces the file; a failure leaves it as it is.
func (h *history) rewrite() {
	var text strings.Builder
	for _, s := range h.statements {
		text.WriteString(encodeStatement(s) + "\n")
	}
	maybe.WriteFile(h.path, []byte(text.String()), 0o600)
}

// encodeStatement makes a statement one line: a backslash is doubled and a
// line break is written \n.
func encodeStatement(s string) string {
	return strings.NewReplacer(`\`, `\\`, "\n", `\n`).Replace(s)
}

func decodeStatement(line string) string {
	return strings.NewReplacer(`\\`, `\`, `\n`, "\n").Replace(line)
}

// HistoryFile returns where the history is kept: in the state directory, if
// there is one.
func HistoryFile(getenv func(string) string) string {
	dir := StateDir(getenv)
	if dir == "" {
		return ""
	}
	return filepath.Join(dir, "history")
}

// StateDir returns the directory for what gex keeps, by the environment:
// GEX_HOME, else gex under XDG_STATE_HOME, else under ~/.local/state. It is ""
// if there is no such place or GEX_HOME is "none".
func StateDir(getenv func(string) string) string {
	home := getenv("GEX_HOME")
	switch {
	case home == "none":
		return ""
	case home != "":
		return home
	case filepath.IsAbs(getenv("XDG_STATE_HOME")):
		return filepath.Join(getenv("XDG_STATE_HOME"), "gex")
	case filepath.IsAbs(getenv("HOME")):
		return filepath.Join(getenv("HOME"), ".local", "state", "gex")
	}
	return ""
}
