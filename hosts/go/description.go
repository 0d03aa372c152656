package yuma

import (
	"bytes"
	_ "embed"
	"encoding/json"
	"fmt"
	"slices"
	"strconv"
	"strings"
	"sync"
)

//go:embed modules/interface.json
var interfaceJSON []byte

// description is interface.json: every function with its fields, and where they lie.
type description struct {
	RuleSets  []ruleSet
	Functions []*function
}

// A ruleSet says what states of subnets it has.
type ruleSet struct {
	Name                      string
	Mechanisms, NullConsensus bool
}

type function struct {
	Number uint16
	Name   string
	Module string
	Input  form
	Output form
}

// A form is how a value lies in a message.
type form struct {
	kind kind
	Size uint32
	// of a field: its name in JSON, and where it lies in the struct
	Name   string
	Offset uint32
	// of what is behind a flag
	ValueOffset uint32
	// of a tuple and of rows
	Offsets []uint32
	Type    string
	Choices []string
	Numbers []uint16
	Value   string
	Fields  []*form
	Of      forms
	// what a field counts as that is left out
	Default  json.RawMessage
	fallback *tape
	UnreadBy []string
}

type kind uint8

const (
	recordKind kind = iota
	constantKind
	booleanKind
	choiceKind
	u16Kind
	oneOfKind
	specKind
	u32Kind
	i32Kind
	u64Kind
	i64Kind
	u128Kind
	i128Kind
	coinbaseKind
	bytes32Kind
	optionalKind
	sometimesKind
	listKind
	vectorKind
	textKind
	rowsKind
	tupleKind
)

var kinds = map[string]kind{
	"": recordKind, "record": recordKind, "constant": constantKind, "boolean": booleanKind, "choice": choiceKind,
	"u16": u16Kind, "oneOf": oneOfKind, "spec": specKind, "u32": u32Kind, "i32": i32Kind, "u64": u64Kind, "i64": i64Kind,
	"u128": u128Kind, "i128": i128Kind, "coinbase": coinbaseKind, "bytes32": bytes32Kind, "optional": optionalKind,
	"sometimes": sometimesKind, "list": listKind, "vector": vectorKind, "text": textKind, "rows": rowsKind, "tuple": tupleKind,
}

// forms are those of a tuple; of a list the one of all items.
type forms []*form

func (f *forms) UnmarshalJSON(data []byte) error {
	if bytes.HasPrefix(data, []byte("[")) {
		return json.Unmarshal(data, (*[]*form)(f))
	}
	*f = forms{new(form)}
	return json.Unmarshal(data, (*f)[0])
}

// described is read once, when the first engine is made.
var described = sync.OnceValue(func() *description {
	var found description
	if err := json.Unmarshal(interfaceJSON, &found); err != nil {
		panic(fmt.Sprintf("yuma: interface.json: %v", err))
	}
	for _, f := range found.Functions {
		f.Input.prepare()
		f.Output.prepare()
	}
	return &found
})

func (f *form) prepare() {
	var known bool
	if f.kind, known = kinds[f.Type]; !known {
		panic(fmt.Sprintf("yuma: interface.json: %q", f.Type))
	}
	if f.Default != nil {
		f.fallback = new(tape)
		if err := f.fallback.parse(f.Default); err != nil {
			panic(fmt.Sprintf("yuma: interface.json: %v", err))
		}
	}
	if f.kind == rowsKind {
		f.Fields = rowsFields(f)
	}
	for _, field := range f.Fields {
		field.prepare()
	}
	for _, item := range f.Of {
		item.prepare()
	}
}

// rowsFields are the three vectors that rows are made of.
func rowsFields(f *form) []*form {
	vector := func(i int, name string, item *form) *form {
		return &form{Type: "vector", Name: name, Offset: f.Offsets[i], Size: 8, Of: forms{item}}
	}
	return []*form{
		vector(0, "starts", &form{Type: "u32", Size: 4}),
		vector(1, "uids", &form{Type: "u16", Size: 2}),
		vector(2, "values", f.item()),
	}
}

// item is the form of what a list has, of what is behind a flag, or of a row's values.
func (f *form) item() *form { return f.Of[0] }

func (f *form) isUnreadBy(ruleSet string) bool {
	return slices.Contains(f.UnreadBy, ruleSet)
}

// newest is the rule set of a state that names none.
func (d *description) newest() string { return d.RuleSets[len(d.RuleSets)-1].Name }

func (d *description) function(name string) *function {
	for _, f := range d.Functions {
		if f.Name == name {
			return f
		}
	}
	return nil
}

// specNumber gives the number in the name of a rule set, and whether there is such a one.
func specNumber(ruleSet string) (uint16, bool) {
	number, err := strconv.ParseUint(strings.TrimPrefix(ruleSet, specPrefix), 10, 16)
	return uint16(number), err == nil && slices.Contains(described().ruleSets(), ruleSet)
}

const specPrefix = "spec-"

// The epoch's functions, beside which all others are of the economics.
const (
	epochName       = "epoch"
	yumaSubnetName  = "yuma_subnet"
	nullSubnetName  = "null_subnet"
	epochModule     = "yuma"
	economicsModule = "yuma-economics"
)

// index is the position of a field; -1 where there is none of that name.
func (f *form) index(name string) int {
	for i, field := range f.Fields {
		if field.Name == name {
			return i
		}
	}
	return -1
}

func (f *form) names() string {
	names := make([]string, len(f.Fields))
	for i, field := range f.Fields {
		names[i] = field.Name
	}
	return strings.Join(names, ", ")
}

func (f *form) expectation() string {
	switch f.kind {
	case constantKind:
		return f.Value
	case choiceKind:
		return "one of " + strings.Join(f.Choices, ", ")
	case oneOfKind:
		return "one of " + strings.Trim(fmt.Sprint(f.Numbers), "[]")
	case specKind:
		return "one of " + strings.Join(described().ruleSets(), ", ")
	default:
		return expectations[f.kind]
	}
}

func (d *description) ruleSets() []string {
	names := make([]string, len(d.RuleSets))
	for i, set := range d.RuleSets {
		names[i] = set.Name
	}
	return names
}
