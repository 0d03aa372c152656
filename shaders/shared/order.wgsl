// Whether the uids of a stored row ascend, and that none is named twice: the cells hold one entry of each. weights.md.
//import stored
//import cells

// A cell whose uid the row has named; taken off again.
const NAMED = 0x80000000u;

fn entry_uid(network: Network, ofBonds: bool, entry: u32) -> u32 {
  if (ofBonds) {
    return stored_bond(network.bondUids + entry);
  }
  return stored_weight(network.weightUids + entry);
}

// How many entries of a word, of a row from half `first` up to half `end`, do not lie above the one before.
fn falls_in(word: u32, first: u32, end: u32, before: u32, uids: vec2<u32>) -> u32 {
  let low = 2u * word;
  return u32(low > first && (before >> 16u) >= uids.x) + u32(low >= first && low + 1u < end && uids.x >= uids.y);
}

// Of a row that does not ascend. Uids outside the network count for nothing, however often they are named. One invocation
// looks, while no other is at the row's cells.
fn note_unsorted(network: Network, ofBonds: bool, firstCell: u32, first: u32, end: u32) {
  results[network.status + STATUS_UNSORTED] = 1u;
  var twice = false;
  for (var entry = first; entry < end; entry++) {
    let uid = entry_uid(network, ofBonds, entry);
    if (uid < network.uids) {
      twice = twice || bonds[firstCell + uid] >= NAMED;
      bonds[firstCell + uid] |= NAMED;
    }
  }
  for (var entry = first; entry < end; entry++) {
    let uid = entry_uid(network, ofBonds, entry);
    if (uid < network.uids) {
      bonds[firstCell + uid] &= ~NAMED;
    }
  }
  if (twice) {
    results[network.status + STATUS_GUARD] = select(GUARD_WEIGHT_TWICE, GUARD_BOND_TWICE, ofBonds);
  }
}
