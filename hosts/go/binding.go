package yuma

import (
	"math/big"
	"reflect"
	"strings"
	"sync"
)

// Go values into messages and out of them. A struct's fields are found by their json tags, so that a field has one name.

// store writes a value, as compose calls it.
func (m *message) store(f *form, at uint32, v reflect.Value, p *place) error {
	switch f.kind {
	case recordKind:
		return m.storeFields(f, at, v, p)
	case optionalKind, sometimesKind:
		if isNone(v) {
			return nil
		}
		m.bytes[at] = 1
		return m.store(f.item(), at+f.ValueOffset, pointed(v), p)
	case listKind:
		return m.storeList(f, at, v, p)
	case vectorKind:
		m.storeVector(f.item(), m.reserve(at, v.Len(), f.item().Size), v)
	case rowsKind:
		if v.Field(0).Len() == 0 {
			// No rows at all have a start, too.
			m.reserve(at, 1, 4)
			return nil
		}
		for i, part := range f.Fields {
			if err := m.store(part, at+part.Offset, v.Field(i), p); err != nil {
				return err
			}
		}
	case choiceKind, specKind:
		return m.storeName(f, at, v.String(), p)
	default:
		m.storeNumber(f, at, v)
	}
	return nil
}

func (m *message) storeFields(f *form, at uint32, v reflect.Value, p *place) error {
	for i, index := range fieldsOf(f, v.Type()) {
		if index == nil {
			continue
		}
		field := f.Fields[i]
		here := p.field(field.Name)
		if err := m.store(field, at+field.Offset, v.FieldByIndex(index), &here); err != nil {
			return err
		}
	}
	return nil
}

// storeList writes a slice; a pointer is a list of one, or of none.
func (m *message) storeList(f *form, at uint32, v reflect.Value, p *place) error {
	item := f.item()
	if v.Kind() == reflect.Pointer {
		if v.IsNil() {
			m.reserve(at, 0, item.Size)
			return nil
		}
		return m.store(item, m.reserve(at, 1, item.Size), v.Elem(), p)
	}
	start := m.reserve(at, v.Len(), item.Size)
	for i := range v.Len() {
		here := p.at(i)
		if err := m.store(item, start+uint32(i)*item.Size, v.Index(i), &here); err != nil {
			return err
		}
	}
	return nil
}

func (m *message) storeVector(item *form, start uint32, v reflect.Value) {
	to := m.bytes[start:]
	switch values := v.Interface().(type) {
	case []bool:
		for i, value := range values {
			if value {
				to[i] = 1
			}
		}
	case []uint16:
		for i, value := range values {
			little.PutUint16(to[2*i:], value)
		}
	case []uint32:
		for i, value := range values {
			little.PutUint32(to[4*i:], value)
		}
	case []uint64:
		for i, value := range values {
			little.PutUint64(to[8*i:], value)
		}
	case []int64:
		for i, value := range values {
			little.PutUint64(to[8*i:], uint64(value))
		}
	default:
		panic("yuma: a vector of " + item.Type + " in " + v.Type().String())
	}
}

// storeName writes a rule set or a choice; an empty one is what it counts as where it is left out.
func (m *message) storeName(f *form, at uint32, name string, p *place) error {
	read := reader{tape: f.fallback, message: m}
	if name == "" && f.fallback != nil {
		return read.scalar(f, at, 0, p)
	}
	text := new(tape)
	if err := text.parse([]byte(quoted(name))); err != nil {
		return err
	}
	read.tape = text
	return read.scalar(f, at, 0, p)
}

func (m *message) storeNumber(f *form, at uint32, v reflect.Value) {
	to := m.bytes[at:]
	switch f.kind {
	case booleanKind:
		if v.Bool() {
			to[0] = 1
		}
	case u16Kind:
		little.PutUint16(to, uint16(v.Uint()))
	case i32Kind:
		little.PutUint32(to, uint32(v.Int()))
	case u64Kind:
		little.PutUint64(to, v.Uint())
	case i128Kind:
		m.putWide(at, wideOf(v.Interface().(*big.Int)))
	default:
		panic("yuma: " + f.Type + " in " + v.Type().String())
	}
}

