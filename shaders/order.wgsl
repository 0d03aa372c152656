// Whether the uids of the stored rows ascend, and that none is named twice: the cells hold one entry of each. weights.md.
// One workgroup a row; its invocations compare neighbours by turns.
//import stored
//import cells
//import marks
//import sum

// A cell whose uid the row has named; taken off again.
const NAMED = 0x80000000u;

fn entry_uid(network: Network, ofBonds: bool, entry: u32) -> u32 {
  if (ofBonds) {
    return stored_bond(network.bondUids + entry);
  }
  return stored_weight(network.weightUids + entry);
}

fn stored_word(ofBonds: bool, word: u32) -> u32 {
  if (ofBonds) {
    return storedBonds[word];
  }
  return storedWeights[word];
}

// How many of the entries in an invocation's words do not lie above the one before: halves of words from `first` on.
fn falls_of(ofBonds: bool, lane: u32, first: u32, end: u32) -> u32 {
  var falls = 0u;
  for (var word = (first + 1u) / 2u + lane; 2u * word < end; word += GROUP) {
    let low = 2u * word;
    let uids = stored_word(ofBonds, word);
    let before = stored_word(ofBonds, max(word, 1u) - 1u);
    falls += u32(low > first && (before >> 16u) >= (uids & 0xffffu));
    falls += u32(low + 1u < end && (uids & 0xffffu) >= (uids >> 16u));
  }
  return falls;
}

// Uids outside the network count for nothing, however often they are named.
fn names_twice(network: Network, ofBonds: bool, firstCell: u32, first: u32, end: u32) -> bool {
  var twice = false;
  for (var entry = first; entry < end; entry++) {
    let uid = entry_uid(network, ofBonds, entry);
    if (uid < network.uids) {
      twice = twice || bonds[firstCell + uid] == NAMED;
      bonds[firstCell + uid] = NAMED;
    }
  }
  for (var entry = first; entry < end; entry++) {
    let uid = entry_uid(network, ofBonds, entry);
    if (uid < network.uids) {
      bonds[firstCell + uid] = 0u;
    }
  }
  return twice;
}

@compute @workgroup_size(64)
fn order(@builtin(workgroup_id) group: vec3<u32>, @builtin(num_workgroups) groups: vec3<u32>, @builtin(local_invocation_index) lane: u32) {
  let work = work_of(group, groups);
  if (work.x == NOTHING) {
    return;
  }
  let network = networks[work.x];
  let row = slot_row(network.slotRows, work.y);
  // Of a row without a permit no weight counts.
  let weightEnd = select(row.weight, row.weightEnd, has_permit(network, row.uid));
  let falls = vec2<u32>(
    falls_of(false, lane, network.weightUids + row.weight, network.weightUids + weightEnd),
    falls_of(true, lane, network.bondUids + row.bond, network.bondUids + row.bondEnd),
  );
  // Neither sum exceeds a row's 65,535 entries.
  let found = sum_of_group(lane, falls);
  if (lane != 0u || all(found == ZERO)) {
    return;
  }
  results[network.status + STATUS_UNSORTED] = 1u;
  let firstCell = network.firstCell + work.y * network.uids;
  if (found.x != 0u && names_twice(network, false, firstCell, row.weight, weightEnd)) {
    results[network.status + STATUS_GUARD] = GUARD_WEIGHT_TWICE;
  }
  if (found.y != 0u && names_twice(network, true, firstCell, row.bond, row.bondEnd)) {
    results[network.status + STATUS_GUARD] = GUARD_BOND_TWICE;
  }
}
