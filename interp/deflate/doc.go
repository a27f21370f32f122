// Package deflate compresses as the C library zlib does at its usual level,
// byte for byte, since guides print what :zlib.compress/1 returns and how long
// it is.
//
// It does not bring back, which Go's own package does; that one chooses other
// matches and ends with a block of its own. It imports nothing of the project,
// and may be imported by lib. It follows RFC 1951 for the format and zlib 1.3
// for the choices: which of the earlier places a match is looked for in, when a
// longer match at the next byte is preferred, where a block ends, and which of
// codes that are equally good is taken (trees.go).
//
// For more than 64 KiB zlib moves its window, which changes nothing but a match
// of the greatest distance now and then.
package deflate
