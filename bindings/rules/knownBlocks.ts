/** Stretches of the main network's blocks of which it is known under which runtime spec they were made. */
interface Stretch {
  readonly from: number;
  readonly to: number;
  readonly spec: number;
  /** whether the spec began with the first block, so that the block before ran an older one */
  readonly begins?: true;
}

/**
 * From records of block headers by third parties, and from states of the main network whose numbers are in
 * test/vectors/history. Ascending.
 */
const STRETCHES: readonly Stretch[] = [
  { from: 6_521_772, to: 6_521_772, spec: 315 },
  { from: 6_530_367, to: 6_530_367, spec: 320 },
  { from: 6_852_344, to: 6_852_690, spec: 343 },
  { from: 8_513_821, to: 8_636_190, spec: 424, begins: true },
  { from: 8_636_191, to: 8_636_191, spec: 432, begins: true },
  { from: 8_713_025, to: 8_713_792, spec: 439, begins: true },
  { from: 8_713_793, to: 8_740_402, spec: 440, begins: true },
  { from: 8_766_000, to: 8_766_000, spec: 441 },
  { from: 8_789_720, to: 8_813_880, spec: 443 },
  { from: 8_837_720, to: 8_837_720, spec: 445 },
  { from: 8_861_760, to: 8_885_720, spec: 447 },
  { from: 8_910_000, to: 8_933_720, spec: 448 },
  { from: 8_957_880, to: 8_981_720, spec: 452 },
  { from: 9_005_760, to: 9_005_760, spec: 454 },
  { from: 9_029_720, to: 9_054_000, spec: 455 },
  { from: 9_077_720, to: 9_077_720, spec: 459 },
  { from: 9_101_880, to: 9_101_880, spec: 467 },
  { from: 9_125_720, to: 9_125_720, spec: 469 },
  { from: 9_149_760, to: 9_173_720, spec: 470 },
  { from: 9_198_000, to: 9_198_000, spec: 472 },
  { from: 9_221_720, to: 9_233_781, spec: 473 },
  { from: 9_233_782, to: 9_243_029, spec: 475, begins: true },
];

/** Between which specs, both inclusive, the main network's runtime was; null where nothing is known on that side. */
export interface SpecRange {
  readonly from: number | null;
  readonly to: number | null;
}

/** The runtime specs under which a block of the main network may have been made. */
export function specsOf(block: number): SpecRange {
  const before = STRETCHES.findLast(({ from }) => from <= block);
  const after = STRETCHES.find(({ from }) => from > block);
  if (before !== undefined && block <= before.to) return { from: before.spec, to: before.spec };
  const last = after === undefined ? null : after.begins ? after.spec - 1 : after.spec;
  return { from: before?.spec ?? null, to: last };
}
