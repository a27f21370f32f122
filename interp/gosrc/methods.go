package gosrc

import "go/ast"

// Method is a method that source declares.
type Method struct {
	Type, Name string // of the receiver, without a star, and its own
	Params     int
}

// Methods returns the methods that what was typed declares, in order; none of source
// with errors.
func Methods(src string) []Method {
	_, f, err := parse(src, "iex", 1)
	if err != nil {
		return nil
	}
	var all []Method
	for _, d := range f.Decls {
		m, ok := d.(*ast.FuncDecl)
		if !ok || m.Recv.NumFields() != 1 {
			continue
		}
		all = append(all, Method{receiverName(m.Recv.List[0].Type), m.Name.Name, m.Type.Params.NumFields()})
	}
	return all
}
