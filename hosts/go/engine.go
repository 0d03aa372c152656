package yuma

import (
	"context"
	"encoding/hex"
	"reflect"

	"github.com/tetratelabs/wazero"
)

// An Engine runs epochs and the economics. It has memory of its own and is for one goroutine at a time; others have others,
// which share nothing but the compiled modules.
type Engine struct {
	runtime   wazero.Runtime
	epochs    *instance
	economics *instance
	// both are filled anew for every call
	message message
	tape    tape
}

// Options are what is asked for beside the result.
type Options struct {
	// Trace adds the raw bits of every stage. It takes a slower path to the same result.
	Trace bool
	// Digest adds the SHA-256 of the result's canonical bytes.
	Digest bool
}

func (o Options) flags() uint32 {
	flags := uint32(0)
	if o.Trace {
		flags |= flagTrace
	}
	if o.Digest {
		flags |= flagDigest
	}
	return flags
}

// An Option says how an engine is made.
type Option func(*config)

type config struct {
	runtime wazero.RuntimeConfig
	module  []byte
}

// WithScalar takes the build of the epoch without SIMD: the same bits, and faster where WebAssembly is interpreted.
func WithScalar() Option {
	return func(c *config) { c.module = yumaScalarModule }
}

// WithRuntimeConfig says how wazero runs the modules: interpreted, with a cache on disk, or so that a context that is done
// ends a call that runs. The default compiles, where wazero can, and shares what was compiled within the process.
func WithRuntimeConfig(runtime wazero.RuntimeConfig) Option {
	return func(c *config) { c.runtime = runtime }
}

// compiled keeps the modules of all engines for as long as the process runs.
var compiled = wazero.NewCompilationCache()

// New makes an engine. The module of the economics is compiled when it is first asked for.
func New(ctx context.Context, options ...Option) (*Engine, error) {
	c := config{runtime: wazero.NewRuntimeConfig().WithCompilationCache(compiled), module: yumaModule}
	for _, option := range options {
		option(&c)
	}
	e := &Engine{runtime: wazero.NewRuntimeWithConfig(ctx, c.runtime)}
	var err error
	if e.epochs, err = newInstance(ctx, e.runtime, c.module); err != nil {
		_ = e.runtime.Close(ctx)
		return nil, err
	}
	return e, nil
}

// Close gives back the engine's memory; no other method may be called after it.
func (e *Engine) Close(ctx context.Context) error { return e.runtime.Close(ctx) }

// call runs the function that the engine's message is for.
func (e *Engine) call(ctx context.Context, f *function, flags uint32) (message, error) {
	if f.Module == epochModule {
		return e.epochs.call(ctx, f, &e.message, flags)
	}
	if e.economics == nil {
		made, err := newInstance(ctx, e.runtime, yumaEconomicsModule)
		if err != nil {
			return message{}, err
		}
		e.economics = made
	}
	return e.economics.call(ctx, f, &e.message, flags)
}

// Epoch runs one epoch of one mechanism. The state is left as it is, and the result is the caller's own.
//
// A context that is done is heeded before the epoch begins, not while it runs; see [WithRuntimeConfig].
func (e *Engine) Epoch(ctx context.Context, state *State, options Options) (*EpochResult, error) {
	f := state.function()
	answer, err := e.run(ctx, f, reflect.ValueOf(state), options)
	if err != nil {
		return nil, err
	}
	result := &EpochResult{Digest: answer.digest(options)}
	answer.loadResult(&f.Output, outputHead, reflect.ValueOf(result), reflect.ValueOf(&result.Trace))
	return result, nil
}

// SubnetEpoch runs the epoch of a subnet with one or several mechanisms: it splits the emission, runs each, and puts their
// terms together.
func (e *Engine) SubnetEpoch(ctx context.Context, state SubnetState, options Options) (*SubnetResult, error) {
	f := state.function()
	answer, err := e.run(ctx, f, reflect.ValueOf(state), options)
	if err != nil {
		return nil, err
	}
	result := &SubnetResult{Digest: answer.digest(options)}
	answer.loadResult(&f.Output, outputHead, reflect.ValueOf(result), result.traces(f))
	return result, nil
}

func (e *Engine) run(ctx context.Context, f *function, state reflect.Value, options Options) (message, error) {
	err := e.message.compose(f, func() error {
		return e.message.store(&f.Input, inputHead, state.Elem(), nil)
	})
	if err == nil {
		err = e.message.refuseRuleSet(f)
	}
	if err != nil {
		return message{}, err
	}
	return e.call(ctx, f, options.flags())
}

func (m *message) digest(options Options) string {
	if !options.Digest {
		return ""
	}
	return hex.EncodeToString(m.bytes[digestAt : digestAt+digestBytes])
}

func (s *State) function() *function { return described().function(epochName) }

func (s *YumaSubnet) function() *function { return described().function(yumaSubnetName) }

func (s *NullSubnet) function() *function { return described().function(nullSubnetName) }
