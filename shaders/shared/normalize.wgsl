// A vector as shares of its sum.
//import sum

// In place, by all invocations of a network's workgroup; each takes the uids that it has written itself.
fn normalize(network: Network, lane: u32, part: u32) {
  var sum = ZERO;
  for (var uid = lane; uid < network.uids; uid += GROUP) {
    sum = u64_add(sum, vectors[vector_at(part, network.firstUid, uid)]);
  }
  let total = sum_of_group(lane, sum);
  for (var uid = lane; uid < network.uids; uid += GROUP) {
    let at = vector_at(part, network.firstUid, uid);
    vectors[at] = share_of(vectors[at], total);
  }
}
