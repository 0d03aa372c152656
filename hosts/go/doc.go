// Package yuma is the Yuma consensus of the Bittensor network: a subnet's state in, the chain's own result out, the same to
// the last bit. It runs the WebAssembly modules of yuma-consensus on wazero, without cgo.
//
//	engine, err := yuma.New(ctx)
//	...
//	defer engine.Close(ctx)
//	state, err := yuma.ParseState(text)
//	...
//	result, err := engine.Epoch(ctx, state, yuma.Options{Digest: true})
//
// Every error is an [*Error] with a [Code], but for those of a context:
//
//	var invalid *yuma.Error
//	if errors.As(err, &invalid) && invalid.Code == yuma.InvalidInput {
//		log.Printf("%s: expected %s, got %s", invalid.Path, invalid.Expected, invalid.Got)
//	}
//
// An [Engine] is for one goroutine at a time. States and results are plain values, which nothing else holds on to.
package yuma
