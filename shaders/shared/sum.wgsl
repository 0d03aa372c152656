// Sums over the invocations of a workgroup, by halves. Each has to be called in uniform control flow.
// Proof: docs/proofs/lane-sums.md
//import network

var<workgroup> partialSums: array<vec2<u32>, 64>;

// Wrapping, so that the order is of no consequence.
fn sum_of_group(lane: u32, value: vec2<u32>) -> vec2<u32> {
  workgroupBarrier();
  partialSums[lane] = value;
  workgroupBarrier();
  for (var step = GROUP / 2u; step > 0u; step = step / 2u) {
    if (lane < step) {
      partialSums[lane] = u64_add(partialSums[lane], partialSums[lane + step]);
    }
    workgroupBarrier();
  }
  return partialSums[0];
}
