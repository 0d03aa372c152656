package yuma

import (
	"fmt"
	"strconv"
	"strings"
	"unicode/utf16"
)

// A place is where a value stands in an input. It becomes text only where something is wrong there.
type place struct {
	parent *place
	// of a field; an element has none, but an index
	name  string
	index int
}

func (p *place) field(name string) place { return place{parent: p, name: name, index: -1} }

func (p *place) at(index int) place { return place{parent: p, index: index} }

func (p *place) String() string {
	if p == nil {
		return ""
	}
	before := p.parent.String()
	if p.index >= 0 {
		return before + "[" + strconv.Itoa(p.index) + "]"
	}
	return fieldPath(before, p.name)
}

const longestName = 60

// fieldPath quotes a name that is no plain word: such a one is nobody's but the input's.
func fieldPath(path, name string) string {
	if !isPlain(name) {
		return path + "[" + show(name) + "]"
	}
	if path == "" {
		return name
	}
	return path + "." + name
}

func isPlain(name string) bool {
	for _, sign := range []byte(name) {
		isWord := sign >= 'a' && sign <= 'z' || sign >= 'A' && sign <= 'Z' || sign >= '0' && sign <= '9'
		if !isWord && sign != '_' && sign != '$' && sign != '-' {
			return false
		}
	}
	return name != "" && len(name) <= longestName
}

// show quotes a text, and cuts it off where it is long. Lengths are in UTF-16, as in the TypeScript that paths agree with.
func show(text string) string {
	return shortened(quoted(prefix(text, longestName+1)))
}

func shortened(text string) string {
	if cut := prefix(text, longestName); cut != text {
		return cut + "…"
	}
	return text
}

func prefix(text string, length int) string {
	if len(text) <= length {
		return text
	}
	if units := utf16.Encode([]rune(text)); len(units) > length {
		return string(utf16.Decode(units[:length]))
	}
	return text
}

// quoted is a text in JSON, with no more escapes than it needs.
func quoted(text string) string {
	out := make([]byte, 0, len(text)+2)
	out = append(out, '"')
	for i := 0; i < len(text); i++ {
		switch sign := text[i]; {
		case sign == '"' || sign == '\\':
			out = append(out, '\\', sign)
		case sign >= ' ':
			out = append(out, sign)
		case strings.IndexByte(shortEscapes, sign) >= 0:
			out = append(out, '\\', "bfnrt"[strings.IndexByte(shortEscapes, sign)])
		default:
			out = fmt.Appendf(out, "\\u%04x", sign)
		}
	}
	return string(append(out, '"'))
}

const shortEscapes = "\b\f\n\r\t"
