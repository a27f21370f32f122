package repl

import (
	"errors"
	"io"
	"os"
	"os/exec"
	"path/filepath"
	"slices"
	"strconv"
	"strings"

	"gex/interp"
)

// errNoTerminal says why there is no editor.
var errNoTerminal = errors.New("an editor needs a terminal")

// editorOf is the command that edits a file, from ELIXIR_EDITOR, VISUAL or
// EDITOR, or vi.
func editorOf(getenv func(string) string) []string {
	for _, name := range []string{"ELIXIR_EDITOR", "VISUAL", "EDITOR"} {
		if command := strings.Fields(getenv(name)); len(command) > 0 {
			return command
		}
	}
	return []string{"vi"}
}

// lineEditors are the editors that take +N for the line to begin at.
var lineEditors = []string{"vi", "vim", "nvim", "view", "nano", "pico", "emacs", "emacsclient", "kak", "micro", "joe", "ne"}

// editCommand is the command that edits a file from a line on. The words
// __FILE__ and __LINE__ in it stand for them, as in IEx.
func editCommand(editor []string, file string, line int) []string {
	command := slices.Clone(editor)
	if strings.Contains(strings.Join(command, " "), "__FILE__") {
		replace := strings.NewReplacer("__FILE__", file, "__LINE__", strconv.Itoa(line))
		for i, word := range command {
			command[i] = replace.Replace(word)
		}
		return command
	}
	if line > 1 && slices.Contains(lineEditors, filepath.Base(command[0])) {
		command = append(command, "+"+strconv.Itoa(line))
	}
	return append(command, file)
}

// Edit has the learner edit a file, or a text that becomes one for the time
// being, and returns when the editor has left: with the input to go on with, ""
// for none. It gives the terminal away and waits.
func (c *Console) Edit(e interp.Edit) (statement string, err error) {
	if e.File != "" {
		return e.Reload, c.runEditor(e.File, e.Line)
	}
	dir, err := os.MkdirTemp("", "gex-edit")
	if err != nil {
		return "", err
	}
	defer os.RemoveAll(dir)
	file := filepath.Join(dir, filepath.Base(e.Name))
	if err := os.WriteFile(file, []byte(e.Text+"\n"), 0o600); err != nil {
		return "", err
	}
	if err := c.runEditor(file, e.Line); err != nil {
		return "", err
	}
	text, err := os.ReadFile(file)
	statement = strings.TrimSpace(string(text))
	if statement == strings.TrimSpace(e.Text) {
		return "", err
	}
	return statement, err
}

func (c *Console) runEditor(file string, line int) error {
	t, ok := c.reader.(*terminal)
	if !ok {
		return errNoTerminal
	}
	words := editCommand(c.editor, file, line)
	command := exec.Command(words[0], words[1:]...)
	command.Stdin, command.Stdout, command.Stderr = t.input.file, t.screen.out, t.screen.out
	c.lent.Store(true)
	defer c.lent.Store(false)
	return t.lend(command.Run)
}

// edit has something edited and evaluates what the learner has made of it, as
// if that had been typed.
func (s *Shell) edit(e interp.Edit) interp.Outcome {
	statement, err := s.Edit(e)
	if err != nil {
		io.WriteString(s, s.palette.hint.Sprint("nothing edited: "+err.Error())+"\n")
	}
	if statement == "" {
		return interp.Outcome{OK: err == nil}
	}
	prompt := s.prompt(false)
	for line := range strings.SplitSeq(statement, "\n") {
		io.WriteString(s, prompt+line+"\n")
		prompt = s.prompt(true)
	}
	s.Remember(statement)
	return s.judge(statement)
}
