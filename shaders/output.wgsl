// What the chain stores: proportions as u16, and the bonds of those with a new permit. bonds.md 9.
//import averages

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
  let total = vectors[vector_at(BONDS_TOTAL, network.firstUid, uid)];
  let greatest = share_of(vectors[vector_at(BONDS_MAXIMUM, network.firstUid, uid)], total);
  return proportion_to_u16(share_of(share_of(average, total), greatest));
}

var<workgroup> bondCounts: array<u32, 64>;

// A half of a word of a row as the chain stores it: uids from 0 on, values from `uids` on. The pairs are in `weights`.
fn half_of_row(firstCell: u32, uids: u32, count: u32, half: u32) -> u32 {
  if (half < uids) {
    return select(0u, weights[firstCell + half] & 0xffffu, half < count);
  }
  let entry = half - uids;
  return select(0u, weights[firstCell + min(entry, uids - 1u)] >> 16u, entry < count);
}

// The rows of those with a new permit, without gaps: what the weights have held is where pairs of a uid and a value are
// put together. One workgroup a row, each invocation a run of neighbouring uids.
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
  bondCounts[lane] = own;
  workgroupBarrier();
  var place = firstCell;
  var count = 0u;
  for (var other = 0u; other < GROUP; other++) {
    place += select(0u, bondCounts[other], other < lane);
    count += bondCounts[other];
  }
  for (var uid = first; uid < end; uid++) {
    let average = averages[firstCell + uid];
    if (isStored && any(average != ZERO)) {
      weights[place] = uid | (stored_bond_of(network, uid, average) << 16u);
      place++;
    }
  }
  storageBarrier();
  for (var word = lane; word < network.uids; word += GROUP) {
    let low = half_of_row(firstCell, network.uids, count, 2u * word);
    bonds[firstCell + word] = low | (half_of_row(firstCell, network.uids, count, 2u * word + 1u) << 16u);
  }
  if (lane == 0u) {
    results[network.result + RESULT_BOND_COUNTS * network.uids + work.y] = count;
  }
}
