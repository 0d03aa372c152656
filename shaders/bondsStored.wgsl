// The stored bonds that still count, laid out beside the weights. bonds.md 2.
// One workgroup a row, its invocations take the entries by turns; the cells of each are its own.
//import stored
//import cells
//import marks

@compute @workgroup_size(64)
fn bonds_stored(@builtin(workgroup_id) group: vec3<u32>, @builtin(num_workgroups) groups: vec3<u32>, @builtin(local_invocation_index) lane: u32) {
  let work = work_of(group, groups);
  if (work.x == NOTHING) {
    return;
  }
  let network = networks[work.x];
  let row = slot_row(network.slotRows, work.y);
  let firstCell = network.firstCell + work.y * network.uids;
  for (var entry = row.bond + lane; entry < row.bondEnd; entry += GROUP) {
    let uid = stored_bond(network.bondUids + entry);
    if (uid < network.uids && !is_cut_off(network, uid)) {
      bonds[firstCell + uid] |= stored_bond(network.bondValues + entry);
    }
  }
}
