/** Choosing a uid from a list of names; by its number where the list is too long to look through. */
import { useId, useMemo } from "preact/hooks";
import { doc } from "../store.js";
import { nameNow } from "./chosen.js";

const MOST_OPTIONS = 300;

interface UidPickerProps {
  readonly label: string;
  readonly uids: readonly number[];
  readonly value: number;
  readonly onPick: (uid: number) => void;
}

export function UidPicker({ label, uids, value, onPick }: UidPickerProps) {
  const id = useId();
  const key = doc.value.kind === "scenario" ? uids.map(nameNow).join("\n") : uids.join();
  // The list stays while a hand moves.
  const options = useMemo(
    () =>
      uids.length <= MOST_OPTIONS &&
      uids.map((uid) => (
        <option key={uid} value={uid}>
          {nameNow(uid)}
        </option>
      )),
    [key],
  );
  return (
    <span class="picker">
      <label htmlFor={id}>{label}</label>{" "}
      {options === false ? (
        <input
          id={id}
          type="number"
          min={0}
          max={Math.max(...uids)}
          value={value}
          onChange={({ currentTarget }) => {
            if (uids.includes(currentTarget.valueAsNumber)) onPick(currentTarget.valueAsNumber);
            else currentTarget.value = String(value);
          }}
        />
      ) : (
        <select id={id} value={value} onChange={({ currentTarget }) => onPick(Number(currentTarget.value))}>
          {!uids.includes(value) && <option value={value}>{nameNow(value)}</option>}
          {options}
        </select>
      )}
    </span>
  );
}
