package yuma_test

import (
	"context"
	"encoding/json"
	"errors"
	"strings"
	"testing"

	yuma "github.com/yuma-consensus/yuma-consensus/hosts/go"
)

func isTrap(err error) bool { return errors.Is(err, yuma.ChainTrap) }

// TestLines: what a line is refused with, as the command yuma eval refuses it.
func TestLines(t *testing.T) {
	engine := newEngine(t)
	for _, one := range []struct{ line, code, path string }{
		{``, "malformed-json", ""},
		{`{"fn":`, "malformed-json", ""},
		{"\"\xff\"", "malformed-json", ""},
		{`null`, "unknown-function", "fn"},
		{`[1]`, "unknown-function", "fn"},
		{`{"fn":"exp_i32f32","in":{}}`, "unknown-function", "fn"},
		{`{"fn":"yuma_subnet","in":{}}`, "unknown-function", "fn"},
		{`{"fn":"epoch"}`, "invalid-input", "in"},
		{`{"fn":"epoch","in":[]}`, "invalid-input", "in"},
		{`{"fn":"epoch","in":{},"b":1,"7":1}`, "invalid-input", "7"},
		{`{"fn":"epoch","in":{},"trace":null}`, "invalid-input", "trace"},
		{`{"fn":"epoch","in":{"n":1,"n":1}}`, "invalid-input", "in.n"},
		{`{"fn":"epoch","in":{"a b":[0,{"x":1e400}]}}`, "invalid-input", `in["a b"][1].x`},
		{`{"fn":"epoch","in":{"n":-0}}`, "invalid-input", "in.n"},
		{`{"fn":"epoch","in":{"n":9007199254740993}}`, "invalid-input", "in.n"},
		{`{"fn":"epoch","in":{"a":` + strings.Repeat("[", 100_000) + strings.Repeat("]", 100_000) + `}}`,
			"invalid-input", "in.a" + strings.Repeat("[0]", 62)},
		{`{"fn":"epoch","in":{"mechanisms":[]}}`, "invalid-input", "mechanisms"},
		{`{"fn":"epoch","in":{"a b":1}}`, "invalid-input", `["a b"]`},
		{`{"fn":"subnet_epoch","in":{}}`, "invalid-input", "epochConsensus"},
		{`{"fn":"epoch_null","in":{"epochConsensus":"yuma"}}`, "invalid-input", "epochConsensus"},
		{`{"fn":"block_emission","in":{}}`, "invalid-input", "issuance"},
		{`{"fn":"block_emission","in":{"issuance":1.5}}`, "invalid-input", "issuance"},
		{`{"fn":"block_emission","in":{"issuance":"01"}}`, "invalid-input", "issuance"},
		{`{"fn":"pow_normalize","in":{"p":0,"flows":[0,"-1"]}}`, "invalid-input", "flows[1]"},
		{`{"fn":"subnet_terms_233","in":{"ruleSet":261,"taoEmission":"-1","alphaIssuance":0,"price":0,"burnRegistration":true,"powRegistration":true}}`,
			"invalid-input", "taoEmission"},
	} {
		var answer struct {
			Error struct{ Code, Message, Path string }
		}
		text := engine.AnswerLine(context.Background(), []byte(one.line))
		if err := json.Unmarshal(text, &answer); err != nil {
			t.Fatal(err)
		}
		if answer.Error.Code != one.code || answer.Error.Path != one.path {
			t.Errorf("%.200s: got %.500s", one.line, text)
		}
	}
}

func TestLinesThatAreFine(t *testing.T) {
	engine := newEngine(t)
	const want = `{"out":{"emission":"1000000000","residual":null}}`
	for _, line := range []string{
		`{"fn":"block_emission","in":{"issuance":0}}`,
		"\ufeff {\"in\":{\"tag\":{},\"issuance\":\"\\u0030\"},\"fn\":\"block_emission\"} ",
		`{"fn":"block_emission","in":{"issuance":10e-1},"trace":{},"out":null,"name":1,"category":2,"reason":3}`,
	} {
		got := string(engine.AnswerLine(context.Background(), []byte(line)))
		if !strings.HasPrefix(got, `{"out":{"emission":"1000000000",`) {
			t.Errorf("%s: got %s, want %s", line, got, want)
		}
	}
}

func FuzzAnswerLine(f *testing.F) {
	engine := newEngine(f)
	f.Add([]byte(`{"fn":"block_emission","in":{"issuance":1e2}}`))
	f.Add([]byte(`{"fn":"epoch","in":{"n":0,"weights":[],"bonds":[[[0,1]]]},"trace":true}`))
	f.Add([]byte(`{"fn":"subnet_epoch","in":{"epochConsensus":"null","mechanisms":[{"weights":{"starts":[0]}}]}}`))
	f.Add([]byte(`{"fn":"distribute","in":{"hotkeys":[{"id":1,"parents":[["0",1]]}]}}`))
	f.Fuzz(func(t *testing.T, line []byte) {
		if answer := engine.AnswerLine(context.Background(), line); !json.Valid(answer) {
			t.Errorf("no JSON: %s", answer)
		}
	})
}
