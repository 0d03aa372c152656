import type { WhatIfChanges, WhatIfRow } from "./changedState.js";
import type { ConsensusChange } from "./consensus.js";
import type { AlphaChange } from "./stake.js";

/** A change that was tried: made, the uid gets more. */
export type SingleChange =
  /** in this block, and with no commit pending: this row in the place of what is stored */
  | { kind: "set weights"; as: "stored" | "the consensus" | "one miner" | "all others alike"; row: WhatIfRow }
  /** set in the same way: the consensus of all miners but itself, and the emission then */
  | { kind: "vote as the consensus"; row: WhatIfRow; emissionRao: bigint }
  /** of its stake, for this epoch's result or for a permit of the next */
  | ({ kind: "alpha"; toward: "this result" | "the next permit" } & AlphaChange)
  /** the largest stored u16 that would not be cut, or 0 for none on the miner; and the emission then */
  | { kind: "weight"; miner: number; upTo: number; emissionRao: bigint }
  | { kind: "support"; change: ConsensusChange }
  /** a tenth more stake, as alpha, and the emission then */
  | { kind: "more stake"; alphaRao: bigint; emissionRao: bigint }
  | { kind: "parameters"; values: Pick<WhatIfChanges, "kappa" | "bondsPenalty" | "bondsMovingAverage" | "alphaLow" | "alphaHigh"> };

/** The smallest change by which the uid would have got more: one, or several that do so only together. */
export type SmallestChange = SingleChange | { kind: "together"; changes: SingleChange[] };
