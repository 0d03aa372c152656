/**
 * From the chain: one subnet's state from a node, as the exact input of its epoch, and what the chain stored of that epoch.
 * Nothing is ever sent but reads. docs/rules/chain-reading.md has the rules.
 *
 * @module yuma-consensus/chain
 */
export { FINNEY_GENESIS, openChain, readEpoch, readRecording, replayEpoch, replayRecording } from "./chain.js";
export { httpTransport } from "./http.js";
export { recordingFromJson } from "./recording.js";
export { openTransport, webSocketTransport } from "./webSocket.js";
export * from "../errors.js";
export type { Amount, Budgets } from "./amount.js";
export type { Chain, ChainOptions, EpochRequest, RecordOptions } from "./chain.js";
export type { FieldComparison } from "./compare.js";
export type { EpochRange } from "./epochs.js";
export type { HttpOptions } from "./http.js";
export type { Affected, NotExact } from "./input.js";
export type { Cost } from "./node.js";
export type { EpochRead, Provenance } from "./read.js";
export type { StakeSource } from "./record.js";
export type { Recording, RecordedEvent, RecordedItem, StoredEntry } from "./recording.js";
export type { EpochReplay, RawShare } from "./replay.js";
export type { RequestOptions, Transport } from "./transport.js";
export type { WebSocketClass, WebSocketOptions } from "./webSocket.js";
export { importFile } from "./import/importFile.js";
export { importToJson } from "./import/ownForm.js";
export { partialReplay } from "./import/partial/partialReplay.js";
export type {
  ImportKind,
  ImportProvenance,
  ImportedFile,
  ImportedMechanism,
  ImportedMechanismResults,
  ImportedResults,
  ImportedState,
  InexactField,
} from "./import/draft.js";
export type { ImportOptions } from "./import/importFile.js";
export type { PartialAmount } from "./import/partial/amount.js";
export type { PartialCheck, PartialCheckName, PartialDifference } from "./import/partial/comparison.js";
export type { PartialOptions, PartialReplay } from "./import/partial/partialReplay.js";
