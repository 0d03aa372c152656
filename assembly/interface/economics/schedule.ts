/** When subnets run their epochs. schedule.md */
import { saturatingAddU64 } from "../../fixed/u64";
import { allocate } from "../../heap";
import { item } from "../../list";
import {
  blockCap,
  blocksUntilNextAuto,
  blocksUntilNextEpochOld,
  deferredBeforeDrain,
  nextEpochStart,
  scheduleBlock,
  shouldRun,
} from "../../schedule";
import {
  answer,
  beginAnswer,
  column16,
  columnFlags,
  endAnswer,
  givenFlag,
  givenU16,
  givenU32,
  givenU64,
  hasRoom,
  itemCount,
  items,
  newList,
  refuseMemory,
  refuseValue,
} from "../answer";
import { given } from "../message";
import * as layout from "../economicsLayouts";
import { MOST_VALUES } from "../limits";

// The messages of `schedule` and `schedule475` are the same.

function runs(netAtTempo: bool): bool {
  return shouldRun(
    givenU16(layout.SCHEDULE_IN_TEMPO), givenU64(layout.SCHEDULE_IN_LAST_EPOCH_BLOCK), givenU64(layout.SCHEDULE_IN_PENDING_EPOCH_AT),
    givenU64(layout.SCHEDULE_IN_BLOCKS_SINCE_LAST_STEP), givenU64(layout.SCHEDULE_IN_BLOCK), netAtTempo,
  );
}

export function answerSchedule(): u32 {
  const tempo = givenU16(layout.SCHEDULE_IN_TEMPO);
  const last = givenU64(layout.SCHEDULE_IN_LAST_EPOCH_BLOCK);
  beginAnswer(layout.SCHEDULE_OUT_SIZE);
  store<u8>(answer(layout.SCHEDULE_OUT_SHOULD_RUN), <u8>runs(false));
  store<u64>(answer(layout.SCHEDULE_OUT_BLOCKS_UNTIL_NEXT_AUTO), blocksUntilNextAuto(tempo, last, givenU64(layout.SCHEDULE_IN_BLOCK)));
  if (tempo != 0) {
    const next = nextEpochStart(tempo, last, givenU64(layout.SCHEDULE_IN_PENDING_EPOCH_AT));
    store<u8>(answer(layout.SCHEDULE_OUT_NEXT_EPOCH_START), 1);
    store<u64>(answer(layout.SCHEDULE_OUT_NEXT_EPOCH_START_VALUE), next);
  }
  return endAnswer(layout.SCHEDULE);
}

export function answerSchedule475(): u32 {
  beginAnswer(layout.SCHEDULE_475_OUT_SIZE);
  store<u8>(answer(layout.SCHEDULE_475_OUT_SHOULD_RUN), <u8>runs(true));
  return endAnswer(layout.SCHEDULE_475);
}

/** The position of "wrapping" among the variants. */
const WRAPPING: u8 = 1;

export function answerScheduleOld(): u32 {
  beginAnswer(layout.SCHEDULE_OLD_OUT_SIZE);
  const left = blocksUntilNextEpochOld(
    givenU16(layout.SCHEDULE_OLD_IN_NETUID), givenU16(layout.SCHEDULE_OLD_IN_TEMPO), givenU64(layout.SCHEDULE_OLD_IN_BLOCK),
    load<u8>(given(layout.SCHEDULE_OLD_IN_VARIANT)) == WRAPPING, givenU64(layout.SCHEDULE_OLD_IN_TEMPO_ZERO_BLOCKS),
  );
  store<u64>(answer(layout.SCHEDULE_OLD_OUT_BLOCKS_UNTIL_NEXT_EPOCH), left);
  return endAnswer(layout.SCHEDULE_OLD);
}

// Of a simulation. Its messages agree up to the flag of null consensus, which is behind all else of a subnet.

/** What is laid out for a subnet in a block, for a block and for a subnet, with all that the answer has of each, is less. */
const TICK_BYTES: u64 = 64;
const BLOCK_BYTES: u64 = 64;
const SUBNET_BYTES: u64 = 160;

const EVENT_BYTES = layout.SCHEDULE_SIM_OUT_EVENTS_SIZE;
const WAITING_BYTES = layout.SCHEDULE_SIM_OUT_DEFERRED_BEFORE_DRAIN_SIZE;

let count: u32 = 0;
let blocks: u32 = 0;
let stride: usize = 0;
let subnets: usize = 0;
/** four u64 a subnet */
let states: usize = 0;

