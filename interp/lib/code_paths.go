package lib

import (
	"cmp"
	"slices"

	"gex/runtime/code"
	"gex/runtime/process"
	"gex/runtime/term"
)

// codePaths is what Code knows of the directories with compiled modules, of
// which gex loads none, of the options of the compiler and of documentation.
func codePaths() []Function {
	return []Function{
		{"append_path", "path", "Adds a directory to those with compiled modules: true, or `{:error, :bad_directory}`.", codeAddPath},
		{"prepend_path", "path", "As `append_path/1`, in front of the others.", codeAddPath},
		{"delete_path", "path", "Takes a directory away that was added; false if it was not.", codeDeletePath},
		{"available_compiler_options", "", "The names of the options of the compiler.", codeOptionNames},
		{"compiler_options", "", "The options of the compiler.", codeOptions},
		{"get_compiler_option", "key", "An option of the compiler.", codeOption},
		{"fetch_docs", "module", "The documentation of a module of the library as `{:docs_v1, ...}`, or `{:error, :module_not_found}`.", codeFetchDocs},
	}
}

// addedPathsKey has the directories that were added.
type addedPathsKey struct{}

func codeAddPath(self *process.Process, a []term.Term) (term.Term, error) {
	dir, err := absolute(self, a, true)
	if err != nil {
		return nil, err
	}
	if info, err := filesOf(self).Stat(dir); err != nil || !info.IsDir() {
		return errorTuple(term.Atom("bad_directory")), nil
	}
	paths, _ := self.Node().Value(addedPathsKey{}).([]string)
	if !slices.Contains(paths, dir) {
		self.Node().SetValue(addedPathsKey{}, append(slices.Clone(paths), dir))
	}
	return term.True, nil
}

func codeDeletePath(self *process.Process, a []term.Term) (term.Term, error) {
	dir, err := absolute(self, a, true)
	if err != nil {
		return nil, err
	}
	paths, _ := self.Node().Value(addedPathsKey{}).([]string)
	i := slices.Index(paths, dir)
	if i < 0 {
		return term.False, nil
	}
	self.Node().SetValue(addedPathsKey{}, slices.Delete(slices.Clone(paths), i, i+1))
	return term.True, nil
}

// compilerOptions are the options of the compiler as they are in the shell.
var compilerOptions = []term.Pair{
	pair("docs", term.True), pair("debug_info", term.True), pair("ignore_already_consolidated", term.False),
	pair("ignore_module_conflict", term.False), pair("relative_paths", term.True), pair("warnings_as_errors", term.False),
	pair("no_warn_undefined", term.Empty), pair("tracers", term.Empty), pair("parser_options", term.Empty),
}

func codeOptionNames(*process.Process, []term.Term) (term.Term, error) {
	names := make([]term.Term, len(compilerOptions))
	for i, o := range compilerOptions {
		names[i] = o.Key
	}
	return term.List(names...), nil
}

func codeOptions(*process.Process, []term.Term) (term.Term, error) {
	return term.NewMap(compilerOptions...), nil
}

func codeOption(_ *process.Process, a []term.Term) (term.Term, error) {
	for _, o := range compilerOptions {
		if o.Key == a[0] {
			return o.Value, nil
		}
	}
	return nil, errClause
}

func codeFetchDocs(self *process.Process, a []term.Term) (term.Term, error) {
	name, ok := a[0].(term.Atom)
	made := code.Of(self.Node()).Module(name)
	if !ok || made == nil || made.Language != code.Builtin {
		return errorTuple(term.Atom("module_not_found")), nil
	}
	exports := made.Exports()
	slices.SortStableFunc(exports, func(x, y *code.Function) int { return cmp.Compare(x.Name, y.Name) })
	docs := make([]term.Term, len(exports))
	for i, f := range exports {
		kind := term.Atom("function")
		if made.Macros[code.Key{Name: f.Name, Arity: f.Arity}] {
			kind = "macro"
		}
		signature := term.Binary(f.Name + "(" + joined(f.Params) + ")")
		docs[i] = term.Tuple{term.Tuple{kind, term.Atom(f.Name), term.Int(f.Arity)}, term.Int(0), term.List(signature), inEnglish(f.Doc), term.NewMap()}
	}
	return term.Tuple{term.Atom("docs_v1"), term.Int(0), term.Atom("elixir"), term.Binary("text/markdown"), inEnglish(made.Doc),
		term.NewMap(), term.List(docs...)}, nil
}

