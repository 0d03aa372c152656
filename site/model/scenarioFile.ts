import { U16_MAX } from "./amounts.js";
import type { Entry, Scenario } from "yuma-consensus/simulate";

const RAO_PER_MILLION = 1e15;

/** A row as fractions by name: reading them multiplies and rounds, which gives the u16 again. */
function rowOf(row: readonly Entry[], names: readonly string[], validators: number): Record<string, number | null> {
  const given = new Map(row);
  const written = names.flatMap((name, uid): [string, number | null][] => {
    const value = given.get(uid);
    if (value !== undefined) return [[name, value / U16_MAX]];
    // What a file does not say of a server is an entry of zero.
    return uid >= validators ? [[name, null]] : [];
  });
  // Not by assignment: a name may be "__proto__".
  return Object.fromEntries(written);
}

/**
 * A scenario in the form of its file, so that `readScenario` gives the same again. Stakes are exact in whole alpha, which
 * is what the form can say.
 */
export function scenarioFile(scenario: Scenario): Record<string, unknown> {
  const { title, story, validators, servers, epochs, stakes, weights, registrations, bondResets, hyperparameters, changes, variants } =
    scenario;
  const names = [...validators, ...servers];
  const range = ([first, last]: readonly [number, number]) => (first === last ? first : [first, last]);
  const events = (list: Scenario["registrations"]) => list.map(({ epoch, who }) => ({ epoch, who: names[who]! }));
  return {
    title,
    story,
    validators,
    servers,
    epochs,
    stakes: stakes.map((phase) => ({
      epochs: range(phase.epochs),
      stake: Object.fromEntries([...phase.stake].map(([uid, rao]) => [validators[uid]!, Number(rao) / RAO_PER_MILLION])),
    })),
    weights: weights.map((phase) => ({
      epochs: range(phase.epochs),
      weights: Object.fromEntries([...phase.weights].map(([uid, row]) => [validators[uid]!, rowOf(row, names, validators.length)])),
    })),
    registrations: events(registrations),
    bondResets: events(bondResets),
    hyperparameters: plain(hyperparameters),
    changes: changes.map(({ epoch, rules, hyperparameters }) => ({
      epoch,
      ...(rules === null ? {} : { rules }),
      hyperparameters: plain(hyperparameters),
    })),
    variants: variants.map(({ name, rules, hyperparameters }) => ({ name, rules, hyperparameters: plain(hyperparameters) })),
  };
}

/** 64-bit integers as decimal strings, as files have them. */
function plain(hyperparameters: object): Record<string, unknown> {
  return Object.fromEntries(
    Object.entries(hyperparameters).map(([name, value]) => [name, typeof value === "bigint" ? String(value) : value]),
  );
}
