// The median where sums of hostile stakes wrap: the chain's own search, pivots by position and sums in order. consensus.md 3.
// One invocation a column; none in any network whose stakes add up.
//import cells

// No search over a network that stakes less than 2^63 rao comes here at all.
const STEPS_LIMIT = 256u;

struct Sides {
  pivot: u32,
  voters: u32,
  belowVoters: u32,
  aboveVoters: u32,
  belowStake: vec2<u32>,
  aboveStake: vec2<u32>,
}

// The voters whose score lies strictly between two others (64-bit, so that both ends can be outside), in order of uid:
// how many there are, the score of the one at `position`, and with `split` what is on its either side.
fn voters_between(network: Network, uid: u32, low: vec2<u32>, high: vec2<u32>, position: u32, pivot: u32) -> Sides {
  var sides = Sides(0u, 0u, 0u, 0u, ZERO, ZERO);
  var slot = 0u;
  for (var voter = 0u; voter < network.uids; voter++) {
    var score = 0u;
    if (slot < network.slots && slot_uid(network.slotRows, slot) == voter) {
      score = weights[network.firstCell + slot * network.uids + uid];
      slot++;
    }
    let votes = less(ZERO, vectors[vector_at(ACTIVE_STAKE, network.firstUid, voter)]);
    // One more than the score, so that 0 can be below all.
    let place = u64_add(vec2<u32>(score, 0u), vec2<u32>(1u, 0u));
    if (votes && u64_less(low, place) && u64_less(place, high)) {
      if (sides.voters == position) {
        sides.pivot = score;
      }
      sides.voters++;
      let stake = vectors[vector_at(VOTER_STAKE, network.firstUid, voter)];
      if (score < pivot) {
        sides.belowVoters++;
        sides.belowStake = saturating_add(sides.belowStake, stake);
      } else if (score > pivot) {
        sides.aboveVoters++;
        sides.aboveStake = saturating_add(sides.aboveStake, stake);
      }
    }
  }
  return sides;
}

@compute @workgroup_size(64)
fn consensus_search(@builtin(workgroup_id) group: vec3<u32>, @builtin(num_workgroups) groups: vec3<u32>, @builtin(local_invocation_index) lane: u32) {
  let work = work_of(group, groups);
  if (work.x == NOTHING) {
    return;
  }
  let network = networks[work.x];
  let uid = work.y + lane;
  if (uid >= network.uids || results[network.status + STATUS_PLAIN] != 0u || results[network.status + STATUS_VOTERS] == 0u) {
    return;
  }
  let minority = status_pair(network.status + STATUS_MINORITY);
  var low = ZERO;
  var high = vec2<u32>(1u, 1u);
  var belowAll = ZERO;
  var upToAll = status_pair(network.status + STATUS_VOTER_TOTAL);
  var count = results[network.status + STATUS_VOTERS];
  for (var step = 0u; step < STEPS_LIMIT; step++) {
    let pivot = voters_between(network, uid, low, high, count / 2u, 0u).pivot;
    let place = u64_add(vec2<u32>(pivot, 0u), vec2<u32>(1u, 0u));
    let sides = voters_between(network, uid, low, high, 0u, pivot);
    let upToBelow = saturating_add(belowAll, sides.belowStake);
    let upToPivot = saturating_sub(upToAll, sides.aboveStake);
    if (count > 1u && less(minority, upToBelow) && sides.belowVoters > 0u) {
      high = place;
      upToAll = upToBelow;
      count = sides.belowVoters;
    } else if (count > 1u && !less(minority, upToPivot) && sides.aboveVoters > 0u) {
      low = place;
      belowAll = upToPivot;
      count = sides.aboveVoters;
    } else {
      vectors[vector_at(CONSENSUS, network.firstUid, uid)] = widen(pivot);
      return;
    }
  }
  results[network.status + STATUS_GUARD] = GUARD_MEDIAN_STEPS;
}
