// Command yuma-answers answers a stream of function calls, one JSON object a line, as the command yuma eval does.
//
//	yuma-answers < lines.jsonl
//	yuma-answers bench STATE.json SECONDS
package main

import (
	"bufio"
	"bytes"
	"context"
	"fmt"
	"io"
	"os"

	yuma "github.com/yuma-consensus/yuma-consensus/hosts/go"
	"github.com/yuma-consensus/yuma-consensus/hosts/go/internal/bench"
)

func main() {
	ctx := context.Background()
	answer := func() error { return run(ctx, os.Stdin, os.Stdout) }
	if len(os.Args) > 1 && os.Args[1] == "bench" {
		answer = func() error { return bench.Run(ctx, os.Args[2:], os.Stdout) }
	}
	if err := answer(); err != nil {
		fmt.Fprintln(os.Stderr, "yuma-answers:", err)
		os.Exit(2)
	}
}

func run(ctx context.Context, in io.Reader, out io.Writer) error {
	engine, err := yuma.New(ctx)
	if err != nil {
		return err
	}
	defer engine.Close(ctx)
	lines := bufio.NewReaderSize(in, 1<<16)
	answers := bufio.NewWriterSize(out, 1<<16)
	for {
		line, err := lines.ReadBytes('\n')
		if err != nil && err != io.EOF {
			return err
		}
		if len(line) == 0 {
			return answers.Flush()
		}
		line = bytes.TrimSuffix(bytes.TrimSuffix(line, []byte("\n")), []byte("\r"))
		if _, err := answers.Write(append(engine.AnswerLine(ctx, line), '\n')); err != nil {
			return err
		}
		// Who asks for one answer before the next line waits for it.
		if lines.Buffered() == 0 {
			if err := answers.Flush(); err != nil {
				return err
			}
		}
	}
}
