/** What becomes of the alpha that a block mints for a subnet, until it is paid. split.md */
import { U96F32, cell, saturatingMul, saturatingSub, set, setZero, toU64 } from "./fixed/cell";
import { fractionOfU16 } from "./fixed/parts";
import { putU64 } from "./fixed/u64";
import { rootProportion } from "./rootProportion";

// The cells of `alphaSplit`.
const OWNER_CUT = 0;
const SPLIT_ROOT_PROPORTION = 1;
const ROOT_ALPHA = 2;
const SERVER = 3;
const TOTAL_VALIDATOR = 4;
const VALIDATOR = 5;
export const ALPHA_SPLIT_CELLS: u32 = 6;

// Its amounts.
export const CREATED_RAO = 0;
export const OWNER_RAO = 1;
export const ROOT_ALPHA_RAO = 2;
export const SERVER_RAO = 3;
export const VALIDATOR_RAO = 4;
export const ALPHA_SPLIT_AMOUNTS: u32 = 5;

const left: usize = memory.data(16);
const half: usize = memory.data(16);

/**
 * Alpha out over owner, miners, validators and root. `split` takes six cells of U96F32, `amounts` floors in u64 rao: what
 * was created, owner, root, miners, validators.
 */
export function alphaSplit(
  alphaOut: usize,
  alphaIssuanceAfterMint: u64,
  ownerCut: u32,
  ownerCutEnabled: bool,
  rootTao: u64,
  taoWeight: u64,
  split: usize,
  amounts: usize,
): void {
  const owner = cell(split, OWNER_CUT);
  const rootAlpha = cell(split, ROOT_ALPHA);
  setZero(owner);
  if (ownerCutEnabled) {
    fractionOfU16(ownerCut, U96F32, owner);
    saturatingMul(alphaOut, owner, U96F32, owner);
  }
  saturatingSub(alphaOut, owner, U96F32, left);
  set(half, 1 << 31, 0);
  rootProportion(rootTao, alphaIssuanceAfterMint, taoWeight, cell(split, SPLIT_ROOT_PROPORTION));
  saturatingMul(cell(split, SPLIT_ROOT_PROPORTION), left, U96F32, rootAlpha);
  saturatingMul(rootAlpha, half, U96F32, rootAlpha);
  saturatingMul(left, half, U96F32, cell(split, SERVER));
  saturatingSub(left, cell(split, SERVER), U96F32, cell(split, TOTAL_VALIDATOR));
  saturatingSub(cell(split, TOTAL_VALIDATOR), rootAlpha, U96F32, cell(split, VALIDATOR));
  putU64(amounts, CREATED_RAO, toU64(alphaOut, U96F32));
  putU64(amounts, OWNER_RAO, toU64(owner, U96F32));
  putU64(amounts, ROOT_ALPHA_RAO, toU64(rootAlpha, U96F32));
  putU64(amounts, SERVER_RAO, toU64(cell(split, SERVER), U96F32));
  putU64(amounts, VALIDATOR_RAO, toU64(cell(split, VALIDATOR), U96F32));
}
