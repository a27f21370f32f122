package transcript

// Drawer is a Shell that can draw what happened among the processes.
type Drawer interface {
	// Draw returns a chart of what the last input sent, and false if it sent
	// nothing.
	Draw(d Drawing) (string, bool)
}

// Drawing says how a chart is drawn.
type Drawing struct {
	Format string   // term, mermaid, svg or json
	Title  string   // of an svg
	Inline bool     // the svg stands in a page that has the style sheet
	Only   []string // only the processes called so; empty: all
}

// Draw draws what the last input in the session of a block sent. It returns
// false if nothing was, or if the shell is no Drawer.
func (s *Stage) Draw(b *Block, d Drawing) (string, bool) {
	in, err := s.enter(b)
	if err != nil {
		return "", false
	}
	drawer, ok := in.shell.(Drawer)
	if !ok {
		return "", false
	}
	return drawer.Draw(d)
}
