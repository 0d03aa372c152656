import { bufferOf } from "../values/arrays.js";
import { EpochInputError } from "../errors.js";

/** Whether an array of the value lies in that memory. */
export function hasViewOf(memory: ArrayBufferLike, value: unknown): boolean {
  if (typeof value !== "object" || value === null) return false;
  if (ArrayBuffer.isView(value)) return bufferOf(value) === memory;
  if (Array.isArray(value)) return value.some((item) => hasViewOf(memory, item));
  for (const name in value) if (hasViewOf(memory, (value as Record<string, unknown>)[name])) return true;
  return false;
}

/**
 * Views of an earlier result lie where what is given next is written, and would change under way.
 * @throws EpochInputError where an array of the value lies in that memory
 */
export function refuseViewsOf(memory: ArrayBufferLike, value: object, path = ""): void {
  for (const [name, field] of Object.entries(value)) {
    const place = path === "" ? name : `${path}.${name}`;
    if (!ArrayBuffer.isView(field)) {
      if (typeof field === "object" && field !== null) refuseViewsOf(memory, field, place);
    } else if (bufferOf(field) === memory) {
      throw new EpochInputError(place, "an array of one's own, such as slice() gives", "a view of this engine's memory");
    }
  }
}
