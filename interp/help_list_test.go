package interp

import (
	"strings"
	"testing"

	"gex/runtime/code"
)

// notListed are commands that h does not list: they are there for somebody who
// knows them from IEx, or for tests.
const notListed = "assert_receive assert_received refute_receive refute_received break! breaks continue n next whereami " +
	"import_file_if_available import_if_available use_if_available l nl t quit recompile ref remove_breaks reset_break ls cd pwd"

// h lists every command but those that are left out, and no other.
func TestHelpListsAllCommands(t *testing.T) {
	s := New(Options{Virtual: true})
	defer s.Close()
	listed := map[string]bool{"#iex:break": true}
	for _, topic := range helpTopics {
		for _, c := range topic.commands {
			listed[c.name] = true
		}
	}
	there := map[string]bool{"#iex:break": true, "ls, cd, pwd": true}
	for _, c := range managerCommands {
		there[c.name] = true
	}
	note := func(key code.Key) {
		there[key.Name] = true
		if !listed[key.Name] && !strings.Contains(" "+notListed+" ", " "+key.Name+" ") {
			t.Errorf("h does not list %s", key.Name)
		}
	}
	for _, f := range s.table.Module(helpersModule).Exports() {
		note(code.Key{Name: f.Name})
	}
	for key := range s.macros() {
		if key.Name != "get_in" {
			note(key)
		}
	}
	for name := range listed {
		if !there[name] {
			t.Errorf("h lists %s, which there is not", name)
		}
	}
}
