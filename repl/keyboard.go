package repl

import (
	"bytes"
	"io"
	"slices"
	"strings"
	"sync"
	"unicode/utf8"
)

// A keyboard stands between a terminal and the line editor. It reads all the
// time, cuts what comes into keys, and hands these out one at a time, so that
// the editor holds nothing back when a line is done.
//
// Between two keys it can have something done on the editor's goroutine: do
// puts an action into the stream. The editor gets the byte of Ctrl-C for it
// and asks action what that one means.
type keyboard struct {
	mu      sync.Mutex
	more    *sync.Cond
	tokens  []token
	actions []func() // for Perform, as soon as a key may be
	handed  []handed // meaning of the control bytes given out, in order
	inserts []string // texts for the insert runes given out, in order
	acted   bool     // the last token given out was an action
	pasted  string   // what was pasted behind the line that ended last
	closed  bool

	// interrupted is called for Ctrl-C and reports whether an evaluation was
	// interrupted; if not, the key is for the line. quit is called for Ctrl-\.
	interrupted func() bool
	quit        func()
	control     func(b byte) func() // actions of other control keys
}

// token is a key made ready for the editor.
type token struct {
	bytes  []byte
	handed handed // what a control byte means
	insert string
	paste  bool   // belongs to a paste
	pasted string // at the end of a line: the output that was pasted behind it
}

// handed is the meaning of a control byte handed to the editor.
type handed struct {
	kind   handedKind
	action func()
}

type handedKind uint8

const (
	handedKey    handedKind = iota // the key itself
	handedAction                   // run the action
	handedDelete                   // the key Delete
)

func newKeyboard() *keyboard {
	k := &keyboard{}
	k.more = sync.NewCond(&k.mu)
	return k
}

// listen reads from the terminal until that fails or the keyboard is closed.
func (k *keyboard) listen(r io.Reader) {
	var data []byte
	buffer := make([]byte, 4096)
	for {
		n, err := r.Read(buffer)
		data = append(data, buffer[:n]...)
		for {
			key, size := nextKey(data)
			if size == 0 {
				break
			}
			k.accept(key)
			data = data[size:]
		}
		if err != nil {
			k.Close()
			return
		}
		data = slices.Clone(data)
	}
}

// accept puts a key into the queue, or acts on it at once.
func (k *keyboard) accept(key key) {
	k.mu.Lock()
	defer k.mu.Unlock()
	switch key.kind {
	case keyControl:
		k.acceptControl(key.bytes[0])
	case keyDelete:
		k.push(token{bytes: []byte{keyEOF}, handed: handed{kind: handedDelete}})
	case keyNewline:
		k.push(insertion("\n"))
	case keyTab:
		k.push(insertion("\t"))
	case keyPaste:
		k.acceptPaste(string(key.bytes))
	case keyBytes:
		if len(key.bytes) > 0 {
			k.push(token{bytes: bytes.Clone(key.bytes)})
		}
	}
}

func (k *keyboard) acceptControl(b byte) {
	switch b {
	case keyInterrupt:
		if k.interrupted() {
			k.tokens = nil
			return
		}
		k.push(token{bytes: []byte{b}})
	case keyEOF:
		k.push(token{bytes: []byte{b}})
	case keyQuit:
		k.quit()
	default:
		if action := k.control(b); action != nil {
			k.push(token{bytes: []byte{keyInterrupt}, handed: handed{handedAction, action}})
		}
	}
}

// acceptPaste queues a paste line by line, each inserted at a stroke.
func (k *keyboard) acceptPaste(text string) {
	lines, outputs := pastedLines(text)
	for i, line := range lines {
		if line != "" {
			t := insertion(line)
			t.paste = true
			k.push(t)
		}
		if i < len(lines)-1 {
			k.push(token{bytes: []byte{keyEnter}, paste: true, pasted: outputs[i]})
		}
	}
}

func insertion(text string) token {
	return token{bytes: []byte(string(insertRune)), insert: text}
}

func (k *keyboard) push(t token) {
	k.tokens = append(k.tokens, t)
	k.more.Signal()
}

// prefill has text typed before all that waits.
func (k *keyboard) prefill(text string) {
	if text == "" {
		return
	}
	k.mu.Lock()
	defer k.mu.Unlock()
	k.tokens = slices.Insert(k.tokens, 0, insertion(text))
	k.more.Signal()
}

