// Which uids and entries count. masks.md 1, 2, weights.md.
//import network

fn is_active(network: Network, uid: u32) -> bool {
  let until = u64_saturating_add(state_u64(network.lastUpdate, uid), network.activityCutoff);
  return !u64_less(until, network.currentBlock);
}

// The owner's is always on.
fn has_permit(network: Network, uid: u32) -> bool {
  let stored = (state[network.validatorPermits + (uid >> 2u)] >> (8u * (uid & 3u))) & 0xffu;
  return stored != 0u || uid == network.ownerUid;
}

// Row i's weights on uids that registered at this block or later are older than they, or were committed before they were
// there. Whoever registers in the last block of all is later than any row, so that the sum may saturate.
fn outdated_from(network: Network, i: u32) -> vec2<u32> {
  let updated = state_u64(network.lastUpdate, i);
  if ((network.flags & COMMIT_REVEAL) == 0u) {
    return updated;
  }
  let behindCommit = u64_saturating_add(state_u64(network.commitBlocks, i), vec2<u32>(1u, 0u));
  return select(updated, behindCommit, u64_less(behindCommit, updated));
}

// Whether the bonds on uid j end with its registration at or after the cutoff; outside the network there is none.
fn is_cut_off(network: Network, j: u32) -> bool {
  var registered = ZERO;
  if (j < network.uids) {
    registered = state_u64(network.blockAtRegistration, j);
  }
  return !u64_less(registered, network.bondsCutoff);
}
