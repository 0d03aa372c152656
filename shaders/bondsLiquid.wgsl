// Bonds under liquid alpha: an alpha for each of them, by what it is compared with. bonds.md 6, 7.
// Proof: docs/proofs/exponential.md
//import stored
//import averages
//import follow
//import liquid
//import narrow
//import sigmoid
//import marks
//import sum

fn compared_consensus(network: Network, uid: u32) -> vec2<u32> {
  if ((network.flags & COMPARES_WITH_PREVIOUS) == 0u) {
    return vectors[vector_at(CONSENSUS, network.firstUid, uid)];
  }
  if (uid >= network.previousConsensusLength) {
    return ZERO;
  }
  return proportion_from_u16((state[network.previousConsensus + (uid >> 1u)] >> (16u * (uid & 1u))) & 0xffffu);
}

// The consensus to compare with, and whether there is any. One workgroup a network.
@compute @workgroup_size(64)
fn liquid_consensus(@builtin(workgroup_id) group: vec3<u32>, @builtin(num_workgroups) groups: vec3<u32>, @builtin(local_invocation_index) lane: u32) {
  let work = work_of(group, groups);
  if (work.x == NOTHING) {
    return;
  }
  let network = networks[work.x];
  var some = 0u;
  for (var uid = lane; uid < network.uids; uid += GROUP) {
    let compared = compared_consensus(network, uid);
    vectors[vector_at(LIQUID_CONSENSUS, network.firstUid, uid)] = compared;
    var gate = vectors[vector_at(CONSENSUS, network.firstUid, uid)];
    if ((network.flags & GATED_BY_SELECTED) != 0u) {
      gate = compared;
    }
    some += u32(any(gate != ZERO));
  }
  let count = count_of_group(lane, some);
  if (lane == 0u) {
    let runs = (network.flags & LIQUID_ALPHA) != 0u && count != 0u;
    results[network.status + STATUS_LIQUID_RUNS] = u32(runs);
  }
}

// Marks the entries of a row whose uids do not ascend that a cursor passes by: those with a uid below one before.
// One workgroup a row, of which one invocation works, as each entry waits for those before it.
@compute @workgroup_size(64)
fn cursor(@builtin(workgroup_id) group: vec3<u32>, @builtin(num_workgroups) groups: vec3<u32>, @builtin(local_invocation_index) lane: u32) {
  let work = work_of(group, groups);
  if (work.x == NOTHING || lane != 0u) {
    return;
  }
  let network = networks[work.x];
  if (results[network.status + STATUS_UNSORTED] == 0u || results[network.status + STATUS_LIQUID_RUNS] == 0u) {
    return;
  }
  let row = slot_row(network.slotRows, work.y);
  let firstCell = network.firstCell + work.y * network.uids;
  // One more than the last uid seen.
  var next = 0u;
  // What is interpolated is in order.
  let inStoredOrder = all(network.penalty == ZERO) || all(network.penalty == ONE);
  for (var entry = row.weight; inStoredOrder && entry < row.weightEnd; entry++) {
    let uid = stored_weight(network.weightUids + entry);
    if (uid >= network.uids) {
      continue;
    }
    let limit = vectors[vector_at(CONSENSUS, network.firstUid, uid)];
    let fraction = weights[firstCell + uid];
    if (!has_weight_for_bonds(network, bonds[firstCell + uid], fraction, limit, ZERO)) {
      continue;
    }
    if (uid < next) {
      bonds[firstCell + uid] |= WEIGHT_HIDDEN;
    } else {
      next = uid + 1u;
    }
  }
  next = 0u;
  for (var entry = row.bond; entry < row.bondEnd; entry++) {
    let uid = stored_bond(network.bondUids + entry);
    if (is_cut_off(network, uid)) {
      continue;
    }
    if (uid >= next) {
      next = uid + 1u;
    } else if (uid < network.uids) {
      bonds[firstCell + uid] |= BOND_HIDDEN;
    }
  }
}

// Whether all of a narrow network's alphas are above 0 and below one, and what bonds follow is a weight as it is or clipped.
fn has_narrow_liquid(network: Network) -> bool {
  let isEnd = all(network.penalty == ZERO) || all(network.penalty == ONE);
  let isRange = network.alphaLow.x > 0u && less(network.alphaLow, network.alphaHigh);
  return is_narrow(network) && isEnd && isRange;
}

struct Argument {
  magnitude: vec2<u32>,
  negative: bool,
}

// The sigmoid's argument by fractions. Of the greater one 2^32 stands for FULL, which is one less.
fn argument_of(exponent: vec2<u32>, exponentIsNegative: bool, consensus: u32, weight: u32, bond: u32) -> Argument {
  let apart = select(weight - min(weight, consensus), bond - weight, weight < bond);
  let more = u32(apart != 0u && max(weight, bond) == FULL);
  let isBelowHalf = apart < 0x80000000u;
  let offset = select(apart - 0x80000000u + more, 0x80000000u - apart - more, isBelowHalf);
  let offsetHalves = halves(offset);
  let whole = vec2<u32>(offset * exponent.y, upper_of_half(exponent.y, offsetHalves));
  let product = u64_add(whole, vec2<u32>(upper_product(offsetHalves, halves(exponent.x)), 0u));
  let negative = isBelowHalf != exponentIsNegative;
  // Toward minus infinity.
  return Argument(u64_add(product, vec2<u32>(u32(negative && offset * exponent.x != 0u), 0u)), negative);
}

