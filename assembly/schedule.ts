/** When subnets run their epochs. schedule.md */
import { saturatingAddU64, saturatingSubU64 } from "./fixed/u64";
import { item } from "./list";

/** Blocks without a step after which a subnet runs in any case, up to the rule that made it the tempo. */
const SAFETY_NET_BLOCKS: u64 = 50_400;

@inline
function safetyNet(tempo: u32, atTempo: bool): u64 {
  return atTempo ? <u64>tempo : SAFETY_NET_BLOCKS;
}

/** `netAtTempo`: the safety net lies right after the tempo (spec 475). */
@inline
export function shouldRun(
  tempo: u32,
  lastEpochBlock: u64,
  pendingEpochAt: u64,
  blocksSinceLastStep: u64,
  block: u64,
  netAtTempo: bool,
): bool {
  if (tempo == 0) return false;
  if (pendingEpochAt > 0 && block >= pendingEpochAt) return true;
  if (blocksSinceLastStep > safetyNet(tempo, netAtTempo)) return true;
  return saturatingSubU64(block, lastEpochBlock) >= <u64>tempo;
}

/** 2^64-1 where the tempo is 0. */
export function blocksUntilNextAuto(tempo: u32, lastEpochBlock: u64, block: u64): u64 {
  return tempo == 0 ? u64.MAX_VALUE : saturatingSubU64(saturatingAddU64(lastEpochBlock, tempo), block);
}

/** Where the tempo is not 0. */
export function nextEpochStart(tempo: u32, lastEpochBlock: u64, pendingEpochAt: u64): u64 {
  const next = saturatingAddU64(lastEpochBlock, tempo);
  return pendingEpochAt > 0 && pendingEpochAt < next ? pendingEpochAt : next;
}

/** The old modulo rule; 0 = now. The addition wraps up to spec 152 and from 233 on, and clamps between. */
export function blocksUntilNextEpochOld(netuid: u32, tempo: u32, block: u64, wraps: bool, tempoZeroBlocks: u64): u64 {
  if (tempo == 0) return tempoZeroBlocks;
  const shift = <u64>netuid + 1;
  const shifted = wraps ? block + shift : saturatingAddU64(block, shift);
  return <u64>tempo - (shifted % (<u64>tempo + 1));
}

// What a subnet can do in a block.
export const RUN: u32 = 0;
export const SKIPPED: u32 = 1;
export const DEFERRED: u32 = 2;

/** Of a subnet in `scheduleBlock`: u64 last epoch block, pending block, blocks since the last step, epoch index. */
const STATE_WORDS: usize = 4;
const LAST_EPOCH_BLOCK: usize = 0;
const PENDING_EPOCH_AT: usize = 8;
const BLOCKS_SINCE_LAST_STEP: usize = 16;
const EPOCH_INDEX: usize = 24;

@inline
function stateOf(states: usize, index: u32): usize {
  return states + (<usize>index) * STATE_WORDS * 8;
}

@inline
function isDue(tempos: usize, states: usize, index: u32, block: u64, netAtTempo: bool): bool {
  const state = stateOf(states, index);
  return shouldRun(
    item(tempos, index), load<u64>(state, LAST_EPOCH_BLOCK), load<u64>(state, PENDING_EPOCH_AT),
    load<u64>(state, BLOCKS_SINCE_LAST_STEP), block, netAtTempo,
  );
}

/** Epochs allowed in a block: one where a Null subnet other than root is due before any counter moves. */
export function blockCap(count: u32, netuids: usize, tempos: usize, nullConsensus: usize, states: usize, block: u64, cap: u32): u32 {
  for (let i: u32 = 0; i < count; i++) {
    if (item(netuids, i) != 0 && load<u8>(nullConsensus + i) && isDue(tempos, states, i, block, true)) return min(cap, 1);
  }
  return cap;
}

/** The subnets that the block's reveals expect to be deferred, with the counters as they stand; returns their number. */
export function deferredBeforeDrain(
  count: u32,
  tempos: usize,
  consistent: usize,
  states: usize,
  block: u64,
  cap: u32,
  netAtTempo: bool,
  deferred: usize,
): u32 {
  let counted: u32 = 0;
  let deferredCount: u32 = 0;
  for (let i: u32 = 0; i < count; i++) {
    if (!isDue(tempos, states, i, block, netAtTempo)) continue;
    if (counted >= cap) store<u32>(deferred + ((<usize>(deferredCount++)) << 2), i);
    else if (load<u8>(consistent + i)) counted++;
  }
  return deferredCount;
}

/** One block: counters move first, then due subnets run, are skipped or wait. Events as (subnet, what) u32 pairs. */
export function scheduleBlock(
  count: u32,
  tempos: usize,
  consistent: usize,
  states: usize,
  block: u64,
  cap: u32,
  netAtTempo: bool,
  events: usize,
): u32 {
  let ran: u32 = 0;
  let eventCount: u32 = 0;
  for (let i: u32 = 0; i < count; i++) {
    const state = stateOf(states, i);
    const counter = saturatingAddU64(load<u64>(state, BLOCKS_SINCE_LAST_STEP), 1);
    const limit = netAtTempo ? <u64>item(tempos, i) + 1 : u64.MAX_VALUE;
    store<u64>(state, min(counter, limit), BLOCKS_SINCE_LAST_STEP);
    if (!isDue(tempos, states, i, block, netAtTempo)) continue;
    const event = events + ((<usize>(eventCount++)) << 3);
    store<u32>(event, i);
    if (ran >= cap) {
      store<u64>(state, saturatingAddU64(block, 1), PENDING_EPOCH_AT);
      store<u32>(event, DEFERRED, 4);
      continue;
    }
    const runs = load<u8>(consistent + i) != 0;
    if (runs) {
      store<u64>(state, 0, BLOCKS_SINCE_LAST_STEP);
      ran++;
    }
    store<u32>(event, runs ? RUN : SKIPPED, 4);
    store<u64>(state, block, LAST_EPOCH_BLOCK);
    store<u64>(state, 0, PENDING_EPOCH_AT);
    store<u64>(state, saturatingAddU64(load<u64>(state, EPOCH_INDEX), 1), EPOCH_INDEX);
  }
  return eventCount;
}
