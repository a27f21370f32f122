package lib

import (
	"slices"

	"gex/runtime/exception"
	"gex/runtime/term"
)

// The functions of Enum through which elements are put into what is no list: the
// protocol's, and the function that into/3 reduces with there.
var (
	intoProtocol2 = frames(inEnum("reduce_into_protocol", 3, 1518), inEnum("into_protocol", 2, 1502))
	intoProtocol3 = frames(inEnum("reduce_into_protocol", 4, 1585), inEnum("into_protocol", 3, 1569))
	intoLambda    = inEnum("-reduce_into_protocol/4-fun-1-", 4, 1586)
)

// intoFrames are the frames of into/2 and into/3 below a stream, by what the
// elements are put into: lists and, out of functions, maps do not go through the
// protocol. They are nil for lists and for other functions.
func intoFrames(f functionName, a args) []exception.Frame {
	if f.module != "Elixir.Enum" || f.name != "into" || term.IsList(a[1]) {
		return nil
	}
	_, isFunction := a[0].(*term.Fun)
	switch {
	case isFunction && isPlainMap(a[1]) && a[1].(*term.Map).Len() > 0:
		return frames(inEnum("reduce", 3, 4307))
	case isFunction && isPlainMap(a[1]) && f.arity == 2:
		return frames(inEnum("reverse", 1, 4307), inEnum("to_list", 1, 3646), inEnum("into_map", 1, 1487))
	case isFunction && isPlainMap(a[1]):
		return frames(inEnum("map", 2, 4307), inEnum("into", 3, 1552))
	case f.arity == 2:
		return intoProtocol2
	}
	return intoProtocol3
}

// mappedInto are the frames between the function that into/3 maps with and its
// caller, by what the elements come from and are put into; nil if f is another
// function, or goes the way of Enum.map/2 alone.
func mappedInto(f functionName, a args, kind string) []exception.Frame {
	if f.module != "Elixir.Enum" || f.name != "into" || f.arity != 3 || term.IsList(a[1]) {
		return nil
	}
	if isPlainMap(a[1]) && (kind == "list" || kind == "keyword" || kind == "map") {
		return mappedIntoMap(f, a[1].(*term.Map), kind)
	}
	switch kind {
	case "list", "keyword":
		lambda := intoLambda
		lambda.Line = 1580
		return frames(lambda, inEnum("-reduce_into_protocol/4-lists^foldl/2-0-", 3, 1580), inEnum("into_protocol", 3, 1569))
	case "map", "set":
		return slices.Concat(frames(intoLambda, at("Enumerable.List", "reduce", 3, "enum.ex", 4751)), intoProtocol3)
	case "range":
		return slices.Concat(frames(intoLambda, at("Enumerable.Range", "reduce", 5, "range.ex", 383)), intoProtocol3)
	}
	return nil
}

// mappedIntoMap is mappedInto for lists and maps that are put into a map.
func mappedIntoMap(f functionName, target *term.Map, kind string) []exception.Frame {
	fold := exception.Frame{Module: "maps", Function: "fold_1", Arity: 3, File: "maps.erl", Line: 411}
	switch {
	case target.Len() == 0 && kind == "map":
		return slices.Concat(frameTable()[frameKey{f, kind}], frames(inEnum("into", 3, 1552)))
	case target.Len() == 0:
		return nil
	case kind == "map":
		return frames(inEnum("-into/3-fun-0-", 3, 1555), fold)
	}
	return frames(inEnum("-into/3-fun-0-", 3, 1555), inEnum("-reduce/3-lists^foldl/2-0-", 3, 2468))
}
