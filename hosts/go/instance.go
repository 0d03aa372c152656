package yuma

import (
	"context"
	"errors"
	"fmt"

	"github.com/tetratelabs/wazero"
	"github.com/tetratelabs/wazero/api"
)

// What run gives, by docs/interface.md.
const (
	statusFine       = 0
	statusLength     = 2
	statusMemory     = 4
	statusUnknownSet = 5
	statusTrapped    = 6
)

// What run is asked for besides.
const (
	flagTrace  = 1
	flagDigest = 2
)

// traps are what the chain's own epoch would have aborted on, by their numbers from 1 on.
var traps = []string{"a weight on a uid outside the network, in a row with a permit", "a bond on a uid outside the network"}

// An instance is a module with a memory of its own. Memory never shrinks: it is given up where something was too large, or
// went wrong, and made anew when it is needed.
type instance struct {
	runtime  wazero.Runtime
	compiled wazero.CompiledModule
	live     *exports
}

type exports struct {
	module                                             api.Module
	memory                                             api.Memory
	input, run, errorField, errorOffset, output, bytes api.Function
	// room for arguments and results
	stack [2]uint64
}

func newInstance(ctx context.Context, runtime wazero.Runtime, module []byte) (*instance, error) {
	compiled, err := runtime.CompileModule(ctx, module)
	if err != nil {
		return nil, failed(ctx, err)
	}
	i := &instance{runtime: runtime, compiled: compiled}
	_, err = i.start(ctx)
	return i, err
}

func (i *instance) start(ctx context.Context) (*exports, error) {
	if i.live != nil {
		return i.live, nil
	}
	// Without a name there may be many.
	module, err := i.runtime.InstantiateModule(ctx, i.compiled, wazero.NewModuleConfig().WithName(""))
	if err != nil {
		return nil, failed(ctx, err)
	}
	i.live = &exports{
		module:      module,
		memory:      module.Memory(),
		input:       module.ExportedFunction("input"),
		run:         module.ExportedFunction("run"),
		errorField:  module.ExportedFunction("errorField"),
		errorOffset: module.ExportedFunction("errorOffset"),
		output:      module.ExportedFunction("output"),
		bytes:       module.ExportedFunction("outputLength"),
	}
	return i.live, nil
}

// giveUp makes the next call begin anew.
func (i *instance) giveUp(ctx context.Context) {
	if i.live != nil {
		_ = i.live.module.Close(ctx)
		i.live = nil
	}
}

func (e *exports) call(ctx context.Context, function api.Function, arguments ...uint32) (uint32, error) {
	for i, argument := range arguments {
		e.stack[i] = api.EncodeU32(argument)
	}
	if err := function.CallWithStack(ctx, e.stack[:]); err != nil {
		return 0, err
	}
	return api.DecodeU32(e.stack[0]), nil
}

// call runs a function on its message. The answer lies in the module's memory, and is good until the next call.
func (i *instance) call(ctx context.Context, f *function, given *message, flags uint32) (answer message, err error) {
	if err := ctx.Err(); err != nil {
		return message{}, err
	}
	live, err := i.start(ctx)
	if err != nil {
		return message{}, err
	}
	answer, err = live.answer(ctx, f, given, flags)
	var typed *Error
	if err == nil || errors.As(err, &typed) && typed.Code != TooLarge {
		return answer, err
	}
	i.giveUp(context.WithoutCancel(ctx))
	if typed != nil {
		return message{}, err
	}
	return message{}, failed(ctx, err)
}

// failed is what wazero could not do: because the context was done, or there is a fault.
func failed(ctx context.Context, err error) error {
	if ctx.Err() != nil {
		return ctx.Err()
	}
	return internal(err)
}

func (e *exports) answer(ctx context.Context, f *function, given *message, flags uint32) (message, error) {
	at, err := e.call(ctx, e.input, uint32(len(given.bytes)))
	if err != nil {
		return message{}, err
	}
	if at == 0 || !e.memory.Write(at, given.bytes) {
		return message{}, tooLarge(fmt.Sprintf("a message of %d bytes", len(given.bytes)))
	}
	status, err := e.call(ctx, e.run, uint32(f.Number), flags)
	if err != nil {
		return message{}, err
	}
	if status != statusFine {
		return message{}, e.refusal(ctx, f, given, status)
	}
	output, err := e.call(ctx, e.output)
	if err != nil {
		return message{}, err
	}
	length, err := e.call(ctx, e.bytes)
	if err != nil {
		return message{}, err
	}
	bytes, ok := e.memory.Read(output, length)
	if !ok {
		return message{}, fmt.Errorf("an answer of %d bytes at %d", length, output)
	}
	return message{bytes}, nil
}

// refusal says what the module refused.
func (e *exports) refusal(ctx context.Context, f *function, given *message, status uint32) error {
	if status == statusMemory {
		return tooLarge("this input")
	}
	field, err := e.call(ctx, e.errorField)
	if err != nil {
		return err
	}
	offset, err := e.call(ctx, e.errorOffset)
	if err != nil {
		return err
	}
	if field == 0 {
		return fmt.Errorf("status %d at %d of function %d", status, offset, f.Number)
	}
	if status == statusTrapped && offset >= 1 && int(offset) <= len(traps) {
		return &Error{Code: ChainTrap, Reason: traps[offset-1]}
	}
	path, value, at, found := given.locate(&f.Input, inputHead, nil, offset)
	if !found {
		return fmt.Errorf("status %d at %d of function %d", status, offset, f.Number)
	}
	return invalid(path, expected(value, status), given.preview(value, at))
}

// preview is a value of a message as errors show it.
func (m *message) preview(f *form, at uint32) string {
	if f.kind == listKind || f.kind == vectorKind {
		_, count := m.list(at)
		return fmt.Sprintf("length %d", count)
	}
	shown := printer{message: m}
	shown.value(f, at)
	return shortened(string(shown.out))
}

// expected says what a module that refused a value would have taken.
func expected(f *form, status uint32) string {
	switch status {
	case statusLength:
		return "a length that fits the other fields"
	case statusUnknownSet:
		return f.expectation()
	default:
		return "a value that goes with the other fields"
	}
}
