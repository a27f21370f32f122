package gosrc

import (
	"fmt"
	"os"
	"testing"
)

func TestDbg(t *testing.T) {
	s := newSession(t)
	b, _ := os.ReadFile(os.Getenv("SRC"))
	s.unit.prepare()
	added, err := split(string(b), "iex", 1)
	if err != nil {
		t.Fatal(err)
	}
	p, err := generate(newStore().with(added), s.unit.importer)
	if err := p.check(s.unit.importer); err != nil {
		t.Fatal(err)
	}
	p.describe()
	src, err := p.lower()
	fmt.Println(src, err)
	_, err = s.define(string(b))
	fmt.Println(err)
	_, err = s.apply("Go", "main")
	fmt.Println(s.out.String(), err)
}
