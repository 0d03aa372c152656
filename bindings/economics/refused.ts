import { tooManyCells } from "../boundary/limits.js";
import { EpochInputError } from "../errors.js";
import { STATUS } from "../interface/message.js";
import type { Refusal } from "../wasm/moduleInstance.js";
import { valueAt } from "../values/valueAt.js";
import { FEW_SHARES, ONE_OF_THE_HOTKEYS, fewBlocks, indexBelow, once, oneForEachStake } from "./expected.js";
import type { EconomicsInput } from "./input.js";

type ScheduleSim = EconomicsInput<"scheduleSim">;
type RootEpoch = EconomicsInput<"rootEpoch">;
type InheritedStake = EconomicsInput<"inheritedStake195">;

/** What the module refused, as the specification says it. */
export function refused(input: object, { status, path }: Refusal): EpochInputError {
  const got = valueAt(input, path);
  const key = /\]\.(netuid|id)$/.exec(path)?.[1];
  if (key !== undefined) return new EpochInputError(path, once(key), got);
  if (path === "totalNetworks") return tooManyCells(path, (input as RootEpoch).n, (input as RootEpoch).totalNetworks);
  if (path === "blocks") return new EpochInputError(path, fewBlocks((input as ScheduleSim).subnets.length), got);
  const entry = /^hotkeyEmission\[\d+\]/.exec(path)?.[0];
  if (entry !== undefined && status === STATUS.length) return new EpochInputError(entry, FEW_SHARES, "more");
  if (entry !== undefined || path.startsWith("hotkeys")) return new EpochInputError(path, ONE_OF_THE_HOTKEYS, got);
  if (/^(parents|children)/.test(path)) {
    const count = (input as InheritedStake).stake.length;
    if (Array.isArray(got)) return new EpochInputError(path, oneForEachStake(count), got.length);
    return new EpochInputError(path, indexBelow(count), got);
  }
  return new EpochInputError(path, "what docs/interface.md says", got);
}
