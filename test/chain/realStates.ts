/** What the main network stored, as test/vectors/real has it with its sources; each file lacks something. */
import { readFileSync } from "node:fs";
import { gunzipSync } from "node:zlib";

export interface Recorded {
  netuid: number;
  n: number;
  /** after which it was read; where only bounds of that are known, the lower one */
  block?: number;
  blockFrom?: number;
  blockAtRegistration: number[];
  lastUpdate: number[];
  stake: string[];
  alphaStake: string[];
  taoStake: string[];
  validatorPermits: boolean[];
  active: boolean[];
  validatorTrust: number[];
  consensus: number[];
  incentive: number[];
  dividends: number[];
  emission: string[];
  weights: [number, number][][];
  bonds: [number, number][][];
}

export function recorded(name: string): Recorded {
  return JSON.parse(gunzipSync(readFileSync(`test/vectors/real/${name}.json.gz`)).toString());
}
