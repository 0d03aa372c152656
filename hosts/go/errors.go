package yuma

import "fmt"

// A Code says what kind of error an [Error] is. It is stable, and is an error itself:
//
//	if errors.Is(err, yuma.ChainTrap) { ... }
type Code string

// The codes of errors.
const (
	// InvalidInput is a field that cannot be: Path, Expected and Got say which and why.
	InvalidInput Code = "invalid-input"
	// MalformedJSON is text that is not JSON.
	MalformedJSON Code = "malformed-json"
	// UnknownFunction is a name that is no function's.
	UnknownFunction Code = "unknown-function"
	// TooLarge is an input that does not fit into the 4 GiB which a module can address.
	TooLarge Code = "too-large"
	// ChainTrap is a state with which the chain's own epoch would have aborted: Reason says on what.
	ChainTrap Code = "chain-trap"
	// Internal is what no input should bring about, a fault of this package.
	Internal Code = "internal"
)

func (c Code) Error() string { return string(c) }

// Error is every error that this package gives on purpose. An engine is as good after one as before it.
type Error struct {
	Code Code
	// Path names the field, as in bonds[3][17][1]. Empty where the input as a whole is meant.
	Path string
	// Expected and Got say of an invalid input what should have been there, and what was.
	Expected, Got string
	// Reason says what the chain would have aborted on, or what else went wrong.
	Reason string
	cause  error
}

func (e *Error) Error() string {
	text := e.Reason
	switch e.Code {
	case InvalidInput, UnknownFunction:
		text = fmt.Sprintf("expected %s, got %s", e.Expected, e.Got)
	case ChainTrap:
		text = "the chain would have aborted: " + e.Reason
	}
	if e.Path != "" {
		text = e.Path + ": " + text
	}
	return text
}

// Unwrap gives the code, and what else lies behind the error.
func (e *Error) Unwrap() []error {
	if e.cause == nil {
		return []error{e.Code}
	}
	return []error{e.Code, e.cause}
}

func invalid(path, expected, got string) *Error {
	return &Error{Code: InvalidInput, Path: path, Expected: expected, Got: got}
}

func malformed(reason string) *Error {
	return &Error{Code: MalformedJSON, Reason: "not JSON: " + reason}
}

func tooLarge(what string) *Error {
	return &Error{Code: TooLarge, Reason: what + " does not fit into the module's memory (at most 4294967296 bytes)"}
}

func internal(cause error) *Error {
	return &Error{Code: Internal, Reason: "unexpected: " + cause.Error(), cause: cause}
}
