package yuma

import (
	"encoding/hex"
	"slices"
	"strconv"
	"strings"
)

// A reader writes a message from JSON, and refuses what no message could say. What else is wrong the module refuses.
type reader struct {
	*tape
	*message
	// uids, each of which has an element of every vector but for those of u16; anyLength where that is not known
	n int
	// of an epoch, where all fields are looked at before the first is read
	isState bool
	// a result, of which some parts may be missing
	isResult bool
	// the function whose input is read, where that tells how a number of the coinbase is signed
	function *function
	// the first number of the coinbase that the rule set's has no room for, which comes after all other fields
	unsuited error
}

const (
	anyLength      = -1
	mostMechanisms = 256
)

// isRemark tells the names that every object may have, and of which nothing is read.
func isRemark(name string) bool {
	return name == "$schema" || name == "tag" || name == "provenance"
}

// state reads the input of an epoch or a subnet. What ruleSet does not read may be missing; empty: all is read.
func (r *reader) state(f *form, v node, ruleSet string) error {
	r.isState = true
	slots, err := r.take(f, v, nil, ruleSet)
	if err != nil {
		return err
	}
	for i, field := range f.Fields {
		if field.Name == "n" {
			n, ok := r.within(slots[i], 0, 65_535)
			if !ok {
				return invalid("n", "a number of uids from 0 to 65535", r.show(slots[i]))
			}
			r.n = int(n)
		}
	}
	return r.fill(f, inputHead, slots, nil, ruleSet)
}

// record reads an object, all of whose fields count.
func (r *reader) record(f *form, at uint32, v node, p *place) error {
	slots, err := r.take(f, v, p, "")
	if err != nil {
		return err
	}
	return r.fill(f, at, slots, p, "")
}

// take finds the fields of an object in their order. That none is missing, and that there are no others, is all it checks.
func (r *reader) take(f *form, v node, p *place, ruleSet string) ([]node, error) {
	if !r.isObject(v) {
		return nil, invalid(p.String(), "an object", r.show(v))
	}
	slots := make([]node, len(f.Fields))
	for i := range slots {
		slots[i] = nothing
	}
	unknown := unknownName{}
	for key := r.first(v); key < r.next(v); key = r.next(key + 1) {
		name := r.string(uint32(key))
		if i := f.index(name); i >= 0 {
			slots[i] = key + 1
		} else if !isRemark(name) && !(r.isResult && name == digestName) {
			unknown.add(name)
		}
	}
	if unknown.found {
		return nil, invalid(fieldPath(p.String(), unknown.name), "one of the fields "+f.names(), show(unknown.name))
	}
	if r.isState {
		for i, field := range f.Fields {
			here := p.field(field.Name)
			if err := r.lookAhead(field, slots[i], &here); err != nil {
				return nil, err
			}
		}
	}
	return slots, r.refuseMissing(f, slots, p, ruleSet)
}

// lookAhead is what is looked at in a field before any is read.
func (r *reader) lookAhead(f *form, v node, p *place) error {
	switch {
	case f.kind == rowsKind && r.isObject(v):
		// Compressed rows as a program holds them, which JSON does not; names that these have not are told first.
		unknown := unknownName{}
		for key := r.first(v); key < r.next(v); key = r.next(key + 1) {
			if name := r.string(uint32(key)); name != "starts" && name != "uids" && name != "values" {
				unknown.add(name)
			}
		}
		if unknown.found {
			return invalid(fieldPath(p.String(), unknown.name), "one of the fields starts, uids, values", show(unknown.name))
		}
	case f.kind == listKind && r.isArray(v) && r.count(v) <= mostMechanisms:
		return r.each(v, p, func(_ int, item node, here *place) error {
			_, err := r.take(f.item(), item, here, "")
			return err
		})
	}
	return nil
}

// refuseMissing leaves a single missing field to its turn, unless some rule set does without it.
func (r *reader) refuseMissing(f *form, slots []node, p *place, ruleSet string) error {
	var missing []string
	isSometimesRead := false
	for i, field := range f.Fields {
		if slots[i] == nothing && !r.mayBeMissing(field, ruleSet) {
			missing = append(missing, field.Name)
			isSometimesRead = isSometimesRead || ruleSet != "" && len(field.UnreadBy) > 0
		}
	}
	if len(missing) > 1 || isSometimesRead {
		return invalid(fieldPath(p.String(), missing[0]), "the fields "+strings.Join(missing, ", "), "nothing")
	}
	return nil
}

func (r *reader) mayBeMissing(f *form, ruleSet string) bool {
	return f.fallback != nil || f.isUnreadBy(ruleSet) || r.isResult && (f.kind == sometimesKind || f.Name == traceName)
}

