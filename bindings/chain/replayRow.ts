import type { Difference, Place } from "../diff/places.js";
import type { EpochReplay } from "./replay.js";

/** A replay as JSON has it: integers of 64 bits as decimal text. */
export interface ReplayRow {
  network: string;
  netuid: number;
  block: string;
  hash: string;
  spec: number;
  ruleSet: string;
  n: number;
  mechanisms: number;
  verdict: EpochReplay["verdict"];
  stage: string | null;
  amount: { rao: string; how: string; candidates: string[]; bounds: [string, string] | null };
  fields: ReplayField[];
  notExact: { field: string; why: string; affects: string }[];
  remarks: string[];
  replaced: number[];
  shares: { uid: number; ours: string; chain: string }[];
}

export interface ReplayField {
  field: string;
  stage: string;
  status: "equal" | "different" | "not comparable";
  exact: boolean;
  why?: string;
  different?: number;
  of?: number;
  first?: RowPlace;
  largest?: RowPlace & { difference: string };
  uids?: number[];
}

/** A place that differs; null where there is nothing. */
interface RowPlace {
  position: string;
  chain: string | null;
  ours: string | null;
}

function placeOf({ position, a, b }: Place): RowPlace {
  const shown = (value: Place["a"]) => (value === null ? null : String(value));
  return { position, chain: shown(a), ours: shown(b) };
}

function placesIn({ different, of, first, largest }: Difference) {
  const most = largest === null ? {} : { largest: { ...placeOf(largest), difference: String(largest.difference) } };
  return { different, of, first: placeOf(first), ...most };
}

export function replayRow(replay: EpochReplay): ReplayRow {
  const { network, netuid, block, hash, spec, ruleSet, n, mechanisms, verdict, stage, amount } = replay;
  const { rao, how, candidates, bounds } = amount;
  return {
    ...{ network, netuid, block: String(block), hash, spec, ruleSet, n, mechanisms, verdict, stage },
    amount: {
      rao: String(rao),
      how,
      candidates: candidates.map(String),
      bounds: bounds === null ? null : [String(bounds[0]), String(bounds[1])],
    },
    fields: replay.fields.map(({ field, stage, status, exact, why, difference, uids }) => ({
      ...{ field, stage, status, exact },
      ...(why !== undefined && { why }),
      ...(difference !== undefined && placesIn(difference)),
      ...(uids !== undefined && { uids }),
    })),
    notExact: replay.notExact.map(({ field, why, affects }) => ({ field, why, affects })),
    remarks: replay.remarks,
    replaced: replay.replaced,
    shares: replay.shares.map(({ uid, ours, chain }) => ({ uid, ours: String(ours), chain: String(chain) })),
  };
}
