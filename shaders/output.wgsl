// What the chain stores: proportions as u16, and the bonds of those with a new permit. bonds.md 9.
//import averages
//import storedWeights

fn put_proportion(network: Network, part: u32, uid: u32, vector: u32) {
  put_u32(network, part, uid, proportion_to_u16(vectors[vector_at(vector, network.firstUid, uid)]));
}

// One invocation a uid.
@compute @workgroup_size(64)
fn output(@builtin(workgroup_id) group: vec3<u32>, @builtin(num_workgroups) groups: vec3<u32>, @builtin(local_invocation_index) lane: u32) {
  let work = work_of(group, groups);
  if (work.x == NOTHING) {
    return;
  }
  let network = networks[work.x];
  let uid = work.y + lane;
  if (uid >= network.uids) {
    return;
  }
  put_proportion(network, RESULT_STAKE_WEIGHT, uid, STAKE);
  put_proportion(network, RESULT_CONSENSUS, uid, CONSENSUS);
  put_proportion(network, RESULT_INCENTIVE, uid, INCENTIVE);
  put_proportion(network, RESULT_DIVIDENDS, uid, DIVIDENDS);
  put_proportion(network, RESULT_VALIDATOR_TRUST, uid, VALIDATOR_TRUST);
  if (uid == 0u) {
    results[network.status + STATUS_DONE] = DONE;
  }
}

// The bond to store. Classic: a share of its column, of which the largest becomes one.
fn stored_bond_of(network: Network, uid: u32, average: vec2<u32>) -> u32 {
  if ((network.flags & YUMA3) != 0u) {
    return proportion_to_u16(average);
  }
  let greatest = vectors[vector_at(BONDS_MAXIMUM, network.firstUid, uid)];
  return proportion_to_u16(share_of(share_by(average, bonds_divisor(network, uid)), greatest));
}

var<workgroup> bondCounts: array<u32, 64>;

// Of each invocation and all before it, which stays in `bondCounts`.
fn count_up_to(lane: u32, own: u32) -> u32 {
  var upTo = own;
  bondCounts[lane] = own;
  workgroupBarrier();
  for (var step = 1u; step < GROUP; step = step * 2u) {
    if (lane >= step) {
      upTo += bondCounts[lane - step];
    }
    workgroupBarrier();
    bondCounts[lane] = upTo;
    workgroupBarrier();
  }
  return upTo;
}

// The rows of those with a new permit, without gaps: pairs of a uid and a value, in the cells that have held the weights.
// One workgroup a row, each invocation a run of neighbouring uids.
@compute @workgroup_size(64)
fn output_bonds(@builtin(workgroup_id) group: vec3<u32>, @builtin(num_workgroups) groups: vec3<u32>, @builtin(local_invocation_index) lane: u32) {
  let work = work_of(group, groups);
  if (work.x == NOTHING) {
    return;
  }
  let network = networks[work.x];
  let row = slot_uid(network.slotRows, work.y);
  let isStored = results[network.result + RESULT_NEW_VALIDATOR_PERMITS * network.uids + row] != 0u;
  let firstCell = network.firstCell + work.y * network.uids;
  let run = (network.uids + GROUP - 1u) / GROUP;
  let first = min(lane * run, network.uids);
  let end = min(first + run, network.uids);
  var own = 0u;
  for (var uid = first; uid < end; uid++) {
    own += u32(isStored && any(averages[firstCell + uid] != ZERO));
  }
  let upTo = count_up_to(lane, own);
  var place = firstCell + upTo - own;
  let count = bondCounts[GROUP - 1u];
  if (lane == 0u) {
    results[network.result + RESULT_BOND_COUNTS * network.uids + work.y] = count;
  }
  if (!isStored) {
    return;
  }
  // Liquid alpha keeps the order of the weights where nothing is interpolated: then one invocation goes by them. bonds.md 9.
  let isInterpolated = any(network.penalty != ZERO) && any(network.penalty != ONE);
  let isUnsorted = results[network.status + STATUS_LIQUID_RUNS] != 0u && results[network.status + STATUS_UNSORTED] != 0u;
  // A row that names a uid twice has no result, and may have more entries than cells.
  let keepsOrder = isUnsorted && !isInterpolated && results[network.status + STATUS_GUARD] == 0u;
  var next = first;
  var stop = end;
  if (keepsOrder) {
    let entries = slot_row(network.slotRows, work.y);
    next = entries.weight;
    stop = select(next, entries.weightEnd, lane == 0u);
  }
  for (; next < stop; next++) {
    var uid = next;
    if (keepsOrder) {
      uid = stored_weight(network.weightUids + next);
      if (uid >= network.uids) {
        continue;
      }
    }
    let average = averages[firstCell + uid];
    if (any(average != ZERO)) {
      weights[place] = uid | (stored_bond_of(network, uid, average) << 16u);
      place++;
    }
  }
}
