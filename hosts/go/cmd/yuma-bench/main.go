// Command yuma-bench times epochs on the state in a file.
//
//	yuma-bench STATE.json SECONDS
package main

import (
	"context"
	"fmt"
	"os"

	"github.com/yuma-consensus/yuma-consensus/hosts/go/internal/bench"
)

func main() {
	if err := bench.Run(context.Background(), os.Args[1:], os.Stdout); err != nil {
		fmt.Fprintln(os.Stderr, "yuma-bench:", err)
		os.Exit(2)
	}
}
