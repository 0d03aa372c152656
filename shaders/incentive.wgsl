// Stake-weighted sums of the clipped weights, normalised. incentive.md.
//import narrow
//import normalize

// One invocation a column, its rows in order.
@compute @workgroup_size(64)
fn ranks(@builtin(workgroup_id) group: vec3<u32>, @builtin(num_workgroups) groups: vec3<u32>, @builtin(local_invocation_index) lane: u32) {
  let work = work_of(group, groups);
  if (work.x == NOTHING) {
    return;
  }
  let network = networks[work.x];
  let uid = work.y + lane;
  if (uid >= network.uids || is_narrow(network)) {
    return;
  }
  let limit = vectors[vector_at(CONSENSUS, network.firstUid, uid)];
  var rank = ZERO;
  for (var slot = 0u; slot < network.slots; slot++) {
    let weight = widen(weights[network.firstCell + slot * network.uids + uid]);
    let stake = vectors[vector_at(ACTIVE_STAKE, network.firstUid, slot_uid(network.slotRows, slot))];
    rank = saturating_add(rank, saturating_mul(stake, minimum(weight, limit)));
  }
  vectors[vector_at(INCENTIVE, network.firstUid, uid)] = rank;
}

// One workgroup a network.
@compute @workgroup_size(64)
fn incentive(@builtin(workgroup_id) group: vec3<u32>, @builtin(num_workgroups) groups: vec3<u32>, @builtin(local_invocation_index) lane: u32) {
  let work = work_of(group, groups);
  if (work.x == NOTHING) {
    return;
  }
  normalize(networks[work.x], lane, INCENTIVE);
}
