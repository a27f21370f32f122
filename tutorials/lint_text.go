package tutorials

import (
	"io/fs"
	"os"
	"path"
	"path/filepath"
	"strings"

	"gex/runtime/late"
	"gex/tutorials/transcript"
)

// line is where a beat stands in its file.
func (b beat) line() int {
	switch {
	case b.step != nil:
		return b.step.Line
	case b.quiz != nil:
		return b.quiz.Line
	}
	return 0
}

var (
	lessonMention = late.Regexp("\\b[Ll]esson `([a-z]+)`")
	notInAnchor   = late.Regexp(`[^\p{L}\p{N} _-]+`)
)

// links looks whether what the prose points to is there: files beside the
// document, headings, lessons. Pages of the net are left alone.
func (l *linter) links() {
	anchors := l.anchors()
	for _, s := range l.doc.Sections {
		for _, part := range s.Parts {
			prose, ok := part.(*transcript.Prose)
			if !ok {
				continue
			}
			for i, line := range prose.Lines {
				l.linksOf(prose.Line+i, line, anchors)
			}
		}
	}
}

func (l *linter) linksOf(number int, line string, anchors map[string]bool) {
	line = codeMark().ReplaceAllStringFunc(line, func(code string) string {
		if lessonMention().MatchString("lesson " + code) {
			return code
		}
		return ""
	})
	for _, m := range linkMark().FindAllStringSubmatch(line, -1) {
		target, anchor, _ := strings.Cut(m[2], "#")
		switch {
		case strings.Contains(target, "://") || strings.HasPrefix(target, "mailto:"):
		case target == "" && !anchors[anchor]:
			l.note(number, "there is no heading #%s", anchor)
		case target != "" && !l.exists(target):
			l.note(number, "there is no file %s", target)
		}
	}
	for _, m := range lessonMention().FindAllStringSubmatch(line, -1) {
		if !isLesson(l.o.Lessons, m[1]) {
			l.note(number, "there is no lesson %s", m[1])
		}
	}
}

// exists reports whether there is a file, as seen from the document.
func (l *linter) exists(name string) bool {
	if _, err := os.Stat(filepath.Join(filepath.Dir(l.name), filepath.FromSlash(name))); err == nil {
		return true
	}
	_, err := fs.Stat(l.o.Lessons, path.Clean(name))
	return err == nil
}

// anchors are the names of the headings, as Git hosts make them.
func (l *linter) anchors() map[string]bool {
	all := map[string]bool{}
	for line := range strings.SplitSeq(l.doc.String(), "\n") {
		if title := strings.TrimLeft(line, "#"); title != line && strings.HasPrefix(title, " ") {
			name := notInAnchor().ReplaceAllString(strings.ToLower(strings.TrimSpace(title)), "")
			all[strings.ReplaceAll(name, " ", "-")] = true
		}
	}
	return all
}

// unused looks for sessions in which nothing runs, and files that nobody loads.
func (l *linter) unused() {
	used := map[string]bool{}
	for _, s := range l.doc.Steps() {
		used[s.Block.Directives.Session] = true
	}
	for i, s := range l.doc.Sections {
		if name := s.Directives.Session; name != "" && !used[name] && (i == 0 || name != l.doc.Sections[0].Directives.Session) {
			l.note(l.lineOf(s), "nothing runs in session %s", name)
		}
	}
	for _, b := range l.doc.Blocks() {
		switch {
		case b.Directives.Session != "" && !used[b.Directives.Session] && b.Directives.Session != b.Section.Directives.Session:
			l.note(b.Line, "nothing runs in session %s", b.Directives.Session)
		case b.Use == transcript.File && !l.loads(b.Directives.File):
			l.note(b.Line, "no input loads %s", b.Directives.File)
		}
	}
}

// lineOf is the first line of a section that is known.
func (l *linter) lineOf(s *transcript.Section) int {
	for _, part := range s.Parts {
		switch part := part.(type) {
		case *transcript.Prose:
			return part.Line
		case *transcript.Block:
			return part.Line
		}
	}
	return 1
}

// loads reports whether a file is named by an input, or by another file.
func (l *linter) loads(name string) bool {
	base := strings.TrimSuffix(name, path.Ext(name))
	for _, s := range l.doc.Steps() {
		if strings.Contains(s.Text(), base) {
			return true
		}
	}
	for other, text := range l.doc.Files() {
		if other != name && strings.Contains(text, base) {
			return true
		}
	}
	return false
}
