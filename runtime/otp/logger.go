package otp

import (
	"gex/runtime/logger"
	"gex/runtime/term"
)

// LoggerModule is the module Logger.
type LoggerModule struct{ api *API }

// Logger returns the module Logger.
func (a *API) Logger() LoggerModule { return LoggerModule{a} }

// Debug logs a text with the lowest level. Keys and values in turn are its
// metadata, here and below.
func (m LoggerModule) Debug(text string, keysAndValues ...Term) {
	m.log(logger.Debug, text, keysAndValues)
}

// Info logs a text.
func (m LoggerModule) Info(text string, keysAndValues ...Term) {
	m.log(logger.Info, text, keysAndValues)
}

// Notice logs a text.
func (m LoggerModule) Notice(text string, keysAndValues ...Term) {
	m.log(logger.Notice, text, keysAndValues)
}

// Warning logs a text.
func (m LoggerModule) Warning(text string, keysAndValues ...Term) {
	m.log(logger.Warning, text, keysAndValues)
}

// Error logs a text.
func (m LoggerModule) Error(text string, keysAndValues ...Term) {
	m.log(logger.Error, text, keysAndValues)
}

func (m LoggerModule) log(level logger.Level, text string, keysAndValues []Term) {
	metadata := term.NewMap()
	for i := 0; i+1 < len(keysAndValues); i += 2 {
		metadata = metadata.Put(ToTerm(keysAndValues[i]), ToTerm(keysAndValues[i+1]))
	}
	logger.Log(m.api.self(), logger.Message{Level: level, Text: text, Metadata: metadata})
}

// Level returns the lowest level that is logged.
func (m LoggerModule) Level() string { return logger.Settings(m.api.node).Lowest.String() }

// SetLevel sets it: "debug", "info", "notice", "warning", "error" or "none".
func (m LoggerModule) SetLevel(name string) {
	level, ok := logger.ParseLevel(name)
	if !ok {
		panic(badArgument("%q is no level", name))
	}
	logger.Settings(m.api.node).Lowest = level
}
