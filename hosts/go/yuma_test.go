package yuma_test

import (
	"context"
	"encoding/json"
	"errors"
	"math/big"
	"os"
	"reflect"
	"strings"
	"sync"
	"testing"
	"time"

	"github.com/tetratelabs/wazero"
	yuma "github.com/yuma-consensus/yuma-consensus/hosts/go"
)

func newEngine(t testing.TB, options ...yuma.Option) *yuma.Engine {
	t.Helper()
	ctx := context.Background()
	engine, err := yuma.New(ctx, options...)
	if err != nil {
		t.Fatal(err)
	}
	t.Cleanup(func() {
		if err := engine.Close(ctx); err != nil {
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

func epoch(t testing.TB, engine *yuma.Engine, state *yuma.State) *yuma.EpochResult {
	t.Helper()
	result, err := engine.Epoch(context.Background(), state, yuma.Options{Digest: true})
	if err != nil {
		t.Fatal(err)
	}
	return result
}

func TestBuildsAgree(t *testing.T) {
	state := bundled(t)
	want := epoch(t, newEngine(t), state)
	interpreted := yuma.WithRuntimeConfig(wazero.NewRuntimeConfigInterpreter())
	for name, options := range map[string][]yuma.Option{
		"scalar":             {yuma.WithScalar()},
		"interpreted":        {interpreted},
		"scalar interpreted": {yuma.WithScalar(), interpreted},
	} {
		if got := epoch(t, newEngine(t, options...), state); !reflect.DeepEqual(got, want) {
			t.Errorf("%s: another result, digest %s in place of %s", name, got.Digest, want.Digest)
		}
	}
}

func TestGoroutines(t *testing.T) {
	state := bundled(t)
	want := epoch(t, newEngine(t), state).Digest
	var group sync.WaitGroup
	for range 8 {
		engine := newEngine(t)
		group.Add(1)
		go func() {
			defer group.Done()
			for range 4 {
				result, err := engine.Epoch(context.Background(), state, yuma.Options{Digest: true})
				if err != nil || result.Digest != want {
					t.Errorf("%v, or another digest", err)
				}
			}
		}()
	}
	group.Wait()
}

// wantError checks code and path, and that the engine is as good as before.
func wantError(t *testing.T, engine *yuma.Engine, err error, code yuma.Code, path string) {
	t.Helper()
	var typed *yuma.Error
	if !errors.As(err, &typed) || typed.Code != code || typed.Path != path || !errors.Is(err, code) {
		t.Errorf("got %#v, want %s at %q", err, code, path)
	}
	text := err.Error()
	if path != "" && !strings.HasPrefix(text, path+": ") || code == yuma.InvalidInput && !strings.Contains(text, typed.Expected+", got "+typed.Got) {
		t.Errorf("a message that names nothing: %s", text)
	}
	epoch(t, engine, bundled(t))
}

func TestRefusals(t *testing.T) {
	engine := newEngine(t)
	for path, spoil := range map[string]func(*yuma.State){
		"ruleSet":                  func(s *yuma.State) { s.RuleSet = "spec-476" },
		"liquidAlphaConsensusMode": func(s *yuma.State) { s.LiquidAlphaConsensusMode = "latest" },
		"alphaSigmoidSteepness":    func(s *yuma.State) { s.AlphaSigmoidSteepness = 40_000 },
		"validatorPermits":         func(s *yuma.State) { s.ValidatorPermits = s.ValidatorPermits[1:] },
		"alphaStake":               func(s *yuma.State) { s.AlphaStake = nil },
		"weights.starts":           func(s *yuma.State) { s.Weights.Starts = s.Weights.Starts[1:] },
		"weights.starts[0]":        func(s *yuma.State) { s.Weights.Starts[0] = 1 },
		"bonds.starts[256]":        func(s *yuma.State) { s.Bonds.Starts[256]++ },
		"bonds.values":             func(s *yuma.State) { s.Bonds.Values = s.Bonds.Values[1:] },
	} {
		t.Run(path, func(t *testing.T) {
			state := bundled(t)
			spoil(state)
			_, err := engine.Epoch(context.Background(), state, yuma.Options{})
			wantError(t, engine, err, yuma.InvalidInput, path)
		})
	}
}

func TestSubnetRefusals(t *testing.T) {
	engine := newEngine(t)
	state := bundled(t)
	subnet := &yuma.YumaSubnet{
		SharedState:    state.SharedState,
		YumaParameters: state.YumaParameters,
		Mechanisms:     []yuma.MechanismState{state.MechanismState, state.MechanismState},
	}
	if _, err := engine.SubnetEpoch(context.Background(), subnet, yuma.Options{Trace: true}); err != nil {
		t.Fatal(err)
	}
	subnet.Mechanisms[1].LastUpdate = nil
	_, err := engine.SubnetEpoch(context.Background(), subnet, yuma.Options{})
	wantError(t, engine, err, yuma.InvalidInput, "mechanisms[1].lastUpdate")
	subnet.Mechanisms = nil
	_, err = engine.SubnetEpoch(context.Background(), subnet, yuma.Options{})
	wantError(t, engine, err, yuma.InvalidInput, "mechanisms")
	subnet.RuleSet = "spec-273"
	_, err = engine.SubnetEpoch(context.Background(), subnet, yuma.Options{})
	wantError(t, engine, err, yuma.InvalidInput, "ruleSet")
}

func TestChainTrap(t *testing.T) {
	engine := newEngine(t)
	state := bundled(t)
	state.RuleSet = "spec-297"
	state.Bonds.UIDs[0] = 256
	_, err := engine.Epoch(context.Background(), state, yuma.Options{})
	wantError(t, engine, err, yuma.ChainTrap, "")
	var typed *yuma.Error
	if errors.As(err, &typed); typed.Reason != "a bond on a uid outside the network" {
		t.Error(typed.Reason)
	}
}

func TestTooLarge(t *testing.T) {
	// 8 MiB: for the bundled state, and for no more.
	engine := newEngine(t, yuma.WithRuntimeConfig(wazero.NewRuntimeConfig().WithMemoryLimitPages(128)))
	state := &yuma.State{}
	state.N = 8_192
	n := int(state.N)
	state.BlockAtRegistration, state.LastUpdate, state.CommitBlocks = make([]uint64, n), make([]uint64, n), make([]uint64, n)
	state.AlphaStake, state.TaoStake, state.ValidatorPermits = make([]uint64, n), make([]uint64, n), make([]bool, n)
	row := make([]uint16, 64)
	for range n {
		state.Weights.Append(row, row)
	}
	state.Bonds.Starts = make([]uint32, n+1)
	_, err := engine.Epoch(context.Background(), state, yuma.Options{})
	wantError(t, engine, err, yuma.TooLarge, "")
	for range 4 * n {
		state.Weights.Append(row, row)
	}
	_, err = engine.Epoch(context.Background(), state, yuma.Options{})
	wantError(t, engine, err, yuma.TooLarge, "")
}

func TestCancelled(t *testing.T) {
	engine := newEngine(t)
	ctx, cancel := context.WithCancel(context.Background())
	cancel()
	if _, err := engine.Epoch(ctx, bundled(t), yuma.Options{}); !errors.Is(err, context.Canceled) {
		t.Error(err)
	}
	epoch(t, engine, bundled(t))
}

func TestCancelledWhileItRuns(t *testing.T) {
	engine := newEngine(t, yuma.WithRuntimeConfig(wazero.NewRuntimeConfig().WithCloseOnContextDone(true)))
	ctx, cancel := context.WithTimeout(context.Background(), time.Millisecond)
	defer cancel()
	subnets := []map[string]any{{
		"netuid": 1, "tempo": 1, "lastEpochBlock": 0, "pendingEpochAt": 0, "blocksSinceLastStep": 0, "epochIndex": 0, "consistent": true,
	}}
	_, err := engine.Economics(ctx, "schedule_sim", map[string]any{"startBlock": 0, "blocks": 4_000_000, "cap": 1, "subnets": subnets})
	if !errors.Is(err, context.DeadlineExceeded) {
		t.Error(err)
	}
	if _, err := engine.Economics(context.Background(), "block_emission", map[string]any{"issuance": 0}); err != nil {
		t.Error(err)
	}
}

func TestEconomics(t *testing.T) {
	engine := newEngine(t)
	ctx := context.Background()
	// Go's integers and decimals say the same.
	for _, input := range []map[string]any{
		{"val": new(big.Int).Lsh(big.NewInt(1), 65), "p": uint64(1 << 63)},
		{"val": "36893488147419103232", "p": "9223372036854775808"},
	} {
		found, err := engine.Economics(ctx, "safe_pow", input)
		if err != nil {
			t.Fatal(err)
		}
		if y, ok := new(big.Int).SetString(found["y"].(string), 10); !ok || y.BitLen() != 65 {
			t.Errorf("the root of two is %v", found)
		}
	}
	_, err := engine.Economics(ctx, "safe_pow", map[string]any{"val": 1})
	wantError(t, engine, err, yuma.InvalidInput, "p")
	_, err = engine.Economics(ctx, "price_shares", map[string]any{"blockEmission": 1, "subnets": []map[string]any{
		{"netuid": 1, "mechanism": 0, "movingPrice": 0, "minerBurned": 0, "emissionEnabled": true},
		{"netuid": 1, "mechanism": 0, "movingPrice": 0, "minerBurned": 0, "emissionEnabled": true},
	}})
	wantError(t, engine, err, yuma.InvalidInput, "subnets[1].netuid")
	_, err = engine.Economics(ctx, "epoch", nil)
	wantError(t, engine, err, yuma.UnknownFunction, "fn")
	_, err = engine.Evaluate(ctx, "safe_pow", []byte("{"), yuma.Options{})
	wantError(t, engine, err, yuma.MalformedJSON, "")
}

func TestHistoricStateStaysAsItWasWritten(t *testing.T) {
	state := bundled(t)
	state.RuleSet = "spec-195"
	state.Stake = state.AlphaStake
	state.AlphaStake, state.TaoStake, state.CommitBlocks = nil, nil, nil
	text, err := json.Marshal(state)
	if err != nil {
		t.Fatal(err)
	}
	for _, name := range []string{"alphaStake", "commitBlocks"} {
		if strings.Contains(string(text), name) {
			t.Errorf("%s is written, which spec-195 does not read", name)
		}
	}
	var again yuma.State
	if err := json.Unmarshal(text, &again); err != nil {
		t.Fatal(err)
	}
	engine := newEngine(t)
	if epoch(t, engine, &again).Digest != epoch(t, engine, state).Digest {
		t.Error("another digest")
	}
}

func TestRowsThatAreNone(t *testing.T) {
	state := bundled(t)
	state.Weights.Starts[1] = 1 << 31
	if _, err := json.Marshal(state); err == nil {
		t.Error("written")
	}
}
