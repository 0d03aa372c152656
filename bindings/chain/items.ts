/** How the parts of a key are hashed: I identity, T Twox64Concat, K Blake2_128Concat; anything else by its own name. chain-reading.md 2 */
type Hasher = string;

/** What we know of a storage item of the chain's own pallet; how its keys are hashed is read from the metadata all the same. */
export interface ItemRule {
  readonly hashers: readonly Hasher[];
  /** the types that its bytes may have, as `shapeOf` writes them */
  readonly shapes: readonly string[];
}

function item(hashers: string, ...shapes: string[]): ItemRule {
  return { hashers: [...hashers], shapes };
}

export const HASHERS: Readonly<Record<string, string>> = { I: "Identity", T: "Twox64Concat", K: "Blake2128Concat" };

const U16 = "u16";
const U64 = "u64";
const BOOL = "bool";
const ACCOUNT = "account";
const ROW = "Vec<(u16, u16)>";
const U16S = "Vec<u16>";
const U64S = "Vec<u64>";
const BOOLS = "Vec<bool>";
const KEYS = "Vec<(u64, account)>";
const TIMELOCKED = "Vec<(account, u64, Vec<u8>, u64)>";

/** Of whatever names, which are checked where they are used. */
const ENUM = "enum";

/** chain-reading.md 2, 3, 4 and 5 */
export const ITEMS = {
  NetworksAdded: item("I", BOOL),
  SubnetworkN: item("I", U16),
  Tempo: item("I", U16),
  Keys: item("II", ACCOUNT),
  Uids: item("IK", U16),
  ActivityCutoff: item("I", U16),
  ActivityCutoffFactorMilli: item("I", "u32"),
  LastUpdate: item("I", U64S),
  BlockAtRegistration: item("II", U64),
  TaoWeight: item("", U64),
  StakeThreshold: item("", U64),
  SubnetOwnerHotkey: item("I", ACCOUNT),
  ValidatorPermit: item("I", BOOLS),
  MaxAllowedValidators: item("I", U16),
  Weights: item("II", ROW),
  Bonds: item("II", ROW),
  Kappa: item("I", U16),
  BondsPenalty: item("I", U16),
  BondsMovingAverage: item("I", U64),
  BondsResetOn: item("I", BOOL),
  Yuma3On: item("K", BOOL),
  LiquidAlphaOn: item("K", BOOL),
  AlphaValues: item("I", "(u16, u16)"),
  AlphaSigmoidSteepness: item("I", "i16", U16),
  CommitRevealWeightsEnabled: item("I", BOOL),
  RevealPeriodEpochs: item("T", U64),
  WeightCommits: item("TT", "Vec<([u8; 32], u64, u64, u64)>", "Vec<(account, u64, u64, u64)>"),
  TimelockedWeightCommits: item("TT", TIMELOCKED),
  CRV3WeightCommitsV2: item("TT", TIMELOCKED),
  SubnetEpochIndex: item("I", U64),
  LastEpochBlock: item("I", U64),
  PendingEpochAt: item("I", U64),
  LastMechansimStepBlock: item("I", U64),
  LastYumaStepBlock: item("I", U64),
  BlocksSinceLastStep: item("I", U64),
  LiquidAlphaConsensusMode: item("I", ENUM),
  SubnetEpochConsensus: item("I", ENUM),
  ConsensusByMechanism: item("I", U16S),
  MechanismCountCurrent: item("T", "u8"),
  MechanismEmissionSplit: item("T", U16S),
  TotalHotkeyAlpha: item("KI", U64),
  ChildKeys: item("KI", KEYS),
  ParentKeys: item("KI", KEYS),
  PendingEmission: item("I", U64),
  PendingAlphaSwapped: item("I", U64),
  PendingServerEmission: item("I", U64),
  PendingValidatorEmission: item("I", U64),
  PendingRootAlphaDivs: item("I", U64),
  SubnetOwnerCut: item("", U16),
  OwnerCutEnabled: item("I", BOOL),
  SubnetTAO: item("I", U64),
  SubnetAlphaIn: item("I", U64),
  SubnetAlphaOut: item("I", U64),
  SubnetAlphaInEmission: item("I", U64),
  SubnetAlphaOutEmission: item("I", U64),
  FirstEmissionBlockNumber: item("I", U64),
  SubtokenEnabled: item("I", BOOL),
  NetworkRegistrationAllowed: item("I", BOOL),
  Active: item("I", BOOLS),
  Emission: item("I", U64S),
  Consensus: item("I", U16S),
  Incentive: item("I", U16S),
  Dividends: item("I", U16S),
  ValidatorTrust: item("I", U16S),
  StakeWeight: item("I", U16S),
  Rank: item("I", U16S),
  Trust: item("I", U16S),
  PruningScores: item("I", U16S),
} satisfies Record<string, ItemRule>;

export type ItemName = keyof typeof ITEMS;

/** Whether an item's bytes may have a type. */
export function allowsShape(name: ItemName, shape: string): boolean {
  const { shapes }: ItemRule = ITEMS[name];
  return shapes.includes(shape.startsWith("enum(") ? ENUM : shape);
}
