/**
 * Hostile calls at every public entry of the package as it is built: each ends with a typed error, or with the result
 * that another implementation gives. A seed and a number give the same call everywhere.
 */
import { Draw } from "../draw.js";
import { describe, drawCall, faultOf, shrink, stackOf, type Call, type Fault, type Subject } from "./call.js";
import { COMMAND } from "./command.js";
import { subjectsOf } from "./subjects.js";
import { loadWorld, type World } from "./world.js";

export interface Finding {
  number: number;
  subject: string;
  /** the call, with as few changes as still show the fault */
  call: string;
  fault: Fault;
}

export interface Range {
  seed: bigint;
  /** the first call's number */
  first: number;
  /** the last call's number, and one */
  end: number;
  /** only subjects whose name has this in it */
  only: string;
}

/** Every subject whose name has a text in it. @throws Error where a public function has no subject */
async function subjectsNamed(world: World, only: string): Promise<Subject[]> {
  return [...(await subjectsOf(world)), ...COMMAND].filter(({ name }) => name.includes(only));
}

/** Which subject a call is of, by their shares. */
function choose(subjects: readonly Subject[], draw: Draw): Subject {
  const total = subjects.reduce((sum, { share }) => sum + share, 0);
  let left = (draw.index(2 ** 31) / 2 ** 31) * total;
  return subjects.find(({ share }) => (left -= share) < 0) ?? subjects[0]!;
}

function callOf(subjects: readonly Subject[], seed: bigint, number: number): Call {
  return drawCall(choose(subjects, new Draw((seed << 32n) ^ BigInt(number + 1))), seed, number);
}

/** What a call is, without calling it. */
export async function callNumber({ seed, only }: Range, number: number): Promise<Pick<Finding, "subject" | "call">> {
  const world = await loadWorld();
  const call = callOf(await subjectsNamed(world, only), seed, number);
  for (const close of world.closing) await close();
  return { subject: call.subject.name, call: describe(call) };
}

/**
 * @param begins told before every call
 * @param finds told of every fault
 * @returns how many subjects there are
 */
export async function throwCalls(
  { seed, first, end, only }: Range,
  begins: (number: number) => void,
  finds: (finding: Finding) => void,
): Promise<number> {
  const world = await loadWorld();
  const subjects = await subjectsNamed(world, only);
  const known = new Set<string>();
  let late: unknown;
  const note = (error: unknown) => void (late ??= error);
  process.on("unhandledRejection", note).on("uncaughtException", note);
  for (let number = first; number < end; number++) {
    begins(number);
    const call = callOf(subjects, seed, number);
    const found = await faultOf(call);
    const unheard: Fault | null = late === undefined ? null : { kind: "an error that nobody can catch", detail: stackOf(late) };
    late = undefined;
    for (const fault of [found, unheard]) {
      if (fault === null) continue;
      const { name } = call.subject;
      const isNew = !known.has(`${name}: ${fault.kind}`);
      known.add(`${name}: ${fault.kind}`);
      finds({ number, subject: name, call: isNew ? describe(await shrink(call, fault)) : "", fault });
    }
  }
  for (const close of world.closing) await close();
  process.off("unhandledRejection", note).off("uncaughtException", note);
  return subjects.length;
}
