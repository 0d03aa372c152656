// Narrow networks: all that one invocation does for its column, from the median to the averaged bonds. consensus.md,
// incentive.md, bonds.md.
// Proof: docs/proofs/median.md
// Proof: docs/proofs/digits.md
//import averages
//import narrow

// Rounds in which the next score is guessed from the stake on both sides; then what lies between is halved.
const GUESSES = 6u;

// The lowest score up to which there is more stake than the minority. Of scores from `low` to `high` it is one; `below` is
// the stake on scores below `low`, `upTo` that on scores up to `high`.
fn narrow_median(network: Network, uid: u32) -> u32 {
  let minority = results[network.status + STATUS_MINORITY];
  let absent = results[network.status + STATUS_ABSENT];
  let stakes = slot_stakes(network);
  let end = stakes + network.slots;
  var below = absent;
  var low = FULL;
  var high = 0u;
  var cell = network.firstCell + uid;
  for (var at = stakes; at < end; at++) {
    let stake = vectors[at].x;
    let score = weights[cell];
    below += select(0u, stake, score == 0u);
    low = min(low, score);
    high = max(high, select(score, 0u, stake == 0u));
    cell += network.uids;
  }
  // Where nobody with stake scores above 0, all stake is below; that of one whole does not fit.
  if (high == 0u || below > minority) {
    return 0u;
  }
  low = max(low, 1u);
  var upTo = results[network.status + STATUS_VOTER_TOTAL];
  for (var round = 0u; low < high; round++) {
    let gap = high - low - 1u;
    // Where it looks, not what it finds, depends on a float. One more, as one whole is 0 here.
    let guess = f32(gap) * (f32(minority - below) / (f32(upTo - below - 1u) + 1.0));
    let pivot = low + 1u + select(gap >> 1u, min(u32(guess), gap), round < GUESSES);
    var belowPivot = absent;
    // From the pivot on upwards, and with the scores below it behind all others.
    var nearest = FULL;
    var farthest = 0u;
    cell = network.firstCell + uid;
    for (var at = stakes; at < end; at++) {
      let score = weights[cell];
      let beyond = score - pivot;
      belowPivot += select(0u, vectors[at].x, score < pivot);
      nearest = min(nearest, beyond);
      farthest = max(farthest, beyond);
      cell += network.uids;
    }
    if (belowPivot > minority) {
      high = pivot + farthest;
      upTo = belowPivot;
    } else {
      low = pivot + nearest;
      below = belowPivot;
    }
  }
  return low;
}

// The sum of a column's clipped weights, each times active stake. At most one, which does not fit: but with a consensus of
// one there is stake on it.
fn rank_of(sum: u32, limit: u32) -> vec2<u32> {
  return vec2<u32>(sum, u32(sum == 0u && limit == FULL));
}

fn rank_alone(network: Network, uid: u32, limit: u32) -> vec2<u32> {
  let stakes = slot_stakes(network);
  var rank = 0u;
  var cell = network.firstCell + uid;
  for (var at = stakes; at < stakes + network.slots; at++) {
    let stake = vectors[at].y;
    rank += part_of(min(weights[cell], limit), stake, halves(stake));
    cell += network.uids;
  }
  return rank_of(rank, limit);
}

// The rank, and the averages of weights and bonds in Yuma3; `follows` is what they are clipped to.
fn constant_column(network: Network, uid: u32, limit: u32, follows: u32) -> vec2<u32> {
  let stakes = slot_stakes(network);
  let alpha = halves(network.emaAlpha.x);
  let rest = halves(network.emaRest.x);
  var rank = 0u;
  var total = ZERO;
  var cell = network.firstCell + uid;
  for (var at = stakes; at < stakes + network.slots; at++) {
    let stake = vectors[at].y;
    let weight = weights[cell];
    rank += part_of(min(weight, limit), stake, halves(stake));
    let fresh = part_of(min(weight, follows), network.emaAlpha.x, alpha);
    let sum = fresh + bond_part(bonds[cell] & VALUE, network.emaRest.x, rest);
    // At most one, which carries.
    let average = vec2<u32>(sum, u32(sum < fresh));
    averages[cell] = average;
    total = u64_add(total, average);
    cell += network.uids;
  }
  put_bonds_total(network, uid, total);
  return rank_of(rank, limit);
}

// A stored bond's share of its column. From 2^31 on the sum, an integer, saturates: bond x 2^64 / (2^63 - 1) is twice the bond.
fn bond_share(bond: u32, sum: u32, inverse: f32) -> vec2<u32> {
  if (sum >= 0x80000000u) {
    return vec2<u32>(2u * bond, 0u);
  }
  if (bond == sum) {
    return select(ONE, ZERO, bond == 0u);
  }
  return vec2<u32>(quotient(bond, sum, inverse), 0u);
}

