package transcript

import (
	"maps"
	"strings"

	"gex/runtime/late"
)

// bindings is a renaming of ids between a transcript and a run, one to one.
// The keys are class and digits: "PID 0.83.0".
type bindings struct {
	got   map[string]string // by what is written
	want  map[string]string // by what came
	place map[string]string // where a written id was bound
	trail []string          // written ids in the order of binding
}

func newBindings() *bindings {
	return &bindings{got: map[string]string{}, want: map[string]string{}, place: map[string]string{}}
}

func (b *bindings) copy() *bindings {
	if b == nil {
		return newBindings()
	}
	return &bindings{got: maps.Clone(b.got), want: maps.Clone(b.want), place: maps.Clone(b.place)}
}

// mark and undo bracket an attempt.
func (b *bindings) mark() int { return len(b.trail) }

func (b *bindings) undo(to int) {
	for _, want := range b.trail[to:] {
		delete(b.want, b.got[want])
		delete(b.got, want)
		delete(b.place, want)
	}
	b.trail = b.trail[:to]
}

// bind makes the written id stand for the one that came, and reports whether
// that agrees with what is bound.
func (b *bindings) bind(want, got, place string) bool {
	w, g := idKey(want), idKey(got)
	if bound, ok := b.got[w]; ok {
		return bound == g
	}
	if _, ok := b.want[g]; ok || class(w) != class(g) {
		return false
	}
	b.got[w], b.want[g], b.place[w] = g, w, place
	b.trail = append(b.trail, w)
	return true
}

// conflict says why bind failed, or is empty if the ids differ otherwise.
func (b *bindings) conflict(want, got string) string {
	w, g := idKey(want), idKey(got)
	if bound, ok := b.got[w]; ok {
		return want + " is " + written(bound) + " since " + b.place[w] + ", got " + got
	}
	if other, ok := b.want[g]; ok {
		return got + " is written " + written(other) + " at " + b.place[other] + ", and " + want + " here"
	}
	return ""
}

var idPattern = late.Regexp(`#(?:PID|Reference|Port|Ref)<[\d.]+>|<\d+\.\d+\.\d+>`)

// idKey takes the two notations of an id for the same.
func idKey(text string) string {
	name, digits, _ := strings.Cut(strings.Trim(text, "#>"), "<")
	switch name {
	case "":
		name = "PID"
	case "Ref":
		name = "Reference"
	}
	return name + " " + digits
}

func class(key string) string {
	name, _, _ := strings.Cut(key, " ")
	return name
}

// written is the notation of a key.
func written(key string) string {
	name, digits, _ := strings.Cut(key, " ")
	return "#" + name + "<" + digits + ">"
}

// rename replaces the ids of text by those of the map, in their notation.
func rename(text string, ids map[string]string) string {
	return idPattern().ReplaceAllStringFunc(text, func(id string) string {
		to, ok := ids[idKey(id)]
		if !ok {
			return id
		}
		_, digits, _ := strings.Cut(to, " ")
		prefix, _, _ := strings.Cut(id, "<")
		return prefix + "<" + digits + ">"
	})
}