// load reads what store writes. Nothing of it lies in the message.
func (m *message) load(f *form, at uint32, v reflect.Value) {
	switch f.kind {
	case recordKind:
		for i, index := range fieldsOf(f, v.Type()) {
			if index != nil {
				m.load(f.Fields[i], at+f.Fields[i].Offset, v.FieldByIndex(index))
			}
		}
	case optionalKind, sometimesKind:
		if !m.has(at) {
			v.SetZero()
			return
		}
		if v.Kind() == reflect.Pointer {
			v.Set(reflect.New(v.Type().Elem()))
		}
		m.load(f.item(), at+f.ValueOffset, pointed(v))
	case listKind:
		m.loadList(f.item(), at, v)
	case vectorKind:
		m.loadVector(f.item(), at, v)
	case rowsKind:
		for i, part := range f.Fields {
			m.load(part, at+part.Offset, v.Field(i))
		}
	case choiceKind:
		v.SetString(f.Choices[m.bytes[at]])
	case booleanKind:
		v.SetBool(m.has(at))
	case u16Kind:
		v.SetUint(uint64(m.u16(at)))
	case i32Kind:
		v.SetInt(int64(int32(m.u32(at))))
	case u64Kind:
		v.SetUint(m.u64(at))
	case i128Kind:
		v.Set(reflect.ValueOf(m.wide(at).signed()))
	case specKind:
		written := printer{message: m}
		written.scalar(f, at)
		v.SetString(string(written.out[1 : len(written.out)-1]))
	default:
		panic("yuma: " + f.Type + " in " + v.Type().String())
	}
}

func (m *message) loadList(item *form, at uint32, v reflect.Value) {
	start, count := m.list(at)
	if v.Kind() == reflect.Pointer {
		v.SetZero()
		if count > 0 {
			v.Set(reflect.New(v.Type().Elem()))
			m.load(item, start, v.Elem())
		}
		return
	}
	v.Set(reflect.MakeSlice(v.Type(), int(count), int(count)))
	for i := range int(count) {
		m.load(item, start+uint32(i)*item.Size, v.Index(i))
	}
}

func (m *message) loadVector(item *form, at uint32, v reflect.Value) {
	start, count := m.list(at)
	from := m.bytes[start : start+count*item.Size]
	switch to := v.Addr().Interface().(type) {
	case *[]bool:
		*to = make([]bool, count)
		for i := range *to {
			(*to)[i] = from[i] != 0
		}
	case *[]uint16:
		*to = make([]uint16, count)
		for i := range *to {
			(*to)[i] = little.Uint16(from[2*i:])
		}
	case *[]uint32:
		*to = make([]uint32, count)
		for i := range *to {
			(*to)[i] = little.Uint32(from[4*i:])
		}
	case *[]uint64:
		*to = make([]uint64, count)
		for i := range *to {
			(*to)[i] = little.Uint64(from[8*i:])
		}
	case *[]int64:
		*to = make([]int64, count)
		for i := range *to {
			(*to)[i] = int64(little.Uint64(from[8*i:]))
		}
	default:
		panic("yuma: a vector of " + item.Type + " in " + v.Type().String())
	}
}

// isNone: nil stands for null, and for what is left out.
func isNone(v reflect.Value) bool {
	return (v.Kind() == reflect.Pointer || v.Kind() == reflect.Slice) && v.IsNil()
}

func pointed(v reflect.Value) reflect.Value {
	if v.Kind() == reflect.Pointer {
		return v.Elem()
	}
	return v
}

var wideMask = new(big.Int).Sub(new(big.Int).Lsh(big.NewInt(1), 64), big.NewInt(1))

// wideOf takes the lowest 128 bits; of nil none.
func wideOf(value *big.Int) wide {
	if value == nil {
		return wide{}
	}
	low := new(big.Int).And(value, wideMask)
	high := new(big.Int).And(new(big.Int).Rsh(value, 64), wideMask)
	return wide{high: high.Uint64(), low: low.Uint64()}
}

func (w wide) signed() *big.Int {
	high := new(big.Int).Lsh(big.NewInt(int64(w.high)), 64)
	return high.Or(high, new(big.Int).SetUint64(w.low))
}

type bound struct {
	form *form
	of   reflect.Type
}

var bindings sync.Map

// fieldsOf finds the field of a struct for each of the form's; nil where it has none, and for traces, which are of several
// types.
func fieldsOf(f *form, of reflect.Type) [][]int {
	if found, ok := bindings.Load(bound{f, of}); ok {
		return found.([][]int)
	}
	indices := make([][]int, len(f.Fields))
	for _, field := range reflect.VisibleFields(of) {
		name, _, _ := strings.Cut(field.Tag.Get("json"), ",")
		if i := f.index(name); i >= 0 && name != traceName {
			indices[i] = field.Index
		}
	}
	bindings.Store(bound{f, of}, indices)
	return indices
}
