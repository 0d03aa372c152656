// SHA-256 (FIPS 180-4) of a network's canonical bytes: docs/interface.md, bindings/boundary/canonical.ts. One invocation a network, as each
// block waits for the one before.
//import outputs

const ROUNDS = array<u32, 64>(
  0x428a2f98u, 0x71374491u, 0xb5c0fbcfu, 0xe9b5dba5u, 0x3956c25bu, 0x59f111f1u, 0x923f82a4u, 0xab1c5ed5u,
  0xd807aa98u, 0x12835b01u, 0x243185beu, 0x550c7dc3u, 0x72be5d74u, 0x80deb1feu, 0x9bdc06a7u, 0xc19bf174u,
  0xe49b69c1u, 0xefbe4786u, 0x0fc19dc6u, 0x240ca1ccu, 0x2de92c6fu, 0x4a7484aau, 0x5cb0a9dcu, 0x76f988dau,
  0x983e5152u, 0xa831c66du, 0xb00327c8u, 0xbf597fc7u, 0xc6e00bf3u, 0xd5a79147u, 0x06ca6351u, 0x14292967u,
  0x27b70a85u, 0x2e1b2138u, 0x4d2c6dfcu, 0x53380d13u, 0x650a7354u, 0x766a0abbu, 0x81c2c92eu, 0x92722c85u,
  0xa2bfe8a1u, 0xa81a664bu, 0xc24b8b70u, 0xc76c51a3u, 0xd192e819u, 0xd6990624u, 0xf40e3585u, 0x106aa070u,
  0x19a4c116u, 0x1e376c08u, 0x2748774cu, 0x34b0bcb5u, 0x391c0cb3u, 0x4ed8aa4au, 0x5b9cca4fu, 0x682e6ff3u,
  0x748f82eeu, 0x78a5636fu, 0x84c87814u, 0x8cc70208u, 0x90befffau, 0xa4506cebu, 0xbef9a3f7u, 0xc67178f2u,
);

struct Hash {
  state: array<u32, 8>,
  // of the block that is being filled
  words: array<u32, 16>,
  bytes: u32,
}

fn rotated(value: u32, by: u32) -> u32 {
  return (value >> by) | (value << (32u - by));
}

fn compress(hash: ptr<function, Hash>) {
  var words = (*hash).words;
  var s = (*hash).state;
  for (var round = 0u; round < 64u; round++) {
    if (round >= 16u) {
      let old = words[(round + 1u) % 16u];
      let late = words[(round + 14u) % 16u];
      let small0 = rotated(old, 7u) ^ rotated(old, 18u) ^ (old >> 3u);
      let small1 = rotated(late, 17u) ^ rotated(late, 19u) ^ (late >> 10u);
      words[round % 16u] += small0 + words[(round + 9u) % 16u] + small1;
    }
    let choice = (s[4] & s[5]) ^ (~s[4] & s[6]);
    let large1 = rotated(s[4], 6u) ^ rotated(s[4], 11u) ^ rotated(s[4], 25u);
    let one = s[7] + large1 + choice + ROUNDS[round] + words[round % 16u];
    let majority = (s[0] & s[1]) ^ (s[0] & s[2]) ^ (s[1] & s[2]);
    let two = (rotated(s[0], 2u) ^ rotated(s[0], 13u) ^ rotated(s[0], 22u)) + majority;
    s = array<u32, 8>(one + two, s[0], s[1], s[2], s[3] + one, s[4], s[5], s[6]);
  }
  for (var i = 0u; i < 8u; i++) {
    (*hash).state[i] += s[i];
  }
  (*hash).words = array<u32, 16>();
}

fn put_byte(hash: ptr<function, Hash>, byte: u32) {
  let place = (*hash).bytes % 64u;
  (*hash).words[place >> 2u] |= byte << (24u - 8u * (place & 3u));
  (*hash).bytes += 1u;
  if (place == 63u) {
    compress(hash);
  }
}

// Little endian, as everything in the canonical bytes.
fn put_bytes(hash: ptr<function, Hash>, value: u32, count: u32) {
  for (var byte = 0u; byte < count; byte++) {
    put_byte(hash, (value >> (8u * byte)) & 0xffu);
  }
}

// `width` bytes of each uid: words of the results hold one value, or half of one.
fn put_part(hash: ptr<function, Hash>, network: Network, part: u32, width: u32) {
  let at = network.result + part * network.uids;
  if (width == 8u) {
    for (var word = 0u; word < 2u * network.uids; word++) {
      put_bytes(hash, results[at + word], 4u);
    }
    return;
  }
  for (var uid = 0u; uid < network.uids; uid++) {
    put_bytes(hash, results[at + uid], width);
  }
}

fn put_rows(hash: ptr<function, Hash>, network: Network) {
  var slot = 0u;
  for (var uid = 0u; uid < network.uids; uid++) {
    var count = 0u;
    if (slot < network.slots && slot_uid(network.slotRows, slot) == uid) {
      count = bond_count(network, slot);
      slot++;
    }
    put_bytes(hash, count, 4u);
    for (var entry = 0u; entry < count; entry++) {
      put_bytes(hash, bond_pair(network, slot - 1u, entry), 4u);
    }
  }
}

@compute @workgroup_size(64)
fn digest(@builtin(workgroup_id) group: vec3<u32>, @builtin(num_workgroups) groups: vec3<u32>, @builtin(local_invocation_index) lane: u32) {
  let work = work_of(group, groups);
  if (work.x == NOTHING || lane != 0u || !is_asked(OUTPUT_DIGEST)) {
    return;
  }
  let network = networks[work.x];
  var hash = Hash(array<u32, 8>(0x6a09e667u, 0xbb67ae85u, 0x3c6ef372u, 0xa54ff53au, 0x510e527fu, 0x9b05688cu, 0x1f83d9abu, 0x5be0cd19u), array<u32, 16>(), 0u);
  put_bytes(&hash, network.uids, 4u);
  put_part(&hash, network, RESULT_STAKE_WEIGHT, 2u);
  put_part(&hash, network, RESULT_ACTIVE, 1u);
  put_part(&hash, network, RESULT_CONSENSUS, 2u);
  put_part(&hash, network, RESULT_INCENTIVE, 2u);
  put_part(&hash, network, RESULT_DIVIDENDS, 2u);
  put_part(&hash, network, RESULT_VALIDATOR_TRUST, 2u);
  put_part(&hash, network, RESULT_SERVER_EMISSION, 8u);
  put_part(&hash, network, RESULT_VALIDATOR_EMISSION, 8u);
  put_part(&hash, network, RESULT_EMISSION, 8u);
  put_part(&hash, network, RESULT_NEW_VALIDATOR_PERMITS, 1u);
  put_part(&hash, network, RESULT_STAKE, 8u);
  put_rows(&hash, network);
  // The length in bits, of 64 bits: at most 2^32 bytes are hashed.
  let bytes = hash.bytes;
  put_byte(&hash, 0x80u);
  while (hash.bytes % 64u != 56u) {
    put_byte(&hash, 0u);
  }
  hash.words[14] = bytes >> 29u;
  hash.words[15] = bytes << 3u;
  compress(&hash);
  for (var i = 0u; i < DIGEST_WORDS; i++) {
    outputs[network.output + HEAD_WORDS + i] = hash.state[i];
  }
}
