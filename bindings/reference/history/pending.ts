import type {
  AlphaSplit233Input,
  AlphaSplit233Output,
  GenerateEmission127Input,
  GenerateEmission127Output,
  GenerateEmission195Input,
  GenerateEmission195Output,
} from "../../economics/history/types.js";
import { rootProportion } from "../rootProportion.js";
import { I96F32, saturatingAddU64, saturatingSubU64 } from "../fixed.js";
import { scheduleOld } from "../schedule.js";
import { fractionOfU16, toRao } from "../parts.js";
import { coinbaseFormat } from "./formats.js";
import * as switches from "../../economics/history/switches.js";

/** split.md 3 */
export function alphaSplit233(input: AlphaSplit233Input): AlphaSplit233Output {
  const { ruleSet, alphaOutX32, subsidised, rootSellFlag, soldForTao } = input;
  const format = coinbaseFormat(ruleSet);
  const ownerCutX32 = format.saturatingMul(alphaOutX32, fractionOfU16(input.ownerCut, format));
  const rest = format.saturatingSub(alphaOutX32, ownerCutX32);
  const rootProportionX32 = rootProportion(input.rootTao, input.alphaIssuanceAfterMint, input.taoWeight);
  const half = format.saturatingMul(format.saturatingMul(rootProportionX32, rest), format.ONE >> 1n);
  const rootAlphaX32 = switches.rootSellFlagAsked(ruleSet) && !rootSellFlag ? 0n : half;
  const pendingAlphaX32 = format.saturatingSub(rest, rootAlphaX32);
  const root = toRao(rootAlphaX32, format);
  const emission = toRao(pendingAlphaX32, format);
  const isLost = switches.failedSaleLosesAll(ruleSet) && soldForTao === null;
  const withoutRoot = switches.subsidisedLosesRoot(ruleSet) && subsidised;
  const staysAlpha = switches.rootStaysAlpha(ruleSet);
  const added = {
    ownerCut: toRao(ownerCutX32, format),
    emission: isLost ? 0n : emission,
    swapped: staysAlpha || isLost ? 0n : root,
    rootTao: staysAlpha || withoutRoot ? 0n : (soldForTao ?? 0n),
    rootAlpha: !staysAlpha || withoutRoot ? 0n : root,
  };
  return { ownerCutX32, rootProportionX32, rootAlphaX32, pendingAlphaX32, added };
}

const ROOT = 0;

function isSkipped({ ruleSet, netuid, n, registrationAllowed }: GenerateEmission127Input): boolean {
  if (switches.emptySkipped(ruleSet)) return n === 0;
  return netuid === ROOT || (switches.closedSkipped(ruleSet) && !registrationAllowed);
}

const U16_MAX_X32 = I96F32.fromInteger(65_535n);

/** split.md 5 */
export function generateEmission127(input: GenerateEmission127Input): GenerateEmission127Output {
  const { ruleSet, netuid, tempo, block, blocksSinceLastStep } = input;
  if (isSkipped(input)) {
    return { skipped: true, ownerPaid: 0n, pending: input.pending, epochEmission: null, blocksSinceLastStep };
  }
  const wraps = switches.operatorsWrap(ruleSet);
  const add = (a: bigint, b: bigint) => (wraps ? BigInt.asUintN(64, a + b) : saturatingAddU64(a, b));
  let emission = switches.closedEmitsNothing(ruleSet) && !input.registrationAllowed ? 0n : input.emissionValue;
  let ownerPaid = 0n;
  if (switches.ownerPaid(ruleSet) && input.hasOwner) {
    const product = I96F32.saturatingMul(I96F32.fromInteger(emission), I96F32.fromInteger(BigInt(input.ownerCut)));
    const cut = I96F32.saturatingDiv(product, U16_MAX_X32)!;
    ownerPaid = toRao(cut, I96F32);
    emission = toRao(I96F32.saturatingSub(I96F32.fromInteger(emission), cut), I96F32);
  }
  const pending = add(input.pending, emission);
  const due = scheduleOld({ block, netuid, tempo, variant: wraps ? "wrapping" : "saturating", tempoZeroBlocks: 1_000n }) === 0n;
  return {
    skipped: false,
    ownerPaid,
    pending: due ? 0n : pending,
    epochEmission: due ? pending : null,
    blocksSinceLastStep: due ? 0n : add(blocksSinceLastStep, 1n),
  };
}

/** split.md 4 */
export function generateEmission195(input: GenerateEmission195Input): GenerateEmission195Output {
  const { ruleSet, netuid, registrationAllowed } = input;
  const closed = switches.closedLeftOut(ruleSet) && !registrationAllowed;
  const accumulates = !closed && !(netuid === ROOT && switches.rootLeftOut(ruleSet));
  const pending = accumulates ? saturatingAddU64(input.pending, input.emissionValue) : input.pending;
  if (!input.epochDue) return { pending, epochEmission: null, ownerPaid: 0n, lost: 0n };
  if (closed || (netuid === ROOT && switches.rootUnpaid(ruleSet)))
    return { pending: 0n, epochEmission: null, ownerPaid: 0n, lost: pending };
  const fraction = I96F32.saturatingDiv(I96F32.fromInteger(BigInt(input.ownerCut)), U16_MAX_X32)!;
  const ownerPaid = input.hasOwner ? toRao(I96F32.saturatingMul(I96F32.fromInteger(pending), fraction), I96F32) : 0n;
  return { pending: 0n, epochEmission: saturatingSubU64(pending, ownerPaid), ownerPaid, lost: 0n };
}
