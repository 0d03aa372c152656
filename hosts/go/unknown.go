package yuma

import (
	"math"
	"strconv"
)

// unknownName is the first of the names that are no field's: in the order in which JavaScript has the keys of an object,
// so that every host names the same. Those that are the index of an array come first, in ascending order.
type unknownName struct {
	name    string
	found   bool
	isIndex bool
	index   uint64
}

func (u *unknownName) add(name string) {
	index, err := strconv.ParseUint(name, 10, 32)
	isIndex := err == nil && index < math.MaxUint32 && strconv.FormatUint(index, 10) == name
	if !u.found || isIndex && (!u.isIndex || index < u.index) {
		*u = unknownName{name: name, found: true, isIndex: isIndex, index: index}
	}
}
