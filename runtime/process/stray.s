// With this file the compiler accepts goroutineLabel, which has no body in Go.
