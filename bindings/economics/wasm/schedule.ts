import { U64_MAX } from "../../values/constants.js";
import type { WasmHeap } from "../../wasm/heap.js";
import type { ScheduleInput, ScheduleSimInput, ScheduleSubnet } from "../types.js";
import type { Economics } from "../methods.js";

const EVENTS = ["run", "skipped", "deferred"] as const;

type Schedule = Pick<Economics, "schedule" | "schedule475" | "scheduleOld" | "scheduleSim" | "scheduleSim475">;

export function schedule(heap: WasmHeap): Schedule {
  const shouldRun = (subnet: ScheduleInput, netAtTempo: boolean): boolean =>
    heap.i32(
      "shouldRun",
      subnet.tempo,
      subnet.lastEpochBlock,
      subnet.pendingEpochAt,
      subnet.blocksSinceLastStep,
      subnet.block,
      Number(netAtTempo),
    ) !== 0;

  const simulate = <S extends ScheduleSubnet>(
    { startBlock, blocks, cap, subnets }: Omit<ScheduleSimInput, "subnets"> & { subnets: readonly S[] },
    nullConsensus?: (subnet: S) => boolean,
  ) => {
    heap.reset();
    const count = subnets.length;
    const netAtTempo = Number(nullConsensus !== undefined);
    const netuids = heap.list(subnets.map(({ netuid }) => netuid));
    const tempos = heap.list(subnets.map(({ tempo }) => tempo));
    const consistent = heap.flags(subnets.map((subnet) => subnet.consistent));
    const isNull = heap.flags(subnets.map((subnet) => nullConsensus?.(subnet) ?? false));
    const states = heap.amounts(
      subnets.flatMap(({ lastEpochBlock, pendingEpochAt, blocksSinceLastStep, epochIndex }) => [
        lastEpochBlock,
        pendingEpochAt,
        blocksSinceLastStep,
        epochIndex,
      ]),
    );
    const [deferred, events] = [heap.room(count * 4), heap.room(count * 8)];
    const netuidOf = (index: number) => subnets[index]!.netuid;
    const output = {
      events: [] as [bigint, number, (typeof EVENTS)[number]][],
      deferredBeforeDrain: [] as [bigint, number[]][],
      caps: [] as number[],
    };
    for (let step = 0n; step < blocks; step++) {
      const block = startBlock + step > U64_MAX ? U64_MAX : startBlock + step;
      const allowed = nullConsensus === undefined ? cap : heap.i32("blockCap", count, netuids, tempos, isNull, states, block, cap) >>> 0;
      output.caps.push(allowed);
      const waiting = heap.i32("deferredBeforeDrain", count, tempos, consistent, states, block, allowed, netAtTempo, deferred);
      if (waiting > 0) output.deferredBeforeDrain.push([block, heap.readList(deferred, waiting).map(netuidOf)]);
      const happened = heap.i32("scheduleBlock", count, tempos, consistent, states, block, allowed, netAtTempo, events);
      const pairs = heap.readList(events, happened * 2);
      for (let e = 0; e < happened; e++) output.events.push([block, netuidOf(pairs[2 * e]!), EVENTS[pairs[2 * e + 1]!]!]);
    }
    const words = heap.readAmounts(states, count * 4);
    const final = subnets.map(
      ({ netuid, tempo, consistent }, i): ScheduleSubnet => ({
        netuid,
        tempo,
        consistent,
        lastEpochBlock: words[4 * i]!,
        pendingEpochAt: words[4 * i + 1]!,
        blocksSinceLastStep: words[4 * i + 2]!,
        epochIndex: words[4 * i + 3]!,
      }),
    );
    return { ...output, final };
  };

  return {
    schedule: (subnet) => {
      const { tempo, lastEpochBlock, pendingEpochAt, block } = subnet;
      return {
        shouldRun: shouldRun(subnet, false),
        blocksUntilNextAuto: heap.u64("blocksUntilNextAuto", tempo, lastEpochBlock, block),
        nextEpochStart: tempo === 0 ? null : heap.u64("nextEpochStart", tempo, lastEpochBlock, pendingEpochAt),
      };
    },
    schedule475: (subnet) => ({ shouldRun: shouldRun(subnet, true) }),
    scheduleOld: ({ netuid, tempo, block, variant, tempoZeroBlocks = U64_MAX }) => ({
      blocksUntilNextEpoch: heap.u64("blocksUntilNextEpochOld", netuid, tempo, block, Number(variant === "wrapping"), tempoZeroBlocks),
    }),
    scheduleSim: (input) => {
      const { caps: _, ...output } = simulate(input);
      return output;
    },
    scheduleSim475: (input) => simulate(input, ({ nullConsensus }) => nullConsensus),
  };
}
