/**
 * An explanation in sentences, as `yuma explain` prints them.
 *
 * @module yuma-consensus/explain/text
 */
import { checkOptions } from "../boundary/input.js";
import { u32 } from "../boundary/kinds.js";
import { explain, type Explanation } from "../explain/index.js";
import { explainSections, explainTitle, verdict } from "../report/explainUid.js";
import type { Section } from "../report/sections.js";
import type { SubnetState, Yuma } from "../types.js";

/** How long the words may be. */
export interface WordsOptions {
  /** at most so many rows in a table, u32; the others are summed up in a line; default 12 */
  rows?: number;
}

/** What `explain` found of one uid, and the same in words. */
export interface ExplanationInWords {
  explanation: Explanation;
  /** the uid, the block, the rule set and the mode */
  title: string;
  /** what it got, the one cause that decided it, and the smallest change that would have altered it: a sentence each */
  verdict: string[];
  /** everything that decided its result, in the order of the epoch */
  sections: Section[];
}

/**
 * Where one uid's result comes from, in words.
 * @param uid from 0 to n - 1
 * @throws EpochInputError where the state cannot be a chain state, has no such uid, or an option is none
 * @throws EpochSizeError where the state does not fit into memory
 */
export function explainInWords(yuma: Yuma, state: SubnetState, uid: number, options: WordsOptions = {}): ExplanationInWords {
  const { rows = 12 } = checkOptions<WordsOptions>(options, { rows: u32 });
  const explanation = explain(yuma, state, uid);
  return { explanation, title: explainTitle(explanation), verdict: verdict(explanation), sections: explainSections(explanation, rows) };
}

export * from "../errors.js";
export type { Section, SectionTable } from "../report/sections.js";
