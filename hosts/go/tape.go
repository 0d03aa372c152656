package yuma

import (
	"bytes"
	"encoding/json"
	"errors"
	"math"
	"strconv"
	"strings"
	"unicode/utf8"
)

// JSON that is read exactly, or refused: no number that is not what is written, no key twice. encoding/json says what is
// JSON; what it would have made of the text is not asked for, so that no digit is lost.

// mostLevels of objects and arrays: no input comes near.
const mostLevels = 64

// mostText is how many bytes a text may have.
const mostText = math.MaxInt32

// A token is a value of a JSON text or a key in it. Behind an array or an object lie the tokens in it.
type token struct {
	// where it is written, quotes and brackets included
	start, end uint32
	// the number of the token behind this one and all that is in it
	next uint32
	// how many elements or members it has
	count uint32
}

// A tape is a JSON text, and the tokens of it.
type tape struct {
	text   []byte
	tokens []token
	// whether a number may be any integer, as those of Go are; else it is one that a double holds
	anyInteger bool
}

var byteOrderMark = []byte("\ufeff")

// parse reads a text of one value.
func (t *tape) parse(text []byte) error {
	text = bytes.TrimPrefix(text, byteOrderMark)
	t.text, t.tokens = text, t.tokens[:0]
	if len(text) > mostText {
		return malformed("too long")
	}
	if !utf8.Valid(text) {
		return malformed("not UTF-8")
	}
	var raw json.RawMessage
	if err := json.Unmarshal(text, &raw); err != nil && !isTooDeep(err) {
		return malformed(err.Error())
	}
	return t.tokenize()
}

// isTooDeep: encoding/json gives up far beyond our own limit, which is met before the place where it did.
func isTooDeep(err error) bool {
	var syntax *json.SyntaxError
	return errors.As(err, &syntax) && strings.Contains(syntax.Error(), "depth")
}

// A level is an object or array that is being read.
type level struct {
	token    uint32
	isObject bool
	// of an object, those that were read, and the last of them
	keys keySet
	key  string
	// of the element of an array
	index int
}

// tokenize goes through a text that is known to be JSON.
func (t *tape) tokenize() error {
	var levels []level
	for at := 0; at < len(t.text); {
		sign := t.text[at]
		switch sign {
		case ' ', '\t', '\n', '\r', ':':
			at++
			continue
		case ',':
			levels[len(levels)-1].index++
			at++
			continue
		case '}', ']':
			at++
			t.close(&levels[len(levels)-1], at)
			levels = levels[:len(levels)-1]
			continue
		}
		var top *level
		if len(levels) > 0 {
			top = &levels[len(levels)-1]
		}
		isKey := top != nil && t.isKeyNext(top)
		if top != nil && !isKey {
			t.tokens[top.token].count++
		}
		end := at + 1
		switch sign {
		case '{', '[':
			if len(levels) == mostLevels {
				return invalid(pathOf(levels), "at most 64 levels of objects and arrays", "more")
			}
			levels = append(levels, level{token: uint32(len(t.tokens)), isObject: sign == '{'})
		case '"':
			end = endOfText(t.text, at)
		case 't', 'n':
			end = at + len("true")
		case 'f':
			end = at + len("false")
		default:
			end = endOfNumber(t.text, at)
			if number := t.text[at:end]; !t.anyInteger && !isExact(number) {
				return invalid(pathOf(levels), "a number that holds what is written", shortened(string(number)))
			}
		}
		t.tokens = append(t.tokens, token{start: uint32(at), end: uint32(end), next: uint32(len(t.tokens)) + 1})
		at = end
		if !isKey {
			continue
		}
		top.key = t.string(uint32(len(t.tokens)) - 1)
		if !top.keys.add(top.key) {
			return invalid(pathOf(levels), "each key once", show(top.key))
		}
	}
	return nil
}

// isKeyNext: the members of an object are a key and a value by turns.
func (t *tape) isKeyNext(top *level) bool {
	return top.isObject && top.keys.count == int(t.tokens[top.token].count)
}

func (t *tape) close(l *level, end int) {
	opened := &t.tokens[l.token]
	opened.end = uint32(end)
	opened.next = uint32(len(t.tokens))
}

func pathOf(levels []level) string {
	path := ""
	for i := range levels {
		if l := &levels[i]; l.isObject {
			path = fieldPath(path, l.key)
		} else {
			path += "[" + strconv.Itoa(l.index) + "]"
		}
	}
	return path
}

func endOfText(text []byte, at int) int {
	for at++; text[at] != '"'; at++ {
		if text[at] == '\\' {
			at++
		}
	}
	return at + 1
}

func endOfNumber(text []byte, at int) int {
	for at++; at < len(text); at++ {
		if sign := text[at]; (sign < '0' || sign > '9') && sign != '.' && sign != '-' && sign != '+' && sign != 'e' && sign != 'E' {
			break
		}
	}
	return at
}

// A keySet has the keys of an object, most of which are few.
type keySet struct {
	count int
	few   []string
	many  map[string]struct{}
}

const fewKeys = 32

func (s *keySet) add(key string) bool {
	s.count++
	if s.many != nil {
		_, known := s.many[key]
		s.many[key] = struct{}{}
		return !known
	}
	for _, other := range s.few {
		if other == key {
			return false
		}
	}
	s.few = append(s.few, key)
	if len(s.few) > fewKeys {
		s.many = make(map[string]struct{}, 2*len(s.few))
		for _, other := range s.few {
			s.many[other] = struct{}{}
		}
	}
	return true
}
