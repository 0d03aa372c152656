// The stored bonds that still count, laid out beside the weights. bonds.md 2.
// One workgroup a row, its invocations take words of two entries by turns; the cells of each are its own.
//import order
//import marks
//import sum

fn put_bond(network: Network, firstCell: u32, uid: u32, value: u32) {
  if (uid < network.uids && !is_cut_off(network, uid)) {
    bonds[firstCell + uid] |= value;
  }
}

@compute @workgroup_size(64)
fn bonds_stored(@builtin(workgroup_id) group: vec3<u32>, @builtin(num_workgroups) groups: vec3<u32>, @builtin(local_invocation_index) lane: u32) {
  let work = work_of(group, groups);
  if (work.x == NOTHING) {
    return;
  }
  let network = networks[work.x];
  let row = slot_row(network.slotRows, work.y);
  let firstCell = network.firstCell + work.y * network.uids;
  let uidWords = network.bondUids / 2u;
  let valueWords = network.bondValues / 2u;
  // Entries that do not lie above the one before.
  var falls = 0u;
  for (var word = row.bond / 2u + lane; 2u * word < row.bondEnd; word += GROUP) {
    let uids = halves(storedBonds[uidWords + word]);
    let values = halves(storedBonds[valueWords + word]);
    let before = storedBonds[max(uidWords + word, 1u) - 1u];
    falls += falls_in(word, row.bond, row.bondEnd, before, uids);
    if (2u * word >= row.bond) {
      put_bond(network, firstCell, uids.x, values.x);
    }
    if (2u * word + 1u < row.bondEnd) {
      put_bond(network, firstCell, uids.y, values.y);
    }
  }
  let all = count_of_group(lane, falls);
  storageBarrier();
  if (lane == 0u && all != 0u) {
    note_unsorted(network, true, firstCell, row.bond, row.bondEnd);
  }
}
