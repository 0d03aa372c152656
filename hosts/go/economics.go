package yuma

import (
	"bytes"
	"context"
	"encoding/json"
	"slices"
	"strconv"
)

// Economics answers a function of the economics by its name in interface.json, as in "block_emission".
//
// The input is what becomes the function's JSON: strings of decimals, or Go's integers, *big.Int included, where JSON has
// numbers or decimals; slices and maps, or structs with json tags. The output is what its JSON becomes: integers of 64 and
// of 128 bits are strings of decimals, smaller ones a [json.Number].
func (e *Engine) Economics(ctx context.Context, name string, input map[string]any) (map[string]any, error) {
	f := described().function(name)
	if f == nil || f.Module != economicsModule {
		return nil, unknownFunction(quoted(name), economicsNames())
	}
	text, err := json.Marshal(input)
	if err != nil {
		return nil, invalid("", "what has a JSON form", err.Error())
	}
	t := tape{anyInteger: true}
	if err := t.parse(text); err != nil {
		return nil, err
	}
	written, err := e.economic(ctx, f, &t, 0)
	if err != nil {
		return nil, err
	}
	written.fields(&f.Output, outputHead, nil)
	decoder := json.NewDecoder(bytes.NewReader(written.out))
	decoder.UseNumber()
	var output map[string]any
	if err := decoder.Decode(&output); err != nil {
		return nil, internal(err)
	}
	return output, nil
}

// economic runs a function, and gives the printer of its answer.
func (e *Engine) economic(ctx context.Context, f *function, t *tape, v node) (*printer, error) {
	if err := t.refuseValues(v); err != nil {
		return nil, err
	}
	r := &reader{tape: t, message: &e.message, n: anyLength, function: f}
	if err := r.compose(f, func() error { return r.record(&f.Input, inputHead, v, nil) }); err != nil {
		return nil, err
	}
	answer, err := e.call(ctx, f, 0)
	if err == nil {
		// What the module refuses comes first.
		err = r.unsuited
	}
	return &printer{message: &answer, isSigned: e.message.isSigned(f)}, err
}

// firstUnsigned is the first spec whose coinbase reckons without signs.
const firstUnsigned = 261

// isSigned: a variant of an old function is named by its first spec.
func (m *message) isSigned(f *function) bool {
	i := f.Input.index(ruleSetName)
	return i >= 0 && m.u16(inputHead+f.Input.Fields[i].Offset) < firstUnsigned
}

// mostValues that a call of the economics may bring along in lists.
const mostValues = 4_194_304

// refuseValues counts the values of all lists and objects below the fields.
func (t *tape) refuseValues(object node) error {
	if !t.isObject(object) {
		return nil
	}
	total := 0
	for key := t.first(object); key < t.next(object); key = t.next(key + 1) {
		for v := key + 1; v < t.next(key+1); v++ {
			total += t.count(v)
		}
		if total > mostValues {
			return invalid(t.string(uint32(key)), "at most 4194304 values in all lists together", strconv.Itoa(total))
		}
	}
	return nil
}

// An Evaluation is what a function gives as JSON.
type Evaluation struct {
	Out json.RawMessage `json:"out"`
	// Trace is that of an epoch, or the list of a subnet's, where it was asked for.
	Trace json.RawMessage `json:"trace,omitempty"`
	// Digest is there where it was asked for, of epochs and subnets.
	Digest string `json:"digest,omitempty"`
}

// Evaluate answers any function on its JSON, as the command yuma eval does: "epoch", "subnet_epoch", "epoch_null", and
// those of the economics by their names.
func (e *Engine) Evaluate(ctx context.Context, name string, input []byte, options Options) (*Evaluation, error) {
	if !slices.Contains(evaluated(), name) {
		return nil, unknownFunction(quoted(name), evaluated())
	}
	if err := e.tape.parse(input); err != nil {
		return nil, err
	}
	return e.evaluate(ctx, name, &e.tape, 0, options)
}

const (
	subnetEpochName = "subnet_epoch"
	nullEpochName   = "epoch_null"
)

// evaluate answers a function that there is.
func (e *Engine) evaluate(ctx context.Context, name string, t *tape, v node, options Options) (*Evaluation, error) {
	if !t.isObject(v) {
		return nil, invalid("in", "an object", t.show(v))
	}
	r := &reader{tape: t, message: &e.message}
	switch name {
	case epochName:
		f, err := r.epochState(v)
		return e.epochEvaluation(ctx, f, err, options)
	case nullEpochName:
		consensus := t.member(v, consensusName)
		if text, _ := t.asString(consensus); text != "null" {
			return nil, invalid(consensusName, "null (as a string)", t.show(consensus))
		}
		fallthrough
	case subnetEpochName:
		f, err := r.subnetState(v)
		return e.epochEvaluation(ctx, f, err, options)
	}
	f := described().function(name)
	written, err := e.economic(ctx, f, t, v)
	if err != nil {
		return nil, err
	}
	if name == inheritedStakeName {
		written.value(f.Output.Fields[0], outputHead)
	} else {
		written.fields(&f.Output, outputHead, nil)
	}
	return &Evaluation{Out: written.out}, nil
}

// inheritedStakeName is the one function whose output is a list, that of its only field.
const inheritedStakeName = "inherited_stake_195"

func (e *Engine) epochEvaluation(ctx context.Context, f *function, err error, options Options) (*Evaluation, error) {
	if err == nil && options.Trace {
		err = e.message.refuseTraced(f)
	}
	if err != nil {
		return nil, err
	}
	answer, err := e.call(ctx, f, options.flags())
	if err != nil {
		return nil, err
	}
	out, trace := printer{message: &answer}, printer{message: &answer}
	out.result(f, outputHead)
	if options.Trace {
		trace.trace(f, outputHead)
	}
	return &Evaluation{Out: out.out, Trace: trace.out, Digest: answer.digest(options)}, nil
}

func unknownFunction(got string, known []string) *Error {
	return &Error{Code: UnknownFunction, Path: "fn", Expected: "one of " + join(known), Got: got}
}
