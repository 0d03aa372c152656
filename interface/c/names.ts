/** Names in C of what is described under names in JSON. */

export function snakeCase(name: string): string {
  return name.replace(/([a-z0-9])([A-Z])/g, "$1_$2").toLowerCase();
}

export function constantCase(...names: readonly string[]): string {
  return names.map((name) => snakeCase(name).toUpperCase()).join("_");
}

/** All names of the library begin so; the functions that have the word themselves keep it once. */
export function prefixOf(functionName: string): string {
  return functionName.startsWith("yuma_") ? functionName : `yuma_${functionName}`;
}

/** What one of several is called. */
export function singular(name: string): string {
  return name.endsWith("s") ? name.slice(0, -1) : name;
}

/** The structs of what is asked and answered. */
export function structNames({ name, number }: { name: string; number: number }): { input: string; output: string } {
  const prefix = prefixOf(name);
  const isEpoch = number < FIRST_OF_ECONOMICS;
  return { input: `${prefix}_${isEpoch ? "state" : "input"}`, output: `${prefix}_${isEpoch ? "result" : "output"}` };
}

const FIRST_OF_ECONOMICS = 100;
