/** Names in the place of uids, in explanations that were written for a state. */

/** A title's "uid 3 of 5" stays: it is the number that counts there. */
export function named(text: string, nameOf: (uid: number) => string): string {
  return text.replace(/\buid (\d+)\b(?! of \d)/g, (_, uid: string) => nameOf(Number(uid)));
}

/** Whether a table's column holds uids, by its heading. */
export function holdsUids(heading: string | undefined): boolean {
  return heading === "miner" || heading === "validator";
}
