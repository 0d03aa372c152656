// Sums over the invocations of a workgroup, by halves. Each has to be called in uniform control flow.
// Proof: docs/proofs/lane-sums.md
//import network

var<workgroup> partialSums: array<vec4<u32>, 64>;

// Two sums. Wrapping, so that the order is of no consequence.
fn sums_of_group(lane: u32, values: vec4<u32>) -> vec4<u32> {
  workgroupBarrier();
  partialSums[lane] = values;
  workgroupBarrier();
  for (var step = GROUP / 2u; step > 0u; step = step / 2u) {
    if (lane < step) {
      let own = partialSums[lane];
      let other = partialSums[lane + step];
      partialSums[lane] = vec4<u32>(u64_add(own.xy, other.xy), u64_add(own.zw, other.zw));
    }
    workgroupBarrier();
  }
  return partialSums[0];
}

fn sum_of_group(lane: u32, value: vec2<u32>) -> vec2<u32> {
  return sums_of_group(lane, vec4<u32>(value, 0u, 0u)).xy;
}