// inEnglish is a documentation with its language, or :none.
func inEnglish(doc string) term.Term {
	if doc == "" {
		return term.Atom("none")
	}
	return term.NewMap(term.Pair{Key: term.Binary("en"), Value: term.Binary(doc)})
}

func joined(params []string) string {
	text := ""
	for i, p := range params {
		if i > 0 {
			text += ", "
		}
		text += p
	}
	return text
}

// codeIdentifierTable is Code.Identifier: how strong operators bind.
func codeIdentifierTable() Module {
	return Module{
		Name: "Elixir.Code.Identifier",
		Doc:  "How the operators bind.",
		Functions: []Function{
			{"binary_op", "op", "`{associativity, strength}` of an operator of two operands, or `:error`.", operatorIn(binaryStrength)},
			{"unary_op", "op", "`{associativity, strength}` of an operator of one operand, or `:error`.", operatorIn(unaryStrength)},
		},
	}
}

// strength is how an operator binds.
type strength struct {
	side   term.Atom
	number int
}

var (
	binaryStrength = map[term.Atom]strength{}
	unaryStrength  = map[term.Atom]strength{
		"&": {"non_associative", 90}, "!": {"non_associative", 300}, "^": {"non_associative", 300}, "not": {"non_associative", 300},
		"+": {"non_associative", 300}, "-": {"non_associative", 300}, "~~~": {"non_associative", 300}, "@": {"non_associative", 320},
	}
)

func init() {
	for _, group := range []struct {
		strength
		operators []term.Atom
	}{
		{strength{"left", 40}, []term.Atom{"<-", `\\`}}, {strength{"right", 50}, []term.Atom{"when"}}, {strength{"right", 60}, []term.Atom{"::"}},
		{strength{"right", 70}, []term.Atom{"|"}}, {strength{"right", 100}, []term.Atom{"="}},
		{strength{"left", 120}, []term.Atom{"||", "|||", "or"}}, {strength{"left", 130}, []term.Atom{"&&", "&&&", "and"}},
		{strength{"left", 140}, []term.Atom{"==", "!=", "=~", "===", "!=="}}, {strength{"left", 150}, []term.Atom{"<", "<=", ">=", ">"}},
		{strength{"left", 160}, []term.Atom{"|>", "<<<", ">>>", "<~", "~>", "<<~", "~>>", "<~>", "<|>"}}, {strength{"left", 170}, []term.Atom{"in"}},
		{strength{"left", 180}, []term.Atom{"^^^"}}, {strength{"right", 190}, []term.Atom{"//"}},
		{strength{"right", 200}, []term.Atom{"++", "--", "..", "<>", "+++", "---"}},
		{strength{"left", 210}, []term.Atom{"+", "-"}}, {strength{"left", 220}, []term.Atom{"*", "/"}}, {strength{"left", 230}, []term.Atom{"**"}},
		{strength{"left", 310}, []term.Atom{"."}},
	} {
		for _, op := range group.operators {
			binaryStrength[op] = group.strength
		}
	}
}

func operatorIn(table map[term.Atom]strength) process.Func {
	return func(_ *process.Process, a []term.Term) (term.Term, error) {
		op, ok := a[0].(term.Atom)
		if !ok {
			return nil, errClause
		}
		s, ok := table[op]
		if !ok {
			return term.ErrorAtom, nil
		}
		return term.Tuple{s.side, term.Int(s.number)}, nil
	}
}
