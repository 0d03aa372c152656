/** What a suite does without its engine. */
import { describe, expect, it } from "vitest";
import { Missing } from "./engines.js";

/** .ci/run demands every engine. */
const REQUIRED = process.env["YUMA_ENGINES"] === "required";

/** The suite of an engine, its version in the title; without it a loud skip, or a failure where all are demanded. */
export function describeEngine<T extends { version: string }>(title: string, found: T | Missing, suite: (engine: T) => void): void {
  describe(found instanceof Missing ? title : `${title} ${found.version}`, () => {
    if (!(found instanceof Missing)) suite(found);
    else if (REQUIRED) it("is here", () => expect.unreachable(`${title}: ${found.reason}`));
    else {
      console.warn(`SKIPPED ${title}: ${found.reason}`);
      it.skip(`skipped: ${found.reason}`, () => {});
    }
  });
}
