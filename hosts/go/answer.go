package yuma

import (
	"context"
	"errors"
	"slices"
	"strings"
	"sync"
)

// AnswerLine answers one line of a stream as the command yuma eval does: {"fn": NAME, "in": {...}, "trace": true} gives
// {"out": ...}, with "trace" where it was asked for, {"out": null, "trap": REASON} where the chain would have aborted, or
// {"error": {"code", "message", "path"}}. Lines of recorded vectors are taken as they are.
func (e *Engine) AnswerLine(ctx context.Context, line []byte) []byte {
	found, err := e.answerLine(ctx, line)
	if err == nil {
		return found.json()
	}
	var typed *Error
	if !errors.As(err, &typed) {
		typed = internal(err)
	}
	if typed.Code == ChainTrap {
		return []byte(`{"out":null,"trap":` + quoted(typed.Reason) + `}`)
	}
	text := `{"error":{"code":` + quoted(string(typed.Code)) + `,"message":` + quoted(typed.Error()) + `,"path":` + quoted(typed.Path) + `}}`
	return []byte(text)
}

func (v *Evaluation) json() []byte {
	out := append([]byte(`{"out":`), v.Out...)
	if v.Trace != nil {
		out = append(append(out, `,"trace":`...), v.Trace...)
	}
	return append(out, '}')
}

// asked and recorded are the keys of a line, and those that lines of vectors have besides.
var (
	asked    = []string{"fn", "in", "trace"}
	recorded = []string{"name", "category", "out", "reason"}
)

// mostLineBytes that the command takes.
const mostLineBytes = 1 << 28

func (e *Engine) answerLine(ctx context.Context, line []byte) (*Evaluation, error) {
	if len(line) > mostLineBytes {
		return nil, malformed("a line of more than 268435456 bytes")
	}
	t := &e.tape
	if err := t.parse(line); err != nil {
		return nil, err
	}
	function, input, trace, out := nothing, nothing, nothing, nothing
	if t.isObject(0) {
		if err := t.refuseKeys(0); err != nil {
			return nil, err
		}
		function, input, trace, out = t.member(0, "fn"), t.member(0, "in"), t.member(0, "trace"), t.member(0, "out")
	}
	isTraced, isBool := t.asBool(trace)
	isRecorded := out != nothing && (t.isObject(trace) || t.isArray(trace))
	if trace != nothing && !isBool && !isRecorded {
		return nil, invalid("trace", "true or false", t.show(trace))
	}
	name, _ := t.asString(function)
	if !slices.Contains(evaluated(), name) {
		return nil, unknownFunction(t.show(function), evaluated())
	}
	return e.evaluate(ctx, name, t, input, Options{Trace: isTraced})
}

func (t *tape) refuseKeys(object node) error {
	known := slices.Concat(asked, recorded)
	unknown := unknownName{}
	for key := t.first(object); key < t.next(object); key = t.next(key + 1) {
		if name := t.string(uint32(key)); !slices.Contains(known, name) {
			unknown.add(name)
		}
	}
	if unknown.found {
		return invalid(fieldPath("", unknown.name), "one of the keys of a line ("+join(known)+")", show(unknown.name))
	}
	return nil
}

// evaluated are the names of all functions that answer JSON.
var evaluated = sync.OnceValue(func() []string {
	return append([]string{epochName, nullEpochName, subnetEpochName}, economicsNames()...)
})

func economicsNames() []string {
	var names []string
	for _, f := range described().Functions {
		if f.Module == economicsModule {
			names = append(names, f.Name)
		}
	}
	return names
}

func join(names []string) string { return strings.Join(names, ", ") }
