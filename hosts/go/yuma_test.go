package yuma_test

import (
	"os"
	"testing"

	yuma "github.com/yuma-consensus/yuma-consensus/hosts/go"
)

func newEngine(t testing.TB, options ...yuma.Option) *yuma.Engine {
	t.Helper()
	engine, err := yuma.New(t.Context(), options...)
	if err != nil {
		t.Fatal(err)
	}
	t.Cleanup(func() {
		if err := engine.Close(t.Context()); err != nil {
			t.Error(err)
		}
	})
	return engine
}

func bundled(t testing.TB) *yuma.State {
	t.Helper()
	text, err := os.ReadFile("modules/state.json")
	if err != nil {
		t.Fatal(err)
	}
	state, err := yuma.ParseState(text)
	if err != nil {
		t.Fatal(err)
	}
	return state
}
