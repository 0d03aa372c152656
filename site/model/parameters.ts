/** The hyperparameters that the page has controls for. */
import type { SubnetState } from "yuma-consensus";
import type { Hyperparameters } from "yuma-consensus/simulate";
import { coinText, U16_MAX } from "./amounts.js";
import { readCoin, readU64 } from "./typed.js";

type Numbered = Exclude<keyof Hyperparameters, "ruleSet" | "liquidAlphaConsensusMode" | "bondsReset">;

export interface Parameter {
  readonly name: Numbered;
  readonly label: string;
  readonly help: string;
  /** proportions show their fraction beside them, coins are typed as alpha and kept as rao */
  readonly kind: "proportion" | "millionths" | "hundredths" | "count" | "blocks" | "coin";
  /** the ends of the slider; a field may go beyond, to the ends of the type */
  readonly slider: readonly [least: number, most: number];
  readonly least: number;
  readonly most: number;
}

const U64_MOST = Number.POSITIVE_INFINITY;
const proportion = { kind: "proportion", slider: [0, U16_MAX], least: 0, most: U16_MAX } as const;

export const GROUPS: readonly { readonly title: string; readonly parameters: readonly Parameter[] }[] = [
  {
    title: "Consensus and bonds",
    parameters: [
      { name: "kappa", label: "kappa", help: "the share of stake that makes a majority", ...proportion },
      { name: "bondsPenalty", label: "bonds penalty", help: "0: bonds follow the weights; 1: the clipped weights", ...proportion },
      {
        name: "bondsMovingAverage",
        label: "bonds moving average",
        help: "how much of the old bonds stays, parts per million",
        kind: "millionths",
        slider: [0, 1_000_000],
        least: 0,
        most: 1_000_000,
      },
    ],
  },
  {
    title: "Liquid alpha",
    parameters: [
      { name: "alphaLow", label: "alpha low", help: "the slowest that a bond follows", ...proportion },
      { name: "alphaHigh", label: "alpha high", help: "the fastest that a bond follows", ...proportion },
      {
        name: "alphaSigmoidSteepness",
        label: "sigmoid steepness",
        help: "how sharply alpha goes from low to high, hundredths",
        kind: "hundredths",
        slider: [-5_000, 5_000],
        least: -32_768,
        most: 32_767,
      },
    ],
  },
  {
    title: "Subnet",
    parameters: [
      {
        name: "raoEmission",
        label: "emission",
        help: "alpha given out in an epoch",
        kind: "coin",
        slider: [0, 400],
        least: 0,
        most: U64_MOST,
      },
      { name: "tempo", label: "tempo", help: "blocks between epochs", kind: "blocks", slider: [1, 7_200], least: 1, most: U16_MAX },
      {
        name: "activityCutoff",
        label: "activity cutoff",
        help: "blocks without a weight setting after which a validator is inactive",
        kind: "blocks",
        slider: [0, 20_000],
        least: 0,
        most: U64_MOST,
      },
      {
        name: "stakeThreshold",
        label: "stake threshold",
        help: "alpha below which stake counts as none",
        kind: "coin",
        slider: [0, 1_000_000],
        least: 0,
        most: U64_MOST,
      },
      {
        name: "maxAllowedValidators",
        label: "validators allowed",
        help: "how many get a permit after an epoch",
        kind: "count",
        slider: [0, 128],
        least: 0,
        most: U16_MAX,
      },
    ],
  },
];

export type Value = number | bigint;

/** As it is typed: an integer, or a coin's alpha. */
export function valueText({ kind }: Parameter, value: Value): string {
  return kind === "coin" ? coinText(value as bigint) : String(value);
}

/** What was typed, as the state has it; null where it is none or out of bounds. A steepness under spec-273 is plain, a u16. */
export function readValue({ name, kind, least, most }: Parameter, text: string, isPlain: boolean, sample: Value): Value | null {
  if (kind === "coin") return readCoin(text);
  if (typeof sample === "bigint") {
    const read = readU64(text);
    return read === null || Number(read) > most ? null : read;
  }
  const isSteepness = name === "alphaSigmoidSteepness";
  const [from, to] = isSteepness && isPlain ? [0, U16_MAX] : [least, most];
  const read = Number(text.trim());
  return /^-?\d{1,6}$/.test(text.trim()) && read >= from && read <= to ? read : null;
}

/** Where a slider stands; coins move in whole alpha. */
export function sliderOf({ kind }: Parameter, value: Value): number {
  return kind === "coin" ? Number(value) / 1e9 : Number(value);
}

export function fromSlider({ kind }: Parameter, at: number, sample: Value): Value {
  if (kind === "coin") return BigInt(Math.round(at)) * 1_000_000_000n;
  return typeof sample === "bigint" ? BigInt(Math.round(at)) : Math.round(at);
}

/** The chain keeps alpha low at most alpha high; each slider ends at the other. */
export function boundsOf(parameter: Parameter, state: SubnetState, isPlain: boolean): readonly [least: number, most: number] {
  const [least, most] = parameter.slider;
  if (parameter.name === "alphaLow") return [least, Math.max(state.alphaHigh, state.alphaLow)];
  if (parameter.name === "alphaHigh") return [Math.min(state.alphaLow, state.alphaHigh), most];
  if (parameter.name === "alphaSigmoidSteepness" && isPlain) return [0, most];
  if (parameter.name === "maxAllowedValidators") return [least, Math.max(most, state.n)];
  return [least, most];
}