// fill reads the fields in their order. What is missing and may be stays zero, or is what it counts as.
func (r *reader) fill(f *form, at uint32, slots []node, p *place, ruleSet string) error {
	for i, field := range f.Fields {
		here := p.field(field.Name)
		var err error
		switch {
		case slots[i] != nothing || !r.mayBeMissing(field, ruleSet):
			err = r.value(field, at+field.Offset, slots[i], &here)
		case field.fallback != nil:
			err = (&reader{tape: field.fallback, message: r.message, n: anyLength}).value(field, at+field.Offset, 0, &here)
		}
		if err != nil {
			return err
		}
	}
	return nil
}

// each goes through the elements of an array.
func (r *reader) each(v node, p *place, read func(i int, item node, p *place) error) error {
	i := 0
	for item := r.first(v); item < r.next(v); item = r.next(item) {
		here := p.at(i)
		if err := read(i, item, &here); err != nil {
			return err
		}
		i++
	}
	return nil
}

func (r *reader) value(f *form, at uint32, v node, p *place) error {
	switch f.kind {
	case recordKind:
		return r.record(f, at, v, p)
	case optionalKind, sometimesKind:
		if f.kind == optionalKind && r.isNull(v) {
			return nil
		}
		r.bytes[at] = 1
		return r.value(f.item(), at+f.ValueOffset, v, p)
	case listKind:
		return r.list(f, at, v, p)
	case vectorKind:
		return r.vector(f, at, v, p)
	case rowsKind:
		return r.rows(f, at, v, p)
	case tupleKind:
		if !r.isArray(v) || r.count(v) != len(f.Of) {
			return r.refuse(p, "an array of "+strconv.Itoa(len(f.Of)), v)
		}
		return r.each(v, p, func(i int, item node, here *place) error {
			return r.value(f.Of[i], at+f.Offsets[i], item, here)
		})
	default:
		return r.scalar(f, at, v, p)
	}
}

func (r *reader) refuse(p *place, expected string, v node) error {
	return invalid(p.String(), expected, r.show(v))
}

func (r *reader) list(f *form, at uint32, v node, p *place) error {
	item := f.item()
	if r.isResult && r.isObject(v) {
		// The trace of an epoch is one, that of a subnet a list.
		return r.value(item, r.reserve(at, 1, item.Size), v, p)
	}
	if !r.isArray(v) || r.isState && (r.count(v) == 0 || r.count(v) > mostMechanisms) {
		expected := "an array"
		if r.isState {
			expected = "an array of 1 to 256"
		}
		return r.refuse(p, expected, v)
	}
	start := r.reserve(at, r.count(v), item.Size)
	return r.each(v, p, func(i int, element node, here *place) error {
		return r.value(item, start+uint32(i)*item.Size, element, here)
	})
}

func (r *reader) vector(f *form, at uint32, v node, p *place) error {
	item := f.item()
	if !r.isArray(v) {
		return r.refuse(p, "an array of "+item.Type, v)
	}
	if item.kind != u16Kind && r.n != anyLength && r.count(v) != r.n {
		return invalid(p.String(), "length "+strconv.Itoa(r.n), strconv.Itoa(r.count(v)))
	}
	start := r.reserve(at, r.count(v), item.Size)
	return r.each(v, p, func(i int, element node, here *place) error {
		return r.scalar(item, start+uint32(i)*item.Size, element, here)
	})
}

func (r *reader) rows(f *form, at uint32, v node, p *place) error {
	if !r.isArray(v) {
		return r.refuse(p, "an array of rows", v)
	}
	count := r.count(v)
	if r.n != anyLength && count != r.n {
		return invalid(p.String(), "length "+strconv.Itoa(r.n), strconv.Itoa(count))
	}
	entries := 0
	for row := r.first(v); row < r.next(v); row = r.next(row) {
		if r.isArray(row) {
			entries += r.count(row)
		}
	}
	uid, item := f.Fields[1].item(), f.item()
	starts := r.reserve(at+f.Offsets[0], count+1, 4)
	uids := r.reserve(at+f.Offsets[1], entries, uid.Size)
	values := r.reserve(at+f.Offsets[2], entries, item.Size)
	entry := uint32(0)
	return r.each(v, p, func(i int, row node, here *place) error {
		if !r.isArray(row) {
			return r.refuse(here, "a row of [uid, value] pairs", row)
		}
		err := r.each(row, here, func(_ int, both node, here *place) error {
			if !r.isArray(both) || r.count(both) != 2 {
				return r.refuse(here, "a [uid, value] pair", both)
			}
			left, right := here.at(0), here.at(1)
			first := r.first(both)
			if err := r.scalar(uid, uids+uid.Size*entry, first, &left); err != nil {
				return err
			}
			if err := r.scalar(item, values+item.Size*entry, r.next(first), &right); err != nil {
				return err
			}
			entry++
			return nil
		})
		little.PutUint32(r.bytes[starts+4*uint32(i+1):], entry)
		return err
	})
}

