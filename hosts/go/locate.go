package yuma

// locate finds the value of a message that holds a byte: its path goes behind p, its form and where it begins. found is
// false where the byte is none of this value's.
func (m *message) locate(f *form, at uint32, p *place, offset uint32) (path string, value *form, start uint32, found bool) {
	inside := func(start, size uint32) bool { return offset >= start && offset < start+size }
	here := func() (string, *form, uint32, bool) { return p.String(), f, at, true }
	switch f.kind {
	case recordKind, rowsKind, tupleKind:
		for i, part := range f.parts() {
			where, partAt := p.field(part.Name), at+part.Offset
			if f.kind == tupleKind {
				where, partAt = p.at(i), at+f.Offsets[i]
			}
			if path, value, start, found = m.locate(part, partAt, &where, offset); found {
				return path, value, start, found
			}
		}
	case optionalKind, sometimesKind:
		if offset == at {
			return here()
		}
		if m.has(at) {
			return m.locate(f.item(), at+f.ValueOffset, p, offset)
		}
	case listKind, vectorKind:
		if inside(at, f.Size) {
			return here()
		}
		item := f.item()
		first, count := m.list(at)
		if item.hasNoLists() {
			// Every item lies where the list does.
			if uint64(offset) < uint64(first) || uint64(offset) >= uint64(first)+uint64(count)*uint64(item.Size) {
				return "", nil, 0, false
			}
			i := (offset - first) / item.Size
			where := p.at(int(i))
			return m.locate(item, first+i*item.Size, &where, offset)
		}
		for i := range count {
			where := p.at(int(i))
			if path, value, start, found = m.locate(item, first+i*item.Size, &where, offset); found {
				return path, value, start, found
			}
		}
	default:
		if inside(at, f.Size) {
			return here()
		}
	}
	return "", nil, 0, false
}

func (f *form) parts() []*form {
	if f.kind == tupleKind {
		return f.Of
	}
	return f.Fields
}

func (f *form) hasNoLists() bool {
	switch f.kind {
	case listKind, vectorKind, rowsKind, textKind:
		return false
	}
	for _, part := range f.parts() {
		if !part.hasNoLists() {
			return false
		}
	}
	for _, item := range f.Of {
		if !item.hasNoLists() {
			return false
		}
	}
	return true
}
