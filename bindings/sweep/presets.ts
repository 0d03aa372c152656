import type { Axis } from "./axes.js";
import { copierSubject } from "./copier.js";
import type { Subject } from "./subject.js";

/** What a sweep's result is judged by. */
export interface Ranking {
  /** the knob that only repeats a point with other random numbers */
  over: string;
  /** the measures to show; the first decides, the greatest is best */
  measures: readonly string[];
}

/** A sweep that is ready to run; axes and settings may be replaced one by one. */
export interface Preset {
  subject: Subject;
  axes: readonly Axis[];
  /** how often each point is repeated with other random numbers */
  draws: number;
  ranking: Omit<Ranking, "over">;
  /** what the table says */
  reading: string;
}

export const PRESETS: Readonly<Record<string, Preset>> = {
  copier: {
    subject: copierSubject,
    axes: [
      { name: "alphaLow", values: ["0.05", "0.1", "0.3", "0.5", "0.7"] },
      { name: "alphaHigh", values: ["0.75", "0.8", "0.9", "0.95", "0.99"] },
      { name: "alphaSigmoidSteepness", values: ["100", "500", "1000", "3000", "10000"] },
    ],
    draws: 4,
    ranking: { measures: ["score", "copierReturn", "lateReturn"] },
    reading:
      "Dividends for the share of the stake, relative to prompt honest validators: of one that copies the consensus of two\n" +
      "epochs before (copierReturn; --set copyAge=N), and of an honest one that sees every change an epoch late (lateReturn;\n" +
      "--set lateBy=N). The score is how much better the late one fares; means over the draws, the best at the top.",
  },
};
