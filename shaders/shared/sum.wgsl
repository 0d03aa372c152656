// Sums over the invocations of a workgroup, by eights. Each has to be called in uniform control flow.
// Proof: docs/proofs/lane-sums.md
//import network

const EIGHTH = GROUP / 8u;

var<workgroup> partialSums: array<vec4<u32>, 64>;
var<workgroup> partialCounts: array<vec2<u32>, 64>;

// Two sums of u64. Wrapping, so that the order is of no consequence.
fn sums_of_group(lane: u32, values: vec4<u32>) -> vec4<u32> {
  workgroupBarrier();
  partialSums[lane] = values;
  workgroupBarrier();
  for (var step = EIGHTH; step > 0u; step = step / 8u) {
    if (lane < step) {
      var sum = partialSums[lane];
      for (var other = lane + step; other < 8u * step; other += step) {
        let more = partialSums[other];
        sum = vec4<u32>(u64_add(sum.xy, more.xy), u64_add(sum.zw, more.zw));
      }
      partialSums[lane] = sum;
    }
    workgroupBarrier();
  }
  return partialSums[0];
}

fn sum_of_group(lane: u32, value: vec2<u32>) -> vec2<u32> {
  return sums_of_group(lane, vec4<u32>(value, 0u, 0u)).xy;
}

// Two sums of u32.
fn counts_of_group(lane: u32, values: vec2<u32>) -> vec2<u32> {
  workgroupBarrier();
  partialCounts[lane] = values;
  workgroupBarrier();
  for (var step = EIGHTH; step > 0u; step = step / 8u) {
    if (lane < step) {
      var sum = partialCounts[lane];
      for (var other = lane + step; other < 8u * step; other += step) {
        sum += partialCounts[other];
      }
      partialCounts[lane] = sum;
    }
    workgroupBarrier();
  }
  return partialCounts[0];
}

fn count_of_group(lane: u32, value: u32) -> u32 {
  return counts_of_group(lane, vec2<u32>(value, 0u)).x;
}
