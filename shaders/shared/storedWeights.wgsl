// Rows of weights as the chain stores them: u16 uids and values, two a word.
//import network

@group(0) @binding(5) var<storage, read> storedWeights: array<u32>;

fn stored_weight(half: u32) -> u32 {
  return (storedWeights[half >> 1u] >> (16u * (half & 1u))) & 0xffffu;
}
