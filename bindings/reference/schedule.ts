import type {
  ScheduleEvent,
  ScheduleInput,
  ScheduleOutput,
  ScheduleSimInput,
  ScheduleSimOutput,
  ScheduleSubnet,
  ScheduleOldInput,
  ScheduleSim475Input,
  ScheduleSim475Output,
} from "../economics/types.js";
import { U64_MAX, saturatingAddU64, saturatingSubU64 } from "./fixed.js";

/** Blocks without a step after which a subnet runs in any case. schedule.md 3 */
const SAFETY_NET_BLOCKS = 50_400n;

function isDue(subnet: ScheduleSubnet, block: bigint, safetyNetBlocks: bigint): boolean {
  const tempo = BigInt(subnet.tempo);
  if (tempo === 0n) return false;
  if (subnet.pendingEpochAt > 0n && block >= subnet.pendingEpochAt) return true;
  if (subnet.blocksSinceLastStep > safetyNetBlocks) return true;
  return saturatingSubU64(block, subnet.lastEpochBlock) >= tempo;
}

/** Whether a subnet's epoch is due (spec 423 on), and when the next one starts. schedule.md 3 */
export function schedule({ block, ...subnet }: ScheduleInput): ScheduleOutput {
  const tempo = BigInt(subnet.tempo);
  const next = saturatingAddU64(subnet.lastEpochBlock, tempo);
  const pending = subnet.pendingEpochAt;
  return {
    shouldRun: isDue(subnet, block, SAFETY_NET_BLOCKS),
    blocksUntilNextAuto: tempo === 0n ? U64_MAX : saturatingSubU64(next, block),
    nextEpochStart: tempo === 0n ? null : pending > 0n && pending < next ? pending : next,
  };
}

/** The same with the safety net right after the tempo. schedule.md 1 */
export function schedule475({ block, ...subnet }: ScheduleInput): { shouldRun: boolean } {
  return { shouldRun: isDue(subnet, block, BigInt(subnet.tempo)) };
}

/** Blocks until the next epoch by the old modulo rule; 0 = now. The period is tempo + 1. schedule.md, before */
export function scheduleOld({ block, netuid, tempo, variant, tempoZeroBlocks = U64_MAX }: ScheduleOldInput): bigint {
  if (tempo === 0) return tempoZeroBlocks;
  const shift = BigInt(netuid) + 1n;
  const shifted = variant === "saturating" ? saturatingAddU64(block, shift) : BigInt.asUintN(64, block + shift);
  return BigInt(tempo) - (shifted % (BigInt(tempo) + 1n));
}

interface SchedulerRules<S extends ScheduleSubnet> {
  safetyNetBlocks(subnet: S): bigint;
  /** the counter after a block, never above this */
  counterLimit(subnet: S): bigint;
  /** epochs allowed in this block; asked before any counter moves */
  cap(subnets: readonly S[], block: bigint): number;
}

/** Several subnets over several blocks: who runs, who waits, and what is left in storage. */
function simulate<S extends ScheduleSubnet>(
  input: { startBlock: bigint; blocks: bigint; subnets: readonly S[] },
  rules: SchedulerRules<S>,
): Omit<ScheduleSimOutput, "final"> & { caps: number[]; final: S[] } {
  const subnets = input.subnets.map((subnet) => ({ ...subnet }));
  const events: ScheduleEvent[] = [];
  const deferredBeforeDrain: [bigint, number[]][] = [];
  const caps: number[] = [];
  for (let step = 0n; step < input.blocks; step++) {
    const block = saturatingAddU64(input.startBlock, step);
    const cap = rules.cap(subnets, block);
    caps.push(cap);
    // Reveals look ahead with the counters as they stand; the drain below counts this block first.
    let counted = 0;
    const deferred: number[] = [];
    for (const subnet of subnets) {
      if (!isDue(subnet, block, rules.safetyNetBlocks(subnet))) continue;
      if (counted >= cap) deferred.push(subnet.netuid);
      else if (subnet.consistent) counted++;
    }
    if (deferred.length > 0) deferredBeforeDrain.push([block, deferred]);
    let ran = 0;
    for (const subnet of subnets) {
      const limit = rules.counterLimit(subnet);
      const counter = saturatingAddU64(subnet.blocksSinceLastStep, 1n);
      subnet.blocksSinceLastStep = counter < limit ? counter : limit;
      if (!isDue(subnet, block, rules.safetyNetBlocks(subnet))) continue;
      if (ran >= cap) {
        subnet.pendingEpochAt = saturatingAddU64(block, 1n);
        events.push([block, subnet.netuid, "deferred"]);
        continue;
      }
      if (subnet.consistent) {
        subnet.blocksSinceLastStep = 0n;
        ran++;
      }
      events.push([block, subnet.netuid, subnet.consistent ? "run" : "skipped"]);
      subnet.lastEpochBlock = block;
      subnet.pendingEpochAt = 0n;
      subnet.epochIndex = saturatingAddU64(subnet.epochIndex, 1n);
    }
  }
  return { events, deferredBeforeDrain, final: subnets, caps };
}

/** The scheduler from spec 423 on. schedule.md 3 */
export function scheduleSim(input: ScheduleSimInput): ScheduleSimOutput {
  const { caps: _, ...output } = simulate(input, {
    safetyNetBlocks: () => SAFETY_NET_BLOCKS,
    counterLimit: () => U64_MAX,
    cap: () => input.cap,
  });
  return output;
}

/** The scheduler of spec 475: one epoch a block where a Null subnet is due. schedule.md 2 */
export function scheduleSim475(input: ScheduleSim475Input): ScheduleSim475Output {
  const { final, ...output } = simulate(input, {
    safetyNetBlocks: ({ tempo }) => BigInt(tempo),
    counterLimit: ({ tempo }) => BigInt(tempo) + 1n,
    cap: (subnets, block) => {
      const nullIsDue = subnets.some((subnet) => subnet.netuid !== 0 && subnet.nullConsensus && isDue(subnet, block, BigInt(subnet.tempo)));
      return nullIsDue ? Math.min(input.cap, 1) : input.cap;
    },
  });
  return { ...output, final: final.map(({ nullConsensus: _, ...subnet }) => subnet) };
}
