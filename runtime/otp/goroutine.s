// This file allows the function without a body in goroutine.go.
