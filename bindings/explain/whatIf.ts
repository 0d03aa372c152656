import { checkOptions, checkState, STATE_FIELDS } from "../boundary/input.js";
import { boolean, listOf, tupleOf, u16, u64, type Kind } from "../boundary/kinds.js";
import { checkYuma } from "../boundary/result.js";
import type { SubnetState, Yuma } from "../types.js";
import { changedState, SCALARS, type Scalar, type WhatIfChanges, type WhatIfRow } from "./changedState.js";
import { explain, type Explanation } from "./explain.js";

const row: Kind<WhatIfRow> = listOf(tupleOf<readonly [number, number]>("a [uid, value] pair", u16, u16));

const KINDS: { readonly [Name in keyof WhatIfChanges]-?: Pick<Kind<WhatIfChanges[Name]>, "check"> } = {
  ...(Object.fromEntries(SCALARS.map((name) => [name, STATE_FIELDS[name]])) as Pick<typeof STATE_FIELDS, Scalar>),
  lastUpdate: u64,
  blockAtRegistration: u64,
  alphaStake: u64,
  taoStake: u64,
  commitBlock: u64,
  permit: boolean,
  weights: row,
  bonds: row,
};

/** What a uid gets, and what it would get. */
export interface WhatIf {
  uid: number;
  changes: WhatIfChanges;
  is: Explanation;
  wouldBe: Explanation;
}

/**
 * The same uid with something changed, beside what it is.
 * @throws EpochInputError where the state cannot be a chain state, has no such uid, or a change is none
 * @throws EpochSizeError as `explain`
 */
export function whatIf(yuma: Yuma, given: SubnetState, uid: number, changes: WhatIfChanges): WhatIf {
  checkYuma(yuma);
  const state = checkState(given);
  const is = explain(yuma, state, uid);
  const checked = checkOptions<WhatIfChanges>(changes, KINDS, "changes");
  return { uid, changes: checked, is, wouldBe: explain(yuma, changedState(state, uid, checked), uid) };
}
