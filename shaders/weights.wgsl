// The weights that count, each row normalised. weights.md.
// One workgroup a row of weights, its invocations take words of two entries by turns; the cells of each are its own.
// Proof: docs/proofs/lane-sums.md
//import order
//import marks
//import sum

// Weights are integers here; from this sum on, a fraction would not have a limb of its own.
const ROW_SUM_LIMIT = 0x80000000u;

// Marks what counts of a row, in which uids registered from a block on have none. Returns the value, 0 where it does not count.
fn counted(network: Network, i: u32, until: vec2<u32>, firstCell: u32, j: u32, value: u32) -> u32 {
  if (j >= network.uids || (i == j && i != network.ownerUid) || !u64_less(state_u64(network.blockAtRegistration, j), until)) {
    return 0u;
  }
  bonds[firstCell + j] = HAS_WEIGHT;
  return value;
}

fn put_weight(network: Network, firstCell: u32, j: u32, value: u32, total: u32, inverse: f32) {
  if (j < network.uids && bonds[firstCell + j] == HAS_WEIGHT) {
    weights[firstCell + j] = fraction_of(value, total, inverse);
  }
}

@compute @workgroup_size(64)
fn weights_of_row(@builtin(workgroup_id) group: vec3<u32>, @builtin(num_workgroups) groups: vec3<u32>, @builtin(local_invocation_index) lane: u32) {
  let work = work_of(group, groups);
  if (work.x == NOTHING) {
    return;
  }
  let network = networks[work.x];
  let row = slot_row(network.slotRows, work.y);
  if (!has_permit(network, row.uid)) {
    return;
  }
  let firstCell = network.firstCell + work.y * network.uids;
  let until = outdated_from(network, row.uid);
  let uidWords = network.weightUids / 2u;
  let valueWords = network.weightValues / 2u;
  // At most 65,535 entries of at most 65,535; and the entries that do not lie above the one before.
  var found = ZERO;
  for (var word = row.weight / 2u + lane; 2u * word < row.weightEnd; word += GROUP) {
    let uids = halves(storedWeights[uidWords + word]);
    let values = halves(storedWeights[valueWords + word]);
    let before = storedWeights[max(uidWords + word, 1u) - 1u];
    found.y += falls_in(word, row.weight, row.weightEnd, before, uids);
    if (2u * word >= row.weight) {
      found.x += counted(network, row.uid, until, firstCell, uids.x, values.x);
    }
    if (2u * word + 1u < row.weightEnd) {
      found.x += counted(network, row.uid, until, firstCell, uids.y, values.y);
    }
  }
  let all = counts_of_group(lane, found);
  storageBarrier();
  if (lane == 0u && all.y != 0u) {
    note_unsorted(network, false, firstCell, row.weight, row.weightEnd);
  }
  storageBarrier();
  let total = all.x;
  if (total >= ROW_SUM_LIMIT) {
    results[network.status + STATUS_GUARD] = GUARD_ROW_SUM;
    return;
  }
  // All weights are 0 already.
  if (total == 0u) {
    return;
  }
  let inverse = inverse_of(total);
  for (var word = row.weight / 2u + lane; 2u * word < row.weightEnd; word += GROUP) {
    let uids = halves(storedWeights[uidWords + word]);
    let values = halves(storedWeights[valueWords + word]);
    if (2u * word >= row.weight) {
      put_weight(network, firstCell, uids.x, values.x, total, inverse);
    }
    if (2u * word + 1u < row.weightEnd) {
      put_weight(network, firstCell, uids.y, values.y, total, inverse);
    }
  }
}
