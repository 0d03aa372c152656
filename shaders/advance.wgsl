// What the chain stores of an epoch, put where the next one reads it: records of a chain of epochs lie behind one another.
//import record

@group(0) @binding(0) var<uniform> slice: Slice;
@group(0) @binding(1) var<storage, read> networks: array<Network>;
@group(0) @binding(2) var<storage, read_write> state: array<u32>;
@group(0) @binding(4) var<storage, read_write> results: array<u32>;
@group(0) @binding(6) var<storage, read_write> storedBonds: array<u32>;
@group(0) @binding(7) var<storage, read_write> weights: array<u32>;

fn result_word(network: Network, part: u32, uid: u32) -> u32 {
  return select(0u, results[network.result + part * network.uids + min(uid, network.uids - 1u)], uid < network.uids);
}

// Permits and consensus. One workgroup a network.
@compute @workgroup_size(64)
fn advance(@builtin(workgroup_id) group: vec3<u32>, @builtin(num_workgroups) groups: vec3<u32>, @builtin(local_invocation_index) lane: u32) {
  let work = work_of(group, groups);
  if (work.x == NOTHING) {
    return;
  }
  let network = networks[work.x];
  for (var word = lane; 4u * word < network.uids; word += GROUP) {
    var bytes = 0u;
    for (var byte = 0u; byte < 4u; byte++) {
      bytes |= result_word(network, RESULT_NEW_VALIDATOR_PERMITS, 4u * word + byte) << (8u * byte);
    }
    state[network.validatorPermits + word] = bytes;
  }
  for (var word = lane; 2u * word < network.uids; word += GROUP) {
    let high = result_word(network, RESULT_CONSENSUS, 2u * word + 1u);
    state[network.previousConsensus + word] = result_word(network, RESULT_CONSENSUS, 2u * word) | (high << 16u);
  }
}

// Rows of bonds, each in a place of its own with room for a bond on every uid, and where they end. One workgroup a row.
@compute @workgroup_size(64)
fn advance_bonds(@builtin(workgroup_id) group: vec3<u32>, @builtin(num_workgroups) groups: vec3<u32>, @builtin(local_invocation_index) lane: u32) {
  let work = work_of(group, groups);
  if (work.x == NOTHING) {
    return;
  }
  let network = networks[work.x];
  let count = results[network.result + RESULT_BOND_COUNTS * network.uids + work.y];
  let firstCell = network.firstCell + work.y * network.uids;
  // Of whole words, so that none is shared by two rows.
  let room = (network.bondValues - network.bondUids) / network.slots;
  let first = work.y * room;
  for (var word = lane; 2u * word < count; word += GROUP) {
    let low = weights[firstCell + 2u * word];
    let high = select(0u, weights[firstCell + min(2u * word + 1u, network.uids - 1u)], 2u * word + 1u < count);
    storedBonds[(network.bondUids + first) / 2u + word] = (low & 0xffffu) | (high << 16u);
    storedBonds[(network.bondValues + first) / 2u + word] = (low >> 16u) | (high & 0xffff0000u);
  }
  if (lane == 0u) {
    state[network.slotRows + 5u * work.y + 3u] = first;
    state[network.slotRows + 5u * work.y + 4u] = first + count;
  }
}
