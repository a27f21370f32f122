package tutorials

import (
	"encoding/json"
	"errors"
	"fmt"
	"io/fs"
	"os"
	"path/filepath"

	"github.com/google/renameio/v2/maybe"
)

// progress is how far the learner came, by lesson.
type progress struct {
	file    string                    // empty if nothing is kept
	Lessons map[string]lessonProgress `json:"lessons"`
}

// lessonProgress is the place in one lesson.
type lessonProgress struct {
	Step     string `json:"step"` // the id of the step to do next
	Done     int    `json:"done"` // how many steps are done
	Finished bool   `json:"finished"`
	// Wrong are the ids of the steps that were foretold wrongly.
	Wrong []string `json:"wrong,omitempty"`
}

// loadProgress reads the progress kept in dir. A file that is none of ours
// counts as none. It returns a progress with an error too, as that is not worth
// refusing a lesson for.
func loadProgress(dir string) (*progress, error) {
	p := &progress{Lessons: map[string]lessonProgress{}}
	if dir == "" {
		return p, nil
	}
	p.file = filepath.Join(dir, "progress.json")
	data, err := os.ReadFile(p.file)
	switch {
	case errors.Is(err, fs.ErrNotExist):
		return p, nil
	case err != nil:
		return p, fmt.Errorf("read progress: %w", err)
	}
	if json.Unmarshal(data, p) != nil || p.Lessons == nil {
		p.Lessons = map[string]lessonProgress{}
	}
	return p, nil
}

// keep writes how far the learner came in a lesson. What has been kept of other
// lessons meanwhile, from another terminal, stays.
func (p *progress) keep(lesson string, place lessonProgress) error {
	p.Lessons[lesson] = place
	if p.file == "" {
		return nil
	}
	all, err := loadProgress(filepath.Dir(p.file))
	if err != nil {
		return err
	}
	all.Lessons[lesson] = place
	return all.write()
}

// forget drops the progress in all lessons.
func (p *progress) forget() error {
	clear(p.Lessons)
	if p.file == "" {
		return nil
	}
	return p.write()
}

// write replaces the file: others see it as it was or as it is to be.
func (p *progress) write() error {
	data, err := json.MarshalIndent(p, "", "  ")
	if err != nil {
		return fmt.Errorf("save progress: %w", err)
	}
	if err := os.MkdirAll(filepath.Dir(p.file), 0o700); err != nil {
		return fmt.Errorf("save progress: %w", err)
	}
	if err := maybe.WriteFile(p.file, append(data, '\n'), 0o600); err != nil {
		return fmt.Errorf("save progress: %w", err)
	}
	return nil
}
