package lib

import (
	"gex/runtime/exception"
	"gex/runtime/term"
)

// intoLambda is the function that into/3 reduces with through the protocol.
const intoLambda = "-reduce_into_protocol/4-fun-1-"

// intoFrames are the frames of into/2 and into/3 by what the elements are put
// into: lists and, out of functions, maps do not go through the protocol.
func intoFrames(a args) map[functionName][]exception.Frame {
	if len(a) < 2 || term.IsList(a[1]) {
		return nil
	}
	into2, into3 := functionName{"Elixir.Enum", "into", 2}, functionName{"Elixir.Enum", "into", 3}
	target, isMap := a[1].(*term.Map)
	_, isFunction := a[0].(*term.Fun)
	if isMap && isFunction && !hasStructName(target) {
		if target.Len() > 0 {
			reduced := frames(inEnum("reduce", 3, 4307))
			return map[functionName][]exception.Frame{into2: reduced, into3: reduced}
		}
		return map[functionName][]exception.Frame{
			into2: frames(inEnum("reverse", 1, 4307), inEnum("to_list", 1, 3646), inEnum("into_map", 1, 1487)),
			into3: frames(inEnum("map", 2, 4307), inEnum("into", 3, 1552)),
		}
	}
	return map[functionName][]exception.Frame{
		into2: frames(inEnum("reduce_into_protocol", 3, 1518), inEnum("into_protocol", 2, 1502)),
		into3: frames(inEnum("reduce_into_protocol", 4, 1585), inEnum("into_protocol", 3, 1569)),
	}
}

// mappedInto are the frames between the function that into/3 maps with and its
// caller, by what the elements come from and are put into; nil if f is another
// function, or goes the way of Enum.map/2 alone.
func mappedInto(f functionName, a args, kind string) []exception.Frame {
	if f.module != "Elixir.Enum" || f.name != "into" || f.arity != 3 || term.IsList(a[1]) {
		return nil
	}
	fold := exception.Frame{Module: "maps", Function: "fold_1", Arity: 3, File: "maps.erl", Line: 411}
	if target, ok := a[1].(*term.Map); ok && isPlainMap(target) && (kind == "list" || kind == "keyword" || kind == "map") {
		switch {
		case target.Len() == 0 && kind == "map":
			return append(frameTable()[frameKey{f, kind}], inEnum("into", 3, 1552))
		case target.Len() == 0:
			return nil
		case kind == "map":
			return frames(inEnum("-into/3-fun-0-", 3, 1555), fold)
		}
		return frames(inEnum("-into/3-fun-0-", 3, 1555), inEnum("-reduce/3-lists^foldl/2-0-", 3, 2468))
	}
	below := frames(inEnum("reduce_into_protocol", 4, 1585), inEnum("into_protocol", 3, 1569))
	switch kind {
	case "list", "keyword":
		return frames(inEnum(intoLambda, 4, 1580), inEnum("-reduce_into_protocol/4-lists^foldl/2-0-", 3, 1580), inEnum("into_protocol", 3, 1569))
	case "map", "set":
		return append(frames(inEnum(intoLambda, 4, 1586), at("Enumerable.List", "reduce", 3, "enum.ex", 4751)), below...)
	case "range":
		return append(frames(inEnum(intoLambda, 4, 1586), at("Enumerable.Range", "reduce", 5, "range.ex", 383)), below...)
	}
	return nil
}
