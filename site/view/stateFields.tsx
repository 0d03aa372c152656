/** Fields of a state: of a document that is one they can be changed, of a story's epoch they are read. */
import type { EpochResult, SubnetState } from "yuma-consensus";
import type { Document, StateDocument } from "../model/document.js";
import { nameOf } from "../model/document.js";
import { setElement, setField } from "../model/edit.js";
import { NO_COMMIT } from "../model/neutral.js";
import { readU64 } from "../model/typed.js";
import { tryEdit } from "../store.js";

interface BlockFieldProps {
  readonly label: string;
  readonly value: bigint;
  /** null where there is no editing it */
  readonly onValue: ((value: bigint) => void) | null;
  readonly note?: string;
}

function BlockField({ label, value, onValue, note = "" }: BlockFieldProps) {
  if (onValue === null) return <Read label={label} value={String(value)} note={note} />;
  return (
    <label class="field">
      <span>{label}</span>
      <input
        type="text"
        inputMode="numeric"
        class="short"
        value={String(value)}
        onChange={({ currentTarget }) => {
          const read = readU64(currentTarget.value);
          if (read === null) currentTarget.value = String(value);
          else onValue(read);
        }}
      />
      <span class="muted">{note}</span>
    </label>
  );
}

function Read({ label, value, note = "" }: { label: string; value: string; note?: string }) {
  return (
    <div class="field">
      <span>{label}</span>
      <span class="number">{value}</span>
      <span class="muted">{note}</span>
    </div>
  );
}

interface FlagProps {
  readonly label: string;
  readonly isOn: boolean;
  readonly onFlag: ((isOn: boolean) => void) | null;
}

function Flag({ label, isOn, onFlag }: FlagProps) {
  return (
    <label class="field">
      <span>{label}</span>
      <input type="checkbox" checked={isOn} disabled={onFlag === null} onChange={({ currentTarget }) => onFlag?.(currentTarget.checked)} />
      <span />
    </label>
  );
}

interface StateFieldsProps {
  readonly state: SubnetState;
  readonly result: EpochResult;
  readonly who: number;
  readonly held: Document;
}

function ago(block: bigint, now: bigint): string {
  if (block > now) return "in the future";
  return now - block === 1n ? "1 block ago" : `${now - block} blocks ago`;
}

/** Of one uid. */
export function StateFields({ state, result, who, held }: StateFieldsProps) {
  const name = nameOf(held, who);
  const { currentBlock } = state;
  const own = held.kind === "state" ? held : null;
  const setBlock = (field: "lastUpdate" | "blockAtRegistration" | "commitBlocks", what: string) =>
    own === null ? null : (value: bigint) => void tryEdit(() => setElement(own, field, who, value), `${what} of ${name}`);
  const commit = state.commitBlocks[who]!;
  const hasCommit = commit !== NO_COMMIT;
  const setPermit = (own: StateDocument) => (isOn: boolean) =>
    void tryEdit(() => setElement(own, "validatorPermits", who, Number(isOn)), `permit of ${name}`);
  const setCommit = (own: StateDocument) => (isOn: boolean) =>
    void tryEdit(() => setElement(own, "commitBlocks", who, isOn ? currentBlock : NO_COMMIT), `commit of ${name}`);
  return (
    <div class="fields">
      <Flag label="has a permit" isOn={state.validatorPermits[who] !== 0} onFlag={own && setPermit(own)} />
      <BlockField
        label="last update"
        value={state.lastUpdate[who]!}
        onValue={setBlock("lastUpdate", "last update")}
        note={`${ago(state.lastUpdate[who]!, currentBlock)}: ${result.active[who] === 0 ? "inactive" : "active"}`}
      />
      <BlockField
        label="registered in block"
        value={state.blockAtRegistration[who]!}
        onValue={setBlock("blockAtRegistration", "registration")}
        note={ago(state.blockAtRegistration[who]!, currentBlock)}
      />
      <Flag label="has a pending commit" isOn={hasCommit} onFlag={own && setCommit(own)} />
      {hasCommit && (
        <BlockField
          label="committed in block"
          value={commit}
          onValue={setBlock("commitBlocks", "commit")}
          note={state.commitReveal ? ago(commit, currentBlock) : "no effect without commit-reveal"}
        />
      )}
    </div>
  );
}

/** Of the subnet. */
export function SubnetFields({ state, held }: Pick<StateFieldsProps, "state" | "held">) {
  const own = held.kind === "state" ? held : null;
  const set = (what: string, changes: Partial<SubnetState>) => {
    if (own !== null) tryEdit(() => setField(own, changes), what);
  };
  return (
    <div class="fields">
      <BlockField
        label="current block"
        value={state.currentBlock}
        onValue={own && ((currentBlock) => set("current block", { currentBlock }))}
      />
      <BlockField
        label="block of the last epoch"
        value={state.lastMechanismStepBlock}
        onValue={own && ((lastMechanismStepBlock) => set("last epoch's block", { lastMechanismStepBlock }))}
        note="0: never"
      />
      <Flag label="commit-reveal" isOn={state.commitReveal} onFlag={own && ((commitReveal) => set("commit-reveal", { commitReveal }))} />
      <OwnerField state={state} own={own} />
    </div>
  );
}

function OwnerField({ state, own }: { state: SubnetState; own: StateDocument | null }) {
  if (own === null) return <Read label="owner's uid" value={String(state.ownerUid ?? "none")} />;
  const set = (ownerUid: number | null) => void tryEdit(() => setField(own, { ownerUid }), "owner");
  return (
    <label class="field">
      <span>owner's uid</span>
      <input
        type="text"
        inputMode="numeric"
        class="short"
        placeholder="none"
        value={state.ownerUid ?? ""}
        onChange={({ currentTarget }) => {
          const text = currentTarget.value.trim();
          if (text === "") set(null);
          else if (/^\d{1,5}$/.test(text) && Number(text) < state.n) set(Number(text));
          else currentTarget.value = String(state.ownerUid ?? "");
        }}
      />
      <span />
    </label>
  );
}
