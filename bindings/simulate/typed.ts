/** A scenario as it is run, where it was not read from a file: the same form, checked by the same limits. */
import { isArray } from "../values/arrays.js";
import { EpochInputError } from "../errors.js";
import { checkOptions, readFields, record, recordOf, type Fields } from "../boundary/input.js";
import { entryOf, integer, listOf, nullable, oneOf, text, tupleOf, u16, u64, type Kind } from "../boundary/kinds.js";
import { MOST_EPOCHS, MOST_UIDS } from "./read.js";
import { HYPERPARAMETERS, RULE_NAMES } from "./rules.js";
import type { Entry, Epochs, Event, Hyperparameters, Scenario, Variant } from "./types.js";

/** A kind that is not read from JSON: a scenario's file has names where this has uids. */
function typed<T>(check: Kind<T>["check"]): Kind<T> {
  return { check, fromJson: check };
}

const epoch = integer(0, MOST_EPOCHS - 1, `an epoch from 0 to ${MOST_EPOCHS - 1}`);

const uid = typed((value, path, n) => integer(0, n - 1, `a uid from 0 to ${n - 1}`).check(value, path, n));

const epochs = tupleOf<Epochs>("[first, last] epoch", epoch, epoch);

const row = typed<Entry[]>((value, path, n) =>
  listOf(entryOf(u16))
    .check(value, path, n)
    .map((entry): Entry => [entry.uid, entry.value]),
);

function byUid<T>(kind: Kind<T>): Kind<ReadonlyMap<number, T>> {
  return typed((value, path, n) => {
    if (Object.prototype.toString.call(value) !== "[object Map]") throw new EpochInputError(path, "a Map by uid", value);
    return new Map(
      Array.from(value as Map<unknown, unknown>, ([key, item]) => [
        uid.check(key, path, n),
        kind.check(item, `${path}[${String(key)}]`, n),
      ]),
    );
  });
}

const hyperparameters = typed<Partial<Hyperparameters>>((value, path) =>
  checkOptions<Partial<Hyperparameters>>(value as Partial<Hyperparameters>, HYPERPARAMETERS as never, path),
);

const event: Kind<Event> = recordOf<Event>({ epoch, who: uid });

const VARIANT: Fields<Variant> = { name: text, rules: oneOf(RULE_NAMES), hyperparameters };

const SCENARIO: Fields<Scenario> = {
  title: text,
  story: text,
  validators: listOf(text),
  servers: listOf(text),
  epochs: integer(1, MOST_EPOCHS, `a number of epochs from 1 to ${MOST_EPOCHS}`),
  stakes: listOf(recordOf({ epochs, stake: byUid(u64) })),
  weights: listOf(recordOf({ epochs, weights: byUid(row) })),
  registrations: listOf(event),
  bondResets: listOf(event),
  hyperparameters,
  changes: listOf(recordOf({ epoch, rules: nullable(oneOf(RULE_NAMES)), hyperparameters })),
  variants: listOf(recordOf(VARIANT)),
  notes: listOf(text),
};

function lengthOf(value: unknown, path: string): number {
  if (!isArray(value) || value.length === 0 || value.length > MOST_UIDS)
    throw new EpochInputError(path, `an array of 1 to ${MOST_UIDS} names`, value);
  return value.length;
}

/** @throws EpochInputError where it is not what `readScenario` gives */
export function checkScenario(scenario: Scenario): Scenario {
  const { validators, servers, notes } = record(scenario, "scenario");
  // The form of a file has no notes.
  if (notes === undefined)
    throw new EpochInputError("scenario", "what readScenario gives: one in the form of its file goes through readScenario first", scenario);
  const n = lengthOf(validators, "scenario.validators") + lengthOf(servers, "scenario.servers");
  if (n > MOST_UIDS) throw new EpochInputError("scenario.servers", `at most ${MOST_UIDS} validators and servers`, n);
  return readFields(SCENARIO, scenario, "scenario", "check", n);
}

/** @throws EpochInputError */
export function checkVariant(variant: Variant): Variant {
  return readFields(VARIANT, variant, "variant", "check", 0);
}