// do has action run on the editor's goroutine between two keys, as soon as it
// waits for one. Actions come before the keys in the queue, but take turns
// with them.
func (k *keyboard) do(action func()) {
	k.mu.Lock()
	defer k.mu.Unlock()
	k.actions = append(k.actions, action)
	k.more.Signal()
}

// press acts as if the key b had been pressed.
func (k *keyboard) press(b byte) { k.accept(key{keyControl, []byte{b}}) }

// Read hands out the next key, waiting for it.
func (k *keyboard) Read(p []byte) (int, error) {
	k.mu.Lock()
	defer k.mu.Unlock()
	for !k.closed && len(k.tokens) == 0 && len(k.actions) == 0 {
		k.more.Wait()
	}
	if len(k.actions) > 0 && (!k.acted || len(k.tokens) == 0) {
		k.acted = true
		k.handed = append(k.handed, handed{handedAction, k.actions[0]})
		k.actions = k.actions[1:]
		return copy(p, []byte{keyInterrupt}), nil
	}
	k.acted = false
	if len(k.tokens) == 0 {
		return 0, io.EOF
	}
	t := k.tokens[0]
	k.tokens = k.tokens[1:]
	if t.bytes[0] == keyInterrupt || t.bytes[0] == keyEOF {
		k.handed = append(k.handed, t.handed)
	}
	if t.insert != "" {
		k.inserts = append(k.inserts, t.insert)
	}
	if t.bytes[0] == keyEnter {
		k.pasted = t.pasted
	}
	return copy(p, t.bytes), nil
}

// key hands out the next key as such, waiting for it. What was pasted is one key.
func (k *keyboard) key() (rune, error) {
	k.mu.Lock()
	defer k.mu.Unlock()
	for !k.closed && len(k.tokens) == 0 {
		k.more.Wait()
	}
	if len(k.tokens) == 0 {
		return 0, io.EOF
	}
	t := k.tokens[0]
	k.tokens = k.tokens[1:]
	if t.bytes[0] == keyEOF && t.handed.kind == handedKey {
		return 0, io.EOF
	}
	r, _ := utf8.DecodeRune(t.bytes)
	return r, nil
}

// meaning returns what the control byte means that the editor has just got.
func (k *keyboard) meaning() handed {
	k.mu.Lock()
	defer k.mu.Unlock()
	if len(k.handed) == 0 {
		return handed{}
	}
	h := k.handed[0]
	k.handed = k.handed[1:]
	return h
}

// takeInsert returns the text for the insert rune that the editor has just got.
func (k *keyboard) takeInsert() string {
	k.mu.Lock()
	defer k.mu.Unlock()
	if len(k.inserts) == 0 {
		return ""
	}
	text := k.inserts[0]
	k.inserts = k.inserts[1:]
	return text
}

// next returns the next line of code that has been pasted and waits to be
// typed, or "".
func (k *keyboard) next() string {
	k.mu.Lock()
	defer k.mu.Unlock()
	var lines []string
	for _, t := range k.tokens {
		if !t.paste {
			break
		}
		lines = append(lines, t.insert)
	}
	return nextCode(lines)
}

// takePasted returns the output that was pasted behind the line that has ended.
func (k *keyboard) takePasted() string {
	k.mu.Lock()
	defer k.mu.Unlock()
	pasted := k.pasted
	k.pasted = ""
	return pasted
}

// TakeInterrupt reports whether Ctrl-C is among the keys typed ahead, and
// drops them up to it.
func (k *keyboard) TakeInterrupt() bool {
	k.mu.Lock()
	defer k.mu.Unlock()
	for i, t := range k.tokens {
		if t.bytes[0] == keyInterrupt && t.handed.kind == handedKey {
			k.tokens = k.tokens[i+1:]
			return true
		}
	}
	return false
}

// Close ends the stream of keys.
func (k *keyboard) Close() error {
	k.mu.Lock()
	defer k.mu.Unlock()
	k.closed = true
	k.more.Broadcast()
	return nil
}

// encodeLine makes a text fit for a buffer of one line; decodeLine reverses it.
func encodeLine(text string) string {
	return strings.ReplaceAll(text, "\n", string(lineBreakRune))
}

func decodeLine(line string) string {
	return strings.ReplaceAll(line, string(lineBreakRune), "\n")
}
