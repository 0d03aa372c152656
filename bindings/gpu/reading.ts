/** What a caller wants to be read back. */
import { abortSignal } from "../boundary/abortSignal.js";
import { epochDigest } from "../boundary/canonical.js";
import { checkOptions } from "../boundary/input.js";
import { boolean, u64, type Kind } from "../boundary/kinds.js";
import { EpochInputError } from "../errors.js";
import { unknownName } from "../text/nearest.js";
import type { EpochResult } from "../types.js";
import { isArray } from "../values/arrays.js";
import { PARTS, VECTOR_PARTS, type Asked, type Read } from "./outputs.js";
import type { GpuEpochOptions, GpuReadOptions } from "./types.js";

/** Each name once, in the order in which the device has them. */
function namesOf<Name extends string>(all: readonly Name[], what: string): Pick<Kind<readonly Name[]>, "check"> {
  return {
    check(value, path) {
      if (!isArray(value)) throw new EpochInputError(path, `an array of names of ${what}`, value);
      const named = Array.from(value, (name: unknown, i) => {
        if (all.includes(name as Name)) return name as Name;
        throw unknownName(`${path}[${i}]`, `one of the ${what} ${all.join(", ")}`, name, all);
      });
      return all.filter((name) => named.includes(name));
    },
  };
}

const READ_OPTIONS = { outputs: namesOf(PARTS, "outputs"), sums: namesOf(VECTOR_PARTS, "vectors"), digest: boolean, signal: abortSignal };

/** What a batch takes on whichever backend it runs, each of whose results is whole. @throws EpochInputError */
export function checkBatch(options: GpuEpochOptions): GpuEpochOptions {
  return checkOptions(options, { digest: boolean, signal: abortSignal });
}

export interface Reading {
  asked: Asked;
  signal: AbortSignal | undefined;
}

/** Of a batch, where what is not named is read, too. @throws EpochInputError */
export function checkBatchReading(options: GpuReadOptions): Reading {
  const checked = checkOptions(options, READ_OPTIONS);
  return readingOf({ ...checked, outputs: checked.outputs ?? PARTS });
}

/** Of points. @throws EpochInputError */
export function checkReading(options: GpuReadOptions): Reading {
  return readingOf(checkOptions(options, READ_OPTIONS));
}

/** The same with the blocks between two epochs. @throws EpochInputError */
export function checkAdvancing(options: GpuReadOptions & { advance: bigint }): Reading & { advance: bigint } {
  const checked = checkOptions(options, { ...READ_OPTIONS, advance: u64 });
  if (checked.advance === undefined)
    throw new EpochInputError("options.advance", "the blocks from one epoch to the next, a bigint", undefined);
  return { ...readingOf(checked), advance: checked.advance };
}

function readingOf({ outputs, sums = [], digest = false, signal }: GpuReadOptions): Reading {
  const isLess = sums.length > 0 || digest;
  return { asked: { outputs: outputs ?? (isLess ? [] : PARTS), sums, digest }, signal };
}

/** What is read of a network without uids. */
export function emptyRead({ outputs, sums, digest }: Asked): Read {
  const whole = emptyResult();
  return {
    ...Object.fromEntries(outputs.map((part) => [part, whole[part]])),
    ...(sums.length > 0 && { sums: Object.fromEntries(sums.map((part) => [part, 0n])) }),
    ...(digest && { digest: epochDigest(whole) }),
  };
}

export function emptyResult(): EpochResult {
  const none = () => new Uint16Array(0);
  return {
    stakeWeight: none(),
    active: new Uint8Array(0),
    consensus: none(),
    incentive: none(),
    dividends: none(),
    validatorTrust: none(),
    serverEmission: new BigUint64Array(0),
    validatorEmission: new BigUint64Array(0),
    emission: new BigUint64Array(0),
    newValidatorPermits: new Uint8Array(0),
    stake: new BigUint64Array(0),
    bonds: { starts: new Uint32Array(1), uids: none(), values: none() },
  };
}
