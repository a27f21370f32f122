package tutorials_test

import "testing"

func TestGenServerExercises(t *testing.T) {
	tryAnswers(t, "genserver", []answer{
		{"sum", "GenServer.call(kv, {:put, :b, 84}); GenServer.call(kv, {:get, :b})", true},
		{"sum", "a = GenServer.call(kv, {:get, :a}); GenServer.call(kv, {:put, :b, a + a}); GenServer.call(kv, {:get, :b})", true},
		{"sum", "84", false},
		{"sum", "GenServer.call(kv, {:put, :b, 43}); GenServer.call(kv, {:get, :b})", false},
		{"scope", "KV.put(kv, :me, self()); KV.get(kv, :me) == self()", true},
		{"scope", "me = self(); GenServer.call(kv, {:put, :me, me}); me == KV.get(kv, :me)", true},
		{"scope", "KV.put(kv, :me, kv); KV.get(kv, :me) == self()", false},
		{"scope", "true", false},
		{"stack", "type Stack struct{ UseGenServer }\nfunc (Stack) Init(items []Term) Result { return OK(items) }\n" +
			"func (s Stack) HandleCall(request, _ Term, items []Term) Result {\n\tvar x Term\n\tif Match(request, \"{:push, x}\", &x) {\n" +
			"\t\treturn Reply(Atom(\"ok\"), append([]Term{x}, items...))\n\t}\n\tif len(items) == 0 {\n\t\treturn Reply(nil, items)\n\t}\n" +
			"\treturn Reply(items[0], items[1:])\n}", true},
		{"stack", "type Stack struct{ UseGenServer }\nfunc (Stack) HandleCall(request, _ Term, items []Term) Result { return Reply(nil, items) }", false},
		{"stack", "type Stack struct{ UseGenServer }\nfunc (Stack) Init(items []Term) Result { return OK(items) }\n" +
			"func (Stack) HandleCall(request Term, items []Term) Result { return Reply(nobody, items) }", false},
	})
}
