package yuma

import _ "embed"

// The modules, as the build of the repository copies them here.

//go:embed modules/yuma.wasm
var yumaModule []byte

//go:embed modules/yuma-scalar.wasm
var yumaScalarModule []byte

//go:embed modules/yuma-economics.wasm
var yumaEconomicsModule []byte
