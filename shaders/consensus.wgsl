// The stake-weighted median of each column, and how much of its weights a validator keeps. consensus.md.
// Proof: docs/proofs/median.md
//import narrow
//import sum

// Not a stake: who does not vote.
const NO_VOTE = MIN;

// The active stakes above 0, normalised once more. One workgroup a network.
@compute @workgroup_size(64)
fn voters(@builtin(workgroup_id) group: vec3<u32>, @builtin(num_workgroups) groups: vec3<u32>, @builtin(local_invocation_index) lane: u32) {
  let work = work_of(group, groups);
  if (work.x == NOTHING) {
    return;
  }
  let network = networks[work.x];
  var sum = ZERO;
  for (var uid = lane; uid < network.uids; uid += GROUP) {
    sum = u64_add(sum, maximum(vectors[vector_at(ACTIVE_STAKE, network.firstUid, uid)], ZERO));
  }
  let total = sum_of_group(lane, sum);
  // Limb by limb, so that what does not fit into 64 bits is seen.
  var isWide = 0u;
  var lows = ZERO;
  var highs = ZERO;
  var counts = ZERO;
  for (var uid = lane; uid < network.uids; uid += GROUP) {
    let stake = vectors[vector_at(ACTIVE_STAKE, network.firstUid, uid)];
    var own = NO_VOTE;
    isWide |= stake.y;
    if (less(ZERO, stake)) {
      own = share_of(stake, total);
      isWide |= own.y;
      lows = u64_add(lows, vec2<u32>(own.x, 0u));
      highs = u64_add(highs, vec2<u32>(own.y, 0u));
      counts += vec2<u32>(1u, u32(is_negative(own)));
    }
    vectors[vector_at(VOTER_STAKE, network.firstUid, uid)] = own;
  }
  let sums = sums_of_group(lane, vec4<u32>(lows, highs));
  let count = counts_of_group(lane, counts);
  let wide = count_of_group(lane, u32(isWide != 0u));
  storageBarrier();
  var slotted = 0u;
  for (var slot = lane; slot < network.slots; slot += GROUP) {
    let own = voter_stake(network, slot);
    let stake = select(own.x, 0u, is_negative(own));
    slotted += stake;
    let activeStake = vectors[vector_at(ACTIVE_STAKE, network.firstUid, slot_uid(network.slotRows, slot))];
    vectors[slot_stakes(network) + slot] = vec2<u32>(stake, activeStake.x);
  }
  let slottedSum = count_of_group(lane, slotted);
  if (lane == 0u) {
    let upper = u64_add(sums.zw, vec2<u32>(sums.y, 0u));
    let voterTotal = vec2<u32>(sums.x, upper.x);
    let minority = saturating_sub(voterTotal, network.majority);
    results[network.status + STATUS_VOTERS] = count.x;
    results[network.status + STATUS_PLAIN] = u32(count.y == 0u && upper.y == 0u && upper.x < 0x80000000u);
    results[network.status + STATUS_MINORITY] = minority.x;
    results[network.status + STATUS_MINORITY + 1u] = minority.y;
    results[network.status + STATUS_VOTER_TOTAL] = voterTotal.x;
    results[network.status + STATUS_VOTER_TOTAL + 1u] = voterTotal.y;
    // What sums to at most one; and the minority is at least none and less than all.
    let sumsFit = !less(ONE, total) && !less(ONE, voterTotal);
    let sharesFit = wide == 0u && sumsFit && !is_negative(minority) && less(minority, voterTotal);
    let averagesFit = !is_negative(network.emaAlpha) && !less(ONE, network.emaAlpha) && network.slots < WIDE_LIMIT;
    results[network.status + STATUS_NARROW] = u32(sharesFit && averagesFit);
    results[network.status + STATUS_ABSENT] = voterTotal.x - slottedSum;
  }
}

fn voter_stake(network: Network, slot: u32) -> vec2<u32> {
  return vectors[vector_at(VOTER_STAKE, network.firstUid, slot_uid(network.slotRows, slot))];
}

// The highest score with no more than the minority below it. Where the middle of what is left lies between two scores,
// the search goes on from the nearer of them, so that it halves the scores' range and never misses one.
fn median(network: Network, uid: u32) -> u32 {
  let minority = status_pair(network.status + STATUS_MINORITY);
  var least = NOTHING;
  var greatest = 0u;
  var count = 0u;
  var absent = status_pair(network.status + STATUS_VOTER_TOTAL);
  var cell = network.firstCell + uid;
  for (var slot = 0u; slot < network.slots; slot++) {
    let stake = voter_stake(network, slot);
    if (!is_negative(stake)) {
      least = min(least, weights[cell]);
      greatest = max(greatest, weights[cell]);
      absent = u64_sub(absent, stake);
      count++;
    }
    cell += network.uids;
  }
  if (count < results[network.status + STATUS_VOTERS]) {
    // rows without a slot score 0
    least = 0u;
  }
  if (is_negative(minority)) {
    return least;
  }
  while (least < greatest) {
    let middle = greatest - (greatest - least) / 2u;
    var below = absent;
    var nextBelow = least;
    var nextAbove = greatest;
    cell = network.firstCell + uid;
    for (var slot = 0u; slot < network.slots; slot++) {
      let stake = voter_stake(network, slot);
      if (!is_negative(stake)) {
        let score = weights[cell];
        if (score < middle) {
          below = u64_add(below, stake);
          nextBelow = max(nextBelow, score);
        } else {
          nextAbove = min(nextAbove, score);
        }
      }
      cell += network.uids;
    }
    if (less(minority, below)) {
      greatest = nextBelow;
    } else {
      least = nextAbove;
    }
  }
  return least;
}

// One invocation a column.
@compute @workgroup_size(64)
fn consensus(@builtin(workgroup_id) group: vec3<u32>, @builtin(num_workgroups) groups: vec3<u32>, @builtin(local_invocation_index) lane: u32) {
  let work = work_of(group, groups);
  if (work.x == NOTHING) {
    return;
  }
  let network = networks[work.x];
  let uid = work.y + lane;
  if (uid >= network.uids || results[network.status + STATUS_PLAIN] == 0u || is_narrow(network)) {
    return;
  }
  if (results[network.status + STATUS_VOTERS] > 0u) {
    vectors[vector_at(CONSENSUS, network.firstUid, uid)] = widen(median(network, uid));
  }
}

// The share of its weight that a validator keeps after clipping. One workgroup a row.
@compute @workgroup_size(64)
fn validator_trust(@builtin(workgroup_id) group: vec3<u32>, @builtin(num_workgroups) groups: vec3<u32>, @builtin(local_invocation_index) lane: u32) {
  let work = work_of(group, groups);
  if (work.x == NOTHING) {
    return;
  }
  let network = networks[work.x];
  if (is_narrow_for_all(network, lane)) {
    return;
  }
  let firstCell = network.firstCell + work.y * network.uids;
  var sum = ZERO;
  for (var uid = lane; uid < network.uids; uid += GROUP) {
    let limit = vectors[vector_at(CONSENSUS, network.firstUid, uid)];
    sum = u64_add(sum, minimum(widen(weights[firstCell + uid]), limit));
  }
  let trust = sum_of_group(lane, sum);
  if (lane == 0u) {
    vectors[vector_at(VALIDATOR_TRUST, network.firstUid, slot_uid(network.slotRows, work.y))] = trust;
  }
}
