package yuma

import (
	"encoding/json"
	"math"
	"strconv"
)

// A node is a value on a tape, by the number of its token; or nothing, where a field is missing.
type node int32

const nothing node = -1

// kind is the first sign of the value's text: one of { [ " t f n, and a digit or a minus.
func (t *tape) kind(v node) byte {
	if v == nothing {
		return 0
	}
	return t.text[t.tokens[v].start]
}

func (t *tape) isArray(v node) bool { return t.kind(v) == '[' }

func (t *tape) isObject(v node) bool { return t.kind(v) == '{' }

func (t *tape) isNumber(v node) bool {
	kind := t.kind(v)
	return kind == '-' || kind >= '0' && kind <= '9'
}

// count says how many elements or members there are.
func (t *tape) count(v node) int { return int(t.tokens[v].count) }

// first is the first token in an array or object; next is the one behind a value.
func (t *tape) first(v node) node { return v + 1 }

func (t *tape) next(v node) node { return node(t.tokens[v].next) }

// source is the value as it is written.
func (t *tape) source(v node) []byte {
	return t.text[t.tokens[v].start:t.tokens[v].end]
}

// string is what a text says. One without escapes is what is written.
func (t *tape) string(v uint32) string {
	source := t.text[t.tokens[v].start:t.tokens[v].end]
	for _, sign := range source {
		if sign == '\\' {
			var text string
			// It is known to be a text.
			_ = json.Unmarshal(source, &text)
			return text
		}
	}
	return string(source[1 : len(source)-1])
}

// asString gives what a text says, and whether the value is one.
func (t *tape) asString(v node) (string, bool) {
	if t.kind(v) != '"' {
		return "", false
	}
	return t.string(uint32(v)), true
}

func (t *tape) asBool(v node) (value, ok bool) {
	kind := t.kind(v)
	return kind == 't', kind == 't' || kind == 'f'
}

func (t *tape) isNull(v node) bool { return t.kind(v) == 'n' }

// mostExact is the largest integer up to which a double holds every one.
const mostExact = 1<<53 - 1

// asInteger gives a number that is an integer. 1.0 and 1e2 are.
func (t *tape) asInteger(v node) (int64, bool) {
	if !t.isNumber(v) {
		return 0, false
	}
	source := t.source(v)
	if value, err := strconv.ParseInt(string(source), 10, 64); err == nil {
		return value, value >= -mostExact && value <= mostExact
	}
	value, err := strconv.ParseFloat(string(source), 64)
	if err != nil || value != math.Trunc(value) || math.Abs(value) > mostExact {
		return 0, false
	}
	return int64(value), true
}

// member finds a key of an object.
func (t *tape) member(object node, name string) node {
	for key := t.first(object); key < t.next(object); key = t.next(key + 1) {
		if text := t.string(uint32(key)); text == name {
			return key + 1
		}
	}
	return nothing
}

// show is a value as messages show it; neither its length nor the work grows with the value.
func (t *tape) show(v node) string {
	switch {
	case v == nothing:
		return "nothing"
	case t.isArray(v):
		return "an array of length " + strconv.Itoa(t.count(v))
	case t.isObject(v):
		return "an object"
	default:
		source := t.source(v)
		return shortened(string(source[:min(len(source), 4*longestName)]))
	}
}
