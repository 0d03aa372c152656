/** What would have to change, as steps of an edit: what `explain` tried, in terms of what the page can put in. */
import type { SubnetState } from "yuma-consensus";
import type { ConsensusChange, ExplanationParts, SingleChange, SmallestChange, Verdict } from "yuma-consensus/explain";
import type { Entry } from "yuma-consensus/simulate";
import { exactAlpha } from "./amounts.js";
import { stakeOf } from "./ruleSets.js";
import { rowOf } from "./shown.js";

export type ParameterName = "kappa" | "bondsPenalty" | "bondsMovingAverage" | "alphaLow" | "alphaHigh";

export type Step =
  /** the alpha of a uid from now on, rao */
  | { readonly kind: "stake"; readonly uid: number; readonly rao: bigint }
  /** `isNow`: in this block and with no commit pending */
  | { readonly kind: "row"; readonly uid: number; readonly row: readonly Entry[]; readonly isNow: boolean }
  | { readonly kind: "parameter"; readonly name: ParameterName; readonly value: number | bigint };

export interface Way {
  /** what is done */
  readonly label: string;
  readonly steps: readonly Step[];
}

interface Place {
  readonly state: SubnetState;
  readonly uid: number;
  readonly nameOf: (uid: number) => string;
  /** the least amount of stake that the document can hold, rao: amounts are rounded up to it */
  readonly grain: bigint;
}

function roundedUp(rao: bigint, grain: bigint): bigint {
  return ((rao + grain - 1n) / grain) * grain;
}

function stakeStep({ state }: Place, uid: number, difference: bigint): Step {
  const rao = stakeOf(state)[uid]! + difference;
  return { kind: "stake", uid, rao: rao < 0n ? 0n : rao };
}

/** The one or two ways in which another score would be the consensus. */
function waysOfSupport(place: Place, { move, kappa }: ConsensusChange): Way[] {
  const ways: Way[] = [];
  if (move !== null) {
    const rao = roundedUp(move.alphaRao, place.grain);
    ways.push({
      label: `move ${exactAlpha(rao)} alpha from ${place.nameOf(move.from)} to ${place.nameOf(move.to)}`,
      steps: [stakeStep(place, move.from, -rao), stakeStep(place, move.to, rao)],
    });
  }
  if (kappa !== null) ways.push({ label: `set kappa to ${kappa}`, steps: [{ kind: "parameter", name: "kappa", value: kappa }] });
  return ways;
}

function setNow(uid: number, row: readonly (readonly [uid: number, value: number])[], label: string): Way {
  return { label, steps: [{ kind: "row", uid, row: row.map(([to, value]): Entry => [to, value]), isNow: true }] };
}

function waysOfOne(place: Place, change: SingleChange): Way[] {
  const { state, uid, nameOf, grain } = place;
  switch (change.kind) {
    case "support":
      return waysOfSupport(place, change.change);
    case "more stake":
    case "alpha": {
      const rao = roundedUp(change.alphaRao, grain);
      const isLess = change.kind === "alpha" && change.direction === "lose";
      const label = `give ${nameOf(uid)} ${exactAlpha(rao)} alpha ${isLess ? "less" : "more"}`;
      return [{ label, steps: [stakeStep(place, uid, isLess ? -rao : rao)] }];
    }
    case "weight": {
      const row = rowOf(state.weights, uid).map(([to, value]): Entry => [to, to === change.miner ? change.upTo : value]);
      const label = change.upTo === 0 ? `take the weight off ${nameOf(change.miner)}` : `store ${change.upTo} on ${nameOf(change.miner)}`;
      return [{ label, steps: [{ kind: "row", uid, row, isNow: false }] }];
    }
    case "vote as the consensus":
      return [setNow(uid, change.row, "vote as the consensus")];
    case "set weights": {
      const what = {
        stored: "the row that is stored",
        "the consensus": "the consensus",
        "one miner": `${nameOf(change.row[0]![0])} alone`,
        "all others alike": "all others alike",
      };
      return [setNow(uid, change.row, `set weights now: ${what[change.as]}`)];
    }
    case "parameters": {
      const values = Object.entries(change.values) as [ParameterName, number | bigint][];
      return [
        {
          label: `set ${values.map(([name, value]) => `${name} to ${value}`).join(" and ")}`,
          steps: values.map(([name, value]) => ({ kind: "parameter", name, value })),
        },
      ];
    }
  }
}

/** The ways to what a verdict says; several changes that do it only together are one way. */
export function waysOf(place: Place, change: SmallestChange | null): Way[] {
  if (change === null) return [];
  if (change.kind !== "together") return waysOfOne(place, change);
  const parts = change.changes.map((one) => waysOfOne(place, one)[0]!);
  return [{ label: parts.map(({ label }) => label).join(", and "), steps: parts.flatMap(({ steps }) => steps) }];
}

export interface Outlook {
  readonly heading: string;
  readonly ways: readonly Way[];
}

/** What would have to change for a uid to get more, and for a miner's consensus to be another. */
export function outlooks(place: Place, verdict: Verdict, consensus: ExplanationParts["consensus"]): Outlook[] {
  const more = { heading: "To get more", ways: waysOf(place, verdict.change) };
  if (verdict.role !== "miner") return more.ways.length === 0 ? [] : [more];
  const score = (change: ConsensusChange) => (Number(change.scoreX32) / 2 ** 32).toFixed(4);
  const { rise, fall } = consensus;
  return [
    more,
    { heading: rise === null ? "" : `To raise its consensus to ${score(rise)}`, ways: rise === null ? [] : waysOfSupport(place, rise) },
    { heading: fall === null ? "" : `To lower its consensus to ${score(fall)}`, ways: fall === null ? [] : waysOfSupport(place, fall) },
  ].filter(({ ways }, i, all) => ways.length > 0 && (i !== 1 || all[0]!.ways[0]?.label !== ways[0]!.label));
}
