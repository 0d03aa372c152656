// Package bench times epochs.
package bench

import (
	"context"
	"encoding/json"
	"fmt"
	"io"
	"os"
	"slices"
	"strconv"
	"time"

	yuma "github.com/yuma-consensus/yuma-consensus/hosts/go"
)

// Run writes the median time of an epoch on the state in a file, as one line of JSON. No JSON is read or written meanwhile.
func Run(ctx context.Context, arguments []string, out io.Writer, options ...yuma.Option) error {
	if len(arguments) != 2 {
		return fmt.Errorf("expected STATE.json and SECONDS, got %q", arguments)
	}
	seconds, err := strconv.ParseFloat(arguments[1], 64)
	if err != nil {
		return err
	}
	text, err := os.ReadFile(arguments[0])
	if err != nil {
		return err
	}
	state, err := yuma.ParseState(text)
	if err != nil {
		return err
	}
	engine, err := yuma.New(ctx, options...)
	if err != nil {
		return err
	}
	defer engine.Close(ctx)
	times, err := epochs(ctx, engine, state, time.Duration(seconds*float64(time.Second)))
	if err != nil {
		return err
	}
	slices.Sort(times)
	return json.NewEncoder(out).Encode(map[string]any{
		"host": "go", "nsPerEpoch": times[len(times)/2].Nanoseconds(), "epochs": len(times),
	})
}

// epochs runs one at least, and as many as the time allows.
func epochs(ctx context.Context, engine *yuma.Engine, state *yuma.State, limit time.Duration) ([]time.Duration, error) {
	var times []time.Duration
	for begun := time.Now(); len(times) == 0 || time.Since(begun) < limit; {
		before := time.Now()
		if _, err := engine.Epoch(ctx, state, yuma.Options{}); err != nil {
			return nil, err
		}
		times = append(times, time.Since(before))
	}
	return times, nil
}
