package interp_test

import (
	"context"
	"strings"
	"testing"

	"gex/interp"
)

// TestLogger compares with what IEx 1.14 prints, but for the time.
func TestLogger(t *testing.T) {
	log := func(level, text string) string { return "\n00:00:00.000 [" + level + "] " + text + "\n" }
	var b strings.Builder
	s := interp.New(interp.Options{Virtual: true, Output: func(o interp.Output) { b.WriteString(o.Text) }})
	defer s.Close()
	for _, c := range []struct{ input, want string }{
		{`require Logger`, "Logger\n"},
		{`Logger.info("hi")`, log("info", "hi") + ":ok\n"},
		{`Logger.warn("w", a: 1)`, log("warning", "w") + ":ok\n"},
		{`Logger.critical('c')`, log("critical", "c") + ":ok\n"},
		{`Logger.debug(fn -> {"lazy", [a: 1]} end)`, log("debug", "lazy") + ":ok\n"},
		{`Logger.info([a: 1])`, log("info", "[a: 1]") + ":ok\n"},
		{`Logger.info(%{a: 1})`, log("info", "[a: 1]") + ":ok\n"},
		{`Logger.log(:alert, ["io", ?a])`, log("alert", "ioa") + ":ok\n"},
		{`Logger.level`, ":debug\n"},
		{`Logger.configure(level: :error)`, ":ok\n"},
		{`Logger.info("hidden")`, ":ok\n"},
		{`Logger.level`, ":error\n"},
		{`spawn(fn -> raise "x" end); nil`, log("error", "Process #PID<0.109.0> raised an exception\n** (RuntimeError) x\n    (stdlib 4.2) erl_eval.erl:742: :erl_eval.do_apply/7") + "nil\n"},
		{`Logger.configure(level: :none)`, ":ok\n"},
		{`spawn(fn -> raise "x" end); Logger.emergency("hidden")`, ":ok\n"},
		{`Logger.configure(level: :warn)`, ":ok\n"},
		{`Logger.level`, ":warning\n"},
		{`Logger.metadata(a: 1)`, ":ok\n"},
		{`Logger.metadata`, "[a: 1]\n"},
		{`Logger.reset_metadata; Logger.metadata`, "[]\n"},
		{`Logger.disable(self())`, ":ok\n"},
		{`Logger.error("x")`, ":ok\n"},
		{`Logger.enabled?(self())`, "false\n"},
		{`Logger.enable(self())`, ":ok\n"},
		{`Logger.compare_levels(:debug, :info)`, ":lt\n"},
		{`Logger.remove_backend(:console)`, ":ok\n"},
		{`Logger.error("gone")`, ":ok\n"},
		{`Logger.levels`, "** (UndefinedFunctionError) function Logger.levels/0 is undefined or private. Did you mean:\n\n      * level/0\n\n    (logger 1.14.0) Logger.levels()\n"},
		{`Logger.bare_log(:foo, "x")`, "** (FunctionClauseError) no function clause matching in :logger_config.less_or_equal_level/2    \n    \n" +
			"    The following arguments were given to :logger_config.less_or_equal_level/2:\n    \n        # 1\n        :foo\n    \n        # 2\n        4\n    \n" +
			"    (kernel 8.5.3) logger_config.erl:75: :logger_config.less_or_equal_level/2\n    (logger 1.14.0) lib/logger.ex:874: Logger.__should_log__/2\n" +
			"    (logger 1.14.0) lib/logger.ex:864: Logger.bare_log/3\n"},
	} {
		b.Reset()
		s.Eval(context.Background(), c.input)
		if b.String() != c.want {
			t.Errorf("%s printed\n%s\nwant\n%s", c.input, b.String(), c.want)
		}
	}
}
