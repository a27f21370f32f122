package main

import (
	"bufio"
	"encoding/json"
	"fmt"
	"io"
	"text/tabwriter"
	"os"
)

func main() {
	fmt.Fprintln(os.Stdout, "to stdout", 1)
	fmt.Fprintf(os.Stdout, "%05.1f\n", 3.14159)
	w := bufio.NewWriter(os.Stdout)
	defer w.Flush()
	fmt.Fprintf(w, "buffered %d\n", 2)
	tw := tabwriter.NewWriter(w, 0, 0, 2, ' ', 0)
	fmt.Fprintln(tw, "a\tb")
	fmt.Fprintln(tw, "ccc\td")
	tw.Flush()
	var out io.Writer = os.Stdout
	_ = out
	enc := json.NewEncoder(w)
	enc.SetIndent("", " ")
	enc.Encode(map[string]int{"a": 1})
}
