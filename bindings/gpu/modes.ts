/** What a call asks of the device beyond what every call does: its stages are compiled, and the device is tested, for that. */

const OF_STATES = ["classic", "yuma3", "liquid", "wrapping"] as const;
const OF_CALLS = ["bonds", "digest", "advances"] as const;

/**
 * A mode of states has known answers of its own. Wrapping: the sum of the stakes may wrap, so that the median may have to
 * be searched for as the chain does.
 */
export type Mode = (typeof OF_STATES)[number];

/** Bonds: those to store are read, or taken on. Advances: what an epoch stores becomes the next one's state. */
export type Modes = Readonly<Record<Mode | (typeof OF_CALLS)[number], boolean>>;

export const MODES: readonly Mode[] = OF_STATES;

/** What of a state decides. */
interface Ruled {
  yuma3: boolean;
  liquidAlpha: boolean;
}

export function isLiquid({ yuma3, liquidAlpha }: Ruled): boolean {
  return yuma3 && liquidAlpha;
}

export function modesOf(states: readonly Ruled[]): Pick<Modes, "classic" | "yuma3" | "liquid"> {
  return { classic: states.some(({ yuma3 }) => !yuma3), yuma3: states.some(({ yuma3 }) => yuma3), liquid: states.some(isLiquid) };
}

/** What some of them ask for. */
export function modesOfAll(all: readonly Modes[]): Modes {
  const names = [...OF_STATES, ...OF_CALLS];
  return Object.fromEntries(names.map((name) => [name, all.some((modes) => modes[name])])) as Modes;
}

/** Upper words that add up to it, each one too many, may add up to 2^63 rao. */
const WRAPPING_WORDS = 2 ** 31;

/** The upper words of stakes, each rounded up: a stake is below its upper word and one. */
export function upperWords({ buffer, byteOffset, length }: BigUint64Array): number {
  let upper = length;
  const words = new Uint32Array(buffer, byteOffset, 2 * length);
  for (let at = 1; at < words.length; at += 2) upper += words[at]!;
  return upper;
}

/**
 * Whether all alpha and TAO together may come to 2^63 rao. Below it no total saturates (the weight of TAO is one at most)
 * and their sum in I64F64 does not wrap, so that the shares are from 0 to one, as is their sum, also after each of the
 * normalisations behind: the voters' stakes are plain, and `consensus_search` has nothing to do. stake.md 2, 3, 4.
 */
export function mayWrap(upperAlpha: number, upperTao: number): boolean {
  return upperAlpha + upperTao > WRAPPING_WORDS;
}
