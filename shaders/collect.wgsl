// What was asked for of the results, packed as the caller's arrays are, one part behind another.
//import outputs
//import sum

fn result_of(network: Network, part: u32, uid: u32) -> vec2<u32> {
  let at = network.result + OUTPUT_PARTS[part] * network.uids;
  if (part < OUTPUT_FIRST_U16) {
    return vec2<u32>(results[at + 2u * uid], results[at + 2u * uid + 1u]);
  }
  // Behind the last uid there is nothing.
  return vec2<u32>(select(0u, results[at + min(uid, network.uids - 1u)], uid < network.uids), 0u);
}

fn packed_word(network: Network, part: u32, word: u32) -> u32 {
  if (part < OUTPUT_FIRST_U16) {
    return results[network.result + OUTPUT_PARTS[part] * network.uids + word];
  }
  if (part < OUTPUT_FIRST_U8) {
    return result_of(network, part, 2u * word).x | (result_of(network, part, 2u * word + 1u).x << 16u);
  }
  var bytes = 0u;
  for (var byte = 0u; byte < 4u; byte++) {
    bytes |= result_of(network, part, 4u * word + byte).x << (8u * byte);
  }
  return bytes;
}

// One workgroup a network.
@compute @workgroup_size(64)
fn collect(@builtin(workgroup_id) group: vec3<u32>, @builtin(num_workgroups) groups: vec3<u32>, @builtin(local_invocation_index) lane: u32) {
  let work = work_of(group, groups);
  if (work.x == NOTHING) {
    return;
  }
  let network = networks[work.x];
  var bondsOfLane = 0u;
  for (var slot = lane; slot < network.slots; slot += GROUP) {
    bondsOfLane += bond_count(network, slot);
  }
  let bondsOfAll = count_of_group(lane, bondsOfLane);
  if (lane == 0u) {
    outputs[network.output] = results[network.status + STATUS_DONE];
    outputs[network.output + 1u] = results[network.status + STATUS_GUARD];
    outputs[network.output + 2u] = bondsOfAll;
  }
  var at = sums_at(network);
  for (var part = 0u; part < OUTPUT_COUNT; part++) {
    if (is_asked(OUTPUT_FIRST_SUM + part)) {
      // Wraps above 2^64, where a sum has no meaning.
      var own = ZERO;
      for (var uid = lane; uid < network.uids; uid += GROUP) {
        own = u64_add(own, result_of(network, part, uid));
      }
      let sum = sum_of_group(lane, own);
      if (lane == 0u) {
        outputs[at] = sum.x;
        outputs[at + 1u] = sum.y;
      }
      at += 2u;
    }
  }
  for (var part = 0u; part < OUTPUT_COUNT; part++) {
    if (is_asked(part)) {
      let words = words_of_part(part, network.uids);
      for (var word = lane; word < words; word += GROUP) {
        outputs[at + word] = packed_word(network, part, word);
      }
      at += words;
    }
  }
}

// The rows behind one another: how many entries each slot has, all uids, all values. One workgroup a row; a word of two
// entries is written by the row that has the first of them.
@compute @workgroup_size(64)
fn collect_bonds(@builtin(workgroup_id) group: vec3<u32>, @builtin(num_workgroups) groups: vec3<u32>, @builtin(local_invocation_index) lane: u32) {
  let work = work_of(group, groups);
  // They may be there for the digest alone.
  if (work.x == NOTHING || !is_asked(OUTPUT_BONDS)) {
    return;
  }
  let network = networks[work.x];
  let slot = work.y;
  var before = 0u;
  for (var other = lane; other < slot; other += GROUP) {
    before += bond_count(network, other);
  }
  let first = count_of_group(lane, before);
  let count = bond_count(network, slot);
  let counts = part_at(network, OUTPUT_BONDS);
  if (lane == 0u) {
    outputs[counts + slot] = count;
  }
  var next = slot + 1u;
  while (next < network.slots && bond_count(network, next) == 0u) {
    next++;
  }
  let uidsAt = counts + network.slots;
  let valuesAt = uidsAt + (network.slots * network.uids + 1u) / 2u;
  for (var word = (first + 1u) / 2u + lane; 2u * word < first + count; word += GROUP) {
    let entry = 2u * word - first;
    let low = bond_pair(network, slot, entry);
    var high = 0u;
    if (entry + 1u < count) {
      high = bond_pair(network, slot, entry + 1u);
    } else if (next < network.slots) {
      high = bond_pair(network, next, 0u);
    }
    outputs[uidsAt + word] = (low & 0xffffu) | (high << 16u);
    outputs[valuesAt + word] = (low >> 16u) | (high & 0xffff0000u);
  }
}
