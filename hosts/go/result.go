package yuma

import "reflect"

// Results as JSON has them: what there is, in the described order, integers of 64 bits and raw bits as decimal strings.

const (
	traceName  = "trace"
	digestName = "digest"
)

// trace is the field of a function's results that holds the traces.
func (f *form) trace() *form { return f.Fields[f.index(traceName)] }

// MarshalJSON writes what there is, in the described order.
func (r EpochResult) MarshalJSON() ([]byte, error) {
	return marshalResult(described().function(epochName), reflect.ValueOf(r), reflect.ValueOf(r.Trace), r.Digest)
}

// UnmarshalJSON reads what MarshalJSON writes.
func (r *EpochResult) UnmarshalJSON(text []byte) error {
	read, err := readResult(text)
	if err != nil {
		return err
	}
	return read.result(described().function(epochName), reflect.ValueOf(r), reflect.ValueOf(&r.Trace), &r.Digest)
}

// MarshalJSON writes what there is, in the described order.
func (r SubnetResult) MarshalJSON() ([]byte, error) {
	f := described().function(yumaSubnetName)
	if r.NullTrace != nil {
		f = described().function(nullSubnetName)
	}
	return marshalResult(f, reflect.ValueOf(r), r.traces(f).Elem(), r.Digest)
}

// UnmarshalJSON reads what MarshalJSON writes.
func (r *SubnetResult) UnmarshalJSON(text []byte) error {
	read, err := readResult(text)
	if err != nil {
		return err
	}
	f := described().function(yumaSubnetName)
	if read.isNullTrace() {
		f = described().function(nullSubnetName)
	}
	return read.result(f, reflect.ValueOf(r), r.traces(f), &r.Digest)
}

// isNullTrace tells the one from the other by a field that Yuma's has not.
func (r *reader) isNullTrace() bool {
	if !r.isObject(0) {
		return false
	}
	traces := r.member(0, traceName)
	if !r.isArray(traces) || r.count(traces) == 0 || !r.isObject(r.first(traces)) {
		return false
	}
	return r.member(r.first(traces), "winner") != nothing
}

func readResult(text []byte) (*reader, error) {
	r := &reader{tape: new(tape), message: new(message), n: anyLength, isResult: true}
	return r, r.parse(text)
}

func (r *reader) result(f *function, to, trace reflect.Value, digest *string) error {
	err := r.compose(&function{Input: f.Output}, func() error { return r.record(&f.Output, inputHead, 0, nil) })
	if err != nil {
		return err
	}
	r.loadResult(&f.Output, inputHead, to, trace)
	*digest, _ = r.asString(r.member(0, digestName))
	return nil
}

// loadResult reads a result, and its traces: an empty list where there are none.
func (m *message) loadResult(f *form, at uint32, to, trace reflect.Value) {
	m.load(f, at, to.Elem())
	field := f.trace()
	if _, count := m.list(at + field.Offset); count > 0 {
		m.load(field, at+field.Offset, trace.Elem())
	}
}

// traces is where the traces of a function go.
func (r *SubnetResult) traces(f *function) reflect.Value {
	if f.Name == nullSubnetName {
		return reflect.ValueOf(&r.NullTrace)
	}
	return reflect.ValueOf(&r.Trace)
}

func marshalResult(f *function, result, trace reflect.Value, digest string) ([]byte, error) {
	m := new(message)
	field := f.Output.trace()
	err := m.compose(&function{Input: f.Output}, func() error {
		if err := m.store(&f.Output, inputHead, result, nil); err != nil {
			return err
		}
		return m.store(field, inputHead+field.Offset, trace, nil)
	})
	if err != nil {
		return nil, err
	}
	written := printer{message: m}
	written.result(f, inputHead)
	written.out = written.out[:len(written.out)-1]
	if written.isTraced(f, inputHead) {
		written.add(`,"trace":`)
		written.trace(f, inputHead)
	}
	if digest != "" {
		written.add(`,"digest":` + quoted(digest))
	}
	written.add("}")
	return written.out, written.err
}

// result writes an answer without its traces.
func (w *printer) result(f *function, at uint32) {
	w.fields(&f.Output, at, func(field *form) bool { return field == f.Output.trace() })
}

func (w *printer) isTraced(f *function, at uint32) bool {
	_, count := w.list(at + f.Output.trace().Offset)
	return count > 0
}

// trace writes that of an epoch, or the list of a subnet's.
func (w *printer) trace(f *function, at uint32) {
	field := f.Output.trace()
	if f.Name == epochName {
		start, _ := w.list(at + field.Offset)
		w.value(field.item(), start)
	} else {
		w.value(field, at+field.Offset)
	}
}

// MarshalJSON writes [[uid, value], ...] for each row.
func (r Rows[Value]) MarshalJSON() ([]byte, error) {
	return marshalValue(rowsForm[Value](), reflect.ValueOf(r))
}

// UnmarshalJSON reads what MarshalJSON writes.
func (r *Rows[Value]) UnmarshalJSON(text []byte) error {
	read, err := readResult(text)
	if err != nil {
		return err
	}
	f := rowsForm[Value]()
	err = read.compose(&function{Input: *f}, func() error { return read.value(f, inputHead, 0, nil) })
	if err == nil {
		read.load(f, inputHead, reflect.ValueOf(r).Elem())
	}
	return err
}

// rowsForm is that of the bonds of a result, or of a trace.
func rowsForm[Value uint16 | int64]() *form {
	output := &described().function(epochName).Output
	if reflect.TypeFor[Value]().Kind() == reflect.Uint16 {
		return output.Fields[output.index("bonds")]
	}
	trace := output.trace().item()
	return trace.Fields[trace.index("emaBonds")]
}

// MarshalJSON writes what there is, in the order of the flow.
func (t Trace) MarshalJSON() ([]byte, error) {
	return marshalValue(described().function(epochName).Output.trace().item(), reflect.ValueOf(t))
}

// MarshalJSON writes it in the described order.
func (t NullTrace) MarshalJSON() ([]byte, error) {
	return marshalValue(described().function(nullSubnetName).Output.trace().item(), reflect.ValueOf(t))
}

func marshalValue(f *form, v reflect.Value) ([]byte, error) {
	m := new(message)
	if err := m.compose(&function{Input: *f}, func() error { return m.store(f, inputHead, v, nil) }); err != nil {
		return nil, err
	}
	written := printer{message: m}
	written.value(f, inputHead)
	return written.out, written.err
}
