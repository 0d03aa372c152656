package yuma_test

import (
	"bufio"
	"bytes"
	"compress/gzip"
	"context"
	"encoding/json"
	"os"
	"path/filepath"
	"reflect"
	"strings"
	"testing"

	yuma "github.com/yuma-consensus/yuma-consensus/hosts/go"
)

type vector struct {
	Fn    string          `json:"fn"`
	In    json.RawMessage `json:"in"`
	Out   json.RawMessage `json:"out"`
	Trace json.RawMessage `json:"trace"`
}

// vectors goes through what the repository has recorded, but for steps of the arithmetic.
func vectors(t *testing.T, check func(v vector)) {
	t.Helper()
	files, err := filepath.Glob("../../test/vectors/*/*.jsonl.gz")
	if err != nil {
		t.Fatal(err)
	}
	if len(files) == 0 {
		t.Skip("the repository's vectors are not here")
	}
	for _, file := range files {
		if folder := filepath.Base(filepath.Dir(file)); folder == "arithmetic" || folder == "scenarios" {
			continue
		}
		packed, err := os.Open(file)
		if err != nil {
			t.Fatal(err)
		}
		lines, err := gzip.NewReader(packed)
		if err != nil {
			t.Fatal(err)
		}
		scanner := bufio.NewScanner(lines)
		scanner.Buffer(nil, 1<<28)
		for scanner.Scan() {
			var v vector
			if err := json.Unmarshal(scanner.Bytes(), &v); err != nil {
				t.Fatal(err)
			}
			check(v)
		}
		if err := scanner.Err(); err != nil {
			t.Fatal(err)
		}
		packed.Close()
	}
}

func value(t *testing.T, text []byte) any {
	t.Helper()
	decoder := json.NewDecoder(bytes.NewReader(text))
	decoder.UseNumber()
	var found any
	if err := decoder.Decode(&found); err != nil {
		t.Fatalf("%v in %.200s", err, text)
	}
	return found
}

func wantJSON(t *testing.T, what string, got, want []byte) {
	t.Helper()
	if !bytes.Equal(got, want) && !reflect.DeepEqual(value(t, got), value(t, want)) {
		t.Fatalf("%s: got %.1000s\nwant %.1000s", what, got, want)
	}
}

func TestVectors(t *testing.T) {
	engine := newEngine(t)
	ctx := context.Background()
	steps := map[string]bool{"fixed_ops": true, "transcendental": true}
	count := 0
	vectors(t, func(v vector) {
		if v.Fn == "" || steps[v.Fn] {
			return
		}
		count++
		found, err := engine.Evaluate(ctx, v.Fn, v.In, yuma.Options{Trace: v.Trace != nil})
		if err != nil {
			if string(v.Out) != "null" || !isTrap(err) {
				t.Fatalf("%s: %v", v.Fn, err)
			}
			return
		}
		wantJSON(t, v.Fn, found.Out, v.Out)
		if v.Trace != nil {
			wantJSON(t, v.Fn+" trace", found.Trace, v.Trace)
		}
	})
	if count < 20_000 {
		t.Errorf("only %d vectors", count)
	}
}

// TestTypes: states and results of Go's own types say what their JSON says, there and back.
func TestTypes(t *testing.T) {
	engine := newEngine(t)
	ctx := context.Background()
	options := yuma.Options{Trace: true, Digest: true}
	vectors(t, func(v vector) {
		if !strings.Contains(v.Fn, "epoch") || v.Fn == "root_epoch" || string(v.Out) == "null" {
			return
		}
		direct, err := engine.Evaluate(ctx, v.Fn, v.In, options)
		if err != nil {
			t.Fatal(err)
		}
		var result, again json.Marshaler
		if v.Fn == "epoch" {
			state := roundTrip(t, v.In, yuma.ParseState)
			if result, err = engine.Epoch(ctx, state, options); err != nil {
				t.Fatal(err)
			}
			again = new(yuma.EpochResult)
		} else {
			state := roundTrip(t, v.In, yuma.ParseSubnetState)
			if result, err = engine.SubnetEpoch(ctx, state, options); err != nil {
				t.Fatal(err)
			}
			again = new(yuma.SubnetResult)
		}
		text, err := json.Marshal(result)
		if err != nil {
			t.Fatal(err)
		}
		want := append(direct.Out[:len(direct.Out)-1:len(direct.Out)-1], `,"trace":`...)
		want = append(append(want, direct.Trace...), `,"digest":"`+direct.Digest+`"}`...)
		wantJSON(t, v.Fn, text, want)
		if err := json.Unmarshal(text, again); err != nil {
			t.Fatal(err)
		}
		if !reflect.DeepEqual(again, result) {
			t.Fatalf("%s: a result that is read is another", v.Fn)
		}
	})
}

func roundTrip[State any](t *testing.T, text []byte, parse func([]byte) (State, error)) State {
	t.Helper()
	state, err := parse(text)
	if err != nil {
		t.Fatal(err)
	}
	written, err := json.Marshal(state)
	if err != nil {
		t.Fatal(err)
	}
	again, err := parse(written)
	if err != nil {
		t.Fatalf("%v in what was written: %.1000s", err, written)
	}
	if !reflect.DeepEqual(again, state) {
		t.Fatalf("a state that is written is another: %.1000s", written)
	}
	return state
}