// within gives a number that is an integer in a range.
func (r *reader) within(v node, least, most int64) (int64, bool) {
	value, ok := r.asInteger(v)
	return value, ok && value >= least && value <= most
}

// expectations are what the forms take in JSON.
var expectations = map[kind]string{
	booleanKind: "true or false", u16Kind: "a u16", u32Kind: "a u32", i32Kind: "an i16, or a u16 under spec-273",
	u64Kind: "a u64 (a decimal string, or an integer up to 2^53-1)", i64Kind: "a signed 64-bit integer (a decimal string)",
	u128Kind: "an unsigned 128-bit integer (a decimal string)", i128Kind: "a signed 128-bit integer (a decimal string)",
	coinbaseKind: "a 128-bit integer (a decimal string)", bytes32Kind: "32 bytes as 64 hexadecimal digits", textKind: "a text",
}

func (r *reader) scalar(f *form, at uint32, v node, p *place) error {
	ok := false
	switch f.kind {
	case booleanKind:
		var value bool
		if value, ok = r.asBool(v); value {
			r.bytes[at] = 1
		}
	case u16Kind, oneOfKind:
		var value int64
		value, ok = r.within(v, 0, 65_535)
		little.PutUint16(r.bytes[at:], uint16(value))
		if f.kind == oneOfKind {
			ok = ok && slices.Contains(f.Numbers, uint16(value))
		}
	case u32Kind:
		var value int64
		value, ok = r.within(v, 0, 1<<32-1)
		little.PutUint32(r.bytes[at:], uint32(value))
	case i32Kind:
		var value int64
		value, ok = r.within(v, -32_768, 65_535)
		little.PutUint32(r.bytes[at:], uint32(value))
	case u64Kind, i64Kind:
		var value wide
		value, ok = r.wideInteger(f.kind, v)
		little.PutUint64(r.bytes[at:], value.low)
	case u128Kind, i128Kind, coinbaseKind:
		var value wide
		value, ok = r.wideInteger(f.kind, v)
		r.putWide(at, value)
		if ok && f.kind == coinbaseKind {
			r.suit(v, p)
		}
	default:
		ok = r.text(f, at, v)
	}
	if ok {
		return nil
	}
	return r.refuse(p, f.expectation(), v)
}

// text reads what is a string in JSON.
func (r *reader) text(f *form, at uint32, v node) bool {
	text, ok := r.asString(v)
	if !ok {
		return false
	}
	switch f.kind {
	case constantKind:
		return text == f.Value
	case choiceKind:
		for i, choice := range f.Choices {
			if choice == text {
				r.bytes[at] = byte(i)
				return true
			}
		}
	case specKind:
		number, known := specNumber(text)
		little.PutUint16(r.bytes[at:], number)
		return known
	case bytes32Kind:
		found, err := hex.DecodeString(text)
		return err == nil && copy(r.bytes[at:at+f.Size], found) == len(found) && len(found) == int(f.Size)
	case textKind:
		start := r.reserve(at, len(text), 1)
		copy(r.bytes[start:], text)
		return true
	}
	return false
}

// wideInteger reads a decimal string, or a number that is exact.
func (r *reader) wideInteger(k kind, v node) (wide, bool) {
	var magnitude wide
	var isNegative, ok bool
	if text, isText := r.asString(v); isText {
		magnitude, isNegative, ok = parseDecimal(text)
		if k == u64Kind && isNegative {
			return wide{}, false
		}
	} else if r.anyInteger && r.isNumber(v) {
		magnitude, isNegative, ok = parseDecimal(string(r.source(v)))
	} else {
		var value int64
		value, ok = r.asInteger(v)
		isNegative = value < 0
		magnitude.low = uint64(max(value, -value))
	}
	if !ok || !fits(k, magnitude, isNegative) {
		return wide{}, false
	}
	if isNegative {
		return magnitude.negated(), true
	}
	return magnitude, true
}

func fits(k kind, magnitude wide, isNegative bool) bool {
	const top = 1 << 63
	isZero := magnitude == wide{}
	switch k {
	case u64Kind:
		return magnitude.high == 0 && (!isNegative || isZero)
	case i64Kind:
		return magnitude.high == 0 && (magnitude.low < top || isNegative && magnitude.low == top)
	case u128Kind:
		return !isNegative || isZero
	case i128Kind:
		return magnitude.high < top || isNegative && magnitude == wide{high: top}
	default:
		return !isNegative || fits(i128Kind, magnitude, true)
	}
}

// suit remembers a number of the coinbase that has no place among those of the input's rule set. A module cannot tell.
func (r *reader) suit(v node, p *place) {
	k := u128Kind
	if r.isSigned(r.function) {
		k = i128Kind
	}
	if _, ok := r.wideInteger(k, v); !ok && r.unsuited == nil {
		r.unsuited = r.refuse(p, expectations[k], v)
	}
}
