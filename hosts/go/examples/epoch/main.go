// Command epoch runs an epoch on a state in a file, and prints what a node compares with others.
//
//	go run ./examples/epoch modules/state.json
package main

import (
	"context"
	"fmt"
	"log"
	"os"

	yuma "github.com/yuma-consensus/yuma-consensus/hosts/go"
)

func main() {
	if len(os.Args) != 2 {
		log.Fatal("usage: epoch STATE.json")
	}
	text, err := os.ReadFile(os.Args[1])
	if err != nil {
		log.Fatal(err)
	}
	if err := run(context.Background(), text); err != nil {
		log.Fatal(err)
	}
}

func run(ctx context.Context, text []byte) error {
	engine, err := yuma.New(ctx)
	if err != nil {
		return err
	}
	defer engine.Close(ctx)
	state, err := yuma.ParseState(text)
	if err != nil {
		return err
	}
	result, err := engine.Epoch(ctx, state, yuma.Options{Digest: true})
	if err != nil {
		return err
	}
	emission := uint64(0)
	for _, rao := range result.Emission {
		emission += rao
	}
	fmt.Printf("%d uids, %d rao given out of %d\n", state.N, emission, state.RaoEmission)
	fmt.Println("digest", result.Digest)
	return nil
}
