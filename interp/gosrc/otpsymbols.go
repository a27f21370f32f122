package gosrc

import (
	"maps"
	"reflect"

	"gex/runtime/otp"
)

// internalNames are the exported names of otp that are there for gosrc and for
// compiled programs.
var internalNames = []string{
	"API", "For", "Default", "Main", "Callable", "Fault", "Failure", "Unwrap", "Uses", "Used", "TypeTag", "TypeName", "ModuleName", "FunctionName",
	"ToTerm", "Pattern", "ParsePattern", "GoValue", "RuntimeError", "PlainError", "Box", "ErrorBox", "StringerBox", "BoxType", "Boxed", "Unboxed",
}

// optionSymbols are the options of start functions and streams.
var optionSymbols = map[string]reflect.Value{
	"Strategy":       reflect.ValueOf(otp.Strategy),
	"MaxRestarts":    reflect.ValueOf(otp.MaxRestarts),
	"MaxSeconds":     reflect.ValueOf(otp.MaxSeconds),
	"MaxChildren":    reflect.ValueOf(otp.MaxChildren),
	"ExtraArguments": reflect.ValueOf(otp.ExtraArguments),
	"MaxConcurrency": reflect.ValueOf(otp.MaxConcurrency),
	"TaskTimeout":    reflect.ValueOf(otp.TaskTimeout),
	"Unordered":      reflect.ValueOf(otp.Unordered),
	"KillLate":       reflect.ValueOf(otp.KillLate),
	"ZipInputOnExit": reflect.ValueOf(otp.ZipInputOnExit),
}

// otpSymbols returns the values of package otp, with its functions and
// modules bound to the node of api.
func otpSymbols(api *otp.API) map[string]reflect.Value {
	values := map[string]reflect.Value{
		"Term":                 reflect.ValueOf((*otp.Term)(nil)),
		"Atom":                 reflect.ValueOf((*otp.Atom)(nil)),
		"PID":                  reflect.ValueOf((*otp.PID)(nil)),
		"Ref":                  reflect.ValueOf((*otp.Ref)(nil)),
		"Tuple":                reflect.ValueOf((*otp.Tuple)(nil)),
		"Map":                  reflect.ValueOf((*otp.Map)(nil)),
		"Fun":                  reflect.ValueOf((*otp.Fun)(nil)),
		"Result":               reflect.ValueOf((*otp.Result)(nil)),
		"Clause":               reflect.ValueOf((*otp.Clause)(nil)),
		"Option":               reflect.ValueOf((*otp.Option)(nil)),
		"TimerRef":             reflect.ValueOf((*otp.TimerRef)(nil)),
		"UseGenEvent":          reflect.ValueOf((*otp.UseGenEvent)(nil)),
		"UseGenServer":         reflect.ValueOf((*otp.UseGenServer)(nil)),
		"UseAgent":             reflect.ValueOf((*otp.UseAgent)(nil)),
		"UseTask":              reflect.ValueOf((*otp.UseTask)(nil)),
		"UseSupervisor":        reflect.ValueOf((*otp.UseSupervisor)(nil)),
		"UseDynamicSupervisor": reflect.ValueOf((*otp.UseDynamicSupervisor)(nil)),
		"UseApplication":       reflect.ValueOf((*otp.UseApplication)(nil)),
		"Normal":               reflect.ValueOf(otp.Normal),
		"Shutdown":             reflect.ValueOf(otp.Shutdown),
		"Kill":                 reflect.ValueOf(otp.Kill),
		"Infinity":             reflect.ValueOf(otp.Infinity),
		"Undefined":            reflect.ValueOf(otp.Undefined),
		"Alias":                reflect.ValueOf(otp.Alias),
		"T":                    reflect.ValueOf(otp.T),
		"NewMap":               reflect.ValueOf(otp.NewMap),
		"Equal":                reflect.ValueOf(otp.Equal),
		"Compare":              reflect.ValueOf(otp.Compare),
		"Inspect":              reflect.ValueOf(otp.Inspect),
		"OK":                   reflect.ValueOf(otp.OK),
		"Reply":                reflect.ValueOf(otp.Reply),
		"NoReply":              reflect.ValueOf(otp.NoReply),
		"Stop":                 reflect.ValueOf(otp.Stop),
		"Remove":               reflect.ValueOf(otp.Remove),
		"Swap":                 reflect.ValueOf(otp.Swap),
		"Ignore":               reflect.ValueOf(otp.Ignore),
		"BadCall":              reflect.ValueOf(otp.BadCall),
		"On":                   reflect.ValueOf(otp.On),
		"After":                reflect.ValueOf(otp.After),
		"Error":                reflect.ValueOf(otp.Error),
		"Reason":               reflect.ValueOf(otp.Reason),
		"Exit":                 reflect.ValueOf(otp.Exit),
		"Throw":                reflect.ValueOf(otp.Throw),
		"Raise":                reflect.ValueOf(otp.Raise),
		"Name":                 reflect.ValueOf(otp.Name),
		"StartTimeout":         reflect.ValueOf(otp.StartTimeout),
	}
	maps.Copy(values, optionSymbols)
	for name, value := range api.Bound() {
		values[name] = reflect.ValueOf(value)
	}
	return values
}
