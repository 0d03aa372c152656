import { EpochInputError } from "../errors.js";

/**
 * Views of an earlier result lie where what is given next is written, and would change under way.
 * @throws EpochInputError where an array of the value lies in that memory
 */
export function refuseViewsOf(memory: ArrayBufferLike, value: object, path = ""): void {
  for (const [name, field] of Object.entries(value)) {
    const place = path === "" ? name : `${path}.${name}`;
    if (!ArrayBuffer.isView(field)) {
      if (typeof field === "object" && field !== null) refuseViewsOf(memory, field, place);
    } else if (field.buffer === memory) {
      throw new EpochInputError(place, "an array of one's own, such as slice() gives", "a view of this engine's memory");
    }
  }
}