// An entry whose sigmoid is open, and the sign of its argument, whose magnitude is in the place of its average.
const OPEN = 0x80000u;
const OPEN_NEGATIVE = 0x100000u;

fn narrow_liquid_average(network: Network, fresh: u32, bond: u32, sigmoid: u32) -> vec2<u32> {
  let range = u64_sub(network.alphaHigh, network.alphaLow);
  let alpha = network.alphaLow.x + select(upper_product(halves(sigmoid), halves(range.x)), sigmoid, range.y != 0u);
  let kept = bond_part(bond, 0u - alpha, halves(0u - alpha));
  let sum = kept + part_of(fresh, alpha, halves(alpha));
  return vec2<u32>(sum, u32(sum < kept));
}

// The same as below, of a narrow network. Open entries come last, so that those of neighbouring columns are summed up together.
fn narrow_liquid_column(network: Network, uid: u32) {
  let consensus = vectors[vector_at(CONSENSUS, network.firstUid, uid)];
  let limit = consensus.x - consensus.y;
  let comparedRaw = vectors[vector_at(LIQUID_CONSENSUS, network.firstUid, uid)];
  let compared = comparedRaw.x - comparedRaw.y;
  let isClipped = any(network.penalty != ZERO);
  let follows = select(FULL, limit, isClipped);
  let exponent = magnitude(network.sigmoidExponent);
  let exponentIsNegative = is_negative(network.sigmoidExponent);
  var total = ZERO;
  var open = 0u;
  var cell = network.firstCell + uid;
  for (var slot = 0u; slot < network.slots; slot++) {
    let marks = bonds[cell];
    let weight = weights[cell];
    var average = ZERO;
    if ((marks & HAS_WEIGHT) != 0u && !(isClipped && limit == 0u && weight != 0u)) {
      let fresh = min(weight, follows);
      let bond = marks & VALUE;
      let seenWeight = select(fresh, 0u, (marks & WEIGHT_HIDDEN) != 0u);
      let seenBond = select(bond * 65537u, 0u, (marks & BOND_HIDDEN) != 0u);
      let argument = argument_of(exponent, exponentIsNegative, compared, seenWeight, seenBond);
      let sigmoid = sigmoid_unless_open(argument.magnitude, argument.negative);
      if (sigmoid != 0u) {
        average = narrow_liquid_average(network, fresh, bond, sigmoid);
        total = u64_add(total, average);
      } else {
        average = argument.magnitude;
        bonds[cell] = marks | select(OPEN, OPEN | OPEN_NEGATIVE, argument.negative);
        open++;
      }
    }
    averages[cell] = average;
    cell += network.uids;
  }
  cell = network.firstCell + uid;
  let end = network.firstCell + network.slots * network.uids;
  for (; open > 0u; open--) {
    while (cell < end && (bonds[cell] & OPEN) == 0u) {
      cell += network.uids;
    }
    let marks = bonds[cell];
    let growth = exp_of(averages[cell], (marks & OPEN_NEGATIVE) != 0u);
    let sigmoid = inverse_of_raw(u64_add(ONE, growth)).x;
    let average = narrow_liquid_average(network, min(weights[cell], follows), marks & VALUE, sigmoid);
    averages[cell] = average;
    total = u64_add(total, average);
    cell += network.uids;
  }
  put_bonds_total(network, uid, total);
}

// A bond without an entry in the new row disappears. One invocation a column, its rows in order.
@compute @workgroup_size(64)
fn bonds_liquid(@builtin(workgroup_id) group: vec3<u32>, @builtin(num_workgroups) groups: vec3<u32>, @builtin(local_invocation_index) lane: u32) {
  let work = work_of(group, groups);
  if (work.x == NOTHING) {
    return;
  }
  let network = networks[work.x];
  let uid = work.y + lane;
  if (uid >= network.uids || results[network.status + STATUS_LIQUID_RUNS] == 0u) {
    return;
  }
  if (has_narrow_liquid(network)) {
    narrow_liquid_column(network, uid);
    return;
  }
  let limit = vectors[vector_at(CONSENSUS, network.firstUid, uid)];
  let compared = vectors[vector_at(LIQUID_CONSENSUS, network.firstUid, uid)];
  var total = ZERO;
  var cell = network.firstCell + uid;
  for (var slot = 0u; slot < network.slots; slot++) {
    let marks = bonds[cell];
    let fresh = weight_for_bonds(network, weights[cell], limit);
    var average = ZERO;
    if (has_weight_for_bonds(network, marks, weights[cell], limit, fresh)) {
      let old = proportion_from_u16(marks & VALUE);
      let seenWeight = select(fresh, ZERO, (marks & WEIGHT_HIDDEN) != 0u);
      let seenBond = select(old, ZERO, (marks & BOND_HIDDEN) != 0u);
      let alpha = liquid_alpha(network, compared, seenWeight, seenBond);
      let kept = saturating_mul(saturating_sub(ONE, alpha), old);
      let added = maximum(saturating_mul(alpha, fresh), ZERO);
      average = maximum(minimum(saturating_add(kept, added), ONE), ZERO);
    }
    averages[cell] = average;
    total = saturating_add(total, average);
    cell += network.uids;
  }
  put_bonds_total(network, uid, total);
}
