// Both kinds of rows as the chain stores them.
//import storedWeights

@group(0) @binding(6) var<storage, read> storedBonds: array<u32>;

fn stored_bond(half: u32) -> u32 {
  return (storedBonds[half >> 1u] >> (16u * (half & 1u))) & 0xffffu;
}
