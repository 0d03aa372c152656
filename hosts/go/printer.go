package yuma

import (
	"encoding/hex"
	"errors"
	"strconv"
)

// A printer writes what a message or an answer says as JSON, in the described order.
type printer struct {
	*message
	out []byte
	// whether numbers of the coinbase are signed
	isSigned bool
	// of rows that a program has made wrong
	err error
}

var errRows = errors.New("yuma: rows whose starts do not fit their entries")

func (w *printer) add(text string) { w.out = append(w.out, text...) }

// fields writes those of an object that are there and not left out.
func (w *printer) fields(f *form, at uint32, leaveOut func(*form) bool) {
	separator := "{"
	for _, field := range f.Fields {
		if field.kind == sometimesKind && !w.has(at+field.Offset) || leaveOut != nil && leaveOut(field) {
			continue
		}
		w.add(separator)
		w.add(quoted(field.Name))
		w.add(":")
		w.value(field, at+field.Offset)
		separator = ","
	}
	if separator == "{" {
		w.add(separator)
	}
	w.add("}")
}

func (w *printer) value(f *form, at uint32) {
	switch f.kind {
	case recordKind:
		w.fields(f, at, nil)
	case optionalKind:
		if !w.has(at) {
			w.add("null")
			return
		}
		w.value(f.item(), at+f.ValueOffset)
	case sometimesKind:
		w.value(f.item(), at+f.ValueOffset)
	case listKind, vectorKind:
		start, count := w.list(at)
		item := f.item()
		w.items(0, count, func(i uint32) { w.value(item, start+i*item.Size) })
	case rowsKind:
		w.rows(f, at)
	case tupleKind:
		w.items(0, uint32(len(f.Of)), func(i uint32) { w.value(f.Of[i], at+f.Offsets[i]) })
	default:
		w.scalar(f, at)
	}
}

func (w *printer) items(from, to uint32, write func(i uint32)) {
	w.add("[")
	for i := from; i < to; i++ {
		if i > from {
			w.add(",")
		}
		write(i)
	}
	w.add("]")
}

func (w *printer) rows(f *form, at uint32) {
	uid, item := f.Fields[1].item(), f.item()
	starts, count := w.list(at + f.Offsets[0])
	uids, entries := w.list(at + f.Offsets[1])
	values, valued := w.list(at + f.Offsets[2])
	w.items(0, max(count, 1)-1, func(i uint32) {
		from, to := w.u32(starts+4*i), w.u32(starts+4*(i+1))
		if from > to || to > min(entries, valued) {
			w.err = errRows
			return
		}
		w.items(from, to, func(entry uint32) {
			w.add("[")
			w.scalar(uid, uids+uid.Size*entry)
			w.add(",")
			w.scalar(item, values+item.Size*entry)
			w.add("]")
		})
	})
}

func (w *printer) scalar(f *form, at uint32) {
	switch f.kind {
	case constantKind:
		w.add(quoted(f.Value))
	case booleanKind:
		w.out = strconv.AppendBool(w.out, w.has(at))
	case choiceKind:
		w.add(quoted(f.Choices[w.bytes[at]]))
	case u16Kind, oneOfKind:
		w.out = strconv.AppendUint(w.out, uint64(w.u16(at)), 10)
	case specKind:
		w.add(quoted(specPrefix + strconv.Itoa(int(w.u16(at)))))
	case u32Kind:
		w.out = strconv.AppendUint(w.out, uint64(w.u32(at)), 10)
	case i32Kind:
		w.out = strconv.AppendInt(w.out, int64(int32(w.u32(at))), 10)
	case textKind:
		start, count := w.list(at)
		w.add(quoted(string(w.bytes[start : start+count])))
	case bytes32Kind:
		w.add(quoted(hex.EncodeToString(w.bytes[at : at+f.Size])))
	default:
		w.add(`"`)
		w.decimal(f.kind, at)
		w.add(`"`)
	}
}

// decimal writes an integer that JSON has as a string.
func (w *printer) decimal(k kind, at uint32) {
	switch k {
	case u64Kind:
		w.out = strconv.AppendUint(w.out, w.u64(at), 10)
	case i64Kind:
		w.out = strconv.AppendInt(w.out, int64(w.u64(at)), 10)
	default:
		w.out = appendWide(w.out, w.wide(at), k == i128Kind || k == coinbaseKind && w.isSigned)
	}
}
