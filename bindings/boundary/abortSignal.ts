import { isRevoked } from "../values/arrays.js";
import { EpochInputError } from "../errors.js";
import type { Kind } from "./kinds.js";

/** An option that is an AbortSignal, of any realm. */
export const abortSignal: Pick<Kind<AbortSignal>, "check"> = {
  check(value, path) {
    const { aborted, addEventListener, removeEventListener } = (isRevoked(value) ? {} : Object(value)) as Partial<AbortSignal>;
    const listens = typeof addEventListener === "function" && typeof removeEventListener === "function";
    if (typeof aborted !== "boolean" || !listens) throw new EpochInputError(path, "an AbortSignal", value);
    return value as AbortSignal;
  },
};
