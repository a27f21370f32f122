package tutorials

import (
	"encoding/json"
	"errors"
	"fmt"
	"io/fs"
	"os"
	"path/filepath"
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

// loadProgress reads the progress kept in dir. A file that cannot be read as
// one counts as none, as it is not worth refusing a lesson for.
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
		return nil, fmt.Errorf("read progress: %w", err)
	}
	if json.Unmarshal(data, p) != nil || p.Lessons == nil {
		p.Lessons = map[string]lessonProgress{}
	}
	return p, nil
}

// save writes the progress, in one piece.
func (p *progress) save() error {
	if p.file == "" {
		return nil
	}
	data, err := json.MarshalIndent(p, "", "  ")
	if err != nil {
		return fmt.Errorf("save progress: %w", err)
	}
	if err := os.MkdirAll(filepath.Dir(p.file), 0o700); err != nil {
		return fmt.Errorf("save progress: %w", err)
	}
	if err := os.WriteFile(p.file+".new", append(data, '\n'), 0o600); err != nil {
		return fmt.Errorf("save progress: %w", err)
	}
	if err := os.Rename(p.file+".new", p.file); err != nil {
		return fmt.Errorf("save progress: %w", err)
	}
	return nil
}
