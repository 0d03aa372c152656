// What the bonds of each row earn, normalised. dividends.md.
// Proof: docs/proofs/lane-sums.md
//import averages
//import narrow
//import normalize

// A column's part of a row's dividends; an exact 0 counts for nothing either way.
fn term(network: Network, cell: u32, uid: u32) -> vec2<u32> {
  let share = share_by(averages[cell], bonds_divisor(network, uid));
  return saturating_mul(vectors[vector_at(INCENTIVE, network.firstUid, uid)], share);
}

// One workgroup a row. Yuma3 adds wrapping, classic saturating: where that could make a difference, one invocation adds
// in order.
@compute @workgroup_size(64)
fn dividends(@builtin(workgroup_id) group: vec3<u32>, @builtin(num_workgroups) groups: vec3<u32>, @builtin(local_invocation_index) lane: u32) {
  let work = work_of(group, groups);
  if (work.x == NOTHING) {
    return;
  }
  let network = networks[work.x];
  if (is_narrow_for_all(network, lane)) {
    return;
  }
  let firstCell = network.firstCell + work.y * network.uids;
  var sum = ZERO;
  // the high limbs of the magnitudes, each rounded up
  var bounds = ZERO;
  for (var uid = lane; uid < network.uids; uid += GROUP) {
    let own = term(network, firstCell + uid, uid);
    sum = u64_add(sum, own);
    bounds = u64_add(bounds, vec2<u32>(magnitude(own).y + 1u, 0u));
  }
  let wrapped = sum_of_group(lane, sum);
  let bound = sum_of_group(lane, bounds);
  if (lane != 0u) {
    return;
  }
  let uid = slot_uid(network.slotRows, work.y);
  let at = vector_at(DIVIDENDS, network.firstUid, uid);
  if ((network.flags & YUMA3) != 0u) {
    vectors[at] = checked_mul_or_zero(wrapped, vectors[vector_at(ACTIVE_STAKE, network.firstUid, uid)]);
    return;
  }
  var total = wrapped;
  if (bound.y != 0u || bound.x >= 0x80000000u) {
    total = ZERO;
    for (var other = 0u; other < network.uids; other++) {
      total = saturating_add(total, term(network, firstCell + other, other));
    }
  }
  vectors[at] = total;
}

// One workgroup a network.
@compute @workgroup_size(64)
fn dividends_normalized(@builtin(workgroup_id) group: vec3<u32>, @builtin(num_workgroups) groups: vec3<u32>, @builtin(local_invocation_index) lane: u32) {
  let work = work_of(group, groups);
  if (work.x == NOTHING) {
    return;
  }
  normalize(networks[work.x], lane, DIVIDENDS);
}