/** In the answer's form; of `waiting` the lists lie one behind another in `waitingNetuids`, each with its place and length in it. */
let events: usize = 0;
let eventCount: u32 = 0;
let waiting: usize = 0;
let waitingCount: u32 = 0;
let waitingNetuids: usize = 0;
let waitingNetuidCount: u32 = 0;
/** u32 a block */
let caps: usize = 0;

export function answerScheduleSim(): u32 {
  if (mostBlocks() < givenU64(layout.SCHEDULE_SIM_IN_BLOCKS)) return refuseBlocks();
  if (!simulate(layout.SCHEDULE_SIM_IN_SUBNETS_SIZE, 0)) return refuseMemory();
  beginAnswer(layout.SCHEDULE_SIM_OUT_SIZE);
  writeBlocks(layout.SCHEDULE_SIM_OUT_EVENTS, layout.SCHEDULE_SIM_OUT_DEFERRED_BEFORE_DRAIN);
  writeFinal(layout.SCHEDULE_SIM_OUT_FINAL);
  return endAnswer(layout.SCHEDULE_SIM);
}

export function answerScheduleSim475(): u32 {
  if (mostBlocks() < givenU64(layout.SCHEDULE_SIM_475_IN_BLOCKS)) return refuseBlocks();
  if (!simulate(layout.SCHEDULE_SIM_475_IN_SUBNETS_SIZE, layout.SCHEDULE_SIM_475_IN_SUBNETS_NULL_CONSENSUS)) return refuseMemory();
  beginAnswer(layout.SCHEDULE_SIM_475_OUT_SIZE);
  writeBlocks(layout.SCHEDULE_SIM_475_OUT_EVENTS, layout.SCHEDULE_SIM_475_OUT_DEFERRED_BEFORE_DRAIN);
  memory.copy(newList(answer(layout.SCHEDULE_SIM_475_OUT_CAPS), blocks, 4), caps, (<usize>blocks) << 2);
  writeFinal(layout.SCHEDULE_SIM_475_OUT_FINAL);
  return endAnswer(layout.SCHEDULE_SIM_475);
}

/** Every subnet may do something in every block. */
function mostBlocks(): u64 {
  return MOST_VALUES / <u64>max(itemCount(given(layout.SCHEDULE_SIM_IN_SUBNETS)), 1);
}

function refuseBlocks(): u32 {
  return refuseValue(layout.SCHEDULE_SIM_FIELD_BLOCKS, given(layout.SCHEDULE_SIM_IN_BLOCKS));
}

/** `nullConsensus`: where the flag is in a subnet, 0 where there is none. False where memory does not suffice. */
function simulate(subnetBytes: usize, nullConsensus: usize): bool {
  const reference = given(layout.SCHEDULE_SIM_IN_SUBNETS);
  stride = subnetBytes;
  subnets = items(reference);
  count = itemCount(reference);
  blocks = <u32>givenU64(layout.SCHEDULE_SIM_IN_BLOCKS);
  const ticks = blocks * count;
  if (!hasRoom(<u64>ticks * TICK_BYTES + <u64>blocks * BLOCK_BYTES + <u64>count * SUBNET_BYTES)) return false;
  const netuids = column16(subnets + layout.SCHEDULE_SIM_IN_SUBNETS_NETUID, count, stride);
  const tempos = column16(subnets + layout.SCHEDULE_SIM_IN_SUBNETS_TEMPO, count, stride);
  const consistent = columnFlags(subnets + layout.SCHEDULE_SIM_IN_SUBNETS_CONSISTENT, count, stride);
  const isNull = columnFlags(subnets + nullConsensus, count, stride);
  takeStates();
  layOutResults(ticks);

  const netAtTempo = nullConsensus != 0;
  const cap = givenU32(layout.SCHEDULE_SIM_IN_CAP);
  const happened = allocate((<usize>count) << 3);
  for (let step: u32 = 0; step < blocks; step++) {
    const block = saturatingAddU64(givenU64(layout.SCHEDULE_SIM_IN_START_BLOCK), step);
    const allowed = netAtTempo ? blockCap(count, netuids, tempos, isNull, states, block, cap) : cap;
    store<u32>(caps + ((<usize>step) << 2), allowed);
    noteWaiting(block, netuids, happened, deferredBeforeDrain(count, tempos, consistent, states, block, allowed, netAtTempo, happened));
    noteEvents(block, netuids, happened, scheduleBlock(count, tempos, consistent, states, block, allowed, netAtTempo, happened));
  }
  return true;
}

/** The four are one behind another in a subnet, in the order in which the kernel has them. */
const STATE_BYTES: usize = 32;

