// Narrow networks: the share of its weight that a validator keeps after clipping, and what its bonds earn. consensus.md 4,
// dividends.md.
// Proof: docs/proofs/digits.md
//import averages
//import narrow
//import sum

// A sum of raws that is at most one, where it is taken modulo one and `some` is above 0 if any of them is.
fn raw_of(sum: u32, some: u32) -> vec2<u32> {
  return vec2<u32>(sum, u32(sum == 0u && some != 0u));
}

// One workgroup a row.
@compute @workgroup_size(64)
fn rows(@builtin(workgroup_id) group: vec3<u32>, @builtin(num_workgroups) groups: vec3<u32>, @builtin(local_invocation_index) lane: u32) {
  let work = work_of(group, groups);
  if (work.x == NOTHING) {
    return;
  }
  let network = networks[work.x];
  if (!is_narrow_for_all(network, lane)) {
    return;
  }
  let firstCell = network.firstCell + work.y * network.uids;
  let consensus = vector_at(CONSENSUS, network.firstUid, 0u);
  let incentives = vector_at(INCENTIVE, network.firstUid, 0u);
  // A row's weights sum to at most one, and so do the incentives.
  var kept = 0u;
  var mostKept = 0u;
  var earned = 0u;
  var someEarned = 0u;
  for (var uid = lane; uid < network.uids; uid += GROUP) {
    let limit = vectors[consensus + uid];
    // A consensus of one is FULL.
    let clipped = min(weights[firstCell + uid], limit.x - limit.y);
    kept += clipped;
    mostKept = max(mostKept, clipped);
    let incentive = vectors[incentives + uid];
    let share = share_within(averages[firstCell + uid], bonds_divisor(network, uid));
    // Of one whole by another it is the other; neither is more.
    let part = upper_product(halves(share.x), halves(incentive.x)) + share.x * incentive.y;
    let earning = select(vec2<u32>(part, 0u), incentive, share.y != 0u);
    earned += earning.x;
    someEarned |= earning.x | earning.y;
  }
  // Beside a weight of one there is no other.
  let trust = select(raw_of(kept, mostKept), ONE, mostKept == FULL);
  let sums = sums_of_group(lane, vec4<u32>(trust, raw_of(earned, someEarned)));
  if (lane != 0u) {
    return;
  }
  let uid = slot_uid(network.slotRows, work.y);
  vectors[vector_at(VALIDATOR_TRUST, network.firstUid, uid)] = sums.xy;
  let isYuma3 = (network.flags & YUMA3) != 0u;
  let stake = vectors[vector_at(ACTIVE_STAKE, network.firstUid, uid)];
  vectors[vector_at(DIVIDENDS, network.firstUid, uid)] = select(sums.zw, checked_mul_or_zero(sums.zw, stake), isYuma3);
}
