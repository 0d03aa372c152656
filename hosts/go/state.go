package yuma

import (
	"reflect"
	"slices"
	"strconv"
	"strings"
)

// States as JSON has them, the same that the command yuma reads and writes: integers of 64 bits are decimal strings, or
// numbers where those are exact, and rows are [[uid, value], ...] each.

// ParseState reads the JSON of a state of one mechanism. What is wrong in it is an [Error] with the path of the field; what
// makes no sense to the rules alone is left to [Engine.Epoch].
func ParseState(text []byte) (*State, error) {
	state := new(State)
	if err := state.UnmarshalJSON(text); err != nil {
		return nil, err
	}
	return state, nil
}

// ParseSubnetState reads the JSON of a subnet with its mechanisms: its epochConsensus says which of the two it is.
func ParseSubnetState(text []byte) (SubnetState, error) {
	read, f, err := readInput(text, (*reader).subnetState)
	if err != nil {
		return nil, err
	}
	var state SubnetState = new(YumaSubnet)
	if f.Name == nullSubnetName {
		state = new(NullSubnet)
	}
	read.load(&f.Input, inputHead, reflect.ValueOf(state).Elem())
	return state, nil
}

// UnmarshalJSON reads as [ParseState] does.
func (s *State) UnmarshalJSON(text []byte) error {
	return unmarshal(text, reflect.ValueOf(s), (*reader).epochState)
}

// UnmarshalJSON reads as [ParseSubnetState] does.
func (s *YumaSubnet) UnmarshalJSON(text []byte) error {
	return unmarshal(text, reflect.ValueOf(s), subnetNamed(yumaSubnetName))
}

// UnmarshalJSON reads as [ParseSubnetState] does.
func (s *NullSubnet) UnmarshalJSON(text []byte) error {
	return unmarshal(text, reflect.ValueOf(s), subnetNamed(nullSubnetName))
}

// An inputReader writes the message of a state, and says for which function.
type inputReader func(*reader, node) (*function, error)

func subnetNamed(name string) inputReader {
	return func(r *reader, v node) (*function, error) {
		f, err := r.subnetState(v)
		if err == nil && f.Name != name {
			err = invalid(consensusName, "that of a "+name, r.show(r.member(v, consensusName)))
		}
		return f, err
	}
}

func readInput(text []byte, read inputReader) (*reader, *function, error) {
	r := &reader{tape: new(tape), message: new(message)}
	if err := r.parse(text); err != nil {
		return nil, nil, err
	}
	f, err := read(r, 0)
	return r, f, err
}

func unmarshal(text []byte, to reflect.Value, read inputReader) error {
	r, f, err := readInput(text, read)
	if err == nil {
		r.load(&f.Input, inputHead, to.Elem())
	}
	return err
}

// epochState reads a state of one mechanism.
func (r *reader) epochState(v node) (*function, error) {
	f := described().function(epochName)
	if !r.isObject(v) {
		return nil, r.refuse(nil, "an object", v)
	}
	for _, name := range []string{consensusName, "mechanisms"} {
		if r.member(v, name) != nothing {
			return nil, invalid(name, "a state of one mechanism (a subnet's is for SubnetEpoch, or subnet_epoch)", quoted(name))
		}
	}
	return f, r.compose(f, func() error { return r.state(&f.Input, v, r.ruleSet(v)) })
}

const consensusName = "epochConsensus"

// subnetState reads a subnet with its mechanisms.
func (r *reader) subnetState(v node) (*function, error) {
	if !r.isObject(v) {
		return nil, r.refuse(nil, "an object", v)
	}
	consensus := r.member(v, consensusName)
	var f *function
	var ruleSet string
	switch name, _ := r.asString(consensus); name {
	case "yuma":
		f, ruleSet = described().function(yumaSubnetName), r.ruleSet(v)
	case "null":
		// The one rule set that has it reads every field.
		f = described().function(nullSubnetName)
	default:
		return nil, invalid(consensusName, "one of yuma, null (a state of one mechanism has none, and is for Epoch)", r.show(consensus))
	}
	if err := r.compose(f, func() error { return r.state(&f.Input, v, ruleSet) }); err != nil {
		return nil, err
	}
	return f, r.refuseRuleSet(f)
}

// ruleSet is the one by which fields are read. Whether it is one is asked with the other fields.
func (r *reader) ruleSet(v node) string {
	name, _ := r.asString(r.member(v, ruleSetName))
	if _, known := specNumber(name); known {
		return name
	}
	return described().newest()
}

const ruleSetName = "ruleSet"

// refuseRuleSet refuses one that has no such subnets. The module does, too, but looks at other fields first.
func (m *message) refuseRuleSet(f *function) error {
	if f.Name == epochName {
		return nil
	}
	what, has := "several mechanisms", func(set ruleSet) bool { return set.Mechanisms }
	if f.Name == nullSubnetName {
		what, has = "Null consensus", func(set ruleSet) bool { return set.NullConsensus }
	}
	var having []string
	for _, set := range described().RuleSets {
		if has(set) {
			having = append(having, set.Name)
		}
	}
	field := f.Input.Fields[f.Input.index(ruleSetName)]
	given := m.preview(field, inputHead+field.Offset)
	if !slices.Contains(having, strings.Trim(given, `"`)) {
		return invalid(ruleSetName, "a rule set with "+what+" ("+join(having)+")", given)
	}
	return nil
}

// mostTraced is how many stored weights and bonds an epoch may have whose trace is asked for as JSON.
const mostTraced = 2_097_152

func (m *message) refuseTraced(f *function) error {
	if traced := m.entries(&f.Input, inputHead); traced > mostTraced {
		return invalid(traceName, "at most 2097152 stored weights and bonds", strconv.FormatUint(traced, 10))
	}
	return nil
}

// entries are those of all rows in a struct and in the lists that it has.
func (m *message) entries(f *form, at uint32) uint64 {
	total := uint64(0)
	for _, field := range f.Fields {
		here := at + field.Offset
		switch field.kind {
		case rowsKind:
			_, count := m.list(here + field.Offsets[1])
			total += uint64(count)
		case listKind:
			start, count := m.list(here)
			for i := range count {
				total += m.entries(field.item(), start+i*field.item().Size)
			}
		}
	}
	return total
}

// MarshalJSON leaves out what the rule set does not read and is zero.
func (s State) MarshalJSON() ([]byte, error) {
	return marshal(s.function(), s.RuleSet, reflect.ValueOf(s))
}

// MarshalJSON leaves out what the rule set does not read and is zero.
func (s YumaSubnet) MarshalJSON() ([]byte, error) {
	return marshal(s.function(), s.RuleSet, reflect.ValueOf(s))
}

// MarshalJSON writes every field.
func (s NullSubnet) MarshalJSON() ([]byte, error) {
	return marshal(s.function(), "", reflect.ValueOf(s))
}

func marshal(f *function, ruleSet RuleSet, v reflect.Value) ([]byte, error) {
	m := new(message)
	if err := m.compose(f, func() error { return m.store(&f.Input, inputHead, v, nil) }); err != nil {
		return nil, err
	}
	written := printer{message: m}
	written.fields(&f.Input, inputHead, func(field *form) bool {
		return field.isUnreadBy(string(ruleSet)) && field.fallback == nil && m.isZero(field, inputHead+field.Offset)
	})
	return written.out, written.err
}

func (m *message) isZero(f *form, at uint32) bool {
	if f.kind == vectorKind {
		_, count := m.list(at)
		return count == 0
	}
	return !slices.ContainsFunc(m.bytes[at:at+f.Size], func(sign byte) bool { return sign != 0 })
}