function takeStates(): void {
  states = allocate(<usize>count * STATE_BYTES);
  for (let i: usize = 0; i < <usize>count; i++) {
    memory.copy(states + i * STATE_BYTES, subnets + i * stride + layout.SCHEDULE_SIM_IN_SUBNETS_LAST_EPOCH_BLOCK, STATE_BYTES);
  }
}

/** For as much as can happen. */
function layOutResults(ticks: u32): void {
  events = allocate(<usize>ticks * EVENT_BYTES);
  waiting = allocate(<usize>blocks * WAITING_BYTES);
  waitingNetuids = allocate((<usize>ticks) << 1);
  caps = allocate((<usize>blocks) << 2);
  eventCount = 0;
  waitingCount = 0;
  waitingNetuidCount = 0;
}

/** `positions` are u32. */
function noteWaiting(block: u64, netuids: usize, positions: usize, positionCount: u32): void {
  if (positionCount == 0) return;
  const noted = waiting + <usize>(waitingCount++) * WAITING_BYTES;
  store<u64>(noted, block, layout.SCHEDULE_SIM_OUT_DEFERRED_BEFORE_DRAIN_0);
  store<u32>(noted, waitingNetuidCount, layout.SCHEDULE_SIM_OUT_DEFERRED_BEFORE_DRAIN_1);
  store<u32>(noted, positionCount, layout.SCHEDULE_SIM_OUT_DEFERRED_BEFORE_DRAIN_1 + 4);
  for (let i: u32 = 0; i < positionCount; i++) {
    store<u16>(waitingNetuids + ((<usize>(waitingNetuidCount++)) << 1), <u16>item(netuids, item(positions, i)));
  }
}

/** `pairs` are a position and what happened, u32 each. */
function noteEvents(block: u64, netuids: usize, pairs: usize, pairCount: u32): void {
  for (let i: u32 = 0; i < pairCount; i++) {
    const event = events + <usize>(eventCount++) * EVENT_BYTES;
    store<u64>(event, block, layout.SCHEDULE_SIM_OUT_EVENTS_0);
    store<u16>(event, <u16>item(netuids, item(pairs, 2 * i)), layout.SCHEDULE_SIM_OUT_EVENTS_1);
    store<u8>(event, <u8>item(pairs, 2 * i + 1), layout.SCHEDULE_SIM_OUT_EVENTS_2);
  }
}

function writeBlocks(eventsField: usize, waitingField: usize): void {
  memory.copy(newList(answer(eventsField), eventCount, EVENT_BYTES), events, <usize>eventCount * EVENT_BYTES);
  const written = newList(answer(waitingField), waitingCount, WAITING_BYTES);
  for (let i: usize = 0; i < <usize>waitingCount; i++) {
    const noted = waiting + i * WAITING_BYTES;
    const place = written + i * WAITING_BYTES;
    store<u64>(place, load<u64>(noted, layout.SCHEDULE_SIM_OUT_DEFERRED_BEFORE_DRAIN_0), layout.SCHEDULE_SIM_OUT_DEFERRED_BEFORE_DRAIN_0);
    const reference = noted + layout.SCHEDULE_SIM_OUT_DEFERRED_BEFORE_DRAIN_1;
    const netuidCount = load<u32>(reference, 4);
    const list = newList(place + layout.SCHEDULE_SIM_OUT_DEFERRED_BEFORE_DRAIN_1, netuidCount, 2);
    memory.copy(list, waitingNetuids + ((<usize>load<u32>(reference)) << 1), (<usize>netuidCount) << 1);
  }
}

function writeFinal(field: usize): void {
  const each = layout.SCHEDULE_SIM_OUT_FINAL_SIZE;
  const first = newList(answer(field), count, each);
  for (let i: usize = 0; i < <usize>count; i++) {
    const given = subnets + i * stride;
    const subnet = first + i * each;
    store<u16>(subnet, load<u16>(given, layout.SCHEDULE_SIM_IN_SUBNETS_NETUID), layout.SCHEDULE_SIM_OUT_FINAL_NETUID);
    store<u16>(subnet, load<u16>(given, layout.SCHEDULE_SIM_IN_SUBNETS_TEMPO), layout.SCHEDULE_SIM_OUT_FINAL_TEMPO);
    memory.copy(subnet + layout.SCHEDULE_SIM_OUT_FINAL_LAST_EPOCH_BLOCK, states + i * STATE_BYTES, STATE_BYTES);
    store<u8>(subnet, load<u8>(given, layout.SCHEDULE_SIM_IN_SUBNETS_CONSISTENT), layout.SCHEDULE_SIM_OUT_FINAL_CONSISTENT);
  }
}
