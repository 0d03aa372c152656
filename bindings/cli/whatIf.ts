import { NO_COMMIT } from "../values/constants.js";
import type { WhatIfChanges, WhatIfRow } from "../explain/index.js";
import { fromFile } from "../files/read.js";
import { parseJson } from "../text/json.js";
import { listOf, tupleOf, u16 } from "../boundary/kinds.js";
import { unknownName } from "../text/nearest.js";
import { booleanKnob, integerKnob, u64Knob, type Knob } from "../boundary/knobs.js";
import { HYPERPARAMETER_KNOBS } from "../simulate/hyperparameterKnobs.js";
import type { SubnetState } from "../types.js";
import { UsageError } from "./command.js";

const row = listOf(tupleOf<readonly [number, number]>("a [uid, value] pair", u16, u16));

/** A row from a file of JSON, [[uid, value], ...]. */
const rowKnob: Knob<WhatIfRow> = {
  read: (file, path) => fromFile(file, (text) => row.fromJson(parseJson(text), path, 0)),
};

function orNone<T>(knob: Knob<T>): Knob<T | null> {
  return { read: (written, path) => (written === "none" ? null : knob.read(written, path)) };
}

const { bondsReset: _, ...HYPERPARAMETERS } = HYPERPARAMETER_KNOBS;

/** How each change is written; `now` is the block of the state. */
function knobs(currentBlock: bigint): { readonly [Name in keyof WhatIfChanges]-?: Knob<unknown> } {
  const blockKnob: Knob<bigint> = { read: (written, path) => (written === "now" ? currentBlock : u64Knob.read(written, path)) };
  return {
    ...HYPERPARAMETERS,
    currentBlock: u64Knob,
    taoWeight: u64Knob,
    ownerUid: orNone(integerKnob(0, 65_535)),
    commitReveal: booleanKnob,
    yuma3: booleanKnob,
    liquidAlpha: booleanKnob,
    lastMechanismStepBlock: blockKnob,
    lastYumaStepBlock: orNone(blockKnob),
    lastUpdate: blockKnob,
    blockAtRegistration: blockKnob,
    commitBlock: { read: (written, path) => (written === "none" ? NO_COMMIT : blockKnob.read(written, path)) },
    alphaStake: u64Knob,
    taoStake: u64Knob,
    permit: booleanKnob,
    weights: rowKnob,
    bonds: rowKnob,
  };
}

export const WHAT_IF_NAMES: readonly string[] = Object.keys(knobs(0n));

/** NAME=VALUE, once for each name. @throws UsageError, EpochInputError, FileError, MalformedJsonError */
export function readWhatIf(texts: readonly string[], state: SubnetState): WhatIfChanges {
  const known = knobs(state.currentBlock);
  const changes = new Map<string, unknown>();
  for (const text of texts) {
    const [, name, written] = /^([^=]+)=(.*)$/s.exec(text) ?? [];
    if (name === undefined) throw new UsageError(`--what-if: expected NAME=VALUE, got ${text}`);
    if (!Object.hasOwn(known, name)) throw unknownName("--what-if", `one of ${WHAT_IF_NAMES.join(", ")}`, name, WHAT_IF_NAMES);
    if (changes.has(name)) throw new UsageError(`--what-if: ${name} is given twice`);
    changes.set(name, known[name as keyof WhatIfChanges].read(written!, `--what-if ${name}`));
  }
  return Object.fromEntries(changes);
}
