package otp

import "reflect"

// UseGenEvent is "use GenEvent": the module of a type that embeds it has all
// callbacks of an event handler, and the type's own methods replace them.
// Without it, an absent callback is undefined.
type UseGenEvent struct{}

// UseGenServer is "use GenServer": the module of a type that embeds it has all
// callbacks of a server, and the type's own methods replace them.
type UseGenServer struct{}

// isUse reports whether a type is one of those that are embedded for use.
func isUse(t reflect.Type) bool {
	return t == reflect.TypeFor[UseGenEvent]() || t == reflect.TypeFor[UseGenServer]()
}
