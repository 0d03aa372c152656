import { checkOptions } from "../../../boundary/input.js";
import { u64 } from "../../../boundary/kinds.js";
import type { ImportedFile } from "../draft.js";
import { checkImported } from "../ownForm.js";
import type { PartialAmount } from "./amount.js";
import { notComparable, type PartialCheck } from "./comparison.js";
import { dividendsCheck } from "./dividends.js";
import { emissionCheck } from "./emission.js";
import { incentiveChecks } from "./incentive.js";
import { permitsCheck } from "./permits.js";
import { trustCheck } from "./trust.js";

/** What a file still says of the epoch before it. */
export interface PartialReplay {
  checks: PartialCheck[];
  /** null where the file does not say */
  rao: PartialAmount | null;
  verdict: "equal" | "different" | "not exact" | "nothing compared";
}

/** What a file does not say of the epoch. */
export interface PartialOptions {
  /** the block of the last epoch, where the file does not say it */
  lastEpoch?: bigint | undefined;
}

/**
 * What a file that lacks the epoch's input still says of the epoch: incentive comes from weights, stakes and consensus, dividends from stored
 * bonds and incentive, validator trust from weights and consensus, emission from both, permits from stakes. Stored numbers are truncated, so
 * each of these is compared with the least and the most that it can have been. A file that does not say how many mechanisms its subnet has is
 * taken as of one. @throws EpochInputError
 */
export function partialReplay(file: ImportedFile, options: PartialOptions = {}): PartialReplay {
  const imported = checkImported(file);
  const { lastEpoch = imported.lastEpoch } = checkOptions<PartialOptions>(options, { lastEpoch: u64 });
  const { checks: ofAll, rao } = checksOfAll(imported, lastEpoch);
  const checks = [...incentiveChecks(imported, lastEpoch), ...ofAll, permitsCheck(imported)];
  const worst = checks.filter(({ status }) => status === "different");
  const compared = checks.some(({ status }) => status === "equal");
  const verdict = worst.some(({ exact }) => exact) ? "different" : worst.length > 0 ? "not exact" : compared ? "equal" : "nothing compared";
  return { checks, rao, verdict };
}

/** What is stored once, of all mechanisms: it is compared where there is one. */
function checksOfAll(imported: ImportedFile, lastEpoch: bigint | null): Pick<PartialReplay, "checks" | "rao"> {
  if (imported.mechanism !== null || imported.state.mechanisms !== undefined) {
    const names = ["dividends", "validator trust", "emission", "amount"] as const;
    return { checks: names.map((name) => notComparable(name, "stored is what several mechanisms have together")), rao: null };
  }
  const { check, amount, rao } = emissionCheck(imported);
  return { checks: [dividendsCheck(imported), trustCheck(imported, lastEpoch), check, amount], rao };
}
