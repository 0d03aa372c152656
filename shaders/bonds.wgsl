// How weights become lasting claims: the averages of each column, their sum and their maximum. bonds.md.
// One invocation a column, its rows in order.
// Proof: docs/proofs/lane-sums.md
//import averages
//import follow
//import narrow

struct Column {
  total: vec2<u32>,
  maximum: vec2<u32>,
}

// Only an average above 0 stays.
fn put_average(column: ptr<function, Column>, cell: u32, average: vec2<u32>) {
  let kept = maximum(average, ZERO);
  averages[cell] = kept;
  (*column).total = saturating_add((*column).total, kept);
  (*column).maximum = maximum((*column).maximum, kept);
}

fn average_of(network: Network, fresh: vec2<u32>, old: vec2<u32>) -> vec2<u32> {
  return saturating_add(saturating_mul(network.emaAlpha, fresh), saturating_mul(network.emaRest, old));
}

fn staked_weight(network: Network, slot: u32, cell: u32, limit: vec2<u32>) -> vec2<u32> {
  let stake = vectors[vector_at(ACTIVE_STAKE, network.firstUid, slot_uid(network.slotRows, slot))];
  return saturating_mul(stake, weight_for_bonds(network, weights[cell], limit));
}

// Classic: stake-weighted weights and old bonds, each column summing to one, averaged.
@compute @workgroup_size(64)
fn bonds_classic(@builtin(workgroup_id) group: vec3<u32>, @builtin(num_workgroups) groups: vec3<u32>, @builtin(local_invocation_index) lane: u32) {
  let work = work_of(group, groups);
  if (work.x == NOTHING) {
    return;
  }
  let network = networks[work.x];
  let uid = work.y + lane;
  if (uid >= network.uids || (network.flags & YUMA3) != 0u || has_narrow_columns(network)) {
    return;
  }
  let limit = vectors[vector_at(CONSENSUS, network.firstUid, uid)];
  // Stored bonds are integers; at most 65,535 of them do not exceed 32 bits.
  var oldSum = 0u;
  var newSum = ZERO;
  var cell = network.firstCell + uid;
  for (var slot = 0u; slot < network.slots; slot++) {
    oldSum += bonds[cell] & VALUE;
    newSum = saturating_add(newSum, staked_weight(network, slot, cell, limit));
    cell += network.uids;
  }
  let oldTotal = saturated(vec2<u32>(0u, oldSum));
  var column = Column(ZERO, ZERO);
  cell = network.firstCell + uid;
  for (var slot = 0u; slot < network.slots; slot++) {
    let fresh = share_of(staked_weight(network, slot, cell, limit), newSum);
    let old = share_of(vec2<u32>(0u, bonds[cell] & VALUE), oldTotal);
    put_average(&column, cell, average_of(network, fresh, old));
    cell += network.uids;
  }
  put_bonds_total(network, uid, column.total);
  vectors[vector_at(BONDS_MAXIMUM, network.firstUid, uid)] = share_of(column.maximum, column.total);
}

// A sum of integers of which none is negative, saturated.
fn saturated(sum: vec2<u32>) -> vec2<u32> {
  return select(sum, MAX, is_negative(sum));
}

// Yuma3 with one alpha for all.
@compute @workgroup_size(64)
fn bonds_constant(@builtin(workgroup_id) group: vec3<u32>, @builtin(num_workgroups) groups: vec3<u32>, @builtin(local_invocation_index) lane: u32) {
  let work = work_of(group, groups);
  if (work.x == NOTHING) {
    return;
  }
  let network = networks[work.x];
  let uid = work.y + lane;
  let isConstant = (network.flags & YUMA3) != 0u && results[network.status + STATUS_LIQUID_RUNS] == 0u;
  if (uid >= network.uids || !isConstant || has_narrow_columns(network)) {
    return;
  }
  let limit = vectors[vector_at(CONSENSUS, network.firstUid, uid)];
  var column = Column(ZERO, ZERO);
  var cell = network.firstCell + uid;
  for (var slot = 0u; slot < network.slots; slot++) {
    let old = proportion_from_u16(bonds[cell] & VALUE);
    put_average(&column, cell, average_of(network, weight_for_bonds(network, weights[cell], limit), old));
    cell += network.uids;
  }
  put_bonds_total(network, uid, column.total);
}
