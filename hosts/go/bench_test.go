package yuma_test

import (
	"os"
	"testing"

	yuma "github.com/yuma-consensus/yuma-consensus/hosts/go"
)

func BenchmarkEpoch(b *testing.B) {
	engine, state := newEngine(b), bundled(b)
	b.ReportAllocs()
	b.ResetTimer()
	for range b.N {
		if _, err := engine.Epoch(b.Context(), state, yuma.Options{}); err != nil {
			b.Fatal(err)
		}
	}
}

func BenchmarkParseState(b *testing.B) {
	text, err := os.ReadFile("modules/state.json")
	if err != nil {
		b.Fatal(err)
	}
	b.SetBytes(int64(len(text)))
	b.ReportAllocs()
	for range b.N {
		if _, err := yuma.ParseState(text); err != nil {
			b.Fatal(err)
		}
	}
}
