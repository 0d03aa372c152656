// Narrow networks: the share of its weight that a validator keeps after clipping, and what its bonds earn. consensus.md 4,
// dividends.md.
// Proof: docs/proofs/digits.md
//import averages
//import fraction
//import narrow
//import sum

// What a bond's share of its column earns of the incentive, which is at most one.
fn earned(average: vec2<u32>, total: vec2<u32>, incentive: vec2<u32>) -> vec2<u32> {
  let share = share_of(average, total);
  // Of one whole by another it is the other; neither is more.
  let part = upper_product(halves(share.x), halves(incentive.x)) + share.x * incentive.y;
  return select(vec2<u32>(part, 0u), incentive, share.y != 0u);
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
  let totals = vector_at(BONDS_TOTAL, network.firstUid, 0u);
  let incentives = vector_at(INCENTIVE, network.firstUid, 0u);
  var trust = ZERO;
  var earnings = ZERO;
  for (var uid = lane; uid < network.uids; uid += GROUP) {
    let limit = vectors[consensus + uid];
    let weight = weights[firstCell + uid];
    trust = u64_add(trust, widen(select(min(weight, limit.x), weight, limit.y != 0u)));
    earnings = u64_add(earnings, earned(averages[firstCell + uid], vectors[totals + uid], vectors[incentives + uid]));
  }
  let trustOfRow = sum_of_group(lane, trust);
  let earnedOfRow = sum_of_group(lane, earnings);
  if (lane != 0u) {
    return;
  }
  let uid = slot_uid(network.slotRows, work.y);
  vectors[vector_at(VALIDATOR_TRUST, network.firstUid, uid)] = trustOfRow;
  let isYuma3 = (network.flags & YUMA3) != 0u;
  let stake = vectors[vector_at(ACTIVE_STAKE, network.firstUid, uid)];
  vectors[vector_at(DIVIDENDS, network.firstUid, uid)] = select(earnedOfRow, checked_mul_or_zero(earnedOfRow, stake), isYuma3);
}
