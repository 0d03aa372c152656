package yuma_test

import (
	"context"
	"errors"
	"fmt"
	"log"
	"os"

	yuma "github.com/yuma-consensus/yuma-consensus/hosts/go"
)

func Example() {
	ctx := context.Background()
	engine, err := yuma.New(ctx)
	if err != nil {
		log.Fatal(err)
	}
	defer engine.Close(ctx)
	text, err := os.ReadFile("modules/state.json")
	if err != nil {
		log.Fatal(err)
	}
	state, err := yuma.ParseState(text)
	if err != nil {
		log.Fatal(err)
	}
	result, err := engine.Epoch(ctx, state, yuma.Options{Digest: true})
	if err != nil {
		log.Fatal(err)
	}
	fmt.Println(len(result.Dividends), "uids, digest of", len(result.Digest), "digits")
	// Output: 256 uids, digest of 64 digits
}

func ExampleEngine_Economics() {
	ctx := context.Background()
	engine, err := yuma.New(ctx)
	if err != nil {
		log.Fatal(err)
	}
	defer engine.Close(ctx)
	found, err := engine.Economics(ctx, "block_emission", map[string]any{"issuance": uint64(10_500_000_000_000_000)})
	if err != nil {
		log.Fatal(err)
	}
	fmt.Println(found["emission"], "rao")
	// Output: 500000000 rao
}

func ExampleError() {
	_, err := yuma.ParseState([]byte(`{"n": 1, "kappa": 65536}`))
	var wrong *yuma.Error
	if errors.As(err, &wrong) {
		fmt.Println(wrong.Code, "at", wrong.Path)
	}
	fmt.Println(errors.Is(err, yuma.InvalidInput))
	// Output:
	// invalid-input at currentBlock
	// true
}

func ExampleRows() {
	var weights yuma.Rows[uint16]
	weights.Append([]uint16{1, 2}, []uint16{65_535, 100})
	weights.Append(nil, nil)
	uids, values := weights.Row(0)
	fmt.Println(weights.Count(), uids, values)
	// Output: 2 [1 2] [65535 100]
}
