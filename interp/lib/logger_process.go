package lib

import (
	"gex/runtime/code"
	"gex/runtime/logger"
	"gex/runtime/process"
	"gex/runtime/term"
)

// The keys under which a process keeps, in its dictionary, its lowest level
// and its metadata, a map.
var processLevelKey = term.Tuple{loggerName, term.Atom("level")}

const metadataKey = term.Atom("$logger_metadata$")

// levelOf returns the lowest level for messages of a process.
func levelOf(self *process.Process) logger.Level {
	level, _ := parseLevel(self.Get(processLevelKey))
	return level
}

// processLevel sets the lowest level of the process that calls; nil takes it away.
func processLevel(level term.Term) process.Func {
	return func(self *process.Process, a []term.Term) (term.Term, error) {
		if a[0] != term.Term(self.PID()) {
			return nil, errClause
		}
		if level == nil {
			self.Erase(processLevelKey)
		} else {
			self.Put(processLevelKey, level)
		}
		return term.OK, nil
	}
}

func putProcessLevel(self *process.Process, a []term.Term) (term.Term, error) {
	if _, ok := parseLevel(a[1]); !ok {
		return nil, errClause
	}
	return processLevel(a[1])(self, a)
}

func getProcessLevel(self *process.Process, a []term.Term) (term.Term, error) {
	if a[0] != term.Term(self.PID()) {
		return nil, errClause
	}
	return orNil(self.Get(processLevelKey)), nil
}

func loggerEnabled(self *process.Process, a []term.Term) (term.Term, error) {
	if a[0] != term.Term(self.PID()) {
		return nil, errClause
	}
	return term.Bool(levelOf(self) != logger.None), nil
}

func metadataOf(self *process.Process) *term.Map {
	m, ok := self.Get(metadataKey).(*term.Map)
	if !ok {
		return term.NewMap()
	}
	return m
}

func loggerMetadata(self *process.Process, _ []term.Term) (term.Term, error) {
	return pairsOf(metadataOf(self)), nil
}

func addMetadata(self *process.Process, a []term.Term) (term.Term, error) {
	return term.OK, mergeMetadata(self, metadataOf(self), a[0])
}

func resetMetadata(self *process.Process, a []term.Term) (term.Term, error) {
	return term.OK, mergeMetadata(self, term.NewMap(), a[0])
}

func mergeMetadata(self *process.Process, m *term.Map, keywords term.Term) error {
	pairs, err := code.Apply(self, "Elixir.Map", "new", keywords)
	if err != nil {
		return err
	}
	for _, pair := range pairs.(*term.Map).Pairs() {
		if pair.Value == term.Term(term.Nil) {
			m = m.Delete(pair.Key)
		} else {
			m = m.Put(pair.Key, pair.Value)
		}
	}
	self.Put(metadataKey, m)
	return nil
}
