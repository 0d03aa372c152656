/** The engine over the module that shows its stages: which path ran, and the raw bits that every path leaves behind. */
import scalarModule from "../build/stages-scalar.wasm";
import simdModule from "../build/stages.wasm";
import { fitState, type CheckedState, type FittedState } from "../bindings/boundary/input.js";
import { RULE_SETS, type EpochRules } from "../bindings/ruleSets/ruleSets.js";
import type { EpochOptions, HistoricEpochResult, HistoricEpochTrace, WasmBackend } from "../bindings/types.js";
import { WasmEngine } from "../bindings/wasm/engine.js";
import { fromBase64 } from "../bindings/wasm/webAssembly.js";

type Stages = Record<string, WebAssembly.Global> & { memory: WebAssembly.Memory; takeMatricesOnly(only: boolean): void };

/** Raw I32F32 of each uid: the part of a trace, and the module's name for it. */
const VECTORS = {
  stake: "stakeX32",
  activeStake: "activeStakeX32",
  preRanks: "preRanksX32",
  consensus: "consensusX32",
  validatorTrust: "validatorTrustX32",
  ranksBeforeNormalize: "ranksX32",
  trust: "trustX32",
  incentive: "incentiveX32",
  dividends: "dividendsX32",
} as const;

function isTraced(part: string, { ranksReported, dynamicTao }: EpochRules): boolean {
  return part === "preRanks" ? ranksReported : part !== "trust" || !dynamicTao;
}

export class StagesEngine extends WasmEngine {
  private readonly matricesOnly: boolean;

  /** `matricesOnly`: never take the fast path, whose results are the same. */
  constructor(build: WasmBackend, { matricesOnly = false } = {}) {
    super(build, new WebAssembly.Module(fromBase64(build === "wasm" ? simdModule : scalarModule)));
    this.matricesOnly = matricesOnly;
  }

  override epoch(state: CheckedState | FittedState, options: EpochOptions): HistoricEpochResult {
    this.stages.takeMatricesOnly(this.matricesOnly);
    return super.epoch("n" in state ? fitState(state) : state, options);
  }

  /** Whether the last epoch took the fast path. */
  get panelsRan(): boolean {
    return Boolean(this.stages["panelsRan"]!.value);
  }

  rawBits({ n, ruleSet }: CheckedState): Partial<HistoricEpochTrace> {
    const { memory } = this.stages;
    const parts = Object.entries(VECTORS).filter(([part]) => isTraced(part, RULE_SETS[ruleSet]));
    return Object.fromEntries(
      parts.map(([part, name]) => [part, new BigInt64Array(memory.buffer, this.stages[name]!.value >>> 0, n).slice()]),
    );
  }

  private get stages(): Stages {
    return this.exports as unknown as Stages;
  }
}
