package lib

import (
	"math"

	"gex/runtime/exception"
	"gex/runtime/process"
	"gex/runtime/term"
)

func mathTable() Module {
	return Module{
		Name: "math",
		Doc:  "Erlang's mathematical functions. All return floats.",
		Functions: []Function{
			{"pi", "", "The number pi.", pure3(term.Float(math.Pi))},
			{"sqrt", "x", "The square root.", mathOf("sqrt", math.Sqrt)},
			{"pow", "x, n", "`x` to the power of `n`.", mathPow},
			{"exp", "x", "The exponential function.", mathOf("exp", math.Exp)},
			{"log", "x", "The natural logarithm.", mathOf("log", math.Log)},
			{"log2", "x", "The logarithm to base 2.", mathOf("log2", math.Log2)},
			{"log10", "x", "The logarithm to base 10.", mathOf("log10", math.Log10)},
			{"sin", "x", "The sine.", mathOf("sin", math.Sin)},
			{"cos", "x", "The cosine.", mathOf("cos", math.Cos)},
			{"tan", "x", "The tangent.", mathOf("tan", math.Tan)},
			{"asin", "x", "The arc sine.", mathOf("asin", math.Asin)},
			{"acos", "x", "The arc cosine.", mathOf("acos", math.Acos)},
			{"atan", "x", "The arc tangent.", mathOf("atan", math.Atan)},
			{"atan2", "y, x", "The angle of a point.", mathAtan2},
			{"sinh", "x", "The hyperbolic sine.", mathOf("sinh", math.Sinh)},
			{"cosh", "x", "The hyperbolic cosine.", mathOf("cosh", math.Cosh)},
			{"tanh", "x", "The hyperbolic tangent.", mathOf("tanh", math.Tanh)},
			{"asinh", "x", "The inverse of the hyperbolic sine.", mathOf("asinh", math.Asinh)},
			{"acosh", "x", "The inverse of the hyperbolic cosine.", mathOf("acosh", math.Acosh)},
			{"atanh", "x", "The inverse of the hyperbolic tangent.", mathOf("atanh", math.Atanh)},
			{"erf", "x", "The error function.", mathOf("erf", math.Erf)},
			{"erfc", "x", "What the error function leaves to 1.", mathOf("erfc", math.Erfc)},
			{"fmod", "x, y", "What is left of `x` divided by `y`.", mathFmod},
			{"floor", "x", "The greatest whole number that is not greater.", mathOf("floor", math.Floor)},
			{"ceil", "x", "The least whole number that is not less.", mathOf("ceil", math.Ceil)},
		},
	}
}

func mathOf(name string, f func(float64) float64) process.Func {
	return func(_ *process.Process, a []term.Term) (term.Term, error) {
		x, ok := term.ToFloat(a[0])
		if !ok {
			return nil, refused("math", name, a, "not a number")
		}
		return mathResult(name, f(x), a)
	}
}

// mathResult refuses what is no float of Erlang: infinite or no number.
func mathResult(name string, y float64, a args) (term.Term, error) {
	if math.IsNaN(y) || math.IsInf(y, 0) {
		return nil, exception.Raise(term.Atom("badarith")).In(borderFrame("math", name, a))
	}
	return term.Float(y), nil
}

func mathPow(_ *process.Process, a []term.Term) (term.Term, error) {
	x, ok1 := term.ToFloat(a[0])
	y, ok2 := term.ToFloat(a[1])
	if !ok1 || !ok2 {
		return nil, badarg("math", "pow", a...)
	}
	return mathResult("pow", math.Pow(x, y), a)
}

func mathAtan2(_ *process.Process, a []term.Term) (term.Term, error) {
	y, ok1 := term.ToFloat(a[0])
	x, ok2 := term.ToFloat(a[1])
	if !ok1 || !ok2 {
		return nil, badarg("math", "atan2", a...)
	}
	return mathResult("atan2", math.Atan2(y, x), a)
}

func mathFmod(_ *process.Process, a []term.Term) (term.Term, error) {
	x, ok1 := term.ToFloat(a[0])
	y, ok2 := term.ToFloat(a[1])
	if !ok1 || !ok2 {
		return nil, badarg("math", "fmod", a...)
	}
	return mathResult("fmod", math.Mod(x, y), a)
}
