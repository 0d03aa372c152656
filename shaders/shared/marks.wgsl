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

// Whether row i's weight on uid j is older than j's registration, or was committed before it.
fn is_outdated(network: Network, i: u32, j: u32) -> bool {
  let registered = state_u64(network.blockAtRegistration, j);
  let committedBefore = (network.flags & COMMIT_REVEAL) != 0u && u64_less(state_u64(network.commitBlocks, i), registered);
  return committedBefore || !u64_less(registered, state_u64(network.lastUpdate, i));
}

// Whether the bonds on uid j end with its registration at or after the cutoff; outside the network there is none.
fn is_cut_off(network: Network, j: u32) -> bool {
  var registered = ZERO;
  if (j < network.uids) {
    registered = state_u64(network.blockAtRegistration, j);
  }
  return !u64_less(registered, network.bondsCutoff);
}
