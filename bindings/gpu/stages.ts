/** The stages on the device in their order, and which buffers they see. */
import advance from "../../shaders/advance.wgsl";
import bonds from "../../shaders/bonds.wgsl";
import bondsLiquid from "../../shaders/bondsLiquid.wgsl";
import bondsStored from "../../shaders/bondsStored.wgsl";
import collect from "../../shaders/collect.wgsl";
import columns from "../../shaders/columns.wgsl";
import consensus from "../../shaders/consensus.wgsl";
import consensusSearch from "../../shaders/consensusSearch.wgsl";
import digest from "../../shaders/digest.wgsl";
import dividends from "../../shaders/dividends.wgsl";
import emission from "../../shaders/emission.wgsl";
import incentive from "../../shaders/incentive.wgsl";
import masks from "../../shaders/masks.wgsl";
import output from "../../shaders/output.wgsl";
import rows from "../../shaders/rows.wgsl";
import stake from "../../shaders/stake.wgsl";
import weights from "../../shaders/weights.wgsl";
import type { Modes } from "./modes.js";
import type { WorkKind } from "./work.js";

/** Which buffers a stage sees: at most eight, as many as every device allows. */
export type BindingKind = "vectors" | "stored" | "matrix" | "rows" | "outputs" | "advance";

export interface Stage {
  /** its entry point */
  name: string;
  shader: readonly string[];
  /** what one workgroup takes, or for a tile each of its invocations a uid */
  per: WorkKind;
  sees: BindingKind;
  /** default: in every call */
  when?: (modes: Modes) => boolean;
}

/**
 * A network whose stakes fit into one limb each (narrow.wgsl) is done by `columns_*` and `rows`, another by the stages behind
 * them, from `consensus` to `ranks`, `bonds_*` and `dividends`; a stage returns at once where it is not meant.
 */
export const STAGES: readonly Stage[] = [
  { name: "stake", shader: stake, per: "network", sees: "vectors" },
  { name: "masks", shader: masks, per: "tile", sees: "vectors" },
  { name: "active_stake", shader: stake, per: "network", sees: "vectors" },
  { name: "weights_of_row", shader: weights, per: "row", sees: "stored" },
  { name: "bonds_stored", shader: bondsStored, per: "row", sees: "stored" },
  { name: "voters", shader: consensus, per: "network", sees: "matrix" },
  { name: "columns_yuma3", shader: columns, per: "tile", sees: "matrix", when: ({ yuma3 }) => yuma3 },
  { name: "columns_classic", shader: columns, per: "tile", sees: "matrix", when: ({ classic }) => classic },
  { name: "consensus", shader: consensus, per: "tile", sees: "matrix" },
  { name: "consensus_search", shader: consensusSearch, per: "tile", sees: "matrix", when: ({ wrapping }) => wrapping },
  { name: "validator_trust", shader: consensus, per: "row", sees: "matrix" },
  { name: "ranks", shader: incentive, per: "tile", sees: "matrix" },
  { name: "incentive", shader: incentive, per: "network", sees: "matrix" },
  { name: "bonds_classic", shader: bonds, per: "tile", sees: "matrix", when: ({ classic }) => classic },
  { name: "liquid_consensus", shader: bondsLiquid, per: "network", sees: "matrix", when: ({ liquid }) => liquid },
  { name: "cursor", shader: bondsLiquid, per: "row", sees: "stored", when: ({ liquid }) => liquid },
  { name: "bonds_constant", shader: bonds, per: "tile", sees: "matrix", when: ({ yuma3 }) => yuma3 },
  { name: "bonds_liquid", shader: bondsLiquid, per: "tile", sees: "matrix", when: ({ liquid }) => liquid },
  { name: "rows", shader: rows, per: "row", sees: "matrix" },
  { name: "dividends", shader: dividends, per: "row", sees: "matrix" },
  { name: "dividends_normalized", shader: dividends, per: "network", sees: "matrix" },
  { name: "emission", shader: emission, per: "network", sees: "vectors" },
  { name: "output", shader: output, per: "tile", sees: "vectors" },
  { name: "output_bonds", shader: output, per: "row", sees: "rows", when: ({ bonds }) => bonds },
  { name: "digest", shader: digest, per: "network", sees: "outputs", when: ({ digest }) => digest },
  { name: "collect", shader: collect, per: "network", sees: "outputs" },
  { name: "collect_bonds", shader: collect, per: "row", sees: "outputs", when: ({ bonds }) => bonds },
  { name: "advance", shader: advance, per: "network", sees: "advance", when: ({ advances }) => advances },
  { name: "advance_bonds", shader: advance, per: "row", sees: "advance", when: ({ advances }) => advances },
];

/** The storage buffers by their binding; binding 0 is the slice. */
export const BUFFERS = {
  1: "networks",
  2: "state",
  3: "vectors",
  4: "results",
  5: "storedWeights",
  6: "storedBonds",
  7: "weights",
  8: "bonds",
  9: "averages",
  10: "outputs",
} as const;
export type BufferName = (typeof BUFFERS)[keyof typeof BUFFERS];

export const SEEN: Readonly<Record<BindingKind, readonly (keyof typeof BUFFERS)[]>> = {
  vectors: [1, 2, 3, 4],
  stored: [1, 2, 3, 4, 5, 6, 7, 8],
  matrix: [1, 2, 3, 4, 7, 8, 9],
  rows: [1, 2, 3, 4, 5, 7, 9],
  outputs: [1, 2, 4, 7, 10],
  advance: [1, 2, 4, 6, 7],
};

/** What the host writes, and shaders only read, but for those that take an epoch on to the next. */
const READ_ONLY: readonly BufferName[] = ["networks", "state", "storedWeights", "storedBonds"];
const ADVANCED: readonly BufferName[] = ["state", "storedBonds"];

export function isOnlyRead(name: BufferName, kind: BindingKind): boolean {
  return READ_ONLY.includes(name) && !(kind === "advance" && ADVANCED.includes(name));
}
