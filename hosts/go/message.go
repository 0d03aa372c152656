package yuma

import (
	"encoding/binary"
	"math"
)

// The heads of messages, by docs/interface.md.
const (
	inputMagic  = "YUMA"
	version     = 1
	inputHead   = 16
	outputHead  = 64
	digestAt    = 16
	digestBytes = 32
	listAlign   = 8
)

var little = binary.LittleEndian

// A message is written from its head on; lists go to its end, wherever that is by then. Offsets count from its first byte.
type message struct{ bytes []byte }

// oversize is what reserve panics with: compose makes a typed error of it.
type oversize struct{}

// begin forgets what was written, and makes room for the struct of a function.
func (m *message) begin(f *function) {
	m.bytes = m.bytes[:0]
	m.grow(inputHead + uint64(f.Input.Size))
	copy(m.bytes, inputMagic)
	little.PutUint16(m.bytes[4:], version)
	little.PutUint16(m.bytes[6:], f.Number)
}

// end sets the length.
func (m *message) end() { little.PutUint32(m.bytes[8:], uint32(len(m.bytes))) }

// mostBytes of a message.
const mostBytes = uint64(min(math.MaxUint32, math.MaxInt))

// grow adds so many zeros, up to where a list may begin.
func (m *message) grow(bytes uint64) {
	length := (uint64(len(m.bytes)) + bytes + listAlign - 1) &^ (listAlign - 1)
	if length > mostBytes {
		panic(oversize{})
	}
	m.bytes = append(m.bytes, make([]byte, length-uint64(len(m.bytes)))...)
}

// reserve sets the offset and the count of a list, and gives where its items go.
func (m *message) reserve(at uint32, count int, itemBytes uint32) uint32 {
	start := uint32(len(m.bytes))
	if uint64(count) > mostBytes {
		panic(oversize{})
	}
	m.grow(uint64(count) * uint64(itemBytes))
	little.PutUint32(m.bytes[at:], start)
	little.PutUint32(m.bytes[at+4:], uint32(count))
	return start
}

func (m *message) u16(at uint32) uint16 { return little.Uint16(m.bytes[at:]) }

func (m *message) u32(at uint32) uint32 { return little.Uint32(m.bytes[at:]) }

func (m *message) u64(at uint32) uint64 { return little.Uint64(m.bytes[at:]) }

func (m *message) wide(at uint32) wide { return wide{m.u64(at + 8), m.u64(at)} }

func (m *message) putWide(at uint32, value wide) {
	little.PutUint64(m.bytes[at:], value.low)
	little.PutUint64(m.bytes[at+8:], value.high)
}

func (m *message) has(at uint32) bool { return m.bytes[at] != 0 }

// list gives where the items of a list are, and how many.
func (m *message) list(at uint32) (start, count uint32) { return m.u32(at), m.u32(at + 4) }

// compose writes a message, or says that it would be too large.
func (m *message) compose(f *function, write func() error) (err error) {
	defer func() {
		switch caught := recover(); caught.(type) {
		case nil:
		case oversize:
			m.bytes = nil
			err = tooLarge("a message of 4 GiB or more")
		default:
			panic(caught)
		}
	}()
	m.begin(f)
	if err := write(); err != nil {
		return err
	}
	m.end()
	return nil
}
