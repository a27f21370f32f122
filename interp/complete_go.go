package interp

import (
	"reflect"
	"strings"

	"gex/runtime/otp"
)

// goWords are the names of package otp that are no functions of a node.
var goWords = strings.Fields(`After Alias Atom BadCall Continue Error Exit Ignore Inspect List Map NewMap NoReply OK On
	PID Raise Ref Remove Reply Result Stop Swap T Term Throw UseAgent UseApplication UseGenEvent UseGenServer
	UseSupervisor type func var const return range struct`)

// completeGo completes a word of Go: a name of package otp, a method of one of
// its modules, or what the learner has declared.
func (s *Session) completeGo(word string) []Candidate {
	bound := otp.Default().Bound()
	if target, prefix, ok := strings.Cut(word, "."); ok {
		return methodsOf(bound[target], target, prefix)
	}
	var words []string
	for name := range bound {
		words = append(words, name)
	}
	words = append(append(words, goWords...), s.goUnit().Names()...)
	var found []Candidate
	for _, w := range words {
		if word != "" && strings.HasPrefix(w, word) && !strings.Contains(w, ".") {
			found = append(found, Candidate{Word: w, Label: w})
		}
	}
	return found
}

// methodsOf are the methods of a module of package otp with their parameters.
func methodsOf(module any, target, prefix string) []Candidate {
	if module == nil {
		return nil
	}
	var found []Candidate
	t := reflect.TypeOf(module)
	for i := range t.NumMethod() {
		m := t.Method(i)
		if strings.HasPrefix(m.Name, prefix) {
			found = append(found, Candidate{Word: target + "." + m.Name, Label: m.Name, Note: goSignature(m.Type)})
		}
	}
	return found
}

// goSignature is the type of a method without its receiver, as a learner reads
// it.
func goSignature(t reflect.Type) string {
	var params, results []string
	for i := 1; i < t.NumIn(); i++ {
		name := typeText(t.In(i))
		if t.IsVariadic() && i == t.NumIn()-1 {
			name = "..." + typeText(t.In(i).Elem())
		}
		params = append(params, name)
	}
	for i := range t.NumOut() {
		results = append(results, typeText(t.Out(i)))
	}
	text := "(" + strings.Join(params, ", ") + ")"
	if len(results) > 1 {
		return text + " (" + strings.Join(results, ", ") + ")"
	}
	return strings.TrimSpace(text + " " + strings.Join(results, ""))
}

func typeText(t reflect.Type) string {
	return strings.NewReplacer("interface {}", "Term", "otp.", "").Replace(t.String())
}