// A share's part by a factor below one.
fn part_of_share(share: vec2<u32>, factor: u32, factorHalves: vec2<u32>) -> u32 {
  return select(upper_product(halves(share.x), factorHalves), factor, share.y != 0u);
}

// The averages of stake-weighted weights and bonds, each as shares of the column, in the classic form, and their shares of the
// column again: these are left behind, without a total, so that no stage has to divide. Returns the sum of the weights.
fn classic_column(network: Network, uid: u32, follows: u32) -> vec2<u32> {
  let stakes = slot_stakes(network);
  let end = stakes + network.slots;
  let firstCell = network.firstCell + uid;
  var sum = 0u;
  var some = 0u;
  var bondSum = 0u;
  var cell = firstCell;
  for (var at = stakes; at < end; at++) {
    let stake = vectors[at].y;
    let staked = part_of(min(weights[cell], follows), stake, halves(stake));
    let bond = bonds[cell] & VALUE;
    sum += staked;
    some |= staked;
    bondSum += bond;
    averages[cell] = vec2<u32>(staked, bond);
    cell += network.uids;
  }
  // One whole does not fit.
  let staked = vec2<u32>(sum, u32(sum == 0u && some != 0u));
  let freshDivisor = divisor_of(staked);
  let bondInverse = inverse_of(bondSum);
  let alpha = halves(network.emaAlpha.x);
  let rest = halves(network.emaRest.x);
  var total = ZERO;
  var greatest = 0u;
  cell = firstCell;
  for (var at = stakes; at < end; at++) {
    let entry = averages[cell];
    let fresh = part_of_share(share_within(vec2<u32>(entry.x, 0u), freshDivisor), network.emaAlpha.x, alpha);
    let average = fresh + part_of_share(bond_share(entry.y, bondSum, bondInverse), network.emaRest.x, rest);
    let whole = vec2<u32>(average, u32(average < fresh));
    averages[cell] = whole;
    total = u64_add(total, whole);
    greatest = max(greatest, average);
    cell += network.uids;
  }
  // Beside an average of one there is no other.
  let divisor = divisor_of(total);
  let largest = select(vec2<u32>(greatest, 0u), total, greatest == 0u);
  vectors[vector_at(BONDS_MAXIMUM, network.firstUid, uid)] = share_within(largest, divisor);
  cell = firstCell;
  for (var at = stakes; at < end; at++) {
    averages[cell] = share_within(averages[cell], divisor);
    cell += network.uids;
  }
  put_bonds_total(network, uid, ZERO);
  return staked;
}

// What bonds follow of a weight is at most this.
fn followed(network: Network, limit: u32) -> u32 {
  return select(FULL, limit, any(network.penalty != ZERO));
}

// One invocation a column.
@compute @workgroup_size(64)
fn columns_yuma3(@builtin(workgroup_id) group: vec3<u32>, @builtin(num_workgroups) groups: vec3<u32>, @builtin(local_invocation_index) lane: u32) {
  let work = work_of(group, groups);
  if (work.x == NOTHING) {
    return;
  }
  let network = networks[work.x];
  let uid = work.y + lane;
  if (uid >= network.uids || !is_narrow(network) || (network.flags & YUMA3) == 0u) {
    return;
  }
  let limit = narrow_median(network, uid);
  vectors[vector_at(CONSENSUS, network.firstUid, uid)] = widen(limit);
  var rank = ZERO;
  if (has_narrow_columns(network)) {
    rank = constant_column(network, uid, limit, followed(network, limit));
  } else {
    rank = rank_alone(network, uid, limit);
  }
  vectors[vector_at(INCENTIVE, network.firstUid, uid)] = rank;
}

// The same of a network in the classic form.
@compute @workgroup_size(64)
fn columns_classic(@builtin(workgroup_id) group: vec3<u32>, @builtin(num_workgroups) groups: vec3<u32>, @builtin(local_invocation_index) lane: u32) {
  let work = work_of(group, groups);
  if (work.x == NOTHING) {
    return;
  }
  let network = networks[work.x];
  let uid = work.y + lane;
  if (uid >= network.uids || !is_narrow(network) || (network.flags & YUMA3) != 0u) {
    return;
  }
  let limit = narrow_median(network, uid);
  vectors[vector_at(CONSENSUS, network.firstUid, uid)] = widen(limit);
  let follows = followed(network, limit);
  var rank = ZERO;
  if (has_narrow_columns(network)) {
    rank = classic_column(network, uid, follows);
  }
  // What the bonds follow is clipped as the ranks are, or has no part in them.
  if (!has_narrow_columns(network) || follows != limit) {
    rank = rank_alone(network, uid, limit);
  }
  vectors[vector_at(INCENTIVE, network.firstUid, uid)] = rank;
}
