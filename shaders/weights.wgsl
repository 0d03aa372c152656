// The weights that count, each row normalised. weights.md.
// One workgroup a row of weights, its invocations take the entries by turns; the cells of each are its own.
// Proof: docs/proofs/lane-sums.md
//import stored
//import cells
//import marks
//import sum

// Weights are integers here; from this sum on, a fraction would not have a limb of its own.
const ROW_SUM_LIMIT = 0x80000000u;

fn entry_counts(network: Network, i: u32, j: u32) -> bool {
  if (j >= network.uids || (i == j && i != network.ownerUid)) {
    return false;
  }
  return !is_outdated(network, i, j);
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
  // At most 65,535 entries of at most 65,535.
  var sum = 0u;
  for (var entry = row.weight + lane; entry < row.weightEnd; entry += GROUP) {
    let j = stored_weight(network.weightUids + entry);
    if (entry_counts(network, row.uid, j)) {
      sum += stored_weight(network.weightValues + entry);
      bonds[firstCell + j] = HAS_WEIGHT;
    }
  }
  let total = sum_of_group(lane, vec2<u32>(sum, 0u)).x;
  if (total >= ROW_SUM_LIMIT) {
    results[network.status + STATUS_GUARD] = GUARD_ROW_SUM;
    return;
  }
  for (var entry = row.weight + lane; entry < row.weightEnd; entry += GROUP) {
    let j = stored_weight(network.weightUids + entry);
    if (j < network.uids && bonds[firstCell + j] == HAS_WEIGHT) {
      let value = stored_weight(network.weightValues + entry);
      weights[firstCell + j] = select(fraction_of(value, max(total, 1u)), 0u, total == 0u);
    }
  }
}
