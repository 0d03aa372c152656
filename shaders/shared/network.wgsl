// The buffers that all stages see.
//import record

@group(0) @binding(0) var<uniform> slice: Slice;
@group(0) @binding(1) var<storage, read> networks: array<Network>;
@group(0) @binding(2) var<storage, read> state: array<u32>;
@group(0) @binding(3) var<storage, read_write> vectors: array<vec2<u32>>;
@group(0) @binding(4) var<storage, read_write> results: array<u32>;
